import { existsSync, readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { drawFrame } from '../core/code-frame.ts';
import { spellOut } from '../core/spelt.ts';
import { hasSpot, inOrder, isError, type Problem, type ProblemId, type Spot } from '../core/problem.ts';
import { reasonFor } from './handbook.ts';

/** How a report is told. */
export interface Manner {
  /** Where it is printed: it has colours, and the width of the window, where that is a terminal. */
  terminal?: NodeJS.WriteStream;
  /** Gives a file's text; undefined where it cannot be had. From disk, if nothing is said. */
  textOf?: (path: string) => string | undefined;
}

/** What a report is made with. */
interface Means {
  paint: (format: Parameters<typeof styleText>[0], words: string) => string;
  textOf: (path: string) => string | undefined;
  /** Cells of a line. */
  width: number;
  /** The first of each kind: it says why, and the others need not. */
  firsts: ReadonlySet<Problem>;
}

/** In so many files a warning is told once for all of them. */
const MANY = 4;

/** Of those files so many are named. */
const NAMED = 3;

/** Cells of a line of a file as it is shown, without a terminal; the fewest of which something can be seen. */
const WIDTH = 100;
const NARROWEST = 24;

/** Cells before it, of a number of so many digits as a file has lines. */
const GUTTER = 12;

/**
 * Tells problems as a person mends them: grouped by file, the most fundamental first, each with its line, what
 * happened, what to do and why; a warning that many files have once for all of them.
 *
 * @param problems any problems
 * @param manner where it is printed, and where the files' text is from
 * @returns the report, or an empty string when there is nothing to tell
 */
export function report(problems: readonly Problem[], manner: Manner = {}): string {
  if (problems.length === 0) return '';
  const ordered = inOrder(problems);
  const means = meansOf(ordered, manner);
  const common = commonWarnings(ordered);
  const single = ordered.filter(({ id }) => !common.has(id));
  const files = Map.groupBy(single, fileOf);
  const groups = [...files].map(([file, inFile]) =>
    [means.paint('bold', spellOut(file)), ...inFile.map((found) => describe(found, means))].join('\n'),
  );
  const commons = [...common.values()].map((alike) => describeTogether(alike, means));
  return [...groups, ...commons, summarize(problems, means)].join('\n\n');
}

/** @returns how many of them, with the noun in its number: `1 reading`, `2 readings` */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** @returns whether any of the problems must stop a build */
export function isFatal(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

/**
 * @param path a file
 * @returns its text, or undefined where it cannot be read
 */
export function textOnDisk(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * @param position a place in a file
 * @param textOf gives a file's text
 * @returns the line it is in, without its end; undefined where it cannot be had
 */
export function lineAt(
  { path, line }: Spot,
  textOf: (path: string) => string | undefined = textOnDisk,
): string | undefined {
  return textOf(path)?.split(/\r?\n/)[line - 1];
}

function meansOf(ordered: readonly Problem[], { terminal, textOf = textOnDisk }: Manner): Means {
  const texts = new Map<string, string | undefined>();
  return {
    paint: (format, words) => (terminal ? styleText(format, words, { stream: terminal }) : words),
    textOf: (path) => {
      if (!texts.has(path)) texts.set(path, textOf(path));
      return texts.get(path);
    },
    // A terminal that does not know its width says 0.
    width: terminal?.columns ? Math.max(NARROWEST, terminal.columns - GUTTER) : WIDTH,
    firsts: new Set(ordered.filter((found, at) => ordered.findIndex(({ id }) => id === found.id) === at)),
  };
}

/** Warnings of one kind in many files, by their ids. */
function commonWarnings(problems: readonly Problem[]): Map<ProblemId, Problem[]> {
  const alike = Map.groupBy(
    problems.filter((found) => !isError(found)),
    ({ id }) => id,
  );
  const isCommon = (some: readonly Problem[]) => new Set(some.map(fileOf)).size >= MANY;
  return new Map([...alike].filter(([, some]) => isCommon(some)));
}

function fileOf({ position }: Problem): string {
  return position === 'unavailable' ? 'The site' : position.path;
}

function describe(found: Problem, means: Means): string {
  const place = hasSpot(found) ? `${placeIn(found)}  ` : '';
  return [`  ${place}${nameOf(found, means)}`, ...frameOf(found, means), ...wordsOf(found, means)].join('\n');
}

function describeTogether(alike: readonly Problem[], means: Means): string {
  const [first, ...others] = alike as [Problem, ...Problem[]];
  const named = alike.slice(0, NAMED).map(placeIn).join(', ');
  const more = alike.length > NAMED ? ` and ${alike.length - NAMED} more` : '';
  return [
    means.paint('bold', `In ${new Set(alike.map(fileOf)).size} files`),
    `  ${nameOf(first, means)}: ${named}${more}`,
    ...wordsOf(first, means),
    `    So, too, of the ${plural(others.length, 'other')}.`,
  ].join('\n');
}

function placeIn(found: Problem): string {
  const file = spellOut(fileOf(found));
  return hasSpot(found) ? `${file}:${found.position.line}:${found.position.column}` : file;
}

function nameOf(found: Problem, { paint }: Means): string {
  return `${paint(isError(found) ? 'red' : 'yellow', found.severity)} ${paint('bold', found.id)}`;
}

/** The line itself, and what points to the place in it. */
function frameOf(found: Problem, { paint, textOf, width }: Means): string[] {
  const line = hasSpot(found) ? lineAt(found.position, textOf) : undefined;
  if (!hasSpot(found) || line === undefined || line.trim() === '') return [];
  const number = String(found.position.line);
  const frame = drawFrame(line, found.position, width);
  const gutter = (label: string) => paint('dim', `    ${label.padStart(number.length)} │`);
  return [
    `${gutter(number)} ${frame.line}`,
    `${gutter('')} ${paint(isError(found) ? 'red' : 'yellow', frame.pointer)}`,
  ];
}

function wordsOf(found: Problem, { firsts, paint }: Means): string[] {
  const reason = firsts.has(found) ? reasonFor(found.id) : undefined;
  const why = reason === undefined ? [] : [paint('dim', `Why: ${reason}`)];
  return [...[found.message, found.hint].map(spellOut), ...why].map((words) => `    ${words}`);
}

function summarize(problems: readonly Problem[], { firsts, paint }: Means): string {
  const errors = problems.filter(isError).length;
  const files = new Set(problems.map(fileOf)).size;
  const counts = `${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')} in ${plural(files, 'file')}.`;
  const ids = [...firsts].map(({ id }) => id).join(' ');
  return `${paint('bold', counts)}\nExplained, with examples: npm run explain -- ${ids}`;
}
