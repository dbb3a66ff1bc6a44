import { sliceCodePoints } from './canonical.ts';

/** A quotation with just enough of what stands around it to be found: W3C TextQuoteSelector. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Code points of context to begin with: more than enough for a reader to recognise the place. */
const CONTEXT = 32;

/** Where a quotation is to be told from others. */
export interface Surroundings {
  /** First and last code point of what it stands in, as a paragraph: context stays within it where that is enough. */
  within?: { start: number; end: number };
  /** What else stands on the same page, white space collapsed. */
  elsewhere?: string;
}

/**
 * Describes a stretch of a text so that it can be found again.
 *
 * @param text canonical text
 * @param start first code point
 * @param end code point after the last
 * @param surroundings what it stands in, and what else has words
 * @returns the words, with as much context as makes them unique. Between two paragraphs a page has more than a line
 *   feed: only where the whole of a paragraph is not enough does the context go over its ends.
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function describeQuote(
  text: string,
  start: number,
  end: number,
  { within, elsewhere = '' }: Surroundings = {},
): Quote {
  const exact = sliceCodePoints(text, start, end);
  const [first, last] = within ? [within.start, within.end] : [0, Infinity];
  for (let context = CONTEXT; ; context *= 2) {
    const from = Math.max(0, first, start - context);
    const to = Math.min(last, end + context);
    const prefix = sliceCodePoints(text, from, start);
    const suffix = sliceCodePoints(text, end, to);
    const whole = prefix + exact + suffix;
    const isUnique = text.indexOf(whole) === text.lastIndexOf(whole);
    const isHere = isUnique && !elsewhere.includes(whole);
    if (isHere || whole.length === text.length) return { exact, prefix, suffix };
    if (within && from === first && to === last) return describeQuote(text, start, end);
  }
}
