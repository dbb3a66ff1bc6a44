import { type Placed, stack, stackAround } from '../core/stack.ts';
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

/** Something that stands between the notes for a while. */
export interface Guest {
  element: HTMLElement;
  /** What it is to stand beside. */
  beside: Element | Range;
}

/**
 * Where notes stand: beside their marks on a wide window, below the line that asked for them on a narrow one. No note
 * ever leaves its place in the document: in the margin it is positioned, in the text over room made for it.
 */
export class Margin {
  readonly #reading: HTMLElement;
  readonly #pairs: readonly Pair[];
  readonly #wide = matchMedia('(min-width: 68.75rem)');
  readonly #room = document.createElement('span');
  #guest: Guest | undefined;
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

  /** Takes something else between the notes, as the list that cites; or sends it away again. */
  receive(guest: Guest | undefined): void {
    this.#guest = guest;
  }

  /** @param open the note that is open */
  lay(open: Pair | undefined): void {
    if (this.isWide) {
      this.#giveBack();
      this.#layBeside(open);
    } else {
      this.#reading.style.minBlockSize = '';
      this.#layBelow(open);
    }
  }

  #layBeside(open: Pair | undefined) {
    const { top } = this.#reading.getBoundingClientRect();
    const wantedBeside = (thing: Element | Range) =>
      (thing.getClientRects()[0]?.top ?? top) - top + LINE_OFFSET + HEADROOM;
    const shown = this.#pairs.filter(({ note }) => note.offsetHeight > 0);
    const grown = shown.findIndex((pair) => pair === open);
    const things = shown.map((pair) => {
      const size = pair.note.offsetHeight;
      if (pair !== open) this.#closed.set(pair, size);
      return { element: pair.note, size, wanted: wantedBeside(pair.mark) };
    });
    const atRest = things.map((thing, index) =>
      index === grown ? { ...thing, size: this.#closed.get(open!) ?? open!.summary.offsetHeight } : thing,
    );
    const rest = stack(atRest, GAP, HEADROOM);
    const tops = grown < 0 ? rest : stackAround(things, grown, rest, FARTHEST, GAP);
    if (this.#guest) this.#layWith(this.#guest, wantedBeside(this.#guest.beside), things, tops);
    else this.#place(things, tops);
  }

  /** Others give way to a guest as far as it needs: it stays where it was asked for, and not for long. */
  #layWith(
    { element }: Guest,
    wanted: number,
    things: readonly (Placed & { element: HTMLElement })[],
    tops: readonly number[],
  ) {
    const before = tops.filter((at) => at < wanted).length;
    const all = things.map((thing, index) => ({ ...thing, wanted: tops[index]! }));
    const guest = { element, size: element.offsetHeight, wanted: Math.max(wanted, HEADROOM), held: true };
    const withGuest = [...all.slice(0, before), guest, ...all.slice(before)];
    this.#place(withGuest, stack(withGuest, GAP));
  }

  #place(things: readonly { element: HTMLElement; size: number }[], tops: readonly number[]) {
    for (const [index, { element }] of things.entries())
      element.style.insetBlockStart = `${Math.round(tops[index]! - HEADROOM)}px`;
    const end = (tops.at(-1) ?? 0) + (things.at(-1)?.size ?? 0);
    this.#reading.style.minBlockSize = `${Math.round(end - HEADROOM + 4 * GAP)}px`;
  }

  #layBelow(open: Pair | undefined) {
    if (!open || open.para.querySelector('.notes.show')) return this.#giveBack();
    const last = open.parts.at(-1)!;
    if (last.nextSibling !== this.#room) {
      this.#giveBack();
      last.after(this.#room);
      open.para.classList.add('roomy');
    }
    this.#room.style.blockSize = `${open.note.offsetHeight + ABOVE + BELOW}px`;
    const top = this.#room.getBoundingClientRect().top - open.para.getBoundingClientRect().top;
    open.note.style.insetBlockStart = `${top + ABOVE}px`;
  }

  #giveBack() {
    this.#room.closest('.para')?.classList.remove('roomy');
    this.#room.remove();
  }
}
