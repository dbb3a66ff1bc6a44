import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOfTheDead } from './exchange.ts';

/*
 * Astro notes what it knows of content in `.astro/`, by way of one file beside each of those it writes: of two processes
 * that write at once one takes the other's away, which ends for it. So they take turns at it.
 */

/** Says whose turn it is, by the number of the process. */
const TURN = path.join('node_modules', '.postil', 'turn');

/** Milliseconds: whoever has waited for so long goes on, and is most likely alone by then. */
const PATIENCE = 30_000;
const PAUSE = 20;

/**
 * Waits until no other process of this checkout has its turn, and takes it.
 *
 * @throws what the file system throws
 */
export async function takeTurn(): Promise<void> {
  mkdirSync(path.dirname(TURN), { recursive: true });
  const until = performance.now() + PATIENCE;
  while (!isTaken() && performance.now() < until) await sleep(PAUSE);
}

/** Gives the turn to others, if it is ours. */
export function endTurn(): void {
  if (holder() === String(process.pid)) rmSync(TURN, { force: true });
}

/** @returns whether the turn was free, and is ours now; that of a process that is no more is free the next time */
function isTaken(): boolean {
  try {
    writeFileSync(TURN, String(process.pid), { flag: 'wx' });
    process.once('exit', endTurn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (isOfTheDead(holder())) rmSync(TURN, { force: true });
  return false;
}

function holder(): string | undefined {
  try {
    return readFileSync(TURN, 'utf8');
  } catch {
    return undefined;
  }
}
