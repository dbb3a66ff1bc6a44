import { toComparable } from './comparable.ts';

/** Words of a quotation that stand in their source as they are. */
export interface Part {
  /** Comparable, not empty; the case of its first letter is free. */
  text: string;
  /** How many code units may stand between the part before and this one. */
  gap: number;
  /** It begins, or ends, inside a word: what is missing of that stands in the editor's brackets. */
  opensWord: boolean;
  closesWord: boolean;
}

/** A quotation as it is looked for. */
export interface Pattern {
  parts: Part[];
  /** Words are left out, or stand in square brackets. */
  omits: boolean;
  brackets: boolean;
}

/** An ellipsis, bare or in brackets; else the editor's square brackets. */
const SIGN = /[[(] ?\.{3,} ?[\])]|\.{3,}|\[[^[\]]{0,200}\]/gu;

/** Code units that an ellipsis may stand for: two long paragraphs. What is farther apart is not one passage. */
const OMITTED = 3000;
/** Code units that words in brackets may stand for: half a sentence. */
const REPLACED = 80;
const ADJOINING = 2;

const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Punctuation that a quotation may end with, or lack at its end; a bracket or a sign of per cent is no such thing. */
const STOP = /[\s\p{Pd}\p{Pi}\p{Pf}.,;:!?'…、。，．；：？！।॥؟،؛۔·]/u;

/**
 * @param words a quotation, as it stands in a document
 * @returns it as it is looked for: an ellipsis stands for words left out, square brackets for words added or changed,
 *   `[sic]` for nothing; no parts where there is no word in it
 */
export function patternOf(words: string): Pattern {
  const { text } = toComparable(words);
  const pattern: Pattern = { parts: [], omits: false, brackets: false };
  let [from, gap, opensWord] = [0, 0, false];
  let carried = '';
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const isEllipsis = sign.includes('...');
    const after = text[index + sign.length] ?? '';
    const inner = sign.slice(1, -1);
    const closesWord = !isEllipsis && LETTER.test(text[index - 1] ?? '');
    add(carried + text.slice(from, index), closesWord);
    // “[T]he”: the letter is the source's but for its case.
    carried = !isEllipsis && !closesWord && LETTER.test(after) && Array.from(inner).length === 1 ? inner : '';
    opensWord = !isEllipsis && carried === '' && LETTER.test(after);
    gap = Math.max(gap, gapFor(sign, isEllipsis, carried));
    if (isEllipsis) pattern.omits = true;
    else pattern.brackets = true;
    from = index + sign.length;
  }
  add(carried + text.slice(from), false);
  return pattern;

  function add(raw: string, closesWord: boolean) {
    const part = trimStops(raw, { start: !opensWord, end: !closesWord });
    if (!LETTER.test(part)) {
      gap += raw.length;
      return;
    }
    pattern.parts.push({ text: part, gap: gap + STOPS_BETWEEN, opensWord, closesWord });
    gap = 0;
  }
}

/** What is trimmed at the two sides of a gap, and the white space there, is in the gap. */
const STOPS_BETWEEN = 4;

function gapFor(sign: string, isEllipsis: boolean, carried: string): number {
  if (isEllipsis) return OMITTED;
  return carried !== '' || sign.toLowerCase() === '[sic]' ? ADJOINING : REPLACED;
}

/** @returns words without the marks and stops around them, which a quotation may have or lack */
export function withoutStops(words: string): string {
  return trimStops(words, { start: true, end: true });
}

/** By hand: an expression that is anchored at the end reads a long run of stops again from each of them. */
function trimStops(text: string, sides: { start: boolean; end: boolean }): string {
  let [start, end] = [0, text.length];
  while (sides.start && start < end && STOP.test(text[start]!)) start += 1;
  while (sides.end && start < end && STOP.test(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}
