/** Under which a page's place is kept, for the time that its tab is open. */
const name = `postil-place:${location.pathname}`;

/**
 * Changes the page so that something in it stays where it is on the screen, whatever grows or goes above it.
 *
 * @param fixed an element, or a place in the text; nothing, and the page is only changed
 * @param change what to do
 */
export function steadily(fixed: Element | Range | undefined, change: () => void): void {
  const top = () => fixed?.getBoundingClientRect().top ?? 0;
  const before = top();
  change();
  const moved = top() - before;
  if (moved) scrollBy({ top: moved, behavior: 'instant' });
}

/** @returns the first letter of the first line of the text that is wholly in sight, or comes next */
export function firstLineIn(reading: HTMLElement): Range | undefined {
  for (const block of reading.querySelectorAll('.para > :not(.pn, .fold, .notes)')) {
    const found = block.getBoundingClientRect().bottom > 0 && firstLetterBelow(block);
    if (found) return found;
  }
  return undefined;
}

/** The first letter of a block whose line does not begin above the window. */
function firstLetterBelow(block: Element): Range | undefined {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = node;
    const topAt = (offset: number) => {
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect().top;
    };
    if (text.data.trim() === '' || topAt(text.length - 1) < 0) continue;
    let first = 0;
    for (let last = text.length - 1; first < last;) {
      const middle = (first + last) >> 1;
      if (topAt(middle) < 0) first = middle + 1;
      else last = middle;
    }
    topAt(first);
    return range;
  }
  return undefined;
}

/**
 * Keeps the place of reading over a reload: the browser's own way knows nothing of a note that will open. Within the
 * page that way serves, as for who follows the contents and goes back.
 */
export function keepPlace(reading: HTMLElement): void {
  addEventListener('pageshow', () => (history.scrollRestoration = 'auto'));
  addEventListener('pagehide', () => {
    const sentence = sentenceAt(firstLineIn(reading));
    try {
      if (!sentence) {
        sessionStorage.removeItem(name);
        return;
      }
      sessionStorage.setItem(name, `${sentence.getBoundingClientRect().top} ${sentence.id}`);
      history.scrollRestoration = 'manual';
    } catch {
      // The browser's own way, then.
    }
  });
}

/** @returns whether the reader comes back to this page rather than by a link, and so to where they were */
export function isReturn(): boolean {
  const entries = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entries.some(({ type }) => type !== 'navigate');
}

/** Goes back to the place that was kept. */
export function restorePlace(): void {
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(name);
  } catch {
    return;
  }
  const [top, id = ''] = kept?.split(' ') ?? [];
  const sentence = document.getElementById(id);
  if (sentence) scrollBy({ top: sentence.getBoundingClientRect().top - Number(top), behavior: 'instant' });
}

/** The first piece of the sentence, or else the block, that a place in the text belongs to. */
function sentenceAt(place: Range | undefined): Element | null {
  const piece = place?.startContainer.parentElement?.closest<HTMLElement>('[data-v], [data-of]');
  return piece?.dataset.of === undefined ? (piece ?? null) : document.getElementById(piece.dataset.of);
}
