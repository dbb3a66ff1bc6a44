import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

/** The reader's journeys with JavaScript off. */
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});
afterAll(() => browser.close());

const [edition] = readings();
const sites = [
  ...readings().map((reading) => ({ site: 'edition' as const, reading })),
  ...readings(FIXTURE_CONTENT).map((reading) => ({ site: 'fixture' as const, reading })),
];

describe.each(sites)('without JavaScript, $reading.slug', ({ site, reading }) => {
  test('every note opens and shows its finding and evidence', async () => {
    await page.goto(`${inject(site)}${reading.slug}/`);
    for (const { id, finding, body, evidence } of reading.annotations) {
      const note = page.locator(`details.note[data-of="${id}"]`);
      await note.locator('> summary').click();
      const more = note.locator('.rest-ev > summary');
      if ((await more.count()) > 0) await more.click();
      const words = await note.locator('[role="doc-footnote"]').innerText();
      expect(words).toContain(finding);
      for (const { text } of body) expect(plain(words)).toContain(plain(text));
      for (const { excerpt } of evidence) expect(plain(words)).toContain(plain(excerpt));
    }
  });

  test('a mark leads to its note, which opens, and the note back to its mark', async () => {
    for (const { id } of reading.annotations) {
      await page.goto(`${inject(site)}${reading.slug}/`);
      await page.locator(`[id="m-${id}"] .ld`).click();
      await expect.poll(() => new URL(page.url()).hash).toBe(`#${encodeURI(id)}`);
      const note = page.locator(`[id="${id}"]`);
      await expect.poll(() => note.isVisible(), { message: id }).toBe(true);
      await note.locator('.back').click();
      await expect.poll(() => new URL(page.url()).hash).toBe(`#m-${encodeURI(id)}`);
    }
  });

  test('a note leads to its own page, which says how to cite sentence and note', async () => {
    const annotation = reading.annotations.at(-1)!;
    await page.goto(`${inject(site)}${reading.slug}/#${annotation.id}`);
    await page.locator(`[id="${annotation.id}"] .own`).click();
    expect(page.url()).toBe(`${inject(site)}${reading.slug}/notes/${annotation.id}/`);
    const words = await page.locator('main').innerText();
    expect(words).toContain(annotation.quote);
    expect(words).toContain(annotation.finding);
    expect(words).toContain(`/${reading.slug}/notes/${annotation.id}/?v=${annotation.hash.slice(0, 7)}`);
    expect(words).toMatch(new RegExp(`/${reading.slug}/\\?v=[0-9a-f]{7}#p\\d+`));
  });

  test('a ¶ leads to the link and the reference of its passages', async () => {
    const block = reading.blocks.findLast(({ kind }) => kind === 'paragraph')!;
    await page.goto(`${inject(site)}${reading.slug}/`);
    await page.locator(`a.pn[data-passage="${block.anchor}"]`).click();
    for (const { anchor, hash } of [block, ...(block.sentences.length > 1 ? block.sentences : [])]) {
      const link = `${reading.slug}/?v=${hash.slice(0, 7)}#${anchor}`;
      const words = await page.locator('main').innerText();
      expect(words).toContain(link);
      expect(await page.locator(`main a[href$="${link}"]`).count()).toBe(1);
    }
  });
});

test('without JavaScript the search page lists every note, words first, and leads to it', async () => {
  await page.goto(`${inject('edition')}search/`);
  for (const { id, quote, finding } of edition!.annotations) {
    const line = page.locator('.hit', { has: page.locator(`a[href="/${edition!.slug}/#${id}"]`) });
    const words = await line.innerText();
    expect(words.indexOf(quote), id).toBeGreaterThanOrEqual(0);
    expect(words.indexOf(finding), id).toBeGreaterThan(words.indexOf(quote));
  }
});

test('without JavaScript the front leads to the reading, search and about', async () => {
  for (const [name, path] of [
    ['Read on', 'peace-deal/'],
    ['All notes', 'search/'],
    ['About', 'about/'],
  ] as const) {
    await page.goto(inject('edition'));
    await page.getByRole('link', { name }).first().click();
    expect(page.url()).toBe(inject('edition') + path);
    expect(await page.locator('h1').count()).toBe(1);
  }
});

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
