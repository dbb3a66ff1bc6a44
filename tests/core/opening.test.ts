import { expect, test } from 'vitest';
import { openingOf } from '../../src/core/opening.ts';

test.each([
  ['words that have room', 'The frost came.', 15, 'The frost came.'],
  ['words that do not', 'The frost came early.', 14, 'The frost came\u00a0…'],
  ['a word that would be cut', 'The frost came early.', 16, 'The frost came\u00a0…'],
  ['punctuation at the cut', 'The frost – early, it came.', 18, 'The frost – early\u00a0…'],
  ['a dash at the cut', 'The frost – early, it came.', 11, 'The frost\u00a0…'],
  ['a word longer than the room', 'x'.repeat(120), 10, `${'x'.repeat(10)}\u00a0…`],
  ['a script without spaces', '人人生而自由在尊严和权利上一律平等', 6, '人人生而自由\u00a0…'],
  ['a space far before the cut', `A ${'x'.repeat(120)}`, 10, `A ${'x'.repeat(8)}\u00a0…`],
  ['letters of two code units', '𝔉𝔯𝔬𝔰𝔱', 5, '𝔉𝔯𝔬𝔰𝔱'],
  ['a cut among them', '𝔉𝔯𝔬𝔰𝔱', 3, '𝔉𝔯𝔬\u00a0…'],
])('Of %s: “%s”, at most %i letters, “%s”.', (_, words, most, opening) => {
  expect(openingOf(words, most)).toBe(opening);
});
