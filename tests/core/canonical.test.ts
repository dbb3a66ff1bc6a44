import { describe, expect, test } from 'vitest';
import { canonical, canonicalOffset, codePoints, sliceCodePoints } from '../../src/core/canonical.ts';
import { randomly } from './support/randomly.ts';

describe('Canonical text:', () => {
  test.each([
    ['white space at the ends is trimmed', '  a b \n', 'a b'],
    ['every run of white space is one space', 'a\r\n\tb  c', 'a b c'],
    ['a no-break space is white space', 'a\u00A0\u202Fb', 'a b'],
    ['letters are composed', 'nai\u0308ve cafe\u0301', 'naïve café'],
    ['a byte order mark is white space', '\uFEFFa', 'a'],
    ['case, dashes and quotation marks stay as they are', '“A” – b—C', '“A” – b—C'],
    ['compatibility characters stay as they are', 'ﬁ ² ½', 'ﬁ ² ½'],
    ['nothing stays nothing', ' \n ', ''],
  ])('%s.', (_, raw, expected) => {
    expect(canonical(raw)).toBe(expected);
    expect(canonical(expected)).toBe(expected);
  });
});

describe('Offsets:', () => {
  test('A letter outside the Basic Multilingual Plane counts as one.', () => {
    expect(codePoints('𝔸b𝒞')).toBe(3);
    expect(sliceCodePoints('𝔸b𝒞d', 1, 3)).toBe('b𝒞');
  });

  test.each([
    ['plain letters', 'one two', 4, 4],
    ['white space before the text', '  one', 2, 0],
    ['a run of white space before the place', 'one \n  two', 7, 4],
    ['a letter composed of two before the place', 'cafe\u0301 x', 6, 5],
    ['an astral letter before the place', '𝔸 x', 3, 2],
    ['the beginning', 'one', 0, 0],
    ['the end', 'one', 3, 3],
  ])('%s: the same place in the canonical text.', (_, raw, offset, expected) => {
    expect(canonicalOffset(raw, offset)).toBe(expected);
  });

  test('A stretch between two words is the same words, whatever the text.', () => {
    const words = ['one', 'naïve', 'cafe\u0301', '𝔸𝔹', '“q”', 'ї', 'سلام'];
    const spaces = [' ', '  ', '\n', '\r\n ', '\t', '\u00A0'];
    for (const pick of randomly(100)) {
      const stretch = () => pick(words) + pick(spaces) + pick(words);
      const [before, inside, after] = [stretch(), stretch(), stretch()];
      const raw = pick(spaces) + before + pick(spaces) + inside + pick(spaces) + after;
      const from = raw.indexOf(inside, before.length);
      const [start, end] = [from, from + inside.length].map((place) => canonicalOffset(raw, place));
      expect(sliceCodePoints(canonical(raw), start!, end!)).toBe(canonical(inside));
    }
  });
});
