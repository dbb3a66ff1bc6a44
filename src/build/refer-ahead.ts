import { Worker } from 'node:worker_threads';
import { IN_NOTE } from '../core/cite.ts';
import { citedSources } from '../core/site.ts';
import { type Work, workOf } from '../core/work.ts';
import { CONTENT } from './content.ts';
import type { Order, Told } from './refer-thread.ts';
import { shelvesOfBuild } from './shelf.ts';
import { readStyles } from './styles.ts';

/**
 * Has the references to all sources of a build made in another thread, while this one draws pages: citeproc takes as
 * long for them as all else for the pages. It begins with what the last reading cites, for the pages begin with the
 * first; what is not known yet is made where it is asked for, and so nothing ever waits.
 *
 * @returns the thread, to be ended when the build is done
 */
export function referAhead(): Worker {
  const works = worksOfBuild().reverse();
  const { styles } = readStyles(CONTENT);
  const thread = new Worker(new URL('./refer-thread.ts', import.meta.url), {
    workerData: { root: CONTENT, works } satisfies Order,
  });
  thread.on('message', ({ work, said }: Told) => {
    for (const [place, style] of styles.entries()) style.know(works[work]!, IN_NOTE, said[place]!);
  });
  // Then all of it is made where it is asked for, and what is wrong is told there.
  thread.on('error', () => undefined);
  thread.unref();
  return thread;
}

/** Every source that a note has evidence from, in the order in which the pages of notes are drawn. */
function worksOfBuild(): Work[] {
  const { readings, sources } = shelvesOfBuild();
  const cited = new Set([...readings.values()].flatMap(({ data }) => citedSources(data.reading)));
  return Array.from(cited, (key) => workOf(sources.get(key)!.data));
}
