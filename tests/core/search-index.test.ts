import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/core/reading.ts';
import { readColumn } from '../../src/core/search-column.ts';
import { mapText } from '../../src/core/map.ts';
import { type SearchIndex, searchIndexes } from '../../src/core/search-index.ts';
import type { NoteDetails, PieceDetails, ShownNote, ShownPassage } from '../../src/core/search-pack.ts';
import type { Source } from '../../src/core/source.ts';
import { claim, read, SOURCES } from './support/reading.ts';

/** A reading of so many paragraphs, each with a mark and a piece of evidence. */
function manyOf(count: number, slug: string, language = 'en'): Reading {
  const ids = Array.from(
    { length: count },
    (_, place) => `a${String.fromCharCode(97 + (place % 26))}-x${place}`,
  );
  const paragraphs = ids.map((id) => `First. Then ${claim(id, 'words')}.`);
  const notes = ids.map(
    (id) => `[^${id}]: Found.\n\n    <Evidence source="earlier" bearing="context">More</Evidence>`,
  );
  const { reading, problems } = read([...paragraphs, ...notes].join('\n\n'), { language });
  expect(problems).toEqual([]);
  return { ...reading, slug };
}

const ordinals = (records: readonly { ordinal: number }[]) => records.map(({ ordinal }) => ordinal);
const detailed = ({ details }: SearchIndex) => [...details.values()].flatMap(({ records }) => records);
const indexOf = (...readings: Reading[]) => searchIndexes(readings, SOURCES)[0]!;

describe('Packs and details', () => {
  const small = indexOf(manyOf(60, 'small'));
  const large = indexOf(manyOf(30, 'a-small'), manyOf(90, 'b-large'), manyOf(3, 'c-small'));

  test.each([
    ['one small reading', small],
    ['several, one of them large', large],
  ])('have every record of %s exactly once, in order.', (_, { packs, details, records }) => {
    const shown = ordinals(packs.flatMap((pack) => pack.records));
    const behind = ordinals([...details.values()].flatMap((file) => file.records));
    const isNote = (ordinal: number) => records[ordinal]!.facets.in![0] === 'note';
    expect([...new Set([...shown, ...behind])].sort((a, b) => a - b)).toEqual(ordinals(records));
    expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
    expect(behind).toEqual([...new Set(behind)].sort((a, b) => a - b));
    // Both have notes: what is shown of them at once, and the rest.
    expect(shown.filter((ordinal) => behind.includes(ordinal))).toEqual(ordinals(records).filter(isNote));
  });

  test('have 200 in one at most, and 12 in each where there are more, whatever readings they are of.', () => {
    expect(small.packs.map(({ records }) => records.length)).toEqual([180]);
    const sizes = large.packs.map(({ records }) => records.length);
    expect(sizes).toEqual([...Array.from({ length: 30 }, () => 12), 9]);
    const several = indexOf(manyOf(2, 'a'), manyOf(3, 'b'));
    expect(several.packs.map(({ readings }) => readings.map(({ slug }) => slug))).toEqual([['a', 'b']]);
  });

  test('say which reading each record is of.', () => {
    const named = large.packs.flatMap(({ readings, records }) =>
      records.map(({ ordinal }) => readings.findLast(({ from }) => from <= ordinal)?.slug),
    );
    const shown = large.records.filter(({ facets }) => facets.in![0] !== 'evidence');
    expect(named).toEqual(shown.map(({ facets }) => facets.reading![0]));
  });

  test('are told of in the first pack: how many are in each, and what all records have.', () => {
    const [first, ...others] = large.packs;
    const { size, columns } = first!.directory!;
    expect(others.every(({ directory }) => directory === undefined)).toBe(true);
    expect(size).toBe(12);
    for (const facet of ['in', 'status', 'kind', 'reading'] as const)
      expect(readColumn(columns[facet])).toEqual(large.records.map(({ facets }) => facets[facet]));
    expect(readColumn(columns.checked).flat()).toEqual(large.records.flatMap(({ checked }) => checked ?? []));
  });

  test('have what is seldom asked in columns of their own.', () => {
    expect([...large.columns.keys()]).toEqual(['source', 'publisher', 'year', 'bearing']);
    for (const [facet, column] of large.columns)
      expect(readColumn(column)).toEqual(large.records.map(({ facets }) => facets[facet] ?? []));
  });

  test('have of a note and its evidence what is behind it in one file, by the ordinal of the note.', () => {
    expect(large.details.size).toBe(123);
    for (const [note, { records }] of large.details) expect(ordinals(records)).toEqual([note, note + 1]);
  });

  test('are as many where a reading has nothing in it.', () => {
    const { packs, details, records } = indexOf(read('').reading);
    const shown = packs.map((pack) => pack.records);
    expect([shown, [...details], records]).toEqual([[[]], [], []]);
  });
});

describe('What is shown', () => {
  const body =
    `<Byline>By A.</Byline>\n\n## Heading\n\nOne. Two ${claim('said', 'are *words*')}.\n\n## Last\n\n` +
    '[^said]: Two versions.\n\n    The body.\n\n' +
    '    <Evidence source="earlier" bearing="supports">“Words”</Evidence>\n    <Evidence source="later" bearing="context" lang="uk" rendering="No words." aliases="Slova">Ні слова.</Evidence>\n' +
    '    <Since date="2026-02" source="undated">It changed.</Since>\n';
  const { reading } = read(body);
  const named: Source = {
    ...SOURCES.get('earlier')!,
    title: 'A Title',
    author: [{ literal: 'A Body' }, { given: 'Ann', family: 'Smith' }],
    'container-title': 'Kyiv Post',
    aliases: ['Київ Пост'],
  };
  const index = searchIndexes([reading], new Map([...SOURCES, ['earlier', named]]))[0]!;
  const [pack] = index.packs;

  test('of a reading is its name, its language, and its line.', () => {
    const lane = mapText(reading).segments.map(({ x, width }) => [x, width]);
    expect(pack!.readings).toEqual([
      { from: 0, slug: 'test', title: 'Test', language: 'en-GB', direction: 'ltr', lane },
    ]);
  });

  test('of a passage is its text and its place, in words and on that line.', () => {
    const passages = pack!.records.filter((record): record is ShownPassage => 'anchor' in record);
    expect(passages.map(({ anchor, place, text }) => [anchor, place, text])).toEqual([
      ['p0s1', ['By-line', 'sentence 1'], 'By A.'],
      ['heading', ['Heading'], 'Heading'],
      ['p1s1', ['¶1', 'sentence 1'], 'One.'],
      ['p1s2', ['¶1', 'sentence 2'], 'Two are words.'],
      ['last', ['Heading'], 'Last'],
    ]);
    const second = pack!.readings[0]!.lane![1]![0];
    const [byline, heading, one, two, last] = passages.map(({ x }) => x);
    expect([byline, heading, one, last]).toEqual([0, second, second, 100]);
    expect(two).toBeGreaterThan(one!);
  });

  test('of a note is what its line in the text says.', () => {
    const [note] = pack!.records.filter((record): record is ShownNote => 'id' in record);
    const { strokes } = mapText(reading);
    expect(note).toEqual({
      ordinal: 4,
      id: 'said',
      number: 1,
      place: '¶1',
      x: expect.closeTo(strokes[0]!.x, 3) as number,
      quote: 'are words',
      kind: 'claim',
      status: 'opinion',
      finding: 'Two versions.',
      pieces: 2,
    });
  });

  test('of a note in sight is the rest of it.', () => {
    expect(detailed(index)[0]).toEqual({
      ordinal: 4,
      body: ['The body.', 'It changed.'],
      names: ['Kyiv Post', 'later', 'undated'],
      aliases: [],
    } satisfies NoteDetails);
  });

  test('of evidence in sight is its excerpt, and who says so.', () => {
    expect(detailed(index).slice(1)).toStrictEqual([
      {
        ordinal: 5,
        excerpt: '“Words”',
        source: 'earlier',
        name: 'Kyiv Post',
        date: '31 December 2025',
        title: 'A Title',
        authors: 'A Body, Ann Smith',
        publisher: 'Kyiv Post',
        bearing: 'supports',
        aliases: ['Київ Пост'],
      },
      {
        ordinal: 6,
        excerpt: 'Ні слова.',
        language: 'uk',
        rendering: 'No words.',
        source: 'later',
        name: 'later',
        date: 'January 2026',
        bearing: 'context',
        aliases: ['Slova'],
      },
    ] satisfies PieceDetails[]);
  });

  test('of evidence whose source is not dated, or not known, is that.', () => {
    const { reading: other } = read(
      `One ${claim('a', 'thing')}.\n\n[^a]: Found.\n\n` +
        '    <Evidence source="undated" bearing="context">One.</Evidence>\n    <Evidence source="lost" bearing="context">Two.</Evidence>\n',
    );
    const piece = (source: string, ordinal: number, excerpt: string): PieceDetails => ({
      ordinal,
      excerpt,
      source,
      name: source,
      date: 'no date shown',
      bearing: 'context',
      aliases: [],
    });
    const [note, ...pieces] = detailed(indexOf(other)) as [NoteDetails, ...PieceDetails[]];
    expect(note.names).toEqual(['undated']);
    expect(pieces).toStrictEqual([piece('undated', 2, 'One.'), piece('lost', 3, 'Two.')]);
  });
});

describe('Hostile words stay text:', () => {
  const hostile = `\u202Eevil\u202C ${'x'.repeat(10_000)} &lt;img src=x onerror=alert(1)&gt; "quoted"`;
  const { reading } = read(`${hostile}.\n\nPlain ${claim('a', 'words')}.\n\n[^a]: Found.\n`);
  const index = indexOf(reading);
  const { text } = index.packs[0]!.records[0] as ShownPassage;

  test('they are shown as they are.', () => {
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).toContain('\u202Eevil\u202C');
    expect(text).toContain('x'.repeat(10_000));
  });

  test('they are found without their signs, and no longer than a word is.', () => {
    const [field] = index.records[0]!.fields;
    expect(field!.words).toBe(`evil ${'x'.repeat(200)} img src x onerror alert n1z quoted`);
  });
});

describe('An index', () => {
  test('is of one language without its region; the largest comes first.', () => {
    const readings = [manyOf(1, 'a', 'uk'), manyOf(2, 'b', 'en-GB'), manyOf(2, 'c', 'en-US')];
    const indexes = searchIndexes(readings, SOURCES);
    expect(indexes.map(({ language, packs }) => [language, packs.length])).toEqual([
      ['en', 1],
      ['uk', 1],
    ]);
    expect(indexes.every(({ records }) => records[0]!.ordinal === 0)).toBe(true);
  });

  test('is the same, in whatever order its readings come.', () => {
    const readings = [manyOf(2, 'a'), manyOf(3, 'b')];
    expect(searchIndexes(readings.toReversed(), SOURCES)).toEqual(searchIndexes(readings, SOURCES));
  });

  test('has its words as they are written most, the most frequent first, without numbers and short ones.', () => {
    const { reading } = read(
      `Kyiv’s PLAN is a plan of ${claim('a', 'Plan G7')} in 2022, кийів.\n\n[^a]: A plan of Kyiv.\n`,
    );
    expect(indexOf(reading).words).toEqual([
      ['plan', 4],
      ['Kyiv', 2],
      ['кийів', 1],
    ]);
  });
});
