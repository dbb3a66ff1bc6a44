import { FIELD } from './field.ts';
import { recall } from './storage.ts';

/** What was typed since the search was asked for and until it is there; none while it is not on its way. */
let typed: string | undefined;

/** “/”, or Control or Command and K, open the search: on its own page they lead to its field. */
export function enhanceOpening(): void {
  // Before any other key of the page: what follows “/” is meant for the search.
  addEventListener('keydown', pressed, true);
}

function pressed(event: KeyboardEvent) {
  const { key, ctrlKey, metaKey, target } = event;
  const isHeld = ctrlKey || metaKey;
  const isLetter = typed !== undefined && key.length < 2 && !isHeld;
  const isAsked = isHeld
    ? key === 'k'
    : key === '/' && !(target as Element).matches(FIELD) && recall('postil-keys') !== 'off';
  if ((!isAsked && !isLetter) || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isLetter) typed = typed! + key;
  else open();
}

function open() {
  const link = document.querySelector<HTMLAnchorElement>('a[data-index]')!;
  const own = document.querySelector<HTMLInputElement>('.sea > .q input');
  own?.focus();
  own?.select();
  if (own) return;
  typed = '';
  import('./searching.ts')
    .then(({ openSearch }) => openSearch(link, typed!))
    // Without its scripts there is still its page.
    .catch(() => location.assign(link.href))
    .finally(() => (typed = undefined));
}
