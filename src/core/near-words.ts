import { distance } from 'fastest-levenshtein';
import { foldWord } from './search-text.ts';

/** Suggestions at most: more would be a list of its own. */
const MOST = 3;

/** Single-letter edits between a word and what it was meant for; one more where that is likely to be the same word. */
const EDITS = 2;

/** Letters from which on a word may have one more slip. */
const LONG = 7;

/**
 * @param word one that nothing has, as it was typed
 * @param words what the index has, with how often: see `words.json`
 * @returns at most three that it may have been meant for: the nearest first, then those that begin like it, then
 *   the more frequent
 */
export function nearWords(word: string, words: readonly [word: string, count: number][]): string[] {
  const meant = foldWord(word);
  return words
    .map(([candidate, count]) => ({ candidate, count, ...nearness(meant, foldWord(candidate)) }))
    .filter(({ edits, most }) => edits > 0 && edits <= most)
    .sort(
      (one, other) =>
        one.edits - other.edits || Number(other.isAlike) - Number(one.isAlike) || other.count - one.count,
    )
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

function nearness(meant: string, candidate: string) {
  const isAlike = meant.slice(0, 2) === candidate.slice(0, 2);
  const most = isAlike || meant.length >= LONG ? EDITS + 1 : EDITS;
  // Telling how far two words are apart costs more than seeing that they are too far.
  const isFar = Math.abs(meant.length - candidate.length) > most;
  return { edits: isFar ? Infinity : distance(meant, candidate), most, isAlike };
}
