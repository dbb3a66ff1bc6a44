import type { Browser } from 'playwright-core';
import type { Measures } from './comparison.ts';
import { slowDown, VIEWPORT } from './first-load.ts';
import { type Finding, findFirst, type Searching } from './page/first-hit.ts';
import { median } from './statistics.ts';
import { Wire } from './wire.ts';

/** Milliseconds after an answer before the next question: what follows from it is not the next one’s. */
const PAUSE = 300;

/** What a search costs a reader, from the focus of the field to the first hit that is seen. */
export interface FirstHit {
  time: number;
  /** Until the answer is whole, where a hit can be seen before. */
  whole: number;
  /** Over the wire until then, and with the scripts that the page had before. */
  bytes: number;
  withScripts: number;
  requests: number;
  /** How many had to wait for one another. */
  waves: number;
  /** Median time to a hit for further words, where the page tells which words it has answered. */
  warm?: number;
  warmWhole?: number;
}

/** In the order of the table. */
export const HIT_MEASURES: Measures<keyof FirstHit> = {
  time: { name: 'from focus to the first hit', unit: 'milliseconds', varies: true },
  whole: { name: 'from focus to the whole answer', unit: 'milliseconds', varies: true },
  bytes: { name: 'over the wire for it', unit: 'bytes', varies: true },
  withScripts: { name: 'and with the page’s scripts', unit: 'bytes', varies: true },
  requests: { name: 'requests for it', unit: 'count', varies: true },
  waves: { name: 'waves for it', unit: 'count', varies: true },
  warm: { name: 'a further word, median', unit: 'milliseconds', varies: true },
  warmWhole: { name: 'and its whole answer', unit: 'milliseconds', varies: true },
};

/**
 * Visits a page as if for the first time, over a slow network and with a slow processor, and searches.
 *
 * @param browser with an empty cache for each visit
 * @param address the page’s
 * @param searching how
 * @param questions the first one, and further ones
 */
export async function searchFirst(
  browser: Browser,
  address: string,
  searching: Searching,
  [first, ...further]: readonly string[],
): Promise<FirstHit> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const wire = await Wire.of(page);
    await slowDown(await context.newCDPSession(page));
    await page.goto(address);
    const scripts = await wire.traffic(new Set());
    const loaded = wire.mark();
    const found = await page.evaluate(findFirst, { ...searching, words: first! });
    const answered = wire.mark();
    const { bytes, requests, waves } = await wire.traffic(loaded, answered);
    const visit = {
      time: found.first,
      whole: found.whole,
      bytes,
      withScripts: scripts.bytes + bytes,
      requests,
      waves,
    };
    const times: Finding[] = [];
    for (const words of further) {
      await page.waitForTimeout(PAUSE);
      times.push(await page.evaluate(findFirst, { ...searching, words }));
    }
    if (times.length === 0) return visit;
    const warm = median(times.map((each) => each.first));
    return { ...visit, warm, warmWhole: median(times.map((each) => each.whole)) };
  } finally {
    await context.close();
  }
}
