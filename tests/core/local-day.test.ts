import { expect, test } from 'vitest';
import { localDay } from '../../src/core/local-day.ts';

test.each([
  [new Date(2026, 0, 5), '2026-01-05'],
  [new Date(2026, 8, 30, 0, 0, 0), '2026-09-30'],
  [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
])('The day on a reader’s own calendar and clock: %#', (now, day) => {
  expect(localDay(now)).toBe(day);
});
