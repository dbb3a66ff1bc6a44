import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/core/ledger.ts';
import { wordsIn, wordsOf } from '../../src/core/wording.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

const removed = gone('p1s3', 'sentence', { edition: 2, gone: 'removed' }, [said(1, 'Gone.')]);
const first = paragraph('p1', 1, 'One. Two.');
const dense = paragraph('p2', 1, '一。二。');
const heading: Row = { anchor: 'winter', kind: 'heading', ...said(1, 'Winter') };
const alone = paragraph('p3', 1, 'No sentences are known.');
const last = paragraph('p4', 1, 'Three. Four.');
const ledger = ledgerOf(2, [
  paragraph('p0', 1, 'Before.'),
  sentence('p0s1', said(1, 'Before.')),
  first,
  sentence('p1s1', said(1, 'One.')),
  removed,
  sentence('p1s2', said(1, 'Two.')),
  dense,
  sentence('p2s1', said(1, '一。')),
  sentence('p2s2', said(1, '二。')),
  heading,
  alone,
  last,
  sentence('p4s1', said(1, 'Three.')),
  sentence('p4s2', said(1, 'Four.')),
]);

test.each([
  ['a heading are its own', heading, 'Winter'],
  ['a paragraph are its sentences’ that stand', first, 'One. Two.'],
  ['a text without spaces have none between them', dense, '一。二。'],
  ['the last paragraph are all that follow', last, 'Three. Four.'],
  ['a paragraph without sentences are not known', alone, ''],
])('The words of %s.', (_, row, words) => {
  expect(wordsOf(ledger, row)).toBe(words);
});

describe('The words of a state are', () => {
  test.each([
    ['its own, where it has them', first, said(1, 'Other.'), 'Other.'],
    ['the passage’s, where it has its hash', first, { edition: 1, hash: first.hash }, 'One. Two.'],
    ['unknown, where it has another', first, { edition: 1, hash: heading.hash }, ''],
    ['none, where it is gone', removed, { edition: 2, gone: 'removed' as const }, ''],
  ])('%s.', (_, row, state, words) => {
    expect(wordsIn(ledger, row, state as ReturnType<typeof said>)).toBe(words);
  });
});
