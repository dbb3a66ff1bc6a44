import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { splitSentences } from '../../src/core/sentence.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';
import { boxes, faults } from '../support/reading-page.ts';

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
      const note = page.locator(`details.note:has(> [id="${id}"])`);
      await note.locator('> summary').click();
      const more = note.locator('.rest > summary');
      if ((await more.count()) > 0) await more.click();
      const words = await note.locator('[role="doc-footnote"]').innerText();
      expect(words).toContain(finding);
      for (const sentence of body.flatMap(({ text }) => splitSentences(text, 'en')))
        expect(plain(words)).toContain(plain(sentence));
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
      const itself = page.locator(`.line > a[href$="${link}"]`);
      expect(await itself.count()).toBe(1);
      // Of all styles one is shown; its reference ends in the same link.
      const shown = page.locator('main .passages > li', { has: itself }).locator('.in-styles > li:visible');
      expect(await shown.count()).toBe(1);
      expect(await shown.locator(`a[href$="${link}"]`).count()).toBeGreaterThanOrEqual(1);
    }
  });
});

describe.each([390, 1440])('without JavaScript at %i px', (width) => {
  const { slug, annotations, blocks } = edition!;
  beforeAll(() => page.setViewportSize({ width, height: 900 }));
  afterAll(() => page.setViewportSize({ width: 1440, height: 900 }));

  test('all notes stand in order, none covers another, and nothing is wider than the window', async () => {
    await page.goto(`${inject('edition')}${slug}/`);
    const closed = await boxes(page);
    expect(closed).toHaveLength(annotations.length);
    expect(faults(closed)).toEqual([]);
    await page.locator('.note').evaluateAll((notes) => {
      for (const note of notes as HTMLDetailsElement[]) note.open = true;
    });
    expect(faults(await boxes(page))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

  test('each box of the legend turns its notes off and on', async () => {
    await page.goto(`${inject('edition')}${slug}/`);
    const shown = async () => (await boxes(page)).map(({ id }) => id);
    const inputs = page.locator('input:is([name="status"], [name="kind"])');
    const every = await inputs.evaluateAll((all) =>
      (all as HTMLInputElement[]).map(({ name, value }) => ({ name, value })),
    );
    expect(every.length).toBeGreaterThan(8);
    for (const { name, value } of every) {
      const box = page.locator(`input[name="${name}"][value="${value}"]`);
      const rest = annotations.filter(
        ({ status, kind }) => value !== (name === 'kind' ? kind : (status ?? kind)),
      );
      await box.evaluate((input) => (input as HTMLInputElement).click());
      expect(await shown(), value).toEqual(rest.map(({ id }) => id));
      await box.evaluate((input) => (input as HTMLInputElement).click());
      expect(await shown(), value).toHaveLength(annotations.length);
    }
    // What needs a script is not offered.
    for (const button of await page.locator('[data-show]').all())
      expect(await button.isVisible()).toBe(false);
  });

  test('the map and the contents lead to what they name', async () => {
    await page.goto(`${inject('edition')}${slug}/`);
    const links = await page
      .locator('.map svg a, .rail a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('#')[1]!));
    for (const { id } of annotations) expect(links).toContain(id);
    for (const { anchor, kind } of blocks) if (kind === 'heading') expect(links).toContain(anchor);
    await page.locator('.map svg a[href$="#kyslytsya-title"]').focus();
    await page.keyboard.press('Enter');
    const note = page.locator('[id="kyslytsya-title"]');
    await expect.poll(() => note.isVisible()).toBe(true);
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
