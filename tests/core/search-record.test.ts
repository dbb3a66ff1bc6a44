import { describe, expect, test } from 'vitest';
import { searchRecords } from '../../src/core/search-record.ts';
import { claim, read, SOURCES } from './support/reading.ts';

const { reading, problems } = read(
  `<Byline>By A.</Byline>\n\n## ${claim('head', 'Heading')}\n\nOne. Two <Quotation id="said" status="contested" checked="2026-11-22" why="Two.">“words”</Quotation>.\n\n` +
    '| Three | 4 |\n| - | - |\n\nSee <Remark id="slip">theris</Remark>.\n\n' +
    '[^head]: Found.\n\n[^slip]: A slip.\n\n[^said]: Two versions.\n\n    The body.\n\n' +
    '    <Evidence source="earlier" bearing="supports">“words”</Evidence>\n    <Evidence source="later" bearing="contradicts" lang="uk" rendering="No words.">Ні слова.</Evidence>\n' +
    '    <Evidence source="earlier" bearing="context">more</Evidence>\n    <Since date="2026-02" source="later">It changed.</Since>\n',
);
const sources = new Map([...SOURCES].map(([key, source]) => [key, { ...source, title: `Title of ${key}` }]));
const records = searchRecords(reading, sources);
const passages = records.filter(({ meta }) => meta.in === 'passage');
const notes = records.filter(({ meta }) => meta.in === 'note');
const said = notes.find(({ url }) => url === '/test/#said')!;

describe('What can be found', () => {
  test('is each heading, sentence and row, and each annotation, once.', () => {
    expect(problems).toEqual([]);
    expect(records.map(({ url }) => url)).toEqual([
      ...['p0s1', 'heading', 'p1s1', 'p1s2', 'p2', 'p3s1'].map((anchor) => `/test/#${anchor}`),
      ...['head', 'said', 'slip'].map((id) => `/test/#${id}`),
    ]);
  });

  test('has its own words, and says where it stands.', () => {
    expect(passages.map(({ content, meta }) => [content, meta.place])).toEqual([
      ['By A.', 'By-line, sentence 1'],
      ['Heading', 'Heading “Heading”'],
      ['One.', '¶1, sentence 1'],
      ['Two “words”.', '¶1, sentence 2'],
      ['Three 4', '¶2'],
      ['See theris.', '¶3, sentence 1'],
    ]);
  });

  test('of a note is all that it says, with the names of its sources.', () => {
    expect([...new Set(said.content.split(' · '))]).toEqual([
      '“words”',
      'Two versions.',
      'The body.',
      'Ні слова.',
      'No words.',
      'more',
      'It changed.',
      'Title of earlier',
      'Title of later',
    ]);
    expect(said.meta).toEqual({
      title: '“words”',
      place: '¶1',
      in: 'note',
      reading: 'Test',
      kind: 'quotation',
      status: 'contested',
      finding: 'Two versions.',
    });
  });

  test('can be filtered by reading, kind, status and source.', () => {
    expect(said.filters).toEqual({
      in: ['note'],
      reading: ['test'],
      kind: ['quotation'],
      status: ['contested'],
      source: ['earlier', 'later'],
    });
    expect(notes.at(-1)?.filters).toEqual({ in: ['note'], reading: ['test'], kind: ['remark'], source: [] });
    expect(passages.every(({ filters }) => Object.keys(filters).join() === 'in,reading')).toBe(true);
  });

  test('sorts in the order of the text.', () => {
    const places = passages.map(({ sort }) => sort.place!);
    expect([...places].sort()).toEqual(places);
    expect(places.every((place) => /^\d{8}$/.test(place))).toBe(true);
  });

  test('does not need its sources to be known.', () => {
    expect(searchRecords(reading, new Map())).toHaveLength(records.length);
  });
});
