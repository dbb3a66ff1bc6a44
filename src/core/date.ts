import edtf from 'edtf';

/** A CSL date: one date or the two ends of a range, each `[year, month?, day?]`, and whether it is inferred. */
export interface CslDate {
  'date-parts': number[][];
  circa?: boolean;
}

/** A year from 1 on, a month or a day, and whether it is approximate (`~`), uncertain (`?`) or both (`%`). */
const DATE = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01]))?)?[~?%]?$/;

/** How a date is written that is known to the year, the month or the day; each is made once, which is slow. */
const WRITTEN = {
  year: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' }),
  month: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long' }),
  day: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }),
};

/**
 * Tells the dates that content may have: years, months and days of the calendar, and closed intervals of them. EDTF
 * has more, and the parser accepts more still (seasons, sets, open ends, years before our era, `2026-02-29` as the
 * first of March, five digits as milliseconds): what has no first and last day, or not those that were meant, cannot be compared or told.
 *
 * @param value an EDTF string, levels 0 and 1: `2025-11-24`, `2025-11`, `2025-11/2025-12~`
 * @returns whether it is such a date
 * @see https://www.loc.gov/standards/datetime/ (ISO 8601-2)
 */
export function isEdtf(value: string): boolean {
  const ends = value.split('/');
  if (ends.length > 2 || !ends.every(isOnCalendar)) return false;
  try {
    // An interval whose end is before its beginning is refused here.
    return firstDay(value) <= lastDay(value);
  } catch {
    return false;
  }
}

/** @returns whether the value is one real calendar day, `YYYY-MM-DD` */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && isEdtf(value);
}

/**
 * @param value an EDTF string
 * @returns the date as CSL-JSON has it; whatever is not certain is `circa`
 * @throws if the string is not EDTF
 */
export function toCslDate(value: string): CslDate {
  return {
    'date-parts': read(value).ends.map((parts) => [...parts]),
    ...(/[~?%]/.test(value) && { circa: true }),
  };
}

/**
 * @param value an EDTF string
 * @returns it in words for the interface: `24 November 2025`, `19 to 20 November 2025`, `November 2025`,
 *   `probably November to December 2025`
 */
export function inWords(value: string): string {
  const words = said.get(value) ?? saidAnew(value);
  said.set(value, words);
  return words;
}

/** Dates are few, and stand on every page. */
const said = new Map<string, string>();

function saidAnew(value: string): string {
  const { 'date-parts': ends, circa } = toCslDate(value);
  const words = ends.map(dateInWords);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  const range = first === last ? first : `${withoutEnd(first, sharedParts(ends))} to ${last}`;
  return circa ? `probably ${range}` : range;
}

/**
 * @param value an EDTF string
 * @returns its last day as `YYYY-MM-DD`, so that dates of different precision compare as strings
 */
export function lastDay(value: string): string {
  return read(value).last;
}

/**
 * @param value an EDTF string
 * @returns its first day as `YYYY-MM-DD`
 */
export function firstDay(value: string): string {
  return read(value).first;
}

/** A date as it was read: its first and last day, `YYYY-MM-DD`, and year, month and day of each of its ends. */
interface Read {
  first: string;
  last: string;
  ends: readonly (readonly number[])[];
}

/** A site has few different dates and asks for each of them often; the parser takes a tenth of a millisecond. */
const known = new Map<string, Read>();

function read(value: string): Read {
  const found = known.get(value) ?? parse(value);
  known.set(value, found);
  return found;
}

function parse(value: string): Read {
  const parsed = edtf(value);
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const ends = parsed.lower && parsed.upper ? [parsed.lower, parsed.upper] : [parsed];
  return {
    first: dayOf(parsed.min),
    last: dayOf(parsed.max),
    // EDTF.js counts months from 0, as JavaScript does; CSL counts from 1.
    ends: ends.map(({ values: [year, month, day] }) =>
      [year, month === undefined ? undefined : month + 1, day].filter((part) => part !== undefined),
    ),
  };
}

/** Milliseconds of a day of UTC, which has no summer time. */
export const DAY_LENGTH = 86_400_000;

/** @param day `YYYY-MM-DD` @returns when it begins, in milliseconds from 1970, UTC */
export function beginning(day: string): number {
  return Date.parse(day);
}

/** @param day `YYYY-MM-DD` @returns when it is over, in milliseconds from 1970, UTC */
export function end(day: string): number {
  return beginning(day) + DAY_LENGTH;
}

/**
 * The one moment that stands for a date where a drawing or a list needs one.
 *
 * @param value an EDTF string
 * @returns the middle of the time it names, in milliseconds from 1970, UTC
 */
export function middleOf(value: string): number {
  return (beginning(firstDay(value)) + end(lastDay(value))) / 2;
}

/** How many of year, month and day both ends of a range share and one of them can leave out, from the year on. */
function sharedParts([from = [], to = []]: readonly number[][]): number {
  const mostParts = Math.min(from.length, to.length) - 1;
  const differing = from.findIndex((part, index) => index >= mostParts || part !== to[index]);
  return Math.max(0, differing);
}

/** The words of a date without its last ones: the year, or month and year. */
function withoutEnd(words: string, count: number): string {
  return count === 0 ? words : words.split(' ').slice(0, -count).join(' ');
}

/** EDTF.js carries a day that its month does not have over into the next. */
function isOnCalendar(value: string): boolean {
  const groups = DATE.exec(value)?.groups;
  return groups !== undefined && (groups.day ?? '') <= lastDay(value.slice(0, 7)).slice(8);
}

function dateInWords([year = 0, month, day]: number[]): string {
  // `Date.UTC` takes a year below 100 for one of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return WRITTEN[day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'].format(date);
}
