import path from 'node:path';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
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
    return inOneFile(index);
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
    return inOneFile({ index, documents });
  });
}

/**
 * @param documents what can be found
 * @returns Pagefind over them as its documentation has it: a record for each, its own settings, its own script; it is
 *   begun when the field is touched, and the first five results are shown with their texts
 * @throws when Pagefind reports an error
 * @see https://pagefind.app/docs/api/
 */
export function plainPagefindOver(documents: readonly Document[]): Promise<Engine> {
  return rivalOver('plain Pagefind', 'pagefind', async () => {
    const { index, errors } = await pagefind.createIndex();
    if (!index) throw new Error(`Pagefind could not begin an index: ${errors.join('; ')}`);
    for (const { url, place, title, text } of documents)
      await index.addCustomRecord({
        url,
        content: `${title} ${text}`,
        language: 'en',
        meta: { title: place },
      });
    const { files } = await index.getFiles();
    await pagefind.close();
    return new Map(files.map(({ path: name, content }) => [`/pagefind/${name}`, content]));
  });
}

async function rivalOver(
  name: string,
  script: string,
  makeIndex: () => Map<string, Uint8Array> | Promise<Map<string, Uint8Array>>,
): Promise<Engine> {
  const began = performance.now();
  const index = await makeIndex();
  const buildTime = performance.now() - began;
  const files = new Map<string, Uint8Array>([
    ['/index.html', Buffer.from(PAGE)],
    ['/page.js', Buffer.from(await bundle(path.join(import.meta.dirname, 'page', `${script}.ts`)))],
    ...index,
  ]);
  const size = [...index.values()].reduce((sum, { length }) => sum + length, 0);
  return { name, page: '/', read: (place) => files.get(place), size, files: index.size, buildTime };
}

function inOneFile(index: unknown): Map<string, Uint8Array> {
  return new Map([['/index.json', Buffer.from(JSON.stringify(index))]]);
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
