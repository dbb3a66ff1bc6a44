import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Searchable } from '../build/search-index.ts';
import type { Annotation } from '../core/annotation.ts';
import type { Reading } from '../core/reading.ts';
import { BARE_PAGES } from './bare-pages.ts';
import { headed, noteInMarkdown, textInMarkdown } from './markdown.ts';

/** Within the project, so that Astro, its MDX and Pagefind are found from there. */
const FOLDER = path.join('.astro', 'bare-site');

/**
 * Writes the floor under a site: what somebody would make of the same texts, notes and sources with Astro, its MDX and
 * Pagefind alone. It has as many pages as ours, and nothing of ours in them: a page for each text with its notes and
 * their evidence, for each note, for each source, and lists; no other formats, no references in styles, no ledger.
 *
 * @param content the readings and their sources
 * @returns the folder, which `astro build --root` takes
 */
export function writeBareSite({ readings, sources }: Searchable): string {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of Object.entries(BARE_PAGES)) write(name, text);
  for (const [key, source] of sources) write(`content/sources/${key}.yaml`, stringify(source));
  for (const reading of readings) {
    const { slug, title, annotations } = reading;
    write(`content/readings/${slug}.mdx`, headed({ title }, textInMarkdown(reading, sources)));
    for (const annotation of annotations)
      write(
        `content/notes/${slug}/${annotation.id}.mdx`,
        headed(headOf(reading, annotation), noteInMarkdown(reading, annotation, sources)),
      );
  }
  return FOLDER;
}

/** What lists say of a note. */
function headOf({ slug }: Reading, { quote, status, finding, evidence }: Annotation) {
  return { reading: slug, quote, status, finding, sources: evidence.map(({ source }) => source) };
}

function write(name: string, text: string) {
  const file = path.join(FOLDER, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
