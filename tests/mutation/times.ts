import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Test } from './collection.ts';

/** Milliseconds that the tests tried on a change may take together, those about its module apart. */
const LONGEST = Number(process.env.POSTIL_LONGEST ?? Infinity);

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
 * @returns those that are to be run: all about the module first, then the quickest, until they take too long together
 */
export function inOrder(tests: readonly Test[], module: string): Test[] {
  times ??= existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>) : {};
  const timeOf = ({ id }: Test) => times![id] ?? 0;
  const quickest = tests.toSorted((a, b) => timeOf(a) - timeOf(b));
  const about = quickest.filter(({ file }) => isOf(file, module));
  let spent = 0;
  const others = quickest.filter((test) => {
    if (isOf(test.file, module) || spent > LONGEST) return false;
    spent += timeOf(test);
    return true;
  });
  return [...about, ...others];
}

/** Whether a test file is about a module: it has its name. */
export function isOf(file: string, module: string): boolean {
  return file.endsWith(`/${path.basename(module, '.ts')}.test.ts`);
}
