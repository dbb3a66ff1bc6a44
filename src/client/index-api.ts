/** What is used of pagefind.js, which ships no types for the browser. */
export interface Index {
  options(options: { noWorker: boolean }): Promise<void>;
  /** Loads the filters; only then do answers count them. */
  filters(): Promise<unknown>;
  init(): Promise<void>;
  search(
    words: string | null,
    options: { filters: Query['filters']; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<Answer>;
}

export interface Answer {
  results: { data(): Promise<Hit> }[];
  /** How many of the hits each value of each filter has. */
  filters: Record<string, Record<string, number>>;
}

export interface Hit {
  url: string;
  meta: Record<string, string>;
  /** The record's whole text, as it was indexed. */
  content: string;
  /** Ordinals of the words that were found, the text being cut at white space. */
  locations: number[];
}

export interface Query {
  words: string;
  filters: Partial<Record<string, { any: string[] }>>;
}
