import { steadily } from './place.ts';

/** Narrow: the contents, and what the notes can be chosen by, are folded until they are asked for. */
export function enhanceUnfolding(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.unfold'))
    button.addEventListener('click', () => {
      steadily(button, () => {
        const unfolded = document.getElementById(button.getAttribute('aria-controls')!)!;
        button.setAttribute('aria-expanded', String(unfolded.classList.toggle('unfolded')));
      });
    });
}
