import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pagefind } from '../../src/client/index-api.ts';
import { placeOfIndex, type Searchable, writeIndex } from '../../src/build/search-index.ts';
import { ordinalOf } from '../../src/core/search-meta.ts';
import { RANKING } from '../../src/core/search-ranking.ts';
import { parseQuery } from '../../src/core/search-query.ts';
import type { Pack } from '../../src/core/search-pack.ts';
import { claim, read, SOURCES } from '../core/support/reading.ts';
import { launchChromium } from '../support/browser.ts';

const BODY =
  '## Winter\n\n' +
  `Snow fell on the ${claim('cold', 'northern valley')}. It cost €140 billion, said O’Beara.\n\n` +
  '[^cold]: Roads were closed.\n\n    Trains ran late.\n\n    <Evidence source="earlier" bearing="context">The valley lay open</Evidence>\n';

function contentOf(body: string, language = 'en-GB'): Searchable {
  return { readings: [read(body, { language }).reading], sources: SOURCES };
}

/** Names without Pagefind’s own part, each once. */
function kindsOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  return [
    ...new Set([...files.keys()].map((name) => name.replace(/(?<=[/.]\w\w)_[0-9a-f]+(?=\.)|\d+/g, ''))),
  ].sort();
}

describe('The files of an index', () => {
  test('are what a search fetches, and nothing that it does not.', async () => {
    const { files } = await writeIndex(contentOf(BODY));
    expect(kindsOf(files)).toEqual([
      'en/details-.json',
      'en/facet-bearing.json',
      'en/facet-publisher.json',
      'en/facet-source.json',
      'en/facet-year.json',
      'en/index/en.pf_index',
      'en/pack-.json',
      'en/pagefind-entry.json',
      'en/pagefind.all.pf_meta',
      'en/pagefind.js',
      'en/wasm.en.pagefind',
      'en/words.json',
    ]);
  });

  test('have the WebAssembly without a stemmer where the language has none.', async () => {
    const { files, languages } = await writeIndex(contentOf('Зима прийшла.', 'uk'));
    expect(languages).toEqual(['uk']);
    expect([...files.keys()].filter((name) => name.includes('wasm'))).toEqual(['uk/wasm.unknown.pagefind']);
  });

  test('are in a folder for each language.', async () => {
    const [first, second] = [contentOf(BODY), contentOf('Зима прийшла.', 'uk')];
    const readings = [...first.readings, { ...second.readings[0]!, slug: 'zyma' }];
    const { files, languages } = await writeIndex({ readings, sources: SOURCES });
    expect(languages).toEqual(['en', 'uk']);
    const pack = JSON.parse(new TextDecoder().decode(files.get('uk/pack-0.json'))) as Pack;
    expect(pack.records).toMatchObject([{ ordinal: 0, text: 'Зима прийшла.' }]);
  });

  test('are none where nothing is published.', async () => {
    const { files, languages } = await writeIndex({ readings: [], sources: SOURCES });
    expect([files.size, languages]).toEqual([0, []]);
  });

  test('have a minified script.', async () => {
    const { files } = await writeIndex(contentOf(BODY));
    const script = new TextDecoder().decode(files.get('en/pagefind.js'));
    expect(script.split('\n').length).toBeLessThan(20);
    expect(script.length).toBeLessThan(40_000);
  });
});

describe('The folder of an index', () => {
  const { folder } = placeOfIndex(contentOf(BODY));

  test('is the same for the same content, whoever asks.', async () => {
    expect(folder).toMatch(/^pagefind\/[0-9a-f]{10}$/);
    expect(placeOfIndex(contentOf(BODY)).folder).toBe(folder);
    expect((await writeIndex(contentOf(BODY))).folder).toBe(folder);
  });

  test.each([
    ['a word changes', BODY.replace('Snow', 'Rain')],
    ['only its capitals change', BODY.replace('Snow', 'SNOW')],
    ['a status changes', BODY.replace('opinion', 'unchecked')],
    ['an excerpt changes', BODY.replace('lay open', 'lay closed')],
  ])('is another where %s.', (_, body) => {
    expect(placeOfIndex(contentOf(body)).folder).not.toBe(folder);
  });
});

const ADDRESS = 'http://index.test/';
// A string, because Vitest would rewrite an import in code for the page.
const START =
  `const index = await import('${ADDRESS}en/pagefind.js'); await index.options(${JSON.stringify({ noWorker: true, ranking: RANKING })}); ` +
  'await index.init(); globalThis.index = index;';

/** A page that has the index of a content. */
async function pageOver(browser: Browser, content: Searchable): Promise<Page> {
  const { files } = await writeIndex(content);
  const page = await browser.newPage();
  await page.route(`${ADDRESS}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(name);
    if (!body) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    const contentType = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    return route.fulfill({ contentType, body: Buffer.from(body) });
  });
  await page.goto(ADDRESS);
  await page.addScriptTag({ type: 'module', content: START });
  await page.waitForFunction(() => 'index' in globalThis);
  return page;
}

/** Ids of what is found on such a page, in its order. */
function foundOn(page: Page, words: string): Promise<string[]> {
  return page.evaluate(async (asked) => {
    const { index } = globalThis as unknown as { index: Pagefind };
    return (await index.search(asked)).results.map(({ id }) => id);
  }, words);
}

describe('Pagefind, asked as the search asks it,', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await pageOver(browser, contentOf(BODY));
  });
  afterAll(() => browser.close());

  const found = (words: string) => foundOn(page, words);
  const tokensOf = (query: string) => parseQuery(query, 'en').flatMap(({ tokens }) => tokens);

  test('names records by their ordinals.', async () => {
    const LETTERS = 'bcdfg';
    const words = Array.from({ length: LETTERS.length ** 4 }, (_, at) =>
      [125, 25, 5, 1].map((step) => LETTERS[Math.floor(at / step) % LETTERS.length]).join(''),
    ).toReversed();
    const large = await pageOver(browser, contentOf(words.map((word) => `One ${word}.`).join('\n\n')));
    for (const at of [0, 1, 9, 10, 99, 100, 255, 256, 499, 624]) {
      const found = await foundOn(large, `"${words[at]!}"`);
      expect(found.map(ordinalOf), words[at]).toEqual([at]);
    }
  });

  test.each([
    ['northern valley', 2],
    ['140', 1],
    ['140 billion', 1],
    ['140 bill', 1],
    ['€140bn', 1],
    ['OBeara', 1],
    ['beara', 1],
    ['closing', 1],
  ])('finds %s %i times.', async (query, times) => {
    expect(await found(tokensOf(query).join(' '))).toHaveLength(times);
  });

  test.each([
    ['northern valley', 2],
    ['roads were closed', 1],
    ['valley roads', 0],
    ['closed trains', 0],
    ['valley northern', 0],
    ['n140z billion', 0],
  ])(
    'finds the phrase “%s” %i times: none goes from one part of a record into the next.',
    async (phrase, times) => {
      expect(await found(`"${phrase}"`)).toHaveLength(times);
    },
  );

  test('finds no number in another.', async () => {
    for (const query of ['14', '14 billion', '$140 billion'])
      expect(await found(`"${tokensOf(query).join(' ')}"`), query).toEqual([]);
  });
});
