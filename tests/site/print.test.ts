import type { Browser } from 'playwright-core';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { statusWord } from '../../src/components/words.ts';
import { noteLink } from '../../src/core/address.ts';
import type { Annotation } from '../../src/core/annotation.ts';
import { inWords } from '../../src/core/date.ts';
import type { Reading } from '../../src/core/reading.ts';
import { splitSentences } from '../../src/core/sentence.ts';
import type { Source } from '../../src/core/source.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';

/** What comes out of the printer: the PDF of a reading, and the words in it. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Readings of both sites, each printed by several readers. */
const prints = [
  { site: 'edition' as const, ...readContent() },
  { site: 'fixture' as const, ...readContent(FIXTURE_CONTENT) },
].flatMap(({ site, readings, sources }) =>
  readings.flatMap((reading) =>
    [
      { by: 'without JavaScript', javaScriptEnabled: false, width: 1440, at: '' },
      { by: 'with JavaScript', javaScriptEnabled: true, width: 1440, at: '' },
      { by: 'on a phone, with a note open', javaScriptEnabled: true, width: 390, at: '#' },
    ].map((reader) => ({ site, reading, sources, slug: reading.slug, ...reader })),
  ),
);

const INTERFACE =
  /Copy link|Copy reference|Report an error|Own page|Previous|Dark page|What the lines mean|Skip to|more excerpt|\d notes?\b/;
const MOST_PAGES = 14;
/** What stands at the foot of each page. */
const NAMES = { edition: 'Postil', fixture: 'The Tester’s “Reader”' };

describe.each(prints)('$slug, printed $by,', ({ site, reading, sources, javaScriptEnabled, width, at }) => {
  let pages: string[];
  let words: string;
  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${inject(site)}${reading.slug}/${at && at + reading.annotations[0]!.id}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await context.close();
    const { text } = await extractText(new Uint8Array(pdf));
    const foot = new RegExp(`^\\s*\\d+ of \\d+\\s*${NAMES[site]}`);
    for (const each of text) expect(each).toMatch(foot);
    pages = text.map((each) => each.replace(foot, ''));
    words = bare(pages.join('\n'));
  });

  test('has every note once, numbered, in order, with all that it says, its sources’ addresses, and its link.', () => {
    const starts = reading.annotations.map((annotation) => {
      const { id, number, finding } = annotation;
      const { status, kind } = statusWord(annotation);
      const start = bare(`${number} ${status} ${kind}. ${finding}`);
      expect(countOf(start, words), id).toBe(1);
      return words.indexOf(start);
    });
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const [index, annotation] of reading.annotations.entries()) {
      const note = words.slice(starts[index], starts[index + 1]);
      for (const said of whatIsSaid(annotation, reading)) expect(note, annotation.id).toContain(bare(said));
      for (const address of addressesOf(annotation, sources))
        expect(countOf(bare(`<${address}>`), note), `${annotation.id}: ${address}`).toBe(1);
      const link = bare(noteLink(reading, annotation));
      expect(countOf(link, note), annotation.id).toBe(1);
      expect(countOf(link, words), annotation.id).toBe(1);
    }
  });

  test('has title and text, whole and in order.', () => {
    const said = [reading.title, ...reading.blocks.map(({ text }) => text)];
    if (reading.direction === 'rtl') {
      // Of such a script a PDF has the signs, in an order of its own: no letter is missing.
      expect(lettersMissing(said.join(''), words)).toEqual([]);
      return;
    }
    const print = withoutNumbers(words);
    let end = 0;
    for (const passage of said.map((text) => withoutNumbers(bare(text)))) {
      const start = print.indexOf(passage, end);
      expect(start, passage).toBeGreaterThanOrEqual(end);
      end = start + passage.length;
    }
  });

  test('has a head that says what it is, and at the end how it is cited; nothing of the interface.', () => {
    const checks = reading.annotations.flatMap(({ checked }) => checked ?? []).sort();
    expect(words).toContain(
      bare(`Edition ${reading.edition.edition}. Last check ${inWords(checks.at(-1)!)}`),
    );
    expect(words).toContain(bare('To cite this reading'));
    expect(words.endsWith(bare('Lines under words in the excerpts are ours.'))).toBe(true);
    expect(pages.join('\n')).not.toMatch(INTERFACE);
  });

  test('can be stapled.', () => {
    expect(pages.length).toBeLessThanOrEqual(MOST_PAGES);
  });
});

/** Words as they can be told apart in a print: lines end anywhere, also in an address, and with hyphens of their own. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u2010-]/gu, '');
}

/** The notes' numbers stand between the words of the text. */
function withoutNumbers(text: string): string {
  return text.replace(/[\d[\]]/g, '');
}

function lettersMissing(text: string, print: string): string[] {
  const letters = new Set(bare(text).match(/\p{L}/gu));
  return [...letters].filter((letter) => countOf(letter, print) < countOf(letter, bare(text)));
}

function countOf(part: string, whole: string): number {
  return whole.split(part).length - 1;
}

function whatIsSaid({ id, body, since, replies }: Annotation, { corrections }: Reading): string[] {
  return [
    ...body.flatMap(({ text }) => splitSentences(text, 'en')),
    ...since.map(({ text }) => text),
    ...replies.map(({ text }) => text),
    ...corrections.filter(({ annotation }) => annotation === id).map(({ why }) => why),
  ];
}

function addressesOf(
  { evidence, since, source }: Annotation,
  sources: ReadonlyMap<string, Source>,
): Set<string> {
  const keys = [...evidence, ...since].map((each) => each.source).concat(source ?? []);
  return new Set(keys.flatMap((key) => sources.get(key)?.URL ?? []));
}
