import { describe, expect, test } from 'vitest';
import { KINDS, STATUSES } from '../../src/core/annotation.ts';
import { capitalized, inEnglish, tally } from '../../src/core/tally.ts';
import { claim, read } from './support/reading.ts';

describe('Annotations are counted', () => {
  const { annotations } = read(
    `${claim('a', 'One')} ${claim('b', 'two')} <Source id="c" status="unchecked" checked="2026-11-22" of="post">three</Source> ` +
      `<Remark id="d">four</Remark>.\n${['a', 'b', 'c', 'd'].map((id) => `\n[^${id}]: Found.\n`).join('')}`,
  ).reading;

  test('by status and kind; remarks are no statements.', () => {
    const { statements, remarks, status, kind } = tally(annotations);
    expect([statements, remarks]).toEqual([3, 1]);
    expect(status).toEqual({
      supported: 0,
      qualified: 0,
      contested: 0,
      contradicted: 0,
      opinion: 2,
      unchecked: 1,
    });
    expect(kind).toEqual({ claim: 2, source: 1, figure: 0, quotation: 0, remark: 1 });
  });

  test('in the one order of statuses and kinds, also where there are none.', () => {
    const { statements, status, kind } = tally([]);
    expect(statements).toBe(0);
    expect([Object.keys(status), Object.keys(kind)]).toEqual([[...STATUSES], [...KINDS]]);
  });
});

test.each([
  [0, 'no'],
  [1, 'one'],
  [12, 'twelve'],
  [19, 'nineteen'],
  [20, 'twenty'],
  [28, 'twenty-eight'],
  [40, 'forty'],
  [99, 'ninety-nine'],
  [100, '100'],
  [1234, '1,234'],
])('%i in words is “%s”.', (count, words) => {
  expect(inEnglish(count)).toBe(words);
});

test.each([
  ['twenty-eight claims', 'Twenty-eight claims'],
  ['émigrés', 'Émigrés'],
  ['', ''],
])('“%s” at the head of a line is “%s”.', (words, expected) => {
  expect(capitalized(words)).toBe(expected);
});
