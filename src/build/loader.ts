import type { Loader, LoaderContext } from 'astro/loaders';
import { type Content, readContent } from './content.ts';
import { copyToDraw } from './drawn.ts';
import { isFatal, report } from './report.ts';
import { whenSaved } from './saves.ts';
import { type Collection, contentOfBuild, type Entry, shelve } from './shelf.ts';

const NAMES = ['readings', 'frozen', 'sources', 'pages', 'publication'] as const satisfies Collection[];

/** @returns the loaders of all collections, which read the content once for all of them */
export function contentLoaders(): Record<Collection, Loader> {
  const shelves = new Filled();
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      { name: `postil-${name}`, load: (context: LoaderContext) => shelves.load(name, context) },
    ]),
  ) as Record<Collection, Loader>;
}

/** The collections, filled from the content as it was when nothing was wrong with it last. */
class Filled {
  readonly #contexts = new Map<Collection, LoaderContext>();
  #content: Content | undefined;

  /** @throws one error that tells every problem, when one of them is fatal; while one writes it is told, not thrown */
  load(name: Collection, context: LoaderContext): Promise<void> {
    this.#contexts.set(name, context);
    this.#content ??= context.watcher ? readContent() : contentOfBuild();
    context.store.clear();
    // The readings stand for all: one tells, one watches.
    if (name === 'readings') this.#begin(this.#content, context);
    // A build has all from where it was read: Astro would write it all down, and read it again.
    if (context.watcher && !isFatal(this.#content.problems)) fill(name, context, this.#content);
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
  const entries = shelve(content)[name];
  for (const id of [...store.keys()].filter((key) => !entries.has(key))) store.delete(id);
  for (const entry of entries.values()) keep(entry, context);
}

function keep({ id, data, text }: Entry<object>, context: LoaderContext) {
  // The digest is over what was read, so that a change of the reader's own code is noticed too.
  const digest = context.generateDigest([data, text].map((part) => JSON.stringify(part)).join('\n'));
  const filePath = text && copyToDraw(text.path, text.mdx);
  context.store.set({ id, data: { ...data }, digest, ...(filePath !== undefined && { filePath }) });
}
