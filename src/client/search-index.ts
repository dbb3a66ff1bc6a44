import { readColumn } from '../core/search-column.ts';
import type { Facet, Place } from '../core/search-facet.ts';
import type { Directory } from '../core/search-pack.ts';
import { INDEX_NAME, ordinalOf, volumesOf } from '../core/search-meta.ts';
import { RANKING } from '../core/search-ranking.ts';
import { reachOf } from '../core/search-reach.ts';
import { hasDecimalComma, isNumberToken } from '../core/search-text.ts';
import type { Pagefind } from './index-api.ts';
import { remembered } from './remembered.ts';
import { Packs } from './search-packs.ts';

/** Languages whose words Pagefind reduces to stems, each by a program of its own. */
const STEMMED = /^(?:ar|da|de|el|en|es|fi|fr|hu|it|nl|no|pt|ro|ru|sv|ta|tr)$/;

/** Records that have words, by ordinal, and how well they answer. */
export type Scores = Map<number, number>;

/** What each record has, by ordinal. */
type Values = readonly (readonly string[])[];

/** The index of the texts in one language. Pagefind answers which records have words; what they are is in the packs. */
export class LanguageIndex {
  readonly language: string;
  readonly packs: Packs;
  /** Of each record, by ordinal. */
  readonly places: readonly Place[];
  /** The day on which the note of each was checked, ISO 8601. */
  readonly checked: Values;
  readonly #pagefind: Promise<Pagefind>;
  readonly #values: Map<Facet, Promise<Values>>;

  private constructor(language: string, packs: Packs, { columns }: Directory, pagefind: Promise<Pagefind>) {
    const { checked, ...facets } = columns;
    const known = Object.entries(facets).map(
      ([facet, column]) => [facet as Facet, readColumn(column)] as const,
    );
    this.language = language;
    this.packs = packs;
    this.checked = readColumn(checked);
    this.#values = new Map(known.map(([facet, values]) => [facet, Promise.resolve(values)]));
    this.places = new Map(known).get('in')!.map(([place]) => place as Place);
    this.#pagefind = pagefind;
  }

  /**
   * @param folder address of all indexes, ending in a slash
   * @param language of this one
   * @param attempt how often it was tried before: a module that could not be had is not asked for again under its name
   * @returns it as soon as there is something to show; it can be asked when it is ready
   * @throws when it cannot be loaded
   */
  static async begin(folder: string, language: string, attempt: number): Promise<LanguageIndex> {
    const own = `${folder}${language}/`;
    const tag = folder.split('/').at(-2)!;
    const program = STEMMED.test(language) ? [`wasm.${language}.pagefind`] : [];
    const preloaded = preload(own, ['pack-0.json', ...lists(tag), ...program]);
    const packs = new Packs(own);
    const directory = packs.open();
    const others = directory.then(({ columns }) => {
      const [, ...further] = volumesOf(readColumn(columns.in).length);
      const folders = further.map(({ folder: volume }) => own + volume);
      for (const volume of folders) preloaded.push(...preload(volume, lists(tag)));
      return folders;
    });
    const pagefind = openPagefind(own, tag, attempt, others);
    // Intl takes long to begin: it does so now, while all that is on its way, and not at the first word.
    hasDecimalComma(language);
    Promise.all([pagefind, directory, others]).catch(() => {
      // What was preloaded in vain is given to whoever asks for it next, and he would fail, too.
      for (const each of preloaded) fetch(each).catch(() => undefined);
    });
    return new LanguageIndex(language, packs, await directory, pagefind);
  }

  /** @throws when it cannot be asked */
  async ready(): Promise<this> {
    await this.#pagefind;
    return this;
  }

  /**
   * @param words normalised, with a space between them
   * @param isExact whether they are looked for as they are, and one after the other; else each may be a beginning
   * @throws when a part of the index cannot be loaded
   */
  async search(words: string, isExact: boolean): Promise<Scores> {
    const pagefind = await this.#pagefind;
    if (!isExact) await this.load(words);
    const { results } = await pagefind.search(isExact ? `"${words}"` : words);
    return new Map(results.map(({ id, score }) => [ordinalOf(id), score]));
  }

  /**
   * Loads the parts that a search for words needs, each of which may be a beginning.
   *
   * @throws when one cannot be loaded
   */
  async load(words: string): Promise<void> {
    const pagefind = await this.#pagefind;
    await pagefind.preload(this.#reachOf(words));
  }

  #reachOf(words: string): string {
    return words
      .split(' ')
      .flatMap((word) => (isNumberToken(word) ? [word] : reachOf(word, this.language)))
      .join(' ');
  }

  /**
   * @returns the values that each record has of a facet, by ordinal
   * @throws when they cannot be loaded
   */
  values(facet: Facet): Promise<Values> {
    return remembered(this.#values, facet, async () => readColumn(await this.packs.column(facet)));
  }
}

/** @param others folders of the volumes behind the first */
async function openPagefind(
  folder: string,
  tag: string,
  attempt: number,
  others: Promise<string[]>,
): Promise<Pagefind> {
  // A plain variable: with a template literal Vite's production build breaks the import.
  const address = `${folder}pagefind.js${attempt === 0 ? '' : `?again=${attempt}`}`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  const options = { metaCacheTag: tag, ranking: RANKING };
  // Pagefind's worker is made from a string, which the policy on Trusted Types refuses.
  await pagefind.options({ noWorker: true, ...options });
  await pagefind.filters();
  await Promise.all((await others).map((volume) => pagefind.mergeIndex(volume, options)));
  return pagefind;
}

/** What says what an index of Pagefind’s has. */
const lists = (tag: string) => [`pagefind-entry.json?ts=${tag}`, `pagefind.${INDEX_NAME}.pf_meta`];

/**
 * Asks at once for what would be asked for one after the other.
 *
 * @returns the addresses
 */
function preload(folder: string, names: readonly string[]): string[] {
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
