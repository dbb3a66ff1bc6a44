import { ofMany } from './tally.ts';

/** Where it is told: a terminal, whose line can be written anew, or anything else. */
export interface Output {
  isTTY?: boolean | undefined;
  write: (words: string) => unknown;
}

/** What there is to do: pages by the reading they belong to; undefined for those of the site. */
export type Work = ReadonlyMap<string | undefined, number>;

/** Milliseconds after which a terminal’s line is written anew, and after which a plain line is due. */
const ANEW = 200;
const DUE = 10_000;

/** Share of the pages after which a plain line is due, too. */
const STEP = 0.1;

/** Back to the beginning of the line, and nothing on it. @see ECMA-48, §8.3.15 and §8.3.41 */
const CLEAR = '\r\u001B[K';

/**
 * Tells how far a long work is: readings done of all, and the time left. In a terminal on one line that is written anew,
 * elsewhere in a line now and then.
 */
export class Progress {
  readonly #output: Output;
  readonly #now: () => number;
  readonly #left: Map<string | undefined, number>;
  readonly #began: number;
  readonly #pages: number;
  readonly #readings: number;
  #drawn = 0;
  #told: { at: number; drawn: number };

  /**
   * @param work all that is to be done
   * @param output where it is told
   * @param now a clock, in milliseconds
   */
  constructor(work: Work, output: Output, now: () => number) {
    this.#output = output;
    this.#now = now;
    this.#left = new Map(work);
    this.#pages = [...work.values()].reduce((sum, pages) => sum + pages, 0);
    this.#readings = this.#readingsLeft();
    this.#began = now();
    this.#told = { at: this.#began, drawn: 0 };
  }

  /** A page is done. */
  done(owner: string | undefined): void {
    this.#left.set(owner, this.#left.get(owner)! - 1);
    this.#drawn += 1;
    if (this.#isDue()) this.#tell();
    if (this.#drawn === this.#pages && this.#output.isTTY) this.#output.write('\n');
  }

  /** Makes way for something else that is told. */
  makeWay(): void {
    if (this.#output.isTTY) this.#output.write(CLEAR);
  }

  #isDue(): boolean {
    if (this.#drawn === this.#pages) return true;
    const since = this.#now() - this.#told.at;
    if (this.#output.isTTY) return since >= ANEW;
    return since >= DUE || this.#drawn - this.#told.drawn >= STEP * this.#pages;
  }

  #tell(): void {
    this.#told = { at: this.#now(), drawn: this.#drawn };
    const done = this.#readings - this.#readingsLeft();
    const all = `${this.#readings} ${ofMany(this.#readings, 'reading')}`;
    const words = `${done} of ${all}, ${this.#percent()} % of the pages${this.#timeLeft()}`;
    this.#output.write(this.#output.isTTY ? CLEAR + words : `${words}\n`);
  }

  #readingsLeft(): number {
    return [...this.#left].filter(([owner, pages]) => owner !== undefined && pages > 0).length;
  }

  #percent(): number {
    return Math.floor((100 * this.#drawn) / this.#pages);
  }

  /** As much for each page that is left as for one that is done. */
  #timeLeft(): string {
    const left = this.#pages - this.#drawn;
    if (left === 0) return '';
    const seconds = ((this.#now() - this.#began) * left) / this.#drawn / 1000;
    return seconds < 60
      ? `, ${Math.max(1, Math.round(seconds))} s left`
      : `, ${Math.round(seconds / 60)} min left`;
  }
}
