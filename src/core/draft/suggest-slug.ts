import transliterate from '@sindresorhus/transliterate';
import { isName } from '../anchor.ts';

/** Letters of an address that is still told at a glance. */
const LONGEST = 60;

/** What joins letters to a word, and leaves no gap where it is left out. */
const APOSTROPHES = /['’ʼ`´]/g;

const NOT_IN_A_NAME = /[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu;

/**
 * Makes a name for an address of some words: in Latin letters where the script can be written in them, in its own
 * where it cannot.
 *
 * @param words a title
 * @param language BCP 47 tag, for letters that languages write otherwise
 * @param isTaken whether a name is not to be had; then a number is added
 * @returns the name; undefined where no letter or digit is in the words
 */
export function suggestSlug(
  words: string,
  language: string,
  isTaken: (slug: string) => boolean,
): string | undefined {
  const slug = shorten(fold(words, language));
  if (!isName(slug)) return undefined;
  return freeName(slug, isTaken);
}

/** @returns the name, or with the first number that makes it free */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let [free, number] = [name, 1];
  while (isTaken(free)) free = `${name}-${(number += 1)}`;
  return free;
}

function fold(words: string, language: string): string {
  return transliterate(words.normalize('NFC'), { locale: new Intl.Locale(language).language })
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(NOT_IN_A_NAME, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}

function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const hyphen = slug.lastIndexOf('-', LONGEST);
  return hyphen > 0 ? slug.slice(0, hyphen) : Array.from(slug).slice(0, LONGEST).join('');
}
