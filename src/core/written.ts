import { firstDay, lastDay } from './date.ts';
import type { DatedEvent } from './timeline.ts';

/** The days within which a text was written, `YYYY-MM-DD`. */
export interface Written {
  first: string;
  last: string;
  /** Whether the editors infer it. */
  inferred: boolean;
  /** The day of the latest event that the text uses, where that is what the first day is inferred from. */
  uses?: string;
}

/**
 * When a text was written: as its record says, but not before the latest event that it uses.
 *
 * @param issued when it was written as far as its record or its editors know, EDTF
 * @param events what happened around it
 * @returns undefined where the record has no date
 */
export function timeWritten(issued: string | undefined, events: readonly DatedEvent[]): Written | undefined {
  if (issued === undefined) return undefined;
  const [first, last] = [firstDay(issued), lastDay(issued)];
  const inferred = /[~?%]/.test(issued);
  const used = events
    .filter(({ text }) => text === 'uses')
    .map(({ date }) => firstDay(date))
    .filter((day) => first < day && day <= last)
    .toSorted()
    .at(-1);
  if (used === undefined || !inferred) return { first, last, inferred };
  return { first: used, last, inferred, uses: used };
}
