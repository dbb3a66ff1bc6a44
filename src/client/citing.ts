import type { Notes } from './notes.ts';
import { isModified } from './pairs.ts';

/**
 * A press on ¶, or on a note's word for it, opens what can be cited in place, and words that are selected offer
 * themselves; what does that is loaded with the first press. Without this both lead to pages that list the same.
 */
export function enhanceCiting(reading: HTMLElement, notes: Notes): void {
  // Notes of an earlier edition may say something else by now: they are cited on their own pages.
  const askers = reading.dataset.earlier === undefined ? 'a.pn, a.quote' : 'a.pn';
  reading.addEventListener('click', (event) => {
    const asked = (event.target as Element).closest<HTMLAnchorElement>(askers);
    // With Shift it may end a range.
    if (!asked || (isModified(event) && !(event.shiftKey && reading.querySelector('.citing-here')))) return;
    event.preventDefault();
    // The second of two quick presses would put away what the first has opened.
    if (event.detail > 1) return;
    import('./cite.ts')
      .then(({ cite }) => cite(reading, notes, asked, event.shiftKey))
      .catch(() => location.assign(asked.href));
  });
  document.addEventListener('selectionchange', () => {
    if (!getSelection()?.isCollapsed)
      void import('./cite-more.ts').then(({ offerSelections }) => offerSelections(reading, notes));
  });
}
