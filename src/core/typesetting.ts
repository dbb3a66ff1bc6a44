/*
 * Words set in lines, for pictures: HTML breaks its own.
 */

/** Which letters: the desk's for what we say, heavy for titles and findings; the record's for what the text says. */
export type Face = 'desk' | 'heavy' | 'record';

/** Letters that can set a given text. Sizes, widths and outlines are in pixels. */
export interface Fount {
  /** @returns how wide the words are */
  measure: (words: string, size: number) => number;
  /** @returns the words' outlines, as an SVG path whose first letter stands at 0 on the base line */
  outline: (words: string, size: number) => string;
}

/** @returns what sets a text in a face or, where that lacks letters of it, in another; undefined where none has all */
export type Typesetter = (words: string, face: Face) => Fount | undefined;

/** What a text is set in. */
export interface Measure {
  size: number;
  width: number;
  /** More lines than these are cut, and the last ends in an ellipsis. */
  most: number;
}

/** Words in lines, and whether some were cut. */
export interface Lines {
  lines: readonly string[];
  isCut: boolean;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * Breaks words into lines of about the same width: the narrowest that need no more lines than the whole width does.
 *
 * @param words any words
 * @param fount what they are set with
 * @param measure how they are set
 * @returns the lines, and whether something was cut
 */
export function breakLines(words: string, fount: Fount, { size, width, most }: Measure): Lines {
  const fits = (line: string, room: number) => fount.measure(line, size) <= room;
  const parts = words.split(/\s+/u).flatMap((word) => breakWord(word, (part) => fits(part, width)));
  const widest = fill(parts, (line) => fits(line, width));
  if (widest.length > most) {
    const rest = widest.slice(most - 1).join(' ');
    return { lines: [...widest.slice(0, most - 1), shorten(rest, (line) => fits(line, width))], isCut: true };
  }
  let [narrow, wide] = [0, width];
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    const isEnough =
      parts.every((part) => fits(part, middle)) &&
      fill(parts, (line) => fits(line, middle)).length <= widest.length;
    if (isEnough) wide = middle;
    else narrow = middle;
  }
  return { lines: fill(parts, (line) => fits(line, wide)), isCut: false };
}

/** @returns as many words as there is room for, the last line not filled up before the others are */
function fill(parts: readonly string[], fits: (line: string) => boolean): string[] {
  return parts.reduce<string[]>((lines, part) => {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} ${part}`;
    return last !== undefined && fits(longer) ? [...lines.slice(0, -1), longer] : [...lines, part];
  }, []);
}

/** A word that is wider than the line is broken between letters as readers see them. */
function breakWord(word: string, fits: (part: string) => boolean): string[] {
  if (fits(word)) return [word];
  return Array.from(GRAPHEMES.segment(word), ({ segment }) => segment).reduce<string[]>((parts, letter) => {
    const longer = (parts.at(-1) ?? '') + letter;
    return parts.length > 0 && fits(longer) ? [...parts.slice(0, -1), longer] : [...parts, letter];
  }, []);
}

/** Cuts words to the room, between words where that leaves something, and ends them in an ellipsis. */
function shorten(words: string, fits: (line: string) => boolean): string {
  const letters = Array.from(GRAPHEMES.segment(words), ({ segment }) => segment);
  const lengths = letters.map((_, index) => index + 1).reverse();
  const cut = (length: number) =>
    letters
      .slice(0, length)
      .join('')
      .replace(/[\s\p{P}]+$/u, '') + ELLIPSIS;
  const betweenWords = lengths.find((length) => /\s/u.test(letters[length] ?? '') && fits(cut(length)));
  return cut(betweenWords ?? lengths.find((length) => fits(cut(length))) ?? 0);
}
