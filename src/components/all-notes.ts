import type { Reading } from '../core/reading.ts';

/** Notes beyond which one page of them all would be too long. */
const MOST = 500;

/** @returns whether a site has so many notes that each reading has a page of its own for them */
export function areMany(readings: readonly Pick<Reading, 'annotations'>[]): boolean {
  return readings.reduce((sum, { annotations }) => sum + annotations.length, 0) > MOST;
}
