import { describe, expect, test } from 'vitest';
import { layOver } from '../../src/core/verbatim.ts';
import { randomly } from './support/randomly.ts';

/** The stretches of the original that the blocks lie over. */
const stretches = (blocks: string[], original: string) =>
  layOver(blocks, original).extents?.map(({ start, end }) => original.slice(start, end));

describe('A reproduction agrees with its original where', () => {
  test.each([
    ['each block is a line of it', ['One.', 'Two.'], 'One.\nTwo.', ['One.', 'Two.']],
    ['blank lines stand between blocks', ['One.', 'Two.'], 'One.\n\n\n \nTwo.', ['One.', 'Two.']],
    ['it ends in line feeds', ['One.'], 'One.\n\n', ['One.']],
    ['it begins with blank lines', ['One.'], '\n \nOne.', ['One.']],
    ['it has a byte order mark', ['One.'], '\uFEFFOne.', ['One.']],
    [
      'its lines end as on Windows',
      ['One.\nTwo.', 'Three.'],
      'One.\r\nTwo.\r\nThree.\r\n',
      ['One.\r\nTwo.', 'Three.'],
    ],
    [
      'a paragraph is hard-wrapped in both',
      ['One\ntwo\nthree.'],
      'One\n  two \nthree.',
      ['One\n  two \nthree.'],
    ],
    [
      'the lines of a hard-wrapped paragraph are joined by spaces',
      ['One two three four.'],
      'One\n  two \r\nthree\rfour.',
      ['One\n  two \r\nthree\rfour.'],
    ],
    [
      'its lines end in carriage returns',
      ['One.\nTwo.', 'Three.'],
      'One.\rTwo.\r\rThree.\r',
      ['One.\rTwo.', 'Three.'],
    ],
    ['there is nothing in either', [], '', []],
    [
      'a block begins and ends with white space',
      ['  One.\n', '\u00A0Two. '],
      'One.\n\tTwo.',
      ['One.', 'Two.'],
    ],
    ['there is nothing but white space in the original', [], ' \n', []],
  ])('%s.', (_, blocks, original, expected) => {
    expect(stretches(blocks, original)).toEqual(expected);
  });
});

describe('The first difference is told where', () => {
  test.each([
    ['a letter is another', ['One.', 'Twa.'], 'One.\nTwo.', { block: 1, offset: 2, original: 7 }],
    ['a space is missing', ['Onetwo.'], 'One two.', { block: 0, offset: 3, original: 3 }],
    ['there is one space more', ['One  two.'], 'One two.', { block: 0, offset: 4, original: 4 }],
    ['a line is broken in one only', ['One\ntwo.'], 'One two.', { block: 0, offset: 3, original: 3 }],
    [
      'two spaces stand for the end of a line',
      ['One  two.'],
      'One\ntwo.',
      { block: 0, offset: 3, original: 3 },
    ],
    [
      'a space without a break stands for the end of a line',
      ['One\u00A0two.'],
      'One\ntwo.',
      { block: 0, offset: 3, original: 3 },
    ],
    ['a space stands for a blank line', ['One two.'], 'One\n \ntwo.', { block: 0, offset: 3, original: 3 }],
    [
      'a space stands for two carriage returns',
      ['One two.'],
      'One\r\rtwo.',
      { block: 0, offset: 3, original: 3 },
    ],
    [
      'a blank line parts what is one paragraph',
      ['One\ntwo.'],
      'One\n\ntwo.',
      { block: 0, offset: 4, original: 4 },
    ],
    ['letters are composed otherwise', ['caf\u00E9'], 'cafe\u0301', { block: 0, offset: 3, original: 3 }],
    [
      'a paragraph is missing in the middle',
      ['One.', 'Three.'],
      'One.\nTwo.\nThree.',
      { block: 1, offset: 1, original: 6 },
    ],
    ['a paragraph is missing at the end', ['One.'], 'One.\nTwo.', { block: 1, offset: 0, original: 5 }],
    ['there is a paragraph too many', ['One.', 'Two.'], 'One.\n', { block: 1, offset: 0, original: 5 }],
    ['the original goes on in the same line', ['One.'], 'One. More.', { block: 0, offset: 4, original: 4 }],
    [
      'two blocks are one line of the original',
      ['One.', 'Two.'],
      'One. Two.',
      { block: 0, offset: 4, original: 4 },
    ],
    ['the original is empty', ['One.'], '', { block: 0, offset: 0, original: 0 }],
    ['the reproduction is empty', [], 'One.', { block: 0, offset: 0, original: 0 }],
  ])('%s.', (_, blocks, original, difference) => {
    expect(layOver(blocks, original)).toEqual({ difference });
  });
});

test('Every place in a block has its place in the original, also behind white space of another length.', () => {
  const block = 'one\ntwo three';
  const original = '\n\n one \r\n   two three';
  const { extents } = layOver([block], original);
  for (const [place, letter] of Array.from(block).entries()) {
    if (letter !== '\n') expect(original[extents![0]!.at[place]!]).toBe(letter);
  }
  expect(extents![0]!.at.at(-1)).toBe(original.length);
});

test('White space at the ends of a block has the places of the extent’s ends.', () => {
  expect(layOver([' \tOne '], '\n One\n').extents).toEqual([{ start: 2, end: 5, at: [2, 2, 2, 3, 4, 5, 5] }]);
});

test('One letter changed anywhere is found there.', () => {
  const blocks = ['Winter is coming.', 'Bring a coat,\nand a hat.'];
  const original = blocks.join('\n\n');
  for (const pick of randomly(50)) {
    const place = pick(Array.from(original).flatMap((letter, index) => (/\s/.test(letter) ? [] : [index])));
    const changed = `${original.slice(0, place)}#${original.slice(place + 1)}`;
    expect(layOver(blocks, changed).difference?.original).toBe(place);
  }
});
