import { isChosen, isShown, type Name, NAMES } from './choice.ts';
import { tellFold } from './folds.ts';
import type { Notes } from './notes.ts';
import { firstLineIn, steadily } from './place.ts';
import { keep } from './storage.ts';

/** Statuses that each button shows. */
const SHOWN: Record<string, readonly string[] | undefined> = {
  all: undefined,
  differ: ['contested', 'contradicted'],
  none: [],
};

/** What a mark is without, while the reader has put its note away: words like any others. */
const OF_LINKS = ['href', 'role', 'aria-details', 'aria-expanded', 'aria-label'];

const root = document.documentElement;

/**
 * Which notes are shown: all, some statuses or kinds, or none. The choice is in the address and remembered; what it
 * is when the page comes, `before-paint.js` has said. The style sheet does the hiding.
 */
export function enhanceChoosing(reading: HTMLElement, notes: Notes): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.map input')];
  const strokes = [...document.querySelectorAll<SVGAElement>('.strip [class^=st-]')];
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-show]')];
  const show = () => {
    for (const box of boxes) box.checked = isShown(box.name as Name, box.value);
    for (const button of buttons) button.setAttribute('aria-pressed', String(isAsButton(button)));
    putMarksAway(notes);
    // The map's one stop of the Tab key is a stroke that can be seen.
    const stop = strokes.find(isChosen);
    for (const stroke of strokes) stroke.setAttribute('tabindex', stroke === stop ? '0' : '-1');
    for (const fold of reading.querySelectorAll<HTMLButtonElement>('.fold')) tellFold(fold);
  };
  const choose = (status: readonly string[] | undefined, kind: readonly string[] | undefined) => {
    steadily(firstLineIn(reading), () => {
      write('status', status);
      write('kind', kind);
      if (notes.open && !isChosen(notes.open.note)) notes.set(notes.open, false);
      show();
      notes.lay();
    });
  };
  const checked = (name: Name) => {
    const named = boxes.filter((box) => box.name === name);
    const values = named.filter((box) => box.checked).map(({ value }) => value);
    return values.length === named.length ? undefined : values;
  };
  for (const box of boxes)
    box.addEventListener('change', () => {
      choose(checked('status'), checked('kind'));
      remember();
    });
  for (const button of buttons)
    button.addEventListener('click', () => {
      choose(SHOWN[button.dataset.show!], undefined);
      remember();
    });
  // Who follows a link to a note wants to see it, whatever was chosen before.
  const reveal = () => {
    if (notes.open && !isChosen(notes.open.note)) choose(undefined, undefined);
  };
  addEventListener('hashchange', reveal);
  show();
  reveal();
}

function isAsButton({ dataset }: HTMLButtonElement): boolean {
  const wanted = SHOWN[dataset.show!]?.join(' ');
  return (
    root.dataset.kind === undefined && (root.dataset.status === 'none' ? '' : root.dataset.status) === wanted
  );
}

function write(name: Name, values: readonly string[] | undefined) {
  if (values === undefined) root.removeAttribute(`data-${name}`);
  else root.dataset[name] = values.join(' ') || 'none';
}

/** In the address, beside whatever else it says, and for the next visit. */
function remember() {
  const choice = new URLSearchParams();
  const address = new URL(location.href);
  for (const name of NAMES) {
    address.searchParams.delete(name);
    for (const value of root.dataset[name]?.split(' ') ?? []) {
      choice.append(name, value);
      address.searchParams.append(name, value);
    }
  }
  keep('postil-notes', choice.toString());
  history.replaceState(null, '', address);
}

function putMarksAway({ pairs }: Notes) {
  for (const { note, parts } of pairs) for (const part of parts) setLink(part, isChosen(note));
}

/** Takes away what makes a link of a mark, or gives it back. */
function setLink(part: HTMLElement, isLink: boolean) {
  for (const name of OF_LINKS) {
    const [from, to] = isLink ? [`data-${name}`, name] : [name, `data-${name}`];
    const value = part.getAttribute(from);
    if (value === null) continue;
    part.removeAttribute(from);
    part.setAttribute(to, value);
  }
}
