/**
 * The canonical form of a text, for fingerprints and selectors only: Unicode NFC, every run of white space
 * one space, trimmed. The text of record itself is never rewritten.
 *
 * @param text any string
 * @returns the canonical text
 * @see https://www.unicode.org/reports/tr15/ (Normalization Form C)
 */
export function canonical(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * @param text a string
 * @returns its length in Unicode code points, the unit of every offset into `text.txt`
 */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Where a place in a raw text falls in its canonical form.
 *
 * @param text the raw text
 * @param offset a place in it, in UTF-16 code units
 * @returns the same place in `canonical(text)`, in code points
 */
export function canonicalOffset(text: string, offset: number): number {
  // A letter put at the place keeps the white space before it from being trimmed away.
  return codePoints(canonical(`${text.slice(0, offset)}|`)) - 1;
}

/**
 * How far apart two places of a raw text are in its canonical form. Neither may be within white space or before a
 * combining mark.
 *
 * @param stretch the raw text between them
 * @returns code points
 */
export function canonicalDistance(stretch: string): number {
  return codePoints(canonical(`|${stretch}|`)) - 2;
}

/**
 * @param text a string
 * @param start first code point
 * @param end code point after the last
 * @returns the stretch between them
 */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}
