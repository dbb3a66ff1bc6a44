import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Searchable, writeIndex } from '../build/search-index.ts';
import { isUpToDate } from '../build/stamp.ts';
import type { Engine } from './engine.ts';

/** Where the pages are taken from: the site as it was built last, or else one that is built for the bench. */
const BUILT = ['dist', 'node_modules/.postil/bench-site'] as const;

const PAGE = '/search/';

/**
 * Postil’s own search over other content: the search page of the built site, with another index put in the place of
 * its own. What the page lists without scripts is still the built site’s.
 *
 * @param content what can be found
 */
export async function ownSearchOver(content: Searchable): Promise<Engine> {
  const site = builtSite();
  const began = performance.now();
  const { folder, languages, files } = await writeIndex(content);
  const buildTime = performance.now() - began;
  const own = new Map<string, Uint8Array>(
    Array.from(files, ([name, bytes]) => [`/${folder}/${name}`, bytes]),
  );
  own.set(`${PAGE}index.html`, pageNaming(path.join(site, PAGE, 'index.html'), `/${folder}/`, languages));
  return {
    name: 'Postil',
    page: PAGE,
    read: (place) => own.get(place) ?? keep(own, place, readIn(site, place)),
    size: [...files.values()].reduce((sum, { length }) => sum + length, 0),
    files: files.size,
    buildTime,
  };
}

/**
 * @returns the folder of the site as it was built last, or else of one that is built now
 * @throws when the site cannot be built, with what the build said
 */
export function builtSite(): string {
  const built = BUILT.find(isUpToDate);
  if (built !== undefined) return built;
  const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', BUILT[1]], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The site could not be built.\n${stdout}\n${stderr}`);
  return BUILT[1];
}

function pageNaming(file: string, folder: string, languages: readonly string[]): Uint8Array {
  const html = readFileSync(file, 'utf8')
    .replace(/data-index="[^"]*"/g, `data-index="${folder}"`)
    .replace(/data-languages="[^"]*"/g, `data-languages="${languages.join(' ')}"`);
  return Buffer.from(html);
}

/** Once read, a file is held: what is made of it is kept with it. */
function keep(files: Map<string, Uint8Array>, place: string, bytes: Uint8Array | undefined) {
  if (bytes) files.set(place, bytes);
  return bytes;
}

/** @returns a file of a built site by its path with a leading slash, if there is one */
export function readIn(site: string, place: string): Uint8Array | undefined {
  const file = path.join(site, place);
  const isThere = file.startsWith(site + path.sep) && existsSync(file) && statSync(file).isFile();
  return isThere ? readFileSync(file) : undefined;
}
