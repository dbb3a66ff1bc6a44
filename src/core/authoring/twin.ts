import type { Source } from '../source.ts';
import type { Bibliographic } from './csl-record.ts';
import { isSameDoi } from './doi.ts';

/** A record of the same source, and what shows it. */
export interface Twin {
  key: string;
  /** In words that follow “has its”. */
  by: string;
}

/**
 * @param record a new one
 * @param sources those there are
 * @returns the one that has its DOI, its ISBN or its address already; or title, authors and date, where all are known
 */
export function findTwin(
  record: Bibliographic,
  sources: Iterable<Bibliographic & Pick<Source, 'key'>>,
): Twin | undefined {
  for (const other of sources) {
    const by = (['DOI', 'ISBN', 'URL'] as const).find((field) => isSame[field](record[field], other[field]));
    if (by !== undefined) return { key: other.key, by };
    if (isCalledTheSame(record, other)) return { key: other.key, by: 'title, authors and date' };
  }
  return undefined;
}

function isCalledTheSame(one: Bibliographic, other: Bibliographic): boolean {
  const [mine, yours] = [one, other].map(({ title, author, issued }) => [title, author, issued]);
  return !mine!.includes(undefined) && JSON.stringify(mine) === JSON.stringify(yours);
}

const both =
  (same: (one: string, other: string) => boolean) =>
  (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && same(one, other);

const isSame = {
  DOI: both(isSameDoi),
  ISBN: both((one, other) => digits(one) === digits(other)),
  URL: both((one, other) => place(one) === place(other)),
};

function digits(isbn: string): string {
  return isbn.replace(/[^\dX]/gi, '').toUpperCase();
}

/** Scheme, `www.`, a slash at the end and a place in the page make no other page. */
function place(address: string): string {
  const { host, pathname, search } = new URL(address);
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
}
