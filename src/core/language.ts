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
