import type { Lexicon, Wording } from './lexicon.ts';

/** How much two sentences share. */
export interface Similarity {
  /** Share of the weight of both, from 0 to 1. */
  both: number;
  /** Weight of the words shared, in words that no other sentence has. */
  shared: number;
}

/** What a word that has only its stem in common counts for: it may be another form of the word, or another word. */
const STEM_ONLY = 0.6;

/** Products of lengths, in words, above which order is not looked at: the common subsequence takes that many steps. */
const ORDER_LIMIT = 250_000;

/**
 * Compares sentences by the words that they have in one order, and by their runs of letters in any order: the
 * first tells texts of the same subject apart, the second bridges inflection, spelling and clauses that changed places.
 */
export class Comparison {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  compare(a: Wording, b: Wording): Similarity {
    const words = commonWords(a, b, this.#lexicon.words);
    const grams = overlap(a.grams, b.grams, this.#lexicon.grams);
    const share = (common: number, all: number) => (common === 0 ? 0 : (2 * common) / all);
    return {
      both: (share(words, a.wordWeight + b.wordWeight) + share(grams, a.gramWeight + b.gramWeight)) / 2,
      shared: words,
    };
  }

  /** Letters of the words that two sentences share. */
  letters(a: Wording, b: Wording): number {
    return commonWords(a, b, this.#lexicon.lengths);
  }
}

function commonWords(a: Wording, b: Wording, weights: Float64Array): number {
  if (a.words.length * b.words.length <= ORDER_LIMIT) return commonSubsequence(a, b, weights);
  return overlap(a.words.toSorted(), b.words.toSorted(), weights);
}

/** Weight of the heaviest common subsequence. */
function commonSubsequence(a: Wording, b: Wording, weights: Float64Array): number {
  const best = new Float64Array(b.words.length + 1);
  for (const [i, word] of a.words.entries()) {
    const stem = a.stems[i]!;
    const weight = weights[word]!;
    let diagonal = 0;
    for (let j = 1; j < best.length; j += 1) {
      const above = best[j]!;
      const other = b.words[j - 1]!;
      let common = 0;
      if (word === other) common = weight;
      else if (stem === b.stems[j - 1]) common = STEM_ONLY * Math.min(weight, weights[other]!);
      best[j] = Math.max(above, best[j - 1]!, diagonal + common);
      diagonal = above;
    }
  }
  return best.at(-1)!;
}

/** Weight of what two sorted lists have in common, each as often as both have it. */
function overlap(a: Int32Array, b: Int32Array, weights: Float64Array): number {
  let total = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) total += weights[a[i]!]!;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return total;
}
