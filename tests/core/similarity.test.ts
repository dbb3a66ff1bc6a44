import { describe, expect, test } from 'vitest';
import type { Lexicon, Wording } from '../../src/core/lexicon.ts';
import { Comparison } from '../../src/core/similarity.ts';

/** What the words of the numbers 0 to 5, the runs of letters of these, and their letters weigh. */
const LEXICON: Lexicon = {
  words: Float64Array.of(1, 0.5, 0.25, 0.8, 0.4, 0.2),
  stems: new Float64Array(6),
  grams: Float64Array.of(1, 0.5, 0.25, 0.8, 0.4, 0.2),
  lengths: Float64Array.of(3, 4, 5, 6, 7, 8),
};

/** A sentence of these words; its stems are those of a hundred others, and its runs none, if not said. */
function wording(
  words: number[],
  { stems = words.map((word) => word + 100), grams = [] as number[] } = {},
): Wording {
  const weightOf = (numbers: number[], weights: Float64Array) =>
    numbers.reduce((sum, number) => sum + weights[number]!, 0);
  return {
    words: Int32Array.from(words),
    stems: Int32Array.from(stems),
    grams: Int32Array.from(grams),
    size: words.length,
    wordWeight: weightOf(words, LEXICON.words),
    gramWeight: weightOf(grams, LEXICON.grams),
  };
}

const comparison = new Comparison(LEXICON);

/** In both directions, which are the same. */
function shared(a: Wording, b: Wording): number {
  const { shared: there } = comparison.compare(a, b);
  expect(comparison.compare(b, a).shared).toBeCloseTo(there);
  return there;
}

describe('Two sentences share', () => {
  test.each<[string, number[], number[], number]>([
    ['all where they are the same', [0, 1, 2], [0, 1, 2], 1.75],
    ['nothing where no word is the same', [0, 1], [2, 3], 0],
    ['nothing where one has none', [0, 1], [], 0],
    ['the words that both have in one order', [0, 1, 2, 3], [4, 0, 5, 3], 1.8],
    ['of words that changed places the heavier', [0, 1], [1, 0], 1],
    ['of words that changed places those that weigh more together', [0, 3, 1], [3, 1, 0], 1.3],
    ['a word as often as both have it', [0, 0, 0], [0, 1, 0], 2],
    ['a word that stands first in one and last in the other', [0, 1, 2], [3, 4, 0], 1],
  ])('%s.', (_, one, other, weight) => {
    expect(shared(wording(one), wording(other))).toBeCloseTo(weight);
  });

  test('six tenths of the lighter of two words that have the same stem.', () => {
    const one = wording([0, 1], { stems: [100, 101] });
    expect(shared(one, wording([3, 4], { stems: [100, 104] }))).toBeCloseTo(0.6 * 0.8);
    expect(shared(one, wording([3, 4], { stems: [103, 101] }))).toBeCloseTo(0.6 * 0.4);
    expect(shared(one, wording([5, 3], { stems: [101, 100] }))).toBeCloseTo(0.6 * 0.8);
  });

  test('the letters of the same words.', () => {
    expect(comparison.letters(wording([0, 1, 2]), wording([0, 2]))).toBe(8);
    expect(comparison.letters(wording([0, 1, 2]), wording([3]))).toBe(0);
  });
});

describe('The share of both is', () => {
  test.each<[string, Wording, Wording, number]>([
    ['all', wording([0, 1], { grams: [0, 1] }), wording([0, 1], { grams: [0, 1] }), 1],
    ['none', wording([0], { grams: [0] }), wording([1], { grams: [1] }), 0],
    ['none where there is nothing', wording([]), wording([]), 0],
    [
      'half where only the words are the same',
      wording([0, 1], { grams: [0] }),
      wording([0, 1], { grams: [1] }),
      0.5,
    ],
    [
      'half where only the runs are the same',
      wording([0], { grams: [0, 1] }),
      wording([1], { grams: [0, 1] }),
      0.5,
    ],
    [
      'by weight',
      wording([0, 1], { grams: [0, 3] }),
      wording([0], { grams: [3, 4] }),
      (2 / 2.5 + 1.6 / 3) / 2,
    ],
    [
      'of runs as many as both have, in any order of the words',
      wording([], { grams: [0, 0, 1, 4, 5] }),
      wording([], { grams: [0, 2, 3, 4, 4] }),
      2.8 / (3.1 + 2.85) / 2,
    ],
  ])('%s.', (_, one, other, both) => {
    expect(comparison.compare(one, other).both).toBeCloseTo(both);
    expect(comparison.compare(other, one).both).toBeCloseTo(both);
  });
});

test('Of two very long sentences the order is not looked at.', () => {
  const [front, back] = [Array<number>(250).fill(0), Array<number>(250).fill(3)];
  const [one, other] = [
    [...front, ...back],
    [...back, ...front],
  ];
  expect(shared(wording(one), wording(other))).toBeCloseTo(250);
  const longer = [...other, 1];
  expect(shared(wording(one), wording(longer))).toBeCloseTo(450);
});
