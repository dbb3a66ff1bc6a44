import type { Source } from '../core/source.ts';

/** What was asked of records: by which keys, and what they gave; or for all of them. */
class Asked {
  readonly #given = new Map<string, Source | undefined>();
  #isForAll = false;

  give(key: string, source: Source | undefined): void {
    this.#given.set(key, source);
  }

  giveAll(): void {
    this.#isForAll = true;
  }

  /** @returns whether records would give the same; where all were asked for, that is not told */
  wouldBeGivenBy(sources: ReadonlyMap<string, Source>): boolean {
    return !this.#isForAll && [...this.#given].every(([key, source]) => sources.get(key) === source);
  }
}

/**
 * Records that note what is asked of them: what is made with them depends on that, and on nothing else of theirs. What is
 * noted is kept without them, for they are all records of the site, and each reading has its own note.
 */
export class AskedSources implements ReadonlyMap<string, Source> {
  readonly asked = new Asked();
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(sources: ReadonlyMap<string, Source>) {
    this.#sources = sources;
  }

  get size(): number {
    return this.#all().size;
  }

  get(key: string): Source | undefined {
    const source = this.#sources.get(key);
    this.asked.give(key, source);
    return source;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<Source> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, Source]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Source]> {
    return this.entries();
  }

  forEach(tell: (source: Source, key: string, sources: ReadonlyMap<string, Source>) => void): void {
    this.#all().forEach(tell);
  }

  #all(): ReadonlyMap<string, Source> {
    this.asked.giveAll();
    return this.#sources;
  }
}
