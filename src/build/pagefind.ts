import { transform } from 'esbuild';
import * as pagefind from 'pagefind';
import type { SearchIndex } from '../core/search-index.ts';
import { INDEX_NAME, type Volume, volumesOf } from '../core/search-meta.ts';
import type { SearchRecord } from '../core/search-record.ts';
import { withOrdinals } from './record-names.ts';

/**
 * Bytes of a chunk of the index, before compression. A word is answered from one, so small ones answer cheaply; but all
 * are listed in what is fetched first, and hosts take so many files, and no more: of a large index they are larger.
 */
const CHUNK_SIZE = 400;
const LARGE_CHUNK_SIZE = 1200;

/** Records of an index that is large. */
const LARGE = 2000;

/** Records that it is given before its answers are waited for. */
const AT_ONCE = 100;

/** Its script, which the browser imports. */
const SCRIPT = 'pagefind.js';

/** What the first volume has for all. */
const PROGRAM = /^(?:pagefind\.js|wasm\..*)$/;

/** What is read first: which indexes there are, each with the name that Pagefind gave it. */
const ENTRY = 'pagefind-entry.json';

/** What lists its records and parts, by the name that Pagefind gave it. */
const LIST = /^pagefind\.[^.]+\.pf_meta$/;

/** The WebAssembly for languages that Pagefind cannot stem. */
const UNSTEMMED = 'unknown';

/**
 * Where its script passes over a part of the index that cannot be loaded, and then finds nothing: a reader would be
 * told that there is nothing.
 */
const PASSED_OVER = /(?<="load_index_chunk"\s*\)\s*\)\s*)\.catch\(\s*\(\)\s*=>\s*\{\s*\}\s*\)/g;

/**
 * What Pagefind writes and this site does not use: ready-made interfaces, a worker, which the policy on Trusted Types
 * refuses, and the records' texts, which our own packs have.
 */
const UNUSED = /^fragment\/|^pagefind-worker\.js$|(?:-ui|-component-ui|-modular-ui|-highlight)\.(?:js|css)$/;

/**
 * Indexes records. The only importer of Pagefind, but for what the bench sets beside it.
 *
 * @param index language and records of an index
 * @returns Pagefind’s files by name, `pagefind.js` among them
 * @throws when Pagefind reports an error on any step, with its words
 */
export async function buildIndex({
  language,
  records,
}: Pick<SearchIndex, 'language' | 'records'>): Promise<Map<string, Uint8Array>> {
  // Pagefind takes this from the environment alone, when its program starts.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(
    records.length < LARGE ? CHUNK_SIZE : LARGE_CHUNK_SIZE,
  );
  const files = new Map<string, Uint8Array>();
  try {
    for (const volume of volumesOf(records.length)) {
      for (const [name, content] of await filesOf(language, records, volume))
        files.set(volume.folder + name, await smaller(name, content));
      // With its program goes what that holds; for the next it begins anew.
      await pagefind.close();
    }
    return files;
  } finally {
    delete process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE;
    await pagefind.close();
  }
}

async function filesOf(
  language: string,
  records: readonly SearchRecord[],
  volume: Volume,
): Promise<[name: string, content: Uint8Array][]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind could not begin an index: ${errors.join('; ')}`);
  const add = async (record: SearchRecord) => {
    const { errors: faults } = await index.addHTMLFile({
      url: `/${record.ordinal}`,
      content: toHtml(record, language),
    });
    if (faults.length > 0) throw new Error(`Pagefind refused record ${record.ordinal}: ${faults.join('; ')}`);
  };
  // It takes one after the other, in the order in which they come; waiting for its answer to each would take longer.
  const own = records.slice(volume.from, volume.to);
  for (let from = 0; from < own.length; from += AT_ONCE)
    await Promise.all(own.slice(from, from + AT_ONCE).map(add));
  const { files, errors: faults } = await index.getFiles();
  if (faults.length > 0) throw new Error(`Pagefind could not write its index: ${faults.join('; ')}`);
  const isStemmed = files.some(({ path }) => path === `wasm.${language}.pagefind`);
  const isUnused = (path: string) =>
    UNUSED.test(path) ||
    (isStemmed && path === `wasm.${UNSTEMMED}.pagefind`) ||
    (volume.from > 0 && PROGRAM.test(path));
  return files
    .filter(({ path }) => !isUnused(path))
    .map(({ path, content }) =>
      LIST.test(path)
        ? [`pagefind.${INDEX_NAME}.pf_meta`, withOrdinals(content, language, volume)]
        : [path, path === ENTRY ? withName(content) : content],
    );
}

/** The one index of a folder has a name that is known beforehand. */
function withName(content: Uint8Array): Uint8Array {
  const entry = new TextDecoder().decode(content).replace(/(?<="hash":")[^"]+/, INDEX_NAME);
  return new TextEncoder().encode(entry);
}

/**
 * Pagefind has weights only for HTML. Words have no sign in them. It is given no filter and no sort: with any, a search
 * takes the square of its hits.
 */
function toHtml({ fields }: SearchRecord, language: string): string {
  // A break, so that no phrase is found across two parts.
  const parts = fields.map(({ words, weight }) => `<p data-pagefind-weight="${weight}">${words}</p><p>·</p>`);
  return `<!doctype html><html lang="${language}"><body data-pagefind-body>${parts.join('')}</body></html>`;
}

/** Pagefind’s script comes with its comments and long names: minified it is 10 kB over the wire instead of 12. */
async function smaller(name: string, content: Uint8Array): Promise<Uint8Array> {
  if (name !== SCRIPT) return content;
  const script = withFailures(new TextDecoder().decode(content));
  const { code } = await transform(script, { minify: true, format: 'esm' });
  return new TextEncoder().encode(code);
}

/**
 * @returns Pagefind’s script, whose search fails where a part of the index does
 * @throws when the place is not there: it is another script then
 */
function withFailures(script: string): string {
  if (script.match(PASSED_OVER)?.length !== 1)
    throw new Error('Pagefind’s script is not as expected: it passes over failures elsewhere.');
  return script.replace(PASSED_OVER, '');
}
