import { z } from 'zod';
import { dayField } from './field.ts';
import { inFuture, isToCome } from './future.ts';
import { unknownAnnotation } from './grounds.ts';
import type { Problem } from './problem.ts';
import { isBlank, readYaml } from './yaml-document.ts';

/** A dated change of a note without a new edition of the text. */
const correctionSchema = z
  .strictObject({
    date: dayField.describe('The day on which it was made.'),
    annotation: z.string().min(1).describe('Id of the annotation.'),
    was: z.string().min(1).describe('What the note said.'),
    is: z.string().min(1).describe('What it says now.'),
    why: z.string().min(1).describe('Why it was changed.'),
  })
  .refine(({ was, is }) => was !== is, { path: ['is'], error: 'other words than `was` has' });

/** `corrections.yaml` of a reading. */
export const correctionsSchema = z.array(correctionSchema);

export type Correction = z.output<typeof correctionSchema>;

/**
 * @param file path for messages, and its YAML
 * @param ids the reading's annotations
 * @param today `YYYY-MM-DD`; no correction can be later
 * @returns the corrections, newest first, and all problems
 */
export function readCorrections(
  file: { path: string; yaml: string },
  ids: readonly string[],
  today: string,
): { corrections: Correction[]; problems: Problem[] } {
  if (isBlank(file.yaml)) return { corrections: [], problems: [] };
  const { value = [], problems, positionOf } = readYaml(file, correctionsSchema, 'invalid-corrections');
  for (const [index, { annotation, date }] of value.entries()) {
    if (!ids.includes(annotation)) {
      problems.push(unknownAnnotation(annotation, positionOf([index, 'annotation']), 'A correction', ids));
    }
    if (isToCome(date, today)) {
      const position = positionOf([index, 'date']);
      problems.push(inFuture('A correction', date, position, 'Give the day on which it was made.'));
    }
  }
  // Stable: of two made on one day the one written first stays first.
  return {
    corrections: value.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    problems,
  };
}
