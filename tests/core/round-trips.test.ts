import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources } from '../../src/build/content.ts';
import { canonical } from '../../src/core/canonical.ts';
import type { CslDate } from '../../src/core/date.ts';
import { babelName, toBibtex } from '../../src/core/export/bibtex.ts';
import { type CslItem, toCsl } from '../../src/core/export/csl.ts';
import { toRis } from '../../src/core/export/ris.ts';
import { CSL_TYPES, type Name, readSource } from '../../src/core/source.ts';

/** Records that are hard to carry; each file's name says what is hard in it. */
const HARD = path.join(import.meta.dirname, '../fixtures/records');
const hard = readdirSync(HARD).map((name) => {
  const key = name.replace('.yaml', '').replace(/\W+/g, '-');
  const yaml = readFileSync(path.join(HARD, name), 'utf8');
  const { source, problems } = readSource({ path: name, key, yaml }, '2026-11-22');
  if (!source) throw new Error(problems.map(({ message }) => message).join('\n'));
  return source;
});
const every = [
  ...readSources('content').sources.values(),
  ...readSources('tests/fixtures/site/content').sources.values(),
  ...hard,
].map(toCsl);

type Read = Record<string, unknown> & { author?: (Name | string)[]; issued?: CslDate };

/** @returns the one record that Citation.js reads, without what it adds of its own */
function read(text: string | object[]): Read {
  const { data } = new Cite(text);
  expect(data).toHaveLength(1);
  return Object.fromEntries(Object.entries(data[0]!).filter(([name]) => !name.startsWith('_')));
}

const without = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
const certain = ({ 'date-parts': parts }: CslDate): CslDate => ({ 'date-parts': parts });

/** The entry type that stands for several CSL types is read as one of them. */
const READ_FROM_BIBTEX: Partial<Record<string, string>> = {
  article: 'article-journal',
  'article-magazine': 'article-journal',
  'article-newspaper': 'article-journal',
  bill: 'legislation',
  broadcast: 'song',
  hearing: 'treaty',
  interview: 'song',
  pamphlet: 'document',
  post: 'webpage',
  'post-weblog': 'webpage',
  song: 'musical_score',
  speech: 'song',
};

/**
 * What a biblatex file says of a record. All fields are compared. White space is canonical. BibTeX has one form for a
 * body’s name and for a person’s that is one word; Citation.js reads no `~` behind a date; the language is babel’s name
 * for it; a note is an annotation; and as the organization of a web page stands its publisher, or else its site.
 */
function expectedOfBibtex(item: CslItem): object {
  const { type, author, issued, accessed, page, language, note, publisher, URL: address, ...words } = item;
  const isOnline = ['webpage', 'post', 'post-weblog'].includes(type);
  const canonicals = Object.entries(words).map(([name, value]) => [name, canonical(value)]);
  return without({
    ...Object.fromEntries(canonicals),
    'citation-key': item.id,
    type: READ_FROM_BIBTEX[type] ?? type,
    genre: type === 'article-newspaper' ? 'newspaper' : type === 'article-magazine' ? 'magazine' : undefined,
    author: author?.map((name) =>
      'literal' in name
        ? { family: canonical(name.literal) }
        : Object.fromEntries(Object.entries(name).map(([part, value = '']) => [part, canonical(value)])),
    ),
    issued: issued && certain(issued),
    accessed: accessed && certain(accessed),
    page: page && canonical(page).replace('–', '-'),
    language: language && babelName(language),
    annote: note && canonical(note),
    publisher:
      (publisher ?? (isOnline ? item['container-title'] : undefined)) &&
      canonical(publisher ?? item['container-title']!),
    URL: address && new URL(address).href.replace(/[{}]/g, encodeURIComponent),
  });
}

/** Whether every brace that is not a sign of the text is closed. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.replaceAll(/\\[{}]/g, '').matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Type under which Citation.js reads a RIS type that stands for several. */
const READ_FROM_RIS: Partial<Record<string, string>> = {
  article: 'article-journal',
  interview: 'document',
  motion_picture: 'broadcast',
  post: 'personal_communication',
  song: 'motion_picture',
  speech: 'motion_picture',
  treaty: 'document',
};

/**
 * What stands in our RIS and Citation.js does not take from it, or takes for something else, by type: authors of
 * newspaper articles for reporters, sites of web pages for series, and so on. For those, only the lines are compared.
 */
const UNREAD: Record<(typeof CSL_TYPES)[number], readonly string[]> = {
  article: ['publisher', 'ISBN', 'edition'],
  'article-journal': ['publisher', 'ISBN', 'edition'],
  'article-magazine': ['ISBN'],
  'article-newspaper': ['author', 'issued', 'ISBN'],
  bill: ['author', 'publisher', 'ISBN', 'edition'],
  book: ['container-title'],
  broadcast: ['author', 'container-title', 'ISBN', 'page'],
  chapter: ['issued'],
  document: [],
  hearing: ['author', 'container-title', 'edition'],
  interview: [],
  legal_case: ['author', 'container-title', 'publisher', 'ISBN', 'page', 'edition'],
  legislation: ['container-title', 'ISBN'],
  motion_picture: ['author', 'container-title', 'ISBN', 'page'],
  pamphlet: [],
  'paper-conference': [],
  personal_communication: ['container-title', 'ISBN', 'edition'],
  post: ['container-title', 'ISBN', 'edition'],
  'post-weblog': ['page'],
  report: ['container-title', 'ISBN'],
  song: ['container-title', 'page'],
  speech: ['container-title', 'page'],
  standard: ['container-title', 'ISBN', 'edition'],
  thesis: ['ISBN', 'page', 'edition'],
  treaty: [],
  webpage: ['container-title', 'accessed', 'page'],
};

const FIELDS = [
  'title',
  'author',
  'container-title',
  'publisher',
  'issued',
  'accessed',
  'URL',
  'DOI',
  'ISBN',
];
const COMPARED = ['id', 'type', ...FIELDS, 'page', 'language', 'note', 'edition'];

/** A name as RIS has it: one line, cut at commas. */
const line = (name: Name | string) =>
  typeof name === 'string'
    ? name
    : 'literal' in name
      ? name.literal
      : [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given, name.suffix]
          .filter((each) => each !== undefined)
          .join(', ');
const norm = (name: string) =>
  canonical(name)
    .split(/, ?/)
    .map((each) => each.trim())
    .filter(Boolean)
    .join(', ');

/**
 * What is compared of a record that was read from RIS: white space is canonical; a name is one line, in which a body’s
 * is not told from a person’s, nor a particle from a last name; a date is one day, so that neither `circa` nor an end
 * is read; a range of pages has a hyphen.
 */
function comparable(item: Record<string, unknown>, type: string): object {
  const { author, issued, accessed, page } = item as unknown as CslItem;
  const plain = Object.entries(item).map(([name, value]) => [
    name,
    typeof value === 'string' ? canonical(value) : value,
  ]);
  const day = (date: CslDate | undefined) => date && { 'date-parts': date['date-parts'].slice(0, 1) };
  const all: Record<string, unknown> = without({
    ...Object.fromEntries(plain),
    author: author?.map((name) => norm(line(name))),
    issued: day(issued),
    accessed: day(accessed),
    page: page && canonical(page).replaceAll('–', '-'),
  });
  const unread = UNREAD[type as keyof typeof UNREAD];
  const compared = COMPARED.filter((name) => name in all && !unread.includes(name));
  return Object.fromEntries(compared.map((name) => [name, all[name]]));
}

/** The lines of a RIS record, by tag: no reader but the format’s own words. */
function linesOf(ris: string): Map<string, string[]> {
  expect(ris.endsWith('\r\nER  - \r\n')).toBe(true);
  const lines = ris.slice(0, -2).split('\r\n');
  for (const each of lines) expect(each).toMatch(/^[A-Z][A-Z0-9] {2}- [^\n]*$/);
  return Map.groupBy(
    lines.map((each) => ({ tag: each.slice(0, 2), value: each.slice('TY  - '.length) })),
    ({ tag }) => tag,
  )
    .entries()
    .reduce(
      (all, [tag, found]) =>
        all.set(
          tag,
          found.map(({ value }) => value),
        ),
      new Map<string, string[]>(),
    );
}

function expectRoundTrips(item: CslItem) {
  // CSL-JSON: the very same record.
  expect(read(JSON.parse(JSON.stringify([item])) as object[])).toEqual(item);

  const bibtex = toBibtex(item);
  expect(isBalanced(bibtex), bibtex).toBe(true);
  expect(read(bibtex), bibtex).toEqual(expectedOfBibtex(item));

  const ris = toRis(item);
  expect(comparable(read(ris), item.type), ris).toEqual(
    comparable({ ...item, type: READ_FROM_RIS[item.type] ?? item.type }, item.type),
  );
  const lines = linesOf(ris);
  const one = (tag: string) => lines.get(tag)?.join('|');
  expect(one('TI')).toBe(item.title && canonical(item.title));
  expect(one('T2')).toBe(item['container-title'] && canonical(item['container-title']));
  expect(one('PB')).toBe(item.publisher && canonical(item.publisher));
  expect(one('SN')).toBe(item.ISBN);
  expect(one('UR')).toBe(item.URL);
  expect(lines.get('AU')?.map(norm)).toEqual(item.author?.map((name) => norm(line(name))));
  for (const [tag, date] of [['DA', item.issued] as const, ['Y2', item.accessed] as const]) {
    const parts = one(tag)?.split('/').slice(0, 3).filter(Boolean).map(Number);
    expect(parts).toEqual(date?.['date-parts'][0]);
    const told = one(tag)?.split('/').slice(3).join('/') ?? '';
    expect(told.includes('circa')).toBe(date?.circa ?? false);
    const [, end] = date?.['date-parts'] ?? [];
    expect(/to ([\d-]+)$/.exec(told)?.[1]?.split('-').map(Number)).toEqual(end);
  }
}

describe('Every source', () => {
  test.each(every.map((item) => [item.id, item] as const))('%s is read again from all three.', (_, item) => {
    expectRoundTrips(item);
  });
});

test('A citation processor reads every source.', () => {
  for (const item of every) {
    const options = { template: 'apa', lang: 'en-US', format: 'text' } as const;
    expect(new Cite([item]).format('bibliography', options).trim(), item.id).not.toBe('');
  }
});

describe('Any record', () => {
  const words = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(...Array.from('{}\\&%$#_~^<>"\'`-,=@:;/ ÀßЖ中’“”–\n\u00a0')),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 40,
    })
    .map((text) => text.replace(/\p{Cc}/gu, ' '))
    .filter((text) => canonical(text) !== '');
  const name = fc.oneof(
    fc.record({ literal: words }, { noNullPrototype: true }),
    fc.record(
      { family: words, given: words, 'non-dropping-particle': words, suffix: words },
      { requiredKeys: ['family', 'given'], noNullPrototype: true },
    ),
    fc.record({ family: words }, { noNullPrototype: true }),
  );
  const date = fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1000, max: 2999 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
        ),
        { minLength: 1, maxLength: 2 },
      ),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
    )
    .map(([ends, precision, circa]): CslDate => ({
      'date-parts': ends.map((parts) => parts.slice(0, precision)),
      ...(circa && { circa }),
    }));
  const item = fc.record(
    {
      id: fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,4}$/),
      type: fc.constantFrom(...CSL_TYPES),
      title: words,
      author: fc.array(name, { minLength: 1, maxLength: 3 }),
      'container-title': words,
      publisher: words,
      issued: date,
      accessed: date,
      URL: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      DOI: fc.stringMatching(/^10\.[0-9]{4}\/[a-z0-9]{1,12}$/),
      ISBN: fc.stringMatching(/^978[0-9]{10}$/),
      page: fc.tuple(fc.nat(500), fc.nat(500)).map(([from, to]) => `${from}-${to}`),
      language: fc.constantFrom('en', 'en-GB', 'uk', 'de-AT'),
      note: words,
      edition: fc.nat(20).map(String),
    },
    // Citation.js takes a RIS record with none of the newer tags for one of the older format, which has other ones.
    { requiredKeys: ['id', 'type', 'language'], noNullPrototype: true },
  );

  test('is read again from all three, whatever signs it has.', () => {
    fc.assert(
      fc.property(item, (record) => expectRoundTrips(record as CslItem)),
      { numRuns: 600, seed: 20261122 },
    );
  });

  test('of any type has what Citation.js does not read in its lines only.', () => {
    for (const type of CSL_TYPES) {
      const whole: CslItem = {
        id: 'a',
        type,
        title: 'A',
        author: [{ family: 'B', given: 'C' }],
        'container-title': 'D',
        publisher: 'E',
        issued: { 'date-parts': [[2020, 1, 2]] },
        accessed: { 'date-parts': [[2021, 3, 4]] },
        URL: 'https://example.org/',
        DOI: '10.1000/f',
        ISBN: '9780000000000',
        page: '1-2',
        language: 'en',
        note: 'G',
        edition: '3',
      };
      const found = read(toRis(whole));
      const unread = COMPARED.filter(
        (field) =>
          field !== 'type' && JSON.stringify(found[field]) !== JSON.stringify(whole[field as keyof CslItem]),
      );
      expect(unread.toSorted(), type).toEqual(UNREAD[type].toSorted());
    }
  });
});
