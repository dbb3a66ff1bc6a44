import { addressOf, DIGITS, isNamedByContent } from '../core/offline/place.ts';
import { FILES, ROOT } from './offline-scope.ts';

/*
 * The files that are stored, of all builds: each by its place and its digest. What two builds have in common is there
 * once, and what is found is what was listed, whatever the host has since.
 */

/** Files that are asked for at a time. */
const AT_ONCE = 4;

/** What the host said of how it sent a body that is no longer as it was sent; and what would keep it from being found. */
const OF_SENDING = ['Content-Encoding', 'Content-Length', 'Vary'];

/** What was used of an index has no digest: its folder's name has one. */
export const USED = 'used';

/** @returns a file as it is stored; undefined where it is not, or where the browser refuses its storage */
export async function find(place: string, digest: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(FILES)).match(keyOf(place, digest));
  } catch {
    return undefined;
  }
}

/**
 * Takes a file from the host, and stores it where there is room.
 *
 * @returns it; undefined where the host has another there
 * @throws without a network
 */
export async function take(place: string, digest: string): Promise<Response | undefined> {
  const file = await fetchListed(place, digest);
  if (file) await put(place, digest, file.clone()).catch(() => undefined);
  return file;
}

/**
 * Stores a file.
 *
 * @throws where storage is full or refused
 */
export async function put(place: string, digest: string, file: Response): Promise<void> {
  await (await caches.open(FILES)).put(keyOf(place, digest), file);
}

/**
 * Takes from the host what is missing.
 *
 * @param files digests by place
 * @throws where it cannot all be had: without a network, where storage is full, or where the host has another build
 */
export async function takeAll(files: ReadonlyMap<string, string>): Promise<void> {
  const there = new Set(await keys());
  const missing = [...files].filter(([place, digest]) => !there.has(keyOf(place, digest)));
  const takeOn = async (): Promise<void> => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const file = await fetchListed(...next);
      if (!file) throw new Error(`The host has another ${next[0]} than the build.`);
      await put(...next, file);
    }
  };
  const taking = Array.from({ length: AT_ONCE }, () =>
    takeOn().catch((error: unknown) => {
      // The others take no more than they have begun.
      missing.length = 0;
      throw error;
    }),
  );
  await Promise.allSettled(taking);
  await Promise.all(taking);
}

/** Deletes the files that are not named. */
export async function keepOnly(isNamed: (key: string) => boolean): Promise<void> {
  const cache = await caches.open(FILES);
  for (const key of await keys()) if (!isNamed(key)) await cache.delete(key);
}

/** @returns what a file is stored under: an address with its digest for a query */
export function keyOf(place: string, digest: string): string {
  return `${location.origin}${ROOT}${addressOf(place)}?${digest}`;
}

/** @returns the first digits of SHA-256, hexadecimal */
export async function digestOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, DIGITS);
}

/** @returns a file from the host; undefined where it is not as it is listed */
async function fetchListed(place: string, digest: string): Promise<Response | undefined> {
  const cache = isNamedByContent(place) ? 'default' : 'no-cache';
  const response = await fetch(ROOT + addressOf(place), { cache, priority: 'low' });
  const body = await response.arrayBuffer();
  if ((await digestOf(body)) !== digest) return undefined;
  const headers = new Headers(response.headers);
  for (const name of OF_SENDING) headers.delete(name);
  // Some hosts lead from a file to its address: what was listed is what counts.
  return new Response(body, { status: place === '404.html' ? 404 : 200, headers });
}

async function keys(): Promise<string[]> {
  const requests = await (await caches.open(FILES)).keys();
  return requests.map(({ url }) => url);
}
