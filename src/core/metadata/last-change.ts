import type { Ledger, Recorded } from '../ledger.ts';
import type { Reading } from '../reading.ts';

/**
 * @param reading a reading
 * @param ledger its ledger
 * @returns the last day on which it or one of its notes was published, corrected or withdrawn, `YYYY-MM-DD`
 */
export function lastChangeOf(reading: Pick<Reading, 'edition' | 'corrections'>, ledger: Ledger): string {
  return latest([
    reading.edition.date,
    ...ledger.annotations.map((recorded) => lastChangeOfNote(recorded, reading)),
  ])!;
}

/**
 * @param recorded what the ledger knows of an annotation
 * @param reading its reading
 * @returns the last day on which its note was published, corrected or withdrawn; none where none is known
 */
export function lastChangeOfNote(
  { annotation, notes, withdrawn }: Recorded,
  { corrections }: Pick<Reading, 'corrections'>,
): string | undefined {
  return latest([
    ...notes.map(({ date }) => date),
    ...corrections.filter((correction) => correction.annotation === annotation).map(({ date }) => date),
    withdrawn?.date,
  ]);
}

/** @returns the latest of some days */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}
