import type { BuildList, Digests } from '../core/offline/list.ts';
import { placeOfList, WORKER } from '../core/offline/place.ts';
import { compress, type Read } from './host.ts';

/** What the worker stores after the page of a reading is loaded and idle. */
export interface Stored {
  files: number;
  /** Bodies as a host precompresses them. What the page has loaded itself is in the browser’s cache, and counted here all the same. */
  bytes: number;
}

/**
 * Counts apart what is no page’s own cost: the worker, and all that it stores ahead and of one reading.
 *
 * @param read the site
 * @param slug of the reading that is visited
 * @returns nothing where the site has no worker, or another
 */
export async function storedFor(read: Read, slug: string): Promise<Stored | undefined> {
  const worker = read(`/${WORKER}`);
  const digest = worker && /(?<=")[0-9a-f]{16}(?=")/.exec(Buffer.from(worker).toString())?.[0];
  if (!worker || digest === undefined) return undefined;
  const list = listIn(read, digest) as BuildList;
  const lists = [digest, list.readings[slug]!];
  const places = [
    WORKER,
    ...lists.map(placeOfList),
    ...Object.keys(list.files),
    ...Object.keys(listIn(read, list.readings[slug]!) as Digests),
  ];
  const sizes = places.map(async (place) => {
    const bytes = read(`/${place.replace(/(?<=^|\/)$/, 'index.html')}`)!;
    return Math.min(bytes.length, (await compress(bytes)).length);
  });
  return { files: places.length, bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
}

function listIn(read: Read, digest: string): unknown {
  return JSON.parse(Buffer.from(read(`/${placeOfList(digest)}`)!).toString());
}
