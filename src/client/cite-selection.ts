import type { ReadingCiteData } from '../core/cite-data.ts';
import { readingData } from './cite-data.ts';
import { CiteList, putAwayList } from './cite-list.ts';
import { citeText } from './cited-text.ts';
import { enhanceCopying } from './copying.ts';
import { showCorners } from './corners.ts';
import { element } from './element.ts';
import type { Notes } from './notes.ts';
import { readSelection, type Selected } from './selection.ts';

/** How long a selection must rest before it is offered, in milliseconds: till then fingers and mice are at it. */
const RESTING = 300;

/** What is cited already, while it is still selected. */
let cited: string | undefined;

/** Whether selections are listened to. */
let isListening = false;

/**
 * From now on offers to cite what is selected in the text, beside it, and takes the offer back when that is not any more;
 * and what is copied of it are the text's words alone.
 */
export function offerSelections(reading: HTMLElement, notes: Notes): void {
  if (isListening) return;
  isListening = true;
  enhanceCopying(reading);
  let offered: HTMLElement | undefined;
  let waiting = 0;
  let turn = 0;
  const settle = async () => {
    const mine = ++turn;
    const selected = await selectedIn(reading);
    if (mine !== turn) return;
    // Once it is pressed, the list has its place.
    if (offered?.isConnected) {
      offered.remove();
      notes.receive(undefined);
    }
    if (!selected) cited = undefined;
    else if (keyOf(selected) !== cited) {
      putAwayList();
      offered = offer(reading, notes, selected);
    }
  };
  const rest = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void settle(), RESTING);
  };
  document.addEventListener('selectionchange', rest);
  rest();
}

/** Opens the list for what is selected. @returns whether anything of the text is */
export async function citeSelection(reading: HTMLElement, notes: Notes): Promise<boolean> {
  const selected = await selectedIn(reading);
  if (selected) open(reading, notes, selected);
  return selected !== undefined;
}

function keyOf({ first, words }: Selected): string {
  return `${first.id} ${words}`;
}

async function selectedIn(reading: HTMLElement): Promise<Selected | undefined> {
  const selection = getSelection();
  return selection && !selection.isCollapsed ? readSelection(selection, reading) : undefined;
}

/** One line in the margin; on a narrow window below the paragraph. */
function offer(reading: HTMLElement, notes: Notes, selected: Selected): HTMLElement {
  const line = element('p', 'offer');
  line.lang = 'en-GB';
  line.dir = 'ltr';
  const button = element('button', '', 'Cite the selected words');
  button.type = 'button';
  // The words stay selected.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => open(reading, notes, selected));
  line.append(button, ' ', element('kbd', '', 'c'));
  blockOf(selected).after(line);
  notes.receive({ element: line, beside: selected.range });
  return line;
}

function open(reading: HTMLElement, notes: Notes, selected: Selected) {
  let removeCorners = () => {};
  cited = keyOf(selected);
  selected.last.tabIndex = -1;
  const list = new CiteList(notes, undefined, () => {
    removeCorners();
    return selected.last;
  });
  const show = (data?: ReadingCiteData) => list.show(citeText(reading, selected, data), data?.styles ?? []);
  show();
  list.openBeside(selected.range, blockOf(selected));
  removeCorners = showCorners([selected.range]);
  readingData(reading).then(show, () => list.fail());
}

/** What the selection ends in, as the section of its paragraph holds it. */
function blockOf({ last }: Selected): Element {
  return last.closest('.para > *')!;
}
