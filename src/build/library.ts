import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getCollection, getEntry, render } from 'astro:content';
import type { Ledger } from '../core/ledger.ts';
import { parseLedger } from '../core/ledger-file.ts';
import type { Reading } from '../core/reading.ts';
import type { Referencer } from '../core/reference.ts';
import type { Source } from '../core/source.ts';
import type { Publication } from '../core/publication.ts';
import type { Annotated, EditedFiles } from '../core/export/formats.ts';
import type { Site } from '../core/export/subject.ts';
import { CONTENT, publicationOf } from './content.ts';
import { type IndexPlace, placeOfIndex } from './search-index.ts';
import { ROOT } from './site.ts';
import { readStyles } from './styles.ts';

export { chapters, explanations, PROBLEMS_CHAPTER } from './handbook.ts';
export { pictureOf, toPng } from './pictures.ts';
export { ROOT, SITE } from './site.ts';

/** All readings, by slug. */
export async function allReadings(): Promise<Reading[]> {
  return (await getCollection('readings')).map(({ data }) => data);
}

/** All bibliographic records, by key. */
export async function allSources(): Promise<Map<string, Source>> {
  return new Map((await getCollection('sources')).map(({ id, data }) => [id, data]));
}

/** @returns whether the content has a page of its own by that name */
export async function hasPage(name: string): Promise<boolean> {
  return (await getCollection('pages')).some(({ id }) => id === name);
}

/** @returns who answers for the site */
export function publication(): Publication {
  return publicationOf().publication;
}

/** @returns the styles of citation, in the menu’s order; made once */
export function citationStyles(): readonly Referencer[] {
  return readStyles(CONTENT).styles;
}

/** @returns what formats of data need to know of the site */
export async function site(): Promise<Site> {
  return { root: ROOT, sources: await allSources(), publication: publication() };
}

/** @returns a reading with its ledger and its files, as formats of data are made of it */
export function edited(reading: Reading): EditedFiles {
  const { slug } = reading;
  const mdx = readFileSync(path.join(CONTENT, 'readings', slug, 'index.mdx'), 'utf8');
  return { reading, ledger: ledgerOf(slug), files: { ledger: ledgerFileOf(slug), mdx } };
}

/** All annotations, each with its reading. */
export async function allAnnotated(): Promise<Annotated[]> {
  return (await allReadings()).flatMap((reading) => {
    const ledger = ledgerOf(reading.slug);
    return reading.annotations.map((annotation) => ({ annotation, reading, ledger }));
  });
}

/** @returns the earlier editions of a reading that are kept, the oldest first */
export async function frozenOf(slug: string): Promise<Reading[]> {
  // Astro warns of a collection that is empty, as it is while all texts are in their first edition.
  const present = await getEntry('readings', slug);
  if (present?.data.edition.edition === 1) return [];
  const all = (await getCollection('frozen')).map(({ data }) => data);
  return all
    .filter((reading) => reading.slug === slug)
    .sort((one, other) => one.edition.edition - other.edition.edition);
}

/**
 * @param slug a reading's
 * @param edition the number of an earlier edition; the present one where there is none
 * @returns the component that draws its text
 * @throws when there is no such reading
 */
export async function textOf(slug: string, edition?: number) {
  const entry = await (edition === undefined
    ? getEntry('readings', slug)
    : getEntry('frozen', `${slug}/${edition}`));
  if (!entry) throw new Error(`There is no reading \`${slug}\`.`);
  return (await render(entry)).Content;
}

/** `getStaticPaths` for what every reading has. */
export async function readingPaths() {
  return (await allReadings()).map((reading) => ({ params: { reading: reading.slug }, props: { reading } }));
}

/** `getStaticPaths` for what every edition has; the present one has no `earlier`. */
export async function editionPaths() {
  const all = await Promise.all(
    (await allReadings()).map(async (reading) =>
      [...(await frozenOf(reading.slug)), undefined].map((earlier) => ({
        params: { reading: reading.slug, edition: String((earlier ?? reading).edition.edition) },
        props: { reading, ...(earlier && { earlier }) },
      })),
    ),
  );
  return all.flat();
}

/**
 * @param slug a reading's
 * @param edition the number of an earlier edition; the present one where there is none
 * @returns its ledger, as its file has it
 */
export function ledgerFileOf(slug: string, edition?: number): string {
  const name = edition === undefined ? 'anchors.json' : path.join('editions', `${edition}.json`);
  return readFileSync(path.join(CONTENT, 'readings', slug, name), 'utf8');
}

let madeIndex: Promise<IndexPlace> | undefined;

/** @returns where the search index is; reckoned once for a build, and anew for each page while one writes */
export function searchIndex(): Promise<IndexPlace> {
  if (import.meta.env.DEV) return findIndex();
  return (madeIndex ??= findIndex());
}

async function findIndex(): Promise<IndexPlace> {
  return placeOfIndex({ readings: await allReadings(), sources: await allSources() });
}

/**
 * @param slug a reading's
 * @returns its ledger
 * @throws when it cannot be read, which the readings' loader has told before
 */
export function ledgerOf(slug: string): Ledger {
  const { ledger } = parseLedger({ path: slug, json: ledgerFileOf(slug) });
  if (!ledger) throw new Error(`The ledger of \`${slug}\` cannot be read.`);
  return ledger;
}

/** @returns the slug of the reading, where there is only one: the site's navigation then leads to it */
export function onlyReading(readings: readonly Reading[]): string | undefined {
  return readings.length === 1 ? readings[0]!.slug : undefined;
}
