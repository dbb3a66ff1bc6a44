/** A place in a file. Line and column count from 1, columns in UTF-16 code units, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/** A place, and that behind its last character where it is known. */
export type Stretch = Place & { end?: Place };

/** A stretch of a file. */
export type Spot = Stretch & { path: string };

/** Where a problem is: a place in a file, a file as a whole, or no file at all. */
export type Position = Spot | { path: string } | 'unavailable';

/** One thing that is wrong with the content: what happened, where, why, and what to do. */
export interface Problem {
  id: ProblemId;
  severity: Severity;
  /** What happened, in a full sentence, with the value in question. */
  message: string;
  /** What to do about it. */
  hint: string;
  position: Position;
}

/** Errors fail a build; warnings are printed, and fail only what asks for it: `check -- --release` and `--strict`. */
export type Severity = 'error' | 'warning';

/**
 * Every problem that content can have. Ids are permanent: links, filters and habits hang on them.
 * The order is that of the report within a line: the most fundamental first.
 */
export const PROBLEMS = {
  'unreadable-file': 'error',
  'malformed-mdx': 'error',
  'malformed-yaml': 'error',
  'invalid-front-matter': 'error',
  'invalid-source-record': 'error',
  'invalid-corrections': 'error',
  'invalid-configuration': 'error',
  'malformed-style': 'error',
  'invalid-style': 'error',
  'invalid-timeline': 'error',
  'invalid-slug': 'error',
  'reserved-slug': 'error',
  'slug-clash': 'error',
  'missing-text': 'error',
  'missing-original': 'error',
  'code-in-reading': 'error',
  'unknown-component': 'error',
  'misplaced-component': 'error',
  'second-byline': 'error',
  'missing-id': 'error',
  'invalid-id': 'error',
  'duplicate-id': 'error',
  'unknown-attribute': 'error',
  'missing-attribute': 'error',
  'invalid-attribute': 'error',
  'mark-without-text': 'error',
  'same-span': 'error',
  'idle-attribute': 'error',
  'mark-without-note': 'error',
  'note-without-mark': 'error',
  'duplicate-note': 'error',
  'reference-to-note': 'error',
  'reference-in-note': 'error',
  'undefined-footnote': 'error',
  'unsafe-link': 'error',
  'image-in-reading': 'error',
  'empty-finding': 'error',
  'long-finding': 'error',
  'evidence-without-excerpt': 'error',
  'empty-element': 'error',
  'missing-rendering': 'error',
  'excerpt-not-seen': 'error',
  'unrecorded-source': 'error',
  'unknown-source': 'error',
  'unknown-annotation': 'error',
  'status-without-evidence': 'error',
  'only-later-evidence': 'error',
  'undated-text': 'error',
  'written-after-issue': 'error',
  'development-before-text': 'error',
  'date-in-future': 'error',
  'text-differs': 'error',
  'figure-differs': 'error',
  'figure-not-in-evidence': 'error',
  'quotation-differs': 'error',
  'number-not-in-evidence': 'error',
  'missing-ledger': 'error',
  'conflicting-ledger': 'error',
  'malformed-ledger': 'error',
  'newer-ledger': 'error',
  'ledger-differs': 'error',
  'incomplete-edition': 'error',
  'withdrawn-annotation': 'error',
  'unrecorded-annotation': 'warning',
  'unused-source': 'warning',
  'missing-locale': 'warning',
  'missing-site-address': 'warning',
  'missing-publisher': 'warning',
  'page-of-missing-reading': 'warning',
  'untitled-source': 'warning',
  'stale-check': 'warning',
  'very-long-note': 'warning',
} as const satisfies Record<string, Severity>;

export type ProblemId = keyof typeof PROBLEMS;

/** Warnings of what must not be published: `npm run check -- --release` refuses them. The others are advice. */
const NOT_FOR_RELEASE: ReadonlySet<ProblemId> = new Set([
  'unrecorded-annotation',
  'unused-source',
  'missing-locale',
  'missing-site-address',
  'missing-publisher',
  'page-of-missing-reading',
]);

/** What keeps a file from being read at all: nothing else of it can be told. */
const UNREADABLE: ReadonlySet<ProblemId> = new Set([
  'malformed-mdx',
  'malformed-yaml',
  'malformed-style',
  'malformed-ledger',
  'conflicting-ledger',
  'newer-ledger',
]);

/**
 * @param id which problem, from the table
 * @param position where it is
 * @param message what happened, in full sentences
 * @param hint what to do
 * @returns the problem with the severity the table gives it
 */
export function problem(id: ProblemId, position: Position, message: string, hint: string): Problem {
  return { id, severity: PROBLEMS[id], message, hint, position };
}

/**
 * @param words what is to be said, with its full stop or question mark or without
 * @returns it with one sign at its end
 */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** @returns whether a problem must stop a build */
export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** @returns whether a problem must not be published: an error, or a warning that is more than advice */
export function isNotForRelease(found: Problem): boolean {
  return isError(found) || NOT_FOR_RELEASE.has(found.id);
}

/** @returns whether a problem has a place in its file */
export function hasSpot(found: Problem): found is Problem & { position: Spot } {
  return found.position !== 'unavailable' && 'line' in found.position;
}

/**
 * Orders problems as one mends them: the files that cannot be read at all, then those with other errors, then those
 * with warnings only; within a file by the same steps, then by place, then the most fundamental first.
 *
 * @param problems in any order
 * @returns a new array
 */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const ids = Object.keys(PROBLEMS);
  const steps = new Map<string, number>();
  for (const found of problems)
    steps.set(pathOf(found), Math.min(stepOf(found), steps.get(pathOf(found)) ?? Infinity));
  return [...problems].sort((a, b) => {
    const [here, there] = [placeOf(a), placeOf(b)];
    const [path, other] = [pathOf(a), pathOf(b)];
    return (
      steps.get(path)! - steps.get(other)! ||
      (path < other ? -1 : path > other ? 1 : 0) ||
      stepOf(a) - stepOf(b) ||
      here.line - there.line ||
      here.column - there.column ||
      ids.indexOf(a.id) - ids.indexOf(b.id)
    );
  });
}

function stepOf(found: Problem): number {
  if (UNREADABLE.has(found.id)) return 0;
  return isError(found) ? 1 : 2;
}

function pathOf({ position }: Problem): string {
  return position === 'unavailable' ? '' : position.path;
}

function placeOf(found: Problem): Place {
  return hasSpot(found) ? found.position : { line: 0, column: 0 };
}
