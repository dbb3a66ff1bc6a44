import { readFileSync } from 'node:fs';
import { CONTENT, readContent } from '../../src/build/content.ts';
import { chapters, explanations } from '../../src/build/handbook.ts';
import { editionsPath, handbookPath, notePath, readingPath, sourcePath } from '../../src/core/address.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import type { Reading } from '../../src/core/reading.ts';
import { isWithdrawn } from '../../src/core/remains.ts';
import { citedSources } from '../../src/core/site.ts';

export const FIXTURE_CONTENT = 'tests/fixtures/site/content';
/** Written by `writeWorstContent` before the tests. */
export const WORST_CONTENT = 'node_modules/.postil/worst-content';

/** A reading, and which of its annotations were withdrawn. */
export type Published = Reading & { withdrawn: string[] };

/** The readings of a content folder. */
export function readings(content = CONTENT): Published[] {
  return readContent(content).readings.map((reading) => ({
    ...reading,
    withdrawn: withdrawnFrom(reading, content),
  }));
}

function withdrawnFrom({ slug }: Reading, content: string): string[] {
  const path = `${content}/readings/${slug}/anchors.json`;
  const { ledger } = parseLedger({ path, json: readFileSync(path, 'utf8') });
  return ledger!.annotations.filter(isWithdrawn).map(({ annotation }) => annotation);
}

/** Addresses of the handbook, of a site that has it, without the base path. */
export function handbookPages(): string[] {
  return ['', ...chapters().map(({ name }) => name), ...explanations().map(({ name }) => name)].map((name) =>
    handbookPath(name || undefined),
  );
}

/** Addresses of every page of a site, without the base path; the handbook's are told apart. */
export function pagesOf(all: readonly Published[]): string[] {
  const ofReadings = all.flatMap((reading) => [
    readingPath(reading),
    `${reading.slug}/cite/`,
    editionsPath(reading),
    ...Array.from({ length: reading.edition.edition }, (_, index) => editionsPath(reading, index + 1)),
    ...[...reading.annotations.map(({ id }) => id), ...reading.withdrawn].map((id) => notePath(reading, id)),
  ]);
  // A source that nothing cites is a problem: there is none.
  const ofSources = new Set(all.flatMap(citedSources).map(sourcePath));
  const lists = ['claims/', 'figures/', 'sources/', 'timeline/', 'search/', 'check/'];
  return ['', ...lists, 'about/', 'colophon/', 'no-such-page/', ...ofReadings, ...ofSources];
}

/** One address of each type of page of a site, without the base path. */
export function pageTypes(all: readonly Published[]): string[] {
  const seen = new Set<string>();
  return pagesOf(all).filter((path) => {
    const template = path.replace(/(notes|sources)\/.+/, '$1/…');
    return !seen.has(template) && seen.add(template);
  });
}
