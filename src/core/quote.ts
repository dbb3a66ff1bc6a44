import { sliceCodePoints } from './canonical.ts';

/** A quotation with just enough of what stands around it to be found: W3C TextQuoteSelector. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Code points of context to begin with: more than enough for a reader to recognise the place. */
const CONTEXT = 32;

/**
 * Describes a stretch of a text so that it can be found again.
 *
 * @param text canonical text
 * @param start first code point
 * @param end code point after the last
 * @returns the words, with as much context as makes them unique
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function describeQuote(text: string, start: number, end: number): Quote {
  const exact = sliceCodePoints(text, start, end);
  for (let context = CONTEXT; ; context *= 2) {
    const prefix = sliceCodePoints(text, Math.max(0, start - context), start);
    const suffix = sliceCodePoints(text, end, end + context);
    const whole = prefix + exact + suffix;
    const isUnique = text.indexOf(whole) === text.lastIndexOf(whole);
    if (isUnique || whole.length === text.length) return { exact, prefix, suffix };
  }
}
