import { expect, test } from 'vitest';
import { sharersOf } from '../../src/core/sharing.ts';
import { stating } from './support/evidence.ts';

const annotations = stating(
  { id: 'one', status: 'supported', evidence: ['post supports', 'post context'] },
  { id: 'named', status: 'unchecked', names: 'earlier', since: ['post'] },
  { id: 'none', status: 'opinion', evidence: ['undated context'] },
  {
    id: 'itself',
    status: 'contested',
    evidence: ['later supports', 'post contradicts', 'earlier context', 'later supports'],
  },
  { id: 'two', status: 'opinion', evidence: ['earlier context', 'post context', 'undated context'] },
  { id: 'last', status: 'opinion', evidence: ['later context'] },
  { id: 'alone', status: 'opinion' },
);
const of = (id: string) =>
  sharersOf(
    annotations.find((annotation) => annotation.id === id)!,
    { annotations },
  ).map(({ annotation, sources }) => [annotation.id, ...sources]);

test('Others that cite a source of a note in evidence are told, those with most in common first, and never itself.', () => {
  expect(of('itself')).toEqual([
    ['two', 'post', 'earlier'],
    ['one', 'post'],
    ['last', 'later'],
  ]);
});

test('A source that the words name, or that tells what followed, is not evidence.', () => {
  expect(of('named')).toEqual([]);
});

test('A note without evidence shares none.', () => {
  expect(of('alone')).toEqual([]);
});
