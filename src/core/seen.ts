import type { Evidence } from './annotation.ts';
import { canonical } from './canonical.ts';
import { openingOf } from './opening.ts';
import { problem, type Position, type Problem } from './problem.ts';
import { standsIn } from './quotation.ts';
import type { Source } from './source.ts';

/**
 * Holds an excerpt against its source's record of what was seen. White space and Unicode's normal form apart, it
 * must stand there letter for letter, in whole words, within one passage.
 *
 * @param piece the evidence
 * @param position where it stands
 * @param source its record
 * @param strict whether a record without `seen` is a problem too
 */
export function checkSeen(
  { excerpt }: Pick<Evidence, 'excerpt'>,
  position: Position,
  source: Source,
  strict: boolean,
): Problem[] {
  if (!source.seen) return strict ? [withoutRecord(source.key, position)] : [];
  const wanted = canonical(excerpt);
  const passages = source.seen.flatMap((capture) => capture.passages).map(canonical);
  if (passages.some((passage) => standsIn(wanted, passage))) return [];
  return [
    problem(
      'excerpt-not-seen',
      position,
      `“${openingOf(wanted, OPENING)}” stands in no passage that the record of \`${source.key}\` says was seen.${departure(wanted, passages)}`,
      'Copy the excerpt from the passage; or record the passage, as it was seen, under `seen` of the source.',
    ),
  ];
}

function withoutRecord(key: string, position: Position): Problem {
  return problem(
    'unrecorded-source',
    position,
    `The reading is strict, and the source \`${key}\` has no record of what was seen.`,
    'Add `seen` to the source: the day, what was opened, and the passages, letter for letter.',
  );
}

/** As much as one needs to find an excerpt again, in code points. */
const OPENING = 60;

/** Where the excerpt leaves the passage that it follows furthest, for one letter's difference in a hundred. */
function departure(wanted: string, passages: readonly string[]): string {
  const words = wanted.split(' ');
  const followed = (passage: string) => {
    let count = 0;
    while (count < words.length && standsIn(words.slice(0, count + 1).join(' '), passage)) count += 1;
    return count;
  };
  const furthest = Math.max(0, ...passages.map(followed));
  if (furthest === 0 || furthest === words.length) return '';
  return ` It departs at “${words[furthest]!}”, after “${words.slice(Math.max(0, furthest - 4), furthest).join(' ')}”.`;
}
