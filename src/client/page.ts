import { FIELD } from './field.ts';
import { recall } from './storage.ts';
import { enhanceTheme } from './theme.ts';

/** On every page: the theme’s switch, buttons that copy, and the keys of search. All is there without it, but for these. */
document.documentElement.classList.add('ready');
enhanceTheme(document.querySelector<HTMLButtonElement>('[id="page:theme"]'));

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('button[data-copy]');
  if (button) void import('./copy-button.ts').then(({ pressCopy }) => pressCopy(button));
});

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, target } = event;
  const isAsked =
    ctrlKey || metaKey
      ? key === 'k'
      : key === '/' && recall('postil-keys') !== 'off' && !(target as Element).matches(FIELD);
  const link = document.querySelector<HTMLAnchorElement>('a[data-index]');
  if (!isAsked || !link || event.altKey || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  void import('./searching.ts').then(({ openSearch }) => openSearch(link));
});
