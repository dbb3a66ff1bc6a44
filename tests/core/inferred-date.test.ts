import { describe, expect, test } from 'vitest';
import { bracketDates, escapeRegExp, isCertain, toldOf } from '../../src/core/inferred-date.ts';

/** What an English style says. */
const ENGLISH: Record<string, string> = {
  'month-05 long': 'May',
  'month-05 short': 'May',
  'month-09 long': 'September',
  'month-09 short': 'Sept.',
  'month-12 long': 'December',
  'month-12 short': 'Dec.',
  'circa short': 'c.',
  circa: 'circa',
};
const english = (name: string, form?: string) => ENGLISH[form === undefined ? name : `${name} ${form}`] ?? '';

/** The year that stands for the date’s in these words. */
const STAND = '4713';

const bracketed = (date: number[], edtf: string, words: string, term = english) =>
  bracketDates(date, STAND, edtf, term)(words);

test.each([
  [undefined, true],
  ['2025', true],
  ['2025-11-24/2025-12', true],
  ['2025~', false],
  ['2025-11?', false],
  ['2025-11%', false],
  ['2025-11~/2025-12', false],
])('Of %s it is said whether all of it is certain.', (edtf, expected) => {
  expect(isCertain(edtf)).toBe(expected);
});

test.each([
  ['2025~', '2025'],
  ['2025-11-24?', '2025-11-24'],
  ['2025-11%', '2025-11'],
  ['2025-11?/2025-12~', '2025-12'],
  ['2025-11~/2025-12', '2025-12'],
])('Of %s is told %s.', (edtf, told) => {
  expect(toldOf(edtf)).toBe(told);
});

describe('A date that is', () => {
  test.each([
    ['approximate', '2025~', '[c. 2025]'],
    ['uncertain', '2025?', '[2025?]'],
    ['both', '2025%', '[c. 2025?]'],
    ['the end of an interval', '2024/2025~', '[c. 2025]'],
  ])('%s says so in brackets.', (_, edtf, told) => {
    expect(bracketed([2025], edtf, `Smith (${STAND}).`)).toBe(`Smith (${told}).`);
  });
});

describe('A day or a month beside the year is within the brackets:', () => {
  test.each([
    ['behind the day and the month', `On 9 December ${STAND}.`, 'On [9 December 2025?].'],
    ['with commas', `December 9, ${STAND}.`, '[December 9, 2025?].'],
    ['before the month and the day', `(${STAND}, December 9)`, '([December 9, 2025?])'],
    ['in short', `9 Dec. ${STAND}`, '[9 Dec. 2025?]'],
    ['in numbers', `9/12/${STAND}`, '[9/12/2025?]'],
    ['in numbers with zeros', `09.12.${STAND}`, '[09.12.2025?]'],
    ['with hyphens', `${STAND}-12-09`, '[12-09, 2025?]'],
    ['with an ending of its number', `9th December ${STAND}`, '[9th December 2025?]'],
    ['with a full stop behind it', `9. December ${STAND}`, '[9. December 2025?]'],
    ['without anything between', `${STAND}December 9`, '[December 9, 2025?]'],
    ['everywhere', `${STAND} and 9 December ${STAND}`, '[2025?] and [9 December 2025?]'],
  ])('%s.', (_, words, expected) => {
    expect(bracketed([2025, 12, 9], '2025-12-09?', words)).toBe(expected);
  });

  test.each([
    ['after the year', `${STAND} December`, '[c. December 2025]'],
    ['after a comma', `${STAND}, Dec.`, '[c. Dec. 2025]'],
    ['before the year', `December ${STAND}`, '[c. December 2025]'],
    ['as a number', `12/${STAND}`, '[c. 12/2025]'],
  ])('a month alone %s.', (_, words, expected) => {
    expect(bracketed([2025, 12], '2025-12~', words)).toBe(expected);
  });

  test.each([
    ['a month of one digit', [2025, 5], `05/${STAND}`, '[05/2025?]'],
    ['the same without its zero', [2025, 5], `5/${STAND}`, '[5/2025?]'],
    ['a month whose short name begins the long one', [2025, 9], `September ${STAND}`, '[September 2025?]'],
    ['its short name', [2025, 9], `Sept. ${STAND}`, '[Sept. 2025?]'],
  ])('%s.', (_, date, words, expected) => {
    expect(bracketed(date, '2025-05?', words)).toBe(expected);
  });

  test.each([
    ['another month', `November ${STAND}`, 'November [2025?]'],
    ['another day', `8 December ${STAND}`, '8 [December 2025?]'],
    ['a number that ends as the day does', `19 December ${STAND}`, '19 [December 2025?]'],
    ['a number that begins as the day does', `90 December ${STAND}`, '90 [December 2025?]'],
    ['a word that ends as the month does', `MyDecember ${STAND}`, 'MyDecember [2025?]'],
    ['a word that begins as the month does', `${STAND} Decembers`, '[2025?] Decembers'],
    ['a number behind that begins as the month does', `${STAND}-129`, '[2025?]-129'],
    ['what is parted from it by other words', `December of ${STAND}`, 'December of [2025?]'],
    ['another year', `9 December 2024`, '9 December 2024'],
  ])('%s is not.', (_, words, expected) => {
    expect(bracketed([2025, 12, 9], '2025-12-09?', words)).toBe(expected);
  });

  test('of a year alone nothing beside it is.', () => {
    expect(bracketed([2025], '2025?', `9 December ${STAND}, May`)).toBe('9 December [2025?], May');
  });

  test('a month for which the style has no words is told by its number.', () => {
    expect(bracketed([2025, 12], '2025-12?', `12 ${STAND}, x`, () => '')).toBe('[12 2025?], x');
  });

  test('the longer of two names that a style has is taken whole.', () => {
    const term = (_: string, form?: string) => (form === 'long' ? 'Dec' : 'Dec.');
    expect(bracketed([2025, 12], '2025-12?', `${STAND} Dec.`, term)).toBe('[Dec. 2025?]');
  });

  test('the signs of a name stand for themselves.', () => {
    const term = (name: string) => (name === 'month-12' ? 'dec.+' : '');
    expect(bracketed([2025, 12], '2025-12?', `dec.+ ${STAND}`, term)).toBe('[dec.+ 2025?]');
    expect(bracketed([2025, 12], '2025-12?', `decc ${STAND}`, term)).toBe('decc [2025?]');
  });
});

test('Words as a pattern match themselves and nothing else.', () => {
  const signs = '.*+?^${}()|[]\\';
  for (const sign of signs) {
    const pattern = new RegExp(`^${escapeRegExp(`a${sign}b`)}$`, 'u');
    expect(`a${sign}b`).toMatch(pattern);
    for (const other of ['ab', 'aab', 'acb', 'a', 'b']) expect(other).not.toMatch(pattern);
  }
  expect(escapeRegExp('a-b, c')).toBe('a-b, c');
});
