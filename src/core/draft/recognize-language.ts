import { francAll } from 'franc';

/** Letters from which a language can be told; fewer tell chance. */
const ENOUGH = 100;

/** By how much the likeliest must be ahead of the next, of 1. */
const AHEAD = 0.03;

/** A language that a text seems to be in. */
export interface Recognized {
  /** BCP 47 tag. */
  language: string;
  /** The next that it might be. */
  next: string | undefined;
  isSure: boolean;
}

/**
 * Recognizes the language of a text by the frequency of its letters in threes. Only those with a two-letter tag are
 * thought of: between dialects of few texts and their neighbours it guesses.
 *
 * @param text plain words
 * @returns the likeliest; undefined where there are too few letters
 */
export function recognizeLanguage(text: string): Recognized | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const [first, second] = francAll(text).flatMap(([code, likelihood]) => {
    const language = tagOf(code);
    return language === undefined ? [] : [{ language, likelihood }];
  });
  if (!first) return undefined;
  const isAhead = first.likelihood - (second?.likelihood ?? 0) >= AHEAD;
  return { language: first.language, next: second?.language, isSure: letters >= ENOUGH && isAhead };
}

/** ISO 639-3 has a code for each, and `und` for none. */
function tagOf(code: string): string | undefined {
  const [language] = Intl.getCanonicalLocales(code);
  return language !== undefined && language.length === 2 ? language : undefined;
}
