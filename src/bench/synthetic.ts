import { serializeLedger } from '../core/ledger-file.ts';
import { publishFirst } from '../core/publish.ts';
import { readReading, type Reading } from '../core/reading.ts';
import { readSource, type Source } from '../core/source.ts';
import { Chance } from './chance.ts';
import { Prose } from './prose.ts';
import { makeReading, type SyntheticReading, UNIFORM, type Variety } from './synthetic-reading.ts';
import { Vocabulary } from './vocabulary.ts';

/** The day on which everything synthetic was published and consulted; nothing in it is later. */
const DAY = '2025-10-01';
/** When the texts appeared, and the years in which what they cite did. */
const ISSUED = '2025-06-01';
const YEARS = [2021, 2025] as const;

/** How many papers and sites there are for sources to have appeared in. */
const PAPERS = 60;

/** Annotations in a reading. */
export const PER_READING = 60;

/** Made-up content: readings with notes, evidence and sources, as many as are asked for. */
export interface Synthetic {
  /** Every file of the content folder: its name with `/`, and its text. */
  files: Map<string, string>;
  readings: Reading[];
  /** The records they cite, by key. */
  sources: Map<string, Source>;
  /** From which all of it is made. */
  vocabulary: Vocabulary;
}

/**
 * Makes up the content of a site, the same for the same seed.
 *
 * @param annotations how many in all
 * @param seed a 32-bit integer
 * @param perReading annotations in each reading but the last, which has what is left
 * @param variety how far its readings differ
 * @throws where what is made up is not as the checker would have it
 */
export function makeContent(
  annotations: number,
  seed = 1,
  perReading = PER_READING,
  variety: Variety = UNIFORM,
): Synthetic {
  const chance = new Chance(seed);
  const vocabulary = new Vocabulary(chance);
  const prose = new Prose(chance, vocabulary);
  const papers = Array.from({ length: PAPERS }, () => `The ${prose.name()} ${chance.oneOf(PAPER_NAMES)}`);
  const content: Synthetic = { files: new Map(FRAME), readings: [], sources: new Map(), vocabulary };
  for (let place = 0; place * perReading < annotations; place += 1) {
    const count = Math.min(perReading, annotations - place * perReading);
    const made = makeReading(place, count, prose, chance, variety);
    const added = made.cited.filter((key) => !content.sources.has(key));
    for (const key of added) addSource(content, key, recordOf(key, papers, prose, chance));
    addReading(content, made);
  }
  return content;
}

const PAPER_NAMES = ['Post', 'Times', 'Review', 'Observer', 'Agency', 'Institute'];

/** What a site has besides readings and sources. */
const FRAME: readonly [string, string][] = [
  ['site.yaml', 'publisher: Nobody\nresponsible: Nobody\nreport: mailto:nobody@example.org\n'],
  ['pages/about.mdx', '---\ntitle: About\n---\n\n## This is made up\n\nTo measure the search by.\n'],
];

function recordOf(key: string, papers: readonly string[], prose: Prose, chance: Chance): string {
  const isText = key.endsWith('-text');
  const month = String(chance.between(1, 5)).padStart(2, '0');
  const issued = isText ? ISSUED : `${chance.between(...YEARS)}-${month}-15`;
  return [
    `type: ${isText ? 'post-weblog' : 'article-newspaper'}`,
    `title: "${prose.clause(4, 10)}"`,
    `container-title: "${chance.oneOf(papers)}"`,
    `author: [{ literal: "${prose.name()}" }]`,
    `issued: "${issued}"`,
    `URL: https://example.org/${key}`,
    `accessed: "${DAY}"`,
    'read: beginning',
    '',
  ].join('\n');
}

function addSource({ files, sources }: Synthetic, key: string, yaml: string) {
  const path = `sources/${key}.yaml`;
  const { source, problems } = readSource({ path, key, yaml }, DAY);
  if (!source || problems.length > 0) throw new Error(`\`${path}\`: ${problems[0]?.message}`);
  files.set(path, yaml);
  sources.set(key, source);
}

/** What is published for the first time is read without a ledger; its anchors are those that its ledger will name. */
function addReading({ files, readings, sources }: Synthetic, { slug, mdx, original }: SyntheticReading) {
  const folder = `readings/${slug}`;
  const [path, textPath] = [`${folder}/index.mdx`, `${folder}/original.txt`];
  const { reading, problems } = readReading(
    { slug, path, mdx, original: { path: textPath, text: original } },
    sources,
    DAY,
  );
  const fault = problems.find(({ id }) => id !== 'missing-ledger');
  if (!reading || fault) throw new Error(`\`${path}\`: ${fault?.message}`);
  readings.push(reading);
  files.set(path, mdx).set(textPath, original);
  files.set(`${folder}/anchors.json`, serializeLedger(publishFirst(reading, DAY).ledger));
}
