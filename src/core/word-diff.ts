import { diffArrays } from 'diff/lib/diff/array.js';

/** A run of words: in both wordings, in the earlier only, or in the later only. */
export interface Piece {
  what: 'same' | 'gone' | 'new';
  text: string;
}

const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The difference of two wordings, word by word. The shortest edit script is jsdiff's (Myers); its own `diffWords`
 * loses white space, and the pieces of this one are always the two wordings again.
 *
 * @param before the earlier wording
 * @param after the later one
 * @returns pieces in order, the words gone before the new ones; those that are not new joined are `before`, those
 *   that are not gone `after`
 * @see https://unicode.org/reports/tr29/#Word_Boundaries
 */
export function diffWords(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after));
  const pieces = changes.map(({ added, removed, value }): Piece => ({
    what: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
  return bridge(pieces);
}

function wordsOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}

/** Two changes with nothing but white space between them are one: a phrase reads better than its words in turn. */
function bridge(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) out.push({ what: 'gone', text: gone });
    if (fresh) out.push({ what: 'new', text: fresh });
    gone = fresh = '';
  };
  for (const [index, { what, text }] of pieces.entries()) {
    const isBetween = gone + fresh !== '' && text.trim() === '' && index < pieces.length - 1;
    if (what === 'gone') gone += text;
    else if (what === 'new') fresh += text;
    else if (isBetween) {
      gone += text;
      fresh += text;
    } else {
      flush();
      out.push({ what, text });
    }
  }
  flush();
  return out;
}
