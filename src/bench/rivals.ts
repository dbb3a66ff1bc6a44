import path from 'node:path';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { build, type Rolldown } from 'vite';
import type { Document } from './document.ts';
import type { Engine } from './engine.ts';
import { MINISEARCH } from './minisearch.ts';

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>' +
  '<form class="q"><input name="q" type="search"></form><ol class="hits"></ol>' +
  '<script type="module" src="/page.js"></script></html>';

/**
 * @param documents what can be found
 * @returns MiniSearch over them, its index made beforehand
 */
export function miniSearchOver(documents: readonly Document[]): Promise<Engine> {
  return rivalOver('MiniSearch', 'minisearch', () => {
    const index = new MiniSearch(MINISEARCH);
    index.addAll(documents);
    return JSON.stringify(index);
  });
}

/**
 * @param documents what can be found
 * @returns Lunr over them, its index made beforehand. Frequent words stay in it: the others are asked for them too.
 */
export function lunrOver(documents: readonly Document[]): Promise<Engine> {
  return rivalOver('Lunr', 'lunr', () => {
    const index = lunr((builder) => {
      builder.pipeline.remove(lunr.stopWordFilter);
      builder.ref('id');
      builder.field('title', { boost: 2 });
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    return JSON.stringify({ index, documents });
  });
}

async function rivalOver(name: string, script: string, makeIndex: () => string): Promise<Engine> {
  const began = performance.now();
  const index = Buffer.from(makeIndex());
  const buildTime = performance.now() - began;
  const files = new Map<string, Uint8Array>([
    ['/index.html', Buffer.from(PAGE)],
    ['/page.js', Buffer.from(await bundle(path.join(import.meta.dirname, 'page', `${script}.ts`)))],
    ['/index.json', index],
  ]);
  return { name, page: '/', read: (place) => files.get(place), size: index.length, files: 1, buildTime };
}

/** As a site would send it: in one file, without what is not used, minified. */
async function bundle(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
