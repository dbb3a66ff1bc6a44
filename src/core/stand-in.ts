/*
 * A record’s own words, put in after citeproc has said what it says of all works that are alike but for them. What it
 * does with words depends on their signs, and on nothing else of them where these are such as a sentence has in its
 * midst; but a style may give them another case, which is noted, and given to the words themselves.
 */

/** The parts of a record that can have a stand-in, each with the character that tells it from others. */
const SIGNS = {
  title: '\uE010',
  'container-title': '\uE011',
  publisher: '\uE012',
  author: '\uE013',
  URL: '\uE014',
} as const;
export type OwnPart = keyof typeof SIGNS;
export const OWN_PARTS = Object.keys(SIGNS) as readonly OwnPart[];

/** Cases by citeproc’s names, each noted by a character. */
const CASES = new Map([
  ['lowercase', '\uE018'],
  ['uppercase', '\uE019'],
  ['sentence', '\uE01A'],
  ['title', '\uE01B'],
  ['capitalize-first', '\uE01C'],
  ['capitalize-all', '\uE01D'],
]);

const NAMES = new Map(Array.from(CASES, ([name, sign]) => [sign, name]));

/** A stand-in, as a pattern: it begins and ends with a letter, as words do. */
export const STAND_IN = 'x[\\uE010-\\uE014][\\uE018-\\uE01D]*x';
const WHOLE = new RegExp(`^${STAND_IN}$`, 'iu');

/**
 * Words that begin with a letter of a script that is set in italics, and end with one, or with what ends no sentence; and
 * without full stops, which a style may strip.
 */
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Cyrillic}](?:[\p{L}\p{M}\p{N}\-–—%&/€$£()]|[,:]? |[,’](?=[\p{L}\p{N}]))*[\p{L}\p{N}%)]$/u;
const PLAIN_ADDRESS = /^https?:\/\/[\w.~/%?&=#+:@,-]*[\w/]$/u;

/** @returns whether a stand-in can be taken for words that are a part of a record */
export function isPlain(part: OwnPart, words: string): boolean {
  return (part === 'URL' ? PLAIN_ADDRESS : PLAIN).test(words);
}

/** @returns what stands for a part’s words */
export function standInFor(part: OwnPart): string {
  return `x${SIGNS[part]}x`;
}

/** @returns a stand-in with a case noted that its words are to be given; undefined where words are no stand-in */
export function withCase(words: string, name: string): string | undefined {
  const sign = CASES.get(name);
  return sign === undefined || !WHOLE.test(words) ? undefined : words.slice(0, -1) + sign + words.slice(-1);
}

/** @returns for which part a stand-in stands, and the cases that its words are given, in this order; undefined where words are none */
export function readStandIn(words: string): { part: OwnPart; cases: string[] } | undefined {
  if (!WHOLE.test(words)) return undefined;
  const [sign, ...cases] = words.slice(1, -1);
  return {
    part: OWN_PARTS.find((part) => SIGNS[part] === sign)!,
    cases: cases.map((noted) => NAMES.get(noted)!),
  };
}
