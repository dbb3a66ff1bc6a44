import type { Browser } from 'playwright-core';
import { readContent } from '../build/content.ts';
import type { Searchable } from '../build/search-index.ts';
import type { Annotation } from '../core/annotation.ts';
import type { Reading } from '../core/reading.ts';
import { writeBareSite } from './bare-site.ts';
import { annotatedByHand, noteByHand, textByHand } from './by-hand.ts';
import { type Comparison, type Measures, medianOf, OURS } from './comparison.ts';
import { type Entry, filesIn, inTurn, onePage } from './entry.ts';
import { type FirstLoad, loadFirst } from './first-load.ts';
import { builtSite } from './own.ts';
import type { Peer } from './peers.ts';
import { build } from './program.ts';
import { storedFor } from './stored.ts';

/** The measures of a first visit, in the order of the table. */
export const LOAD_MEASURES: Measures<keyof FirstLoad | 'stored'> = {
  bytes: { name: 'first visit, without fonts', unit: 'bytes', varies: false },
  document: { name: 'of it the document', unit: 'bytes', varies: false },
  styles: { name: 'of it styles', unit: 'bytes', varies: false },
  scripts: { name: 'of it scripts', unit: 'bytes', varies: false },
  fonts: { name: 'fonts', unit: 'bytes', varies: false },
  requests: { name: 'requests, without fonts', unit: 'count', varies: false },
  beforePaint: { name: 'requests before the first paint', unit: 'count', varies: false },
  firstPaint: { name: 'first paint', unit: 'milliseconds', varies: true },
  largestPaint: { name: 'largest paint', unit: 'milliseconds', varies: true },
  blocked: { name: 'blocked', unit: 'milliseconds', varies: true },
  shift: { name: 'layout shift', unit: 'count', varies: false },
  elements: { name: 'elements', unit: 'count', varies: false },
  heap: { name: 'heap of scripts', unit: 'memory', varies: true },
  // No part of the visit: it comes when that is over.
  stored: { name: 'stored after it, to be read offline', unit: 'bytes', varies: false },
};

/**
 * Loads the page of the first reading that this site publishes and the page of one of its notes, each beside pages with
 * the same words: written by hand, and built with Astro and its MDX alone.
 *
 * @param browser in which
 * @param peers others that have built the same readings
 * @param rounds how often, in each round in another order
 * @param tell is told what is being done
 * @throws when one of the sites cannot be built
 */
export async function benchPages(
  browser: Browser,
  peers: readonly Peer[],
  rounds: number,
  tell: (progress: string) => void,
): Promise<Comparison[]> {
  const { readings, sources } = readContent();
  const reading = readings[0]!;
  const note = ordinaryNote(reading, sources);
  const ours = builtSite();
  tell('building a bare site of the same');
  const sites = [{ name: 'bare Astro + MDX', folder: await buildBare({ readings, sources }) }, ...peers];
  const shown = [
    {
      subject: `The page of “${reading.title}”, ${reading.annotations.length} annotations`,
      page: `/${reading.slug}/`,
      floors: [
        onePage('by hand', annotatedByHand(reading, sources)),
        onePage('text alone', textByHand(reading)),
      ],
    },
    {
      subject: `The page of its note “${note.quote}”`,
      page: `/${reading.slug}/notes/${note.id}/`,
      floors: [onePage('by hand', noteByHand(reading, note, sources))],
    },
  ];
  const rivals = peers.filter(({ isPlain }) => !isPlain).map(({ name }) => name);
  const results: Comparison[] = [];
  for (const { subject, page, floors } of shown) {
    const shownBy: Entry[] = [
      ...floors,
      ...sites.map(({ name, folder }) => ({ name, page, read: filesIn(folder), isOurs: false })),
      { name: OURS, page, read: filesIn(ours), isOurs: true },
    ];
    tell(subject);
    const loads = await inTurn(shownBy, rounds, tell, (address) => loadFirst(browser, address));
    const entries: Comparison['entries'] = new Map();
    for (const { name, read } of shownBy) {
      const stored = await storedFor(read, reading.slug);
      const own = loads.get(name)!.map((load) => ({ ...load, stored: stored?.bytes ?? 0 }));
      entries.set(name, medianOf(LOAD_MEASURES, own));
    }
    results.push({ subject, measures: LOAD_MEASURES, entries, rivals });
  }
  return results;
}

/** The one in the middle by its length: neither the briefest nor the most laborious. */
function ordinaryNote(reading: Reading, sources: Searchable['sources']): Annotation {
  const lengthOf = (annotation: Annotation) => noteByHand(reading, annotation, sources).length;
  const byLength = reading.annotations.toSorted((one, other) => lengthOf(one) - lengthOf(other));
  return byLength[Math.floor(byLength.length / 2)]!;
}

async function buildBare(content: Searchable): Promise<string> {
  const folder = writeBareSite(content);
  await build(['--root', folder], {});
  return `${folder}/dist`;
}
