import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Bibliographic, type Item, toRecord } from '../core/authoring/csl-record.ts';
import { newKey } from '../core/authoring/source-key.ts';
import { findTwin } from '../core/authoring/twin.ts';
import { writeSource } from '../core/authoring/write-source.ts';
import { readSource, type Source } from '../core/source.ts';
import { CONTENT, readSources } from './content.ts';
import { report } from './report.ts';
import type { Prompt } from './terminal.ts';
import { writeWhole } from './write.ts';

/** Bibliographic data, and where they are from. */
export interface Offer {
  item: Item;
  /** What is stated beyond it: name and value. */
  beyond?: string[];
  /** What its editor may want to correct, in full sentences. */
  said?: string[];
  /** In words that follow “Made from”. */
  from: string;
}

/** How records are made of offers. */
export interface Orders {
  /** The key that the editor has chosen. */
  key: string | undefined;
  /** `YYYY-MM-DD` */
  today: string;
  /** Write nothing. */
  isTrial: boolean;
  /** Asks the editor for a key; none where nobody can be asked, or wants to be. */
  prompt: Prompt | undefined;
}

/** A record that is there now. */
export interface NewSource {
  key: string;
  file: string;
  record: Bibliographic;
  /** What is stated, and not in the record. */
  unheld: string[];
  /** What was read otherwise than it stood there, in full sentences. */
  said: string[];
}

/** A record that was not made, and why, in full sentences. */
export interface NoSource {
  from: string;
  title?: string | undefined;
  why: string;
}

/** Where the schema of records is, from the project's root. */
const SCHEMA = path.join('public', 'schemas', 'source.json');

/**
 * Makes a file of each record in `content/sources/`. None that is there is overwritten, and what has a record already
 * gets a second one only where the editor gives a key.
 *
 * @param offers in the order in which they are to be tried
 * @param orders what to do
 */
export async function addSources(
  offers: readonly Offer[],
  orders: Orders,
): Promise<(NewSource | NoSource)[]> {
  const shelf = shelfOf(orders.today);
  const outcomes: (NewSource | NoSource)[] = [];
  for (const offer of offers) outcomes.push(await add(offer, shelf, orders));
  return outcomes;
}

/** The records that there are, and the names that are taken: also those of files that cannot be read. */
interface Shelf {
  folder: string;
  sources: (Bibliographic & Pick<Source, 'key'>)[];
  taken: Set<string>;
}

function shelfOf(today: string): Shelf {
  const folder = path.join(CONTENT, 'sources');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return {
    folder,
    sources: [...readSources(CONTENT, today).sources.values()],
    taken: new Set(names.map((name) => path.parse(name).name.toLowerCase())),
  };
}

async function add(
  { item, beyond = [], said: before = [], from }: Offer,
  shelf: Shelf,
  orders: Orders,
): Promise<NewSource | NoSource> {
  const { record, unheld: without, said: read } = toRecord(item, orders.today);
  const said = [...before, ...read];
  const unheld = [...without, ...beyond];
  const refuse = (why: string): NoSource => ({ from, title: record.title, why });
  const twin = findTwin(record, shelf.sources);
  if (twin && orders.key === undefined)
    return refuse(`The record \`${twin.key}\` has its ${twin.by} already. A second one needs --key KEY.`);
  const key = orders.key ?? (await keyFor(record, shelf, orders.prompt));
  if (shelf.taken.has(key.toLowerCase())) return refuse(`There is a record \`${key}\` already.`);
  const file = path.join(shelf.folder, `${key}.yaml`);
  const yaml = writeSource(record, { schema: schemaFrom(shelf.folder), from, unheld });
  const { problems } = readSource({ path: file, key, yaml }, orders.today);
  if (problems.length > 0) return refuse(`It would be no record:\n${report(problems)}`);
  if (!orders.isTrial) {
    mkdirSync(shelf.folder, { recursive: true });
    writeWhole(file, yaml);
  }
  shelf.taken.add(key);
  shelf.sources.push({ key, ...record });
  return { key, file, record, unheld, said };
}

async function keyFor(record: Bibliographic, { taken }: Shelf, prompt: Prompt | undefined): Promise<string> {
  const suggested = newKey(record, taken);
  if (!prompt) return suggested;
  const answer = await prompt(`${record.title ?? record.URL ?? 'A source'}\nIts key [${suggested}]: `);
  return answer === '' ? suggested : answer;
}

/** As editors of YAML look for it: from the file, with slashes. */
function schemaFrom(folder: string): string {
  return path.relative(folder, SCHEMA).replaceAll(path.sep, '/');
}
