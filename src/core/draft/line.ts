import stringWidth from 'string-width';
import { firstUnspaced } from '../unspaced.ts';

/** A line of a text, without white space at its ends. */
export interface Line {
  words: string;
  /** Columns before its first word, and up to the end of its last. */
  indent: number;
  width: number;
}

/** Columns that a tabulator is taken to be wide. */
const TABULATOR = ' '.repeat(8);

/** Letters of these are not all one column wide. */
const NOT_ONE_WIDE = /[\p{M}\p{Cf}\u1100-\u115F\u2E80-\u{10FFFF}]/u;

/**
 * Cuts a text into stretches of lines between blank ones.
 *
 * @param text its lines end in a line feed, a carriage return or both
 */
export function linesOf(text: string): Line[][] {
  const stretches: Line[][] = [[]];
  for (const written of text.split(/\r\n|\r|\n/)) {
    const words = written.trim();
    if (words !== '') stretches.at(-1)!.push(measure(written, words));
    else if (stretches.at(-1)!.length > 0) stretches.push([]);
  }
  return stretches.filter(({ length }) => length > 0);
}

/** @returns the columns that words take up */
export function widthOf(words: string): number {
  // The rule for every other letter is exact and slow.
  return NOT_ONE_WIDE.test(words) ? stringWidth(words) : words.length;
}

/** @returns the columns of the first of a line that its predecessor could have taken: a word, or where none is a letter */
export function widthOfFirstWord({ words }: Line): number {
  return widthOf(firstUnspaced(words) ?? /^\S+/u.exec(words)![0]);
}

function measure(written: string, words: string): Line {
  const margin = written.slice(0, written.length - written.trimStart().length);
  const indent = widthOf(margin.replaceAll('\t', TABULATOR));
  return { words, indent, width: indent + widthOf(words) };
}
