import { locatorOf, placeOf, sentenceLabel } from '../core/locator.ts';
import { copyFrom, withAddress } from './clipboard.ts';

/** Words of a sentence that are enough to know it by. */
const OPENING_WORDS = 7;

/**
 * Opens the links and references of a paragraph and its sentences in place, or puts them away.
 *
 * @param number the paragraph's ¶
 * @param lay lays the notes out anew, since the text moves
 */
export function toggleList(reading: HTMLElement, number: HTMLAnchorElement, lay: () => void): void {
  const shown = number.closest('section')!.querySelector('.citing-here');
  if (shown) shut(shown, number);
  else openList(reading, number, lay);
  lay();
}

interface Passage {
  place: string;
  locator: string;
  element: HTMLElement;
}

function openList(reading: HTMLElement, number: HTMLAnchorElement, lay: () => void) {
  reading.querySelector('.citing-here')?.remove();
  const block = document.getElementById(number.dataset.passage ?? '');
  if (!block) return;
  const passages = passagesIn(block, number.dataset.n === undefined ? 'byline' : 'paragraph');
  const list = document.createElement('section');
  list.className = 'citing-here';
  list.lang = 'en-GB';
  list.dir = 'ltr';
  list.tabIndex = -1;
  list.setAttribute('aria-label', `Cite ${passages[0]!.place}`);
  const leave = () => {
    shut(list, number);
    lay();
  };
  const close = button('Close', leave);
  const heading = document.createElement('h2');
  heading.append(`Cite ${passages[0]!.place}`, close);
  const hint = paragraph('hint', 'Press a line to copy it. Numbers are Postil’s.');
  const lines = document.createElement('ol');
  lines.append(...passages.map((passage) => lineOf(reading, passage)));
  list.append(heading, hint, lines);
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  });
  (block.closest('section > *') ?? block).after(list);
  close.focus({ preventScroll: true });
  list.scrollIntoView({ block: 'nearest' });
}

/** Closes the list and goes back to its ¶. */
function shut(list: Element, number: HTMLAnchorElement) {
  list.remove();
  number.focus({ preventScroll: true });
}

/** Only a by-line has a ¶ without a number. */
function passagesIn(block: HTMLElement, kind: 'byline' | 'paragraph'): Passage[] {
  const placed = { kind, anchor: block.id };
  const sentences = [...block.querySelectorAll<HTMLElement>('span[data-v]')];
  const whole = { place: placeOf(placed), locator: locatorOf(placed), element: block };
  if (sentences.length < 2) return [whole];
  return [
    whole,
    ...sentences.map((element) => ({
      place: `Sentence ${sentenceLabel(placed, { anchor: element.id })}: ${opening(block, element)}`,
      locator: locatorOf(placed, { anchor: element.id }),
      element,
    })),
  ];
}

/** The first words of a sentence, which may be in several pieces. */
function opening(block: HTMLElement, sentence: HTMLElement): string {
  const rest = [...block.querySelectorAll<HTMLElement>('span[data-of]')].filter(
    ({ dataset }) => dataset.of === sentence.id,
  );
  const words = [sentence, ...rest]
    .map(({ textContent }) => textContent)
    .join('')
    .trim()
    .split(/\s+/);
  if (words.length <= OPENING_WORDS) return words.join(' ');
  const cut = words
    .slice(0, OPENING_WORDS)
    .join(' ')
    .replace(/[\s\p{Pd}.,;:!?]+$/u, '');
  return `${cut}\u00a0…`;
}

function lineOf(reading: HTMLElement, { place, locator, element }: Passage): HTMLElement {
  const item = document.createElement('li');
  const link = withAddress(`${reading.dataset.page}?v=${element.dataset.v}#${element.id}`);
  const reference = `${reading.dataset.reference}, ${locator}. ${link}`;
  const copyLink = button(link, () => void copyFrom(copyLink, link));
  copyLink.className = 'link';
  const copyReference = button(reference, () => void copyFrom(copyReference, reference));
  item.append(paragraph('place', place), copyLink, copyReference);
  return item;
}

function button(label: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', pressed);
  return made;
}

function paragraph(className: string, words: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = words;
  return made;
}
