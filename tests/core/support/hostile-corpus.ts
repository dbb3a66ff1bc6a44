import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { citationChecker } from '../../../src/core/check-citations.ts';
import { findCitations } from '../../../src/core/citation-finder.ts';
import { importInto } from '../../../src/core/import/import.ts';
import { readAnnotations } from '../../../src/core/import/read-file.ts';
import { tagsOf, writeNote } from '../../../src/core/import/write-note.ts';
import { parseLedger } from '../../../src/core/ledger-file.ts';
import { escapeMarkdown } from '../../../src/core/markdown.ts';
import { readPage } from '../../../src/core/page.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { readPublication } from '../../../src/core/publication.ts';
import { readReading, type Reading } from '../../../src/core/reading.ts';
import { checkSite } from '../../../src/core/site.ts';
import { readSource, type Source } from '../../../src/core/source.ts';
import { HARBOUR } from './published.ts';
import { headOf, SOURCES, TODAY } from './reading.ts';

const CORPUS = path.join(import.meta.dirname, '../../fixtures/hostile');

/** An entry of the corpus, as its file has it: see the README beside the files. */
type Entry = Partial<Record<Place, string[]>> & {
  wants: string;
  repeat?: Record<string, [string, number]>;
  each?: boolean;
  expected: string | string[];
};

/** A hostile input, and what must happen. */
export interface Case {
  entry: string;
  place: Place;
  input: string;
  /** One problem of this id or more and none of another; or exactly these, with their places where those are given. */
  expected: string | readonly string[];
}

/** What came of an input. */
export interface Outcome {
  problems: Problem[];
  /** What would be published, where something is to be seen of the input. */
  published?: { reading: Reading; mdx: string; sources: ReadonlyMap<string, Source> };
  /** The words that must be found in it again. */
  words?: string;
}

type Place = keyof typeof TRY;

/** What is told of a reading that is not yet published. */
const OF_NEW = ['missing-ledger', 'missing-original'];

/** Reads an input in its place. */
const TRY = {
  text: (input: string) => tryReading(`${input}\n`),
  mark: (input: string) => tryReading(marked('x', 'A note.', input)),
  note: (input: string) => tryReading(marked('x', `A note.\n\n    ${input}`)),
  link: (input: string) => tryReading(`A [word](${input}) and [another][link].\n\n[link]: ${input}\n`),
  id: (input: string) => tryReading(marked(input, 'A note.')),
  head: (input: string) => tryReading('A text.\n', `${input}\n`),
  evidence: (input: string) =>
    tryReading(marked('x', `A note.\n\n    <Evidence source="${input}" bearing="context">Cold.</Evidence>`)),
  words: tryWords,
  slug: (input: string): Outcome => ({ problems: checkSite([], [{ slug: input, path: 'x' }], new Map()) }),
  key: (input: string) => tryRecord('type: webpage\ntitle: A\n', input),
  record: (input: string) => tryRecord(input, 'hostile'),
  address: (input: string) =>
    tryRecord(`type: webpage\ntitle: A\nURL: ${JSON.stringify(input)}\n`, 'hostile'),
  site: (input: string): Outcome => readPublication({ path: 'site.yaml', yaml: `${input}\n` }),
  page: (input: string): Outcome => readPage({ path: 'a.mdx', mdx: `---\ntitle: A\n---\n\n${input}\n` }),
  ledger: (input: string): Outcome => parseLedger({ path: 'anchors.json', json: input }),
  import: tryImport,
  clipboard: tryClipboard,
} satisfies Record<string, (input: string) => Outcome>;

/** @returns every input of the corpus */
export function corpus(): Case[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const entry = parse(readFileSync(path.join(CORPUS, name), 'utf8')) as Entry;
      return (Object.keys(TRY) as Place[]).flatMap((place) =>
        (entry[place] ?? []).map((input, index): Case => ({
          entry: name.slice(0, -'.yaml'.length),
          place,
          input: repeated(input, entry.repeat ?? {}),
          expected: entry.each ? [entry.expected[index]!] : entry.expected,
        })),
      );
    });
}

/** @returns what comes of an input */
export function attempt({ place, input }: Pick<Case, 'place' | 'input'>): Outcome {
  return TRY[place](input);
}

function repeated(input: string, repeat: NonNullable<Entry['repeat']>): string {
  return Object.entries(repeat).reduce(
    (all, [name, [sign, times]]) => all.replaceAll(name, () => sign.repeat(times)),
    input,
  );
}

function marked(id: string, note: string, attribute = ''): string {
  const more = attribute === '' ? '' : ` ${attribute}`;
  return `A <Claim id="${id}" status="opinion" checked="${TODAY}"${more}>cold</Claim> winter.\n\n[^${id}]: ${note}\n`;
}

function tryReading(body: string, head = '', sources = SOURCES): Outcome {
  const mdx = headOf('en-GB', head) + body;
  const { reading, problems } = readReading({ slug: 'test', path: 'index.mdx', mdx }, sources, TODAY);
  return {
    problems: problems.filter(({ id }) => !OF_NEW.includes(id)),
    ...(reading && { published: { reading, mdx, sources } }),
  };
}

function tryRecord(yaml: string, key: string): Outcome {
  const { source, problems } = readSource({ path: `${key}.yaml`, key, yaml }, TODAY);
  if (!source || problems.length > 0) return { problems };
  const { published } = tryReading(
    marked('x', `A note.\n\n    <Evidence source="${key}" bearing="context">Cold.</Evidence>`),
    '',
    new Map([...SOURCES, [key, source]]),
  );
  return { problems, ...(published && { published }) };
}

/** Words in every field that takes any. */
function tryWords(words: string): Outcome {
  const text = JSON.stringify(words);
  const { source, problems } = readSource(
    {
      path: 'hostile.yaml',
      key: 'hostile',
      yaml: `type: book\ntitle: ${text}\nauthor: [{ literal: ${text} }, { family: ${text}, given: ${text} }]\ncontainer-title: ${text}\npublisher: ${text}\nDOI: ${text}\nISBN: ${text}\npage: ${text}\nstrength: ${text}\nvia: ${text}\nnote: ${text}\n`,
    },
    TODAY,
  );
  if (!source) return { problems };
  const { open, close } = tagsOf('Quotation', {
    id: 'x',
    status: 'contested',
    checked: TODAY,
    by: words,
    why: words,
    wording: words,
    source: 'hostile',
  });
  const plain = [{ type: 'text' as const, value: words }];
  const note = writeNote(
    'x',
    [
      { type: 'paragraph', children: plain },
      { type: 'paragraph', children: plain },
    ],
    [
      {
        name: 'Evidence',
        attributes: { source: 'hostile', bearing: 'context', lang: 'uk', rendering: words },
        words: plain,
      },
      { name: 'Reply', attributes: { from: words, date: TODAY }, words: plain },
    ],
  );
  const outcome = tryReading(
    `A ${open}${escapeMarkdown(`“${words}”`)}${close} b.\n\n${note}\n`,
    `limits: [{ name: ${text}, text: ${text} }]\ndisputes: []\n`,
    new Map([...SOURCES, ['hostile', source]]),
  );
  return { ...outcome, problems: [...problems, ...outcome.problems], words };
}

/** What a stranger wrote of words in a text. */
function tryImport(text: string): Outcome {
  const body = 'One two three.\n';
  const { reading } = tryReading(body).published!;
  const target = [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'two' }] }];
  const row = { id: 'x', uri: 'https://example.org/', user: text, created: text, tags: [text], text, target };
  const { mdx } = importInto(readAnnotations([row]).incoming, {
    reading,
    mdx: headOf() + body,
    sources: SOURCES,
    today: TODAY,
  });
  const outcome = tryReading(mdx.slice(headOf().length));
  // That a stranger's note is long, or a source of theirs unknown, is advice for who accepts it.
  return { ...outcome, problems: outcome.problems.filter(({ id }) => !OF_STRANGERS.includes(id)) };
}

const OF_STRANGERS = ['long-finding', 'very-long-note'];

const check = citationChecker([HARBOUR]);
const SITE = { slugs: ['harbour'], base: '/', hosts: ['example.org'], isAddressed: true };

function tryClipboard(text: string): Outcome {
  for (const found of findCitations(text, SITE, { quotations: true, lines: true })) check(found);
  return { problems: [] };
}
