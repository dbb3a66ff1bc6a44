import type { Standing } from '../core/account.ts';
import { announce } from './announce.ts';
import { showCorners } from './corners.ts';
import { canHighlight } from './highlight.ts';
import type { Notes } from './notes.ts';
import { decoded } from './pairs.ts';
import { firstLineIn, isReturn, steadily } from './place.ts';
import { extentOf } from './spots.ts';
import { noticeSaying, wordsIn } from './telling.ts';

/** What is said of a cited passage, and of what in the text. */
export interface Told {
  /** How the rule stands; none where it cannot be told. */
  standing?: Standing;
  /** How it begins, and how it goes on. */
  lead: string;
  rest: string;
  /** What stands below that. */
  below?: readonly HTMLElement[];
  /** Anchors of the passages; corners stand around each stretch of them. */
  stretches: readonly (readonly string[])[];
  /** Whether the stretches stand side by side. */
  isDivided?: boolean;
  /** Where words stand that are new. */
  fresh?: () => Range[];
}

/** The name that the style sheet knows the new words by. */
const FRESH = 'fresh';

/** Takes away what is shown, and puts all as it was. */
let putAway: (() => void) | undefined;

/**
 * Shows a verdict above its paragraph, and marks in the text what it is about; nothing of the text is changed.
 *
 * @param target what the address leads to; none where it leads nowhere
 */
export function showNotice(reading: HTMLElement, notes: Notes, target: HTMLElement | null, told: Told): void {
  const tomb = target?.closest<HTMLElement>('.tomb');
  const blocks = blocksOf(told, target);
  const notice = tomb && told.standing === 'dotted' ? tomb : noticeOf(told);
  let removeCorners = () => {};
  const change = () => {
    if (notice !== tomb) place(reading, notice, tomb ?? blocks[0]);
    for (const each of [notice, ...blocks]) each.dataset.cited = told.standing ?? '';
    notice.classList.add('here');
    removeCorners = cornered(told);
    mark(told);
    notes.lay();
  };
  // Who comes back finds what they read where it was.
  steadilyAtOnce(isReturn() || tomb ? firstLineIn(reading) : anchorage(reading, target), change);
  if (!isReturn()) bringIntoView(notice, target);
  const leave = () => {
    clearNotice();
    if (!tomb) settle(target?.closest<HTMLElement>('[data-v]') ?? reading);
    // Its link leads the address elsewhere, and the focus with it.
    else addEventListener('hashchange', () => settle(nearestTo(tomb)), { once: true });
  };
  const forget = dismissal(notice, tomb, notes, leave);
  announce(wordsIn(notice));
  putAway = () => {
    forget();
    steadilyAtOnce(anchorage(reading, target), () => {
      if (notice !== tomb) notice.remove();
      notice.classList.remove('here');
      removeCorners();
      for (const each of [notice, ...blocks]) delete each.dataset.cited;
      if (canHighlight()) CSS.highlights.delete(FRESH);
      notes.lay();
    });
  };
}

/** Takes the notice away, if there is one. */
export function clearNotice(): void {
  const away = putAway;
  putAway = undefined;
  away?.();
}

/** The sections that hold the passages, each once. */
function blocksOf({ stretches }: Told, target: Element | null): HTMLElement[] {
  const holders = [...stretches.flat().map((anchor) => document.getElementById(anchor)), target].map(
    (element) => element?.closest<HTMLElement>('.para'),
  );
  return [...new Set(holders)].filter((holder) => holder !== null && holder !== undefined);
}

function place(reading: HTMLElement, notice: HTMLElement, before: HTMLElement | undefined) {
  if (before) before.before(notice);
  else reading.prepend(notice);
}

/** As the text stays where it is on the screen, so do its notes: they do not glide. */
function steadilyAtOnce(fixed: Element | Range | undefined, change: () => void) {
  const { classList } = document.documentElement;
  const glides = classList.contains('calm');
  classList.remove('calm');
  steadily(fixed, change);
  if (glides) classList.add('calm');
}

/** What the change of the page shall not move: the passage, where it is in sight, else what is being read. */
function anchorage(reading: HTMLElement, target: Element | null | undefined): Element | Range | undefined {
  const box = target?.getBoundingClientRect();
  return box && box.bottom > 0 && box.top < innerHeight ? target! : firstLineIn(reading);
}

/** Where the notice begins above the window, it comes down, as far as the passage stays in sight. */
function bringIntoView(notice: HTMLElement, target: HTMLElement | null) {
  const margin = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  const missing = notice.getBoundingClientRect().top - margin;
  const room = innerHeight * 0.8 - (target?.getBoundingClientRect().top ?? 0);
  if (!target) notice.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  else if (missing < 0) scrollBy({ top: Math.max(missing, -Math.max(0, room)), behavior: 'instant' });
}

/**
 * By the button or by Escape; what is open nearer to the reader goes first. A tombstone goes by its link, which leads
 * the address elsewhere.
 */
function dismissal(
  notice: HTMLElement,
  tomb: HTMLElement | null | undefined,
  notes: Notes,
  leave: () => void,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const [own, elsewhere] = [notice, tomb].map((each) => each?.querySelector<HTMLElement>('.dis'));
  const pressed = () => {
    leave();
    if (elsewhere !== own) elsewhere?.click();
  };
  own!.addEventListener('click', pressed, { signal });
  const dismiss = (event: KeyboardEvent) => {
    const isNearer = notes.open ?? document.querySelector('dialog[open], .citing-here');
    if (event.key === 'Escape' && !isNearer) own!.click();
  };
  // Before a note's own listener has closed it.
  addEventListener('keydown', dismiss, { capture: true, signal });
  return () => listening.abort();
}

/** The focus goes to the passage, from which the reader goes on. */
function settle(passage: HTMLElement) {
  passage.tabIndex = -1;
  passage.focus({ preventScroll: true });
}

/** What remains nearest to a removed passage, as its tombstone names it. */
function nearestTo(tomb: HTMLElement): HTMLElement {
  const near = tomb.querySelector<HTMLAnchorElement>('.key2 a[href^="#"]:not(.dis)');
  return document.getElementById(near ? decoded(near.hash) : '') ?? tomb.parentElement!;
}

/** Corners around each stretch of what is cited. */
function cornered({ stretches, isDivided }: Told): () => void {
  return showCorners(
    stretches.map(extentOf).filter((extent) => extent !== undefined),
    isDivided,
  );
}

/** The new words, where the browser can mark without touching the text; else they stand in the notice. */
function mark({ fresh }: Told) {
  const ranges = (canHighlight() && fresh?.()) || [];
  if (ranges.length > 0) CSS.highlights.set(FRESH, new Highlight(...ranges));
}

function noticeOf({ lead, rest, below = [] }: Told): HTMLElement {
  const notice = noticeSaying(lead, rest);
  notice.append(...below);
  return notice;
}
