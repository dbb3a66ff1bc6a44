import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { EditedFiles } from '../core/export/formats.ts';
import type { Reading, ReadingFiles } from '../core/reading.ts';
import { type Content, readContent } from './content.ts';
import { copyToDraw } from './drawn.ts';
import { isFatal, report } from './report.ts';
import { whenSaved } from './saves.ts';

/** A reading as its collection keeps it: what was read, and the very files that it was read from. */
export interface Shelved {
  reading: Reading;
  files: EditedFiles['files'];
}

/** What a collection keeps of something. */
interface Entry {
  id: string;
  data: Record<string, unknown>;
  /** A text that is drawn when a page asks for it. */
  text?: { path: string; mdx: string };
}

/** What each collection keeps: together all that pages show, so that none is drawn from two states of the content. */
const COLLECTIONS = {
  /** By slug. */
  readings: ({ readings, files }) =>
    readings.map((reading) => shelve(reading.slug, reading, files.get(reading.slug)!)),
  /** Earlier editions of readings, as `slug/number`. */
  frozen: ({ frozen }) =>
    frozen.map(({ reading, files }) => shelve(`${reading.slug}/${reading.edition.edition}`, reading, files)),
  /** By key. */
  sources: ({ sources }) =>
    [...sources.values()].map(({ path: _, ...source }) => ({ id: source.key, data: { ...source } })),
  /** By name. */
  pages: ({ pages }) =>
    [...pages].map(([id, { title, path: file, mdx }]) => ({
      id,
      data: { title },
      text: { path: file, mdx },
    })),
  /** Who answers for the site: one entry. */
  publication: ({ publication }) => [{ id: 'publication', data: { ...publication } }],
} satisfies Record<string, (content: Content) => Entry[]>;

type Collection = keyof typeof COLLECTIONS;

/** @returns the loaders of all collections, which read the content once for all of them */
export function contentLoaders(): Record<Collection, Loader> {
  const shelves = new Shelves();
  const names = Object.keys(COLLECTIONS) as Collection[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      { name: `postil-${name}`, load: (context: LoaderContext) => shelves.load(name, context) },
    ]),
  ) as Record<Collection, Loader>;
}

/** The collections, filled from the content as it was when nothing was wrong with it last. */
class Shelves {
  readonly #contexts = new Map<Collection, LoaderContext>();
  #content: Content | undefined;

  /** @throws one error that tells every problem, when one of them is fatal; while one writes it is told, not thrown */
  load(name: Collection, context: LoaderContext): Promise<void> {
    this.#contexts.set(name, context);
    this.#content ??= readContent();
    context.store.clear();
    // The readings stand for all: one tells, one watches.
    if (name === 'readings') this.#begin(this.#content, context);
    if (!isFatal(this.#content.problems)) fill(name, context, this.#content);
    return Promise.resolve();
  }

  #begin({ problems }: Content, { watcher, logger }: LoaderContext) {
    if (!watcher && isFatal(problems)) throw new Error(inWords(problems));
    tell(problems, logger);
    if (watcher) whenSaved(watcher, () => this.#reload(logger));
  }

  /** The last good entries go on being served while something is wrong; the next save tries again. */
  #reload(logger: LoaderContext['logger']) {
    this.#content = readContent();
    tell(this.#content.problems, logger);
    if (isFatal(this.#content.problems)) return;
    for (const [name, context] of this.#contexts) fill(name, context, this.#content);
  }
}

function tell(problems: Content['problems'], logger: LoaderContext['logger']) {
  if (isFatal(problems)) logger.error(inWords(problems));
  else if (problems.length > 0) logger.warn(`\n${report(problems)}`);
}

function inWords(problems: Content['problems']): string {
  return `The content has problems.\n\n${report(problems)}\n`;
}

/** What has not changed is left as it is: of many entries, writing them all takes longer than reading them. */
function fill(name: Collection, context: LoaderContext, content: Content) {
  const { store } = context;
  const entries = COLLECTIONS[name](content);
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of [...store.keys()].filter((key) => !ids.has(key))) store.delete(id);
  for (const entry of entries) keep(entry, context);
}

function keep({ id, data, text }: Entry, context: LoaderContext) {
  const { store, watcher } = context;
  // The digest is over what was read, so that a change of the reader's own code is noticed too.
  const digest = context.generateDigest([data, text].map((part) => JSON.stringify(part)).join('\n'));
  if (!text) store.set({ id, data, digest });
  else if (watcher) store.set({ id, data, digest, filePath: copyToDraw(text.path, text.mdx) });
  else store.set({ id, data, digest, filePath: fromRoot(text.path), deferredRender: true });
}

/** Astro wants it from the project's root, with slashes. */
function fromRoot(file: string): string {
  return path.relative('.', file).split(path.sep).join('/');
}

function shelve(id: string, reading: Reading, { path: file, mdx, ledger }: ReadingFiles): Entry {
  const shelved: Shelved = { reading, files: { mdx, ledger: ledger?.json ?? '' } };
  return { id, data: { ...shelved }, text: { path: file, mdx } };
}
