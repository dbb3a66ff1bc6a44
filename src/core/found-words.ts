import type { Term } from './search-query.ts';
import { tokensOf } from './search-text.ts';

/** A stretch of a text, in UTF-16 code units, and the index of the term that is found there. */
export interface Found {
  start: number;
  end: number;
  term: number;
}

/**
 * @param text any text, as it is shown
 * @param terms what was asked
 * @param language of the text, BCP 47
 * @returns where they stand in it, ascending
 */
export function findWords(text: string, terms: readonly Term[], language: string): Found[] {
  return tokensOf(text, language).flatMap((token) => {
    const term = terms.findIndex(({ tokens }) => tokens.some((word) => token.text.startsWith(word)));
    return term < 0 ? [] : [{ start: token.start, end: token.end, term }];
  });
}
