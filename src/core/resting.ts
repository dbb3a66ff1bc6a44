import type { Reading } from './reading.ts';
import { citedSources } from './site.ts';

/**
 * @param readings the same list for all questions: it is gone through once
 * @param key a source's
 * @returns those that cite the source, in the list's order
 */
export function restingOn(readings: readonly Reading[], key: string): readonly Reading[] {
  const known = resting.get(readings) ?? bySource(readings);
  resting.set(readings, known);
  return known.get(key) ?? [];
}

/** By the key of the source. The page of each source asks: of many readings, each rests on few of all sources. */
const resting = new WeakMap<readonly Reading[], ReadonlyMap<string, readonly Reading[]>>();

function bySource(readings: readonly Reading[]): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const reading of readings) {
    for (const key of citedSources(reading)) {
      const those = found.get(key);
      if (those) those.push(reading);
      else found.set(key, [reading]);
    }
  }
  return found;
}
