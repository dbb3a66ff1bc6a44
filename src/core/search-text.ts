/** A word or number of a text, as the index has it; where it stands, in UTF-16 code units of the text. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/**
 * @param text any text
 * @param language its language, BCP 47
 * @returns its words and numbers, normalised, in order
 */
export function tokensOf(text: string, language: string): Token[] {
  void language;
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    text: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/**
 * @param text any text
 * @param language its language, BCP 47
 * @returns further tokens under which it can be found
 */
export function extrasOf(text: string, language: string): string[] {
  void [text, language];
  return [];
}
