/**
 * What Pagefind names an index by, and so the file that lists its parts. It would be a digest that a page learns from
 * another file first; here the folder's name has one, and a page can ask for both at once.
 */
export const INDEX_NAME = 'all';

/** In what ordinals are counted in the names of records. */
const RADIX = 36;

/** @returns what Pagefind names a record by: it would be a digest, which nothing can compress and which says nothing */
export function recordName(ordinal: number): string {
  return ordinal.toString(RADIX);
}

/** @returns the ordinal of a record that Pagefind names */
export function ordinalOf(name: string): number {
  return parseInt(name, RADIX);
}
