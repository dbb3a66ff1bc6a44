/** What ends what a sign begins. @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings */
const ENDS: ReadonlyMap<string, string> = new Map([
  ['\u202A', '\u202C'],
  ['\u202B', '\u202C'],
  ['\u202D', '\u202C'],
  ['\u202E', '\u202C'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
]);

const TURNING = /[\u202A-\u202E\u2066-\u2069\n]/gu;

/**
 * Looks for a sign that turns the direction of writing beyond the words it stands in: then what follows them in
 * a title bar, a reference or a terminal reads as what it does not say. Marks of one word’s direction do no such thing.
 *
 * @param words any; each line begins anew
 * @returns the first such sign, as in `U+202E`; undefined where all that is turned is turned back
 * @see https://trojansource.codes/
 */
export function leftTurned(words: string): string | undefined {
  const open: string[] = [];
  for (const [sign] of words.matchAll(TURNING)) {
    if (sign === '\n') {
      if (open.length > 0) break;
    } else if (ENDS.has(sign)) open.push(sign);
    else if (ENDS.get(open.at(-1) ?? '') === sign) open.pop();
    else return nameOf(sign);
  }
  const [first] = open;
  return first === undefined ? undefined : nameOf(first);
}

function nameOf(sign: string): string {
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase()}`;
}
