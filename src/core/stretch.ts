import { firstDay, lastDay } from './date.ts';
import { beginning, DAY, type DatedEvent, end } from './timeline.ts';

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

/**
 * The shortest stretch of days that holds half of all events or more.
 *
 * @param events in any order
 * @returns it, or undefined where the events are few or spread evenly
 */
export function densestStretch(events: readonly DatedEvent[]): Stretch | undefined {
  if (events.length < FEWEST) return undefined;
  const firsts = events.map(({ date }) => firstDay(date)).toSorted();
  const lasts = events.map(({ date }) => lastDay(date)).toSorted();
  const candidates = firsts
    .flatMap((first) => lasts.map((last) => stretchBetween(first, last, events)))
    .filter(({ count }) => count * 2 >= events.length);
  const [densest] = candidates.toSorted((a, b) => a.days - b.days || b.count - a.count);
  const whole = stretchBetween(firsts[0]!, lasts.at(-1)!, events);
  return densest && densest.days <= whole.days * SHARE ? densest : undefined;
}

function stretchBetween(first: string, last: string, events: readonly DatedEvent[]): Stretch {
  const within = events.filter(({ date }) => first <= firstDay(date) && lastDay(date) <= last);
  return { first, last, days: (end(last) - beginning(first)) / DAY, count: within.length };
}
