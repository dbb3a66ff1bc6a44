import type { Annotation } from './annotation.ts';
import type { Reading } from './reading.ts';

/** Another annotation, and the keys of the sources that both cite in evidence. */
export interface Sharer {
  annotation: Annotation;
  sources: string[];
}

/**
 * @param annotation one of the reading's
 * @param reading a reading
 * @returns the others that rest on a source of this one's, those with the most in common first, then in the order of
 *   the text
 */
export function sharersOf(
  { id, evidence }: Pick<Annotation, 'id' | 'evidence'>,
  { annotations }: Pick<Reading, 'annotations'>,
): Sharer[] {
  const own = [...new Set(evidence.map(({ source }) => source))];
  return annotations
    .filter((other) => other.id !== id)
    .map((other) => ({
      annotation: other,
      sources: own.filter((key) => other.evidence.some(({ source }) => source === key)),
    }))
    .filter(({ sources }) => sources.length > 0)
    .sort((a, b) => b.sources.length - a.sources.length || a.annotation.number - b.annotation.number);
}
