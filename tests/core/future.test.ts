import { expect, test } from 'vitest';
import { isToCome } from '../../src/core/future.ts';
import { TODAY } from './support/reading.ts';

test.each([
  [TODAY, false],
  ['2026-11-23', true],
  ['2026-11', false],
  ['2026-12~', true],
  ['2026', false],
  ['2026-10/2026-11', false],
  ['2026-11-20/2026-11-23', true],
  ['2026/2099', true],
])('On 22 November 2026 it is true that %s is still to come: %s.', (date, toCome) => {
  expect(isToCome(date, TODAY)).toBe(toCome);
});
