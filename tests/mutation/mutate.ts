/**
 * `npm run mutants`: Stryker changes `src/core` here and there, and looks which changes no test of core notices.
 *
 * Exit codes: 0 more than the share that is wanted were noticed, 1 fewer, 2 could not run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from '../../src/bench/installation.ts';

const USAGE = `npm run mutants [-- OPTION … FILE …]

  FILE …         modules of src/core, instead of all
  --longest N    milliseconds that the tests tried on a change may take, those about its module apart (2000)
  --tests NAMES  of the tests of core only those of these names, as in harmless,import: for a quick look
  --processes N  how many at a time (2)

All of core has some 25,000 changes, and takes hours. What survived is in node_modules/.postil/mutants.json, in the form
of mutation-testing-elements. Stryker is installed into tests/bench.`;

/** What of all changes has to be noticed, in hundredths. */
const WANTED = 85;

const FOLDER = path.join('node_modules', '.postil');
const REPORT = path.join(FOLDER, 'mutants.json');
const CONFIGURATION = path.join(FOLDER, 'stryker.json');

/** @see https://stryker-mutator.io/docs/mutation-testing-elements/mutant-states-and-metrics/ */
interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: Location;
}

/** What is read of Stryker's report. */
interface Report {
  files: Record<string, { mutants: Mutant[] }>;
}

interface Location {
  start: { line: number; column: number };
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      longest: { type: 'string', default: '2000' },
      processes: { type: 'string', default: '2' },
      tests: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) console.log(USAGE);
  else await mutate(positionals, values);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function mutate(
  files: readonly string[],
  { longest, processes, tests }: { longest: string; processes: string; tests?: string },
) {
  const program = await install('stryker', console.error);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(CONFIGURATION, JSON.stringify(configuration(files, Number(processes)), null, 2));
  const stryker = path.join(program, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const running = spawn(process.execPath, [stryker, 'run', CONFIGURATION], {
    env: { ...process.env, POSTIL_LONGEST: longest, ...(tests !== undefined && { POSTIL_TESTS: tests }) },
    stdio: 'inherit',
  });
  // Whoever ends this ends Stryker, too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => running.kill(signal));
  const [status] = (await once(running, 'exit')) as [number | null];
  if (status !== 0 || !existsSync(REPORT))
    throw new Error('Stryker did not come to its end; what it said is above.');
  tell(JSON.parse(readFileSync(REPORT, 'utf8')) as Report);
}

function configuration(files: readonly string[], processes: number) {
  return {
    testRunner: 'core',
    plugins: [path.resolve('tests/mutation/runner.ts')],
    mutate: files.length > 0 ? files : ['src/core/**/*.ts', '!src/core/**/*.d.ts'],
    coverageAnalysis: 'perTest',
    // What runs once, when a module is loaded, would need a process for each change.
    ignoreStatic: true,
    concurrency: processes,
    // Of the time of all tests that come upon a change; few of them are run.
    timeoutFactor: 0.1,
    timeoutMS: 8000,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: REPORT },
    ignorePatterns: ['dist', '.dist.*', 'tests/bench/*/node_modules'],
    allowConsoleColors: false,
  };
}

/** Each change that nobody noticed; then the modules, those with most of them last. */
function tell({ files }: Report) {
  const modules = Object.entries(files).map(([file, { mutants }]) => {
    const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
    const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
    return { file, noticed: noticed.length, missed };
  });
  for (const { file, missed } of modules)
    for (const { location, mutatorName, replacement = '' } of missed)
      console.log(
        `${file}:${location.start.line}:${location.start.column} ${mutatorName} ${replacement.slice(0, 80)}`,
      );
  for (const { file, noticed, missed } of modules.toSorted((a, b) => a.missed.length - b.missed.length))
    console.log(`${file}: ${shareOf(noticed, missed.length)} %, ${missed.length} not noticed`);
  const noticed = modules.reduce((sum, each) => sum + each.noticed, 0);
  const missed = modules.reduce((sum, each) => sum + each.missed.length, 0);
  console.log(
    `\nOf ${noticed + missed} changes ${shareOf(noticed, missed)} % were noticed; ${WANTED} % are wanted.`,
  );
  if (noticed < ((noticed + missed) * WANTED) / 100) process.exitCode = 1;
}

function shareOf(noticed: number, missed: number): string {
  return ((noticed / Math.max(1, noticed + missed)) * 100).toFixed(1);
}
