import { describe, expect, test } from 'vitest';
import { patternOf, withoutStops } from '../../src/core/quote-pattern.ts';

describe('Of a quotation the parts are looked for', () => {
  test.each<[string, string, ...string[]]>([
    ['all in one', 'one two', 'one two'],
    ['without stops at its ends', '“… one two?!”', 'one two'],
    ['around an ellipsis', 'one … two', 'one', 'two'],
    ['around dots', 'one.... two ... three', 'one', 'two', 'three'],
    ['around dots in brackets', 'one [...] two (...) three', 'one', 'two', 'three'],
    ['around words in brackets', 'one [two] three', 'one', 'three'],
    ['with a letter in brackets', '[o]ne two', 'one two'],
    ['around an ending in brackets', 'one[s] two', 'one', 'two'],
    ['with no sign but stops', 'one … “” … two', 'one', 'two'],
    ['with none where there is no word', '… [one] –'],
    ['with brackets that are not the editor’s', 'one (two) 5%', 'one (two) 5%'],
  ])('%s: %j.', (_, words, ...parts) => {
    expect(patternOf(words).parts.map(({ text }) => text)).toEqual(parts);
  });

  test.each([
    ['one … two', true, false],
    ['one [...] two', true, false],
    ['one [two] three', false, true],
    ['one [two] … three', true, true],
    ['one two', false, false],
  ])('and whether words are left out or in brackets is told of %j.', (words, omits, brackets) => {
    expect(patternOf(words)).toMatchObject({ omits, brackets });
  });

  test.each([
    ['one … two', 3004],
    ['one [two] three', 84],
    ['one [sic] two', 6],
    ['one [SIC] two', 6],
    ['one [t]wo', 6],
    ['one … [x] two', 3005],
  ])('and how far apart they may be is told of %j.', (words, gap) => {
    expect(patternOf(words).parts.at(-1)?.gap).toBe(gap);
  });

  test.each([
    ['one[s] two', [false, false], [true, false]],
    ['one [un]two', [false, true], [false, false]],
    ['one [t]wo', [false, false], [false, false]],
    ['one [two] three', [false, false], [false, false]],
    ['on[e]s', [false, true], [true, false]],
    ['one…two', [false, false], [false, false]],
  ])('and which of them end inside a word is told of %j.', (words, opens, closes) => {
    const { parts } = patternOf(words);
    expect([parts.map((part) => part.opensWord), parts.map((part) => part.closesWord)]).toEqual([
      opens,
      closes,
    ]);
  });
});

test.each([
  ['“one.”', 'one'],
  [' … ', ''],
  ['one, two', 'one, two'],
  ['(one)', '(one)'],
])('Without the stops around them the words %j are %j.', (words, bare) => {
  expect(withoutStops(words)).toBe(bare);
});
