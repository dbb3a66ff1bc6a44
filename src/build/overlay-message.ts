import path from 'node:path';
import { problemPath } from '../core/address.ts';
import { hasSpot, inOrder, isError, type Problem } from '../core/problem.ts';
import { plural, report, textOnDisk } from './report.ts';

/** What Astro's overlay shows. It marks up `message` and `hint`, escaped before, and draws `fullCode` with a caret. */
export interface OverlayMessage {
  name: string;
  title: string;
  message: string;
  hint?: string;
  /** The text of the file, and the place in it. */
  fullCode?: string;
  loc?: { file: string; line: number; column: number };
  /** The report of all. */
  stack: string;
  plugin: string;
}

/**
 * Tells problems in the browser, over the page: the most fundamental first, with its line, and the report of all.
 *
 * @param problems one of them at least
 * @param site the site's address on this machine, with a slash at its end; undefined where it has no handbook
 */
export function toOverlay(problems: readonly Problem[], site: string | undefined): OverlayMessage {
  const ordered = inOrder(problems);
  const first = ordered[0]!;
  return {
    name: 'Postil',
    title: `The content has ${plural(problems.filter(isError).length, 'error')}`,
    message: `${first.message}\n\n${first.hint}`,
    ...(site !== undefined && { hint: whereExplained(ordered, site) }),
    ...placeOf(first),
    stack: report(problems),
    plugin: 'postil',
  };
}

function whereExplained(problems: readonly Problem[], site: string): string {
  const ids = [...new Set(problems.map(({ id }) => id))];
  return `Explained, with examples: ${ids.map((id) => `[${id}](${site}${problemPath(id)})`).join(', ')}`;
}

function placeOf(found: Problem): Pick<OverlayMessage, 'loc' | 'fullCode'> {
  if (!hasSpot(found)) return {};
  const { path: file, line, column } = found.position;
  const fullCode = textOnDisk(file);
  return { loc: { file: path.resolve(file), line, column }, ...(fullCode !== undefined && { fullCode }) };
}
