/*
 * A site that is read without a network: what the build and the worker must agree on. A place is an address within the
 * site, decoded, without a slash before it; a folder's page has the folder's, as in `peace-deal/`.
 */

/** Hexadecimal digits of SHA-256 that tell the bytes of a file from any other that its address ever had. */
export const DIGITS = 16;

/** The worker's file: at the site’s root, because no worker reaches above its own folder. */
export const WORKER = 'sw.js';

/** What begins so has its content's digest in its name. */
const NAMED_BY_CONTENT = /^(?:assets|pagefind)\//;

/**
 * @param path of a file, from the site's root, or of an address, decoded
 * @returns its place
 */
export function placeOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * @param path of an address on this host
 * @param root path of the site, ending in a slash
 * @returns its place; undefined where it is none within the site, or cannot be decoded
 */
export function placeWithin(path: string, root: string): string | undefined {
  if (!path.startsWith(root)) return undefined;
  try {
    return placeOf(decodeURIComponent(path.slice(root.length)));
  } catch {
    return undefined;
  }
}

/** @returns the address of a place, from the site's root */
export function addressOf(place: string): string {
  return place.split('/').map(encodeURIComponent).join('/');
}

/** @returns whether what is at a place is always what it was */
export function isNamedByContent(place: string): boolean {
  return NAMED_BY_CONTENT.test(place);
}

/** @returns the place of a list, which is named by its own digest */
export function placeOfList(digest: string): string {
  return `assets/offline.${digest}.json`;
}

/** @returns what stands before the first slash: for a reading and all that is its, the slug */
export function firstOf(place: string): string {
  return place.split('/', 1)[0]!;
}
