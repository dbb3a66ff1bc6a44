import { type Guest, Margin } from './margin.ts';
import { decoded, findPairs, isModified, type Pair } from './pairs.ts';
import { isReturn, restorePlace, steadily } from './place.ts';

/** How far a finger goes sideways, in CSS pixels, to put a note away. */
const SWIPE = 60;

/**
 * The notes of a reading: they open and close by their marks, and a note and its mark answer each other. Without this
 * they stand beside or below their paragraph and open all the same.
 */
export class Notes {
  readonly pairs: readonly Pair[];
  readonly #margin: Margin;
  readonly #byElement = new Map<Element, Pair>();
  #open: Pair | undefined;
  #printing = false;
  #guest: Guest | undefined;
  /** Whatever grows or moves the text: the window, letters, an excerpt unfolded in a note. */
  readonly #observer = new ResizeObserver(() => this.lay());

  constructor(reading: HTMLElement) {
    this.pairs = findPairs(reading);
    this.#margin = new Margin(reading, this.pairs);
    for (const pair of this.pairs)
      for (const element of [pair.note, ...pair.parts]) this.#byElement.set(element, pair);
    this.#answer(reading);
    for (const pair of this.pairs) {
      tell(pair);
      this.#toggled(pair);
      pair.note.addEventListener('toggle', () => this.#toggled(pair));
    }
    this.#relate(reading);
    this.#putAwayBySwipe(reading);
    this.#followPrinter(reading);
    this.#followWindow(reading);
  }

  /** The pair whose note is open. */
  get open(): Pair | undefined {
    return this.#open;
  }

  /** The pair that keys are about: the one that has the focus, or else whose note is open. */
  get current(): Pair | undefined {
    return this.pairOf(document.activeElement) ?? this.#open;
  }

  /** @returns the pair that a mark, a note, or something in one of them belongs to */
  pairOf(element: Element | null): Pair | undefined {
    const found = element?.closest('.mark, .note');
    return found ? this.#byElement.get(found) : undefined;
  }

  /** Takes something else between the notes, beside what it belongs to; or sends it away again. */
  receive(guest: Guest | undefined): void {
    if (this.#guest) this.#observer.unobserve(this.#guest.element);
    this.#guest = guest;
    if (guest) this.#observer.observe(guest.element);
    this.#margin.receive(guest);
    this.lay();
  }

  /** Lays the notes out anew, where something else has changed the text. */
  lay(): void {
    if (!this.#printing) this.#margin.lay(this.#open);
  }

  /**
   * Opens or closes a note. The mark stays where it is on the screen.
   *
   * @param isRead whether who does it reads on there, as from the keyboard: then the focus goes into the note, or back
   *   to its words
   */
  set(pair: Pair, isOpen: boolean, isRead = false): void {
    steadily(pair.mark, () => {
      pair.note.open = isOpen;
      // The event comes later; a key pressed before it must find the note as it is.
      this.#toggled(pair);
    });
    history.replaceState(null, '', isOpen ? pair.mark.hash : `#${pair.mark.id}`);
    if (!isRead) return;
    pair.body.tabIndex = -1;
    (isOpen ? pair.body : pair.mark).focus({ preventScroll: isOpen });
  }

  /** Closes a note and leads back to its words. */
  leave(pair: Pair): void {
    this.set(pair, false, true);
  }

  /** Opens the note that the address names. */
  followHash(): void {
    const id = decoded(location.hash);
    const pair = this.pairs.find((each) => each.id === id);
    if (!pair) return;
    this.set(pair, true, true);
    pair.mark.scrollIntoView({ block: 'center' });
  }

  #answer(reading: HTMLElement) {
    reading.addEventListener('click', (event) => {
      const target = event.target as Element;
      const pair = this.pairOf(target);
      if (!pair || isModified(event)) return;
      if (target.closest('.back')) {
        event.preventDefault();
        this.leave(pair);
      } else if (target.closest('.mark') || pair.summary.contains(target)) {
        event.preventDefault();
        // A click without a pointer is a key's.
        const isKey = event.detail === 0 && target.closest('.mark') !== null;
        this.set(pair, !pair.note.open, isKey);
      }
    });
    addEventListener('hashchange', () => this.followHash());
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#open && !document.querySelector('dialog[open]'))
        this.leave(this.#open);
    });
  }

  #toggled(pair: Pair) {
    const before = this.#open;
    // An event may come when all has been said: by then the mark may be put away.
    if (this.#printing || pair.note.open === (pair === before)) return;
    this.#open = pair.note.open ? pair : undefined;
    if (before && before !== pair) {
      before.note.open = false;
      tell(before);
    }
    tell(pair);
    this.lay();
  }

  /** Pointing at or focusing a mark or a note relates it to the other. */
  #relate(reading: HTMLElement) {
    const tell = (isNear: boolean) => (event: Event) => {
      const pair = this.pairOf(event.target as Element);
      for (const element of pair ? [pair.note, ...pair.parts] : []) element.classList.toggle('near', isNear);
    };
    for (const event of ['pointerover', 'focusin']) reading.addEventListener(event, tell(true));
    for (const event of ['pointerout', 'focusout']) reading.addEventListener(event, tell(false));
  }

  #putAwayBySwipe(reading: HTMLElement) {
    let from: PointerEvent | undefined;
    reading.addEventListener('pointerdown', (event) => {
      from = event.pointerType === 'touch' ? event : undefined;
    });
    reading.addEventListener('pointerup', (event) => {
      const pair = this.#open;
      if (!from || !pair?.note.contains(event.target as Element) || this.#margin.isWide) return;
      const across = Math.abs(event.clientX - from.clientX);
      if (across > SWIPE && across > 2 * Math.abs(event.clientY - from.clientY)) this.leave(pair);
    });
  }

  #followWindow(reading: HTMLElement) {
    for (const element of [reading, ...this.pairs.map(({ note }) => note)]) this.#observer.observe(element);
    this.lay();
    const { classList } = document.documentElement;
    classList.add('laid');
    const arrive = () => {
      this.followHash();
      if (isReturn()) restorePlace();
    };
    arrive();
    // The browser goes where the address leads once more when all is there; unless the reader has gone on by then.
    addEventListener('load', arrive);
    for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      addEventListener(event, () => removeEventListener('load', arrive), { once: true, passive: true });
    // From here on notes glide.
    void document.fonts.ready.then(() => requestAnimationFrame(() => classList.add('calm')));
  }

  /** On paper every note is open; each stays where it is in the document. */
  #followPrinter(reading: HTMLElement) {
    const all = reading.getElementsByTagName('details');
    let open: Set<Element>;
    addEventListener('beforeprint', () => {
      this.#printing = true;
      open = new Set([...all].filter((details) => details.open));
      for (const details of all) details.open = true;
    });
    addEventListener('afterprint', () => {
      for (const details of all) details.open = open.has(details);
      this.#printing = false;
      this.lay();
    });
  }
}

/** Lets a mark say whether its note is open. */
function tell({ note, parts }: Pair) {
  for (const part of parts) {
    part.classList.toggle('on', note.open);
    part.setAttribute('aria-expanded', String(note.open));
  }
}
