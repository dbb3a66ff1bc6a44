import { type Column, readColumn } from '../core/search-column.ts';
import { fileOfBest } from '../core/search-reach.ts';
import type { Facet } from '../core/search-facet.ts';
import {
  type Details,
  type Directory,
  type Lane,
  type NoteDetails,
  type Pack,
  type PackedReading,
  type PieceDetails,
  type ShownNote,
  type ShownPassage,
} from '../core/search-pack.ts';
import { remembered } from './remembered.ts';

/** Hits that are loaded before any is shown: hardly a window shows more at once. */
export const FIRST = 6;

/** What is shown of records, fetched file by file as hits need it. Each is fetched once; again, where that failed. */
export class Packs {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #packs = new Map<number, Pack>();
  /** What holds the best hits of words, by the ordinals of these. */
  readonly #best = new Map<number, Pack>();
  /** The first ordinal of each pack. */
  #starts: number[] = [];
  #beginnings: readonly string[] = [];

  /** @param folder address of a language’s index, ending in a slash */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Loads the first pack, which says what the others hold. Until then nothing else can be asked.
   *
   * @throws when it cannot be loaded
   */
  async open(): Promise<Directory> {
    const { directory } = await this.#pack(0);
    this.#starts = startsOf(directory!);
    this.#beginnings = directory!.beginnings;
    return directory!;
  }

  /**
   * Loads what answers words best, as far as it can be told from the words alone.
   *
   * @param stems the words, as `stemOf` has them
   * @returns it, where it could be loaded: in a small index all that there is
   */
  async likely(stems: readonly string[]): Promise<Pack['records']> {
    if (this.#beginnings.length === 0) return this.#packs.get(0)!.records;
    const files = new Set(stems.map((stem) => fileOfBest(this.#beginnings, stem)));
    const loaded = await Promise.all([...files].map((file) => this.#bestFile(file).catch(() => [])));
    return loaded.flat();
  }

  async #bestFile(file: number): Promise<Pack['records']> {
    const best = (await this.#file(`best-${file}.json`)) as Pack;
    for (const { ordinal } of best.records) this.#best.set(ordinal, best);
    return best.records;
  }

  /**
   * Loads what is shown of records.
   *
   * @returns the ordinals whose pack could not be loaded
   */
  async load(ordinals: readonly number[]): Promise<Set<number>> {
    const lacking = ordinals.filter((ordinal) => !this.isLoaded(ordinal));
    const byPack = Map.groupBy(lacking, (ordinal) => this.#packOf(ordinal));
    const lost = await Promise.all(
      [...byPack].map(([pack, own]) =>
        this.#pack(pack).then(
          () => [],
          () => own,
        ),
      ),
    );
    return new Set(lost.flat());
  }

  /** @returns whether what is shown of a record is there */
  isLoaded(ordinal: number): boolean {
    return this.#holding(ordinal) !== undefined;
  }

  /** @returns the reading that a record is of; undefined where it is not loaded */
  readingOf(ordinal: number): PackedReading | undefined {
    return this.#holding(ordinal)?.readings.findLast(({ from }) => from <= ordinal);
  }

  /**
   * @param slug of a reading
   * @returns it as a line
   * @throws when that cannot be loaded
   */
  async lane(slug: string): Promise<Lane> {
    const known = this.#packs.get(0)?.readings.find((reading) => reading.slug === slug)?.lane;
    return known ?? this.#laneFile(slug);
  }

  #laneFile(slug: string): Promise<Lane> {
    return this.#file(`lane-${slug}.json`) as Promise<Lane>;
  }

  /**
   * @param facet one that is not in the directory
   * @throws when it cannot be loaded
   */
  column(facet: Facet): Promise<Column> {
    return this.#file(`facet-${facet}.json`) as Promise<Column>;
  }

  /** @returns a passage or a note; of a piece of evidence its note; undefined where it is not loaded */
  shown(ordinal: number): ShownPassage | ShownNote | undefined {
    return this.#holding(ordinal)?.records.findLast((record) => record.ordinal <= ordinal);
  }

  /**
   * @param ordinal of a note or a piece of evidence, whose pack is loaded
   * @returns the rest of what there is of it
   * @throws when the file cannot be loaded
   */
  async details(ordinal: number): Promise<NoteDetails | PieceDetails | undefined> {
    const note = this.shown(ordinal)?.ordinal;
    const { records } = (await this.#file(`details-${note}.json`)) as Details;
    return records.find((record) => record.ordinal === ordinal);
  }

  /** @returns the index’s distinct words, with how often they are there */
  words(): Promise<[string, number][]> {
    return this.#file('words.json') as Promise<[string, number][]>;
  }

  #holding(ordinal: number): Pack | undefined {
    return this.#packs.get(this.#packOf(ordinal)) ?? this.#best.get(ordinal);
  }

  #packOf(ordinal: number): number {
    return Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= ordinal),
    );
  }

  async #pack(pack: number): Promise<Pack> {
    const loaded = (await this.#file(`pack-${pack}.json`)) as Pack;
    this.#packs.set(pack, loaded);
    return loaded;
  }

  #file(name: string): Promise<unknown> {
    return remembered(this.#files, name, () => fetchJson(this.#folder + name));
  }
}

/** Packs have the same number of passages and notes; what is evidence is with its note. */
function startsOf({ size, columns }: Directory): number[] {
  const shown = readColumn(columns.in).flatMap(([place], ordinal) => (place === 'evidence' ? [] : [ordinal]));
  return shown.filter((_, at) => at % size === 0);
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
