import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { faultOfFileName, foldSlug, isName, isReservedSlug } from '../core/anchor.ts';
import { composeReading, composeRecord, type Details, type NewRecord } from '../core/draft/compose.ts';
import { freeName } from '../core/draft/suggest-slug.ts';
import type { Problem } from '../core/problem.ts';
import { readReading, type Reading } from '../core/reading.ts';
import { OWN_KEYS, readSource, RESERVED_KEYS } from '../core/source.ts';
import { CONTENT, listReadings, readContent } from './content.ts';
import { Errand, type Orders } from './errand.ts';
import { fromGit } from './freeze.ts';
import { isFatal } from './report.ts';
import { writeWhole } from './write.ts';

/** A text that is to become a reading, and what is known of it. */
export interface NewReading {
  slug: string;
  details: Omit<Details, 'source'>;
  record: NewRecord;
  /** MDX without front matter, and the text of record. */
  body: string;
  original: string;
}

/** What was made of it. */
export interface Made {
  /** Key of the record of the text itself. */
  source: string;
  /** Paths of what was written, from the project’s root. */
  files: string[];
  /** What is wrong with it; with an error among it, nothing was written. */
  problems: Problem[];
}

/** The schemas that editors’ programs complete and check by. */
const SCHEMAS = 'public/schemas';

const READINGS = path.join(CONTENT, 'readings');
const SOURCES = path.join(CONTENT, 'sources');

/**
 * Makes a reading of a text, with its first edition and its record. The folder is made whole under a hidden name, which
 * neither build nor check reads, and then takes its own; nothing that is there is touched.
 *
 * @param wanted whose slug is free
 * @param today `YYYY-MM-DD`
 * @param isTrial write nothing
 * @throws what the file system throws
 */
export async function makeReading(wanted: NewReading, today: string, isTrial: boolean): Promise<Made> {
  const plan = planOf(wanted);
  const { reading, problems } = readPlanned(plan, wanted, today);
  const made = { source: plan.key, files: plan.files, problems };
  if (!reading || isFatal(problems) || isTrial) return made;
  await write(plan, wanted, reading, today);
  const { problems: all } = readContent(CONTENT, today);
  return { ...made, problems: all.filter((found) => isOf(plan, found)) };
}

/**
 * @param slug a name for a reading’s folder
 * @returns why it is not to be had, in words that follow “`slug` ”; undefined where it is free
 */
export function faultOfNewSlug(slug: string): string | undefined {
  if (!isName(slug)) return 'is not made of lower-case letters and digits joined by single hyphens';
  const fault = faultOfFileName(slug);
  if (fault !== undefined) return fault;
  if (isReservedSlug(slug)) return 'is an address of the site itself';
  const isTaken = [...namesIn(READINGS), ...pages()].some((name) => foldSlug(name) === foldSlug(slug));
  if (isTaken) return 'is there already; nothing of it is touched';
  // Its anchors have been given out, and the ledger of another text would give them out anew.
  if (existsSync(READINGS) && fromGit(READINGS, 'HEAD', `${slug}/anchors.json`) !== undefined)
    return 'was published, as the last commit shows';
  return undefined;
}

/**
 * @param text a text of record
 * @returns the slug of a reading that has it, to its words: white space may differ
 */
export function readingWith(text: string): string | undefined {
  const words = wordsOf(text);
  return listReadings().find(({ folder }) => {
    const file = path.join(folder, 'original.txt');
    return existsSync(file) && wordsOf(readFileSync(file, 'utf8')) === words;
  })?.slug;
}

function wordsOf(text: string): string {
  return text.replace(/[\s\uFEFF]+/g, ' ').trim();
}

/** What is to be written, and where. */
interface Plan {
  folder: string;
  key: string;
  /** Path and text of the record. */
  record: { file: string; yaml: string };
  mdx: string;
  files: string[];
}

function planOf({ slug, details, record, body }: NewReading): Plan {
  const folder = path.join(READINGS, slug);
  const yaml = composeRecord(record, schemaFrom(SOURCES, 'source'));
  const key = freeKey(slug, yaml);
  const file = path.join(SOURCES, `${key}.yaml`);
  const mdx = composeReading({ ...details, source: key }, schemaFrom(folder, 'reading'), body);
  const names = ['original.txt', 'index.mdx', 'anchors.json', 'editions/1.mdx', 'editions/1.txt'];
  return {
    folder,
    key,
    record: { file, yaml },
    mdx,
    files: [...names.map((name) => path.join(folder, name)), file],
  };
}

function schemaFrom(folder: string, name: string): string {
  return path.relative(folder, path.join(SCHEMAS, `${name}.json`)).replaceAll(path.sep, '/');
}

/** The key that is the slug’s, in the letters that keys have. A record that says the very same is this text’s own. */
function freeKey(slug: string, yaml: string): string {
  const key = slug.replace(/[^a-z0-9-]/g, '').replace(/^-+|-+$|-(?=-)/g, '') || 'text';
  const isNone = (name: string) => RESERVED_KEYS.includes(name) || name.startsWith(OWN_KEYS);
  const isAnothers = (name: string) => {
    const file = path.join(SOURCES, `${name}.yaml`);
    return existsSync(file) && readFileSync(file, 'utf8') !== yaml;
  };
  return freeName(isNone(key) ? `text-${key}` : key, isAnothers);
}

/** Reads what would be written as the site reads it. */
function readPlanned(
  { folder, key, record, mdx }: Plan,
  { slug, original }: NewReading,
  today: string,
): { reading?: Reading; problems: Problem[] } {
  const recorded = readSource({ path: record.file, key, yaml: record.yaml }, today);
  const sources = new Map(recorded.source ? [[key, recorded.source]] : []);
  const read = readReading(
    {
      slug,
      path: path.join(folder, 'index.mdx'),
      mdx,
      original: { path: path.join(folder, 'original.txt'), text: original },
    },
    sources,
    today,
  );
  const problems = [...recorded.problems, ...read.problems].filter(({ id }) => id !== 'missing-ledger');
  return { ...(read.reading && { reading: read.reading }), problems };
}

async function write(
  { folder, record, mdx }: Plan,
  { slug, original }: NewReading,
  reading: Reading,
  today: string,
) {
  const temporary = path.join(READINGS, `.${slug}.${process.pid}.tmp`);
  mkdirSync(SOURCES, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  try {
    writeWhole(path.join(temporary, 'original.txt'), original);
    writeWhole(path.join(temporary, 'index.mdx'), mdx);
    await publish({ slug, folder: temporary }, reading, today);
    writeWhole(record.file, record.yaml);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Its first edition, by what `npm run anchors` does. */
async function publish(place: { slug: string; folder: string }, reading: Reading, today: string) {
  const content = { readings: [reading], sources: new Map() };
  const orders: Orders = {
    today,
    by: undefined,
    why: undefined,
    onto: undefined,
    isTrial: false,
    listsPlaces: false,
    confirmsRemovals: false,
    prompt: undefined,
  };
  await new Errand(place, content, orders).run([]);
}

function isOf({ folder, record }: Plan, { position }: Problem): boolean {
  if (position === 'unavailable') return false;
  return position.path === record.file || position.path.startsWith(folder + path.sep);
}

function pages(): string[] {
  return namesIn(path.join(CONTENT, 'pages')).map((name) => path.basename(name, '.mdx'));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
}
