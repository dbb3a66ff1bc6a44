import { localDay } from '../core/local-day.ts';
import type { StyleForms } from '../core/reference-template.ts';
import sheet from '../styles/cite.css?inline';
import type { Citable } from './citable.ts';
import { dataLines, type Line, referenceLines, wordLines } from './cite-lines.ts';
import { copyFor } from './clipboard.ts';
import { element } from './element.ts';
import type { Notes } from './notes.ts';
import { bringSheet } from './sheet.ts';
import { keep, recall } from './storage.ts';

bringSheet(sheet);

/** Under which the chosen style is kept. */
const NAME = 'postil-style';

/** The chosen style, for this page also where storage is refused. */
let chosen: string | null = null;

/** What makes lists' ids differ. */
let count = 0;

/** Puts away the one that was opened last, if it is open. */
let closeLast: () => unknown = () => undefined;

/** Puts away the list that is open, if one is. */
export function putAwayList(): void {
  closeLast();
}

/** The list of all forms in which something can be cited, in the page. */
export class CiteList {
  readonly #element = element('section', 'citing-here');
  readonly #heading = element('h2');
  readonly #hint = element('p', 'hint');
  readonly #lines = element('ul');
  readonly #failure = element('p', 'failed');
  readonly #listening = new AbortController();
  readonly #notes: Notes;
  readonly #closed: () => HTMLElement;
  readonly #items = new Map<string, { text: string; item: HTMLElement }>();
  #citable: Citable | undefined;
  #styles: readonly StyleForms[] = [];

  /**
   * @param chooser what chooses between things to cite, if there are several
   * @param closed puts away what belongs to the list; says where it came from
   */
  constructor(notes: Notes, chooser: HTMLElement | undefined, closed: () => HTMLElement) {
    this.#notes = notes;
    this.#closed = closed;
    const list = this.#element;
    list.lang = 'en-GB';
    list.dir = 'ltr';
    this.#heading.id = `page:cite-list-${++count}`;
    list.setAttribute('aria-labelledby', this.#heading.id);
    const button = element('button', '', 'Close');
    button.type = 'button';
    button.addEventListener('click', () => this.close());
    const header = element('header');
    header.append(this.#heading, button);
    list.append(header, this.#hint, ...(chooser ? [chooser] : []), this.#lines, this.#failure);
  }

  /**
   * Opens it where a note would: in the margin beside something, on a narrow window in the text.
   *
   * @param after what it stands after in the document
   */
  openBeside(beside: Element | Range, after: Element): void {
    this.#open(() => {
      after.after(this.#element);
      this.#notes.receive({ element: this.#element, beside });
    });
  }

  /** Opens it at the end of an element, as in a note. */
  openIn(holder: Element): void {
    this.#open(() => holder.append(this.#element));
  }

  #open(place: () => void) {
    closeLast();
    closeLast = () => this.putAway();
    // It has the list's place.
    document.querySelector('.offer')?.remove();
    place();
    // Wherever the focus is; before a note's own listener has closed the note.
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      event.stopImmediatePropagation();
      this.close();
    };
    addEventListener('keydown', leave, { capture: true, signal: this.#listening.signal });
    this.#element.querySelector('button')!.focus({ preventScroll: true });
    this.#element.scrollIntoView({ block: 'nearest' });
  }

  /** Puts it away, and leads back to where it came from. */
  close(): void {
    this.putAway()?.focus({ preventScroll: true });
  }

  /** @returns where it came from, if it was open */
  putAway(): HTMLElement | undefined {
    if (!this.#element.isConnected) return undefined;
    this.#listening.abort();
    this.#element.remove();
    this.#notes.receive(undefined);
    return this.#closed();
  }

  /** Shows what is to be cited; again, when it is another, or more is known of it. */
  show(citable: Citable, styles: readonly StyleForms[]): void {
    this.#citable = citable;
    this.#styles = styles;
    this.#heading.textContent = `Cite ${citable.name}`;
    this.#hint.textContent = `Press a line to copy it.${citable.locate ? ' Numbers are Postil’s.' : ''}`;
    this.#draw();
  }

  /** Says what could not be loaded; the rest of the list stands. */
  fail(): void {
    this.#failure.textContent =
      'The references could not be loaded. The link and the words can be cited all the same.';
  }

  /** What stays as it was stays in its place: somebody may be pressing it. */
  #draw() {
    const citable = this.#citable!;
    const today = localDay(new Date());
    const style = this.#style;
    const lines = [...wordLines(citable), ...dataLines(citable, today)].map((each) => this.#item(each));
    const references = style && citable.references ? [this.#referenceItem(citable, style, today)] : [];
    const wanted = [...lines.slice(0, 2), ...references, ...lines.slice(2)];
    for (const item of [...this.#lines.children]) if (!wanted.includes(item as HTMLElement)) item.remove();
    for (const [index, item] of wanted.entries())
      if (this.#lines.children[index] !== item)
        this.#lines.insertBefore(item, this.#lines.children[index] ?? null);
  }

  #item(line: Line): HTMLElement {
    const before = this.#items.get(line.name);
    if (before?.text === line.copied.text) return before.item;
    const made = item(lineButton(line));
    this.#items.set(line.name, { text: line.copied.text, item: made });
    return made;
  }

  get #style(): StyleForms | undefined {
    chosen ??= recall(NAME);
    return this.#styles.find(({ id }) => id === chosen) ?? this.#styles[0];
  }

  #referenceItem(citable: Citable, style: StyleForms, today: string): HTMLElement {
    const buttons = referenceLines(citable, style, today).map(lineButton);
    const styles = element('fieldset', 'choice');
    styles.append(element('legend', 'visually-hidden', 'Style of reference'));
    for (const { id, label } of this.#styles) {
      const choose = () => {
        keep(NAME, id);
        chosen = id;
        this.#draw();
        this.#lines.querySelector<HTMLInputElement>('.refs :checked')?.focus({ preventScroll: true });
      };
      styles.append(radio(`${this.#heading.id}-style`, label, id === style.id, choose));
    }
    const refs = item(...buttons, styles);
    refs.className = 'refs';
    return refs;
  }
}

/** One of several words that can be chosen. */
export function radio(name: string, label: string, isChosen: boolean, choose: () => void): HTMLElement {
  const holder = element('label');
  const input = element('input');
  input.type = 'radio';
  input.name = name;
  input.checked = isChosen;
  input.addEventListener('change', choose);
  holder.append(input, element('span', '', label));
  return holder;
}

function item(...content: readonly Element[]): HTMLElement {
  const made = element('li');
  made.append(...content);
  return made;
}

/** A line that copies what it says. */
function lineButton({ name, shown, copied, manner }: Line): HTMLButtonElement {
  const button = element('button', `copies ${manner}`);
  button.type = 'button';
  const label = element('span', 'k', name);
  const said = element('span', 'did');
  const value = element('span', 'v');
  // A reference is in the style’s language, whatever the text’s own.
  value.dir = manner === 'reference' ? 'ltr' : 'auto';
  for (const { text, italic } of shown) value.append(italic ? element('i', '', text) : text);
  label.append(said);
  button.append(label, ' ', value);
  button.addEventListener('click', () => {
    void copyFor(button, copied, (isSaid) => {
      said.textContent = isSaid ? ' Copied' : '';
    });
  });
  return button;
}
