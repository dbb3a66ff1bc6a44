import { keep, recall } from './storage.ts';

const NAME = 'postil-theme';

/** Light or dark, from the system until the reader switches. */
export function enhanceTheme(button: HTMLButtonElement | null): void {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme === undefined ? system.matches : root.dataset.theme === 'dark');
  const show = () => {
    if (button) button.textContent = isDark() ? 'Light page' : 'Dark page';
  };
  const kept = recall(NAME);
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  show();
  system.addEventListener('change', show);
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep(NAME, root.dataset.theme);
    show();
  });
}
