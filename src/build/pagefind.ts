import * as pagefind from 'pagefind';
import type { SearchRecord } from '../core/search-record.ts';

/** The interface's language: one index over all readings, whatever their own. */
const INDEX_LANGUAGE = 'en';

/** Fragment files at most: one for each record would waste a block of disk on every sentence. */
const MAX_FRAGMENTS = 200;

/** What Pagefind writes and this site does not use: ready-made interfaces. */
const UNUSED = /(?:-ui|-component-ui|-modular-ui|-highlight)\.(?:js|css)$/;

/**
 * Indexes records. The only importer of Pagefind.
 *
 * @param records what can be found; their addresses without the base path, which pagefind.js puts in front
 * @returns the index's files, by name
 * @throws when Pagefind reports an error on any step, with its words
 */
export async function buildIndex(records: readonly SearchRecord[]): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: INDEX_LANGUAGE,
    maxFragments: MAX_FRAGMENTS,
  });
  try {
    if (!index) throw new Error(`Pagefind could not begin an index: ${errors.join('; ')}`);
    for (const record of records) {
      const added = await index.addCustomRecord({ ...record, language: INDEX_LANGUAGE });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`Pagefind could not write its index: ${faults.join('; ')}`);
    return new Map(
      files.filter(({ path }) => !UNUSED.test(path)).map(({ path, content }) => [path, content]),
    );
  } finally {
    await pagefind.close();
  }
}
