import { describe, expect, test } from 'vitest';
import { checkDating, isLater, timeOfText } from '../../src/core/dating.ts';
import type { Source } from '../../src/core/source.ts';

const record = (issued?: string): Source => ({
  key: 'post',
  type: 'report',
  consulted: true,
  ...(issued !== undefined && { issued }),
});

test('A text is of the time at which it was written, or else of that at which it was issued.', () => {
  expect(timeOfText({ written: '2025-11' }, record('2025-12'))).toBe('2025-11');
  expect(timeOfText({}, record('2025-12'))).toBe('2025-12');
  expect(timeOfText({}, record())).toBeUndefined();
  expect(timeOfText({}, undefined)).toBeUndefined();
});

test.each([
  ['2025-12-01', '2025-11', true],
  ['2025-11-30', '2025-11', false],
  ['2025-11', '2025-11', false],
  ['2025-12/2026-01', '2025-11-30', true],
  ['2025-11-30', '2025-11-30', false],
  [undefined, '2025-11', false],
  ['2025-12', undefined, false],
])('That a source of %s is later than a text of %s: %s', (issued, written, expected) => {
  expect(isLater(record(issued), written)).toBe(expected);
  expect(isLater(undefined, written)).toBe(false);
});

describe('When a text was written is judged:', () => {
  const judged = (head: { written?: string; strict?: boolean }, issued?: string) =>
    checkDating(
      { strict: false, source: 'post', ...head },
      ([field]) => ({ path: String(field) }),
      record(issued),
      '2026-11-27',
    ).map(({ id, position }) => [id, position]);

  test.each([
    ['it need not be known', {}, undefined, []],
    ['unless the reading is strict', { strict: true }, undefined, [['undated-text', { path: 'source' }]]],
    ['where its issue is known, that will do', { strict: true }, '2025-11', []],
    ['it may be as late as the issue', { written: '2025-11' }, '2025-11-30', []],
    ['or earlier', { written: '2025-10' }, '2025-11', []],
    ['not later', { written: '2025-11' }, '2025-11-29', [['written-after-issue', { path: 'written' }]]],
    ['nor to come', { written: '2027' }, undefined, [['date-in-future', { path: 'written' }]]],
    ['it may be known where the issue is not', { written: '2025', strict: true }, undefined, []],
  ])('%s.', (_, head, issued, expected) => {
    expect(judged(head, issued)).toEqual(expected);
  });
});
