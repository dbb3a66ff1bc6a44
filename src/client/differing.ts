import type { Piece } from '../core/word-diff.ts';
import { element } from './element.ts';

const MARKED = {
  gone: { name: 'del', says: '[removed:] ' },
  new: { name: 'ins', says: '[new:] ' },
} as const;

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
