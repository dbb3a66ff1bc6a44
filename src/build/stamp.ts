import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONTENT } from './content.ts';
import { BASE, SITE } from './site.ts';

/** Written into a build when it is complete: what it was made of. */
const STAMP = '.postil-build';

/** Everything a build is made of, from the project's root. */
const INPUTS = ['package-lock.json', 'astro.config.mjs', 'src', 'public', CONTENT];

/**
 * Marks a build as complete.
 *
 * @param dist the build's folder
 * @param madeOf the digest of its inputs, taken before it began
 */
export function stampBuild(dist: string, madeOf: string): void {
  writeFileSync(path.join(dist, STAMP), madeOf);
}

/** @param dist a build's folder @returns whether it is complete and made of what is there now */
export function isUpToDate(dist: string): boolean {
  const stamp = path.join(dist, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfInputs();
}

/** @returns a digest of all inputs' names and bytes, and of what the environment says */
export function digestOfInputs(): string {
  const hash = createHash('sha256').update(JSON.stringify([SITE, BASE, CONTENT]));
  for (const file of INPUTS.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}
