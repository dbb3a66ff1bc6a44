import { citePassages } from './cite-passages.ts';
import type { Notes } from './notes.ts';
import { firstLineIn } from './place.ts';

/**
 * Opens what can be cited where it was asked for.
 *
 * @param asked a ¶, or the word in a note
 * @param isEnd whether a range that began in the open list is to end here
 */
export async function cite(
  reading: HTMLElement,
  notes: Notes,
  asked: HTMLAnchorElement,
  isEnd: boolean,
): Promise<void> {
  const pair = notes.pairOf(asked);
  const block = document.getElementById(asked.dataset.passage ?? '');
  if (pair) {
    const { citeNote } = await import('./cite-more.ts');
    await citeNote(reading, notes, pair, asked);
  } else if (block) citePassages(reading, notes, block, asked, isEnd);
}

/**
 * As the key does: the words that are selected, else the note that is open, else the block that is being read, which is
 * that of the mark with the focus, or the first in sight.
 */
export async function citeHere(reading: HTMLElement, notes: Notes): Promise<void> {
  if (getSelection()?.isCollapsed === false) {
    const { citeSelection } = await import('./cite-more.ts');
    if (await citeSelection(reading, notes)) return;
  }
  const word = notes.open?.note.querySelector<HTMLElement>('.quote');
  if (word) {
    word.click();
    return;
  }
  const place = notes.current?.mark ?? firstLineIn(reading)?.startContainer.parentElement;
  const block = place?.closest<HTMLElement>('[data-v]:not(span)');
  const focused = document.activeElement;
  const opener = focused instanceof HTMLElement && focused !== document.body ? focused : block;
  if (!block || !opener) return;
  if (opener === block) block.tabIndex = -1;
  citePassages(reading, notes, block, opener);
}
