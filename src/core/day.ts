const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** @param day `YYYY-MM-DD` @returns “22 November 2026”; small enough for the browser, which `date.ts` is not */
export function dayInWords(day: string): string {
  return LONG.format(new Date(day));
}
