import { expect, test } from 'vitest';
import { inOrderOf, isLanguageTag } from '../../src/core/language.ts';

test('Languages that are wanted stand first, in the order in which they are wanted, and the rest as they stood.', () => {
  expect(inOrderOf(['uk-UA', 'ar'], ['en', 'ar', 'de', 'uk'])).toEqual(['uk', 'ar', 'en', 'de']);
  expect(inOrderOf([], ['en', 'ar'])).toEqual(['en', 'ar']);
});

test('What a browser takes for a language from its machine, and is no language tag, counts for nothing.', () => {
  expect(inOrderOf(['c', '', 'en_GB', 'ar'], ['en', 'ar'])).toEqual(['ar', 'en']);
  expect(['c', '', 'en_GB', 'en-GB'].map(isLanguageTag)).toEqual([false, false, false, true]);
});
