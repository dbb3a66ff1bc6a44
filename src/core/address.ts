import type { Standing } from './annotation.ts';
import { shorten } from './fingerprint.ts';

/** What a citation can lead to: an anchor, and the hash of the words it stood for. */
export interface Citable {
  anchor: string;
  hash: string;
}

/*
 * Addresses within the site, without its base path and without a leading slash. Links in the wild depend on these
 * forms; they never change.
 */

/** @returns where a reading is */
export function readingPath({ slug }: { slug: string }): string {
  return `${slug}/`;
}

/** @returns where an annotation's own page is */
export function notePath({ slug }: { slug: string }, id: string): string {
  return `${slug}/notes/${id}/`;
}

/** @returns where a reading's editions are told; with a number, where that edition is */
export function editionsPath({ slug }: { slug: string }, edition?: number): string {
  return `${slug}/editions/${edition === undefined ? '' : `${edition}/`}`;
}

/** @returns where the picture of a reading is; with an annotation's id, where that one's is */
export function picturePath({ slug }: { slug: string }, id?: string): string {
  return `pictures/${slug}${id === undefined ? '' : `/${id}`}.png`;
}

/** @returns where a source's page is */
export function sourcePath(key: string): string {
  return `sources/${key}/`;
}

/** @returns where a chapter of the handbook is; without a name, where they are listed */
export function handbookPath(name?: string): string {
  return `handbook/${name === undefined ? '' : `${name}/`}`;
}

/** @returns where a problem is explained */
export function problemPath(id: string): string {
  return handbookPath(`problems/${id}`);
}

/** @returns the citation link of a passage, with the fingerprint of its words */
export function passageLink({ slug }: { slug: string }, { anchor, hash }: Citable): string {
  return `${slug}/?v=${shorten(hash)}#${anchor}`;
}

/** @returns the citation link of a note, with the fingerprint of status, finding and body */
export function noteLink({ slug }: { slug: string }, { id, hash }: { id: string; hash: string }): string {
  return `${slug}/notes/${id}/?v=${shorten(hash)}`;
}

/** @returns the id of a reading's annotations of one standing, on the page of all statements */
export function standingId({ slug }: { slug: string }, standing: Standing): string {
  return `${slug}:${standing}`;
}

/** @returns where a reading's annotations of one standing are listed; where each reading has its own list, there */
export function standingPath(reading: { slug: string }, standing: Standing, isDivided = false): string {
  return `${isDivided ? statementsPath(reading) : 'claims/'}#${standingId(reading, standing)}`;
}

/** @returns where a reading's statements are, on a site that is too large for one list of all */
export function statementsPath({ slug }: { slug: string }): string {
  return `${slug}/claims/`;
}

/** @returns where a reading's sources are, on a site that is too large for one list of all */
export function sourcesPath({ slug }: { slug: string }): string {
  return `${slug}/sources/`;
}
