/** What the editors write in: notes, renderings, the interface. */
export const EDITORS_LANGUAGE = 'en';

/** @returns whether a value is a language tag, BCP 47 */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/**
 * @param wanted language tags, BCP 47, the most wanted first; what is none is left out: browsers take them from the
 *   machine's settings, and WebKit's say `c` where these name no language
 * @param languages without region
 * @returns all of these, those first that are wanted
 */
export function inOrderOf(wanted: readonly string[], languages: readonly string[]): string[] {
  const own = wanted.filter(isLanguageTag).map((tag) => new Intl.Locale(tag).language);
  const rank = (language: string) => (own.includes(language) ? own.indexOf(language) : own.length);
  return languages.toSorted((one, other) => rank(one) - rank(other));
}
