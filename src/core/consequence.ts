import { hasSpot, type Problem, type ProblemId } from './problem.ts';

/** What puts words into the text that are not its own, or takes some out of it. */
const OBSCURES: ReadonlySet<ProblemId> = new Set([
  'code-in-reading',
  'misplaced-component',
  'undefined-footnote',
]);

/** What makes other passages than were published. */
const REARRANGES: ReadonlySet<ProblemId> = new Set(['text-differs', 'second-byline']);

/** What hangs on the language of the text: how it is cut into sentences, and which excerpts are foreign. */
const OF_LANGUAGE: ReadonlySet<ProblemId> = new Set(['ledger-differs', 'missing-rendering']);

/** Where a mark's id cannot be read, it may be the one that is missed. */
const UNNAMED: ReadonlySet<ProblemId> = new Set(['missing-id', 'unknown-attribute']);

/** Lines within which one follows from the other: the next paragraph, with the blank line before it. */
const NEAR = 2;

/**
 * Leaves out what follows from something more fundamental in the same file, and goes when that is mended: a text that
 * differs just where code stands in it, and a ledger that does not know a text which is not the original's.
 *
 * @param problems of one reading
 * @param language of its text; undefined where its front matter does not say it
 * @returns those that have causes of their own
 */
export function withoutConsequences(problems: readonly Problem[], language: string | undefined): Problem[] {
  const obscuring = problems.filter(({ id }) => OBSCURES.has(id));
  const rearranges = problems.some(({ id }) => REARRANGES.has(id));
  return problems.filter((found) => {
    if (language === undefined && OF_LANGUAGE.has(found.id)) return false;
    if (found.id === 'ledger-differs') return !rearranges;
    if (found.id === 'withdrawn-annotation') return !problems.some(({ id }) => UNNAMED.has(id));
    return found.id !== 'text-differs' || !obscuring.some((cause) => follows(found, cause));
  });
}

/** A difference without a place is at the end of the text. */
function follows(found: Problem, cause: Problem): boolean {
  if (!hasSpot(found) || !hasSpot(cause)) return true;
  const lines = found.position.line - cause.position.line;
  return lines >= 0 && lines <= NEAR;
}
