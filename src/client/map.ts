import { isChosen } from './choice.ts';
import { isModified } from './pairs.ts';

/** Keys that go along the map, and by how many links. */
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The map is one stop of the Tab key; arrows go along its strokes and numbers.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function enhanceMap(map: HTMLElement): void {
  const links = [...map.querySelectorAll<SVGAElement>('a')];
  map.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const from = links.indexOf(document.activeElement as SVGAElement);
    if (step === undefined || from < 0 || isModified(event)) return;
    event.preventDefault();
    const next = links.slice(step > 0 ? from + 1 : 0, step > 0 ? undefined : from);
    const to = (step > 0 ? next : next.reverse()).find(
      (link) => link.classList.length === 0 || isChosen(link),
    );
    if (!to) return;
    links[from]!.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  });
}
