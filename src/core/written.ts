import { firstDay, lastDay } from './date.ts';
import { timeOfText } from './dating.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';

/** The days within which a text was written or, where that is not known, appeared: `YYYY-MM-DD`. */
export interface Written {
  first: string;
  last: string;
  /** Whether it is the text's appearance that has this date. */
  appeared: boolean;
  /** Whether the editors infer it. */
  inferred: boolean;
  /** The day of the latest event that the text uses, where that is what the first day is inferred from. */
  uses?: string;
}

/**
 * When a text was written: as its editors say, else when it appeared as its record says; but where that is inferred,
 * not before the latest event that it uses.
 *
 * @param reading when it was written, where the editors know, and what happened around it
 * @param record when it appeared
 * @returns undefined where neither has a date
 */
export function timeWritten(
  { written, events }: Pick<Reading, 'written' | 'events'>,
  record: Pick<Source, 'issued'>,
): Written | undefined {
  const date = timeOfText({ written }, record);
  if (date === undefined) return undefined;
  const known = { last: lastDay(date), appeared: written === undefined, inferred: /[~?%]/.test(date) };
  const first = firstDay(date);
  const used = events
    .filter(({ text }) => text === 'uses')
    .map((event) => firstDay(event.date))
    .filter((day) => first < day && day <= known.last)
    .toSorted()
    .at(-1);
  if (used === undefined || !known.inferred) return { first, ...known };
  return { first: used, ...known, uses: used };
}
