/** Where a problem is: a place in a file, a file as a whole, or no file at all. Line and column count from 1. */
export type Position = { path: string; line: number; column: number } | { path: string } | 'unavailable';

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

/** Errors fail a build; warnings are printed, and fail only `npm run check -- --release`. */
export type Severity = 'error' | 'warning';

/**
 * Every problem that content can have. Ids are permanent: links, filters and habits hang on them.
 * The order is that of the report within a line: the most fundamental first.
 */
export const PROBLEMS = {
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
  'unused-source': 'error',
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
  'missing-locale': 'warning',
  'missing-site-address': 'warning',
  'missing-publisher': 'warning',
} as const satisfies Record<string, Severity>;

export type ProblemId = keyof typeof PROBLEMS;

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

/**
 * Orders problems as a reader mends them: by file, then by place in it, then the most fundamental first.
 *
 * @param problems in any order
 * @returns a new array
 */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const ids = Object.keys(PROBLEMS);
  const place = ({ position }: Problem) => {
    if (position === 'unavailable') return { path: '', line: 0, column: 0 };
    return 'line' in position ? position : { path: position.path, line: 0, column: 0 };
  };
  return [...problems].sort((a, b) => {
    const [here, there] = [place(a), place(b)];
    return (
      (here.path < there.path ? -1 : here.path > there.path ? 1 : 0) ||
      here.line - there.line ||
      here.column - there.column ||
      ids.indexOf(a.id) - ids.indexOf(b.id)
    );
  });
}
