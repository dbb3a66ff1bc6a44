import { enhanceOpening } from './search-opening.ts';
import { enhanceTheme } from './theme.ts';

/** On every page: the theme’s switch, buttons that copy, and the keys of search. All is there without it, but for these. */
document.documentElement.classList.add('ready');
enhanceTheme(document.querySelector<HTMLButtonElement>('[id="page:theme"]'));
enhanceOpening();

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('button[data-copy]');
  if (button) void import('./copy-button.ts').then(({ pressCopy }) => pressCopy(button));
});
