const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** @param day `YYYY-MM-DD` @returns “22 November 2026”; small enough for the browser, which `date.ts` is not */
export function dayInWords(day: string): string {
  return LONG.format(new Date(day));
}

/** @returns the day that it is on a reader's own calendar and clock, `YYYY-MM-DD` */
export function localDay(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
