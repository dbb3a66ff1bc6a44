import { tokensOf } from './search-text.ts';

/** One thing that a query asks for: a word, a number, a “phrase”. */
export interface Term {
  written: string;
  tokens: string[];
  isPhrase: boolean;
  isNumber: boolean;
}

/**
 * @param words what was typed
 * @param language of the texts that are asked, BCP 47
 * @returns what it asks for
 */
export function parseQuery(words: string, language: string): Term[] {
  return tokensOf(words, language).map(({ text }) => ({
    written: text,
    tokens: [text],
    isPhrase: false,
    isNumber: false,
  }));
}
