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

/** The last code point that UTF-16 writes in one code unit. */
const LAST_OF_ONE_UNIT = 0xffff;

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
  const from = codeUnitAt(text, start);
  return text.slice(from, codeUnitAt(text, end, { codePoint: start, codeUnit: from }));
}

/** Where a code point begins in UTF-16, counted from a place before it; an array of all would be made for each slice. */
function codeUnitAt(text: string, place: number, from = { codePoint: 0, codeUnit: 0 }): number {
  let unit = from.codeUnit;
  for (let point = from.codePoint; point < place && unit < text.length; point += 1)
    unit += text.codePointAt(unit)! > LAST_OF_ONE_UNIT ? 2 : 1;
  return unit;
}
