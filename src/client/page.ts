import { enhanceTheme } from './theme.ts';

/** On every page: the theme's switch, and buttons that copy. All is there without it, but for these two. */
document.documentElement.classList.add('ready');
enhanceTheme(document.querySelector<HTMLButtonElement>('[id="page:theme"]'));

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('button[data-copy]');
  if (button) void import('./copy-button.ts').then(({ pressCopy }) => pressCopy(button));
});
