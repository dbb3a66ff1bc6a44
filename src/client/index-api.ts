/** What is used of pagefind.js, which ships no types for the browser. */
export interface Pagefind {
  /** Before anything else. */
  options(options: { noWorker: boolean; metaCacheTag: string; ranking: object }): Promise<void>;
  /**
   * Has another index answer, too, by the same program: where that has not come, it waits for it for ever.
   *
   * @throws when its list of parts cannot be loaded
   */
  mergeIndex(folder: string, options: { metaCacheTag: string; ranking: object }): Promise<void>;
  /**
   * Tells by what could be narrowed: an index of ours has nothing. Of all that can be asked it alone needs the program
   * and the list of parts, and no part.
   *
   * @throws when these cannot be loaded
   */
  filters(): Promise<unknown>;
  /**
   * @param words to look for; in quotation marks, exactly
   * @returns records, those that answer best first
   * @throws when the index, or a part of it that the words need, cannot be loaded
   */
  search(words: string): Promise<Found>;
  /** Loads what a search for these words needs. */
  preload(words: string): Promise<void>;
}

interface Found {
  results: { id: string; score: number }[];
}
