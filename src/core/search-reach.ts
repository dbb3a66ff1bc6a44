import { stemOf } from './search-stem.ts';

/** The first and the last small letter of alphabets, as Unicode has them in a row; of the first, English’s. */
const ALPHABETS = ['az', 'аџ', 'αω', 'את', 'ءي'].map((ends) => Array.from(ends) as [string, string]);

/**
 * Pagefind loads the part of its index in which a word would stand. What begins with the word may stand in the next
 * part, too: then what is found would depend on what was asked before.
 *
 * @param word normalised
 * @param language BCP 47
 * @returns it, and what would stand in each part of an index where a word begins with it or with its stem
 */
export function reachOf(word: string, language: string): string[] {
  const stem = stemOf(word, language);
  const last = stem.at(-1) ?? '';
  const [from, to] = ALPHABETS.find(([first, final]) => first <= last && last <= final) ?? [];
  if (from === undefined || to === undefined) return [word];
  const [first, final] = [from.codePointAt(0)!, to.codePointAt(0)!];
  const letters = Array.from({ length: final - first + 1 }, (_, place) =>
    String.fromCodePoint(first + place),
  );
  return [word, ...letters.map((letter) => stem + letter)];
}

/**
 * @param beginnings the first word of each file of words that follow one another, at least one
 * @param word as `stemOf` has it
 * @returns the file in which it would stand
 */
export function fileOfBest(beginnings: readonly string[], word: string): number {
  const file = beginnings.findLastIndex((beginning) => beginning <= word);
  return Math.max(0, file);
}
