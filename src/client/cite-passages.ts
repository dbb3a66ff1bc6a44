import { sentenceLabel } from '../core/locator.ts';
import type { ReadingCiteData } from '../core/cite-data.ts';
import { readingData } from './cite-data.ts';
import { CiteList } from './cite-list.ts';
import { citeText } from './cited-text.ts';
import { showCorners } from './corners.ts';
import { element } from './element.ts';
import type { Notes } from './notes.ts';
import { readRange } from './selection.ts';
import { elementsOf } from './spots.ts';

/** Words of a sentence that are enough to know it by. */
const OPENING_WORDS = 7;

/** What is open, if it is. */
let open: Passages | undefined;

/**
 * Opens the list for a paragraph, its sentences and ranges of them; or puts it away.
 *
 * @param number the paragraph's ¶
 * @param isEnd whether a range that began in the open list is to end here
 */
export function citePassages(reading: HTMLElement, notes: Notes, number: HTMLElement, isEnd: boolean): void {
  const block = document.getElementById(number.dataset.passage ?? '');
  if (!block || (isEnd && open?.extendTo(block))) return;
  if (open?.number === number) open.close();
  else open = new Passages(reading, notes, number, block);
}

/** What can be cited of the text from one paragraph on, and the list that cites it. */
class Passages {
  readonly number: HTMLElement;
  readonly #reading: HTMLElement;
  readonly #block: HTMLElement;
  readonly #sentences: readonly HTMLElement[];
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #list: CiteList;
  #first: HTMLElement;
  #last: HTMLElement;
  #data: ReadingCiteData | undefined;
  #removeCorners = () => {};

  constructor(reading: HTMLElement, notes: Notes, number: HTMLElement, block: HTMLElement) {
    this.number = number;
    this.#reading = reading;
    this.#block = this.#first = this.#last = block;
    this.#sentences = [...block.querySelectorAll<HTMLElement>('span[data-v]')];
    this.#buttons = this.#sentences.map((_, index) => this.#button(index));
    this.#list = new CiteList(notes, this.#chooser(), () => {
      this.#removeCorners();
      number.setAttribute('aria-expanded', 'false');
      if (open === this) open = undefined;
      return number;
    });
    number.setAttribute('aria-expanded', 'true');
    this.#show();
    this.#list.openBeside(number, block.closest('.para > *') ?? block);
    readingData(reading).then(
      (data) => {
        this.#data = data;
        this.#show();
      },
      () => this.#list.fail(),
    );
  }

  /** @returns whether the range could end there: not before it begins */
  extendTo(block: HTMLElement): boolean {
    if (this.#first.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING) return false;
    this.#choose(this.#first, block);
    return true;
  }

  close(): void {
    this.#list.close();
  }

  #choose(first: HTMLElement, last: HTMLElement) {
    [this.#first, this.#last] = [first, last];
    this.#show();
  }

  #show() {
    // Corners part the text that is read here.
    this.#removeCorners();
    const range = document.createRange();
    range.setStartBefore(this.#first);
    range.setEndAfter(elementsOf(this.#last.id).at(-1)!);
    const selected = readRange(range, this.#reading);
    if (!selected) return;
    this.#list.show(citeText(this.#reading, selected, this.#data), this.#data?.styles ?? []);
    for (const [index, button] of this.#buttons.entries())
      button.setAttribute('aria-pressed', String(this.#isChosen(index)));
    const isWhole = this.#first === this.#block && this.#last === this.#block;
    this.#removeCorners = isWhole ? () => {} : showCorners([selected.range]);
  }

  /** Where in the paragraph the chosen sentences begin and end; nothing where it is chosen whole, or more than it. */
  get #chosen(): [from: number, to: number] | undefined {
    const [from, to] = [this.#first, this.#last].map((passage) => this.#sentences.indexOf(passage));
    return from! < 0 || to! < 0 ? undefined : [from!, to!];
  }

  #isChosen(index: number): boolean {
    const chosen = this.#chosen;
    return chosen !== undefined && chosen[0] <= index && index <= chosen[1];
  }

  /** One that is chosen alone is let go; one beside those that are chosen is taken to them. */
  #press(index: number) {
    const [from, to] = this.#chosen ?? [index, index];
    if (this.#chosen && from === to && from === index) return this.#choose(this.#block, this.#block);
    const isInside = from <= index && index <= to;
    const [first, last] = isInside ? [index, index] : [Math.min(from, index), Math.max(to, index)];
    this.#choose(this.#sentences[first]!, this.#sentences[last]!);
  }

  #chooser(): HTMLElement | undefined {
    if (this.#sentences.length < 2) return undefined;
    const chooser = element('p', 'choice');
    chooser.setAttribute('role', 'group');
    chooser.setAttribute('aria-label', 'Sentences, one or several in a row');
    chooser.append(element('span', '', 'Sentence'));
    for (const button of this.#buttons) chooser.append(' ', button);
    return chooser;
  }

  #button(index: number): HTMLButtonElement {
    const sentence = this.#sentences[index]!;
    const label = sentenceLabel({ anchor: this.#block.id }, { anchor: sentence.id });
    const button = element('button', '', label);
    button.type = 'button';
    button.setAttribute('aria-label', `Sentence ${label}: ${openingOf(sentence)}`);
    button.addEventListener('click', () => this.#press(index));
    return button;
  }
}

/** The first words of a sentence, which may be in several pieces. */
function openingOf(sentence: HTMLElement): string {
  const words = elementsOf(sentence.id)
    .map(({ textContent }) => textContent)
    .join('')
    .trim()
    .split(/\s+/);
  if (words.length <= OPENING_WORDS) return words.join(' ');
  const cut = words.slice(0, OPENING_WORDS).join(' ');
  return `${cut.replace(/[\s\p{Pd}.,;:!?]+$/u, '')}\u00a0…`;
}
