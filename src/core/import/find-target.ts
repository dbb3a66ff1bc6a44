import { canonical, codePoints } from '../canonical.ts';
import {
  toSearchable,
  findNear,
  findQuote,
  patternOf,
  type Searchable,
  type Stretch,
} from '../quote-search.ts';
import type { Piece } from '../word-diff.ts';
import type { Fault, Selectors } from './incoming.ts';

/** A text that marks are looked for in. */
export interface Text {
  /** Canonical, as `text.txt` has it. */
  text: string;
  /** The same with a space for each line feed, prepared. */
  flat: Searchable;
  /** Where each passage and each mark stands, in code points of `text`. */
  named: ReadonlyMap<string, Place>;
  /** The words of footnotes and notes. */
  footnotes: readonly string[];
}

/** A stretch of the text, in code points. */
export interface Place {
  start: number;
  end: number;
}

/** Where the words were found. */
export interface Found extends Place {
  /** The words as they were quoted and as they stand here, where they differ. */
  diff?: Piece[];
}

/** What a quotation of few words may stand near anywhere: fewer code points than this need their context too. */
const SHORT = 24;
/** Code units of context that agree, for it to tell. */
const TELLING = 6;
/** Code units by which one place must be nearer than the next, for a position in a page to choose between them. */
const NEARER = 40;

/**
 * @param text canonical text of a reading
 * @param named where its passages and marks stand
 * @param footnotes what stands in footnotes
 */
export function toText(text: string, named: ReadonlyMap<string, Place>, footnotes: readonly string[]): Text {
  return { text, flat: toSearchable(text.replaceAll('\n', ' ')), named, footnotes };
}

/**
 * Finds the words that an annotation is about.
 *
 * @param selectors how it names them
 * @param text the reading's
 * @param shift how far a position in the page that the annotation was made on is from one in the text, as annotations
 *   near it tell, in code units
 * @returns the place, or why there is none
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export function findTarget(
  selectors: Selectors,
  text: Text,
  shift?: (start: number) => number | undefined,
): Found | Fault {
  const directives = selectors.fragments.flatMap(quotesOfDirective);
  const quotes = [...selectors.quotes, ...directives].filter(({ exact }) => canonical(exact) !== '');
  const within = selectors.fragments
    .map((fragment) => text.named.get(decode(fragment.split(':~:')[0]!)))
    .find((place) => place !== undefined);
  const position = selectors.positions.find(({ isOurs }) => isOurs);
  const [quote] = quotes;
  if (!quote) return byPlace(within ?? position, text) ?? { reason: 'not-found', detail: nameOf(selectors) };
  if (position && stands(quote.exact, position, text)) return inOneBlock(position, text);
  return findByQuote(quote, { text, within, hint: hintOf(selectors, shift) });
}

/** A passage by its name, or a place in `text.txt` by its numbers. */
function byPlace(place: Place | undefined, text: Text): Found | Fault | undefined {
  return place && place.start < place.end && place.end <= codePoints(text.text)
    ? inOneBlock(place, text)
    : undefined;
}

function nameOf({ fragments, positions }: Selectors): string {
  if (fragments.length > 0) return `there is no passage \`${fragments[0]!}\``;
  return positions.some(({ isOurs }) => isOurs)
    ? 'its position is beyond the end of the text'
    : 'it gives a position in a page, which says nothing of the text';
}

function hintOf({ positions }: Selectors, shift?: (start: number) => number | undefined): number | undefined {
  const start = positions.find(({ isOurs }) => !isOurs)?.start;
  const by = start === undefined ? undefined : shift?.(start);
  return by === undefined ? undefined : start! + by;
}

/** What is known beside the words. */
interface Around {
  text: Text;
  within: Place | undefined;
  /** About where in the text, in code units. */
  hint: number | undefined;
}

type Quote = Selectors['quotes'][number];

function findByQuote(quote: Quote, around: Around): Found | Fault {
  const { flat } = around.text;
  const literal = occurrences(spaced(quote.exact).trim(), flat.original);
  const places = literal.length > 0 ? literal : findQuote(patternOf(quote.exact), flat);
  if (places.length > 0) return choose(places, quote, around);
  const near = findNear(quote.exact, flat);
  if (near && (codePoints(quote.exact) >= SHORT || agreement(near, quote, flat.original) >= TELLING)) {
    const found = toPlace(near, around.text);
    return 'reason' in found ? found : { ...found, diff: near.diff };
  }
  const words = opening(quote.exact);
  const isBelow = around.text.footnotes.some((note) => note.includes(canonical(quote.exact)));
  return isBelow ? { reason: 'in-footnote', detail: words } : { reason: 'not-found', detail: words };
}

/** Of several places the one whose surroundings agree best, or that lies where it is said to lie. */
function choose(places: readonly Stretch[], quote: Quote, { text, within, hint }: Around): Found | Fault {
  const inside = within ? places.filter((place) => isWithin(place, within, text)) : [];
  const candidates = inside.length > 0 ? inside : places;
  if (candidates.length === 1) return toPlace(candidates[0]!, text);
  const ranked = candidates
    .map((place) => ({ place, agrees: agreement(place, quote, text.flat.original) }))
    .sort((one, other) => other.agrees - one.agrees);
  const best = ranked.filter(({ agrees }) => agrees === ranked[0]!.agrees).map(({ place }) => place);
  if (best.length === 1) return toPlace(best[0]!, text);
  const [nearest, next] =
    hint === undefined
      ? []
      : best.map((place) => ({ place, off: Math.abs(place.start - hint) })).sort((a, b) => a.off - b.off);
  if (nearest && next && next.off - nearest.off >= NEARER) return toPlace(nearest.place, text);
  return { reason: 'ambiguous', detail: `${opening(quote.exact)}, ${best.length} times` };
}

/** Code units of context before and after a place that are as the quotation has them. */
function agreement({ start, end }: Stretch, { prefix, suffix }: Quote, text: string): number {
  const [before, after] = [spaced(prefix), spaced(suffix)];
  let [left, right] = [0, 0];
  while (left < before.length && before.at(-1 - left) === text[start - 1 - left]) left += 1;
  while (right < after.length && after[right] === text[end + right]) right += 1;
  return left + right;
}

function occurrences(words: string, text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

function isWithin({ start, end }: Stretch, within: Place, { flat }: Text): boolean {
  const [first, last] = [start, end].map((place) => codePoints(flat.original.slice(0, place)));
  return within.start <= first! && last! <= within.end;
}

function stands(exact: string, { start, end }: Place, { flat }: Text): boolean {
  return Array.from(flat.original).slice(start, end).join('') === spaced(exact).trim();
}

/** From code units to code points. */
function toPlace({ start, end }: Stretch, text: Text): Found | Fault {
  const words = text.flat.original;
  const first = codePoints(words.slice(0, start));
  return inOneBlock({ start: first, end: first + codePoints(words.slice(start, end)) }, text);
}

function inOneBlock({ start, end }: Place, { text }: Text): Found | Fault {
  const words = Array.from(text).slice(start, end).join('');
  const lead = codePoints(words) - codePoints(words.trimStart());
  const tail = codePoints(words) - codePoints(words.trimEnd());
  if (lead + tail >= codePoints(words)) return { reason: 'no-target', detail: 'it is about white space' };
  if (words.trim().includes('\n')) return { reason: 'crosses-blocks', detail: opening(words) };
  return { start: start + lead, end: end - tail };
}

/** `:~:text=[prefix-,]start[,end][,-suffix]`; of several the first. @see https://wicg.github.io/scroll-to-text-fragment/#syntax */
function quotesOfDirective(fragment: string): Quote[] {
  const [, directive = ''] = fragment.split(':~:', 2);
  const [, terms] = /(?:^|&)text=([^&]*)/.exec(directive) ?? [];
  if (terms === undefined) return [];
  const parts = terms.split(',');
  const prefix = parts[0]?.endsWith('-') ? decode(parts.shift()!.slice(0, -1)) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()!.slice(1)) : '';
  const exact = parts.slice(0, 2).map(decode).join(' … ');
  // What a directive calls context stands a space apart from the words.
  return exact === '' ? [] : [{ exact, prefix: prefix && `${prefix} `, suffix: suffix && ` ${suffix}` }];
}

/** Canonical but for its ends, which may be parts of words. */
function spaced(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, ' ');
}

/** Enough of the words to know them again. */
function opening(words: string): string {
  const all = Array.from(canonical(words));
  return `“${all.slice(0, 60).join('')}${all.length > 60 ? '…' : ''}”`;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
