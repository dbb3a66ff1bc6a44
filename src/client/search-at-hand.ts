import { findWords } from '../core/found-words.ts';
import { fitOf } from '../core/search-fit.ts';
import type { Term } from '../core/search-query.ts';
import { stemOf } from '../core/search-stem.ts';
import type { LanguageIndex } from './search-index.ts';
import { type Matched, shownWords } from './search-terms.ts';

/**
 * Looks for terms in what is shown of records, without asking the index: in all of them, where it is small, else in
 * those that are likely to answer best. Nothing is said of what else there is.
 */
export async function matchAtHand(index: LanguageIndex, terms: readonly Term[]): Promise<Matched> {
  const records = await likelyIn(index, terms);
  const fits = records.map(({ ordinal }) => [ordinal, fitIn(index, ordinal, terms)] as const);
  return { scores: new Map(fits.filter(([, fit]) => fit > 0)), absent: [], begun: [] };
}

/** Loads what is looked through. */
export function likelyIn({ packs, language }: LanguageIndex, terms: readonly Term[]) {
  return packs.likely(terms.flatMap(({ tokens }) => tokens).map((token) => stemOf(token, language)));
}

/** @returns how well a record answers all of the terms; nought where it lacks one */
function fitIn(index: LanguageIndex, ordinal: number, terms: readonly Term[]): number {
  const texts = shownWords(index, ordinal);
  const found = texts.flatMap((text) => findWords(text, terms, index.language));
  const hasAll = terms.every((_, place) => found.some(({ term }) => term === place));
  return hasAll ? fitOf(found.length, texts.join(' ').split(' ').length) : 0;
}
