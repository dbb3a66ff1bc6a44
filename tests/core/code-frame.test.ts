import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { drawFrame } from '../../src/core/code-frame.ts';

/** The frame of some words in a line, one under the other. */
function frame(line: string, words: string, width = 100): string {
  const column = line.indexOf(words) + 1;
  const { line: shown, pointer } = drawFrame(
    line,
    { line: 1, column, end: { line: 1, column: column + words.length } },
    width,
  );
  return `${shown}\n${pointer}`;
}

describe('What points to a place stands under it', () => {
  test.each([
    ['after plain letters', 'A cold winter.', 'cold', 'A cold winter.\n  ^^^^'],
    ['after tabulators', '\tA cold winter.', 'cold', '    A cold winter.\n      ^^^^'],
    ['after wide letters', '寒い冬 is cold.', 'cold', '寒い冬 is cold.\n          ^^^^'],
    ['under wide letters', 'In 寒い冬.', '寒い', 'In 寒い冬.\n   ^^^^'],
    ['after an emoji of several signs', '👩‍👩‍👧 and cold.', 'cold', '👩‍👩‍👧 and cold.\n       ^^^^'],
    ['after marks that stand on letters', 'e\u0301te\u0301 cold', 'cold', 'e\u0301te\u0301 cold\n    ^^^^'],
    ['after signs that are not seen', 'win\u00ADter cold', 'cold', 'win\u00ADter cold\n       ^^^^'],
    ['after letters beyond the basic plane', '𝔄 cold', 'cold', '𝔄 cold\n  ^^^^'],
  ])('%s.', (_, line, words, expected) => {
    expect(frame(line, words)).toBe(expected);
  });

  test('also inside a letter with its mark, and behind the end of the line.', () => {
    expect(drawFrame('e\u0301t', { line: 1, column: 2 }, 100).pointer).toBe('^');
    expect(drawFrame('cold', { line: 1, column: 5 }, 100).pointer).toBe('    ^');
    expect(drawFrame('cold', { line: 1, column: 99 }, 100).pointer).toBe('    ^');
  });

  test('to the end of the line, where its own end is on a later one.', () => {
    expect(
      drawFrame('A cold winter. ', { line: 1, column: 3, end: { line: 4, column: 1 } }, 100).pointer,
    ).toBe('  ^^^^^^^^^^^^');
  });
});

describe('A long line', () => {
  const long = `${'before '.repeat(40)}HERE${' after'.repeat(40)}`;

  test('is cut around the place.', () => {
    const [line, pointer] = frame(long, 'HERE', 60).split('\n') as [string, string];
    expect(line).toMatch(/^….*HERE.*…$/);
    expect(stringWidth(line)).toBeLessThanOrEqual(60);
    expect(line.indexOf('HERE')).toBe(pointer.indexOf('^^^^'));
  });

  test('is whole at the end that the place is near to.', () => {
    expect(frame(long, 'before', 60)).toMatch(/^before .*…\n\^{6}$/);
    expect(frame(`${'before '.repeat(40)}HERE`, 'HERE', 60)).toMatch(/^….*HERE\n *\^{4}$/);
  });

  test('of a stretch longer than the room shows its beginning.', () => {
    expect(frame('x'.repeat(500), 'x'.repeat(400), 40)).toBe(`${'x'.repeat(38)}…\n${'^'.repeat(38)}`);
  });
});

describe('Where writing runs from right to left', () => {
  test('the words are told again: nothing can stand under them.', () => {
    expect(frame('השנה היה חורף קר.', 'חורף')).toBe('השנה היה חורף קר.\nhere: “חורף”');
    expect(frame('كان الشتاء باردا', 'الشتاء')).toContain('here: “الشتاء”');
  });

  test('a place without an end is the word that it is in.', () => {
    expect(drawFrame('השנה היה', { line: 1, column: 7 }, 100).pointer).toBe('here: “היה”');
  });
});

test('What a terminal would obey, or what turns the writing, is spelt out.', () => {
  expect(frame('\u001B[31mred cold', 'cold')).toBe('<U+001B>[31mred cold\n                ^^^^');
  expect(frame('a\u202Eb cold', 'cold')).toBe('a<U+202E>b cold\n           ^^^^');
});

test('Whatever a line holds, it is shown in its room, with something under it, and nothing that a terminal obeys.', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.nat(320),
      fc.nat(40),
      (text, at, length) => {
        const line = text.replace(/[\r\n]/g, ' ');
        const spot = { line: 1, column: at + 1, end: { line: 1, column: at + 1 + length } };
        const { line: shown, pointer } = drawFrame(line, spot, 60);
        expect(stringWidth(shown)).toBeLessThanOrEqual(60);
        expect(shown + pointer).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
        expect(pointer).toMatch(/^ *\^+$|^here: “/);
      },
    ),
    { numRuns: 500 },
  );
});
