import { inOrder, type Problem } from '../core/problem.ts';

/**
 * Tells problems as a person reads them: grouped by file, each with its place, what happened and what to do.
 *
 * @param problems any problems
 * @returns the report, or an empty string when there is nothing to tell
 */
export function report(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const files = Map.groupBy(inOrder(problems), fileOf);
  const groups = [...files].map(([file, inFile]) => [file, ...inFile.map(describe)].join('\n'));
  return [...groups, summarize(problems, files.size)].join('\n\n');
}

/** @returns how many of them, with the noun in its number: `1 reading`, `2 readings` */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** @returns whether any of the problems must stop a build */
export function isFatal(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function fileOf({ position }: Problem): string {
  return position === 'unavailable' ? 'The site' : position.path;
}

function describe({ id, severity, message, hint, position }: Problem): string {
  const place =
    position !== 'unavailable' && 'line' in position
      ? `${position.path}:${position.line}:${position.column}  `
      : '';
  return `  ${place}${severity} ${id}\n    ${message}\n    ${hint}`;
}

function summarize(problems: readonly Problem[], files: number): string {
  const count = (severity: Problem['severity']) =>
    problems.filter((found) => found.severity === severity).length;
  return `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')} in ${plural(files, 'file')}.`;
}
