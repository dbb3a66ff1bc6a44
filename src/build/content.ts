import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../core/ledger.ts';
import { parseLedger } from '../core/ledger-file.ts';
import { type Page, readingsMissed, readPage } from '../core/page.ts';
import { isError, problem, type Problem } from '../core/problem.ts';
import type { Reading, ReadingFiles } from '../core/reading.ts';
import { checkSite } from '../core/site.ts';
import { type Publication, readPublication } from '../core/publication.ts';
import { readSource, type Source } from '../core/source.ts';
import { type Frozen, readFrozen } from './frozen.ts';
import { remembered } from './memory.ts';
import { readOnce } from './read-once.ts';
import { styleProblems } from './styles.ts';
import { readText, unlessUnreadable } from './text-file.ts';

/** The folder of content, from the project's root. Tests and publishers may name another. */
export const CONTENT = process.env.POSTIL_CONTENT ?? 'content';

/** All that is published, and everything that is wrong with it. */
export interface Content {
  readings: Reading[];
  /** Earlier editions of them. */
  frozen: Frozen[];
  sources: Map<string, Source & { path: string }>;
  publication: Publication;
  /** What is written in `pages/`, by name. */
  pages: Map<string, WrittenPage>;
  /** What the readings were read from, by slug. */
  files: Map<string, ReadingFiles>;
  problems: Problem[];
}

/** A page of `pages/`, and where its MDX is. */
interface WrittenPage extends Page {
  path: string;
  mdx: string;
}

/**
 * Reads all content from disk; of what has not changed since it was read last, what was read then. Reads synchronously:
 * a thousand awaited reads cost seconds beside Vite's start.
 *
 * @param root the content folder
 * @param today `YYYY-MM-DD`
 */
export function readContent(root = CONTENT, today = new Date().toISOString().slice(0, 10)): Content {
  const { sources, malformed, problems } = readSources(root, today);
  const { publication, problems: configuration } = publicationOf(root);
  // A record that is there and cannot be read is told once, not also as unknown wherever it is cited.
  const citable = new Map<string, Source>([...malformed.map(standIn), ...sources]);
  const folders = listReadings(root);
  const readings: Reading[] = [];
  const frozen: Frozen[] = [];
  const files = new Map<string, ReadingFiles>();
  for (const folder of folders) {
    const own = unlessUnreadable(problems, () => readFiles(folder));
    if (!own) continue;
    files.set(folder.slug, own);
    const result = readOnce(own, citable, today);
    problems.push(...result.problems);
    if (result.reading) readings.push(result.reading);
    const ledger = own.ledger && ledgerIn(own.ledger);
    if (!ledger) continue;
    const earlier = unlessUnreadable(problems, () => readFrozen(folder, ledger, citable, today));
    problems.push(...(earlier?.problems ?? []));
    frozen.push(...(earlier?.frozen ?? []));
  }
  const paths = folders.map(({ slug, folder }) => ({ slug, path: path.join(folder, 'index.mdx') }));
  const { pages, problems: faultyPages } = readPages(root);
  problems.push(
    ...faultyPages,
    ...readingsMissed(
      pages.values(),
      folders.map(({ slug }) => slug),
    ),
    ...withoutText(root),
    ...configuration,
    ...styleProblems(root),
    ...checkSite(readings, paths, sources, {
      pages: listPages(root),
      frozen: frozen.map(({ reading }) => reading),
    }),
  );
  return { readings, frozen, sources, publication, pages, files, problems: withoutConsequences(problems) };
}

/** The ledger of a file, whose problems the reading has told. */
function ledgerIn(file: { path: string; json: string }): Ledger | undefined {
  return remembered(`ledger ${file.path}`, [file.json], () => parseLedger(file)).ledger;
}

function readPages(root: string): Pick<Content, 'pages' | 'problems'> {
  const pages: Content['pages'] = new Map();
  const problems: Problem[] = [];
  for (const { slug, path: file } of listPages(root)) {
    const mdx = unlessUnreadable(problems, () => readText(file));
    if (mdx === undefined) continue;
    const result = readPage({ path: file, mdx });
    problems.push(...result.problems);
    if (result.page) pages.set(slug, { ...result.page, path: file, mdx });
  }
  return { pages, problems };
}

/** Folders of readings whose text is gone: what was published in them would be gone from the site without a word. */
function withoutText(root: string): Problem[] {
  const readings = path.join(root, 'readings');
  return list(readings)
    .map((slug) => path.join(readings, slug))
    .filter((folder) => statSync(folder).isDirectory() && list(folder).length > 0)
    .map((folder) => path.join(folder, 'index.mdx'))
    .filter((file) => !existsSync(file))
    .map((file) =>
      problem(
        'missing-text',
        { path: file },
        'The reading has no text: there are other files of it, and no index.mdx.',
        'Restore the file. If nothing of the reading was ever published, delete its whole folder.',
      ),
    );
}

/** A source that is cited by a misspelt name, or in what cannot be read, is not also told as unused. */
function withoutConsequences(problems: readonly Problem[]): Problem[] {
  return problems.some(isError) ? problems.filter(({ id }) => id !== 'unused-source') : [...problems];
}

/**
 * @param root the content folder
 * @returns the folders of `readings/` that hold an `index.mdx`, by name
 */
export function listReadings(root = CONTENT): { slug: string; folder: string }[] {
  const readings = path.join(root, 'readings');
  return list(readings)
    .map((slug) => ({ slug, folder: path.join(readings, slug) }))
    .filter(({ folder }) => existsSync(path.join(folder, 'index.mdx')));
}

/**
 * @param reading a reading's slug and folder
 * @returns its files as `readReading` takes them
 * @throws Unreadable where one of them cannot be read
 */
export function readFiles({ slug, folder }: { slug: string; folder: string }): ReadingFiles {
  const file = (name: string) => path.join(folder, name);
  const [mdx, original, ledger] = [file('index.mdx'), file('original.txt'), file('anchors.json')];
  const corrections = file('corrections.yaml');
  const timeline = file('timeline.yaml');
  return {
    slug,
    path: mdx,
    mdx: readText(mdx),
    ...(existsSync(original) && { original: { path: original, text: readText(original) } }),
    ...(existsSync(ledger) && { ledger: { path: ledger, json: readText(ledger) } }),
    ...(existsSync(corrections) && {
      corrections: { path: corrections, yaml: readText(corrections) },
    }),
    ...(existsSync(timeline) && { timeline: { path: timeline, yaml: readText(timeline) } }),
  };
}

/**
 * Reads all bibliographic records from disk.
 *
 * @param root the content folder
 * @param today `YYYY-MM-DD`
 * @returns the records by key, the keys of those that cannot be read, and all problems
 */
export function readSources(root = CONTENT, today = new Date().toISOString().slice(0, 10)) {
  const folder = path.join(root, 'sources');
  const sources = new Map<string, Source & { path: string }>();
  const malformed: string[] = [];
  const problems: Problem[] = [];
  for (const name of list(folder)) {
    const file = path.join(folder, name);
    if (!name.endsWith('.yaml')) {
      const message = `\`${name}\` is not a source record.`;
      problems.push(
        problem('invalid-source-record', { path: file }, message, 'A record’s file name ends in .yaml.'),
      );
      continue;
    }
    const key = name.slice(0, -'.yaml'.length);
    const yaml = unlessUnreadable(problems, () => readText(file));
    if (yaml === undefined) {
      malformed.push(key);
      continue;
    }
    const read = () => withPath(readSource({ path: file, key, yaml }, today), file);
    const result = remembered(file, [yaml, today], read);
    problems.push(...result.problems);
    if (result.source) sources.set(key, result.source);
    else malformed.push(key);
  }
  return { sources, malformed, problems };
}

function withPath({ source, problems }: ReturnType<typeof readSource>, file: string) {
  return { source: source && { ...source, path: file }, problems };
}

/**
 * @param root the content folder
 * @returns who answers for the site, as `site.yaml` has it, and all problems
 */
export function publicationOf(root = CONTENT): { publication: Publication; problems: Problem[] } {
  const file = path.join(root, 'site.yaml');
  const problems: Problem[] = [];
  const yaml = existsSync(file) ? unlessUnreadable(problems, () => readText(file)) : undefined;
  return yaml === undefined ? { publication: {}, problems } : readPublication({ path: file, yaml });
}

/** Stands for a record that cannot be read, while the readings that cite it are checked. It is never published. */
function standIn(key: string): [string, Source] {
  return [key, { key, type: 'document', consulted: false }];
}

function listPages(root: string): { slug: string; path: string }[] {
  const folder = path.join(root, 'pages');
  return list(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => ({ slug: name.slice(0, -'.mdx'.length), path: path.join(folder, name) }));
}

/** Names in a folder, in one order on every file system; hidden files left out. */
function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
