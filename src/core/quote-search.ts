import search from 'approx-string-match';
import { type Comparable, toComparable } from './comparable.ts';
import { patternOf, type Part, type Pattern } from './quote-pattern.ts';
import { isBetweenWords } from './quotation.ts';
import { diffWords, type Piece } from './word-diff.ts';

/** A published text that quotations are looked for in. */
export interface Searchable extends Comparable {
  original: string;
  /** In lower case, and which windows of it hold three letters in a row; made when first asked for. */
  index?: { folded: string; trigrams: Map<string, number[]> };
}

/** A stretch of the original, in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/** What comes near a quotation. */
export interface Near extends Stretch {
  /** What the quotation alone has is `gone`, what the text alone has is `new`. */
  diff: Piece[];
  /** Letters to be changed, of those quoted: 0 to 1. */
  distance: number;
}

/** A quotation with more parts than this is a list of words. */
const MOST_PARTS = 200;
/** Places of a part that are looked at: a part of one common word is everywhere. */
const MOST_PLACES = 20_000;

/** @returns a text, prepared to be searched again and again */
export function toSearchable(original: string): Searchable {
  return { original, ...toComparable(original) };
}

/**
 * @param pattern a quotation
 * @param text where it should stand
 * @returns all places where it stands word for word, its omissions and brackets apart, in order
 */
export function findQuote({ parts }: Pattern, text: Searchable): Stretch[] {
  if (parts.length === 0 || parts.length > MOST_PARTS) return [];
  let reached = placesOf(parts[0]!, text.text);
  for (const part of parts.slice(1)) {
    if (reached.length === 0) return [];
    reached = goOn(reached, placesOf(part, text.text), part.gap);
  }
  return reached.map((place) => toOriginal(text, place));
}

/** From places reached to those of the next part that are near enough: for each the latest that ends before it. */
function goOn(reached: readonly Stretch[], places: readonly Stretch[], gap: number): Stretch[] {
  const out: Stretch[] = [];
  let at = -1;
  for (const { start, end } of places) {
    while (reached[at + 1] && reached[at + 1]!.end <= start) at += 1;
    const before = reached[at];
    if (before && start - before.end <= gap) out.push({ start: before.start, end });
  }
  return out;
}

/** Where a part stands in a comparable text, as whole words; its first letter in either case. */
function placesOf(part: Part, text: string): Stretch[] {
  const first = String.fromCodePoint(part.text.codePointAt(0)!);
  const rest = part.text.slice(first.length);
  const places: Stretch[] = [];
  for (const look of rest === '' ? new Set([first, first.toLowerCase(), first.toUpperCase()]) : [rest]) {
    const lead = rest === '' ? 0 : first.length;
    for (
      let at = text.indexOf(look);
      at >= 0 && places.length < MOST_PLACES;
      at = text.indexOf(look, at + 1)
    ) {
      const place = { start: at - lead, end: at + look.length };
      if (lead > 0 && text.slice(place.start, at).toLowerCase() !== first.toLowerCase()) continue;
      if (stands(part, text, place)) places.push(place);
    }
  }
  return rest === '' ? places.sort((one, other) => one.start - other.start) : places;
}

function stands(part: Part, text: string, { start, end }: Stretch): boolean {
  return (
    start >= 0 &&
    (part.opensWord || isBetweenWords(text, start)) &&
    (part.closesWord || isBetweenWords(text, end))
  );
}

function toOriginal({ from, to }: Comparable, { start, end }: Stretch): Stretch {
  return { start: from[start]!, end: to[end - 1]! };
}

/*
 * What comes near. Three letters in a row, which any script has and no typing error spoils all of, choose a few
 * windows of the text; there Myers' bit-parallel search finds the stretch with the fewest changed letters, by
 * approx-string-match, which Hypothesis anchors with. It alone would read 2 MB for each quotation.
 */

/** Code units of a window. */
const WINDOW = 256;
/** The best windows that are looked at closely. */
const LOOKED_AT = 6;
/** Three letters that are in more windows of a long text than this tell little, and take long to count. */
const COMMON = 2000;
/** A longer quotation is not compared letter by letter. */
export const LONGEST_COMPARED = 5000;

/**
 * A quotation comes near where at most a third of the words of either side differ, and with them at most half of the
 * letters, as Hypothesis has it; or, where every word has a slip, at most a sixth of the letters. What differs in more
 * words is a paraphrase, and to call it a quotation with a difference would say too much: a sentence made up on the
 * same subject shares half its letters with the nearest place, and of its words those that every sentence has.
 */
const MOST_LETTERS = 1 / 2;
const MOST_WORDS = 1 / 3;
const FEW_LETTERS = 1 / 6;

/**
 * @param words a quotation that does not stand in the text word for word
 * @param text where it may come from
 * @returns the stretch nearest to it, if any comes near
 */
export function findNear(words: string, text: Searchable): Near | undefined {
  const quoted = toComparable(words);
  if (quoted.text.length > LONGEST_COMPARED || quoted.text.length < 3) return undefined;
  const pattern = fold(quoted.text);
  const nearest = stretchesNear(pattern, text).sort((one, other) => one.errors - other.errors);
  for (const { errors, ...stretch } of nearest) {
    const distance = errors / pattern.length;
    const { share, diff, place } = fitToWords(words, quoted, text, toWholeWords(text.text, stretch));
    if (distance <= FEW_LETTERS || share <= MOST_WORDS) return { ...toOriginal(text, place), diff, distance };
  }
  return undefined;
}

interface Fit {
  place: Stretch;
  diff: Piece[];
  /** The share of words that differ. */
  share: number;
}

/** Words that a stretch is let grow by on either side. */
const GROWTH = 3;

/** The fewest letters may be changed where a stretch ends too early: it grows while that makes fewer words differ. */
function fitToWords(words: string, quoted: Comparable, text: Searchable, place: Stretch): Fit {
  const fit = (at: Stretch): Fit => {
    const diff = diffOf(words, quoted, text, at);
    return { place: at, diff, share: shareOfWords(diff) };
  };
  let best = fit(place);
  if (best.share === 0 || best.share > 2 * MOST_WORDS) return best;
  for (const grow of [growEnd, growStart]) {
    let next = best.place;
    for (let grown = 0; grown < GROWTH; grown += 1) {
      next = grow(text.text, next);
      const found = fit(next);
      if (found.share < best.share) best = found;
    }
  }
  return best;
}

function growEnd(text: string, { start, end }: Stretch): Stretch {
  return { start, end: end + (/^\s*\S{1,40}/u.exec(text.slice(end, end + 50))?.[0].length ?? 0) };
}

function growStart(text: string, { start, end }: Stretch): Stretch {
  return {
    start: start - (/\S{1,40}\s?$/u.exec(text.slice(Math.max(0, start - 50), start))?.[0].length ?? 0),
    end,
  };
}

/** In each of the best windows the stretch with the fewest changed letters. */
function stretchesNear(pattern: string, text: Searchable): (Stretch & { errors: number })[] {
  const { folded, trigrams } = (text.index ??= indexOf(text));
  const most = Math.floor(pattern.length * MOST_LETTERS);
  return windowsNear(pattern, trigrams, folded.length).flatMap((window) => {
    const from = Math.max(0, window * WINDOW - pattern.length);
    const region = folded.slice(from, (window + 1) * WINDOW + pattern.length);
    const [best] = search(region, pattern, most).filter(({ start, end }) => end > start);
    return best ? [{ start: from + best.start, end: from + best.end, errors: best.errors }] : [];
  });
}

/** Lower case, where that keeps the places. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded : text;
}

/** The windows that share most with a pattern. */
function windowsNear(pattern: string, trigrams: ReadonlyMap<string, number[]>, length: number): number[] {
  const count = Math.ceil(length / WINDOW);
  const shared = new Float64Array(count + 1);
  const own = new Set<string>();
  for (let at = 0; at + 3 <= pattern.length; at += 1) own.add(pattern.slice(at, at + 3));
  for (const trigram of own) {
    const windows = trigrams.get(trigram) ?? [];
    if (windows.length > COMMON) continue;
    // What is rare tells more.
    const weight = Math.log(1 + count / windows.length);
    for (const window of windows) shared[window]! += weight;
  }
  // A quotation may run over the end of a window.
  const span = (window: number) => shared[window]! + (shared[window + 1] ?? 0);
  return Array.from({ length: count }, (_, window) => window)
    .filter((window) => span(window) > 0)
    .sort((one, other) => span(other) - span(one))
    .slice(0, LOOKED_AT);
}

function indexOf({ text }: Comparable): { folded: string; trigrams: Map<string, number[]> } {
  const folded = fold(text);
  const trigrams = new Map<string, number[]>();
  for (let at = 0; at + 3 <= folded.length; at += 1) {
    const trigram = folded.slice(at, at + 3);
    const window = Math.floor(at / WINDOW);
    const windows = trigrams.get(trigram);
    if (!windows) trigrams.set(trigram, [window]);
    else if (windows.at(-1) !== window) windows.push(window);
  }
  return { folded, trigrams };
}

function toWholeWords(text: string, { start, end }: Stretch): Stretch {
  let [first, last] = [start, end];
  while (/\s/u.test(text[first] ?? '') && first < last) first += 1;
  while (/\s/u.test(text[last - 1] ?? '') && first < last) last -= 1;
  while (first > 0 && !isBetweenWords(text, first)) first -= 1;
  while (last < text.length && !isBetweenWords(text, last)) last += 1;
  return { start: first, end: last };
}

/** The difference, told in the words of both originals: what may differ is the same. */
function diffOf(words: string, quoted: Comparable, text: Searchable, place: Stretch): Piece[] {
  let [left, right] = [0, place.start];
  return diffWords(quoted.text, text.text.slice(place.start, place.end)).map(({ what, text: piece }) => {
    const from =
      what === 'gone' ? { words, map: quoted, at: left } : { words: text.original, map: text, at: right };
    if (what !== 'new') left += piece.length;
    if (what !== 'gone') right += piece.length;
    const { start, end } = toOriginal(from.map, { start: from.at, end: from.at + piece.length });
    return { what, text: from.words.slice(start, end) };
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** The share of the words that differ, of the side that has more of these. */
function shareOfWords(diff: readonly Piece[]): number {
  const count = (what: Piece['what']) =>
    diff.filter((piece) => piece.what === what).reduce((sum, { text }) => sum + wordsIn(text), 0);
  const [same, gone, fresh] = [count('same'), count('gone'), count('new')];
  return Math.max(gone, fresh) / Math.max(1, same + Math.max(gone, fresh));
}

/** Signs of scripts that do not part their words are counted one by one. */
function wordsIn(text: string): number {
  const parted = text.replace(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu, ' $& ');
  return parted.match(WORD)?.length ?? 0;
}

/** @returns the quotation's parts that stand nowhere in the text, as comparable words */
export function missingParts({ parts }: Pattern, text: Searchable): Part[] {
  return parts.filter((part) => placesOf(part, text.text).length === 0);
}

export { patternOf };
