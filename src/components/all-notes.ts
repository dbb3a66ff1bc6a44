import type { Reading } from '../core/reading.ts';

/** Notes beyond which one page of them all would be too long. */
const MOST = 500;

/** Readings beyond which the front cannot tell of each at length. */
const MOST_AT_LENGTH = 8;

/** @returns whether a site has so many readings that its front tells of the newest, and lists the others */
export function areManyReadings(readings: readonly unknown[]): boolean {
  return readings.length > MOST_AT_LENGTH;
}

/** @returns whether pages that list what is in all readings would be too long: then each reading has its own */
export function areDivided(readings: readonly Pick<Reading, 'annotations'>[]): boolean {
  return readings.length > 1 && areMany(readings);
}

/** @returns whether a site has so many notes that each reading has a page of its own for them */
export function areMany(readings: readonly Pick<Reading, 'annotations'>[]): boolean {
  return readings.reduce((sum, { annotations }) => sum + annotations.length, 0) > MOST;
}
