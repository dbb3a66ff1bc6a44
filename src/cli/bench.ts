/**
 * `npm run bench`: Postil's search beside MiniSearch and Lunr, over the published edition and over made-up content,
 * in a real browser; then the page of a reading beside the same words by hand; then a site of many readings, and the live
 * loop. Everything is told as a multiple of a floor that was measured in the same run.
 *
 * Exit codes: 0 measured, 2 could not run. No figure is wrong: what is asserted of the search, tests assert.
 */
import { parseArgs } from 'node:util';
import { benchOn, machine, type Result } from '../bench/bench.ts';
import { launchChromium } from '../bench/chromium.ts';
import type { Extent } from '../bench/measurement.ts';
import { benchPages } from '../bench/pages.ts';
import { benchSite } from '../bench/site.ts';
import { madeUp, published, type Subject } from '../bench/subject.ts';
import { pagesTableOf, siteTableOf, tableOf } from '../bench/table.ts';

const USAGE = `npm run bench [-- OPTION …]

  --annotations N  made-up content with N annotations only, instead of all sizes
  --pages          the page of a reading only, beside the same words by hand
  --site           the site of many readings only: its build, its pages, and the live loop
  --readings N     how many readings it has, with 60 annotations each, instead of 50
  --quick          one round, 1,000 annotations only where N is not given, and a site of 10 readings
  --json           print the figures as JSON`;

const SIZES = [1000, 10_000];
const READINGS = 50;
const FEW_READINGS = 10;
const WHOLE: Extent = { rounds: 5, visits: 5, questions: 100, typed: 10 };
const QUICK: Extent = { rounds: 1, visits: 2, questions: 20, typed: 2 };

try {
  const { values } = parseArgs({
    options: {
      annotations: { type: 'string' },
      pages: { type: 'boolean' },
      site: { type: 'boolean' },
      readings: { type: 'string' },
      quick: { type: 'boolean' },
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

/** What was asked for on the command line. */
interface Asked {
  annotations?: string;
  pages?: boolean;
  site?: boolean;
  readings?: string;
  quick?: boolean;
  json?: boolean;
}

async function bench(asked: Asked) {
  const subjects = asked.site || asked.pages ? [] : subjectsOf(asked);
  const readings = readingsOf(asked);
  const browser = await launchChromium();
  try {
    if (!asked.json) console.log(`${machine(browser)}\n`);
    const results: Result[] = [];
    for (const subject of subjects) {
      const result = await benchOn(browser, subject(), asked.quick ? QUICK : WHOLE, console.error);
      results.push(result);
      if (!asked.json) console.log(`${tableOf(result)}\n`);
    }
    const pages =
      isWhole(asked) || asked.pages
        ? await benchPages(browser, [], asked.quick ? 1 : WHOLE.rounds, console.error)
        : undefined;
    if (pages && !asked.json) for (const page of pages) console.log(`${pagesTableOf(page)}\n`);
    const site = readings === undefined ? undefined : await benchSite(browser, readings, console.error);
    if (site && !asked.json) console.log(`${siteTableOf(site)}\n`);
    if (asked.json)
      console.log(JSON.stringify({ machine: machine(browser), results, pages, site }, withMaps, 2));
  } finally {
    await browser.close();
  }
}

/** Made only when their turn has come: the largest takes a minute. */
function subjectsOf({ annotations, quick }: Asked): (() => Subject)[] {
  const size = numberOf('annotations', annotations);
  if (size !== undefined) return [() => madeUp(size)];
  if (quick) return [() => madeUp(SIZES[0]!)];
  return [published, ...SIZES.map((each) => () => madeUp(each))];
}

/** Whether no part is asked for by itself. */
function isWhole({ annotations, pages, site, readings }: Asked): boolean {
  return [annotations, pages, site, readings].every((each) => each === undefined);
}

/** None where another size of the search alone is asked for. */
function readingsOf({ annotations, pages, site, readings, quick }: Asked): number | undefined {
  const asked = numberOf('readings', readings);
  if (asked === undefined && (annotations !== undefined || pages) && !site) return undefined;
  return asked ?? (quick ? FEW_READINGS : READINGS);
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
