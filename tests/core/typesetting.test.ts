import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../src/core/typesetting.ts';
import { FOUNT } from './support/typesetter.ts';

/** At size 2 every letter is one wide. */
const broken = (words: string, width: number, most = 9) => breakLines(words, FOUNT, { size: 2, width, most });

describe('Words in lines', () => {
  test('stay in one where there is room.', () => {
    expect(broken('one two', 7)).toEqual({ lines: ['one two'], isCut: false });
  });

  test('are broken between words, into lines about as long as one another.', () => {
    expect(broken('one two three four', 14).lines).toEqual(['one two', 'three four']);
    expect(broken('a bb ccc dddd eeeee', 16).lines).toEqual(['a bb ccc', 'dddd eeeee']);
  });

  test('are broken within a word that is longer than the line, never within a letter as readers see it.', () => {
    expect(broken('abcdefg', 3).lines.join('')).toBe('abcdefg');
    expect(broken('e\u0301e\u0301e\u0301', 3).lines).toEqual(['e\u0301', 'e\u0301', 'e\u0301']);
  });

  test('are cut after the last line, between two words, with an ellipsis.', () => {
    expect(broken('one two three four five', 9, 2)).toEqual({ lines: ['one two', 'three…'], isCut: true });
    expect(broken('one two, three', 9, 1)).toEqual({ lines: ['one two…'], isCut: true });
  });

  test('are cut within a word where it fills the line alone.', () => {
    expect(broken('abcdefghij', 5, 1)).toEqual({ lines: ['abcd…'], isCut: true });
  });

  test('are whole unless cut, never wider than the line and never in more lines than there may be.', () => {
    const words = fc.array(
      fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'é', '.', ',') }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (given, width, most) => {
          const { lines, isCut } = broken(given.join(' '), width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(width);
          const bare = (text: string) => text.replaceAll(' ', '');
          if (isCut) expect(lines.at(-1)).toMatch(/…$/);
          else expect(bare(lines.join(''))).toBe(bare(given.join('')));
        },
      ),
    );
  });
});
