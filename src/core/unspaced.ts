/** Letters and signs of scripts that put no spaces between words. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3001-\u303F\uFF01-\uFF60]`;

const AT_END = new RegExp(String.raw`${UNSPACED}\p{M}*\s*$`, 'u');
const AT_BEGINNING = new RegExp(String.raw`^(?:${UNSPACED})\p{M}*`, 'u');

/**
 * @param before words, and those that follow them
 * @returns whether no space belongs between the two, whatever white space stands there
 */
export function meetUnspaced(before: string, after: string): boolean {
  return AT_END.test(before) && AT_BEGINNING.test(after);
}

/** @returns the first letter, where it is of a script that puts no spaces between words */
export function firstUnspaced(words: string): string | undefined {
  return AT_BEGINNING.exec(words)?.[0];
}
