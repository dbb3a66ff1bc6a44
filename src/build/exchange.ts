import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/*
 * A site is built beside the folder it is meant for and takes its place when it is whole: whoever is served from there
 * gets the old or the new, and a build that is broken off leaves the old as it was. All that a build needs for this is in
 * one folder, which bears the number of its process; of what a process has left that is no more the next one clears away.
 */

/** The folder of a build, and in it the site that is made, and the one that was there before. */
const NEW = 'new';
const BEFORE = 'before';

/** How often the place is found taken, by a build that ends at the same moment, before that is no accident. */
const ATTEMPTS = 20;

/** What a folder may be besides empty, when another is to take its place. */
const TAKEN = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY', 'ENOTDIR'];

/** What is said of a folder that has to stay where it is. */
const FIXED = ['EBUSY', 'EXDEV'];

/**
 * Makes the folder in which a site is built.
 *
 * @param out where the site is meant to be; it need not be there
 * @returns a folder that is not there yet, for Astro to build to
 * @throws what the file system throws
 */
export function beginBeside(out: string): string {
  recover(out);
  const folder = folderOf(out, process.pid);
  mkdirSync(folder, { recursive: true });
  return path.join(folder, NEW);
}

/**
 * Puts the site that was built into its place.
 *
 * @param out where the site is meant to be
 * @throws where what is there cannot be moved; it is then as it was
 */
export function putInPlace(out: string): void {
  const folder = folderOf(out, process.pid);
  const place = placeOf(out);
  for (let attempt = 1; !takesPlace(path.join(folder, NEW), place, attempt === ATTEMPTS); attempt += 1)
    moveAside(place, path.join(folder, `${BEFORE}-${attempt}`));
}

/** Removes all that this process has left of its build. */
export function clearBeside(out: string): void {
  rmSync(folderOf(out, process.pid), { recursive: true, force: true });
}

/**
 * Clears away what was left by builds that were broken off. Where one was stopped between moving the old site aside and
 * putting the new one in its place, the old one is put back.
 *
 * @param out where the site is meant to be
 */
export function recover(out: string): void {
  for (const folder of leftBeside(out)) {
    const before = readdirSync(folder).find((name) => name.startsWith(BEFORE));
    if (before !== undefined && !existsSync(out)) renameSync(path.join(folder, before), placeOf(out));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns whether a folder has got the place, which nobody else had */
function takesPlace(made: string, place: string, isLast: boolean): boolean {
  try {
    renameSync(made, place);
    return true;
  } catch (error) {
    if (!isLast && TAKEN.includes((error as NodeJS.ErrnoException).code!)) return false;
    throw error;
  }
}

/** What another build has taken away in the meantime need not be moved. */
function moveAside(place: string, aside: string): void {
  try {
    renameSync(place, aside);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (!FIXED.includes(code)) throw error;
    throw new Error(
      `\`${place}\` cannot be moved, so that no new site can take its place (${message}). ` +
        'If it is a mounted volume, build into a folder within it: npm run build -- --outDir FOLDER.',
    );
  }
}

function leftBeside(out: string): string[] {
  const pattern = new RegExp(`^${RegExp.escape(prefixOf(out))}(\\d+)$`);
  const beside = path.dirname(placeOf(out));
  if (!existsSync(beside)) return [];
  return readdirSync(beside)
    .filter((name) => isOfTheDead(pattern.exec(name)?.[1]))
    .map((name) => path.join(beside, name));
}

/**
 * @param pid number of a process
 * @returns whether it is no more, so that what bears its number is nobody’s; what bears ours is of one before us. A
 *   process that is there, but another’s, may not be asked
 */
export function isOfTheDead(pid: string | undefined): boolean {
  if (pid === undefined) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function folderOf(out: string, pid: number): string {
  return path.join(path.dirname(placeOf(out)), `${prefixOf(out)}${pid}`);
}

function prefixOf(out: string): string {
  return `.${path.basename(placeOf(out))}.`;
}

/** The folder itself, where a link leads to it: else the link would be replaced, and what it leads to stay old. */
function placeOf(out: string): string {
  const isLink = lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink && existsSync(out) ? realpathSync(out) : path.resolve(out);
}
