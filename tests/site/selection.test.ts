import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { linkOf } from '../../src/client/cited-text.ts';
import type { enhanceCopying } from '../../src/client/copying.ts';
import type { readRange, readSelection } from '../../src/client/selection.ts';
import type { readPassage } from '../../src/client/whole-passage.ts';
import { fingerprint } from '../../src/core/hash.ts';
import { randomly } from '../core/support/randomly.ts';
import { launchChromium } from '../support/browser.ts';
import { bundleClient } from '../support/client.ts';
import { compareHighlight, paintHighlights, pictureOf, type Rect } from '../support/highlight.ts';
import { laidOut } from '../support/reading-page.ts';

/** What a selection cites, what it copies, and whether its link leads to exactly its words. */

declare global {
  // Put into the pages by this test.
  var Copying: { enhanceCopying: typeof enhanceCopying };
  var Selecting: { readSelection: typeof readSelection; readRange: typeof readRange };
  var Linking: { linkOf: typeof linkOf };
  var Whole: { readPassage: typeof readPassage };
  var spotsOf: () => (readonly [node: Text, offset: number] | null)[];
}

let browser: Browser;
let selecting: string;
let copying: string;
let linking: string;
let whole: string;
beforeAll(async () => {
  [browser, selecting, copying, linking, whole] = await Promise.all([
    launchChromium(),
    bundleClient('src/client/selection.ts', 'Selecting'),
    bundleClient('src/client/copying.ts', 'Copying'),
    bundleClient('src/client/cited-text.ts', 'Linking'),
    bundleClient('src/client/whole-passage.ts', 'Whole'),
  ]);
});
afterAll(() => browser.close());

/** How a reader may have the page: its width, and with its notes or without. */
const STATES = [
  { width: 1440, notes: '' },
  { width: 1440, notes: 'status=none' },
  { width: 390, notes: '' },
  { width: 390, notes: 'status=none' },
];

describe('200 random selections of the op-ed', () => {
  const SEED = 20261126;
  const COUNT = 200;
  /** Milliseconds: 200 pages are opened, one by one in each of four windows. */
  const PATIENCE = 900_000;
  /** In characters: from one word to several paragraphs, each order of size as often as another. */
  const LENGTHS = Array.from({ length: 64 }, (_, index) => Math.round(2500 ** (index / 63)));

  test(
    'each have a link that highlights exactly the words selected, widened to whole words',
    async () => {
      const address = `${inject('edition')}peace-deal/`;
      const text = await (await fetch(`${address}text.txt`)).text();
      const places = Array.from(text, (_, index) => index);
      const chosen = [...randomly(COUNT, SEED)].map((pick, index) => {
        const start = pick(places);
        return {
          index,
          start,
          end: Math.min(text.length, start + pick(LENGTHS)),
          isReversed: pick([true, false]),
        };
      });
      const contexts = await Promise.all(STATES.map((state) => contextIn(state)));
      const makers = await Promise.all(contexts.map((context) => openMaker(context, address)));
      const readers = await Promise.all(
        contexts.map(async (context) => {
          const page = await context.newPage();
          await paintHighlights(page);
          return page;
        }),
      );
      // What is made in one state of the page is opened in another.
      const check = async (state: number) => {
        const faults: string[] = [];
        let highlighted = 0;
        for (const { index, ...selected } of chosen.filter((_, turn) => turn % STATES.length === state)) {
          const wide = widened(text, selected);
          const made = await selectIn(makers[state]!, selected);
          const where = `${index} (${selected.start}–${selected.end})`;
          if (!wide || !made) {
            if (wide || made) faults.push(`${where}: ${JSON.stringify({ wide, made })}`);
            continue;
          }
          const words = text.slice(wide.start, wide.end);
          if (made.words !== words) faults.push(`${where}: has “${made.words}” for “${words}”`);
          if (made.isWhole) continue;
          const { missing, foreign } = await open(readers[(state + 1) % STATES.length]!, made.link, wide);
          highlighted += 1;
          if (missing + foreign > 0)
            faults.push(`${where}: ${made.link} misses ${missing} and adds ${foreign} pixels for “${words}”`);
        }
        return { faults, highlighted };
      };
      const found = await Promise.all(STATES.map((_, state) => check(state)));
      for (const context of contexts) await context.close();
      expect(
        found.flatMap(({ faults }) => faults),
        `seed ${SEED}`,
      ).toEqual([]);
      // What is whole has no need of its words; most are not.
      expect(found.reduce((sum, { highlighted }) => sum + highlighted, 0)).toBeGreaterThan(0.9 * COUNT);
    },
    PATIENCE,
  );

  /** By rules of its own, from the canonical text: whole words without white space at the ends. */
  function widened(text: string, { start, end }: { start: number; end: number }) {
    const words = [...new Intl.Segmenter('en-GB', { granularity: 'word' }).segment(text)].filter(
      ({ index, segment }) => index < end && index + segment.length > start && segment.trim() !== '',
    );
    const [first, last] = [words.at(0), words.at(-1)];
    return words.some(({ isWordLike }) => isWordLike)
      ? { start: first!.index, end: last!.index + last!.segment.length }
      : undefined;
  }
});

describe('A selection', () => {
  let context: BrowserContext;
  let maker: Page;
  let reader: Page;
  beforeAll(async () => {
    context = await contextIn(STATES[0]!);
    [maker, reader] = [await context.newPage(), await context.newPage()];
    await paintHighlights(reader);
  });
  afterAll(() => context.close());

  /** Each is selected but for its first letter and, where a word is left, its last. */
  test.each([
    {
      name: 'from one paragraph over a heading to another',
      words: 'marked.\nMap\nThe first',
      ends: ['p1s1', 'p2s1'],
      cited: ['One whole paragraph is marked.', 'Map', 'The first ends here.'],
    },
    {
      name: 'inside nested marks, whose sentences are in pieces',
      words: 'here. The second goes on',
      ends: ['p2s1', 'p2s2'],
      cited: ['The first ends here.', 'The second goes on after it.'],
    },
    {
      name: 'over the reference of a footnote',
      words: 'after it. A third',
      ends: ['p2s2', 'p2s3'],
      cited: ['The second goes on after it.', 'A third stands alone, with emphasis and a link.'],
    },
    {
      name: 'over items of a list, one within another',
      words: 'list\nAnother, with a number: 42 points\nDeeper',
      ends: ['p3s1', 'p5s1'],
      cited: ['A thing in a list', 'Another, with a number: 42 points', 'Deeper still'],
    },
    {
      name: 'over rows and cells of a table',
      words: 'cell Second cell\nleft',
      ends: ['p7', 'p8'],
      cited: ['First cell Second cell', 'left right'],
    },
    { name: 'in code', words: 'let x', ends: ['p9', 'p9'], cited: ['let x = { y: "<z>" };'] },
    { name: 'in the by-line', words: 'Tester', ends: ['p0s1', 'p0s1'], cited: ['By A Tester'] },
    {
      name: 'at the very end of the text',
      words: 'letters.',
      ends: ['p11s1', 'p11s1'],
      cited: ['As somebody asked, there is a word of LONG letters.'],
    },
    {
      name: 'of text that runs from right to left',
      slug: 'universal-declaration',
      words: 'متساوين في الكرامة',
      ends: ['p1s1', 'p1s1'],
      cited: ['يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.'],
    },
  ])(
    '$name has the right words, passages, fingerprint and link',
    async ({ slug = 'every-block', ...expected }) => {
      const address = `${inject('fixture')}${slug}/`;
      const text = await (await fetch(`${address}text.txt`)).text();
      const long = /\bsolang\w+/.exec(text)?.[0] ?? '';
      const start = text.indexOf(expected.words);
      const end = start + expected.words.length;
      await openIn(maker, address);
      const cut = /\p{L}\p{L}$/u.test(expected.words) ? 1 : 0;
      const made = await selectIn(maker, { start: start + 1, end: end - cut, isReversed: true });
      const [first, last] = expected.ends;
      expect(made).toMatchObject({
        first,
        last,
        words: expected.words,
        range: { start, end },
        isWhole: false,
      });
      expect(made!.fingerprint).toBe(fingerprint(expected.cited.join(' ').replace('LONG', long)));
      const to = first === last ? '' : `&to=${last}`;
      expect(made!.link.split(':~:')[0]).toBe(`${address}?v=${made!.fingerprint}${to}#${first}`);
      expect(await open(reader, made!.link, { start, end })).toEqual({ missing: 0, foreign: 0 });
    },
  );

  test.each([
    { name: 'exactly a paragraph', select: ['p6', 0, 'p6', -1], link: /\?v=42d13b2#p6$/ },
    { name: 'exactly a sentence', select: ['p6s1', 0, 'p6s1', -1], link: /\?v=ed35209#p6s1$/ },
    { name: 'exactly a row', select: ['p8', 0, 'p8', -1], link: /\?v=132bc34#p8$/ },
    {
      name: 'a paragraph by three clicks, which goes on to the next',
      select: ['p2', 0, 'over-the-end', 0],
      link: /\?v=977412e#p2$/,
    },
    {
      name: 'begun in a note before a paragraph',
      select: ['by-tester', 0, 'p1', -1],
      link: /\?v=1e4cf1f#p1$/,
    },
    {
      name: 'begun in the reference of a footnote',
      select: ['fnref-ordinary', 0, 'p2s3', -1],
      link: /\?v=fccaaed#p2s3$/,
    },
    { name: 'of the whole page', select: ['page:main', 0, 'page:keys', 0], link: /&to=p11#p0$/ },
    { name: 'within a note', select: ['by-tester', 0, 'by-tester', -1], link: undefined },
    { name: 'of the text’s footnotes', select: ['fn-ordinary', 0, 'fn-ordinary', -1], link: undefined },
    { name: 'of nothing', select: ['p2', 0, 'p2', 0], link: undefined },
  ] as const)('$name', async ({ select, link }) => {
    await openIn(maker, `${inject('fixture')}every-block/`);
    const made = await maker.evaluate(async ([from, start, to, end]) => {
      const range = document.createRange();
      range.setStart(document.getElementById(from)!, start);
      const last = document.getElementById(to)!;
      range.setEnd(last, end < 0 ? last.childNodes.length : end);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
      const reading = document.querySelector<HTMLElement>('.reading')!;
      const selected = await globalThis.Selecting.readSelection(getSelection()!, reading);
      return selected && globalThis.Linking.linkOf(selected, location.pathname);
    }, select);
    if (link) expect(made).toMatch(link);
    else expect(made).toBeUndefined();
  });

  /** Terms end where dictionaries cannot differ, and words cut in two are found by what stands beside them. */
  test('in a script without spaces is widened to letters, and found', async () => {
    const address = `${inject('fixture')}every-block/`;
    await maker.goto(address);
    await context.route(`${address}?chinese*`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<article class="reading" lang="zh"><section class="para"><p id="p1" data-v="0000000"><span id="p1s1" data-v="0000000">人人生而自由，在尊严和权利上一律平等。</span><span id="p1s2" data-v="1111111">他们赋有理性和良心，并应以兄弟关系的精神相对待。</span></p></section></article>`,
      }),
    );
    await maker.goto(`${address}?chinese`);
    await maker.evaluate(selecting);
    await maker.evaluate(linking);
    const text = '人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。';
    for (const words of ['严和权', '人', '良心，并', '等。他们']) {
      const [start, end] = [text.indexOf(words), text.indexOf(words) + words.length];
      const made = await selectIn(maker, { start, end, isReversed: false });
      expect(made!.words).toBe(words);
      await reader.goto('about:blank');
      await reader.goto(`${address}?chinese#${made!.link.split('#')[1]}`);
      await laidOut(reader);
      expect(await highlightFaults(reader, { start, end }), made!.link).toEqual({ missing: 0, foreign: 0 });
    }
  });
});

describe('A passage that is cited whole', () => {
  test.each([
    ['edition', 'peace-deal/'],
    ['fixture', 'every-block/'],
    ['fixture', 'waterside-lamps/'],
  ] as const)('is read by itself as among all others, in the %s: /%s', async (site, path) => {
    const context = await contextIn(STATES[0]!);
    const page = await context.newPage();
    await openIn(page, inject(site) + path);
    await page.evaluate(whole);
    const read = await page.evaluate(() => {
      const reading = document.querySelector<HTMLElement>('.reading')!;
      const ownPieces = (passage: HTMLElement) => [
        passage,
        ...document.querySelectorAll(`[data-of="${CSS.escape(passage.id)}"]`),
      ];
      const passages = [...reading.querySelectorAll<HTMLElement>('.para [data-v]')];
      const pairs = passages.map(async (passage) => {
        const range = document.createRange();
        range.setStartBefore(passage);
        range.setEndAfter(ownPieces(passage).at(-1)!);
        const among = await globalThis.Selecting.readRange(range, reading);
        return [among, globalThis.Whole.readPassage(passage)].map(
          (selected) =>
            selected && {
              words: selected.words,
              fingerprint: selected.fingerprint,
              isPart: selected.part !== undefined,
              range: String(selected.range),
            },
        );
      });
      return Promise.all(pairs);
    });
    expect(read.length).toBeGreaterThan(0);
    for (const [among, alone] of read) expect(alone).toEqual(among);
    await context.close();
  });
});

describe('Ctrl-C', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await contextIn(STATES[0]!);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
  });
  afterAll(() => context.close());

  /** Selects from the start of one passage to the end of another, presses the keys, and reads what came of it. */
  async function copy(from: string, to: string) {
    await page.evaluate(
      ([first, last]) => {
        const range = document.createRange();
        range.selectNodeContents(document.getElementById(last)!);
        range.setStart(document.getElementById(first)!, 0);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(range);
      },
      [from, to] as const,
    );
    await page.keyboard.press('Control+c');
    return page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item!.getType(type)).text();
      return { plain: await read('text/plain'), html: await read('text/html') };
    });
  }

  test.each(['by the browser alone', 'with the page’s help'])(
    'of any passage gives its words alone, %s',
    async (by) => {
      await page.goto(`${inject('edition')}peace-deal/`);
      await laidOut(page);
      if (by !== 'by the browser alone') await helpCopying();
      const passages = await page
        .locator('.para [data-v]')
        .evaluateAll((all) => all.map(({ id, tagName }) => ({ id, isBlock: tagName !== 'SPAN' })));
      const text = await (await fetch(`${inject('edition')}peace-deal/text.txt`)).text();
      const blocks = text.split('\n');
      const wrong: unknown[] = [];
      let block = -1;
      for (const { id, isBlock } of passages) {
        if (isBlock) block += 1;
        const { plain, html } = await copy(id, id);
        const words = plain.trim();
        const isRight = isBlock ? words === blocks[block] : words !== '' && blocks[block]!.includes(words);
        if (!isRight || wordsIn(html) !== words) wrong.push({ id, plain, html });
      }
      expect(passages.length).toBeGreaterThan(100);
      expect(wrong).toEqual([]);
    },
  );

  test('over several paragraphs gives no note between them, nor marks, numbers and styles', async () => {
    await page.goto(`${inject('fixture')}every-block/`);
    await laidOut(page);
    await helpCopying();
    expect(await copy('p0', 'p2')).toEqual({
      plain:
        'By A Tester\n\nOne whole paragraph is marked.\n\nMap\n\nThe first ends here. The second goes on after it. A third stands alone, with emphasis and a link.',
      html: '<p>By A Tester</p>\n<p>One whole paragraph is marked.</p>\n<h2>Map</h2>\n<p>The first ends here. The second goes on after it. A third stands alone, with <em>emphasis</em> and <a href="https://example.org/">a link</a>.</p>',
    });
    const { plain, html } = await copy('p4', 'p9');
    expect(plain).toBe(
      'Another, with a number: 42 points\n\nDeeper still\n\nWords of somebody else. They run to two sentences.\n\nFirst cell\tSecond cell\nleft\tright\n\nlet x = { y: "<z>" };',
    );
    expect(wordsIn(html)).toBe(plain.replace(/\s+/g, ' '));
    expect(html).not.toMatch(/class|style|data-|<span/);
  });

  test('of a note gives the note', async () => {
    await page.goto(`${inject('fixture')}every-block/#by-tester`);
    await laidOut(page);
    await helpCopying();
    expect((await copy('by-tester', 'by-tester')).plain).toContain('A by-line is no statement.');
  });

  async function helpCopying() {
    await page.evaluate(copying);
    await page.evaluate(() =>
      globalThis.Copying.enhanceCopying(document.querySelector<HTMLElement>('.reading')!),
    );
  }
});

/** The words of a piece of HTML, as pasted. */
function wordsIn(html: string): string {
  const read = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(read).join('') : '';
  return read(parseFragment(html)).replace(/\s+/g, ' ').trim();
}

async function openIn(page: Page, address: string) {
  await page.goto(address);
  await laidOut(page);
  await page.evaluate(selecting);
  await page.evaluate(linking);
}

async function contextIn({ width, notes }: (typeof STATES)[number]): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(listSpots);
  await context.addInitScript((choice) => localStorage.setItem('postil-notes', choice), notes);
  return context;
}

async function openMaker(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await openIn(page, address);
  return page;
}

/** Where in the page each character of the canonical text is: `null` for the line feeds between blocks. */
function listSpots() {
  globalThis.spotsOf = () => {
    const blocks = document.querySelectorAll('.para [data-v]:not(span)');
    return [...blocks].flatMap((block, index) => {
      const own: (readonly [Text, number])[] = [];
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const isSpace = ([node, offset]: readonly [Text, number]) => /\s/.test(node.data[offset]!);
      for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
        for (let offset = 0; offset < node.length; offset += 1) {
          const spot = [node, offset] as const;
          if (!isSpace(spot) || (own.length > 0 && !isSpace(own.at(-1)!))) own.push(spot);
        }
      }
      if (own.length > 0 && isSpace(own.at(-1)!)) own.pop();
      return index === 0 ? own : [null, ...own];
    });
  };
}

/** Selects characters of the canonical text, and reads the selection. */
async function selectIn(page: Page, chosen: { start: number; end: number; isReversed: boolean }) {
  return page.evaluate(async ({ start, end, isReversed }) => {
    const spots = globalThis
      .spotsOf()
      .slice(start, end)
      .filter((spot) => spot !== null);
    const [first, last] = [spots.at(0), spots.at(-1)];
    if (!first || !last) return undefined;
    const ends = [first[0], first[1], last[0], last[1] + 1] as const;
    if (isReversed) getSelection()!.setBaseAndExtent(ends[2], ends[3], ends[0], ends[1]);
    else getSelection()!.setBaseAndExtent(...ends);
    const reading = document.querySelector<HTMLElement>('.reading')!;
    const selected = await globalThis.Selecting.readSelection(getSelection()!, reading);
    if (!selected) return undefined;
    const { words, part, fingerprint: digits, range } = selected;
    const indexOf = (node: Node, offset: number) =>
      globalThis.spotsOf().findIndex((spot) => spot?.[0] === node && spot[1] === offset);
    return {
      first: selected.first.id,
      last: selected.last.id,
      words,
      isWhole: part === undefined,
      fingerprint: digits,
      range: {
        start: indexOf(range.startContainer, range.startOffset),
        end: indexOf(range.endContainer, range.endOffset - 1) + 1,
      },
      link: globalThis.Linking.linkOf(selected, location.origin + location.pathname),
    };
  }, chosen);
}

/** Opens a link as a reader does, and compares what is highlighted with a stretch of the canonical text. */
async function open(page: Page, link: string, stretch: { start: number; end: number }) {
  await page.goto('about:blank');
  await page.goto(link);
  // What was cited is said above the passage, which moves down.
  await page.locator('.vd').first().waitFor();
  await laidOut(page);
  return highlightFaults(page, stretch);
}

async function highlightFaults(page: Page, { start, end }: { start: number; end: number }) {
  // Fonts that came too late for the first layout are taken at that for a picture of the whole page.
  await pictureOf(page);
  await laidOut(page);
  const rects = await page.evaluate(
    ([from, to]) =>
      globalThis
        .spotsOf()
        .slice(from, to)
        .filter((spot) => spot !== null)
        .reduce<{ node: Text; from: number; to: number }[]>((runs, [node, offset]) => {
          const last = runs.at(-1);
          if (last?.node === node) last.to = offset + 1;
          else runs.push({ node, from: offset, to: offset + 1 });
          return runs;
        }, [])
        .flatMap((run): Rect[] => {
          const range = document.createRange();
          range.setStart(run.node, run.from);
          range.setEnd(run.node, run.to);
          return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
            left: left + scrollX,
            top: top + scrollY,
            right: right + scrollX,
            bottom: bottom + scrollY,
          }));
        }),
    [start, end] as const,
  );
  return compareHighlight(page, rects);
}
