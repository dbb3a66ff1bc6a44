import type { Copy, Source } from './source.ts';

/** The attributes of a link that leads away from the site. */
export interface OutwardLink {
  href: string;
  rel: string;
  referrerpolicy: 'no-referrer';
  'data-originalurl'?: string;
  'data-versionurl'?: string;
  'data-versiondate'?: string;
}

/**
 * A link to a source. Where a dated copy of the page is known, the link says so to programs: should the page change or
 * go, they can lead to what was read.
 *
 * @param source a record with an address
 * @returns the attributes of `<a>`
 * @see https://robustlinks.mementoweb.org/spec/ §2 (the three attributes; here `href` is the original's)
 */
export function outwardLink(
  source: Pick<Source, 'URL' | 'copies' | 'accessed'> & { URL: string },
): OutwardLink {
  const copy = copyNearest(source);
  return {
    ...leadingAway(source.URL),
    ...(copy && {
      'data-originalurl': source.URL,
      'data-versionurl': copy.address,
      'data-versiondate': copy.date,
    }),
  };
}

/** @returns the attributes of a link to any page elsewhere: it does not tell that page where the reader came from */
export function leadingAway(href: string): OutwardLink {
  return { href, rel: 'external noreferrer', referrerpolicy: 'no-referrer' };
}

/**
 * @param source a record
 * @returns of the dated copies of its page the one that was taken nearest to the day on which the page was read, of two
 *   as near the earlier; the newest where that day is not known
 */
export function copyNearest({
  copies = [],
  accessed,
}: Pick<Source, 'copies' | 'accessed'>): Copy | undefined {
  const byDate = copies.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  if (accessed === undefined) return byDate.at(-1);
  const distance = ({ date }: Copy) => Math.abs(Date.parse(date) - Date.parse(accessed));
  return byDate.toSorted((one, other) => distance(one) - distance(other))[0];
}
