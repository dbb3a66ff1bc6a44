import type { Editions } from './sentences.ts';
import { Comparison } from './similarity.ts';
import { FLOOR, SHARE_WEIGHTS, WEIGHTS } from './weights.ts';

/** A sentence of the earlier text and one of the later that it may have become. */
export interface Pair {
  a: number;
  b: number;
  identical: boolean;
  /** How many are the same to the letter, of which it may be one. */
  copies: number;
  /** Weight of the words they share. */
  shared: number;
  /** Natural logarithm of the odds that they are one, by their words alone. */
  lexical: number;
}

/**
 * @param editions both texts
 * @returns what judges a pair of their sentences by their words
 */
export function pairing({ before, after, lexicon }: Editions): (a: number, b: number) => Pair {
  const comparison = new Comparison(lexicon);
  return (a, b) => {
    const [one, other] = [before[a]!, after[b]!];
    const identical = one.text === other.text;
    const { both, shared } = identical ? { both: 1, shared: one.wordWeight } : comparison.compare(one, other);
    const lexical =
      WEIGHTS.prior +
      WEIGHTS.both * Math.log(FLOOR.share + both) +
      WEIGHTS.sharedOfShorter * logShare(shared, Math.min(one.wordWeight, other.wordWeight)) +
      WEIGHTS.shared * Math.log(FLOOR.words + shared) +
      (identical ? WEIGHTS.identical : 0);
    return { a, b, identical, copies: 1, shared, lexical };
  };
}

/**
 * @param gain weight of the words of a sentence that are found in what its partner leaves over of another
 * @param weight of all its words
 * @param isNear whether the partner is its neighbour
 * @returns natural logarithm of the odds that it is a part of that other
 */
export function shareOdds(gain: number, weight: number, isNear: boolean): number {
  return (
    SHARE_WEIGHTS.prior +
    SHARE_WEIGHTS.share * logShare(gain, weight) +
    SHARE_WEIGHTS.gain * Math.log(FLOOR.words + gain) +
    (isNear ? SHARE_WEIGHTS.near : 0)
  );
}

/**
 * @param odds as a natural logarithm
 * @returns probability, from 0 to 1
 */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function logShare(part: number, whole: number): number {
  return Math.log((FLOOR.words + part) / (FLOOR.words + whole));
}
