import './as-vitest.ts';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { collect, faultOf, type Test } from './collection.ts';
import { forgetAll, noteWhatRemembers } from './remembered.ts';
import { inOrder, isOf, keepTimes } from './times.ts';

/** What Stryker's code in ours looks at. @see https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin/ */
interface State {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: unknown;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

/** What Stryker says of a mutant that is to be tried. */
interface Trial {
  testFilter?: string[];
  activeMutant: { id: string; fileName: string };
  hitLimit?: number;
}

/** Tests that look at many things at once, at the bench, or at the code itself. */
const LEFT_OUT = new Set(
  'fuzz handbook architecture histories draft-exact alignment-limits bench-kept bench-table bench-wire by-hand chance'.split(
    ' ',
  ),
);
const ONLY = process.env.POSTIL_TESTS?.split(',');

/** Files that are loaded anew for one change at most. */
const MOST_ALONE = 2;

/** Milliseconds that a mutant in a process of its own may take. */
const PATIENCE = 60_000;

/** Begins what stands for a file that makes use of core before its tests run. */
const LOADING = 'loading ';

const state: State = ((globalThis as unknown as { __stryker__?: State }).__stryker__ ??= {});

/** Runs the tests of core in this process; and for what is done while files are loaded, in another. */
class Runner {
  #tests: Test[] = [];
  #files: string[] = [];
  #isSpoilt = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await noteWhatRemembers(async () => {
      await loadCore();
      await this.#collectAll();
    });
  }

  async #collectAll() {
    const folder = path.resolve('tests/core');
    for (const name of readdirSync(folder).sort()) {
      const stem = name.slice(0, -'.test.ts'.length);
      if (!name.endsWith('.test.ts') || !(ONLY?.includes(stem) ?? !LEFT_OUT.has(stem))) continue;
      const file = path.join(folder, name);
      this.#files.push(file);
      state.currentTestId = LOADING + file;
      this.#tests.push(...(await collect(file)));
      state.currentTestId = undefined;
    }
  }

  async dryRun() {
    const told = [];
    const times: Record<string, number> = {};
    for (const file of this.#files)
      told.push({ id: LOADING + file, name: LOADING + file, fileName: file, timeSpentMs: 0, status: 0 });
    for (const test of this.#tests) {
      const about = { id: test.id, name: test.id, fileName: test.file };
      forgetAll();
      const began = performance.now();
      state.currentTestId = test.id;
      const fault = await faultOf([test]);
      state.currentTestId = undefined;
      const timeSpentMs = performance.now() - began;
      times[test.id] = timeSpentMs;
      // Chance has found something, or the code in which changes can be put is slow: others look for them.
      if (fault) console.error(`${test.id} fails without any change, and is left out: ${fault.message}`);
      else told.push({ ...about, timeSpentMs, status: 0 });
    }
    keepTimes(times);
    return { status: 'complete', tests: told, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun(trial: Trial) {
    // What the change before has left behind would fail this one, too: Stryker tries it again in a new process.
    if (this.#isSpoilt) process.exit(1);
    const wanted = new Set(trial.testFilter);
    const module = trial.activeMutant.fileName;
    const tests = inOrder(
      this.#tests.filter(({ id }) => wanted.has(id)),
      module,
    );
    const here = await this.#runHere(tests, trial);
    if (here.status !== 'survived') return here;
    const files = [...wanted].filter((id) => id.startsWith(LOADING)).map((id) => id.slice(LOADING.length));
    if (files.length === 0) return here;
    const first = files.toSorted((a, b) => Number(isOf(b, module)) - Number(isOf(a, module)));
    return runAlone(first.slice(0, MOST_ALONE), trial);
  }

  async #runHere(tests: readonly Test[], { activeMutant, hitLimit }: Trial) {
    forgetAll();
    Object.assign(state, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
    const fault = await faultOf(tests);
    const isEndless = hitLimit !== undefined && (state.hitCount ?? 0) > hitLimit;
    Object.assign(state, { hitCount: undefined, hitLimit: undefined, activeMutant: undefined });
    if (isEndless) return { status: 'timeout', reason: 'It goes on without end.' };
    if (!fault) return { status: 'survived', nrOfTests: tests.length };
    forgetAll();
    this.#isSpoilt = (await faultOf([fault.test])) !== undefined;
    return {
      status: 'killed',
      killedBy: [fault.test.id],
      failureMessage: fault.message,
      nrOfTests: tests.length,
    };
  }
}

async function loadCore() {
  const folder = path.resolve('src/core');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts') && !name.endsWith('.d.ts'))
      await import(pathToFileURL(path.join(folder, name)).href);
}

function runAlone(files: readonly string[], { activeMutant }: Trial) {
  const program = path.resolve('tests/mutation/alone.ts');
  const { stdout, error } = spawnSync(process.execPath, [program, activeMutant.fileName, ...files], {
    env: { ...process.env, __STRYKER_ACTIVE_MUTANT__: activeMutant.id },
    timeout: PATIENCE,
    encoding: 'utf8',
  });
  if (error) return { status: 'timeout', reason: error.message };
  const told = /^FAULT (.*)$/m.exec(stdout)?.[1];
  if (told === 'none') return { status: 'survived', nrOfTests: files.length };
  const { id, message } = told ? (JSON.parse(told) as Fault) : NOT_LOADED;
  return { status: 'killed', killedBy: [id], failureMessage: message, nrOfTests: files.length };
}

interface Fault {
  id: string;
  message: string;
}

const NOT_LOADED: Fault = { id: `${LOADING}it`, message: 'It cannot be loaded.' };

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: Runner }];
