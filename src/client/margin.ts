import { stack, stackAround } from '../core/stack.ts';
import type { Pair } from './pairs.ts';

/** Room between two notes, and from the top of a mark's line to the top of its note, in CSS pixels. */
const GAP = 9;
const LINE_OFFSET = 6;
/** How far above the text's first line a note may begin, when one below it is open. */
const HEADROOM = 26;
/** How far an open note may move its neighbours. */
const FARTHEST = 300;
/** Above and below a note that stands in the text. */
const ABOVE = 6;
const BELOW = 10;

/**
 * Where notes stand: beside their marks on a wide window, below the line that asked for them on a narrow one. No note
 * ever leaves its place in the document: in the margin it is positioned, in the text over room made for it.
 */
export class Margin {
  readonly #reading: HTMLElement;
  readonly #pairs: readonly Pair[];
  readonly #wide = matchMedia('(min-width: 68.75rem)');
  readonly #room = document.createElement('span');
  /** Heights of closed notes. */
  readonly #closed = new Map<Pair, number>();

  constructor(reading: HTMLElement, pairs: readonly Pair[]) {
    this.#reading = reading;
    this.#pairs = pairs;
    this.#room.className = 'room';
  }

  get isWide(): boolean {
    return this.#wide.matches;
  }

  /** @param open the note that is open */
  lay(open: Pair | undefined): void {
    if (this.isWide) {
      this.#room.remove();
      this.#layBeside(open);
    } else {
      this.#reading.style.minBlockSize = '';
      this.#layBelow(open);
    }
  }

  #layBeside(open: Pair | undefined) {
    const { top } = this.#reading.getBoundingClientRect();
    const shown = this.#pairs.filter(({ note }) => note.offsetHeight > 0);
    const grown = shown.findIndex((pair) => pair === open);
    const things = shown.map((pair) => {
      const size = pair.note.offsetHeight;
      if (pair !== open) this.#closed.set(pair, size);
      return { size, wanted: (pair.mark.getClientRects()[0]?.top ?? top) - top + LINE_OFFSET + HEADROOM };
    });
    const atRest = things.map((thing, index) =>
      index === grown ? { ...thing, size: this.#closed.get(open!) ?? open!.summary.offsetHeight } : thing,
    );
    const rest = stack(atRest, GAP, HEADROOM);
    const tops = grown < 0 ? rest : stackAround(things, grown, rest, FARTHEST, GAP);
    for (const [index, { note }] of shown.entries())
      note.style.insetBlockStart = `${Math.round(tops[index]! - HEADROOM)}px`;
    const end = (tops.at(-1) ?? 0) + (things.at(-1)?.size ?? 0);
    this.#reading.style.minBlockSize = `${Math.round(end - HEADROOM + 4 * GAP)}px`;
  }

  #layBelow(open: Pair | undefined) {
    if (!open || open.para.querySelector('.notes.show')) {
      this.#room.remove();
      return;
    }
    const last = open.parts.at(-1)!;
    if (last.nextSibling !== this.#room) last.after(this.#room);
    this.#room.style.blockSize = `${open.note.offsetHeight + ABOVE + BELOW}px`;
    const top = this.#room.getBoundingClientRect().top - open.para.getBoundingClientRect().top;
    open.note.style.insetBlockStart = `${top + ABOVE}px`;
  }
}
