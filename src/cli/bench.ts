/**
 * `npm run bench`: Postil's search beside MiniSearch and Lunr, over the published edition and over made-up content,
 * in a real browser; then the pages of a reading and of a note beside the same words by hand and built by others; then
 * how long a reader on a slow network waits for the first hit; then a site of many readings, and the live loop.
 * Everything is told as a multiple of a floor that was measured in the same run.
 *
 * Exit codes: 0 measured, 2 could not run. No figure is wrong: what is asserted of the search, tests assert.
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { benchOn, machine, type Result } from '../bench/bench.ts';
import { launchChromium } from '../bench/chromium.ts';
import type { Comparison } from '../bench/comparison.ts';
import { benchFinding } from '../bench/finding.ts';
import { keep, KEPT, NOISE, NOISE_OF_ONE, readKept, tellChange, toKept } from '../bench/kept.ts';
import { judge } from '../bench/lighthouse.ts';
import { benchLoad } from '../bench/load.ts';
import type { Extent } from '../bench/measurement.ts';
import { benchPages } from '../bench/pages.ts';
import { buildPeers, type Peers } from '../bench/peers.ts';
import { benchSite, type SiteResult } from '../bench/site.ts';
import { madeUp, published, type Subject } from '../bench/subject.ts';
import { comparisonTableOf, scoresTableOf, siteTableOf, tableOf } from '../bench/table.ts';

const USAGE = `npm run bench [-- OPTION …]

  --annotations N  the engines of search only, over made-up content with N annotations; or --finding over it
  --pages          the pages of a reading and of a note only, beside the same words by hand
  --finding        from focus to the first hit on a slow network only, beside plain Pagefind
  --site           the site of many readings only: its build, its pages, and the live loop
  --readings N     how many readings it has, with 60 annotations each, instead of 50
  --alone          no bare site beside it: one of a thousand readings may need more memory than there is
  --peers          Eleventy, Starlight and VitePress too, in the tables of pages and of finding; installs them
  --load           what one server holds; installs autocannon
  --lighthouse     what Lighthouse says of a page of each kind; installs it
  --quick          one round, 1,000 annotations only where N is not given, and a site of 10 readings
  --keep           keeps the figures of pages, finding and load in ${KEPT}, with which later runs compare theirs
  --json           print the figures as JSON

What is installed goes into tests/bench, and nothing else needs it.`;

const SIZES = [1000, 10_000];
/** Annotations of made-up content that has about 160 records, and about 10,000. */
const FINDING_SIZES = [31, 1960];
const READINGS = 50;
const FEW_READINGS = 10;
const WHOLE: Extent = { rounds: 5, visits: 5, questions: 100, typed: 10 };
const QUICK: Extent = { rounds: 1, visits: 2, questions: 20, typed: 2 };
/** Further words in each round of finding. */
const WORDS = 10;
const FEW_WORDS = 3;

/** What was asked for on the command line. */
interface Asked {
  annotations?: string;
  readings?: string;
  pages?: boolean;
  finding?: boolean;
  site?: boolean;
  alone?: boolean;
  peers?: boolean;
  load?: boolean;
  lighthouse?: boolean;
  quick?: boolean;
  keep?: boolean;
  json?: boolean;
}

/** What can be measured by itself. All of the first are, where none is named. */
const PARTS = ['engines', 'pages', 'finding', 'site'] as const;
type Part = (typeof PARTS)[number];

try {
  const { values } = parseArgs({
    options: {
      annotations: { type: 'string' },
      readings: { type: 'string' },
      pages: { type: 'boolean' },
      finding: { type: 'boolean' },
      site: { type: 'boolean' },
      alone: { type: 'boolean' },
      peers: { type: 'boolean' },
      load: { type: 'boolean' },
      lighthouse: { type: 'boolean' },
      quick: { type: 'boolean' },
      keep: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

async function bench(asked: Asked) {
  if (asked.keep && asked.quick)
    throw new Error('`--keep` keeps what later runs are compared with, and `--quick` is too noisy for that.');
  const extent = asked.quick ? QUICK : WHOLE;
  const parts = partsOf(asked);
  const subjects = parts.has('engines') ? subjectsOf(asked) : [];
  const readings = numberOf('readings', asked.readings) ?? (asked.quick ? FEW_READINGS : READINGS);
  const tell = (table: string) => {
    if (!asked.json) console.log(`${table}\n`);
  };
  const browser = await launchChromium();
  try {
    tell(machine(browser));
    const results: Result[] = [];
    for (const subject of subjects) {
      const result = await benchOn(browser, subject(), extent, console.error);
      results.push(result);
      tell(tableOf(result));
    }
    const comparisons = await compareAll(browser, asked, parts, tell);
    const scores = asked.lighthouse ? await judge(console.error) : undefined;
    if (scores) tell(scoresTableOf(scores));
    const site: SiteResult | undefined = parts.has('site')
      ? await benchSite(browser, readings, asked.alone ?? false, console.error)
      : undefined;
    if (site) tell(siteTableOf(site));
    if (asked.json)
      console.log(
        JSON.stringify({ machine: machine(browser), results, ...comparisons, scores, site }, withMaps, 2),
      );
  } finally {
    await browser.close();
  }
}

/** What stands beside others, and what has become of it since figures were kept. */
async function compareAll(
  browser: Browser,
  asked: Asked,
  parts: ReadonlySet<Part>,
  tell: (table: string) => void,
): Promise<Record<'pages' | 'finding' | 'load', Comparison[]>> {
  const { rounds } = asked.quick ? QUICK : WHOLE;
  const { built, missing }: Peers = asked.peers
    ? await buildPeers(published().content, console.error)
    : { built: [], missing: [] };
  for (const { name, why } of missing) console.error(`${name} is left out: ${why}`);
  const told = (comparison: Comparison) => {
    tell(comparisonTableOf(comparison));
    return comparison;
  };
  const pages = parts.has('pages') ? await benchPages(browser, built, rounds, console.error) : [];
  pages.forEach(told);
  const finding: Comparison[] = [];
  const extent = { rounds, words: asked.quick ? FEW_WORDS : WORDS };
  for (const makeSubject of parts.has('finding') ? foundSubjectsOf(asked) : []) {
    const subject = makeSubject();
    const peers = subject.isPublished ? built : [];
    finding.push(told(await benchFinding(browser, subject, peers, extent, console.error)));
  }
  const load = asked.load ? [told(await benchLoad(rounds, console.error))] : [];
  const all = [...pages, ...finding, ...load];
  // In one round other words are looked for than in five.
  const comparable = asked.quick ? pages : all;
  if (comparable.length > 0)
    tell(tellChange(readKept(), toKept(comparable), asked.quick ? NOISE_OF_ONE : NOISE));
  if (asked.keep) keep(all);
  return { pages, finding, load };
}

function partsOf(asked: Asked): ReadonlySet<Part> {
  const areEngines = asked.annotations !== undefined && !asked.finding;
  const named = PARTS.filter((part) => (part === 'engines' ? areEngines : asked[part]));
  if ((asked.readings !== undefined || asked.alone) && !named.includes('site')) named.push('site');
  const isAll = named.length === 0 && !asked.load && !asked.lighthouse;
  return new Set(isAll ? PARTS : named);
}

/** Made only when their turn has come: the largest takes a minute. */
function subjectsOf({ annotations, quick }: Asked): (() => Subject)[] {
  const size = numberOf('annotations', annotations);
  if (size !== undefined) return [() => madeUp(size)];
  if (quick) return [() => madeUp(SIZES[0]!)];
  return [published, ...SIZES.map((each) => () => madeUp(each))];
}

/** The edition, which peers have built, too; then few records and many. */
function foundSubjectsOf({ annotations }: Asked): (() => Subject)[] {
  const size = numberOf('annotations', annotations);
  if (size !== undefined) return [() => madeUp(size)];
  return [published, ...FINDING_SIZES.map((each) => () => madeUp(each))];
}

function numberOf(what: 'annotations' | 'readings', given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`\`--${what} ${given}\` is no number of ${what}, as in 300.`);
}

function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
