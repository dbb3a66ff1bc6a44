import { asFarAsKept, remembered } from './remembered.ts';
import { parseQuery } from '../core/search-query.ts';
import { likelyIn } from './search-at-hand.ts';
import { LanguageIndex } from './search-index.ts';

/** The indexes of some languages: loaded when they are first asked; what could not be loaded, again the next time. */
export class Indexes {
  readonly #folder: string;
  readonly #languages: readonly string[];
  readonly #opened = new Map<string, Promise<LanguageIndex>>();
  readonly #begun = new Map<string, Promise<LanguageIndex>>();
  readonly #attempts = new Map<string, number>();

  /**
   * @param folder their address, ending in a slash
   * @param languages BCP 47, at least one; the first is asked first
   */
  constructor(folder: string, languages: readonly string[]) {
    this.#folder = folder;
    this.#languages = languages;
  }

  /**
   * @returns those that could be loaded, and whether others could not
   * @throws when none could
   */
  async open(): Promise<{ kept: LanguageIndex[]; isIncomplete: boolean }> {
    return asFarAsKept(this.#languages.map((language) => this.#openOne(language)));
  }

  /**
   * The first alone, where there are others that were not asked for yet: it answers as soon as a site in one language
   * would.
   *
   * @returns undefined where there are none, or it cannot be loaded
   */
  async openFirst(): Promise<LanguageIndex | undefined> {
    const [first, ...others] = this.#languages;
    if (others.every((language) => this.#opened.has(language))) return undefined;
    return this.#openOne(first!).catch(() => undefined);
  }

  /**
   * Begins to load the first.
   *
   * @returns it as soon as there is something to show; undefined where it cannot be loaded
   */
  async begin(): Promise<LanguageIndex | undefined> {
    const [first] = this.#languages;
    this.#openOne(first!).catch(() => undefined);
    return this.#begun.get(first!)!.catch(() => undefined);
  }

  /** Loads what the first needs to be asked for words. What cannot be loaded now, asking tells. */
  async foresee(words: string): Promise<void> {
    const index = await this.begin();
    const terms = index ? parseQuery(words, index.language) : [];
    if (!index || terms.length === 0) return;
    void likelyIn(index, terms);
    await index.load(terms.flatMap(({ tokens }) => tokens).join(' ')).catch(() => undefined);
  }

  /** @returns whether the page names an index that is gone: then the site is newer than the page */
  async areGone(): Promise<boolean> {
    const address = `${this.#folder}${this.#languages[0]}/pagefind-entry.json`;
    return fetch(address, { cache: 'no-cache' }).then(
      ({ status }) => status === 404,
      () => false,
    );
  }

  #openOne(language: string): Promise<LanguageIndex> {
    return remembered(this.#opened, language, async () => {
      const attempt = this.#attempts.get(language) ?? 0;
      this.#attempts.set(language, attempt + 1);
      const begun = LanguageIndex.begin(this.#folder, language, attempt);
      this.#begun.set(language, begun);
      return (await begun).ready();
    });
  }
}
