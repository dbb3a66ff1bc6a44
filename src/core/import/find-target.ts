import { canonical, codePoints, sliceCodePoints } from '../canonical.ts';
import { isBetweenWords } from '../quotation.ts';
import {
  toSearchable,
  findNear,
  findQuote,
  patternOf,
  type Searchable,
  type Stretch,
} from '../quote-search.ts';
import type { Piece } from '../word-diff.ts';
import type { Fault, Position, Selectors } from './incoming.ts';

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
  /** The edition's number; or it is a passage that a selector refines, and positions are over it. */
  edition: number | 'passage';
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
  /** Why they may not be the words that are meant, in full sentences. */
  doubt?: string;
}

/** What a quotation of few words may stand near anywhere: fewer code points than this need their context too. */
const SHORT = 24;
/** Code units of context by which one place must agree better than the next, where neither agrees wholly. */
const TELLING = 6;
/** Code units by which one place must be nearer than the next, for a position in a page to choose between them. */
const NEARER = 40;

/**
 * @param text canonical text of a reading
 * @param named where its passages and marks stand
 * @param footnotes what stands in footnotes
 * @param edition number of the edition
 */
export function toText(
  text: string,
  named: ReadonlyMap<string, Place>,
  footnotes: readonly string[],
  edition: Text['edition'],
): Text {
  return { text, flat: toSearchable(text.replaceAll('\n', ' ')), named, footnotes, edition };
}

/** How far a position in the page that an annotation was made on is from one in the text, in code units. */
type Shift = (start: number) => number | undefined;

/**
 * Finds the words that an annotation is about.
 *
 * @param selectors how it names them
 * @param text the reading's
 * @param shift what annotations near it tell of positions in its page
 * @returns the place, or why there is none
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export function findTarget(selectors: Selectors, text: Text, shift?: Shift): Found | Fault {
  const directives = selectors.fragments.flatMap(quotesOfDirective);
  const quotes = [...selectors.quotes, ...directives].filter(({ exact }) => canonical(exact) !== '');
  const within = selectors.fragments
    .map((fragment) => text.named.get(decode(fragment.split(':~:')[0]!)))
    .find((place) => place !== undefined);
  const [quote] = quotes;
  if (quote) {
    const position = selectors.positions.find((each) => isOverText(each, text));
    if (position && stands(quote.exact, position, text)) return inOneBlock(position, text);
    return findByQuote(quote, {
      text,
      within,
      hint: hintOf(selectors, shift),
      positions: selectors.positions,
    });
  }
  const composed = [
    ...selectors.ranges.map((range) => findRange(range, text, shift)),
    ...selectors.refined.map((refined) => findRefined(refined, text, shift)),
  ];
  return (
    composed.find((each) => !('reason' in each)) ??
    byPlace(within ?? selectors.positions.find((each) => isOverEdition(each, text)), text) ??
    composed[0] ??
    nameless(selectors, text)
  );
}

/** A position over an edition of ours, this or another: it says where to look for words that are quoted too. */
function isOverText({ isOurs, over }: Position, { edition }: Text): boolean {
  return edition === 'passage' || (isOurs && over !== undefined);
}

/** A position that says by itself which words are meant. */
function isOverEdition({ isOurs, over }: Position, { edition }: Text): boolean {
  return edition === 'passage' || (isOurs && (over === 'own' || over === edition));
}

/** From the beginning of one end to the beginning of the other. @see https://www.w3.org/TR/annotation-model/#range-selector */
function findRange(range: Selectors['ranges'][number], text: Text, shift?: Shift): Found | Fault {
  const [first, last] = [range.start, range.end].map((end) => findTarget(end, text, shift));
  if ('reason' in first!) return first;
  if ('reason' in last!) return last;
  if (last!.start <= first!.start)
    return { reason: 'no-target', detail: 'its end stands before its beginning' };
  const found = inOneBlock({ start: first!.start, end: last!.start }, text);
  return 'reason' in found ? found : withDoubts(found, first!, last!);
}

/** A refinement is looked for in what it refines, and nowhere else. */
function findRefined(
  { parent, child }: Selectors['refined'][number],
  text: Text,
  shift?: Shift,
): Found | Fault {
  const passage = findTarget(parent, text, shift);
  if ('reason' in passage) return passage;
  const part = partOf(text, passage);
  const found = findTarget(child, part);
  if ('reason' in found) return found;
  const place = { start: passage.start + found.start, end: passage.start + found.end };
  const isByNumbers = child.quotes.length === 0 && child.positions.length > 0;
  if (!isByNumbers) return withDoubts(place, passage, found);
  if (cutsWords(found, part))
    return {
      reason: 'no-target',
      detail: `it gives numbers only, and they begin or end within a word: ${opening(sliceCodePoints(text.text, place.start, place.end))}`,
    };
  const doubt = 'Its words are given by numbers only: see whether they are those that are meant.';
  return withDoubts({ ...place, doubt }, passage, found);
}

/** Nobody selects halves of words: the numbers count something else. */
function cutsWords({ start, end }: Place, { text }: Text): boolean {
  return [start, end].some((place) => !isBetweenWords(text, sliceCodePoints(text, 0, place).length));
}

/** A passage as a text of its own. */
function partOf(text: Text, { start, end }: Place): Text {
  const inside = [...text.named].filter(([, place]) => start <= place.start && place.end <= end);
  const named = inside.map(([name, place]): [string, Place] => [
    name,
    { start: place.start - start, end: place.end - start },
  ]);
  return toText(sliceCodePoints(text.text, start, end), new Map(named), text.footnotes, 'passage');
}

/** What is doubtful of the parts is so of the whole. */
function withDoubts(found: Found, ...parts: readonly Found[]): Found {
  const diff = parts.find((part) => part.diff)?.diff;
  const doubts = new Set([found, ...parts].flatMap(({ doubt }) => doubt ?? []));
  return { ...found, ...(diff && { diff }), ...(doubts.size > 0 && { doubt: [...doubts].join(' ') }) };
}

/** A passage by its name, or a place in `text.txt` by its numbers. */
function byPlace(place: Place | undefined, text: Text): Found | Fault | undefined {
  return place && place.start < place.end && place.end <= codePoints(text.text)
    ? inOneBlock({ start: place.start, end: place.end }, text)
    : undefined;
}

/** Why what has no quotation, or no words in one, is nowhere. */
function nameless(selectors: Selectors, text: Text): Fault {
  const { fragments, positions } = selectors;
  if (fragments.length > 0)
    return { reason: 'not-found', detail: `there is no passage \`${fragments[0]!}\`` };
  if (positions.some((each) => isOverEdition(each, text)))
    return { reason: 'not-found', detail: 'its position is beyond the end of the text, or holds nothing' };
  const edition = positions.find(({ isOurs, over }) => isOurs && over !== undefined)?.over;
  if (edition !== undefined)
    return {
      reason: 'no-target',
      detail: `it gives a position in edition ${edition} only, and this is another`,
    };
  if (positions.length > 0)
    return { reason: 'no-target', detail: 'it gives a position only, and in no edition of the text' };
  return {
    reason: 'no-target',
    ...(selectors.unusable.length > 0 && { detail: describeUnusable(selectors) }),
  };
}

/** Kinds of selectors that name elements of a page. */
const OF_ELEMENTS: ReadonlySet<string> = new Set(['RangeSelector', 'XPathSelector', 'CssSelector']);

/**
 * @param selectors without any that can be followed
 * @returns why they cannot, to follow “It does not say which words it is about: ”
 */
export function describeUnusable({ unusable }: Pick<Selectors, 'unusable'>): string {
  const kinds = [...new Set(unusable)];
  const why = kinds.every((kind) => OF_ELEMENTS.has(kind))
    ? 'names elements of a page'
    : 'cannot be followed in a text';
  return `it has ${kinds.join(', ')} only, which ${why}`;
}

function hintOf({ positions }: Selectors, shift?: Shift): number | undefined {
  const start = positions.find(({ over }) => over === undefined)?.start;
  const by = start === undefined ? undefined : shift?.(start);
  return by === undefined ? undefined : start! + by;
}

/** What is known beside the words. */
interface Around {
  text: Text;
  within: Place | undefined;
  /** About where in the text, in code units. */
  hint: number | undefined;
  positions: readonly Position[];
}

type Quote = Selectors['quotes'][number];

function findByQuote(quote: Quote, around: Around): Found | Fault {
  const { flat } = around.text;
  const literal = occurrences(spaced(quote.exact).trim(), flat.original);
  const places = literal.length > 0 ? literal : findQuote(patternOf(quote.exact), flat);
  if (places.length > 0) return choose(places, quote, around);
  const near = findNear(quote.exact, flat);
  if (near && (codePoints(quote.exact) >= SHORT || isMost(agreement(near, quote, flat.original)))) {
    const found = toPlace(near, around.text);
    return 'reason' in found ? found : { ...found, diff: near.diff };
  }
  const words = opening(quote.exact);
  const isBelow = around.text.footnotes.some((note) => note.includes(canonical(quote.exact)));
  return isBelow ? { reason: 'in-footnote', detail: words } : { reason: 'not-found', detail: words };
}

const ELSEWHERE =
  'What stands around its words is not what stood around them where it was made: see whether they are those that are meant.';

/** Of several places the one whose surroundings agree, or that lies where it is said to lie. */
function choose(
  places: readonly Stretch[],
  quote: Quote,
  { text, within, hint, positions }: Around,
): Found | Fault {
  const inside = within ? places.filter((place) => isWithin(place, within, text)) : [];
  const candidates = inside.length > 0 ? inside : places;
  const doubted = (place: Stretch, doubt: string | undefined) => {
    const found = toPlace(place, text);
    return doubt === undefined || 'reason' in found ? found : { ...found, doubt };
  };
  const ranked = candidates
    .map((place) => ({ place, ...agreement(place, quote, text.flat.original) }))
    .sort((one, other) => other.agrees - one.agrees);
  const [first, second] = ranked;
  if (first && !second)
    return doubted(first.place, first.given > 0 && !isMost(first) ? ELSEWHERE : undefined);
  if (first && second && isMost(first)) {
    if (first.agrees === first.given && second.agrees < second.given) return toPlace(first.place, text);
    if (first.agrees - second.agrees >= TELLING)
      return doubted(first.place, `Its words stand in the text ${candidates.length} times. ${ELSEWHERE}`);
  }
  const best = ranked
    .filter(({ agrees }) => !isMost(first!) || agrees === first!.agrees)
    .map(({ place }) => place);
  const byPosition = `Its words stand in the text ${candidates.length} times, and its position has chosen between them: see whether they are those that are meant.`;
  const mine = positions.filter(({ isOurs }) => isOurs);
  const exactly = best.filter((place) => mine.length > 0 && isAtOneOf(mine, toPlace(place, text)));
  if (exactly.length === 1) return doubted(exactly[0]!, byPosition);
  const [nearest, next] =
    hint === undefined
      ? []
      : best.map((place) => ({ place, off: Math.abs(place.start - hint) })).sort((a, b) => a.off - b.off);
  if (nearest && next && next.off - nearest.off >= NEARER) return doubted(nearest.place, byPosition);
  return { reason: 'ambiguous', detail: `${opening(quote.exact)}, ${best.length} times` };
}

function isAtOneOf(positions: readonly Position[], place: Found | Fault): boolean {
  return 'start' in place && positions.some(({ start, end }) => start === place.start && end === place.end);
}

/** Code units of context that are given, and those that agree: in whole words, which no accident makes. */
interface Agreement {
  agrees: number;
  given: number;
}

function isMost({ agrees, given }: Agreement): boolean {
  return given > 0 && agrees * 2 >= given;
}

/** How much of a quotation's context a place has. White space next to the words is the page's. */
function agreement({ start, end }: Stretch, { prefix, suffix }: Quote, text: string): Agreement {
  const [before, after] = [spaced(prefix).trimEnd(), spaced(suffix).trimStart()];
  // Signs alone stand around any words.
  if (!/[\p{L}\p{N}]/u.test(before + after)) return { agrees: 0, given: 0 };
  const left = text.slice(0, start).trimEnd();
  const right = text.slice(end).trimStart();
  let [back, on] = [0, 0];
  while (back < before.length && before.at(-1 - back) === left.at(-1 - back)) back += 1;
  while (on < after.length && after[on] === right[on]) on += 1;
  // The end of what is given may be the middle of a word; any other end must be that of a word.
  if (back < before.length)
    while (
      back > 0 &&
      !(isBetweenWords(before, before.length - back) && isBetweenWords(left, left.length - back))
    )
      back -= 1;
  if (on < after.length) while (on > 0 && !(isBetweenWords(after, on) && isBetweenWords(right, on))) on -= 1;
  return { agrees: back + on, given: before.length + after.length };
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
