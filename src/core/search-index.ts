import { DETAILS_STEP, type Details, type Pack } from './search-pack.ts';
import { type Findable, findables } from './findable.ts';
import type { Reading } from './reading.ts';
import { toDetails } from './search-details.ts';
import { type SearchRecord, toSearchRecord } from './search-record.ts';
import { packsOf } from './search-shown.ts';
import { wordsOf } from './search-words.ts';
import type { Source } from './source.ts';

/** All that a search in one language needs. */
export interface SearchIndex {
  /** Language without region: `en`. */
  language: string;
  records: SearchRecord[];
  packs: Pack[];
  /** By the number of their file. */
  details: Map<number, Details>;
  /** Words as written, and how often, the most frequent first. */
  words: [word: string, count: number][];
}

/**
 * @param readings all that are published
 * @param sources the records they cite, by key
 * @returns an index for each of their languages, the largest first; the same for the same content
 */
export function searchIndexes(
  readings: readonly Reading[],
  sources: ReadonlyMap<string, Source>,
): SearchIndex[] {
  const bySlug = [...readings].sort((one, other) => (one.slug < other.slug ? -1 : 1));
  const byLanguage = Map.groupBy(bySlug, ({ language }) => new Intl.Locale(language).language);
  return [...byLanguage]
    .map(([language, inLanguage]) => toIndex(language, findables(inLanguage), sources))
    .sort((one, other) => other.records.length - one.records.length);
}

function toIndex(
  language: string,
  found: readonly Findable[],
  sources: ReadonlyMap<string, Source>,
): SearchIndex {
  return {
    language,
    records: found.map((each) => toSearchRecord(each, sources)),
    packs: packsOf(found),
    details: detailsOf(found, sources),
    words: wordsOf(found),
  };
}

function detailsOf(found: readonly Findable[], sources: ReadonlyMap<string, Source>): Map<number, Details> {
  const behind = found.filter((each) => each.in !== 'passage');
  const files = Map.groupBy(behind, ({ ordinal }) => Math.floor(ordinal / DETAILS_STEP));
  return new Map(
    [...files].map(([file, each]) => [file, { records: each.map((one) => toDetails(one, sources)) }]),
  );
}
