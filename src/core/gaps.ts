import type { Annotation } from './annotation.ts';
import type { Reading } from './reading.ts';
import { citedSources } from './site.ts';
import type { Source } from './source.ts';

/** What an edition has not done. */
export interface Gaps {
  /** What could not be consulted, or was not found in the parts read; in the order of the text. */
  unchecked: Annotation[];
  /** What the text names or a note cites, and nobody here has read. */
  unread: Source[];
}

/**
 * @param reading a reading
 * @param sources the records it cites
 */
export function gapsOf(reading: Reading, sources: ReadonlyMap<string, Source>): Gaps {
  return {
    unchecked: reading.annotations.filter(({ status }) => status === 'unchecked'),
    unread: citedSources(reading)
      .map((key) => sources.get(key)!)
      .filter(({ consulted }) => !consulted),
  };
}
