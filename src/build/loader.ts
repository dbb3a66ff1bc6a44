import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Reading } from '../core/reading.ts';
import { CONTENT, readContent, readSources } from './content.ts';
import { isFatal, report } from './report.ts';

/** The readings collection: what `readReading` read, each entry's text drawn from its MDX when a page asks for it. */
export function readingsLoader(): Loader {
  return { name: 'postil-readings', load: (context) => loadAndWatch(context, loadReadings) };
}

/** The frozen collection: earlier editions of the readings, as `slug/number`. */
export function frozenLoader(): Loader {
  return { name: 'postil-frozen', load: (context) => loadAndWatch(context, loadFrozen) };
}

/** The sources collection: bibliographic records by key. */
export function sourcesLoader(): Loader {
  return { name: 'postil-sources', load: (context) => loadAndWatch(context, loadSources) };
}

/**
 * @throws one error that tells every problem, when one of them is fatal; the entries of the last good load stay
 */
function loadReadings(context: LoaderContext) {
  const { store, logger } = context;
  const { readings, problems } = readContent();
  const told = report(problems);
  if (isFatal(problems)) throw new Error(`The content has problems.\n\n${told}\n`);
  if (told !== '') logger.warn(`\n${told}`);
  store.clear();
  for (const reading of readings)
    keep(context, reading.slug, reading, path.join(CONTENT, 'readings', reading.slug, 'index.mdx'));
}

/** What is fatal to them, the readings' loader has told. */
function loadFrozen(context: LoaderContext) {
  const { frozen } = readContent();
  context.store.clear();
  for (const { reading, path: file } of frozen)
    keep(context, `${reading.slug}/${reading.edition.edition}`, reading, file);
}

/** Keeps what was read of a text, which is drawn from its file when a page asks for it. */
function keep(context: LoaderContext, id: string, reading: Reading, file: string) {
  // Astro wants it from the project's root, with slashes.
  const filePath = path.relative('.', file).split(path.sep).join('/');
  // The digest is over what was read, so that a change of the reader's own code is noticed too.
  const data = { ...reading };
  const digest = context.generateDigest(data);
  context.store.set({ id, data, filePath, digest, deferredRender: true });
}

function loadSources(context: LoaderContext) {
  const { store } = context;
  store.clear();
  for (const { path: _, ...source } of readSources().sources.values()) {
    store.set({ id: source.key, data: source, digest: context.generateDigest(source) });
  }
}

function loadAndWatch(context: LoaderContext, load: (context: LoaderContext) => void): Promise<void> {
  load(context);
  const { watcher, logger } = context;
  if (!watcher) return Promise.resolve();
  const root = path.resolve(CONTENT);
  watcher.add(root);
  const reload = (file: string) => {
    if (!path.resolve(file).startsWith(root + path.sep)) return;
    try {
      load(context);
    } catch (error) {
      // The last good entries go on being served; the next save tries again.
      logger.error((error as Error).message);
    }
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, reload);
  return Promise.resolve();
}
