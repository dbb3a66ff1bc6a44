/**
 * How Pagefind orders what it finds, as its `options({ ranking })` takes it. Beside the weights of a record’s parts
 * there is little to say: records are a sentence or a note, not pages of a site. With `pageLength` between 0.2 and 0.6
 * every row of the acceptance table comes out; above that a short note that has a word once, in passing, comes before
 * one that is about it. A word as typed comes well before those that begin with it. Marks over letters are gone before
 * Pagefind sees a word, and no record has a title of its own.
 *
 * @see https://pagefind.app/docs/ranking/
 */
export const RANKING = {
  pageLength: 0.4,
  termSimilarity: 2,
  diacriticSimilarity: 0,
  metaWeights: {},
} as const;
