import { hasSpot, type Problem } from './problem.ts';
import { spellOut } from './spelt.ts';

/**
 * Tells a problem to GitHub Actions, which then shows it beside its line in a pull request.
 *
 * @param found a problem
 * @returns a workflow command: one line
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands (error and warning messages)
 */
export function toWorkflowCommand(found: Problem): string {
  const properties = [...placeOf(found), `title=${escapeProperty(found.id)}`].join(',');
  return `::${found.severity} ${properties}::${escapeData([found.message, found.hint].map(spellOut).join('\n'))}`;
}

function placeOf(found: Problem): string[] {
  if (found.position === 'unavailable') return [];
  const file = `file=${escapeProperty(spellOut(found.position.path))}`;
  return hasSpot(found) ? [file, `line=${found.position.line}`, `col=${found.position.column}`] : [file];
}

/** What would end a command, or begin an escape. */
function escapeData(words: string): string {
  return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property also what would end that. */
function escapeProperty(words: string): string {
  return escapeData(words).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
