import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { serveSite } from '../../src/build/server.ts';
import { collectText } from '../../src/core/block.ts';
import { tagsOf, writeNote } from '../../src/core/import/write-note.ts';
import { escapeMarkdown } from '../../src/core/markdown.ts';
import { parseMdx } from '../../src/core/syntax.ts';
import { corpus } from '../core/support/hostile-corpus.ts';
import { run } from './command.ts';
import { buildSite, listen } from './sites.ts';

const CONTENT = path.join('node_modules', '.postil', 'hostile-content');
const DIST = path.join('node_modules', '.postil', 'hostile-site');
const BASE = '/hostile/';
const DAY = '2026-11-01';

/** Names that objects and documents have: ids of annotations, and keys of sources. */
const IDS =
  'constructor location body forms attributes cookie then valueof prototype name length title top search page'.split(
    ' ',
  );

/** A slug that every object has, too. */
export const SLUG = 'constructor';

/** Words of the corpus, each of which stands in every field of an annotation and of a source. */
export const WORDS: readonly string[] = corpus()
  .filter(({ place, expected }) => place === 'words' && expected.length === 0)
  .map(({ input }) => input);

/** The addresses of every page of the site, without its base path. */
export const PAGES: readonly string[] = [
  '',
  `${SLUG}/`,
  `${SLUG}/editions/`,
  ...WORDS.map((_, place) => `${SLUG}/notes/${nameOf(place)}/`),
  ...WORDS.map((_, place) => `sources/${nameOf(place)}/`),
  'sources/',
  'claims/',
  'figures/',
  'timeline/',
  'search/',
  'check/',
  'about/',
  'colophon/',
  '404.html',
];

/** Builds a site in which everything that content can say is hostile, and serves it with the production headers. */
export async function serveHostile(): Promise<{ server: Server; site: string }> {
  rmSync(CONTENT, { recursive: true, force: true });
  writeContent();
  const { status, stdout, stderr } = run(['npm', 'run', 'anchors', '--', '--date', DAY], {
    POSTIL_CONTENT: CONTENT,
  });
  if (status !== 0) throw new Error(`No ledger was written.\n${stdout}\n${stderr}`);
  buildSite(DIST, { POSTIL_CONTENT: CONTENT, POSTIL_BASE: BASE, POSTIL_SITE: 'https://example.org' });
  const { server, address } = await listen(serveSite(DIST, BASE));
  return { server, site: address + BASE };
}

function nameOf(place: number): string {
  return IDS[place] ?? `words-${place}`;
}

function writeContent() {
  const [image] = WORDS.filter((words) => words.includes('onerror'));
  const title = JSON.stringify(image);
  const body = `${[...WORDS.keys()].map(paragraph).join('\n\n')}\n\n${[...WORDS.keys()].map(note).join('\n\n')}\n`;
  const folder = `readings/${SLUG}`;
  write(
    `${folder}/index.mdx`,
    `---\ntitle: ${title}\nauthor: [{ literal: ${title} }]\nlanguage: en\nsource: ${nameOf(0)}\ndisputes:\n  - about: ${title}\n    annotations: [${nameOf(0)}, ${nameOf(1)}]\nlimits: [{ name: ${title}, text: ${title} }]\n---\n\n${body}`,
  );
  const { blocks } = collectText(parseMdx(body));
  write(`${folder}/original.txt`, `${blocks.map(({ text }) => text).join('\n\n')}\n`);
  write(
    `${folder}/timeline.yaml`,
    `- date: "2026-10-01"\n  event: ${title}\n  sources: [${nameOf(0)}]\n  annotations: [${nameOf(0)}]\n  text: silent\n`,
  );
  for (const place of WORDS.keys()) write(`sources/${nameOf(place)}.yaml`, record(place));
  write('pages/about.mdx', `---\ntitle: ${title}\n---\n\n${escapeMarkdown(WORDS.join(' '))}\n`);
  write('pages/colophon.mdx', `---\ntitle: ${title}\n---\n\nMade up.\n`);
  write(
    'site.yaml',
    `handbook: false\nname: ${title}\npublisher: ${title}\nresponsible: ${title}\naddress: ${title}\nreport: https://example.org/{id}\n`,
  );
}

function paragraph(_: unknown, place: number): string {
  const words = WORDS[place]!;
  const { open, close } = tagsOf('Quotation', {
    id: nameOf(place),
    status: 'contested',
    checked: DAY,
    by: words,
    why: words,
    wording: words,
    source: nameOf(place),
  });
  return `Somebody wrote ${open}${escapeMarkdown(`“${words}”`)}${close} on the wall.`;
}

function note(_: unknown, place: number): string {
  const words = [{ type: 'text' as const, value: WORDS[place]! }];
  const attributes = { source: nameOf(place), bearing: 'context', lang: 'uk', rendering: WORDS[place] };
  return writeNote(
    nameOf(place),
    [
      { type: 'paragraph', children: words },
      { type: 'paragraph', children: words },
    ],
    [
      { name: 'Evidence', attributes, words },
      { name: 'Reply', attributes: { from: WORDS[place], date: DAY }, words },
    ],
  );
}

function record(place: number): string {
  const words = JSON.stringify(WORDS[place]);
  return `type: webpage\ntitle: ${words}\nauthor: [{ literal: ${words} }]\ncontainer-title: ${words}\npublisher: ${words}\nURL: ${JSON.stringify(`https://\u0430pple.example/${place}?a=<b>&c="`)}\nissued: "2026-10-01"\naccessed: "${DAY}"\nread: whole\nstrength: ${words}\nvia: ${words}\nnote: ${words}\n`;
}

function write(name: string, text: string) {
  const file = path.join(CONTENT, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
