import { fitOf } from './search-fit.ts';
import type { Pack, PackedReading, ShownNote, ShownPassage } from './search-pack.ts';
import { type SearchRecord, shownWords } from './search-record.ts';
import { stemOf } from './search-stem.ts';

/** Words of one file: few enough that it comes with the part of the index that is asked. */
const WORDS = 64;

/** What is shown of the best hits of words, by words that follow one another: `best-<k>.json`. */
export interface Best {
  /** The first word of each file. */
  beginnings: string[];
  files: Pack[];
}

/** The record that answers a word best, and how well. */
interface Fit {
  record: ShownPassage | ShownNote;
  fit: number;
}

/**
 * Where an index has several packs, which of them a word needs is known only when the index has answered. What stands
 * here comes while that is on its way, and most of what the answer begins with is in it.
 *
 * @param packs of an index, in order
 * @param records of the same, by ordinal
 * @param language of the index
 */
export function bestOf(packs: readonly Pack[], records: readonly SearchRecord[], language: string): Best {
  const byWord = [...bestByWord(packs, records, language)].sort(([one], [other]) => (one < other ? -1 : 1));
  const firsts = byWord.filter((_, at) => at % WORDS === 0);
  const readings = readingsByRecord(packs);
  const files = firsts.map((_, file) => {
    const own = byWord.slice(file * WORDS, (file + 1) * WORDS);
    return packOf(new Set(own.map(([, { record }]) => record)), readings);
  });
  return { beginnings: firsts.map(([word]) => word), files };
}

function bestByWord(
  packs: readonly Pack[],
  records: readonly SearchRecord[],
  language: string,
): Map<string, Fit> {
  const best = new Map<string, Fit>();
  const stems = new Map<string, string>();
  for (const record of packs.flatMap((pack) => pack.records)) {
    const words = shownWords(records[record.ordinal]!);
    const counts = new Map<string, number>();
    for (const word of words) {
      const stem = stems.get(word) ?? stemOf(word, language);
      stems.set(word, stem);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    for (const [stem, count] of counts) {
      const own = { record, fit: fitOf(count, words.length) };
      const before = best.get(stem);
      if (!before || comesBefore(own, before)) best.set(stem, own);
    }
  }
  return best;
}

/** As in the list of hits: a passage before a note, then what answers better. */
function comesBefore(one: Fit, other: Fit): boolean {
  const isNote = ({ record }: Fit) => 'quote' in record;
  return isNote(one) === isNote(other) ? one.fit > other.fit : isNote(other);
}

function readingsByRecord(packs: readonly Pack[]): Map<Fit['record'], PackedReading> {
  return new Map(
    packs.flatMap(({ readings, records }) =>
      records.map((record) => [record, readings.findLast(({ from }) => from <= record.ordinal)!] as const),
    ),
  );
}

/** A pack of some records, each with its reading. */
function packOf(kept: ReadonlySet<Fit['record']>, readings: ReadonlyMap<Fit['record'], PackedReading>): Pack {
  const records = [...kept].sort((one, other) => one.ordinal - other.ordinal);
  const first = new Map<string, PackedReading>();
  for (const record of records) {
    const reading = readings.get(record)!;
    if (!first.has(reading.slug)) first.set(reading.slug, { ...reading, from: record.ordinal });
  }
  return { readings: [...first.values()], records };
}
