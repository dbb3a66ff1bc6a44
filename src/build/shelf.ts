import type { EditedFiles } from '../core/export/formats.ts';
import type { Site } from '../core/export/subject.ts';
import type { Ledger } from '../core/ledger.ts';
import { parseLedger } from '../core/ledger-file.ts';
import type { Publication } from '../core/publication.ts';
import type { Reading, ReadingFiles } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { type Content, readContent } from './content.ts';
import { remembered } from './memory.ts';
import type { Searchable } from './search-index.ts';
import { ROOT } from './site.ts';

/** A reading as its collection keeps it: what was read, and the very files that it was read from. */
export interface Shelved {
  reading: Reading;
  files: EditedFiles['files'];
}

/** What a collection keeps of something. */
export interface Entry<Data> {
  id: string;
  data: Data;
  /** A text that is drawn when a page asks for it. */
  text?: { path: string; mdx: string };
}

/**
 * What each collection keeps, by id: together all that pages show, so that none is drawn from two states of the content.
 */
export interface Shelves {
  /** By slug. */
  readings: ReadonlyMap<string, Entry<Shelved>>;
  /** Earlier editions of readings, as `slug/number`. */
  frozen: ReadonlyMap<string, Entry<Shelved>>;
  /** By key. */
  sources: ReadonlyMap<string, Entry<Source>>;
  /** By name. */
  pages: ReadonlyMap<string, Entry<{ title: string }>>;
  /** Who answers for the site: one entry. */
  publication: ReadonlyMap<string, Entry<Publication>>;
}
export type Collection = keyof Shelves;

/** @returns what the collections keep of a content */
export function shelve({ readings, frozen, sources, publication, pages, files }: Content): Shelves {
  return {
    readings: byId(readings.map((reading) => entryOf(reading.slug, reading, files.get(reading.slug)!))),
    frozen: byId(
      frozen.map(({ reading, files: own }) =>
        entryOf(`${reading.slug}/${reading.edition.edition}`, reading, own),
      ),
    ),
    sources: byId([...sources.values()].map(({ path: _, ...source }) => ({ id: source.key, data: source }))),
    pages: byId(
      [...pages].map(([id, { title, path, mdx }]) => ({ id, data: { title }, text: { path, mdx } })),
    ),
    publication: byId([{ id: 'publication', data: publication }]),
  };
}

function byId<Data>(entries: readonly Entry<Data>[]): Map<string, Entry<Data>> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function entryOf(id: string, reading: Reading, { path, mdx, ledger }: ReadingFiles): Entry<Shelved> {
  return { id, data: { reading, files: { mdx, ledger: ledger?.json ?? '' } }, text: { path, mdx } };
}

const CONTENT_OF_BUILD = 'content of the build';

/** @returns the content that a build is made of: read when it is first asked for, and not again */
export function contentOfBuild(): Content {
  return remembered(CONTENT_OF_BUILD, [], () => readContent());
}

/** Has a build, or a part of one in another thread, be made of a content that is read already. */
export function takeContent(content: Content): void {
  remembered(CONTENT_OF_BUILD, [], () => content);
}

/** @returns what the collections keep of it, the same objects for the pages and for all that is written beside them */
export function shelvesOfBuild(): Shelves {
  return remembered('shelves of the build', [], () => shelve(contentOfBuild()));
}

/** @returns what is searched of it */
export function searchableOfBuild(): Searchable {
  return remembered('searchable of the build', [], () => {
    const { readings, sources } = shelvesOfBuild();
    return {
      readings: Array.from(readings.values(), ({ data }) => data.reading),
      sources: new Map(Array.from(sources.values(), ({ id, data }) => [id, data])),
    };
  });
}

/** @returns what formats of data need to know of the site */
export function siteOfBuild(): Site {
  const { publication } = contentOfBuild();
  return { root: ROOT, sources: searchableOfBuild().sources, publication };
}

/**
 * @returns a reading with its ledger and its files, as formats of data are made of it
 * @throws when the ledger cannot be read, which the readings' loader has told before
 */
export function editedOf({ reading, files }: Shelved): EditedFiles & { ledger: Ledger } {
  const { slug, edition } = reading;
  // Each page of a reading’s notes asks for it.
  const parse = () => parseLedger({ path: slug, json: files.ledger });
  const { ledger } = remembered(`ledger of ${slug}, ${edition.edition}`, [files.ledger], parse);
  if (!ledger) throw new Error(`The ledger of \`${slug}\` cannot be read.`);
  return { reading, ledger, files };
}
