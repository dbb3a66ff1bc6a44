import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { makeContent, PER_READING } from '../../src/bench/synthetic.ts';
import { writeIndex } from '../../src/build/search-index.ts';
import { searchIndexes } from '../../src/core/search-index.ts';
import { volumesOf } from '../../src/core/search-meta.ts';
import type { SearchRecord } from '../../src/core/search-record.ts';
import { launchChromium } from '../support/browser.ts';
import { answered, ask, hitsIn } from '../support/search-page.ts';

/** An index so large that Pagefind has it in several volumes: made up, in the place of the edition's. */
const ANNOTATIONS = 6000;
const { readings, sources } = makeContent(ANNOTATIONS, 1, PER_READING);
const { records } = searchIndexes(readings, sources)[0]!;
const volumes = volumesOf(records.length);

/** Of the address of a file of the index, its name within the folder of all. */
const FILE = /\/pagefind\/[0-9a-f]+\/(.+)$/;

let browser: Browser;
let page: Page;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  browser = await launchChromium();
  ({ files } = await writeIndex({ readings, sources }));
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  await page.route(FILE, async (route) => {
    const name = FILE.exec(new URL(route.request().url()).pathname)![1]!;
    const body = files.get(name);
    const contentType = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    await (body ? route.fulfill({ contentType, body: Buffer.from(body) }) : route.fulfill({ status: 404 }));
  });
  await page.goto(`${inject('edition')}search/`);
  return () => page.close();
});

describe('A large index', () => {
  test('has volumes, and in the first the program for all.', () => {
    expect(volumes).toHaveLength(2);
    const namesIn = (folder: string) =>
      [...files.keys()]
        .filter((name) => name.startsWith(folder) && !name.slice(folder.length).includes('/'))
        .map((name) => name.slice(folder.length));
    expect(namesIn('en/')).toEqual(expect.arrayContaining(['pagefind.js', 'wasm.en.pagefind']));
    expect(namesIn('en/1/').sort()).toEqual(['pagefind-entry.json', 'pagefind.all.pf_meta']);
    expect(namesIn('en/1/index/')).not.toEqual([]);
  });

  test.each(volumes)('answers from record $from on.', async (volume) => {
    const words = wordsOfOne(volume);
    await ask(page, `"${words}"`);
    expect(await hitsIn(page).count()).toBe(1);
    expect((await hitsIn(page).innerText()).toLowerCase()).toContain(words);
  });

  test.each([
    ['list', '**/1/pagefind.all.pf_meta'],
    ['entry', '**/1/pagefind-entry.json*'],
    ['part', '**/1/index/*'],
  ])('does not answer without the %s of a volume, and says so; then it does.', async (_, pattern) => {
    const words = wordsOfOne(volumes[1]!);
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.getByRole('searchbox').fill(`"${words}"`);
    await page.locator('.retry').waitFor();
    expect(await hitsIn(page).count()).toBe(0);
    await page.unroute(pattern);
    await page.locator('.retry').click();
    await answered(page, `"${words}"`);
    expect(await hitsIn(page).count()).toBe(1);
  });
});

/** Words that one record alone has in a row: of the first in a stretch that is a note and has such. */
function wordsOfOne({ from, to }: { from: number; to: number }): string {
  const all = records.map(textOf);
  for (const record of records.slice(from, to)) {
    if (record.facets.in?.[0] !== 'note') continue;
    const [words] = /(?: [a-z]+){5}(?= )/.exec(textOf(record)) ?? [];
    if (words && all.filter((text) => text.includes(`${words} `)).length === 1) return words.trim();
  }
  throw new Error('No note has words of its own.');
}

/** All words of a record, with a space on both sides of each. */
function textOf({ fields }: SearchRecord): string {
  return ` ${fields.map(({ words }) => words).join(' | ')} `;
}
