import { answer } from './search-answer.ts';
import { Indexes } from './search-indexes.ts';

/** Kept with the page. */
let indexes: Indexes | undefined;

/**
 * @param folder address of all indexes, ending in a slash
 * @param language of the reading
 * @param slug of the reading
 * @param words to look for
 * @returns ids of the passages and notes that have them, each once, in the order of the text
 * @throws when the index cannot be loaded
 */
export async function placesIn(
  folder: string,
  language: string,
  slug: string,
  words: string,
): Promise<string[]> {
  indexes ??= new Indexes(folder, [language]);
  const [index] = (await indexes.open()).kept;
  if (!index) return [];
  const { hits } = await answer({ words, chosen: { reading: [slug] }, sort: 'place' }, [index], []);
  await index.packs.load(hits.map(({ ordinal }) => ordinal));
  const ids = hits.flatMap(({ ordinal }) => {
    const record = index.packs.shown(ordinal);
    return !record ? [] : ['text' in record ? record.anchor : record.id];
  });
  return [...new Set(ids)];
}
