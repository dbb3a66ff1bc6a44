/** What is used of pagefind.js, which ships no types for the browser. */
export interface Pagefind {
  /** Before anything else. */
  options(options: { noWorker: boolean; metaCacheTag: string; ranking: object }): Promise<void>;
  /**
   * @param words to look for; in quotation marks, exactly; null for all records
   * @throws when the index, or a part of it that the words need, cannot be loaded
   */
  search(words: string | null, options?: SearchOptions): Promise<Found>;
}

export interface SearchOptions {
  filters?: Record<string, string>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface Found {
  results: { id: string; score: number }[];
  /** How many records have each value of each filter that is loaded. */
  totalFilters: Record<string, Record<string, number>>;
}
