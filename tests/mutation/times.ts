import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Test } from './collection.ts';

/** Milliseconds: a test that takes longer is run for the module that it is about, or where there is no quicker one. */
const LONGEST = Number(process.env.POSTIL_LONGEST ?? Infinity);

/** How many of the long ones are run where all that come upon a change are long. */
const AT_LEAST = 3;

/** How long each test takes, as the first run has measured; other processes read it. */
const FILE = path.resolve('node_modules', '.postil', 'test-times.json');

let times: Record<string, number> | undefined;

/** Keeps how long each test takes, in milliseconds by its id. */
export function keepTimes(measured: Record<string, number>): void {
  times = measured;
  writeFileSync(FILE, JSON.stringify(measured));
}

/**
 * @param tests any
 * @param module whose change is looked for, by its path
 * @returns those that are to be run: those about the module first, then the quick ones; of long ones alone the quickest
 */
export function inOrder(tests: readonly Test[], module: string): Test[] {
  times ??= existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>) : {};
  const timeOf = ({ id }: Test) => times![id] ?? 0;
  const isAbout = ({ file }: Test) => isOf(file, module);
  const cost = (test: Test) => (isAbout(test) ? 0 : 100) + timeOf(test);
  const ordered = tests.toSorted((a, b) => cost(a) - cost(b));
  const chosen = ordered.filter((test) => isAbout(test) || timeOf(test) < LONGEST);
  return chosen.length > 0 ? chosen : ordered.slice(0, AT_LEAST);
}

/** Whether a test file is about a module: it has its name. */
export function isOf(file: string, module: string): boolean {
  return file.endsWith(`/${path.basename(module, '.ts')}.test.ts`);
}
