import { firstDay, lastDay } from './date.ts';
import type { FrontMatter } from './front-matter.ts';
import { inFuture, isToCome } from './future.ts';
import { type Position, problem, type Problem } from './problem.ts';
import type { Source } from './source.ts';

/**
 * @param head the front matter
 * @param record the record of the text itself
 * @returns when the text was written as closely as that is known, EDTF
 */
export function timeOfText(
  head: Pick<FrontMatter, 'written'>,
  record: Pick<Source, 'issued'> | undefined,
): string | undefined {
  return head.written ?? record?.issued;
}

/** @returns whether a source is known to be later than a text that was written at a time, EDTF */
export function isLater(source: Source | undefined, written: string | undefined): boolean {
  return source?.issued !== undefined && written !== undefined && firstDay(source.issued) > lastDay(written);
}

/**
 * Judges what a reading says of when its text was written: by that the editors tell error from hindsight.
 *
 * @param head the front matter
 * @param positionOf where its fields stand
 * @param record the record of the text itself
 * @param today `YYYY-MM-DD`
 */
export function checkDating(
  { written, strict, source }: Pick<FrontMatter, 'written' | 'strict' | 'source'>,
  positionOf: (path: readonly PropertyKey[]) => Position,
  record: Source,
  today: string,
): Problem[] {
  const { issued } = record;
  const position = positionOf([written === undefined ? 'source' : 'written']);
  const hint = 'Give the time within which it was written.';
  if (written === undefined) {
    if (issued !== undefined || !strict) return [];
    const message = `The reading is strict, and neither it nor \`${source}\` says when the text was written.`;
    return [problem('undated-text', position, message, 'Give `written`, or `issued` in the record.')];
  }
  if (isToCome(written, today)) return [inFuture('A text', written, position, hint)];
  if (issued === undefined || lastDay(written) <= lastDay(issued)) return [];
  const message = `The text was written on ${lastDay(written)} at the latest, and \`${source}\` was issued on ${lastDay(issued)} at the latest.`;
  return [problem('written-after-issue', position, message, hint)];
}
