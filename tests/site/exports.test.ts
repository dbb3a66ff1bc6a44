import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { notePath, readingPath, sourcePath } from '../../src/core/address.ts';
import { sliceCodePoints } from '../../src/core/canonical.ts';
import {
  alternatesOf,
  type Listed,
  OF_ANNOTATION,
  OF_READING,
  OF_SITE,
  OF_SOURCE,
} from '../../src/core/export/formats.ts';
import { CONTEXT } from '../../src/core/export/own-terms.ts';
import { type SchemaName, SCHEMAS, serializeSchema } from '../../src/core/export/schemas.ts';
import type { Reading } from '../../src/core/reading.ts';
import { citedSources } from '../../src/core/site.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';
import { inPage } from '../support/reading-page.ts';

const sites = [
  { site: 'edition' as const, content: 'content' },
  { site: 'fixture' as const, content: FIXTURE_CONTENT },
];
const all = sites.flatMap(({ site, content }) =>
  readings(content).map((reading) => ({ site, content, reading })),
);

interface Selector {
  type: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  value: string;
}
interface WebAnnotation {
  id: string;
  motivation: string;
  body: { type: string; purpose: string; value?: string }[];
  target: { source: string; scope: string; state: { cached: string }; selector: Selector[] };
}
interface Collection {
  '@context': typeof CONTEXT;
  type: string;
  total: number;
  first: { type: string; items: WebAnnotation[] };
}

const select = ({ target }: WebAnnotation, type: string) =>
  target.selector.find((selector) => selector.type === type)!;

/** Path of a site, with the base. */
const baseOf = (site: 'edition' | 'fixture') => new URL(inject(site)).pathname;

/** The addresses that a page gives of other forms of itself, with their types. */
function alternatesIn(html: string): [type: string, href: string][] {
  const links = [...html.matchAll(/<link rel="alternate" type="([^"]*)"[^>]* href="([^"]*)"/g)];
  return links.map(([, type, href]) => [type!.replaceAll(/&quot;|&#34;/g, '"'), href!]);
}

const expectedAlternates = (site: 'edition' | 'fixture', formats: readonly Listed[], address: string) =>
  alternatesOf(formats, address).map(({ href, type }) => [type, baseOf(site) + href]);

async function expectServed(
  site: 'edition' | 'fixture',
  formats: readonly Pick<Listed, 'file' | 'type'>[],
  address: string,
) {
  for (const { file, type } of formats) {
    const response = await fetch(inject(site) + address + file);
    expect(response.status, address + file).toBe(200);
    expect(response.headers.get('content-type'), address + file).toBe(type);
    expect(response.headers.get('access-control-allow-origin'), address + file).toBe('*');
    expect((await response.text()).trim(), address + file).not.toBe('');
  }
}

test.each(sites)('the $site publishes the schemas of the files that it is made of', async ({ site }) => {
  for (const name of Object.keys(SCHEMAS) as SchemaName[]) {
    await expectServed(site, [{ file: `${name}.json`, type: 'application/json' }], 'schemas/');
    expect(await (await fetch(`${inject(site)}schemas/${name}.json`)).text()).toBe(serializeSchema(name));
  }
});

describe.each(all)('the data of $reading.slug', ({ site, content, reading }) => {
  const get = async (file: string) => fetch(`${inject(site)}${reading.slug}/${file}`);

  test('every format has its media type, and is an alternate of the page', async () => {
    await expectServed(site, OF_READING, readingPath(reading));
    expect(alternatesIn(await (await get('')).text())).toEqual(
      expectedAlternates(site, OF_READING, readingPath(reading)),
    );
  });

  test('so has every format of every annotation', async () => {
    for (const { id } of reading.annotations) {
      const address = notePath(reading, id);
      await expectServed(site, OF_ANNOTATION, address.slice(0, -1));
      const page = await (await fetch(inject(site) + address)).text();
      expect(alternatesIn(page), id).toEqual(expectedAlternates(site, OF_ANNOTATION, address.slice(0, -1)));
    }
  });

  test('text.txt is the canonical text', async () => {
    expect(await (await get('text.txt')).text()).toBe(reading.text);
  });

  test('each annotation is exported, and quote and position both find exactly its words in the text of its edition', async () => {
    const collection = (await (await get('annotations.jsonld')).json()) as Collection;
    expect(collection['@context']).toEqual(CONTEXT);
    expect(collection.type).toBe('AnnotationCollection');
    expect(collection.total).toBe(reading.annotations.length);
    expect(collection.first.type).toBe('AnnotationPage');
    for (const [index, item] of collection.first.items.entries()) {
      const annotation = reading.annotations[index]!;
      const { exact, prefix, suffix } = select(item, 'TextQuoteSelector');
      const { start, end } = select(item, 'TextPositionSelector');
      const text = await textAt(new URL(item.target.state.cached, inject(site)).href);
      expect(exact).toBe(annotation.quote);
      expect(sliceCodePoints(text, start, end)).toBe(exact);
      expect(text.split(prefix + exact + suffix)).toHaveLength(2);
      expect(select(item, 'FragmentSelector').value).toBe(`m-${annotation.id}`);
      expect(item.motivation).toBe(annotation.kind === 'remark' ? 'commenting' : 'assessing');
      expect(item.body.some(({ value }) => value?.startsWith(annotation.finding))).toBe(true);
      const alone = await get(`notes/${annotation.id}.jsonld`);
      expect(await alone.json()).toEqual({ '@context': collection['@context'], ...item });
    }
    for (const place of new Set(
      collection.first.items.flatMap(({ target }) => [target.source, target.scope]),
    ))
      expect((await fetch(new URL(place, inject(site)))).status, place).toBe(200);
  });

  test('each figure is a line of the table, with its words, its number and the address of its note', async () => {
    const rows: Record<string, string>[] = parse(await (await get('figures.csv')).text(), { columns: true });
    const figures = reading.annotations.filter(({ kind }) => kind === 'figure');
    expect(rows.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
    for (const [index, row] of rows.entries()) {
      const { quote, value, unit, measures = '', status, checked, id } = figures[index]!;
      expect(row).toMatchObject({ words: quote, unit, measures, status, checked });
      expect([row.value, row.value_to].filter(Boolean).join('–')).toBe(value);
      const anchors = reading.blocks.flatMap((block) => [block, ...block.sentences]);
      const passage = anchors.find(({ anchor }) => anchor === row.passage)!;
      expect(passage.text).toContain(quote);
      expect(new URL(row.url!, inject(site)).pathname).toBe(`${baseOf(site)}${reading.slug}/notes/${id}/`);
    }
  });

  test('its record and its sources are the same in CSL-JSON, BibTeX and RIS', async () => {
    for (const [name, keys] of [
      ['citation', [`postil-${reading.slug}`]],
      ['references', citedSources(reading)],
    ] as const) {
      const items = (await (await get(`${name}.json`)).json()) as { id: string }[];
      const others = await Promise.all(
        ['bib', 'ris'].map(async (ending) => new Cite(await (await get(`${name}.${ending}`)).text()).data),
      );
      for (const records of [items, ...others]) expect(records.map(({ id }) => id)).toEqual(keys);
    }
  });

  test('the ledger is published as it is committed', async () => {
    expect(await (await get('anchors.json')).text()).toBe(
      readFileSync(`${content}/readings/${reading.slug}/anchors.json`, 'utf8'),
    );
  });
});

describe.each(sites)('the data of the whole $site', ({ site, content }) => {
  const { readings: texts, sources } = readContent(content);

  test('every format has its media type, and is an alternate of the front and of the colophon', async () => {
    await expectServed(site, OF_SITE, '');
    for (const address of ['', 'colophon/']) {
      const page = await (await fetch(inject(site) + address)).text();
      expect(alternatesIn(page), address).toEqual(expectedAlternates(site, OF_SITE, ''));
    }
  });

  test('has every annotation, every source and every figure', async () => {
    const get = async (file: string) => fetch(inject(site) + file);
    const { total, first } = (await (await get('annotations.jsonld')).json()) as Collection;
    const annotations = texts.flatMap((reading) =>
      reading.annotations.map(({ id }) => notePath(reading, id)),
    );
    expect(total).toBe(annotations.length);
    expect(first.items.map(({ id }) => id)).toEqual(annotations.map((address) => baseOf(site) + address));
    const items = (await (await get('references.json')).json()) as { id: string }[];
    expect(items.map(({ id }) => id).toSorted()).toEqual([...sources.keys()].toSorted());
    const rows: { reading: string; id: string }[] = parse(await (await get('figures.csv')).text(), {
      columns: true,
    });
    expect(rows.map(({ reading, id }) => `${reading} ${id}`)).toEqual(
      texts.flatMap(({ slug, annotations: notes }) =>
        notes.flatMap(({ kind, id }) => (kind === 'figure' ? [`${slug} ${id}`] : [])),
      ),
    );
  });

  test('so has every source, on its page', async () => {
    for (const key of sources.keys()) {
      const address = sourcePath(key);
      await expectServed(site, OF_SOURCE, address.slice(0, -1));
      const page = await (await fetch(inject(site) + address)).text();
      expect(alternatesIn(page), key).toEqual(expectedAlternates(site, OF_SOURCE, address.slice(0, -1)));
    }
  });

  test('the data that pages link to is there', async () => {
    const [reading] = texts;
    const pages = [readingPath(reading!), notePath(reading!, reading!.annotations[0]!.id), 'colophon/'];
    for (const address of [...pages, sourcePath([...sources.keys()][0]!)]) {
      const html = await (await fetch(inject(site) + address)).text();
      const links = [...html.matchAll(/<a href="([^"]*\.(?:json|jsonld|bib|ris|csv|txt|md))"/g)];
      expect(links.length, address).toBeGreaterThan(2);
      for (const [, href] of links)
        expect((await fetch(new URL(href!, inject(site)))).status, href).toBe(200);
    }
  });
});

const texts = new Map<string, Promise<string>>();
/** A text, fetched once. */
function textAt(address: string): Promise<string> {
  const text = texts.get(address) ?? fetch(address).then((response) => response.text());
  texts.set(address, text);
  return text;
}

/** What a quotation finds on a page. */
interface Found {
  id: string;
  /** How often it stands there. */
  times: number;
  /** Whether what is found is the mark: from the first of its words to the last, and nothing else. */
  isMark: boolean;
  /** Where it begins, in code points of the text that was searched. */
  start: number;
}

/** A quotation, as it is exported. */
interface Quotation extends Pick<Selector, 'exact' | 'prefix' | 'suffix'> {
  id: string;
  /** Its mark, and those in it, which a page draws for themselves. */
  marks: string[];
}

/**
 * Finds quotations as any client that sees a page does: in the text of its elements, with each run of white space
 * taken for one space.
 *
 * @param of `page`: all of `<body>`, notes included, scripts and styles left out; `text`: the passages alone, each
 *   after a line feed
 */
const find = ({ quotations, of }: { quotations: Quotation[]; of: 'page' | 'text' }) => {
  const letters: { letter: string; node?: Text; at?: number }[] = [];
  const last = () => letters.at(-1)?.letter ?? '\n';
  const gather = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.parentElement!.closest('script, style, template, noscript')) continue;
      const cell = node.parentElement!.closest('td, th');
      if (
        of === 'text' &&
        cell?.previousElementSibling &&
        cell.textContent.startsWith(node.data) &&
        last() !== ' '
      )
        letters.push({ letter: ' ' });
      let at = 0;
      for (const letter of node.data) {
        const isSpace = /\s/u.test(letter);
        if (!isSpace || !/\s/u.test(last())) letters.push({ letter: isSpace ? ' ' : letter, node, at });
        at += letter.length;
      }
    }
  };
  if (of === 'page') gather(document.body);
  else {
    const passages = [...document.querySelectorAll('.reading [data-v]')].filter(
      (element) => !element.parentElement!.closest('[data-v]'),
    );
    for (const passage of passages) {
      if (last() === ' ') letters.pop();
      if (letters.length > 0) letters.push({ letter: '\n' });
      gather(passage);
    }
  }
  const text = letters.map(({ letter }) => letter).join('');
  /** Index of the letter at an offset in UTF-16 code units. */
  const places = letters.flatMap(({ letter }, index) => Array.from({ length: letter.length }, () => index));

  const found = quotations.map(({ id, marks, exact, prefix, suffix }): Found => {
    const whole = prefix + exact + suffix;
    const first = text.indexOf(whole);
    let times = 0;
    for (let at = first; at >= 0; at = text.indexOf(whole, at + 1)) times += 1;
    const start = places[first + prefix.length]!;
    const end = places[first + prefix.length + exact.length - 1]!;
    if (times === 0) return { id, times, isMark: false, start: -1 };
    const range = document.createRange();
    range.setStart(letters[start]!.node!, letters[start]!.at!);
    range.setEnd(letters[end]!.node!, letters[end]!.at! + letters[end]!.letter.length);
    const selector = marks.map((each) => `.reading .mark[href="#${CSS.escape(each)}"]`).join();
    const parts = [...document.querySelectorAll(selector)];
    const mark = document.createRange();
    mark.setStartBefore(parts[0]!);
    mark.setEndAfter(parts.at(-1)!);
    // Every letter of the one is in the other: what lies between their ends is nothing but white space.
    const between = (one: Range, other: Range, end: 'START' | 'END') => {
      const gap = document.createRange();
      const name = `${end}_TO_${end}` as const;
      const isFirst = one.compareBoundaryPoints(Range[name], other) <= 0;
      const [from, to] = isFirst ? [one, other] : [other, one];
      if (end === 'START') {
        gap.setStart(from.startContainer, from.startOffset);
        gap.setEnd(to.startContainer, to.startOffset);
      } else {
        gap.setStart(from.endContainer, from.endOffset);
        gap.setEnd(to.endContainer, to.endOffset);
      }
      return gap.toString().trim();
    };
    const isMark = between(range, mark, 'START') === '' && between(range, mark, 'END') === '';
    return { id, times, isMark, start };
  });
  return { text, found };
};

function marksIn(id: string, reading: Reading): string[] {
  const inner = reading.annotations.filter(({ within }) => within === id);
  return inner.flatMap((each) => [each.id, ...marksIn(each.id, reading)]);
}

describe('on the built page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test.each(all)(
    'every quotation of $reading.slug finds its mark and nothing else, where its position is',
    async ({ site, reading }) => {
      const address = `${inject(site)}${reading.slug}/`;
      const { first } = (await (await fetch(`${address}annotations.jsonld`)).json()) as Collection;
      const quotations = first.items.map((item, index) => {
        const { exact, prefix, suffix } = select(item, 'TextQuoteSelector');
        const { id } = reading.annotations[index]!;
        return { id, marks: [id, ...marksIn(id, reading)], exact, prefix, suffix };
      });
      await inPage(browser, {}, async (page) => {
        await page.goto(address);
        const passages = await page.evaluate(find, { quotations, of: 'text' as const });
        expect(passages.text).toBe(reading.text);
        expect(passages.found).toEqual(
          first.items.map((item, index) => ({
            id: quotations[index]!.id,
            times: 1,
            isMark: true,
            start: select(item, 'TextPositionSelector').start,
          })),
        );

        // In the whole page too, notes included, but for a paragraph that a note quotes from end to end.
        const whole = await page.evaluate(find, { quotations, of: 'page' as const });
        const repeated = reading.annotations.filter(({ block }) => {
          const { text } = reading.blocks[block]!;
          return reading.annotations.some(({ evidence }) =>
            evidence.some(({ excerpt }) => excerpt.includes(text)),
          );
        });
        const ambiguous = repeated.map(({ id }) => id);
        expect(whole.found.filter(({ times, isMark }) => times !== 1 || !isMark).map(({ id }) => id)).toEqual(
          ambiguous,
        );
        if (site === 'edition') expect(ambiguous).toEqual([]);
      });
    },
  );

  test('a quotation without its context would find more than one place, or another', async () => {
    const { reading } = all.find(({ reading: { slug } }) => slug === 'peace-deal')!;
    const quotations = reading.annotations.map(({ id, quote }) => {
      const marks = [id, ...marksIn(id, reading)];
      return { id, marks, exact: quote, prefix: '', suffix: '' };
    });
    await inPage(browser, {}, async (page) => {
      await page.goto(`${inject('edition')}${reading.slug}/`);
      const { found } = await page.evaluate(find, { quotations, of: 'page' as const });
      expect(found.some(({ times }) => times > 1)).toBe(true);
      expect(found.some(({ isMark }) => !isMark)).toBe(true);
    });
  });
});
