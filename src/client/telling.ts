import { element } from './element.ts';
import type { Piece } from '../core/word-diff.ts';

const MARKED = {
  gone: { name: 'del', says: '[removed:] ' },
  new: { name: 'ins', says: '[new:] ' },
} as const;

/** @returns a notice about the link that was followed, with a button to put it away */
export function noticeSaying(lead: string, rest: string): HTMLElement {
  const notice = element('aside', 'vd');
  notice.setAttribute('role', 'note');
  notice.setAttribute('aria-label', 'About the link you followed');
  notice.lang = 'en-GB';
  notice.dir = 'ltr';
  const button = element('button', 'dis', 'Dismiss');
  button.type = 'button';
  const says = element('p');
  says.append(element('b', '', lead), ` ${rest} `, button);
  notice.append(says);
  return notice;
}

/** @returns what a notice says, without its controls */
export function wordsIn(notice: HTMLElement): string {
  const copy = notice.cloneNode(true) as HTMLElement;
  for (const control of copy.querySelectorAll('.dis')) control.remove();
  return [...copy.children].map(({ textContent }) => textContent.trim()).join(' ');
}

/** @returns both wordings in one; struck and new words say so to those who see neither line */
export function differing(pieces: readonly Piece[]): Node[] {
  return pieces.map((piece, index) => pieceOf(piece, pieces[index - 1]));
}

function pieceOf({ what, text }: Piece, before: Piece | undefined): Node {
  if (what === 'same') return document.createTextNode(text);
  const { name, says } = MARKED[what];
  const marked = element(name, what === 'new' && before?.what === 'gone' ? 'instead' : '');
  const hidden = element('span', 'visually-hidden', says);
  hidden.lang = 'en-GB';
  marked.append(hidden, text);
  return marked;
}

export function link(href: string, words: string): HTMLAnchorElement {
  const made = element('a', '', words);
  made.href = href;
  return made;
}
