import { forget as forgetBuild } from '../../src/build/memory.ts';

/** What core keeps from one call to the next: under a mutant it would be what was found without it. */
const forget: (() => void)[] = [];

/**
 * Imports modules and tests, and notes what core has made meanwhile to remember things in.
 *
 * @param load imports them
 */
export async function noteWhatRemembers(load: () => Promise<unknown>): Promise<void> {
  const own = { Map, WeakMap };
  class NotedMap<K, V> extends own.Map<K, V> {
    constructor(entries?: Iterable<readonly [K, V]> | null) {
      super(entries);
      if (!isOfCore()) return;
      let kept: [K, V][] | undefined;
      forget.push(() => {
        kept ??= [...this.entries()];
        if (this.size === kept.length) return;
        this.clear();
        for (const [key, value] of kept) this.set(key, value);
      });
    }
  }
  class NotedWeakMap<K extends WeakKey, V> extends own.WeakMap<K, V> {
    #kept = new own.WeakMap<K, V>();
    constructor() {
      super();
      if (isOfCore()) forget.push(() => (this.#kept = new own.WeakMap()));
    }
    override get(key: K) {
      return this.#kept.get(key);
    }
    override has(key: K) {
      return this.#kept.has(key);
    }
    override set(key: K, value: V) {
      this.#kept.set(key, value);
      return this;
    }
    override delete(key: K) {
      return this.#kept.delete(key);
    }
  }
  Object.assign(globalThis, { Map: NotedMap, WeakMap: NotedWeakMap });
  try {
    await load();
  } finally {
    Object.assign(globalThis, own);
  }
  forgetAll();
}

/** Makes core, and what reads content for it, as if nothing had been asked of it. */
export function forgetAll(): void {
  forgetBuild();
  for (const each of forget) each();
}

/** Whether it is made by a module of core: the third line of where we are is whoever makes it. */
function isOfCore(): boolean {
  return new Error().stack?.split('\n')[3]?.includes('/src/core/') ?? false;
}
