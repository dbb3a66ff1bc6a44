import { getCollection, getEntry } from 'astro:content';
import texts from 'virtual:postil/texts';
import { inOrderOf } from '../core/language.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Reading } from '../core/reading.ts';
import type { Referencer } from '../core/reference.ts';
import type { Source } from '../core/source.ts';
import type { Publication } from '../core/publication.ts';
import { siteName } from '../core/site-name.ts';
import { type View, viewOf } from '../core/view.ts';
import type { Annotated, EditedFiles } from '../core/export/formats.ts';
import type { Site } from '../core/export/subject.ts';
import { besideBuild } from './beside.ts';
import { CONTENT } from './content.ts';
import { type IndexPlace, placeWhileWriting } from './search-index.ts';
import { ROOT } from './site.ts';
import { type Collection, editedOf, type Shelves, shelvesOfBuild } from './shelf.ts';
import { readStyles } from './styles.ts';

export { chapters, explanations, PROBLEMS_CHAPTER } from './handbook.ts';
export { pictureOf, toPng } from './pictures.ts';
export { ROOT, SITE } from './site.ts';

/** What a collection keeps. A build has it from where it was read: Astro would write it all down and read it again. */
async function kept<Name extends Collection>(name: Name): Promise<Shelves[Name]> {
  if (!import.meta.env.DEV) return shelvesOfBuild()[name];
  const entries = await getCollection(name);
  return new Map(entries.map((entry) => [entry.id, entry])) as unknown as Shelves[Name];
}

/** In a build nothing changes, and what many pages ask for is made once; while one writes, anew for each. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (import.meta.env.DEV ? make() : (made ??= make()));
}

/** All readings, by slug. */
export const allReadings = once(async () =>
  Array.from((await kept('readings')).values(), ({ data }) => data.reading),
);

/** All bibliographic records, by key. */
export const allSources = once(
  async (): Promise<ReadonlyMap<string, Source>> =>
    new Map(Array.from((await kept('sources')).values(), ({ id, data }) => [id, data])),
);

/** @returns whether the content has a page of its own by that name */
export async function hasPage(name: string): Promise<boolean> {
  // Astro warns of an entry that is asked for by name and is not there.
  return (await kept('pages')).has(name);
}

/** @returns who answers for the site */
export async function publication(): Promise<Publication> {
  return (await kept('publication')).get('publication')?.data ?? {};
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
export const site = once(async (): Promise<Site> => ({
  root: ROOT,
  sources: await allSources(),
  publication: await publication(),
}));

/** @returns a reading with its ledger and its files, as formats of data are made of it */
export async function edited({ slug }: Reading): Promise<EditedFiles & { ledger: Ledger }> {
  return editedOf(await shelved(slug));
}

/** All annotations, each with its reading. */
export async function allAnnotated(): Promise<Annotated[]> {
  const all = await Promise.all((await allReadings()).map(edited));
  return all.flatMap(({ reading, ledger }) =>
    reading.annotations.map((annotation) => ({ annotation, reading, ledger })),
  );
}

/** @returns what the pages of a reading are drawn with */
export async function viewOfPresent(reading: Reading): Promise<View> {
  const known = import.meta.env.DEV ? undefined : views.get(reading);
  if (known) return known;
  const { sources, publication: publisher } = await site();
  const ledger = await ledgerOf(reading.slug);
  const view = viewOf(reading, sources, ROOT, publisher, citationStyles(), ledger);
  views.set(reading, view);
  return view;
}

/** Each page of a reading’s notes asks for it. */
const views = new WeakMap<Reading, View>();

/** @returns the earlier editions of a reading that are kept, the oldest first */
export async function frozenOf(slug: string): Promise<Reading[]> {
  // Astro warns of a collection that is empty, as it is while all texts are in their first edition.
  const present = (await kept('readings')).get(slug);
  if (present?.data.reading.edition.edition === 1) return [];
  return Array.from((await kept('frozen')).values(), ({ data }) => data.reading)
    .filter((reading) => reading.slug === slug)
    .sort((one, other) => one.edition.edition - other.edition.edition);
}

/** All earlier editions that are kept, in the readings’ order. */
export const allFrozen = once(async () =>
  (await Promise.all((await allReadings()).map(({ slug }) => frozenOf(slug)))).flat(),
);

/**
 * @param slug a reading's
 * @param edition the number of an earlier edition; the present one where there is none
 * @returns the component that draws its text
 * @throws when there is no such reading
 */
export async function textOf(slug: string, edition?: number) {
  return edition === undefined ? drawn('readings', slug) : drawn('frozen', `${slug}/${edition}`);
}

/** @returns a page of the content by its name: its title, and the component that draws it */
export async function writtenPage(name: string) {
  const page = (await kept('pages')).get(name);
  return page && { title: page.data.title, Content: await drawn('pages', name) };
}

/** @returns the names of the content’s pages */
export async function pageNames(): Promise<string[]> {
  return [...(await kept('pages')).keys()];
}

type Drawn = Awaited<ReturnType<NonNullable<ReturnType<typeof texts.get>>>>;

async function drawn(name: 'readings' | 'frozen' | 'pages', id: string): Promise<Drawn['Content']> {
  const load = import.meta.env.DEV ? await copyOf(name, id) : texts.get(`${name}/${id}`);
  if (!load) throw new Error(`There is no text \`${id}\` among ${name}.`);
  return (await load()).Content;
}

/** While one writes, a text is drawn from the copy of what was read of it. */
async function copyOf(name: 'readings' | 'frozen' | 'pages', id: string) {
  const entry = await getEntry(name, id);
  return entry && (() => import(/* @vite-ignore */ `/${entry.filePath}`) as Promise<Drawn>);
}

async function shelved(slug: string, edition?: number) {
  const id = edition === undefined ? slug : `${slug}/${edition}`;
  const found = (await kept(edition === undefined ? 'readings' : 'frozen')).get(id);
  if (!found) throw new Error(`There is no reading \`${id}\`.`);
  return found.data;
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

/**
 * @param read what is read on the page, where it is one reading: its language is asked first
 * @returns where the search index is
 */
export async function searchIndex(read?: Pick<Reading, 'language'>): Promise<IndexPlace> {
  const { folder, languages } = await findIndex();
  return { folder, languages: read ? inOrderOf([read.language], languages) : languages };
}

const findIndex = once(async (): Promise<IndexPlace> => {
  if (import.meta.env.DEV) return placeWhileWriting(await allReadings());
  return besideBuild().place;
});

/**
 * @param slug a reading's
 * @returns its ledger
 * @throws when it cannot be read, which the readings' loader has told before
 */
export async function ledgerOf(slug: string): Promise<Ledger> {
  return editedOf(await shelved(slug)).ledger;
}

/** @returns the slug of the reading, where there is only one: the site's navigation then leads to it */
export function onlyReading(readings: readonly Reading[]): string | undefined {
  return readings.length === 1 ? readings[0]!.slug : undefined;
}
