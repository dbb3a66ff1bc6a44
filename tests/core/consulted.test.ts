import { expect, test } from 'vitest';
import { citedAgain, consultedFor } from '../../src/core/consulted.ts';
import type { Source } from '../../src/core/source.ts';

const records: Source[] = [
  { key: 'a', type: 'report', consulted: true, via: 'stored copy' },
  { key: 'b', type: 'report', consulted: true },
  { key: 'c', type: 'report', consulted: true, via: 'stored copy' },
  { key: 'd', type: 'report', consulted: false, via: 'stored copy' },
];
const sources = new Map(records.map((source) => [source.key, source]));
const from = (source: string) => ({ source }) as never;

test('Sources consulted alike are told of together, each once, in the order of the note.', () => {
  const [a, b, c, d] = records;
  const note = { evidence: [from('a'), from('b'), from('a')], since: [from('c')], source: 'd' };
  expect(consultedFor(note, sources)).toEqual([
    { isRead: true, via: 'stored copy', sources: [a, c] },
    { isRead: true, sources: [b] },
    { isRead: false, via: 'stored copy', sources: [d] },
  ]);
  expect(consultedFor({ evidence: [], since: [] }, sources)).toEqual([]);
});

test('A piece from a source that one before it is from is told again.', () => {
  const pieces = [from('a'), from('b'), from('a'), from('a')];
  expect(citedAgain(pieces)).toEqual(new Set(pieces.slice(2)));
  expect(citedAgain([])).toEqual(new Set());
});
