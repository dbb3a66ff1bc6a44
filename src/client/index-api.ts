/** What is used of pagefind.js, which ships no types for the browser. */
export interface Pagefind {
  /** Before anything else. */
  options(options: { noWorker: boolean; metaCacheTag: string; ranking: object }): Promise<void>;
  /**
   * @param words to look for; in quotation marks, exactly; null for all records, in the order in which they were added
   * @returns records, those that answer best first
   * @throws when the index, or a part of it that the words need, cannot be loaded
   */
  search(words: string | null): Promise<Found>;
  /** Loads what a search for these words needs. */
  preload(words: string): Promise<void>;
}

export interface Found {
  results: { id: string; score: number }[];
}
