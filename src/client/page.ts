import { copyFrom, withAddress } from './clipboard.ts';
import { enhanceTheme } from './theme.ts';

/** On every page: the theme's switch, and buttons that copy. All is there without it, but for these two. */
document.documentElement.classList.add('ready');
enhanceTheme(document.querySelector<HTMLButtonElement>('[id="page:theme"]'));

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))
  button.addEventListener('click', () => {
    void copyFrom(button, withAddress(button.dataset.copy ?? ''));
  });
