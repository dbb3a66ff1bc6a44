import { stemmer } from 'stemmer';

/**
 * What a word’s forms begin with, as Pagefind reckons it, approximately: its own stems are Snowball’s, and Porter’s a
 * tenth of their size. Where Porter leaves too little, Snowball’s: `us` of used, `wa` of was, `thei` of they.
 *
 * @param word normalised
 * @param language BCP 47; only English words have a stem
 * @returns the stem
 */
export function stemOf(word: string, language: string): string {
  if (!/^en\b/i.test(language)) return word;
  if (/^[^aeiouy]*[aeiouy]s$|us$/.test(word)) return word;
  if (/^.ie[ds]$/.test(word)) return word.slice(0, -1);
  const [, short] = /^([aeiouy][^aeiouy])(?:e[ds]?|ing)$/.exec(word) ?? [];
  return short === undefined ? stemmer(word).replace(/(?<=[aeou])i$/, 'y') : `${short}e`;
}
