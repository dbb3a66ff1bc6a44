import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../core/annotation.ts';
import type { Reading } from '../core/reading.ts';
import { BARE_PAGES } from './bare-pages.ts';
import type { Synthetic } from './synthetic.ts';

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
export function writeBareSite({ files, readings }: Pick<Synthetic, 'files' | 'readings'>): string {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of Object.entries(BARE_PAGES)) write(name, text);
  for (const [name, text] of files) if (name.startsWith('sources/')) write(`content/${name}`, text);
  for (const reading of readings) {
    const { text, notes } = plain(files.get(`readings/${reading.slug}/index.mdx`)!);
    write(`content/readings/${reading.slug}.mdx`, text);
    for (const annotation of reading.annotations)
      write(
        `content/notes/${reading.slug}/${annotation.id}.mdx`,
        noteOf(reading, annotation, notes.get(annotation.id)!),
      );
  }
  return FOLDER;
}

/** A text in plain MDX: a mark is its words with a footnote behind them, evidence is a quotation with its source. */
function plain(mdx: string): { text: string; notes: Map<string, string> } {
  const text = mdx
    .replace(/<\/?Byline>/g, '')
    .replace(/<Evidence source="([^"]+)".*?>(.*?)<\/Evidence>/g, '> $2 [$1](/sources/$1/)')
    .replace(/<Since date="([^"]+)" source="([^"]+)">(.*?)<\/Since>/g, '$1: $3 [$2](/sources/$2/)')
    .replace(/<(\w+) id="([^"]+)".*?>(.*?)<\/\1>/g, '$3[^$2]');
  const [, ...notes] = text.split(/^\[\^(?=[^\]]+\]: )/m);
  return {
    text,
    notes: new Map(
      notes.map((note) => {
        const [id, words] = note.split(/\]: (.*)/s) as [string, string];
        return [id, words.replace(/^ {4}/gm, '')];
      }),
    ),
  };
}

/** A note by itself: the marked words, and what is said of them. */
function noteOf({ slug }: Reading, { quote, status, finding, evidence }: Annotation, note: string): string {
  const head = { reading: slug, quote, status, finding, sources: evidence.map(({ source }) => source) };
  return `---\n${JSON.stringify(head)}\n---\n\n${note}`;
}

function write(name: string, text: string) {
  const file = path.join(FOLDER, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
