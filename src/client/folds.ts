import { isChosen } from './choice.ts';
import type { Notes } from './notes.ts';
import { steadily } from './place.ts';

/** Narrow: the line under a paragraph with the strokes of its notes shows them all. */
export function enhanceFolds(reading: HTMLElement, notes: Notes): void {
  for (const fold of reading.querySelectorAll<HTMLButtonElement>('.fold')) {
    const box = fold.nextElementSibling!;
    fold.addEventListener('click', () => {
      steadily(fold, () => {
        for (const note of box.querySelectorAll<HTMLDetailsElement>('.note')) note.open = false;
        box.classList.toggle('show');
        tellFold(fold);
        notes.lay();
      });
    });
  }
}

/** Lets a fold say how many notes it has, of those that the reader chose. */
export function tellFold(fold: HTMLButtonElement): void {
  const box = fold.nextElementSibling!;
  const isShown = box.classList.contains('show');
  const count = [...box.querySelectorAll<HTMLElement>('.note')].filter(isChosen).length;
  fold.hidden = count === 0;
  fold.setAttribute('aria-expanded', String(isShown));
  fold.lastElementChild!.textContent = `${isShown ? 'Fold ' : ''}${count} ${count === 1 ? 'note' : 'notes'}`;
}
