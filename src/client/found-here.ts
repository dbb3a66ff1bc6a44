import { findWords } from '../core/found-words.ts';
import { parseQuery } from '../core/search-query.ts';
import { element } from './element.ts';
import { addressWith } from './found-address.ts';
import { placesIn } from './search-places.ts';

/** Under which what was found is highlighted, as the style sheet has it. */
const NAME = 'found';

/** Not every browser highlights. */
const registry = CSS.highlights as HighlightRegistry | undefined;

/** Blocks that are looked through before the page may do something else. */
const SLICE = 60;

const BLOCK = 'p, h1, h2, h3, h4, li, blockquote, summary, dt, dd, td, th, figcaption';

/** The bar that is shown, and for which words. */
let shown: { words: string; bar: HTMLElement } | undefined;

addEventListener('popstate', () => showFound());

/** Marks the words that the address carries, as a hit of the search does, in the text and its notes. */
export function showFound(): void {
  const words = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  if (words === shown?.words) return;
  putAway();
  const reading = document.querySelector<HTMLElement>('.reading');
  if (words === '' || !reading) return;
  const bar = drawBar(words, reading);
  shown = { words, bar };
  document.body.append(bar);
  void mark(words, reading, bar);
}

function putAway() {
  shown?.bar.remove();
  shown = undefined;
  registry?.delete(NAME);
}

/** In slices: a long reading is not held up. The text itself stays as it is. */
async function mark(words: string, reading: HTMLElement, bar: HTMLElement) {
  const language = languageOf(reading);
  const terms = parseQuery(words, language);
  const ranges: Range[] = [];
  for (const [index, texts] of blocksIn(reading).entries()) {
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve));
    const found = findWords(texts.map(({ data }) => data).join(''), terms, language);
    ranges.push(...found.map(({ start, end }) => rangeOver(texts, start, end)));
  }
  if (shown?.bar !== bar) return;
  const isMarked = ranges.length > 0 && registry !== undefined;
  if (isMarked) registry.set(NAME, new Highlight(...ranges));
  const told = isMarked ? ' is marked here.' : ' does not stand here in so many words.';
  bar.querySelector('.told')!.append(element('span', isMarked ? 'wide' : '', told));
}

/** The texts of each block, in order. */
function blocksIn(reading: HTMLElement): Text[][] {
  const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element, Text[]>();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const block = node.parentElement?.closest(BLOCK);
    if (!block || node.parentElement?.closest('.end')) continue;
    const texts = blocks.get(block);
    if (texts) texts.push(node);
    else blocks.set(block, [node]);
  }
  return [...blocks.values()];
}

/** @param start and end in UTF-16 code units of the texts together */
function rangeOver(texts: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let from = 0;
  for (const text of texts) {
    const to = from + text.length;
    if (start >= from && start < to) range.setStart(text, start - from);
    if (end > from && end <= to) range.setEnd(text, end - from);
    from = to;
  }
  return range;
}

/** What was looked for, the way to the next of it, and to all of it. */
function drawBar(words: string, reading: HTMLElement): HTMLElement {
  const link = document.querySelector<HTMLAnchorElement>('a[data-index]')!;
  const bar = element('div', 'found-bar');
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', 'What was searched');
  const told = element('p', 'told');
  const asked = element('b', '', words);
  asked.dir = 'auto';
  told.append(asked);
  const which = element('span', 'which');
  which.setAttribute('role', 'status');
  const next = button('Next', () => void goToNext(words, reading, link, which, next));
  next.append(element('span', 'wide', ' in this reading'));
  const all = element('a', '', 'All hits');
  all.href = `${link.href}?${new URLSearchParams({ q: words })}`;
  const leave = button('Put away', () => {
    putAway();
    history.replaceState(history.state, '', addressWith('', location.hash));
  });
  bar.append(told, next, which, all, leave);
  return bar;
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'ask', words);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** To the place after the one that the address names; after the last, to the first. */
async function goToNext(
  words: string,
  reading: HTMLElement,
  link: HTMLAnchorElement,
  which: HTMLElement,
  next: HTMLElement,
) {
  try {
    const slug = document.documentElement.dataset.reading!;
    const places = await placesIn(link.dataset.index!, languageOf(reading), slug, words);
    // As the address writes them; a mark stands for its note.
    const here = location.hash.slice(1).replace(/^m-/, '');
    const at = (places.map(encodeURIComponent).indexOf(here) + 1) % places.length;
    const place = places[at];
    which.textContent = place === undefined ? 'Nothing in this reading.' : `${at + 1} of ${places.length}`;
    if (place === undefined) return;
    const address = addressWith(words, `#${place}`);
    location.replace(`#${place}`);
    history.replaceState(history.state, '', address);
    // An opened note takes the focus; who goes on stays on what leads on.
    setTimeout(() => next.focus({ preventScroll: true }));
  } catch (error) {
    console.error(error);
    which.textContent = 'The index could not be loaded.';
  }
}

function languageOf(reading: HTMLElement): string {
  return new Intl.Locale(reading.lang || 'en').language;
}
