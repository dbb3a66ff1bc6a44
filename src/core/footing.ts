import type { Annotation, Evidence } from './annotation.ts';

/**
 * What annotated words stand on. Context explains and bears nothing out, so it is not counted: `one` where a single
 * source bears on them, `none` where nothing does although they could be checked. An opinion has no need of any, so
 * that none is missing from it, whatever its note cites.
 */
export type Footing = 'several' | 'one' | 'none' | 'opinion';

/** Keys of the sources beneath a statement, each once: those that bear on it, and those that are context only. */
export interface Ground {
  bearing: string[];
  context: string[];
}

/** @returns whether a piece of evidence speaks for or against the statement, or limits it */
export function doesBear({ bearing }: Pick<Evidence, 'bearing'>): boolean {
  return bearing !== 'context';
}

/**
 * @param annotation its evidence
 * @returns its sources, in the order of the note; one that bears on the statement is not named as context again
 */
export function groundOf({ evidence }: Pick<Annotation, 'evidence'>): Ground {
  const bearing = new Set(evidence.filter(doesBear).map(({ source }) => source));
  const all = new Set(evidence.map(({ source }) => source));
  return { bearing: [...bearing], context: [...all.difference(bearing)] };
}

/** @returns how annotated words stand, by the number of sources that bear on them */
export function footingOf(annotation: Pick<Annotation, 'evidence' | 'status'>): Footing {
  if (annotation.status === 'opinion') return 'opinion';
  const { length } = groundOf(annotation).bearing;
  if (length === 0) return 'none';
  return length === 1 ? 'one' : 'several';
}

/**
 * @returns those that have a status: all but the editors' remarks on the text itself. Not all of them are statements of
 *   the text: some are details of its by-line, or sources that it names.
 */
export function assessedOf(annotations: readonly Annotation[]): Annotation[] {
  return annotations.filter(({ kind }) => kind !== 'remark');
}
