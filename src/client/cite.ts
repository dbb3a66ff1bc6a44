import { citeNote } from './cite-note.ts';
import { citePassages } from './cite-passages.ts';
import type { Notes } from './notes.ts';

export { citeSelection, offerSelections } from './cite-selection.ts';

/**
 * Opens what can be cited where it was asked for.
 *
 * @param asked a ¶, or the word in a note
 * @param isEnd whether a range that began in the open list is to end here
 */
export function cite(reading: HTMLElement, notes: Notes, asked: HTMLAnchorElement, isEnd: boolean): void {
  const pair = notes.pairOf(asked);
  if (pair) citeNote(reading, notes, pair, asked);
  else citePassages(reading, notes, asked, isEnd);
}
