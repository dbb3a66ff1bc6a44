import { beginning, DAY_LENGTH, end, firstDay, lastDay } from './date.ts';
import type { DatedEvent } from './timeline.ts';

/** Days in which many events fall. */
export interface Stretch {
  /** `YYYY-MM-DD`. */
  first: string;
  last: string;
  /** From the first to the last, both counted. */
  days: number;
  /** How many events fall wholly within them. */
  count: number;
}

/** Fewer events than this are no crowd. */
const FEWEST = 6;

/** A stretch is remarkable while it is at most this part of the whole time. */
const SHARE = 1 / 4;

/** From when to when an event goes, `YYYY-MM-DD`. */
interface Span {
  first: string;
  last: string;
}

/**
 * The shortest stretch of days that holds half of all events or more.
 *
 * @param events in any order
 * @returns it, or undefined where the events are few or spread evenly
 */
export function densestStretch(events: readonly DatedEvent[]): Stretch | undefined {
  if (events.length < FEWEST) return undefined;
  const byEnd = events
    .map(({ date }): Span => ({ first: firstDay(date), last: lastDay(date) }))
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
  const firsts = [...new Set(byEnd.map(({ first }) => first))].sort();
  const half = Math.ceil(events.length / 2);
  const candidates = firsts.flatMap((first) => {
    const stretch = shortestFrom(first, byEnd, half);
    return stretch ? [stretch] : [];
  });
  const [densest] = candidates.sort((a, b) => a.days - b.days || b.count - a.count);
  const whole = daysBetween(firsts[0]!, byEnd.at(-1)!.last);
  return densest && densest.days <= whole * SHARE ? densest : undefined;
}

/** The stretch from a day to the earliest on which so many events are over. */
function shortestFrom(first: string, byEnd: readonly Span[], wanted: number): Stretch | undefined {
  const within = byEnd.filter((span) => first <= span.first);
  const last = within[wanted - 1]?.last;
  if (last === undefined) return undefined;
  const count = within.filter((span) => span.last <= last).length;
  return { first, last, days: daysBetween(first, last), count };
}

/** Both days counted. */
function daysBetween(first: string, last: string): number {
  return (end(last) - beginning(first)) / DAY_LENGTH;
}
