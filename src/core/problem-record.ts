import { hasSpot, type Problem } from './problem.ts';

/** A problem as programs take it: `npm run check -- --json`. Fields are added, never renamed or taken away. */
export interface ProblemRecord {
  /** Which problem, for ever. */
  id: string;
  severity: 'error' | 'warning';
  /** What happened. */
  message: string;
  /** What to do. */
  hint: string;
  /** The file, from the folder in which the command runs; none where the problem is about the site. */
  path?: string;
  /** Where it begins: from 1, columns in UTF-16 code units; none where the problem is about the file as a whole. */
  line?: number;
  column?: number;
  /** Behind its last character, where that is known. */
  endLine?: number;
  endColumn?: number;
  /** The line's own text. */
  text?: string;
  /** Address of the page that explains it, whole where the site's own address is known; none without a handbook. */
  documentation?: string;
}

/**
 * @param found a problem
 * @param around the text of its line, and where it is explained, as far as these are known
 * @returns it for programs
 */
export function toRecord(
  found: Problem,
  { text, documentation }: { text?: string | undefined; documentation?: string | undefined },
): ProblemRecord {
  const { id, severity, message, hint } = found;
  return {
    id,
    severity,
    message,
    hint,
    ...placeOf(found),
    ...(text !== undefined && { text }),
    ...(documentation !== undefined && { documentation }),
  };
}

function placeOf(found: Problem): Partial<ProblemRecord> {
  if (found.position === 'unavailable') return {};
  if (!hasSpot(found)) return { path: found.position.path };
  const { path, line, column, end } = found.position;
  return { path, line, column, ...(end && { endLine: end.line, endColumn: end.column }) };
}
