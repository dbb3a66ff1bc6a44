/** What a document is written in, as far as it matters for finding quotations. */
export type DocumentForm = 'plain' | 'markdown' | 'html' | 'bibtex' | 'ris' | 'json';

/** A place in a document, both from 1; the column counts code points. */
export interface Place {
  line: number;
  column: number;
}

/** How each form shows itself: a line that no plain text has. */
const SIGNS: readonly [DocumentForm, RegExp][] = [
  ['json', /^\s*[[{]\s*(?:["{\]}]|$)/u],
  ['bibtex', /^[ \t]*@[a-z]+[ \t]*[{(]/imu],
  ['ris', /^TY {2}- /mu],
  [
    'html',
    /<(?:!doctype|html|head|body|p|div|blockquote|a|ul|ol|li|h[1-6]|article|section|q|cite)\b[^<>]{0,500}>/iu,
  ],
  [
    'markdown',
    /^(?:#{1,6} |```|~~~|[ \t]{0,3}>[ \t]?\S|\[[^\]\n]{1,200}\]:[ \t])|\]\([^)\s]{1,500}\)|\*\*[^*\n]{1,500}\*\*/mu,
  ],
];

/** @returns what a text is written in, by what it looks like: a pasted one has no name */
export function documentForm(text: string): DocumentForm {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'plain';
}

/**
 * @param text a document whose lines end in CR, LF or both; a byte order mark is no part of its first line
 * @returns what tells where an offset, in UTF-16 code units, is in it
 */
export function linesOf(text: string): {
  placeOf: (offset: number) => Place;
  lineOf: (offset: number) => number;
} {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/gu)) starts.push(index + end.length);
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const placeOf = (offset: number) => {
    const line = lineOf(offset);
    return { line, column: Array.from(text.slice(starts[line - 1], offset)).length + 1 };
  };
  return { lineOf, placeOf };
}
