import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { byStanding } from '../../src/core/annotation.ts';
import { standingId } from '../../src/core/address.ts';
import { contextOf } from '../../src/core/context.ts';
import { shortName } from '../../src/core/source.ts';
import { readContent } from '../../src/build/content.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';

/** The pages of all statements and all figures say what the data say. No JavaScript: they need none. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  page = await context.newPage();
});
afterAll(() => browser.close());

const sites = [
  { site: 'edition' as const, ...readContent() },
  { site: 'fixture' as const, ...readContent(FIXTURE_CONTENT) },
];
const each = sites.flatMap(({ site, readings, sources }) =>
  readings.map((reading) => ({ site, reading, sources })),
);
const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
const section = (id: string) => page.locator(`[id="${id}"]`);

describe.each(each)('the statements of $reading.slug', ({ site, reading, sources }) => {
  const groups = byStanding(reading.annotations);

  test('stand under their status, all of them, in the order of the text', async () => {
    await page.goto(`${inject(site)}claims/`);
    for (const { standing, annotations } of groups) {
      const quotes = await section(standingId(reading, standing)).locator('.sentence .w').allTextContents();
      expect(quotes, standing).toEqual(annotations.map(({ quote }) => quote));
    }
    const ids = await page
      .locator('main .standing')
      .evaluateAll((found) => found.map((element) => element.id));
    expect(ids.filter((id) => id.startsWith(`${reading.slug}:`))).toEqual(
      groups.map(({ standing }) => standingId(reading, standing)),
    );
  });

  test('stand in their sentences, in the language and direction of the text', async () => {
    await page.goto(`${inject(site)}claims/`);
    for (const { standing, annotations } of groups) {
      const sentences = section(standingId(reading, standing)).locator('.sentence');
      for (const [index, annotation] of annotations.entries()) {
        const { before, after } = contextOf(annotation, reading);
        const sentence = sentences.nth(index);
        expect(await sentence.textContent()).toBe(before + annotation.quote + after);
        expect(await sentence.getAttribute('lang')).toBe(reading.language);
        expect(await sentence.evaluate((element) => getComputedStyle(element).direction)).toBe(
          reading.direction,
        );
      }
    }
  });

  test('are followed by status, finding and who says so', async () => {
    await page.goto(`${inject(site)}claims/`);
    for (const { standing, annotations } of groups) {
      const items = section(standingId(reading, standing)).locator('.stated');
      for (const [index, { finding, evidence, quote }] of annotations.entries()) {
        const words = plain((await items.nth(index).textContent())!);
        const status = words.toLowerCase().indexOf(`${standing}.`, words.indexOf(quote) + quote.length);
        expect(status, quote).toBeGreaterThan(0);
        expect(words.indexOf(plain(finding)), quote).toBeGreaterThan(status);
        for (const { source } of evidence)
          expect(words.lastIndexOf(shortName(sources.get(source)!).replace(/\.$/, ''))).toBeGreaterThan(
            words.indexOf(plain(finding)),
          );
      }
    }
  });

  test('lead to their mark and their note', async () => {
    await page.goto(`${inject(site)}claims/`);
    for (const { id } of reading.annotations) {
      const address = `${new URL(inject(site)).pathname}${reading.slug}/`;
      const item = page.locator('.stated', { has: page.locator(`a[href="${address}#${id}"]`) });
      expect(await item.locator('.sentence a').getAttribute('href')).toBe(`${address}#m-${id}`);
    }
  });

  test('are drawn in a lane, a stroke each', async () => {
    await page.goto(`${inject(site)}claims/`);
    for (const { standing, annotations } of groups) {
      const strokes = section(standingId(reading, standing)).locator('.lane .f');
      const drawn = annotations.filter(({ block }) => reading.blocks[block]!.kind !== 'heading');
      expect(await strokes.count(), standing).toBe(drawn.length);
    }
  });

  test('are counted on the reading’s page by words that lead to them', async () => {
    for (const { standing, annotations } of groups) {
      await page.goto(`${inject(site)}${reading.slug}/`);
      await page.locator(`.map figcaption a[href$="#${standingId(reading, standing)}"]`).click();
      expect(decodeURI(page.url())).toBe(`${inject(site)}claims/#${standingId(reading, standing)}`);
      await page.locator(':target').waitFor();
      expect(await page.locator(':target .stated').count()).toBe(annotations.length);
      expect(
        await page
          .locator(`.standings a[href="#${standingId(reading, standing)}"] .ct`)
          .first()
          .textContent(),
      ).toBe(String(annotations.length));
    }
  });
});

describe.each(each)('the figures of $reading.slug', ({ site, reading }) => {
  const figures = reading.annotations.filter(({ kind }) => kind === 'figure');

  test('stand in a table: words, number, unit, what it measures, status, finding, place', async () => {
    await page.goto(`${inject(site)}figures/`);
    const address = `${new URL(inject(site)).pathname}${reading.slug}/`;
    for (const { id, quote, value, measures = '', status, finding, number } of figures) {
      const row = page.locator('tbody tr', { has: page.locator(`a[href="${address}#${id}"]`) });
      expect(plain((await row.locator('th').textContent())!)).toBe(quote);
      expect(await row.locator('th').getAttribute('lang')).toBe(reading.language);
      expect(await row.locator('data').getAttribute('value')).toBe(value);
      expect(plain((await row.locator('.measures').textContent())!)).toBe(measures);
      const found = plain((await row.locator('.result').textContent())!);
      expect(found.toLowerCase()).toBe(`${status}. ${plain(finding)}`.toLowerCase());
      expect(await row.locator('.where').textContent()).toContain(`note ${number}`);
    }
    expect(await page.locator(`tbody a[href^="${address}#m-"]`).count()).toBe(figures.length);
  });

  test('are to be had as data, if there are any', async () => {
    await page.goto(`${inject(site)}figures/`);
    const address = `${new URL(inject(site)).pathname}${reading.slug}/figures.csv`;
    expect(await page.locator(`main a[href="${address}"]`).count()).toBe(figures.length > 0 ? 1 : 0);
    const table = `${new URL(inject(site)).pathname}figures.csv`;
    const alternate = `link[rel="alternate"][href="${table}"][type="text/csv; charset=utf-8; header=present"]`;
    expect(await page.locator(alternate).count()).toBe(1);
  });
});

test('the number that heads the figures is of all there are', async () => {
  for (const { site, readings } of sites) {
    const all = readings.flatMap(({ annotations }) => annotations.filter(({ kind }) => kind === 'figure'));
    await page.goto(`${inject(site)}figures/`);
    expect(await page.locator('tbody tr').count()).toBe(all.length);
    expect(await page.locator('h1').textContent()).toMatch(all.length === 1 ? /figure\s*$/ : /figures\s*$/);
  }
});

test('the status stays in sight while its statements are read: at the side, or above', async () => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 400 });
    await page.goto(`${inject('edition')}claims/`);
    const { y: top } = (await page.locator('.standing .label :is(h2, h3)').first().boundingBox())!;
    const last = page.locator('.standing').first().locator('.stated').last();
    await last.scrollIntoViewIfNeeded();
    const { y } = (await page.locator('.standing .label :is(h2, h3)').first().boundingBox())!;
    expect(top, `${width} px`).toBeGreaterThan(100);
    expect(y, `${width} px`).toBeGreaterThanOrEqual(0);
    expect(y, `${width} px`).toBeLessThan(100);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('the foot of every page leads to statements and figures, and says where one is', async () => {
  for (const { site } of sites) {
    await page.goto(`${inject(site)}search/`);
    const pages = page.getByRole('navigation', { name: 'All pages' });
    for (const name of ['Statements', 'Figures']) {
      await pages.getByRole('link', { name, exact: true }).click();
      expect(await pages.locator('[aria-current="page"]').textContent()).toContain(name);
    }
  }
});
