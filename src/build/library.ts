import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import { inOrderOf } from '../core/language.ts';
import type { Ledger } from '../core/ledger.ts';
import { parseLedger } from '../core/ledger-file.ts';
import type { Reading } from '../core/reading.ts';
import type { Referencer } from '../core/reference.ts';
import type { Source } from '../core/source.ts';
import type { Publication } from '../core/publication.ts';
import { siteName } from '../core/site-name.ts';
import type { Annotated, EditedFiles } from '../core/export/formats.ts';
import type { Site } from '../core/export/subject.ts';
import { CONTENT } from './content.ts';
import { type IndexPlace, placeOfIndex, placeWhileWriting } from './search-index.ts';
import { ROOT } from './site.ts';
import { readStyles } from './styles.ts';

export { chapters, explanations, PROBLEMS_CHAPTER } from './handbook.ts';
export { pictureOf, toPng } from './pictures.ts';
export { ROOT, SITE } from './site.ts';

/** All readings, by slug. */
export async function allReadings(): Promise<Reading[]> {
  return (await getCollection('readings')).map(({ data }) => data.reading);
}

/** All bibliographic records, by key. */
export async function allSources(): Promise<Map<string, Source>> {
  return new Map((await getCollection('sources')).map(({ id, data }) => [id, data]));
}

/** @returns whether the content has a page of its own by that name */
export async function hasPage(name: string): Promise<boolean> {
  // Astro warns of an entry that is asked for by name and is not there.
  return (await pageNames()).includes(name);
}

/** @returns who answers for the site */
export async function publication(): Promise<Publication> {
  return (await getEntry('publication', 'publication'))?.data ?? {};
}

/** @returns what the site is called */
export async function nameOfSite(): Promise<string> {
  return siteName(await publication());
}

/** @returns the styles of citation, in the menu’s order; made once */
export function citationStyles(): readonly Referencer[] {
  return readStyles(CONTENT).styles;
}

/** @returns what formats of data need to know of the site */
export async function site(): Promise<Site> {
  return { root: ROOT, sources: await allSources(), publication: await publication() };
}

/** @returns a reading with its ledger and its files, as formats of data are made of it */
export async function edited({ slug }: Reading): Promise<EditedFiles & { ledger: Ledger }> {
  const { reading, files } = await shelved(slug);
  return { reading, ledger: parsed(slug, files.ledger), files };
}

/** All annotations, each with its reading. */
export async function allAnnotated(): Promise<Annotated[]> {
  const all = await Promise.all((await allReadings()).map(edited));
  return all.flatMap(({ reading, ledger }) =>
    reading.annotations.map((annotation) => ({ annotation, reading, ledger })),
  );
}

/** @returns the earlier editions of a reading that are kept, the oldest first */
export async function frozenOf(slug: string): Promise<Reading[]> {
  // Astro warns of a collection that is empty, as it is while all texts are in their first edition.
  const present = await getEntry('readings', slug);
  if (present?.data.reading.edition.edition === 1) return [];
  const all = (await getCollection('frozen')).map(({ data }) => data.reading);
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
  return drawingOf(await shelf(slug, edition));
}

/** @returns a page of the content by its name: its title, and the component that draws it */
export async function writtenPage(name: string) {
  const entry = (await hasPage(name)) ? await getEntry('pages', name) : undefined;
  return entry && { title: entry.data.title, Content: await drawingOf(entry) };
}

/** @returns the names of the content’s pages */
export async function pageNames(): Promise<string[]> {
  return (await getCollection('pages')).map(({ id }) => id);
}

type Drawing = Awaited<ReturnType<typeof render>>['Content'];

/** While one writes, a text is drawn from the copy of what was read of it. */
async function drawingOf(entry: CollectionEntry<'readings' | 'frozen' | 'pages'>): Promise<Drawing> {
  if (!import.meta.env.DEV) return (await render(entry)).Content;
  const module = (await import(/* @vite-ignore */ `/${entry.filePath}`)) as { Content: Drawing };
  return module.Content;
}

async function shelved(slug: string, edition?: number) {
  return (await shelf(slug, edition)).data;
}

async function shelf(slug: string, edition?: number) {
  const entry = await (edition === undefined
    ? getEntry('readings', slug)
    : getEntry('frozen', `${slug}/${edition}`));
  if (!entry) throw new Error(`There is no reading \`${slug}\`.`);
  return entry;
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
export async function ledgerFileOf(slug: string, edition?: number): Promise<string> {
  return (await shelved(slug, edition)).files.ledger;
}

let madeIndex: Promise<IndexPlace> | undefined;

/**
 * @param read what is read on the page, where it is one reading: its language is asked first
 * @returns where the search index is; reckoned once for a build
 */
export async function searchIndex(read?: Pick<Reading, 'language'>): Promise<IndexPlace> {
  const { folder, languages } = await (import.meta.env.DEV ? findIndex() : (madeIndex ??= findIndex()));
  return { folder, languages: read ? inOrderOf([read.language], languages) : languages };
}

async function findIndex(): Promise<IndexPlace> {
  const readings = await allReadings();
  if (import.meta.env.DEV) return placeWhileWriting(readings);
  return placeOfIndex({ readings, sources: await allSources() });
}

/**
 * @param slug a reading's
 * @returns its ledger
 * @throws when it cannot be read, which the readings' loader has told before
 */
export async function ledgerOf(slug: string): Promise<Ledger> {
  return parsed(slug, await ledgerFileOf(slug));
}

/** Each page of a reading’s notes asks for its ledger. */
const ledgers = new Map<string, { json: string; ledger: Ledger }>();

function parsed(slug: string, json: string): Ledger {
  const known = ledgers.get(slug);
  if (known?.json === json) return known.ledger;
  const { ledger } = parseLedger({ path: slug, json });
  if (!ledger) throw new Error(`The ledger of \`${slug}\` cannot be read.`);
  ledgers.set(slug, { json, ledger });
  return ledger;
}

/** @returns the slug of the reading, where there is only one: the site's navigation then leads to it */
export function onlyReading(readings: readonly Reading[]): string | undefined {
  return readings.length === 1 ? readings[0]!.slug : undefined;
}
