import { CITE_ADDRESSES, noteCiteData, readingCiteData } from '../core/cite-data.ts';
import {
  ADDRESSES,
  type Format,
  type LongText,
  OF_ANNOTATION,
  OF_EDITION,
  OF_READING,
  OF_SITE,
  OF_SOURCE,
} from '../core/export/formats.ts';
import type { Site } from '../core/export/subject.ts';
import type { Referencer } from '../core/reference.ts';
import { CONTENT } from './content.ts';
import { isMadeHere, ownersOfSources } from './portion.ts';
import { editedOf, type Shelved, type Shelves, shelvesOfBuild, siteOfBuild } from './shelf.ts';
import { readStyles } from './styles.ts';

/** A file of data: its address within the site, with a slash before it, and its text. */
type DataFile = [address: string, text: LongText];

/**
 * All data that a build makes, file after file: what the routes in `pages/_data` serve while one writes. Astro would take for
 * each as long as for a page, and there are several of every note.
 */
export function* dataOfBuild(): Generator<DataFile> {
  const shelves = shelvesOfBuild();
  const site = siteOfBuild();
  const { styles } = readStyles(CONTENT);
  for (const [slug, shelved] of shelves.readings) {
    if (!isMadeHere(slug)) continue;
    yield* ofReading(shelved.data, site, styles);
    yield* ofEditions(shelved.data, shelves, site, styles);
  }
  const owners = ownersOfSources();
  for (const [source, { data }] of shelves.sources)
    if (isMadeHere(owners.get(source))) yield* written('source', { source }, OF_SOURCE, data, site);
  if (!isMadeHere(undefined)) return;
  const all = Array.from(shelves.readings.values(), ({ data }) => editedOf(data));
  yield* written('site', {}, OF_SITE, all, site);
}

function* ofReading(shelved: Shelved, site: Site, styles: readonly Referencer[]): Generator<DataFile> {
  const edited = editedOf(shelved);
  const { reading, ledger } = edited;
  const at = { reading: reading.slug };
  yield* written('reading', at, OF_READING, edited, site);
  yield cited('reading', at, readingCiteData(reading, site, styles));
  for (const annotation of reading.annotations) {
    const of = { ...at, note: annotation.id };
    yield* written('annotation', of, OF_ANNOTATION, { annotation, reading, ledger }, site);
    yield cited('annotation', of, noteCiteData(annotation, { reading, ledger }, site, styles));
  }
}

function* ofEditions(
  present: Shelved,
  { frozen }: Shelves,
  site: Site,
  styles: readonly Referencer[],
): Generator<DataFile> {
  const { slug } = present.reading;
  const earlier = Array.from(frozen.values(), ({ data }) => data).filter(
    ({ reading }) => reading.slug === slug,
  );
  for (const { reading, files } of [...earlier, present]) {
    const at = { reading: slug, edition: String(reading.edition.edition) };
    yield* written('edition', at, OF_EDITION, { reading, files }, site);
    yield cited('edition', at, readingCiteData(reading, site, styles));
  }
}

function* written<Subject>(
  name: keyof typeof ADDRESSES,
  at: Record<string, string>,
  formats: readonly Format<Subject, LongText>[],
  subject: Subject,
  site: Site,
): Generator<DataFile> {
  const address = filled(ADDRESSES[name].at, at);
  for (const { file, serialize } of formats) yield [address + file, serialize(subject, site)];
}

function cited(name: keyof typeof CITE_ADDRESSES, at: Record<string, string>, data: object): DataFile {
  return [filled(CITE_ADDRESSES[name], at), JSON.stringify(data)];
}

/** A pattern of addresses with what stands for each `:name`. */
function filled(pattern: string, at: Record<string, string>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => at[name]!);
}
