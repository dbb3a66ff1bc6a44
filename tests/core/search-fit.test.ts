import { expect, test } from 'vitest';
import { fitOf } from '../../src/core/search-fit.ts';

test('What was asked fits best where it stands often, in few words; and does not where it does not stand.', () => {
  expect(fitOf(2, 10)).toBeGreaterThan(fitOf(1, 10));
  expect(fitOf(1, 10)).toBeGreaterThan(fitOf(1, 20));
  expect(fitOf(0, 10)).toBe(0);
  // In a text that is not too long, to stand there twice counts for more than that the text is short.
  expect(fitOf(2, 50)).toBeGreaterThan(fitOf(1, 1));
});
