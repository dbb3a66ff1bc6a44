import { readContent } from '../../src/build/content.ts';
import { editionsPath, notePath, readingPath, sourcePath } from '../../src/core/address.ts';
import type { Reading } from '../../src/core/reading.ts';
import { citedSources } from '../../src/core/site.ts';

export const FIXTURE_CONTENT = 'tests/fixtures/site/content';
/** Written by `writeWorstContent` before the tests. */
export const WORST_CONTENT = 'node_modules/.postil/worst-content';

/** The readings of a content folder. */
export function readings(content?: string): Reading[] {
  return readContent(content).readings;
}

/** Addresses of every page of a site, without the base path. */
export function pagesOf(all: readonly Reading[]): string[] {
  const ofReadings = all.flatMap((reading) => [
    readingPath(reading),
    `${reading.slug}/cite/`,
    editionsPath(reading),
    ...Array.from({ length: reading.edition.edition }, (_, index) => editionsPath(reading, index + 1)),
    ...reading.annotations.map(({ id }) => notePath(reading, id)),
  ]);
  // A source that nothing cites is a problem: there is none.
  const ofSources = new Set(all.flatMap(citedSources).map(sourcePath));
  const lists = ['claims/', 'figures/', 'sources/', 'timeline/', 'search/'];
  return ['', ...lists, 'about/', 'colophon/', 'no-such-page/', ...ofReadings, ...ofSources];
}

/** One address of each type of page of a site, without the base path. */
export function pageTypes(all: readonly Reading[]): string[] {
  const seen = new Set<string>();
  return pagesOf(all).filter((path) => {
    const template = path.replace(/(notes|sources)\/.+/, '$1/…');
    return !seen.has(template) && seen.add(template);
  });
}
