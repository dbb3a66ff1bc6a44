import { element } from './element.ts';

/** What a screen reader listens to; made when there is first something to say. */
let region: HTMLElement | undefined;

/** Says something to a screen reader. */
export function announce(words: string): void {
  if (!region) {
    region = element('p', 'visually-hidden');
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}
