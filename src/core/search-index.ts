import { type Column, toColumn } from './search-column.ts';
import { type Facet, FIRST_FACETS, LATER_FACETS } from './search-facet.ts';
import type { Details, Directory, Lane, Pack } from './search-pack.ts';
import { type Findable, findables } from './findable.ts';
import type { Reading } from './reading.ts';
import { bestOf } from './search-best.ts';
import { toDetails } from './search-details.ts';
import { type SearchRecord, toSearchRecord } from './search-record.ts';
import { laneOf, packSize, packsOf } from './search-shown.ts';
import { wordsOf } from './search-words.ts';
import type { Source } from './source.ts';

/** All that a search in one language needs. */
export interface SearchIndex {
  /** Language without region: `en`. */
  language: string;
  records: SearchRecord[];
  packs: Pack[];
  /** What the answers to words begin with; none where there is one pack. */
  best: Pack[];
  /** By the slug of their reading; none where they are in the only pack. */
  lanes: Map<string, Lane>;
  /** Of the facets that do not come with the first pack. */
  columns: Map<Facet, Column>;
  /** By the ordinal of their note. */
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
  return [...byLanguage(readings)]
    .map(([language, inLanguage]) => toIndex(language, inLanguage, sources))
    .sort((one, other) => other.records.length - one.records.length);
}

/** @returns the languages of their indexes, as `searchIndexes` orders them */
export function indexedLanguages(readings: readonly Reading[]): string[] {
  return [...byLanguage(readings)]
    .map(([language, inLanguage]) => ({ language, size: findables(inLanguage).length }))
    .sort((one, other) => other.size - one.size)
    .map(({ language }) => language);
}

/** @returns readings by their language without region, which each has an index of its own */
export function byLanguage(readings: readonly Reading[]): Map<string, Reading[]> {
  const bySlug = [...readings].sort((one, other) => (one.slug < other.slug ? -1 : 1));
  return Map.groupBy(bySlug, ({ language }) => new Intl.Locale(language).language);
}

function toIndex(
  language: string,
  readings: readonly Reading[],
  sources: ReadonlyMap<string, Source>,
): SearchIndex {
  const found = findables(readings);
  const records = found.map((each) => toSearchRecord(each, sources));
  const lanes = new Map(readings.map((reading) => [reading.slug, laneOf(reading)]));
  const packs = packsOf(found);
  const [first = { readings: [], records: [] }, ...others] = packs;
  const isWhole = others.length === 0;
  const best = isWhole ? { beginnings: [], files: [] } : bestOf(packs, records, language);
  const directory = {
    size: packSize(found),
    columns: firstColumns(records),
    beginnings: best.beginnings,
  };
  return {
    language,
    records,
    packs: [{ directory, ...(isWhole ? withLanes(first, lanes) : first) }, ...others],
    best: best.files,
    lanes: isWhole ? new Map<string, Lane>() : lanes,
    columns: new Map(LATER_FACETS.map((facet) => [facet, columnOf(records, facet)])),
    details: detailsOf(found, sources),
    words: wordsOf(found),
  };
}

/** A file that is small costs hardly more than its headers: in the only pack they come along. */
function withLanes(pack: Pack, lanes: SearchIndex['lanes']): Pack {
  const readings = pack.readings.map((reading) => ({ ...reading, lane: lanes.get(reading.slug)! }));
  return { ...pack, readings };
}

function firstColumns(records: readonly SearchRecord[]): Directory['columns'] {
  const columns = FIRST_FACETS.map((facet) => [facet, columnOf(records, facet)]);
  const checked = toColumn(records.map((record) => (record.checked === undefined ? [] : [record.checked])));
  return { ...Object.fromEntries(columns), checked } as Directory['columns'];
}

function columnOf(records: readonly SearchRecord[], facet: Facet): Column {
  return toColumn(records.map(({ facets }) => facets[facet] ?? []));
}

/** A note is directly followed by its evidence. */
function detailsOf(found: readonly Findable[], sources: ReadonlyMap<string, Source>): Map<number, Details> {
  const behind = found.filter((each) => each.in !== 'passage');
  const byNote = Map.groupBy(behind, ({ annotation }) => annotation);
  return new Map(
    [...byNote.values()].map((own) => [
      own[0]!.ordinal,
      { records: own.map((each) => toDetails(each, sources)) },
    ]),
  );
}
