import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

/**
 * What the tests of core take from vitest, so that a process can have all of them collected, and run any of them as often
 * as it likes: vitest itself reads and compiles every file anew for each run, which takes a hundred times as long as
 * the tests.
 */

// What `expect` asks of the worker that it is in.
Object.assign(globalThis, {
  __vitest_worker__: { config: {}, ctx: {}, environment: {}, durations: {}, providedContext: {} },
});
const vitest = (await import(`${import.meta.resolve('vitest')}?own`)) as typeof import('vitest');

export const { expect } = vitest;

expect.extend({
  async toMatchFileSnapshot(received: unknown, file: string) {
    const pass = (await received) === readFileSync(file, 'utf8');
    return { pass, message: () => `It is not as in ${file}.` };
  },
});

type Act = (...given: unknown[]) => unknown;

/** What stands around tests: what is done before the first of them, and after each. */
interface Group {
  name: string;
  before: Act[];
  after: Act[];
}

/** A test that was collected. */
export interface Test {
  id: string;
  file: string;
  groups: readonly Group[];
  act: Act;
}

const tests: Test[] = [];
const ids = new Map<string, number>();
let file = '';
let groups: Group[] = [];

/**
 * Has a test file tell its tests.
 *
 * @param path absolute
 * @returns its tests
 */
export async function collect(path: string): Promise<readonly Test[]> {
  const from = tests.length;
  file = path;
  groups = [{ name: path.replace(/^.*\//, ''), before: [], after: [] }];
  await import(pathToFileURL(path).href);
  return tests.slice(from);
}

/**
 * Runs tests, until one fails.
 *
 * @returns the first that failed, and how
 */
export async function faultOf(wanted: readonly Test[]): Promise<{ test: Test; message: string } | undefined> {
  const begun = new Set<Group>();
  for (const test of wanted) {
    try {
      for (const group of test.groups) {
        if (begun.has(group)) continue;
        begun.add(group);
        for (const act of group.before) await act();
      }
      await test.act();
    } catch (error) {
      return { test, message: error instanceof Error ? error.message : String(error) };
    } finally {
      for (const { after } of test.groups) for (const act of after) await act();
    }
  }
  return undefined;
}

function add(name: string, ...rest: unknown[]): void {
  const act = rest.find((each) => typeof each === 'function') as Act;
  const full = [...groups.map((group) => group.name), name].join(' › ');
  const twins = ids.get(full) ?? 0;
  ids.set(full, twins + 1);
  tests.push({ id: twins === 0 ? full : `${full} #${twins}`, file, groups: [...groups], act });
}

function group(name: string, ...rest: unknown[]): void {
  groups.push({ name, before: [], after: [] });
  (rest.find((each) => typeof each === 'function') as Act)();
  groups.pop();
}

function each(make: (name: string, ...rest: unknown[]) => void) {
  return (table: readonly unknown[]) =>
    (name: string, ...rest: unknown[]): void => {
      for (const row of table) {
        const given: unknown[] = Array.isArray(row) ? row : [row];
        const bound = rest.map((one) => (typeof one === 'function' ? () => (one as Act)(...given) : one));
        make(format(name, ...given), ...bound);
      }
    };
}

export const test = Object.assign(add, { each: each(add) });
export const it = test;
export const describe = Object.assign(group, { each: each(group) });
export const beforeAll = (act: Act): void => void groups.at(-1)!.before.push(act);
export const afterEach = (act: Act): void => void groups.at(-1)!.after.push(act);

const stubbed = new Map<string, string | undefined>();

export const vi = {
  stubEnv(name: string, value: string | undefined): void {
    if (!stubbed.has(name)) stubbed.set(name, process.env[name]);
    setVariable(name, value);
  },
  unstubAllEnvs(): void {
    for (const [name, value] of stubbed) setVariable(name, value);
    stubbed.clear();
  },
};

function setVariable(name: string, value: string | undefined) {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
