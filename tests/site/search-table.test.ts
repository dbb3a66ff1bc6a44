import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { launchChromium } from '../support/browser.ts';
import { addressOf, hitsIn, revisit, urlOf } from '../support/search-page.ts';

/** A query, and the hit that must come first; written before the search was. */
interface Row {
  group: string;
  query: string;
  filters?: Record<string, string[]>;
  first?: string;
  firstNote?: string;
  firstEvidence?: { note: string; source: string };
  none?: true;
  suggests?: string;
  /** The filter without which there are hits. */
  without?: string;
  why: string;
}

const ROWS = parse(readFileSync('tests/fixtures/queries.yaml', 'utf8')) as Row[];
const GROUPS = ['names', 'numbers', 'phrases', 'spellings', 'filters', 'combinations', 'absent'];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(urlOf(inject('edition'), ''));
  await page.locator('.hits').waitFor({ state: 'attached' });
});
afterAll(() => browser.close());

test('the table has at least eight queries of each group, and sixty in all', () => {
  const counts = GROUPS.map((name) => ROWS.filter(({ group }) => group === name).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(8);
  expect(ROWS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ROWS.map(({ group }) => group))).toEqual(new Set(GROUPS));
});

describe.each(GROUPS)('of %s,', (name) => {
  test.each(ROWS.filter(({ group }) => group === name).map((row) => ({ row, asked: askedAs(row) })))(
    '$asked',
    async ({ row }) => {
      await revisit(page, urlOf(inject('edition'), row.query, row.filters));
      if (row.none) await expectNothing(row);
      else await expectFirst(row);
    },
  );
});

async function expectFirst({ first, firstNote, firstEvidence }: Row) {
  if (first) expect(await addressOf(page.locator('.hits .hit').first())).toBe(first);
  if (firstNote) expect(await addressOf(hitsIn(page, 'In the notes').first())).toBe(firstNote);
  if (!firstEvidence) return;
  const hit = hitsIn(page, 'In the evidence').first();
  expect(await addressOf(hit)).toBe(firstEvidence.note);
  await hit.locator(`a[href$="/sources/${firstEvidence.source}/"]`).waitFor();
}

async function expectNothing({ filters = {}, suggests, without }: Row) {
  expect(await page.locator('.hits .hit').count()).toBe(0);
  if (suggests) await page.locator('.near', { hasText: suggests }).waitFor();
  if (!without) return;
  const words = new RegExp(`Without the filter .*${filters[without]![0]!}`);
  await page.locator('.near').getByRole('button', { name: words }).click();
  await page.locator('.hits .hit').first().waitFor();
}

function askedAs({ query, filters = {} }: Row): string {
  const chosen = Object.entries(filters).flatMap(([filter, values]) => `${filter}: ${values.join(', ')}`);
  return [query === '' ? [] : query, ...chosen].flat().join(' | ');
}
