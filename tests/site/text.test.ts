import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { notePath, sourcePath } from '../../src/core/address.ts';
import { rebuild } from '../../src/core/passage.ts';
import { bareText } from '../support/bare-text.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

/** The built page holds the text of record, and an element for every passage of it. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const sites = [
  { site: 'edition' as const, content: 'content' },
  { site: 'fixture' as const, content: FIXTURE_CONTENT },
];

for (const { site, content } of sites) {
  for (const reading of readings(content)) {
    describe(`${reading.slug} in the built ${site}`, () => {
      const original = readFileSync(`${content}/readings/${reading.slug}/original.txt`, 'utf8');

      test('the visible text is the original, block by block, character by character', async () => {
        await page.goto(`${inject(site)}${reading.slug}/`);
        const drawn = await page.evaluate(visibleBlocks);
        expect(drawn.map(({ text }) => text)).toEqual(reading.blocks.map(({ slice }) => slice));
        expect(drawn.map(({ id }) => id)).toEqual(reading.blocks.map(({ anchor }) => anchor));
        expect(rebuild(reading)).toBe(original);
      });

      test('nothing but the text stands in the passages', async () => {
        await page.goto(`${inject(site)}${reading.slug}/`);
        const words = await page.evaluate(bareText);
        expect(words.replace(/\s+/g, '')).toBe(original.replace(/\s+/g, ''));
      });

      test('every passage has an element with its anchor, which holds its words', async () => {
        await page.goto(`${inject(site)}${reading.slug}/`);
        const anchors = reading.blocks
          .flatMap((block) => [block, ...block.sentences])
          .map(({ anchor }) => anchor);
        const found = await page.evaluate(wordsAt, anchors);
        const words = reading.blocks
          .flatMap((block) => [block, ...block.sentences])
          .map(({ slice }) => slice);
        expect(found.map((text) => text?.replace(/\s+/g, ' ').trim())).toEqual(
          words.map((slice) => slice.replace(/\s+/g, ' ').trim()),
        );
      });

      test('every annotation has one mark and one note, and the mark holds its words', async () => {
        await page.goto(`${inject(site)}${reading.slug}/`);
        const marked = await page.evaluate(
          (ids) =>
            ids.map((id) => ({
              notes: document.querySelectorAll(`[id="${id}"][role="doc-footnote"]`).length,
              words: [...document.querySelectorAll(`.para a[role="doc-noteref"][href="#${id}"]`)]
                .map(({ textContent }) => textContent)
                .join(''),
            })),
          reading.annotations.map(({ id }) => id),
        );
        for (const [index, { notes, words }] of marked.entries()) {
          const annotation = reading.annotations[index]!;
          expect(notes, annotation.id).toBe(1);
          const inner = reading.annotations.filter(({ within }) => within === annotation.id);
          const own = inner.reduce((text, { quote }) => text.replace(quote, ''), annotation.quote);
          expect(words, annotation.id).toBe(own);
        }
      });
    });
  }
}

test('templates put no space before a comma or a full stop, and none goes missing after one', async () => {
  const [reading] = readings();
  const { slug, annotations } = reading!;
  // A source that notes quote, one that the words name, and one that was not consulted at its own address.
  const { sources } = readContent();
  const shown = [
    annotations.find(({ evidence }) => evidence.length > 0)?.evidence[0]!.source,
    annotations.find(({ kind, source }) => kind === 'source' && source)?.source,
    [...sources.values()].find(({ via }) => via)?.key,
    [...sources.values()].find(({ consulted }) => !consulted)?.key,
  ].filter((key) => key !== undefined);
  const note = annotations.find(({ since }) => since.length > 0) ?? annotations[0];
  for (const path of [
    '',
    `${slug}/`,
    ...(note ? [notePath({ slug }, note.id)] : []),
    `${slug}/cite/`,
    'claims/',
    'figures/',
    'search/',
    'sources/',
    'timeline/',
    ...shown.map(sourcePath),
  ]) {
    await page.goto(inject('edition') + path);
    const lines = await page
      .locator(
        '.by, .by2, .facts, .map figcaption p, .label p, .at, .found, .who, .figures td, .src, .crumb, .meta, .end p, .foot nav, .top nav, .cite, .lead, .ones p, .table th span, .table td span, .record dd, .piece, .aside',
      )
      .evaluateAll((elements) => elements.map(({ textContent }) => textContent.replace(/\s+/g, ' ')));
    expect(
      lines.filter((line) =>
        / [,.;:]( |$)|[a-z][.,;][A-Z]|[a-z][A-Z][a-z]+ /.test(line.replace(/\S+\.\S+/g, '')),
      ),
    ).toEqual([]);
  }
});

/** The drawn blocks with their anchors; a cell of a table ends in a tab, as in the original. */
function visibleBlocks() {
  return [...document.querySelectorAll<HTMLElement>('.reading .para [data-v]:not(span)')].map((block) => ({
    id: block.id,
    text: block.matches('tr')
      ? [...block.children].map(({ textContent }) => textContent).join('\t')
      : block.innerText.replace(/\n$/, ''),
  }));
}

function wordsAt(anchors: string[]) {
  return anchors.map((anchor) => {
    const element = document.getElementById(anchor);
    if (!element) return undefined;
    const rest = [...document.querySelectorAll(`[data-of="${anchor}"]`)];
    return element.matches('tr')
      ? [...element.children].map(({ textContent }) => textContent).join('\t')
      : [element, ...rest].map(({ textContent }) => textContent).join('');
  });
}
