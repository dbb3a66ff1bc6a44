import type { Annotation, Evidence } from './annotation.ts';

/**
 * What a statement stands on. Context explains and bears nothing out, so it is not counted: `one` where a single
 * source bears on the statement, `none` where nothing does although it could be checked. An opinion has no need of any.
 */
export const FOOTINGS = ['several', 'one', 'none', 'opinion'] as const;
export type Footing = (typeof FOOTINGS)[number];

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

/** @returns how a statement stands, by the number of sources that bear on it */
export function footingOf(annotation: Pick<Annotation, 'evidence' | 'status'>): Footing {
  const { length } = groundOf(annotation).bearing;
  if (length > 0) return length === 1 ? 'one' : 'several';
  return annotation.status === 'opinion' ? 'opinion' : 'none';
}

/** @returns the statements among annotations: all but the editors' remarks on the text itself */
export function statementsOf(annotations: readonly Annotation[]): Annotation[] {
  return annotations.filter(({ kind }) => kind !== 'remark');
}
