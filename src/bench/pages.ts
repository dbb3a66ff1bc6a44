import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readContent } from '../build/content.ts';
import { parseHeaders } from '../core/policy.ts';
import { annotatedByHand, textByHand } from './by-hand.ts';
import { type FirstLoad, loadFirst } from './first-load.ts';
import { Host } from './host.ts';
import { builtSite, readIn } from './own.ts';
import { median } from './statistics.ts';

/** The measures of a first visit, in the order of the table. */
export const LOAD_MEASURES: Record<
  keyof FirstLoad,
  { name: string; unit: 'bytes' | 'count' | 'milliseconds' }
> = {
  bytes: { name: 'first visit, without fonts', unit: 'bytes' },
  document: { name: 'of it the document', unit: 'bytes' },
  styles: { name: 'of it styles', unit: 'bytes' },
  scripts: { name: 'of it scripts', unit: 'bytes' },
  fonts: { name: 'fonts', unit: 'bytes' },
  requests: { name: 'requests, without fonts', unit: 'count' },
  beforePaint: { name: 'requests before the first paint', unit: 'count' },
  firstPaint: { name: 'first paint', unit: 'milliseconds' },
  largestPaint: { name: 'largest paint', unit: 'milliseconds' },
  blocked: { name: 'blocked', unit: 'milliseconds' },
  shift: { name: 'layout shift', unit: 'count' },
  elements: { name: 'elements', unit: 'count' },
  heap: { name: 'heap of scripts', unit: 'bytes' },
};

/** What came of one reading: of each page that shows it, by its name, the medians of all rounds; the floor is first. */
export interface PagesResult {
  subject: string;
  pages: Map<string, FirstLoad>;
}

/**
 * Loads the page of the first reading that this site publishes, and pages with the same words that are written by hand.
 *
 * @param browser in which
 * @param rounds how often, in each round in another order
 * @param tell is told what is being done
 * @throws when the site cannot be built
 */
export async function benchPages(
  browser: Browser,
  rounds: number,
  tell: (progress: string) => void,
): Promise<PagesResult> {
  const { readings, sources } = readContent();
  const reading = readings[0]!;
  const site = builtSite();
  const byHand = new Map([
    ['/by-hand/index.html', Buffer.from(annotatedByHand(reading, sources))],
    ['/text-alone/index.html', Buffer.from(textByHand(reading))],
  ]);
  const kept = new Map<string, Uint8Array | undefined>(byHand);
  const host = new Host(
    (place) => {
      if (!kept.has(place)) kept.set(place, readIn(path.normalize(site), place));
      return kept.get(place);
    },
    parseHeaders(readIn(site, '/_headers')!.toString(), '/'),
  );
  const address = await host.listen();
  const places = { 'by hand': 'by-hand', 'text alone': 'text-alone', Postil: reading.slug };
  const loads = new Map(Object.keys(places).map((name) => [name, [] as FirstLoad[]]));
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const [name, place] of rotated(Object.entries(places), round)) {
        tell(`round ${round + 1} of ${rounds}, page ${name}`);
        loads.get(name)!.push(await loadFirst(browser, `${address}/${place}/`));
      }
  } finally {
    host.close();
  }
  const subject = `The page of “${reading.title}”, ${reading.annotations.length} annotations`;
  return { subject, pages: new Map(Array.from(loads, ([name, own]) => [name, middleOf(own)])) };
}

function rotated<Each>(list: readonly Each[], by: number): Each[] {
  const first = by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

function middleOf(loads: readonly FirstLoad[]): FirstLoad {
  const measures = Object.keys(LOAD_MEASURES) as (keyof FirstLoad)[];
  return Object.fromEntries(
    measures.map((measure) => [measure, median(loads.map((load) => load[measure]))]),
  ) as unknown as FirstLoad;
}
