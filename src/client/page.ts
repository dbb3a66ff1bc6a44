import { enhanceOpening } from './search-opening.ts';
import { enhanceTheme } from './theme.ts';

/** On every page: the theme’s switch, buttons that copy, and the keys of search. All is there without it, but for these. */
document.documentElement.classList.add('ready');
enhanceTheme(document.querySelector<HTMLButtonElement>('[id="page:theme"]'));
enhanceOpening();

// A note's own page, reached by a citation: whether the note is still what was cited.
const note = document.querySelector<HTMLElement>('[data-note]');
const cited = new URLSearchParams(location.search).get('v');
if (note && cited !== null) void import('./note-verdict.ts').then(({ tellNote }) => tellNote(note, cited));

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('button[data-copy]');
  if (button) void import('./copy-button.ts').then(({ pressCopy }) => pressCopy(button));
});

// Last, what keeps the site readable without a network; not where readers save data.
const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
if (import.meta.env.OFFLINE && 'serviceWorker' in navigator && !saveData)
  addEventListener('load', () => void import('./offline.ts').then(({ keepOffline }) => keepOffline()));
