import type { Source } from '../core/source.ts';

/** Records that know which of them were asked for: what was made with them depends on those, and on no others. */
export class AskedSources extends Map<string, Source> {
  readonly #asked = new Map<string, Source | undefined>();
  #isAskedForAll = false;

  override get(key: string): Source | undefined {
    const source = super.get(key);
    this.#asked.set(key, source);
    return source;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  override keys(): MapIterator<string> {
    this.#isAskedForAll = true;
    return super.keys();
  }

  override values(): MapIterator<Source> {
    this.#isAskedForAll = true;
    return super.values();
  }

  override entries(): MapIterator<[string, Source]> {
    this.#isAskedForAll = true;
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, Source]> {
    return this.entries();
  }

  override forEach(tell: (source: Source, key: string, sources: Map<string, Source>) => void): void {
    this.#isAskedForAll = true;
    super.forEach(tell);
  }

  /** @returns whether these records would have given the same answers; where all were asked for, that is not told */
  wouldAnswerAs(sources: ReadonlyMap<string, Source>): boolean {
    return !this.#isAskedForAll && [...this.#asked].every(([key, source]) => sources.get(key) === source);
  }
}
