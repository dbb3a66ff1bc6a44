import { readContent } from '../../src/build/content.ts';
import { notePath, readingPath } from '../../src/core/address.ts';
import type { Reading } from '../../src/core/reading.ts';

export const FIXTURE_CONTENT = 'tests/fixtures/site/content';

/** The readings of a content folder. */
export function readings(content?: string): Reading[] {
  return readContent(content).readings;
}

/** Addresses of every page of a site, without the base path. */
export function pagesOf(all: readonly Reading[]): string[] {
  const ofReadings = all.flatMap((reading) => [
    readingPath(reading),
    `${reading.slug}/cite/`,
    ...reading.annotations.map(({ id }) => notePath(reading, id)),
  ]);
  const ofSite = ['', 'claims/', 'figures/', 'timeline/', 'search/', 'about/', 'colophon/', 'no-such-page/'];
  return [...ofSite, ...ofReadings];
}
