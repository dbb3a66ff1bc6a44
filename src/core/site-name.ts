import type { Publication } from './publication.ts';

/** What the site is made with, which numbers its passages; and what a site is called that has no name of its own. */
export const SOFTWARE = 'Postil';

/**
 * @param publication who answers for the site
 * @returns what it is called; by the name of the software, where it has none of its own
 */
export function siteName({ name }: Publication): string {
  return name ?? SOFTWARE;
}

/**
 * @param publication who answers for the site
 * @returns who speaks in its notes: its publisher, or the site itself where nobody is named
 */
export function editorsOf(publication: Publication): string {
  return publication.publisher ?? siteName(publication);
}
