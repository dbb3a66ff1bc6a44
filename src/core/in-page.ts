import type { InPage } from './policy.ts';

/** Pages and what ends the build are two graphs of modules in one process: both know the same. */
const SHARED = Symbol.for('postil.in-page');
const here = globalThis as { [SHARED]?: InPage | undefined };

/**
 * Keeps what may stand in pages themselves, for the headers: each page has a policy of its own, but hosts have one for
 * all. Each page tells of all, since not all need be drawn in one build.
 *
 * @param inPage scripts and style sheets, by their texts
 */
export function keepInPages(inPage: InPage): void {
  here[SHARED] = inPage;
}

/**
 * @returns what may stand in pages themselves
 * @throws before any page was drawn
 */
export function inPages(): InPage {
  if (here[SHARED] === undefined)
    throw new Error('No page was drawn that says what stands in pages themselves.');
  return here[SHARED];
}
