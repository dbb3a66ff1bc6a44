import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { IN_NOTE } from '../core/cite.ts';
import { citedSources } from '../core/site.ts';
import { type Work, workOf } from '../core/work.ts';
import type { FromThread, Order, ToThread } from './beside.ts';
import { dataOfBuild } from './data.ts';
import { FolderWriter } from './folder-writer.ts';
import { isMadeHere } from './portion.ts';
import { placeOfIndex, writeIndex } from './search-index.ts';
import { searchableOfBuild, shelvesOfBuild, takeContent } from './shelf.ts';
import { readStyles } from './styles.ts';

/*
 * What is made beside the pages, in the order in which it is waited for: where the index is, which the first page says;
 * the references, which the pages need; then what only has to be there in the end. Pagefind’s own program indexes all
 * the while, whenever it is given a turn.
 */
const { content, root } = workerData as Order;
const tell = (message: FromThread) => parentPort!.postMessage(message);
takeContent(content);
const { styles } = readStyles(root);
const folder = Promise.withResolvers<string>();
parentPort!.on('message', (message: ToThread) => {
  if ('out' in message) folder.resolve(message.out);
  else styles[message.said.style]!.know(message.said);
});

const searchable = searchableOfBuild();
tell({ place: placeOfIndex(searchable) });
const index = isMadeHere(undefined) ? writeIndex(searchable) : undefined;
// What is wrong with it is told when it is waited for.
index?.catch(() => undefined);
await referAhead();
const out = new FolderWriter(await folder.promise);
for (const [address, text] of dataOfBuild()) {
  out.write(address, text);
  await setImmediate();
}
tell({ written: await writeOutIndex() });
// Else it would wait for messages, of which none will come.
parentPort!.unref();

/** The index is of the whole site, and no part has any. */
async function writeOutIndex(): Promise<number> {
  if (!index) return 0;
  const { folder: place, files } = await index;
  for (const [name, bytes] of files) out.write(path.posix.join(place, name), bytes);
  return files.size;
}

/**
 * Begins with what the last reading cites, for the pages begin with the first: what either thread needs and does not
 * know it makes itself, and so nobody waits, and nothing is made twice but where they meet.
 */
async function referAhead() {
  for (const work of worksOfBuild().reverse()) {
    if (styles.every((style) => style.knows(work, IN_NOTE))) continue;
    const byStyle = styles.map((style) => style.say(work, IN_NOTE));
    tell({ said: { work, manner: IN_NOTE, byStyle } });
    await setImmediate();
  }
}

/** Every source that a note drawn here has evidence from, in the order in which the pages of notes are drawn. */
function worksOfBuild(): Work[] {
  const { readings, sources } = shelvesOfBuild();
  const drawn = [...readings.values()].filter(({ id }) => isMadeHere(id));
  const cited = new Set(drawn.flatMap(({ data }) => citedSources(data.reading)));
  return Array.from(cited, (key) => workOf(sources.get(key)!.data));
}
