/**
 * `npm run bench`: Postil's search beside MiniSearch and Lunr, over the published edition and over made-up content,
 * in a real browser. Everything is told as a multiple of a floor that was measured in the same run.
 *
 * Exit codes: 0 measured, 2 could not run. No figure is wrong: what is asserted of the search, tests assert.
 */
import { parseArgs } from 'node:util';
import { benchOn, machine, type Result } from '../bench/bench.ts';
import { launchChromium } from '../bench/chromium.ts';
import type { Extent } from '../bench/measurement.ts';
import { madeUp, published, type Subject } from '../bench/subject.ts';
import { tableOf } from '../bench/table.ts';

const USAGE = `npm run bench [-- OPTION …]

  --annotations N  made-up content with N annotations only, instead of all sizes
  --quick          one round, and 1,000 annotations only where N is not given
  --json           print the figures as JSON`;

const SIZES = [1000, 10_000];
const WHOLE: Extent = { rounds: 5, visits: 5, questions: 100, typed: 10 };
const QUICK: Extent = { rounds: 1, visits: 2, questions: 20, typed: 2 };

try {
  const { values } = parseArgs({
    options: {
      annotations: { type: 'string' },
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

async function bench(asked: { annotations?: string; quick?: boolean; json?: boolean }) {
  const subjects = subjectsOf(asked);
  const browser = await launchChromium();
  try {
    if (!asked.json) console.log(`${machine(browser)}\n`);
    const results: Result[] = [];
    for (const subject of subjects) {
      const result = await benchOn(browser, subject(), asked.quick ? QUICK : WHOLE, console.error);
      results.push(result);
      if (!asked.json) console.log(`${tableOf(result)}\n`);
    }
    if (asked.json) console.log(JSON.stringify({ machine: machine(browser), results }, withMaps, 2));
  } finally {
    await browser.close();
  }
}

/** Made only when their turn has come: the largest takes a minute. */
function subjectsOf({ annotations, quick }: { annotations?: string; quick?: boolean }): (() => Subject)[] {
  const size = annotations === undefined ? undefined : Number(annotations);
  if (size !== undefined && !(Number.isInteger(size) && size > 0))
    throw new Error(`\`--annotations ${annotations}\` is no number of annotations, as in 300.`);
  if (size !== undefined) return [() => madeUp(size)];
  if (quick) return [() => madeUp(SIZES[0]!)];
  return [published, ...SIZES.map((each) => () => madeUp(each))];
}

function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
