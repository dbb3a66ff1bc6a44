import { paragraphLabel, sentenceLabel } from '../core/locator.ts';
import type { ReadingCiteData } from '../core/cite-data.ts';
import { readingData } from './cite-data.ts';
import { CiteList } from './cite-list.ts';
import { citeText } from './cited-text.ts';
import { showCorners } from './corners.ts';
import { element } from './element.ts';
import type { Notes } from './notes.ts';
import type { Selected } from './selection.ts';
import { elementsOf } from './spots.ts';
import { readPassage } from './whole-passage.ts';

/** Words of a sentence that are enough to know it by. */
const OPENING_WORDS = 7;

/** What is open, if it is. */
let open: Passages | undefined;

/**
 * Opens the list for a block of the text, its sentences and ranges of them; or puts it away.
 *
 * @param opener what was pressed, or has the focus: there the focus goes back
 * @param isEnd whether a range that began in the open list is to end here
 */
export function citePassages(
  reading: HTMLElement,
  notes: Notes,
  block: HTMLElement,
  opener: HTMLElement,
  isEnd = false,
): void {
  if (isEnd && open?.extendTo(block)) return;
  if (open?.begin === block) open.close();
  else open = new Passages(reading, notes, block, opener);
}

/** What can be cited of the text from one block on, and the list that cites it. */
class Passages {
  readonly begin: HTMLElement;
  readonly #reading: HTMLElement;
  readonly #sentences: readonly HTMLElement[];
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #list: CiteList;
  #first: HTMLElement;
  #last: HTMLElement;
  #data: ReadingCiteData | undefined;
  #removeCorners = () => {};

  constructor(reading: HTMLElement, notes: Notes, block: HTMLElement, opener: HTMLElement) {
    this.#reading = reading;
    this.begin = this.#first = this.#last = block;
    this.#sentences = [...block.querySelectorAll<HTMLElement>('span[data-v]')];
    this.#buttons = this.#sentences.map((_, index) => this.#button(index));
    const section = block.closest('.para')!;
    const number = section.querySelector('.pn');
    this.#list = new CiteList(notes, this.#chooser(blocksIn(section), notes, opener), () => {
      this.#removeCorners();
      number?.setAttribute('aria-expanded', 'false');
      if (open === this) open = undefined;
      return opener;
    });
    this.#show();
    this.#list.openBeside(block, block.closest('.para > *') ?? block);
    number?.setAttribute('aria-expanded', 'true');
    readingData(reading).then(
      (data) => {
        this.#data = data;
        if (open === this) this.#show();
      },
      () => this.#list.fail(),
    );
  }

  /** @returns whether the range could end there: not before it begins */
  extendTo(block: HTMLElement): boolean {
    const isBefore = this.#first.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING;
    if (isBefore && !block.contains(this.#first)) return false;
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
    const [first, last] = [this.#first, this.#last];
    if (first !== last) {
      void this.#showRange(first, last);
      return;
    }
    this.#removeCorners();
    this.#tell(readPassage(first));
  }

  async #showRange(first: HTMLElement, last: HTMLElement) {
    const { readRange } = await import('./cite-more.ts');
    // Meanwhile another may have been chosen, or the list closed.
    const isOver = () => open !== this || first !== this.#first || last !== this.#last;
    if (isOver()) return;
    // Corners part the text that is read here.
    this.#removeCorners();
    const selected = await readRange(rangeOver(first, last), this.#reading);
    if (!isOver()) this.#tell(selected);
  }

  #tell(selected: Selected | undefined) {
    if (!selected) return;
    this.#list.show(citeText(this.#reading, selected, this.#data), this.#data?.styles ?? []);
    for (const [index, button] of this.#buttons.entries())
      button.setAttribute('aria-pressed', String(this.#isChosen(index)));
    const isWhole = this.#first === this.begin && this.#last === this.begin;
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
    if (this.#chosen && from === to && from === index) return this.#choose(this.begin, this.begin);
    const isInside = from <= index && index <= to;
    const [first, last] = isInside ? [index, index] : [Math.min(from, index), Math.max(to, index)];
    this.#choose(this.#sentences[first]!, this.#sentences[last]!);
  }

  /** Which of the paragraphs that share a ¶, as in a list, and which of its sentences. */
  #chooser(blocks: readonly HTMLElement[], notes: Notes, opener: HTMLElement): HTMLElement | undefined {
    const others = blocks.map((block) => {
      const label = paragraphLabel({ kind: 'paragraph', anchor: block.id }) ?? block.id;
      const button = choiceButton(label, `Paragraph ${label}`, () => {
        open = new Passages(this.#reading, notes, block, opener);
      });
      button.setAttribute('aria-pressed', String(block === this.begin));
      return button;
    });
    const rows = [
      choiceOf('Paragraph', 'Paragraphs here', others),
      choiceOf('Sentence', 'Sentences, one or several in a row', this.#buttons),
    ].filter((row) => row !== undefined);
    if (rows.length === 0) return undefined;
    const chooser = element('div');
    chooser.append(...rows);
    return chooser;
  }

  #button(index: number): HTMLButtonElement {
    const sentence = this.#sentences[index]!;
    const label = sentenceLabel({ anchor: this.begin.id }, { anchor: sentence.id });
    return choiceButton(label, `Sentence ${label}: ${openingOf(sentence)}`, () => this.#press(index));
  }
}

function rangeOver(first: HTMLElement, last: HTMLElement): Range {
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(elementsOf(last.id).at(-1)!);
  return range;
}

/** Blocks that share a ¶. */
function blocksIn(section: Element): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('[data-v]:not(span)')].filter(
    (block) => block.closest('.notes') === null,
  );
}

function choiceButton(label: string, name: string, pressed: () => void): HTMLButtonElement {
  const button = element('button', '', label);
  button.type = 'button';
  button.setAttribute('aria-label', name);
  button.addEventListener('click', pressed);
  return button;
}

/** Words to choose from in a row; none where there is nothing to choose. */
function choiceOf(label: string, name: string, buttons: readonly HTMLElement[]): HTMLElement | undefined {
  if (buttons.length < 2) return undefined;
  const row = element('p', 'choice');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', name);
  row.append(element('span', '', label));
  for (const button of buttons) row.append(' ', button);
  return row;
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
