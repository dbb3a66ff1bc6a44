import { keep } from './storage.ts';

/** Light or dark, from the system until the reader switches; what was chosen before stands before the first paint. */
export function enhanceTheme(button: HTMLButtonElement | null): void {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme === undefined ? system.matches : root.dataset.theme === 'dark');
  button?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep('postil-theme', root.dataset.theme);
  });
}
