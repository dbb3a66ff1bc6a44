import type { Reading } from './reading.ts';
import { restingOn } from './resting.ts';
import type { Source } from './source.ts';
import { type Use, usesOf } from './use.ts';

/** A source that notes to several readings rest on. */
export interface SharedSource {
  source: Source;
  /** The readings, and what their notes have from it; the one with the most notes first. */
  shelves: { reading: Reading; uses: readonly Use[] }[];
}

/**
 * @param readings all that are published
 * @param sources their records
 * @returns the sources that notes to more than one of them use, those of the most readings first, then those of the
 *   most notes
 */
export function sharedSources(readings: readonly Reading[], sources: Iterable<Source>): SharedSource[] {
  return [...sources]
    .map((source) => ({ source, shelves: shelvesOf(source, readings) }))
    .filter(({ shelves }) => shelves.length > 1)
    .sort((a, b) => b.shelves.length - a.shelves.length || notesOn(b) - notesOn(a));
}

/** @returns how many notes use a source, in all readings */
export function notesOn({ shelves }: Pick<SharedSource, 'shelves'>): number {
  return shelves.reduce((sum, { uses }) => sum + uses.length, 0);
}

function shelvesOf({ key }: Source, readings: readonly Reading[]): SharedSource['shelves'] {
  return restingOn(readings, key)
    .map((reading) => ({ reading, uses: usesOf(reading, key) }))
    .filter(({ uses }) => uses.length > 0)
    .sort((a, b) => b.uses.length - a.uses.length);
}
