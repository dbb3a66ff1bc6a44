import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../core/ledger.ts';
import { problem, type Problem, type ProblemId } from '../core/problem.ts';
import type { Reading, ReadingFiles } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { ENDINGS, keptFile } from './freeze.ts';
import { readOnce } from './read-once.ts';
import { readText } from './text-file.ts';

/** An edition as it was while it was the latest. */
export interface Frozen {
  reading: Reading;
  /** What it was read from. */
  files: ReadingFiles;
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
 * @returns those that are whole, the oldest first, and what is fatal to them, or missing
 */
export function readFrozen(
  { slug, folder }: { slug: string; folder: string },
  { editions }: Ledger,
  sources: ReadonlyMap<string, Source>,
  today: string,
): { frozen: Frozen[]; problems: Problem[] } {
  const missing = missingParts(folder, editions.length - 1);
  const results = editions
    .slice(0, -1)
    .filter(({ edition }) => !missing.some((part) => part.edition === edition))
    .map(({ edition }) => filesOf(slug, folder, edition))
    .map((files) => ({ files, ...readOnce(files, sources, today) }));
  return {
    frozen: results.flatMap(({ files, reading }) =>
      reading ? [{ reading: withCorrectionsThen(reading, editions), files }] : [],
    ),
    problems: [
      ...missing.map(({ edition, file }) => incomplete(edition, file)),
      ...results.flatMap(({ problems }) => problems).filter(({ id }) => FATAL.has(id)),
    ],
  };
}

/** An edition without all its parts is not drawn: without its ledger, its page would have other anchors than it had. */
function missingParts(folder: string, last: number): { edition: number; file: string }[] {
  return Array.from({ length: last }, (_, index) => index + 1)
    .flatMap((edition) => ENDINGS.map((ending) => ({ edition, file: keptFile(folder, edition, ending) })))
    .filter(({ file }) => !existsSync(file));
}

function incomplete(edition: number, file: string): Problem {
  return problem(
    'incomplete-edition',
    { path: file },
    `Edition ${edition} was published, and this part of it is missing.`,
    'Restore it from the commit that has it: what was cited from that edition leads there.',
  );
}

/** What has no edition of its own, the timeline, is not frozen; corrections have dates. */
function filesOf(slug: string, folder: string, edition: number): ReadingFiles {
  const [mdx, text, json] = [
    keptFile(folder, edition, 'mdx'),
    keptFile(folder, edition, 'txt'),
    keptFile(folder, edition, 'json'),
  ];
  const corrections = path.join(folder, 'corrections.yaml');
  return {
    slug,
    path: mdx,
    mdx: readText(mdx),
    original: { path: text, text: readText(text) },
    ledger: { path: json, json: readText(json) },
    ...(existsSync(corrections) && {
      corrections: { path: corrections, yaml: readText(corrections) },
    }),
  };
}

/** The corrections that had been made when the next edition took its place. */
function withCorrectionsThen(reading: Reading, editions: Ledger['editions']): Reading {
  const next = editions[reading.edition.edition];
  const corrections = reading.corrections.filter(({ date }) => next === undefined || date < next.date);
  return { ...reading, corrections };
}
