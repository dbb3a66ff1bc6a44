import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Reading } from '../core/reading.ts';
import { byLanguage, indexedLanguages, type SearchIndex, searchIndexes } from '../core/search-index.ts';
import type { Source } from '../core/source.ts';
import { remembered } from './memory.ts';
import { buildIndex } from './pagefind.ts';

/** The folder of all indexes. What stands in it never changes: its name would. */
export const INDEX_ROOT = 'pagefind';

/** To be raised whenever the same content is written in other files. */
const FORMAT = 5;

/** Hexadecimal digits that tell one index from any other that the same addresses ever had. */
const DIGEST_DIGITS = 10;

/** What is searched. */
export interface Searchable {
  readings: readonly Reading[];
  sources: ReadonlyMap<string, Source>;
}

/** Where the search index is, from the site’s root without slashes, and its languages, the largest first. */
export interface IndexPlace {
  folder: string;
  languages: string[];
}

/** @returns where the index of a content is: elsewhere for another content */
export function placeOfIndex(searchable: Searchable): IndexPlace {
  return indexed(searchable).place;
}

/** @returns where the index is while one writes: the development server has that of the content as it is, and no other */
export function placeWhileWriting(readings: readonly Reading[]): IndexPlace {
  return { folder: `${INDEX_ROOT}/now`, languages: indexedLanguages(readings) };
}

/**
 * @returns its place, and its files by their names within the folder
 * @throws when Pagefind reports an error
 */
export async function writeIndex(
  searchable: Searchable,
): Promise<IndexPlace & { files: Map<string, Uint8Array> }> {
  const { indexes, place } = indexed(searchable);
  const files = new Map<string, Uint8Array>();
  for (const index of indexes) for (const [name, content] of await filesOf(index)) files.set(name, content);
  return { ...place, files };
}

/** Each page says where the index is, and when all are drawn it is written there. */
function indexed({ readings, sources }: Searchable): { indexes: SearchIndex[]; place: IndexPlace } {
  return remembered('search indexes', [...readings, ...sources.values()], () => {
    const indexes = searchIndexes(readings, sources);
    return { indexes, place: placeOf(indexes) };
  });
}

/**
 * The same while one writes: made anew for the languages of the readings that have changed, and for all where a source
 * has.
 *
 * @returns its files, by their names within the folder
 * @throws when Pagefind reports an error
 */
export async function writeIndexAnew({ readings, sources }: Searchable): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [language, own] of byLanguage(readings)) {
    const make = async () => (await Promise.all(searchIndexes(own, sources).map(filesOf))).flat();
    const made = remembered(`index ${language}`, [...own, ...sources.values()], make);
    for (const [name, content] of await made) files.set(name, content);
  }
  return files;
}

async function filesOf(index: SearchIndex): Promise<[name: string, content: Uint8Array][]> {
  const all = [...(await buildIndex(index)), ...ownFiles(index).map(written)];
  return all.map(([name, content]) => [`${index.language}/${name}`, content]);
}

function placeOf(indexes: readonly SearchIndex[]): IndexPlace {
  const hash = createHash('sha256');
  for (const words of inJson(indexes)) hash.update(words);
  return {
    folder: `${INDEX_ROOT}/${hash.digest('hex').slice(0, DIGEST_DIGITS)}`,
    languages: indexes.map(({ language }) => language),
  };
}

/** All that tells an index from another, as JSON; in pieces, for that of a thousand readings is too long for a string. */
function* inJson(indexes: readonly SearchIndex[]): Generator<string> {
  yield `[${FORMAT},${JSON.stringify(makers())},[`;
  for (const [place, index] of indexes.entries()) {
    yield `${place > 0 ? ',' : ''}[${JSON.stringify(index.language)},`;
    yield* listInJson(index.records);
    yield ',';
    yield* listInJson(ownFiles(index));
    yield ']';
  }
  yield ']]';
}

function* listInJson(values: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [place, value] of values.entries()) yield (place > 0 ? ',' : '') + JSON.stringify(value);
  yield ']';
}

/** The programs that write what is not ours, with their versions; they are pinned. */
function makers(): unknown {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return [dependencies.pagefind, dependencies.esbuild];
}

/** What is known and shown of the records. */
function ownFiles({
  packs,
  best,
  lanes,
  columns,
  details,
  words,
}: SearchIndex): [name: string, content: unknown][] {
  return [
    ...named('pack', packs.entries()),
    ...named('best', best.entries()),
    ...named('lane', lanes),
    ...named('facet', columns),
    ...named('details', details),
    ['words.json', words],
  ];
}

function named(what: string, files: Iterable<[key: string | number, content: unknown]>): [string, unknown][] {
  return [...files].map(([key, content]) => [`${what}-${key}.json`, content]);
}

function written([name, content]: [string, unknown]): [string, Uint8Array] {
  return [name, new TextEncoder().encode(JSON.stringify(content))];
}
