import { type Annotation, KINDS, type Kind, type Status, STATUSES } from './annotation.ts';
import { assessedOf } from './footing.ts';
import type { Reading } from './reading.ts';
import { withoutStop } from './stop.ts';
import { capitalized, inEnglish } from './tally.ts';

const LIST = new Intl.ListFormat('en-GB');

/** How many annotations there are of each status and kind, and what they are about. */
export interface Tally {
  /** What the text itself states. */
  statements: number;
  /** Details in its by-line, and sources that it names: they have a status, and are no statements of the text. */
  details: number;
  named: number;
  /** The editors', on the text itself, without a status. */
  remarks: number;
  status: Record<Status, number>;
  kind: Record<Kind, number>;
}

/** @returns the counts of a reading's annotations */
export function tally({ annotations, blocks }: Pick<Reading, 'annotations' | 'blocks'>): Tally {
  const count = (matches: (annotation: Annotation) => boolean) => annotations.filter(matches).length;
  const assessed = assessedOf(annotations);
  const isInByline = ({ block }: Annotation) => blocks[block]!.kind === 'byline';
  const details = assessed.filter(isInByline).length;
  const named = assessed.filter((each) => each.kind === 'source' && !isInByline(each)).length;
  return {
    statements: assessed.length - details - named,
    details,
    named,
    remarks: annotations.length - assessed.length,
    status: Object.fromEntries(
      STATUSES.map((status) => [status, count((each) => each.status === status)]),
    ) as Tally['status'],
    kind: Object.fromEntries(
      KINDS.map((kind) => [kind, count((each) => each.kind === kind)]),
    ) as Tally['kind'],
  };
}

/**
 * @param counts of a reading's annotations
 * @returns in a sentence, what those with a status are about; that they are a selection, and which are no statements
 *   of the text
 */
export function selectionInEnglish(counts: Assessed): string {
  const words = assessedInEnglish(counts);
  if (words === '') return 'No statement of the text is annotated.';
  const is = counts.statements + counts.details + counts.named === 1 ? 'is' : 'are';
  return `${capitalized(words)} ${is} annotated, the editors’ selection.`;
}

/** What has a status, by what it is. */
export type Assessed = Pick<Tally, 'statements' | 'details' | 'named'>;

/**
 * @param counts of what has a status, in a reading or in several
 * @returns them in words: “two statements of the text and one detail of the by-line”; nothing where there are none
 */
export function assessedInEnglish({ statements, details, named }: Assessed): string {
  const parts = [
    { count: statements, one: 'statement of the text', more: 'statements of the text' },
    { count: details, one: 'detail of the by-line', more: 'details of the by-line' },
    { count: named, one: 'source that the text names', more: 'sources that the text names' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, one, more }) => `${inEnglish(count)} ${count === 1 ? one : more}`);
  return LIST.format(parts);
}

/** @returns in a sentence for each, how many annotations are one dispute, so that nobody counts it as several */
export function disputesInEnglish({ disputes }: Pick<Reading, 'disputes'>): string {
  return disputes
    .map(
      ({ about, annotations }) =>
        `${capitalized(inEnglish(annotations.length))} notes are about one dispute: ${withoutStop(about)}.`,
    )
    .join(' ');
}
