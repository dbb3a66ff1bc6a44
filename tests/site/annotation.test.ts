import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { notePath } from '../../src/core/address.ts';
import type { Annotation } from '../../src/core/annotation.ts';
import { inWords } from '../../src/core/date.ts';
import { developmentsOf } from '../../src/core/development.ts';
import { OF_ANNOTATION } from '../../src/core/export/formats.ts';
import type { Reading } from '../../src/core/reading.ts';
import { sharersOf } from '../../src/core/sharing.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';

/** The annotations' own pages: complete without scripts, and all of them say what the data says. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
afterAll(() => browser.close());

const each = [
  { site: 'edition' as const, ...readContent() },
  { site: 'fixture' as const, ...readContent(FIXTURE_CONTENT) },
].flatMap(({ site, readings, sources }) => readings.map((reading) => ({ site, reading, sources })));

/** From a small phone to a wide window. */
const WIDTHS = [320, 390, 820, 1440];
/** The smallest letters that can be read. */
const SMALLEST = 11;

describe.each(each)('every annotation of $reading.slug', ({ site, reading, sources }) => {
  const { annotations } = reading;
  const pathOf = (id: string) => new URL(inject(site)).pathname + notePath(reading, id);
  const textPath = () => `${new URL(inject(site)).pathname}${reading.slug}/`;

  /** What each page says, and how it fits a window. */
  let seen: (ReturnType<typeof saidHere> & { annotation: Annotation; fits: Fit[] })[] = [];
  beforeAll(async () => {
    seen = [];
    for (const annotation of annotations) {
      await page.setViewportSize({ width: WIDTHS.at(-1)!, height: 900 });
      await page.goto(new URL(pathOf(annotation.id), inject(site)).href);
      const said = await page.evaluate(saidHere);
      const fits: Fit[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        fits.push(await page.evaluate(fitHere));
      }
      seen.push({ annotation, ...said, fits });
    }
  }, 120_000);

  test('says the text’s words, then what they are, then what was found', () => {
    for (const { annotation, heading } of seen) {
      const { id, quote, status = 'remark', finding } = annotation;
      const verdict = heading.toLowerCase().indexOf(status, quote.length);
      expect(heading.indexOf(quote), id).toBe(1);
      expect(verdict, id).toBeGreaterThan(quote.length);
      expect(heading.indexOf(finding, verdict), id).toBeGreaterThan(verdict);
      expect(heading.endsWith(finding), id).toBe(true);
    }
  });

  test('stands between its neighbours, in one chain in the order of the text', () => {
    for (const [index, { previous, next }] of seen.entries()) {
      const beside = [index - 1, index + 1].map(
        (place) => annotations[place] && pathOf(annotations[place].id),
      );
      expect([previous, next]).toEqual(beside.map((path) => path ?? null));
    }
  });

  test('has its number for the eye alone, at the head and after its words, as its neighbours have', () => {
    for (const { annotation, mark, numbers, crumb } of seen) {
      const { id, number, quote } = annotation;
      const beside = [number - 1, number + 1].filter((other) => other > 0 && other <= annotations.length);
      expect(mark.text, id).toBe(quote);
      expect(numbers, id).toEqual([number, number, ...beside].map(String));
      expect(crumb, id).not.toContain('note');
    }
  });

  test('leads to its mark in the text, whose note leads back', async () => {
    for (const { annotation, mark, way } of seen) {
      expect(mark.href).toBe(`${textPath()}#m-${annotation.id}`);
      expect(way).toBe(mark.href);
    }
    const text = await (await fetch(`${inject(site)}${reading.slug}/`)).text();
    for (const { id } of annotations) {
      expect(text.split(`id="m-${id}"`), id).toHaveLength(2);
      expect(text.split(`href="${pathOf(id)}"`), id).toHaveLength(2);
    }
  });

  test('tells each development once, with its date and who says so', () => {
    for (const { annotation, developments, words } of seen) {
      const told = developmentsOf(annotation, reading);
      expect(developments.length, annotation.id).toBe(told.length);
      for (const [index, { date, text, sources: keys }] of told.entries()) {
        const item = developments[index]!;
        expect(item.words.startsWith(`${inWords(date)} ${plain(text)}`), text).toBe(true);
        expect(item.sources).toEqual(keys);
        expect(words.split(plain(text)), text).toHaveLength(2);
      }
    }
  });

  test('draws its developments on an axis, with what evidence has a date, and nothing where there are none', () => {
    for (const { annotation, drawn } of seen) {
      const told = developmentsOf(annotation, reading);
      const dated = annotation.evidence.filter(({ source }) => sources.get(source)!.issued !== undefined);
      const expected = told.length === 0 ? undefined : { strokes: dated.length, dots: told.length };
      expect(drawn && { strokes: drawn.strokes, dots: drawn.dots }, annotation.id).toEqual(expected);
      expect(drawn?.places.every((at) => at >= 0 && at <= 100) ?? true, annotation.id).toBe(true);
    }
  });

  test('names the others that rest on the same sources, the nearest first, six of them in the open', () => {
    for (const { annotation, sharers } of seen) {
      const { id, evidence } = annotation;
      expect(
        sharers.map((sharer) => [sharer.path, ...sharer.sources]),
        id,
      ).toEqual(
        sharersOf(annotation, reading).map((sharer) => [pathOf(sharer.annotation.id), ...sharer.sources]),
      );
      for (const [index, sharer] of sharers.entries()) {
        const other = annotations.find((candidate) => pathOf(candidate.id) === sharer.path)!;
        const shared = new Set(evidence.map(({ source }) => source)).intersection(
          new Set(other.evidence.map(({ source }) => source)),
        );
        expect(new Set(sharer.sources), id).toEqual(shared);
        const verdict = sharer.words.toLowerCase().indexOf(other.status ?? 'remark', other.quote.length);
        expect(sharer.words.indexOf(other.quote), id).toBeGreaterThanOrEqual(0);
        expect(verdict, id).toBeGreaterThan(sharer.words.indexOf(other.quote));
        expect(sharer.words.indexOf(other.finding, verdict), id).toBeGreaterThan(verdict);
        expect(sharer.isHidden, id).toBe(index >= 6);
      }
    }
  });

  test('gives its place in words, and its fingerprint', () => {
    for (const { annotation, cite } of seen) {
      expect(cite).toContain(`Place ${placeIn(reading, annotation)}`);
      expect(cite).toContain(`Fingerprint ${annotation.hash.slice(0, 7)} of the note`);
    }
  });

  test('leads to the data that has it', async () => {
    for (const { annotation, files } of seen) {
      const address = pathOf(annotation.id).slice(0, -1);
      expect(files, annotation.id).toEqual(OF_ANNOTATION.map(({ file }) => address + file));
      const { id } = (await (await fetch(new URL(files[0]!, inject(site)))).json()) as { id: string };
      expect(new URL(id, inject(site)).pathname).toBe(pathOf(annotation.id));
    }
  });

  test('shows the words of the text, and beside them those of each side that the sources have', () => {
    for (const { annotation, sides } of seen) {
      const { id, status = 'remark', evidence, quote } = annotation;
      const has = (bearing: string) =>
        evidence.some((piece) => piece.bearing === bearing && piece.parts.some(({ decisive }) => decisive));
      if (sides.length > 0) expect(sides[0], id).toMatch(`The text says`);
      if (sides.length > 0) expect(sides[0], id).toContain(quote);
      if (['opinion', 'unchecked', 'remark'].includes(status)) expect(sides, id).toEqual([]);
      if (status === 'contradicted' && has('contradicts')) expect(sides.length, id).toBe(2);
      if (status === 'contested' && has('supports') && has('contradicts')) {
        expect(sides[1], id).toMatch(/^A source supports it/);
        expect(sides[2], id).toMatch(/^A source contradicts it/);
      }
    }
  });

  test('has no space before a comma or a full stop that its template puts, and none goes missing after one', () => {
    for (const { annotation, lines } of seen) {
      const faulty = lines.filter((line) =>
        / [,.;:]( |$)|[a-z][.,;][A-Z]/.test(line.replace(/\S+\.\S+/g, '')),
      );
      expect(faulty, annotation.id).toEqual([]);
    }
  });

  test('scrolls sideways at no width, and the words in its drawing stay within it and can be read', () => {
    for (const { annotation, fits } of seen) {
      for (const { width, beyond, labels } of fits) {
        expect(beyond, `${annotation.id} at ${width}`).toBeLessThanOrEqual(0);
        for (const { left, right, size } of labels) {
          expect(left, annotation.id).toBeGreaterThanOrEqual(0);
          expect(right, annotation.id).toBeLessThanOrEqual(width);
          expect(size, annotation.id).toBeGreaterThanOrEqual(SMALLEST);
        }
      }
    }
  });
});

test('on paper a note has the references of its sentence and of itself, and every way of citing it', async () => {
  const [{ reading }] = each as [(typeof each)[number]];
  const { id, hash } = reading.annotations[0]!;
  await page.emulateMedia({ media: 'print' });
  await page.goto(inject('edition') + notePath(reading, id));
  const shown = await page
    .locator('[id="page:cite"] dl > div:not(.on-screen)')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [...line.children].every((part) => part.checkVisibility({ visibilityProperty: true })),
      ),
    );
  expect(shown).toEqual(Array.from({ length: 8 }, () => true));
  const words = plain(await page.locator('[id="page:cite"]').innerText());
  expect(words.split(`${notePath(reading, id)}?v=${hash.slice(0, 7)}`)).toHaveLength(3);
  await page.emulateMedia({ media: 'screen' });
});

/** “Paragraph 8, sentence 2”, as far as there are numbers. */
function placeIn({ blocks }: Reading, { block, sentences }: Annotation): string {
  const { kind, anchor, sentences: all } = blocks[block]!;
  if (kind === 'heading') return 'Heading';
  const place = kind === 'byline' ? 'By-line' : `Paragraph ${anchor.slice(1)}`;
  // In these texts the sentences that are marked stand in the paragraph that they were first in.
  const [first, last] = [sentences.at(0), sentences.at(-1)].map((each) =>
    each === undefined ? undefined : all[each]!.anchor.slice(anchor.length + 1),
  );
  if (first === undefined) return place;
  return first === last ? `${place}, sentence ${first};` : `${place}, sentences ${first} to ${last};`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What a note's page says. Runs in the page. */
function saidHere() {
  const plainly = (element: Element | null) =>
    (element instanceof HTMLElement ? element.innerText : '').replace(/\s+/g, ' ').trim();
  const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll(selector)];
  const hrefOf = (element: Element | null | undefined) => {
    const href = element?.getAttribute('href');
    return href === null || href === undefined ? null : decodeURI(href);
  };
  const sourcesOf = (element: Element) =>
    all('a[href*="/sources/"]', element).map((link) => hrefOf(link)!.split('/').at(-2)!);
  const mark = document.querySelector('.ctx .mark')!;
  const drawing = document.querySelector('.dates');
  return {
    heading: plainly(document.querySelector('h1')),
    words: plainly(document.querySelector('main')),
    crumb: plainly(document.querySelector('.crumb')),
    way: hrefOf(document.querySelector('.crumb a')),
    mark: { href: hrefOf(mark), text: mark.textContent },
    numbers: all('.crumb .nth, .ctx .mark, .pn2 .nth').map((element) => {
      const isWritten = getComputedStyle(element, '::after').content !== 'none';
      return isWritten ? element.getAttribute('data-n') : null;
    }),
    previous: hrefOf(document.querySelector('.pn2 [rel="prev"]')),
    next: hrefOf(document.querySelector('.pn2 [rel="next"]')),
    developments: all('.devs > li').map((item) => ({ words: plainly(item), sources: sourcesOf(item) })),
    drawn: drawing
      ? {
          strokes: all('use', drawing).length,
          dots: all('circle', drawing).length,
          places: all('use, circle', drawing).map((each) =>
            Number.parseFloat((each.getAttribute('x') ?? each.getAttribute('cx'))!),
          ),
        }
      : undefined,
    sharers: all('.sharers > li').map((item) => ({
      path: hrefOf(item.querySelector('a'))!,
      // What is folded away has text all the same.
      words: item.textContent.replace(/\s+/g, ' ').trim(),
      sources: sourcesOf(item),
      isHidden: item.closest('details') !== null,
    })),
    cite: plainly(document.querySelector('[id="page:cite"]')),
    files: all('.data a').map((link) => hrefOf(link)!),
    sides: all('.exhibit figure').map(plainly),
    lines: all('.crumb, .devs p, .dates + .fine, .shared, .howto dd, .exhibit figcaption').map((element) =>
      element.textContent.replace(/\s+/g, ' '),
    ),
  };
}

/** How a note's page fits its window. */
interface Fit {
  width: number;
  beyond: number;
  labels: { left: number; right: number; size: number }[];
}

/** Runs in the page. */
function fitHere(): Fit {
  return {
    width: innerWidth,
    beyond: document.documentElement.scrollWidth - innerWidth,
    labels: [...document.querySelectorAll('.dates text')]
      .filter((text) => text.checkVisibility())
      .map((text) => {
        const { left, right } = text.getBoundingClientRect();
        return { left, right, size: Number.parseFloat(getComputedStyle(text).fontSize) };
      }),
  };
}
