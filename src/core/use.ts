import type { Annotation, Evidence, Since } from './annotation.ts';
import { doesBear } from './footing.ts';
import type { Reading } from './reading.ts';
import type { DatedEvent } from './timeline.ts';

/** What a note has from one source. */
export interface Use {
  annotation: Annotation;
  evidence: Evidence[];
  since: Since[];
}

/**
 * What a source is to a note, the weightiest first: it bears on the words, it is context, it tells what followed, or the marked words name it.
 */
export const ROLES = ['bearing', 'context', 'later', 'named'] as const;
export type Role = (typeof ROLES)[number];

/**
 * @param reading its annotations
 * @param key a source's
 * @returns every note that cites the source or whose words name it, in the order of the text
 */
export function usesOf({ annotations }: Pick<Reading, 'annotations'>, key: string): readonly Use[] {
  const known = uses.get(annotations) ?? usesIn(annotations);
  uses.set(annotations, known);
  return known.get(key) ?? [];
}

/** By the key of their source; the page of each source asks each reading. */
const uses = new WeakMap<readonly Annotation[], ReadonlyMap<string, readonly Use[]>>();

function usesIn(annotations: readonly Annotation[]): Map<string, Use[]> {
  const found = new Map<string, Use[]>();
  for (const annotation of annotations) {
    for (const key of citedBy(annotation)) {
      const isFrom = ({ source }: { source: string }) => source === key;
      const use = {
        annotation,
        evidence: annotation.evidence.filter(isFrom),
        since: annotation.since.filter(isFrom),
      };
      found.set(key, [...(found.get(key) ?? []), use]);
    }
  }
  return found;
}

function citedBy({ source, evidence, since }: Annotation): Set<string> {
  return new Set([
    ...(source === undefined ? [] : [source]),
    ...[...evidence, ...since].map((each) => each.source),
  ]);
}

/**
 * @param reading its timeline
 * @param key a source's
 * @returns the events told from it, in the order of time
 */
export function eventsFrom({ events }: Pick<Reading, 'events'>, key: string): DatedEvent[] {
  return events.filter(({ sources }) => sources.includes(key));
}

/** @returns the weightiest thing that a source is to a note; on a remark, which states nothing, none bears */
export function roleOf({ annotation, evidence, since }: Use): Role {
  if (evidence.length > 0)
    return annotation.kind !== 'remark' && evidence.some(doesBear) ? 'bearing' : 'context';
  return since.length > 0 ? 'later' : 'named';
}

/** Puts first the source on which most rests; where as much rests on two, the one a reader meets first. */
export function byWeight(a: readonly Use[], b: readonly Use[]): number {
  const differences = ROLES.map((role) => count(b, role) - count(a, role));
  return differences.find((difference) => difference !== 0) ?? first(a) - first(b);
}

function count(uses: readonly Use[], role: Role): number {
  return uses.filter((use) => roleOf(use) === role).length;
}

function first(uses: readonly Use[]): number {
  return uses[0]?.annotation.number ?? Infinity;
}
