import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

/** What a browser's reader view makes of a reading, by the program that Firefox uses for its own. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const program = readFileSync(
  createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
  'utf8',
);
const [edition] = readings();
const fixtures = readings(FIXTURE_CONTENT);
const [blocks, twoEditions] = [fixtures.at(0), fixtures.at(-1)];

test.each([
  { site: 'edition' as const, reading: edition! },
  { site: 'fixture' as const, reading: blocks! },
  { site: 'fixture' as const, reading: twoEditions! },
])(
  'a reader view of $reading.slug gives the words alone, all of them, in order',
  async ({ site, reading }) => {
    const page = await browser.newPage();
    await page.goto(`${inject(site)}${reading.slug}/`);
    const view = await page.evaluate(
      `${program}; new Readability(document.cloneNode(true), { charThreshold: 0 }).parse().textContent`,
    );
    const words = (view as string).replace(/\s+/g, '');
    let from = 0;
    for (const { text, kind } of reading.blocks) {
      // Reader views show the by-line apart.
      if (kind === 'byline') continue;
      const at = words.indexOf(text.replace(/\s+/g, ''), from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at + text.replace(/\s+/g, '').length;
    }
    const notes = reading.annotations.map(({ finding }) => finding);
    expect(words).not.toContain('Removed.');
    expect(notes.filter((finding) => words.includes(finding.replace(/\s+/g, '')))).toEqual([]);
    await page.close();
  },
);
