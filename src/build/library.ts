import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getCollection, getEntry, render } from 'astro:content';
import type { Reading } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import type { Publication } from '../core/publication.ts';
import { CONTENT, publicationOf } from './content.ts';
import { BASE, SITE } from './site.ts';

/** The site's address and base path, as exports and references carry them; a path alone where no address is known. */
export const ROOT = SITE === undefined ? BASE : new URL(BASE, SITE).href;

/** All readings, by slug. */
export async function allReadings(): Promise<Reading[]> {
  return (await getCollection('readings')).map(({ data }) => data);
}

/** All bibliographic records, by key. */
export async function allSources(): Promise<Map<string, Source>> {
  return new Map((await getCollection('sources')).map(({ id, data }) => [id, data]));
}

/** @returns who answers for the site */
export function publication(): Publication {
  return publicationOf().publication;
}

/**
 * @param slug a reading's
 * @returns the component that draws its text
 * @throws when there is no such reading
 */
export async function textOf(slug: string) {
  const entry = await getEntry('readings', slug);
  if (!entry) throw new Error(`There is no reading \`${slug}\`.`);
  return (await render(entry)).Content;
}

/** `getStaticPaths` for what every reading has. */
export async function readingPaths() {
  return (await allReadings()).map((reading) => ({ params: { reading: reading.slug }, props: { reading } }));
}

/** @returns a reading's ledger, as its file has it */
export function ledgerOf(slug: string): string {
  return readFileSync(path.join(CONTENT, 'readings', slug, 'anchors.json'), 'utf8');
}

/** @returns the slug of the reading, where there is only one: the site's navigation then leads to it */
export function onlyReading(readings: readonly Reading[]): string | undefined {
  return readings.length === 1 ? readings[0]!.slug : undefined;
}
