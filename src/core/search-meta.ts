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

/**
 * Records in a volume of an index. Of each Pagefind’s program holds some 30 kB, and looks through all it has for every
 * further one; but a word is looked for in all volumes.
 */
const IN_VOLUME = 30_000;

/** A stretch of an index’s records, which Pagefind has as an index of its own. */
export interface Volume {
  /** Its folder within that of the index, ending in a slash; of the first, none: it has the program, too. */
  folder: string;
  /** Ordinals of its first record, and of the first of the next. */
  from: number;
  to: number;
}

/**
 * @param count of the records of an index
 * @returns its volumes; one, where it is not large
 * @see https://pagefind.app/docs/multisite/
 */
export function volumesOf(count: number): Volume[] {
  return Array.from({ length: Math.max(1, Math.ceil(count / IN_VOLUME)) }, (_, at) => ({
    folder: at === 0 ? '' : `${at}/`,
    from: at * IN_VOLUME,
    to: Math.min((at + 1) * IN_VOLUME, count),
  }));
}
