import { lastDay } from './date.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';

/** When a reading appeared here and when its text did: the newest stands first. */
export interface Issue {
  reading: Reading;
  /** The day of its edition, `YYYY-MM-DD`. */
  published: string;
  /** When its text appeared, EDTF, where that is known. */
  issued?: string | undefined;
}

/**
 * @param readings in any order
 * @param sources the records of their texts, by key
 * @returns them as a newspaper puts them: the newest edition first; of those of one day that of the newest text; then
 *   by their names in the address
 */
export function newestFirst(
  readings: readonly Reading[],
  sources: ReadonlyMap<string, Pick<Source, 'issued'>>,
): Issue[] {
  const dayOf = ({ issued }: Issue) => (issued === undefined ? '' : lastDay(issued));
  return readings
    .map((reading) => ({
      reading,
      published: reading.edition.date,
      issued: sources.get(reading.source)?.issued,
    }))
    .sort(
      (a, b) =>
        descending(a.published, b.published) ||
        descending(dayOf(a), dayOf(b)) ||
        -descending(a.reading.slug, b.reading.slug),
    );
}

function descending(one: string, other: string): number {
  return one === other ? 0 : one < other ? 1 : -1;
}
