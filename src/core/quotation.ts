/** What may differ between a quotation and its source: the shape of quotation marks and apostrophes. */
const QUOTATION_MARKS = /[“”„«»‟"]/gu;
const APOSTROPHES = /[‘’‚‛']/gu;
const FINAL_PUNCTUATION = /[\s.,;:!?…]+$/u;

/**
 * Words between quotation marks of the common forms; a stretch that is opened and never closed counts to its end. An
 * apostrophe before a letter does not close ‘…’, and after a word » does not open »…«: it closes «…».
 */
const QUOTED = [
  /[“„"](?<double>[^“”„"]+)(?:[”“"]|$)/u,
  /«(?<guillemets>[^«»]+)(?:»|$)/u,
  /(?<![\p{L}\p{N}\p{Pe}\p{Pf}.,;:!?…])»(?=\S)(?<reversed>[^«»]+)(?:«|$)/u,
  /(?<![\p{L}\p{N}])‘(?<single>(?:[^‘’]|’(?=\p{L}))+)(?:’|$)/u,
];
const QUOTED_ANYHOW = new RegExp(QUOTED.map(({ source }) => source).join('|'), 'gu');

/** What makes words longer. Scripts that do not part their words have no end of one to be seen. */
const IN_A_WORD = /[\p{L}\p{M}\p{N}]/u;
const UNPARTED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/**
 * @param marked the marked words of a quotation
 * @returns what is quoted in them: what stands between quotation marks, or all of it where there are none
 */
export function quotedWords(marked: string): string[] {
  const quoted = [...marked.matchAll(QUOTED_ANYHOW)].map(({ groups }) =>
    Object.values(groups!).find(Boolean)!,
  );
  return quoted.length > 0 ? quoted : [marked];
}

/**
 * @param words words quoted in the text
 * @param excerpt the source's own words
 * @returns whether they stand there as whole words, apart from final punctuation and the shape of quotation marks;
 *   punctuation alone is no quotation
 */
export function isQuotedFrom(words: string, excerpt: string): boolean {
  const [quoted, source] = [comparable(words).replace(FINAL_PUNCTUATION, ''), comparable(excerpt)];
  return IN_A_WORD.test(quoted) && standsIn(quoted, source);
}

/**
 * @param words any words
 * @param text where they should stand, letter for letter
 * @returns whether they stand there as whole words
 */
export function standsIn(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (isBetweenWords(text, at) && isBetweenWords(text, end)) return true;
  }
  return false;
}

/** @returns whether a place in a text, in UTF-16 code units, is not inside a word */
export function isBetweenWords(text: string, place: number): boolean {
  const before = Array.from(text.slice(Math.max(0, place - 2), place)).at(-1) ?? '';
  const after = Array.from(text.slice(place, place + 2))[0] ?? '';
  const runsOn = IN_A_WORD.test(before) && IN_A_WORD.test(after);
  return !runsOn || (UNPARTED.test(before) && UNPARTED.test(after));
}

function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(QUOTATION_MARKS, '"')
    .replace(APOSTROPHES, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
