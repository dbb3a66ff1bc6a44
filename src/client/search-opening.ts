import { FIELD } from './field.ts';
import { recall } from './storage.ts';

/** What was typed since the search was asked for and until it is there; none while it is not on its way. */
let typed: string | undefined;

/** “/”, or Control or Command and K, open the search: on its own page they lead to its field. */
export function enhanceOpening(): void {
  // Before any other key of the page: what follows “/” is meant for the search.
  addEventListener('keydown', pressed, { capture: true });
}

function pressed(event: KeyboardEvent) {
  if (typed !== undefined) collect(event);
  const link = document.querySelector<HTMLAnchorElement>('a[data-index]');
  if (!link || !opens(event) || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  const own = document.querySelector<HTMLInputElement>('.sea > .q input');
  if (!own) return void open(link);
  own.focus();
  own.select();
}

function opens({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key === 'k';
  return key === '/' && recall('postil-keys') !== 'off' && !(target as Element).matches(FIELD);
}

function collect(event: KeyboardEvent) {
  if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
  typed = (typed ?? '') + event.key;
  event.preventDefault();
  event.stopImmediatePropagation();
}

async function open(link: HTMLAnchorElement) {
  typed = '';
  try {
    const { openSearch } = await import('./searching.ts');
    openSearch(link, typed);
  } catch {
    // Without its scripts there is still its page.
    location.assign(link.href);
  }
  typed = undefined;
}
