import { RANKING } from '../core/search-ranking.ts';
import type { Found, Pagefind } from './index-api.ts';
import { remembered } from './remembered.ts';
import { Packs } from './search-packs.ts';
import type { Facet } from './search-question.ts';

/** Where a record stands. */
export const PLACES = ['passage', 'note', 'evidence'] as const;
export type Place = (typeof PLACES)[number];

/** Languages whose words Pagefind reduces to stems, each by a program of its own. */
const STEMMED = /^(?:ar|da|de|el|en|es|fi|fr|hu|it|nl|no|pt|ro|ru|sv|ta|tr)$/;

/** How many values are looked up before the page may do something else. */
const SLICE = 20;

/** Records that have words, by ordinal, and how well they answer. */
export type Scores = Map<number, number>;

/**
 * The index of the texts in one language. Pagefind answers which records have words, and which have a value; what
 * they are is in the packs.
 */
export class LanguageIndex {
  readonly language: string;
  readonly packs: Packs;
  /** Of each record, by ordinal. */
  places: readonly Place[] = [];
  readonly #pagefind: Pagefind;
  readonly #ordinals = new Map<string, number>();
  readonly #values = new Map<Facet, Promise<string[][]>>();
  #checked: Promise<Scores> | undefined;

  private constructor(language: string, packs: Packs, pagefind: Pagefind) {
    this.language = language;
    this.packs = packs;
    this.#pagefind = pagefind;
  }

  /**
   * @param folder address of all indexes, ending in a slash
   * @param language of this one
   * @param attempt how often it was tried before: a module that could not be had is not asked for again under its name
   * @throws when it cannot be loaded
   */
  static async open(folder: string, language: string, attempt: number): Promise<LanguageIndex> {
    const own = `${folder}${language}/`;
    const tag = folder.split('/').at(-2)!;
    const preloaded = preload(own, language, tag);
    try {
      const packs = new Packs(own);
      // A plain variable: with a template literal Vite's production build breaks the import.
      const address = `${own}pagefind.js${attempt === 0 ? '' : `?again=${attempt}`}`;
      const imported = import(/* @vite-ignore */ address) as Promise<Pagefind>;
      const [pagefind] = await Promise.all([imported, packs.open()]);
      // Pagefind's worker is made from a string, which the policy on Trusted Types refuses.
      await pagefind.options({ noWorker: true, metaCacheTag: tag, ranking: RANKING });
      const index = new LanguageIndex(language, packs, pagefind);
      await index.#callRoll();
      return index;
    } catch (error) {
      // What was preloaded in vain is given to whoever asks for it next, and he would fail, too.
      for (const each of preloaded) fetch(each).catch(() => undefined);
      throw error;
    }
  }

  /**
   * @param words normalised, with a space between them
   * @param isExact whether they are looked for as they are, and one after the other; else each may be a beginning
   * @throws when a part of the index cannot be loaded
   */
  async search(words: string, isExact: boolean): Promise<Scores> {
    return this.#scored(await this.#pagefind.search(isExact ? `"${words}"` : words));
  }

  /** @returns the values that each record has of a facet, by ordinal; loaded when first asked for */
  values(facet: Facet): Promise<string[][]> {
    if (facet === 'in') return Promise.resolve(this.places.map((place) => [place]));
    return remembered(this.#values, facet, () => this.#lookUp(facet));
  }

  /** @returns records by the day of their check: the later, the higher; those that have none are not in it */
  checked(): Promise<Scores> {
    this.#checked ??= this.#pagefind
      .search(null, { sort: { checked: 'desc' } })
      .then((found) => this.#scored(found));
    return this.#checked;
  }

  /** Sorted by place, a record's score is its ordinal, below zero. */
  async #callRoll() {
    const places: Place[] = [];
    const found = await Promise.all(
      PLACES.map((place) => this.#pagefind.search(null, { filters: { in: place }, sort: { place: 'asc' } })),
    );
    for (const [index, { results }] of found.entries()) {
      for (const { id, score } of results) {
        this.#ordinals.set(id, -score);
        places[-score] = PLACES[index]!;
      }
    }
    this.places = places;
  }

  async #lookUp(facet: Facet): Promise<string[][]> {
    const values: string[][] = this.places.map(() => []);
    // Naming it loads it; no record has an empty value.
    const { totalFilters } = await this.#pagefind.search(null, { filters: { [facet]: '' } });
    for (const [index, value] of Object.keys(totalFilters[facet] ?? {}).entries()) {
      if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve));
      const found = await this.#pagefind.search(null, { filters: { [facet]: value } });
      for (const ordinal of this.#scored(found).keys()) values[ordinal]!.push(value);
    }
    return values;
  }

  #scored({ results }: Found): Scores {
    return new Map(results.map(({ id, score }) => [this.#ordinals.get(id)!, score]));
  }
}

/**
 * Asks at once for what would be asked for one after the other.
 *
 * @returns the addresses
 */
function preload(folder: string, language: string, tag: string): string[] {
  const program = STEMMED.test(language) ? [`wasm.${language}.pagefind`] : [];
  const names = ['pack-0.json', `pagefind-entry.json?ts=${tag}`, ...program];
  return names.map((name) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = '';
    link.href = folder + name;
    document.head.append(link);
    return link.href;
  });
}
