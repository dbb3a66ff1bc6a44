import type { Annotation } from '../annotation.ts';
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

/**
 * The date of a note, wherever it is cited or described: since when it says what it says, which its ledger knows. Where
 * that is an old one that does not, the day of its check, on which it said so; of a remark, which checks nothing, that
 * of its edition.
 *
 * @param annotation an annotation
 * @param reading its reading
 * @param recorded what the ledger knows of it
 * @returns `YYYY-MM-DD`
 */
export function dateOfNote(
  { checked }: Pick<Annotation, 'checked'>,
  { edition }: Pick<Reading, 'edition'>,
  recorded: Recorded | undefined,
): string {
  return recorded?.notes.at(-1)?.date ?? checked ?? edition.date;
}

/** @returns what a ledger knows of an annotation, if there is one and it knows it */
export function recordedOf({ id }: Pick<Annotation, 'id'>, ledger: Ledger | undefined): Recorded | undefined {
  return ledger?.annotations.find(({ annotation }) => annotation === id);
}

/** @returns the latest of some days */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}
