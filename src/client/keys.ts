import { isChosen } from './choice.ts';
import { FIELD } from './field.ts';
import type { Notes } from './notes.ts';
import type { Pair } from './pairs.ts';
import { keep, recall } from './storage.ts';

const NAME = 'postil-keys';

/**
 * Single letters go from note to note, open and cite; the sheet that `?` shows says them all, and can switch
 * them off.
 *
 * @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
export function enhanceKeys(reading: HTMLElement, notes: Notes, sheet: HTMLDialogElement): void {
  const box = sheet.querySelector('input')!;
  box.checked = recall(NAME) !== 'off';
  box.addEventListener('change', () => keep(NAME, box.checked ? 'on' : 'off'));
  for (const button of document.querySelectorAll('[data-keys]'))
    button.addEventListener('click', () => sheet.showModal());

  const acts: Record<string, () => void> = {
    n: () => go(notes, 1),
    p: () => go(notes, -1),
    o: () => {
      const pair = notes.current;
      if (pair) notes.set(pair, !pair.note.open, true);
    },
    c: () => void import('./cite.ts').then(({ citeHere }) => citeHere(reading, notes)),
    '?': () => sheet.showModal(),
  };
  addEventListener('keydown', (event) => {
    const act = acts[event.key];
    // Over an open sheet, this or that of search, they would change what lies behind it.
    const isFree = document.querySelector('dialog[open]') === null;
    const isOurs = box.checked && isFree && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!act || !isOurs || (event.target as Element).matches(FIELD)) return;
    event.preventDefault();
    act();
  });
}

/** To the next or the previous mark: from the one that is open or focused, or else from what is in sight. */
function go(notes: Notes, step: 1 | -1) {
  const shown = notes.pairs.filter(({ note }) => isChosen(note));
  const from = notes.current;
  const to = from ? shown[shown.indexOf(from) + step] : nearest(shown, step);
  if (!to) return;
  if (notes.open && notes.open !== to) notes.set(notes.open, false);
  to.mark.focus({ preventScroll: true });
  const { top, bottom } = to.mark.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) to.mark.scrollIntoView({ block: 'center' });
}

function nearest(shown: readonly Pair[], step: 1 | -1): Pair | undefined {
  const top = ({ mark }: Pair) => mark.getBoundingClientRect().top;
  return step > 0 ? shown.find((pair) => top(pair) >= 0) : shown.findLast((pair) => top(pair) < 0);
}
