import type { InPage } from './policy.ts';

/** Pages and what ends a build are two graphs of modules in one process: both know the same. */
const SHARED = Symbol.for('postil.in-page');
const here = globalThis as { [SHARED]?: Record<keyof InPage, Set<string>> | undefined };
const seen = (here[SHARED] ??= { scripts: new Set(), styles: new Set() });

/**
 * Remembers what stands in a page itself, for the headers: each page has its own policy, but hosts have one for all.
 *
 * @param inPage scripts and style sheets, by their texts
 * @returns the same
 */
export function standingInPage(inPage: InPage): InPage {
  inPage.scripts.forEach((text) => seen.scripts.add(text));
  inPage.styles.forEach((text) => seen.styles.add(text));
  return inPage;
}

/** @returns what stands in any page that was drawn in this process */
export function inPages(): InPage {
  return { scripts: [...seen.scripts], styles: [...seen.styles] };
}
