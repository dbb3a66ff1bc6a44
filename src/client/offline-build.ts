import { type BuildList, type Digests, isOfReading } from '../core/offline/list.ts';
import { firstOf, placeOfList } from '../core/offline/place.ts';
import { find, keyOf, take, USED } from './offline-files.ts';
import { remembered } from './remembered.ts';

const opened = new Map<string, Promise<Build>>();

/** What is stored of a build, as its lists tell. */
export class Build {
  readonly digest: string;
  /** What is stored ahead. */
  readonly files: ReadonlyMap<string, string>;
  readonly #readings: ReadonlyMap<string, string>;
  readonly #others: ReadonlySet<string>;
  readonly #index: string | undefined;
  readonly #ofReadings = new Map<string, Promise<ReadonlyMap<string, string>>>();

  private constructor(digest: string, { files, readings, others, index }: BuildList) {
    this.digest = digest;
    this.files = new Map(Object.entries(files));
    this.#readings = new Map(Object.entries(readings));
    this.#others = new Set(others);
    this.#index = index;
  }

  /**
   * @param digest of its list
   * @throws where that is neither stored nor to be had
   */
  static open(digest: string): Promise<Build> {
    return remembered(opened, digest, async () => new Build(digest, await listAt<BuildList>(digest)));
  }

  hasReading(slug: string): boolean {
    return this.#readings.has(slug);
  }

  /**
   * @returns what is stored of a reading when it is visited
   * @throws where its list is neither stored nor to be had
   */
  filesOf(slug: string): Promise<ReadonlyMap<string, string>> {
    return remembered(this.#ofReadings, slug, async () => {
      const list = await listAt<Digests>(this.#readings.get(slug)!);
      return new Map(Object.entries(list));
    });
  }

  /** @returns the digest of what is at a place in this build; undefined where it is not known */
  async digestOf(place: string): Promise<string | undefined> {
    return this.files.get(place) ?? (await this.#ofReadingOf(place))?.get(place);
  }

  /**
   * The same, where the list of a reading may have to be asked for.
   *
   * @throws where it is neither stored nor to be had
   */
  async askDigestOf(place: string): Promise<string | undefined> {
    const slug = firstOf(place);
    if (!this.files.has(place) && this.hasReading(slug) && isOfReading(place)) await this.filesOf(slug);
    return this.digestOf(place);
  }

  /** @returns whether it is known that nothing is at a place in this build */
  async hasNothingAt(place: string): Promise<boolean> {
    const first = firstOf(place);
    if (!this.hasReading(first)) return !this.#others.has(first);
    const known = isOfReading(place) && (await this.#ofReadingOf(place));
    return known ? !known.has(place) && !this.files.has(place) : false;
  }

  /** @returns whether a place is in the index of the search, of which what was used is kept */
  isOfLargeIndex(place: string): boolean {
    return this.#index !== undefined && place.startsWith(this.#index);
  }

  /**
   * @param slugs readings that are kept
   * @returns what tells whether a file is this build's
   */
  async naming(slugs: readonly string[]): Promise<(key: string) => boolean> {
    const lists = slugs.flatMap((slug) => this.#readings.get(slug) ?? []);
    const known = await Promise.all(slugs.map((slug) => this.#ofReadingOf(`${slug}/`)));
    const named = [
      ...[this.digest, ...lists].map((digest) => [placeOfList(digest), digest] as const),
      ...[this.files, ...known].flatMap((files) => [...(files ?? [])]),
    ];
    const keys = new Set(named.map(([place, digest]) => keyOf(place, digest)));
    const index = this.#index && keyOf(this.#index, '').slice(0, -1);
    return (key) =>
      keys.has(key) || (index !== undefined && key.startsWith(index) && key.endsWith(`?${USED}`));
  }

  /** What is known of a reading without asking the host. */
  async #ofReadingOf(place: string): Promise<ReadonlyMap<string, string> | undefined> {
    const slug = firstOf(place);
    const digest = this.#readings.get(slug);
    if (digest === undefined) return undefined;
    const isThere = this.#ofReadings.has(slug) || (await find(placeOfList(digest), digest)) !== undefined;
    return isThere ? this.filesOf(slug) : undefined;
  }
}

async function listAt<List>(digest: string): Promise<List> {
  const place = placeOfList(digest);
  const file = (await find(place, digest)) ?? (await take(place, digest));
  if (!file) throw new Error(`The host has no ${place}.`);
  return (await file.json()) as List;
}
