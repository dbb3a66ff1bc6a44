import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { type BuiltFile, listBuild } from '../core/offline/list.ts';
import { DIGITS, WORKER } from '../core/offline/place.ts';

/** The worker, and the one that takes its place where the publisher wants none; from the project's root. */
const SOURCE = path.join('src', 'client', 'offline-worker.ts');
const REMOVER = path.join('src', 'client', 'offline-remover.ts');

/** What is for hosts and for us; no page asks for it. */
const NO_PAGE_ASKS = /^(?:[._].*|sw\.js)$/;

/**
 * Writes the worker of a build, and the lists of what it stores: at the end, for what is listed is what is there.
 *
 * @param folder the build's
 * @param isOffered whether the publisher wants it; else what is written removes what readers have from before
 */
export async function writeWorker(folder: string, isOffered: boolean): Promise<void> {
  const code = isOffered ? await bundled(SOURCE, writeLists(folder)) : await bundled(REMOVER);
  writeFileSync(path.join(folder, WORKER), code);
}

/** @returns the digest of the build's list */
function writeLists(folder: string): string {
  const { digest, lists } = listBuild(filesIn(folder), {
    ofFile: (file) => digestOf(readFileSync(path.join(folder, file))),
    ofText: digestOf,
  });
  for (const [place, text] of lists) writeFileSync(path.join(folder, place), text);
  return digest;
}

function filesIn(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NO_PAGE_ASKS.test(entry.name))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(folder, file).replaceAll(path.sep, '/'),
        size: statSync(file).size,
      };
    });
}

function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content).slice(0, DIGITS);
}

/** One file, as short as those of pages: a worker that is in several asks for them one after the other. */
async function bundled(source: string, digest = ''): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [source],
    define: { BUILD: JSON.stringify(digest) },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  return outputFiles[0]!.contents;
}
