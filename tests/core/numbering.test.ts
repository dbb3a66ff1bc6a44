import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAnchors, compareLabels, labelsBetween, labelsOf } from '../../src/core/numbering.ts';

/** The first label between two that was not given out before. */
function insert(left: string | undefined, right: string | undefined, given: ReadonlySet<string>): string {
  const highest = Math.max(0, ...[...given].filter((label) => /^\d+$/.test(label)).map(Number));
  for (const label of labelsBetween(left, right, highest)) if (!given.has(label)) return label;
  throw new Error('Labels come to no end.');
}

describe('What is inserted is numbered as in statutes:', () => {
  test.each([
    ['after 4', '4', '5', [], '4a'],
    ['after 4a', '4a', '5', [], '4b'],
    ['between 4 and 4a', '4', '4a', [], '4za'],
    ['between 4za and 4a', '4za', '4a', [], '4zb'],
    ['between 4 and 4za', '4', '4za', [], '4zza'],
    ['between 4a and 4b', '4a', '4b', [], '4aa'],
    ['between 4a and 4aa', '4a', '4aa', [], '4aza'],
    ['between 4aa and 4b', '4aa', '4b', [], '4ab'],
    ['before 1', undefined, '1', [], 'a1'],
    ['after the by-line', '0', '1', [], 'a1'],
    ['before a1', undefined, 'a1', [], 'za1'],
    ['between a1 and 1', 'a1', '1', [], 'a2'],
    ['between a1 and a2', 'a1', 'a2', [], 'a1a'],
    ['at the end', '9', undefined, [], '10'],
    ['at the end, where 10 was given out before', '9', undefined, ['10'], '11'],
    ['at the end, after an inserted one', '9a', undefined, [], '10'],
    ['in a text that has lost all its paragraphs', undefined, undefined, [], '10'],
    ['after 4, where 4a was given out before', '4', '5', ['4a'], '4b'],
    ['after the letter before s', '4r', '5', [], '4t'],
    ['after the last letter', '4y', '5', [], '4z1'],
    ['after that', '4z1', '5', [], '4z2'],
    ['between the last letter and that', '4y', '4z1', [], '4ya'],
    ['between 4 and the 25th after it', '4', '4z1', [], '4za'],
    ['between 4z1 and 4z2', '4z1', '4z2', [], '4z1a'],
    ['where 5 stands elsewhere', '4', '6', ['5'], '4a'],
  ])('%s.', (_, left, right, given, expected) => {
    expect(insert(left, right, new Set(['9', ...given, left ?? '', right ?? '']))).toBe(expected);
  });
});

test('Labels keep their order whatever is inserted where, and none is given out twice.', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 60 }), (gaps) => {
      const row = ['1', '2', '3'];
      const given = new Set(row);
      for (const gap of gaps) {
        const at = gap % (row.length + 1);
        const label = insert(row[at - 1], row[at], given);
        expect(given.has(label)).toBe(false);
        given.add(label);
        row.splice(at, 0, label);
      }
      expect(row.toSorted(compareLabels)).toEqual(row);
    }),
  );
});

test('Anchors are read as paragraph and sentence; a slug as neither.', () => {
  expect(['p4', 'p4zas2', 'a1', 'za1sa1', 'p4z1', 'p4s2z1'].map(labelsOf)).toEqual([
    { paragraph: '4' },
    { paragraph: '4za', sentence: '2' },
    { paragraph: 'a1' },
    { paragraph: 'za1', sentence: 'a1' },
    { paragraph: '4z1' },
    { paragraph: '4', sentence: '2z1' },
  ]);
  expect(['winter', 'a-paper', 'p', 'p4s', 'p4_2', 'section-4', 'a4-paper', 'paris1'].map(labelsOf)).toEqual(
    Array(8).fill(undefined),
  );
});

test('Anchors are ordered as the text is: a paragraph before its sentences, the by-line first.', () => {
  const order = [
    'p0',
    'p0s1',
    'za1',
    'a1',
    'a1s1',
    'p1',
    'p1sa1',
    'p1s1',
    'p2',
    'p4',
    'p4za',
    'p4a',
    'p4as1',
    'p4b',
    'p10',
  ];
  expect(order.toReversed().sort(compareAnchors)).toEqual(order);
  expect(() => compareAnchors('p1', 'winter')).toThrow('`winter` is not the anchor');
});
