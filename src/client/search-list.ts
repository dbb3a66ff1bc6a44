import { foldWord } from '../core/search-text.ts';

/**
 * Leaves of a list of notes those that have all words of a question, as they are written: what can be answered while
 * the index is on its way. Numbers and endings are not read.
 *
 * @param list with its notes under headings
 * @param words of the question; none for all notes
 * @returns how many are left
 */
export function narrow(list: HTMLElement, words: string): number {
  const parts = fold(words).split(' ').filter(Boolean);
  const items = [...list.querySelectorAll<HTMLElement>('ol > li')];
  for (const item of items) {
    const text = parts.length > 0 ? fold(item.textContent) : '';
    item.hidden = !parts.every((part) => text.includes(part));
  }
  for (const group of list.querySelectorAll('ol')) {
    const isEmpty = [...group.children].every((item) => (item as HTMLElement).hidden);
    (group.previousElementSibling as HTMLElement | null)?.toggleAttribute('hidden', isEmpty);
  }
  return items.filter(({ hidden }) => !hidden).length;
}

/** Its words as the index has them, with a space between them. */
function fold(text: string): string {
  return text.trim().split(/\s+/).map(foldWord).join(' ');
}
