import { Worker } from 'node:worker_threads';
import { CONTENT, type Content } from './content.ts';
import { remembered } from './memory.ts';
import type { Said, Saying } from '../core/reference.ts';
import type { IndexPlace } from './search-index.ts';
import { contentOfBuild } from './shelf.ts';
import { readStyles } from './styles.ts';

/** What the thread is given: all that it makes things of, so that nothing is read twice. */
export interface Order {
  content: Content;
  /** The content folder, for the publisher’s styles. */
  root: string;
}

/** What the two threads tell each other: what a style has said of a work; and each its own. */
export type FromThread = { said: SaidInAll } | { place: IndexPlace } | { written: number };
export type ToThread = { said: SaidInOne } | { out: string };

/** What all styles have said of a work, in their order. */
interface SaidInAll extends Omit<Saying, 'said'> {
  byStyle: readonly Said[];
}

/** What a style has said, by the style’s place among all. */
interface SaidInOne extends Saying {
  style: number;
}

/** What is made in a second thread, while the first draws pages. */
export interface Beside {
  /** Where the search index will be, which every page says. */
  place: Promise<IndexPlace>;
  /** Has data and index written, from when the build’s folder is there. */
  writeInto: (out: string) => void;
  /** @returns how many files the index has, when all are written */
  finish: () => Promise<number>;
}

/**
 * @returns what is made in another thread while this one draws the pages of a build: the references to all sources, for
 *   which citeproc takes longer than all else; the data of readings, notes and sources; and the search index. What one
 *   of the two has made a style say, it tells the other.
 */
export function besideBuild(): Beside {
  return remembered('beside the build', [], begin);
}

function begin(): Beside {
  const { styles } = readStyles(CONTENT);
  const thread = new Worker(new URL('./beside-thread.ts', import.meta.url), {
    workerData: { content: contentOfBuild(), root: CONTENT } satisfies Order,
  });
  const tell = (message: ToThread) => thread.postMessage(message);
  for (const [style, each] of styles.entries()) each.onSaid((said) => tell({ said: { style, ...said } }));
  const takeIn = ({ byStyle, ...of }: SaidInAll) => {
    for (const [style, said] of byStyle.entries()) styles[style]!.know({ ...of, said });
  };
  const place = Promise.withResolvers<IndexPlace>();
  const written = Promise.withResolvers<number>();
  thread.on('message', (message: FromThread) => {
    if ('place' in message) {
      place.resolve(message.place);
      // From here on the pages go their own way; a build that fails with one of them ends without the thread.
      thread.unref();
    } else if ('written' in message) written.resolve(message.written);
    else takeIn(message.said);
  });
  // Whoever waits for either is told; until somebody does, it is no failure of anything.
  for (const { promise, reject } of [place, written]) {
    thread.on('error', reject);
    promise.catch(() => undefined);
  }
  return {
    place: place.promise,
    writeInto: (out) => tell({ out }),
    async finish() {
      thread.ref();
      const files = await written.promise;
      await thread.terminate();
      return files;
    },
  };
}
