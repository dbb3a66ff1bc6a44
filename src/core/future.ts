import { firstDay } from './date.ts';
import { problem, type Position, type Problem } from './problem.ts';

/**
 * @param date an EDTF string
 * @param today `YYYY-MM-DD`
 * @returns whether it, or the end of an interval, begins after today; the month that runs now does not
 */
export function isToCome(date: string, today: string): boolean {
  return date.split('/').some((end) => firstDay(end) > today);
}

/**
 * Something that can only have happened, and is dated after today.
 *
 * @param what it, in words: “A reply”
 * @param date EDTF
 * @param position where the date stands
 * @param hint which date is wanted
 */
export function inFuture(what: string, date: string, position: Position, hint: string): Problem {
  return problem('date-in-future', position, `${what} of ${date} is still to come.`, hint);
}
