import {
  type Details,
  DETAILS_STEP,
  type NoteDetails,
  type Pack,
  type PieceDetails,
  type ShownNote,
  type ShownPassage,
} from '../core/search-pack.ts';
import { remembered } from './remembered.ts';

/** What is shown of records, fetched file by file as hits need it. Each is fetched once; again, where that failed. */
export class Packs {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #packs = new Map<number, Pack>();
  #starts: number[] = [];

  /** @param folder address of a language’s index, ending in a slash */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Loads the first pack, which says what the others hold. Until then nothing else can be asked. */
  async open(): Promise<void> {
    this.#starts = (await this.#pack(0)).directory?.starts ?? [0];
  }

  /**
   * Loads what is shown of records.
   *
   * @returns the ordinals whose pack could not be loaded
   */
  async load(ordinals: readonly number[]): Promise<Set<number>> {
    const byPack = Map.groupBy(ordinals, (ordinal) => this.#packOf(ordinal));
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

  /** @returns the reading that a record is of; undefined where its pack is not loaded */
  readingOf(ordinal: number): Pack['reading'] | undefined {
    return this.#packs.get(this.#packOf(ordinal))?.reading;
  }

  /** @returns the line of the reading that a record is of; none where its pack is not loaded */
  segmentsOf(ordinal: number): Pack['segments'] {
    return this.#packs.get(this.#packOf(ordinal))?.segments ?? [];
  }

  /** @returns a passage or a note; of a piece of evidence its note; undefined where its pack is not loaded */
  shown(ordinal: number): ShownPassage | ShownNote | undefined {
    return this.#packs.get(this.#packOf(ordinal))?.records.findLast((record) => record.ordinal <= ordinal);
  }

  /**
   * @returns the rest of what there is of a note, or a piece of evidence; undefined for a passage
   * @throws when the file cannot be loaded
   */
  async details(ordinal: number): Promise<NoteDetails | PieceDetails | undefined> {
    const name = `details-${Math.floor(ordinal / DETAILS_STEP)}.json`;
    const { records } = (await this.#file(name)) as Details;
    return records.find((record) => record.ordinal === ordinal);
  }

  /** @returns the index’s distinct words, with how often they are there */
  words(): Promise<[string, number][]> {
    return this.#file('words.json') as Promise<[string, number][]>;
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

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
