import sheet from '../styles/newer.css?inline';
import { element } from './element.ts';
import { bringSheet } from './sheet.ts';

bringSheet(sheet);

let isTold = false;

/** Says in a line that the site is newer than this page, once; the reader moves to it, or reads on. */
export function tellNewer(): void {
  if (isTold) return;
  isTold = true;
  const line = element('p', 'newer');
  line.setAttribute('role', 'status');
  line.lang = 'en-GB';
  line.dir = 'ltr';
  const go = button('Show it', () => location.reload());
  const stay = button('Not now', () => line.remove());
  // What is to be heard is put into something that is there already.
  document.body.append(line);
  line.append('A newer version of this site has been published. ', go, ' ', stay);
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = element('button', '', words);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
