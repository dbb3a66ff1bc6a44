import { isModified } from './pairs.ts';

/**
 * A press on ¶ opens the links and references of its paragraph and sentences in place; what does that is loaded with
 * the first press. Without this it leads to the page that lists them all.
 *
 * @param lay lays the notes out anew, since the text moves
 */
export function enhanceCiting(reading: HTMLElement, lay: () => void): void {
  reading.addEventListener('click', (event) => {
    const number = (event.target as Element).closest<HTMLAnchorElement>('a.pn');
    if (!number || isModified(event)) return;
    event.preventDefault();
    import('./cite-list.ts').then(
      ({ toggleList }) => toggleList(reading, number, lay),
      () => location.assign(number.href),
    );
  });
}
