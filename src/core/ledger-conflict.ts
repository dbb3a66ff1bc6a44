import { problem, type Problem } from './problem.ts';

/** What git puts around two versions of the same lines. */
const MARKER = /^(<{7}|={7}|>{7}|\|{7})(?: |$)/;

/** A line of a ledger begins with its name. */
const EDITION = /^\s*\{"edition":(\d+)/;
const NAME = /^\s*\{"(anchor|annotation)":"([^"]+)"/;

/**
 * Names what two branches did to one ledger: git's own marks, or what a merge has put in twice.
 *
 * @param file path for messages, and the ledger's text
 * @returns the conflict with what both gave out, or undefined where there is none
 */
export function findConflict({ path, json }: { path: string; json: string }): Problem | undefined {
  const lines = json.split('\n');
  const marked = lines.findIndex((line) => MARKER.test(line));
  const { editions, names, at } = twice(lines);
  if (marked < 0 && editions.length + names.length === 0) return undefined;
  const both = [...editions.map((edition) => `edition ${edition}`), ...names.map((name) => `\`${name}\``)];
  const gaveOut = both.length > 0 ? ` Both have ${new Intl.ListFormat('en-GB').format(both)}.` : '';
  return problem(
    'conflicting-ledger',
    { path, line: (marked < 0 ? at : marked) + 1, column: 1 },
    `Two branches have changed this ledger.${gaveOut}`,
    'Keep what is published and number the other anew: `npm run anchors -- --onto REF`, where REF is the published branch, as in `main` or, during a merge, `MERGE_HEAD`.',
  );
}

/** Editions and names that stand in more than one line, and the first line at which one does so again. */
function twice(lines: readonly string[]): { editions: string[]; names: string[]; at: number } {
  const [seen, editions, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let at = -1;
  for (const [index, line] of lines.entries()) {
    const edition = EDITION.exec(line)?.[1];
    const named = NAME.exec(line);
    if (edition === undefined && !named) continue;
    const key = named ? `${named[1]} ${named[2]}` : `edition ${edition}`;
    if (seen.has(key)) {
      if (edition !== undefined) editions.add(edition);
      if (named) names.add(named[2]!);
      if (at < 0) at = index;
    }
    seen.add(key);
  }
  return { editions: [...editions], names: [...names], at };
}
