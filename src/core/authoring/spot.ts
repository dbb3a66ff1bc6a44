import { canonical, codePoints, sliceCodePoints } from '../canonical.ts';
import { toComparable } from '../comparable.ts';
import type { Block } from '../passage.ts';
import { isBetweenWords } from '../quotation.ts';
import { findNear, type Searchable, type Stretch, toSearchable } from '../quote-search.ts';
import type { Reading } from '../reading.ts';

/** A place at which words stand in a text. */
export interface Spot {
  /** In code points of `text.txt`. */
  start: number;
  end: number;
  /** The words as they stand there. */
  quote: string;
  /** Of the sentence in which they begin, or of the block where it has no sentences. */
  anchor: string;
  /** That passage, with the words set off. */
  shown: string;
  /** Of the block. */
  within: string;
}

/** Where words stand. */
export interface Sighting {
  spots: Spot[];
  /** Whether they stand there as they were given, but for white space. */
  isLiteral: boolean;
}

type Text = Pick<Reading, 'text' | 'blocks'>;

/**
 * Finds words in a text: as they are given; else with quotation marks, dashes and what is not seen in any other shape.
 * Whole words go before parts of words.
 *
 * @param words as an editor typed them
 * @param reading the text
 * @returns all places, in the order of the text
 */
export function findSpots(words: string, reading: Text): Sighting {
  const flat = flatten(reading);
  const literal = occurrences(canonical(words), flat.original);
  const stretches = literal.length > 0 ? literal : inAnyShape(words, flat);
  return { spots: toSpots(stretches, flat, reading), isLiteral: literal.length > 0 };
}

/**
 * @param words that do not stand in the text
 * @param reading the text
 * @returns what comes nearest to them, if anything comes near
 */
export function nearestSpot(words: string, reading: Text): Spot | undefined {
  const flat = flatten(reading);
  const near = findNear(canonical(words), flat);
  return near ? toSpots([near], flat, reading)[0] : mostAlike(words, reading);
}

/** The passage that has most of the words, if it has half of them. */
function mostAlike(words: string, { blocks }: Text): Spot | undefined {
  const wanted = wordsIn(words);
  const passages = blocks.flatMap((block) =>
    (block.sentences.length > 0 ? block.sentences : [block]).map((passage) => ({
      ...passage,
      within: block.anchor,
      shared: wanted.intersection(wordsIn(passage.text)).size,
    })),
  );
  const best = passages.reduce<(typeof passages)[number] | undefined>(
    (most, each) => (each.shared > (most?.shared ?? 0) ? each : most),
    undefined,
  );
  if (!best || best.shared * 2 < wanted.size) return undefined;
  const { anchor, text, start, within } = best;
  return { start, end: start + codePoints(text), quote: text, anchor, shown: `▸${text}◂`, within };
}

function wordsIn(text: string): Set<string> {
  return new Set(
    canonical(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
}

/** A space for each line feed: words are looked for across blocks too, to say that they go across. */
function flatten({ text }: Text): Searchable {
  return toSearchable(text.replaceAll('\n', ' '));
}

function inAnyShape(words: string, { text, from, to, original }: Searchable): Stretch[] {
  const places = occurrences(toComparable(words).text, text);
  const stretches = places.map(({ start, end }) => ({ start: from[start]!, end: to[end - 1]! }));
  return wholeWords(stretches, original);
}

function occurrences(words: string, text: string): Stretch[] {
  const found: Stretch[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length });
  return wholeWords(found, text);
}

/** Parts of words only where there is nothing else: an article that is written together with its noun, say. */
function wholeWords(stretches: readonly Stretch[], text: string): Stretch[] {
  const whole = stretches.filter(
    ({ start, end }) => isBetweenWords(text, start) && isBetweenWords(text, end),
  );
  return whole.length > 0 ? whole : [...stretches];
}

function toSpots(stretches: readonly Stretch[], { original }: Searchable, { blocks }: Text): Spot[] {
  let [unit, point] = [0, 0];
  return stretches.map(({ start: first, end: last }) => {
    const start = (point += codePoints(original.slice(unit, first)));
    unit = first;
    const quote = original.slice(first, last);
    const end = start + codePoints(quote);
    return { start, end, quote, ...passageOf({ start, end, quote }, blocks) };
  });
}

function passageOf(
  { start: place, end, quote }: Pick<Spot, 'start' | 'end' | 'quote'>,
  blocks: readonly Block[],
): Pick<Spot, 'anchor' | 'shown' | 'within'> {
  const block = blocks.findLast(({ start }) => start <= place)!;
  const { anchor, text, start } = block.sentences.findLast((sentence) => sentence.start <= place) ?? block;
  const [before, after] = [
    sliceCodePoints(text, 0, place - start),
    sliceCodePoints(text, end - start, codePoints(text)),
  ];
  return { anchor, shown: `${before}▸${quote}◂${after}`, within: block.anchor };
}
