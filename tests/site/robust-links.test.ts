import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';

/** Links to a source of which a dated copy is known, as programs and as readers without scripts have them. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
afterAll(() => browser.close());

const ORIGINAL = 'https://example.org/tester';
const COPY = 'https://archive.example.org/20261102/https://example.org/tester';

/** Pages of the fixture with links to the source: its own, a reading's, a note's. */
const PAGES = ['sources/the-tester/', 'every-block/', 'every-block/notes/longest/'];

describe('A link to a source with a dated copy', () => {
  test.each(PAGES)('says to programs which it is, on /%s.', async (path) => {
    await page.goto(inject('fixture') + path);
    const links = await page
      .locator(`a[href="${ORIGINAL}"]`)
      .evaluateAll((found) =>
        found.map((link) =>
          ['originalurl', 'versionurl', 'versiondate'].map((name) => link.getAttribute(`data-${name}`)),
        ),
      );
    expect(links.length).toBeGreaterThan(0);
    for (const attributes of links) expect(attributes).toEqual([ORIGINAL, COPY, '2026-11-02']);
  });

  test.each(['sources/the-tester/', 'every-block/notes/longest/'])(
    'stands beside the way to the copy, on /%s.',
    async (path) => {
      await page.goto(inject('fixture') + path);
      const copies = page.locator(`a[href="${COPY}"]`);
      expect(await copies.count()).toBe(1);
      expect(await copies.textContent()).toMatch(/^\s*Copy of 2 November 2026\s*: /);
      expect(await copies.getAttribute('rel')).toBe('external noreferrer');
      expect(await copies.isVisible()).toBe(true);
    },
  );

  test('is a link like any other where there is none.', async () => {
    await page.goto(`${inject('fixture')}sources/declaration-1948/`);
    const link = page.locator('a[href^="https://www.un.org/"]').first();
    expect(await link.getAttribute('data-versionurl')).toBeNull();
    expect(await page.getByText('Copy of').count()).toBe(0);
  });
});
