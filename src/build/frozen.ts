import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../core/ledger.ts';
import type { Problem, ProblemId } from '../core/problem.ts';
import { readReading, type Reading, type ReadingFiles } from '../core/reading.ts';
import type { Source } from '../core/source.ts';

/** An edition as it was while it was the latest. */
export interface Frozen {
  reading: Reading;
  /** Where its MDX is. */
  path: string;
}

/**
 * What keeps a frozen edition from being drawn, or from being the one that was published. All else was judged when it
 * was the latest: no rule made since, and no date, may ever break it.
 */
const FATAL: ReadonlySet<ProblemId> = new Set([
  'malformed-mdx',
  'invalid-front-matter',
  'code-in-reading',
  'unknown-component',
  'misplaced-component',
  'unknown-source',
  'text-differs',
  'malformed-ledger',
  'conflicting-ledger',
  'newer-ledger',
  'ledger-differs',
]);

/**
 * Reads the earlier editions of a reading, which `npm run anchors` has frozen.
 *
 * @param reading its slug and folder
 * @param ledger its ledger, which knows which editions there are
 * @param sources the records it may cite, by key
 * @param today `YYYY-MM-DD`
 * @returns those that are there, the oldest first, and what is fatal to them
 */
export function readFrozen(
  { slug, folder }: { slug: string; folder: string },
  { editions }: Ledger,
  sources: ReadonlyMap<string, Source>,
  today: string,
): { frozen: Frozen[]; problems: Problem[] } {
  const results = listFrozen(folder)
    .filter((edition) => edition < editions.length)
    .map((edition) => filesOf(slug, folder, edition))
    .map((files) => ({ files, ...readReading(files, sources, today) }));
  return {
    frozen: results.flatMap(({ files, reading }) =>
      reading ? [{ reading: withCorrectionsThen(reading, editions), path: files.path }] : [],
    ),
    problems: results.flatMap(({ problems }) => problems).filter(({ id }) => FATAL.has(id)),
  };
}

/** The numbers of the editions that are kept in a reading's folder. */
function listFrozen(folder: string): number[] {
  const editions = path.join(folder, 'editions');
  if (!existsSync(editions)) return [];
  return readdirSync(editions)
    .flatMap((name) => /^(\d+)\.mdx$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** What has no edition of its own, the timeline, is not frozen; corrections have dates. */
function filesOf(slug: string, folder: string, edition: number): ReadingFiles {
  const file = (ending: string) => path.join(folder, 'editions', `${edition}.${ending}`);
  const [mdx, text, json] = [file('mdx'), file('txt'), file('json')];
  const corrections = path.join(folder, 'corrections.yaml');
  return {
    slug,
    path: mdx,
    mdx: readFileSync(mdx, 'utf8'),
    ...(existsSync(text) && { original: { path: text, text: readFileSync(text, 'utf8') } }),
    ...(existsSync(json) && { ledger: { path: json, json: readFileSync(json, 'utf8') } }),
    ...(existsSync(corrections) && {
      corrections: { path: corrections, yaml: readFileSync(corrections, 'utf8') },
    }),
  };
}

/** The corrections that had been made when the next edition took its place. */
function withCorrectionsThen(reading: Reading, editions: Ledger['editions']): Reading {
  const next = editions[reading.edition.edition];
  const corrections = reading.corrections.filter(({ date }) => next === undefined || date < next.date);
  return { ...reading, corrections };
}
