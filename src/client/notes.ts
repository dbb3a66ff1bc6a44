import { clearMargin, layMargin } from './margin.ts';

/** A note and its mark, and where the note stands in the document. */
interface Pair {
  note: HTMLDetailsElement;
  /** The first part of the mark, and all of them. */
  mark: HTMLAnchorElement;
  parts: HTMLAnchorElement[];
  /** What opens: the note without its summary. */
  body: HTMLElement;
  box: HTMLElement;
}

/**
 * Notes stand beside their marks on a wide window and open below the line on a narrow one. Without this they stand
 * beside or below their paragraph and open all the same.
 */
export function enhanceNotes(reading: HTMLElement): void {
  new Notes(reading).enhance();
}

class Notes {
  readonly #reading: HTMLElement;
  readonly #wide = matchMedia('(min-width: 68.75rem)');
  readonly #pairs: Pair[];
  readonly #byNote: Map<HTMLDetailsElement, Pair>;
  #open: Pair | undefined;
  #printing = false;

  constructor(reading: HTMLElement) {
    this.#reading = reading;
    this.#pairs = findPairs(reading);
    this.#byNote = new Map(this.#pairs.map((pair) => [pair.note, pair]));
  }

  enhance() {
    for (const box of new Set(this.#pairs.map((pair) => pair.box))) addFold(box, this.#pairs);
    for (const pair of this.#pairs) this.#enhancePair(pair);
    this.#reading.addEventListener('click', (event) => {
      const back = (event.target as Element).closest('.back');
      const pair = back && this.#byNote.get(back.closest<HTMLDetailsElement>('.note')!);
      if (pair && !isModified(event)) this.#leave(event, pair);
    });
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#open) this.#leave(event, this.#open);
    });
    addEventListener('hashchange', () => this.#followHash());
    this.#followWindow();
    this.#followPrinter();
    this.#lay();
    void document.fonts.ready.then(() => {
      this.#lay();
      this.#followHash();
      requestAnimationFrame(() => document.documentElement.classList.add('laid'));
    });
  }

  #enhancePair(pair: Pair) {
    const { note, parts } = pair;
    answerEachOther(pair);
    note.addEventListener('toggle', () => {
      if (!this.#printing) this.#toggled(pair);
    });
    for (const inner of note.querySelectorAll('details')) inner.addEventListener('toggle', () => this.#lay());
    for (const part of parts) {
      part.setAttribute('aria-expanded', String(note.open));
      part.addEventListener('click', (event) => this.#clicked(event, pair));
    }
  }

  #followWindow() {
    // Pictures and styles that come late move what the address leads to.
    addEventListener('load', () => {
      this.#lay();
      this.#followHash();
    });
    addEventListener('resize', () => this.#lay());
    this.#wide.addEventListener('change', () => {
      if (this.#printing) return;
      for (const pair of this.#pairs) this.#place(pair);
      this.#lay();
    });
  }

  #followPrinter() {
    const all = () => this.#reading.querySelectorAll('details');
    addEventListener('beforeprint', () => {
      this.#printing = true;
      for (const { note, box } of this.#pairs) this.#goHome(note, box);
      clearMargin(this.#reading, this.#pairs);
      for (const details of all()) details.open = true;
    });
    addEventListener('afterprint', () => {
      for (const details of all()) details.open = details === this.#open?.note;
      // The toggle events of what was just closed come first.
      setTimeout(() => {
        this.#printing = false;
        if (this.#open) this.#place(this.#open);
        this.#lay();
      });
    });
  }

  #lay() {
    if (this.#printing) return;
    if (this.#wide.matches) layMargin(this.#reading, this.#pairs, this.#open?.note);
    else clearMargin(this.#reading, this.#pairs);
  }

  #clicked(event: MouseEvent, pair: Pair) {
    if (isModified(event)) return;
    event.preventDefault();
    const { note, mark, body } = pair;
    note.open = !note.open;
    // The event comes later; a key pressed before it must find the note open.
    this.#toggled(pair);
    history.replaceState(null, '', note.open ? mark.hash : `#${mark.id}`);
    // From the keyboard: who opened it reads on in it, and Escape leads back.
    if (note.open && event.detail === 0) {
      body.tabIndex = -1;
      body.focus();
    }
  }

  #leave(event: Event, pair: Pair) {
    event.preventDefault();
    pair.note.open = false;
    this.#toggled(pair);
    pair.mark.focus();
  }

  #toggled(pair: Pair) {
    const { note, mark, parts } = pair;
    mark.classList.toggle('on', note.open);
    for (const part of parts) part.setAttribute('aria-expanded', String(note.open));
    if (note.open) {
      for (const other of this.#pairs) if (other !== pair) other.note.open = false;
      this.#open = pair;
    } else if (this.#open === pair) this.#open = undefined;
    this.#place(pair);
    this.#lay();
  }

  /** Narrow: an open note stands below the line that asked for it, unless its whole list is shown. */
  #place({ note, mark, box }: Pair) {
    const isBelow = !this.#wide.matches && note.open && !box.classList.contains('show');
    if (!isBelow) this.#goHome(note, box);
    // What is moved loses the focus: a note that is there already stays.
    else if (mark.nextSibling !== note) mark.after(note);
  }

  #goHome(note: HTMLElement, box: HTMLElement) {
    if (note.parentElement === box) return;
    const after = this.#pairs
      .slice(this.#pairs.findIndex((pair) => pair.note === note) + 1)
      .find((pair) => pair.note.parentElement === box);
    box.insertBefore(note, after?.note ?? null);
  }

  #followHash() {
    const body = document.getElementById(decoded(location.hash));
    const pair = body && this.#byNote.get(body.parentElement as HTMLDetailsElement);
    if (!pair) return;
    pair.note.open = true;
    pair.mark.scrollIntoView({ block: 'center' });
  }
}

function findPairs(reading: HTMLElement): Pair[] {
  const marks = [...reading.querySelectorAll<HTMLAnchorElement>('.para .mark')];
  return [...reading.querySelectorAll<HTMLDetailsElement>('.note')].flatMap((note) => {
    const mark = document.getElementById(`m-${note.dataset.of}`);
    if (!(mark instanceof HTMLAnchorElement)) return [];
    const parts = marks.filter(({ hash }) => decoded(hash) === note.dataset.of);
    const body = note.querySelector<HTMLElement>('.body')!;
    return [{ note, mark, parts, body, box: note.parentElement! }];
  });
}

/** The id that a fragment means; none where it is malformed, as `#100%` is. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** Whether a click asks the browser for a new tab, a window or a download. */
function isModified({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}

/** Pointing at or focusing one of the two relates it to the other. */
function answerEachOther({ note, mark }: Pair) {
  for (const [here, there] of [
    [note, mark],
    [mark, note],
  ] as const) {
    for (const event of ['pointerenter', 'focusin'])
      here.addEventListener(event, () => there.classList.add('near'));
    for (const event of ['pointerleave', 'focusout'])
      here.addEventListener(event, () => there.classList.remove('near'));
  }
}

/** Narrow: a line under the paragraph with the strokes of its notes, which shows them all. */
function addFold(box: HTMLElement, pairs: readonly Pair[]) {
  const notes = pairs.filter((pair) => pair.box === box).map(({ note }) => note);
  const fold = document.createElement('button');
  const label = document.createElement('span');
  label.lang = 'en-GB';
  label.dir = 'ltr';
  fold.type = 'button';
  fold.className = 'fold';
  fold.append(
    ...notes.map((note) => {
      const stroke = note.querySelector('summary .f')!.cloneNode(true) as Element;
      stroke.classList.add(`st-${note.dataset.st}`);
      return stroke;
    }),
    label,
  );
  const tell = () => {
    const isShown = box.classList.contains('show');
    label.textContent = `${isShown ? 'Fold ' : ''}${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
    fold.setAttribute('aria-expanded', String(isShown));
  };
  tell();
  box.before(fold);
  fold.addEventListener('click', () => {
    for (const note of notes) note.open = false;
    box.classList.toggle('show');
    tell();
  });
}
