import fc from 'fast-check';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listReadings, readContent, readFiles, readSources } from '../../src/build/content.ts';
import { serializeLedger } from '../../src/core/ledger-file.ts';
import { isError, type Position, type Problem } from '../../src/core/problem.ts';
import { publishFirst } from '../../src/core/publish.ts';
import { readReading } from '../../src/core/reading.ts';
import { readSource, type Source } from '../../src/core/source.ts';
import { anything, mutated } from '../core/support/mutations.ts';
import { headOf } from '../core/support/reading.ts';
import { FIXTURE_CONTENT } from './pages.ts';

const TODAY = '2026-11-20';
const HEAD = headOf().replace('source: post', 'source: the-tester');

/** Tries for each reading that is wanted: most of what is made by chance is refused. */
const TRIES = 60;

/** What is told of a reading that is not yet published. */
const OF_NEW = new Set(['missing-ledger', 'missing-original']);

/** A reading made by chance, of which nothing is refused. */
interface Made {
  slug: string;
  mdx: string;
}

/**
 * Writes the content of a site: the fixtures, and as many readings and records made of them by chance, all of which
 * the checker lets pass.
 *
 * @param folder that the content is written to; what was in it goes
 * @param count how many readings
 * @param seed of chance
 * @returns the slugs of the readings that were made
 */
export function writeFuzzed(folder: string, count: number, seed: number): string[] {
  rmSync(folder, { recursive: true, force: true });
  cpSync(FIXTURE_CONTENT, folder, { recursive: true });
  const sources = writeRecords(folder, count, seed);
  for (const made of makeReadings(count, seed, sources)) writeReading(folder, made, sources);
  return leaveWhatPasses(folder);
}

/** Records made by chance, and those of the fixtures. */
function writeRecords(folder: string, count: number, seed: number): ReadonlyMap<string, Source> {
  const known = readSources(FIXTURE_CONTENT, TODAY).sources;
  const records = [...known.values()].map((source) => readFileSync(source.path, 'utf8'));
  const sources = new Map<string, Source>(known);
  for (const yaml of fc.sample(mutated(records), { numRuns: count * TRIES, seed })) {
    const key = `made-${sources.size}`;
    const { source, problems } = readSource({ path: `${key}.yaml`, key, yaml }, TODAY);
    if (!source || problems.length > 0) continue;
    sources.set(key, source);
    writeFileSync(path.join(folder, 'sources', `${key}.yaml`), yaml);
    if (sources.size > count) break;
  }
  return sources;
}

function* makeReadings(count: number, seed: number, sources: ReadonlyMap<string, Source>): Generator<Made> {
  const originals = listReadings(FIXTURE_CONTENT).map((folder) => readFiles(folder).mdx);
  const keys = [...sources.keys()];
  const small = fc
    .tuple(anything, anything, anything, fc.constantFrom(...keys))
    .map(
      ([text, note, excerpt, key]) =>
        `${HEAD}${text}\n\nA <Claim id="x" status="opinion" checked="${TODAY}">cold</Claim> day.\n\n[^x]: ${note}\n\n    <Evidence source="${key}" bearing="context">${excerpt}</Evidence>\n`,
    );
  const any = fc.oneof(mutated(originals), small);
  let made = 0;
  for (const mdx of fc.sample(any, { numRuns: count * TRIES, seed })) {
    const { reading, problems } = readReading({ slug: 'x', path: 'index.mdx', mdx }, sources, TODAY);
    if (!reading || problems.some(isFault)) continue;
    yield { slug: `made-${made}`, mdx };
    made += 1;
    if (made === count) return;
  }
}

/** With the words that it has as its original, and as they are first published. */
function writeReading(folder: string, { slug, mdx }: Made, sources: ReadonlyMap<string, Source>) {
  const { reading } = readReading({ slug, path: 'index.mdx', mdx }, sources, TODAY);
  const { ledger } = publishFirst(reading!, TODAY);
  const place = path.join(folder, 'readings', slug);
  mkdirSync(place);
  writeFileSync(path.join(place, 'index.mdx'), mdx);
  writeFileSync(
    path.join(place, 'original.txt'),
    reading!.blocks.map(({ text }) => text).join('\n\n') + '\n',
  );
  writeFileSync(path.join(place, 'anchors.json'), serializeLedger(ledger));
}

/** What is wrong only beside the others goes, until nothing is. */
function leaveWhatPasses(folder: string): string[] {
  for (;;) {
    const { problems, readings } = readContent(folder, TODAY);
    const faulty = new Set(problems.filter(isError).map(({ position }) => placeOf(position)));
    if (faulty.size === 0) return readings.map(({ slug }) => slug).filter((slug) => slug.startsWith('made-'));
    for (const place of faulty) rmSync(place, { recursive: true });
  }
}

/** The folder of the reading, or the record, that a problem is in. */
function placeOf(position: Position): string {
  if (position === 'unavailable') throw new Error('There is a problem of no file.');
  const [made] = /^.*[\\/]made-\d+(?:\.yaml)?/.exec(position.path) ?? [];
  if (made === undefined) throw new Error(`There is a problem in ${position.path}, which was not made here.`);
  return made;
}

function isFault(problem: Problem): boolean {
  return isError(problem) && !OF_NEW.has(problem.id);
}
