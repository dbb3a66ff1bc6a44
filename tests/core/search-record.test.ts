import { describe, expect, test } from 'vitest';
import { findables } from '../../src/core/findable.ts';
import { type SearchRecord, toSearchRecord } from '../../src/core/search-record.ts';
import type { Source } from '../../src/core/source.ts';
import { claim, read, SOURCES } from './support/reading.ts';

const { reading, problems } = read(
  `<Byline>By A.</Byline>\n\n## ${claim('head', 'Heading')}\n\nOne. Two <Quotation id="said" status="contested" checked="2026-11-22" why="Two." wording="unseen" aliases="Говорив">“€5 words”</Quotation>.\n\n` +
    '| Three | 4 |\n| - | - |\n\nSee <Remark id="slip">the non-paper, theris</Remark>.\n\n' +
    '[^head]: Found.\n\n[^slip]: A slip.\n\n[^said]: Two versions.\n\n    The body.\n\n' +
    '    <Evidence source="earlier" bearing="supports">“words”</Evidence>\n    <Evidence source="later" bearing="contradicts" lang="uk" rendering="No words." aliases="Slova">Ні 4,5 слова.</Evidence>\n' +
    '    <Evidence source="earlier" bearing="context">more</Evidence>\n    <Since date="2026-02" source="undated">It changed.</Since>\n' +
    '    <Reply from="A. Writer" date="2026-03-01">So be it.</Reply>\n',
);
const more: Record<string, Partial<Source>> = {
  earlier: {
    title: 'A Title',
    author: [{ given: 'Ann', family: 'O’Beara' }],
    'container-title': 'Kyiv Post',
    publisher: 'Press & "Sons"',
    aliases: ['Київ Пост'],
  },
  later: { publisher: 'Agency', issued: '2025-11/2026-01' },
};
const sources = new Map([...SOURCES].map(([key, source]) => [key, { ...source, ...more[key] }]));
const found = findables([reading]);
const records = found.map((each) => toSearchRecord(each, sources));
const where = found.map((each) =>
  each.in === 'passage' ? (each.sentence ?? each.block).anchor : `${each.in} ${each.annotation.id}`,
);
const recordOf = (place: string): SearchRecord => records[where.indexOf(place)]!;
const said = recordOf('note said');
const [support, contradiction] = records.filter((_, ordinal) => where[ordinal] === 'evidence said');

describe('What can be found', () => {
  test('is each heading, sentence and row, after it the notes that begin there, each with its evidence.', () => {
    expect(problems).toEqual([]);
    expect(where).toEqual([
      'p0s1',
      'heading',
      'note head',
      'p1s1',
      'p1s2',
      'note said',
      ...Array.from({ length: 3 }, () => 'evidence said'),
      'p2',
      'p3s1',
      'note slip',
    ]);
  });

  test('is known by its place in that order.', () => {
    expect(records.map(({ ordinal }) => ordinal)).toEqual(records.map((_, place) => place));
  });

  test('goes on counting from reading to reading.', () => {
    const both = findables([reading, { ...reading, slug: 'other' }]);
    expect(both.map(({ ordinal }) => ordinal)).toEqual(both.map((_, place) => place));
    expect(new Set(both.slice(records.length).map(({ reading: { slug } }) => slug))).toEqual(
      new Set(['other']),
    );
  });
});

describe('It is found by words as a search reads them:', () => {
  test('a passage by its own, and a little by other spellings of what is marked in it.', () => {
    expect(recordOf('p1s2').fields).toEqual([
      { words: 'two n5z words', weight: 3 },
      { words: 'говорив', weight: 1 },
      { words: 'n5eurz', weight: 3 },
    ]);
  });

  test('a heading more than a sentence.', () => {
    expect(recordOf('heading').fields).toEqual([{ words: 'heading', weight: 4 }]);
  });

  test('a note by the marked words, the finding and all that it says, and by the names of its sources.', () => {
    expect(said.fields).toEqual([
      { words: 'n5z words', weight: 4 },
      { words: 'two versions', weight: 3 },
      { words: 'the body', weight: 1.5 },
      { words: 'a writer so be it', weight: 1.5 },
      { words: 'it changed', weight: 1 },
      { words: 'kyiv post', weight: 0.6 },
      { words: 'press sons', weight: 0.6 },
      { words: 'agency', weight: 0.6 },
      { words: 'undated', weight: 0.6 },
      { words: 'говорив', weight: 2 },
      { words: 'slova', weight: 2 },
      { words: 'n5eurz', weight: 4 },
    ]);
  });

  test('evidence by its excerpt, its rendering, and all names of its source.', () => {
    expect(support!.fields).toEqual([
      { words: 'words', weight: 3 },
      { words: 'a title', weight: 1 },
      { words: 'ann obeara', weight: 1 },
      { words: 'kyiv post', weight: 1 },
      { words: 'press sons', weight: 1 },
      { words: 'киів пост', weight: 1 },
      { words: 'beara', weight: 1 },
    ]);
  });

  test('evidence in another language by the numbers of that.', () => {
    expect(contradiction!.fields).toEqual([
      { words: 'ні n4p5z слова', weight: 3 },
      { words: 'no words', weight: 3 },
      { words: 'agency', weight: 1 },
      { words: 'slova', weight: 1 },
    ]);
  });

  test('with a break between others under which a text is found, so that they are no phrase.', () => {
    const [, extras] = recordOf('p3s1').fields;
    expect(extras).toEqual({ words: 'nonpaper', weight: 3 });
    const scaled = read(`${claim('a', '€140bn')}.\n\n[^a]: B.\n`).reading;
    expect(toSearchRecord(findables([scaled])[0]!, sources).fields[1]!.words).toBe(
      'n140z · billion · n140000000000eurz · n140eurz',
    );
  });
});

describe('It is found among', () => {
  test('passages, with the status and the kind of the marks that touch them.', () => {
    expect(recordOf('p1s2').facets).toEqual({
      in: ['passage'],
      reading: ['test'],
      status: ['contested'],
      kind: ['quotation'],
    });
    expect(recordOf('p1s1').facets).toEqual({ in: ['passage'], reading: ['test'], status: [], kind: [] });
  });

  test('notes, with all of their sources, their publishers and years, and how the evidence bears.', () => {
    expect(said.facets).toEqual({
      in: ['note'],
      reading: ['test'],
      kind: ['quotation'],
      status: ['contested'],
      source: ['earlier', 'later', 'undated'],
      publisher: ['Kyiv Post', 'Agency'],
      year: ['2025', '2026'],
      bearing: ['supports', 'contradicts', 'context'],
    });
    expect(recordOf('note slip').facets).toMatchObject({ kind: ['remark'], status: [], source: [] });
  });

  test('evidence, with that of its own source.', () => {
    expect(support!.facets).toEqual({
      in: ['evidence'],
      reading: ['test'],
      kind: ['quotation'],
      status: ['contested'],
      source: ['earlier'],
      publisher: ['Kyiv Post'],
      year: ['2025'],
      bearing: ['supports'],
    });
  });

  test('what was checked on a day: notes and their evidence, if they were.', () => {
    const asked = [said, support!, recordOf('note slip'), recordOf('p1s1')];
    expect(asked.map(({ checked }) => checked)).toEqual(['2026-11-22', '2026-11-22', undefined, undefined]);
  });
});

test('Sources need not be known.', () => {
  const unknown = found.map((each) => toSearchRecord(each, new Map()));
  expect(unknown.map(({ facets }) => facets.source ?? [])).toEqual(unknown.map(() => []));
  expect(unknown[where.indexOf('evidence said')]!.fields).toEqual([{ words: 'words', weight: 3 }]);
});
