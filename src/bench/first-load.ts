import type { Browser, CDPSession } from 'playwright-core';
import { loadTimes, watchLoad } from './page/watch-load.ts';
import { Wire } from './wire.ts';

/** A phone on a slow mobile network, as Lighthouse has it: bytes a second, milliseconds, and how often slower. */
const NETWORK = {
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
  latency: 562.5,
};
const SLOWER = 4;
export const VIEWPORT = { width: 412, height: 823 };

/** What the first visit to a page costs, with an empty cache, and without fonts, which are told apart. */
export interface FirstLoad {
  /** Over the wire, headers included. */
  bytes: number;
  document: number;
  styles: number;
  scripts: number;
  fonts: number;
  requests: number;
  /** Requests that must have come before anything is painted. */
  beforePaint: number;
  /** Milliseconds since the page was asked for: the first paint of something, and of the largest that is seen. */
  firstPaint: number;
  largestPaint: number;
  /** Milliseconds by which tasks were longer than 50. */
  blocked: number;
  /** Cumulative layout shift, without unit. */
  shift: number;
  elements: number;
  /** Of scripts, after everything that can go is gone. */
  heap: number;
}

/**
 * Loads a page as if for the first time, over a slow network and with a slow processor, until nothing more comes.
 *
 * @param browser with an empty cache for each visit
 * @param address the page’s
 * @throws when there is none
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
export async function loadFirst(browser: Browser, address: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const wire = await Wire.of(page);
    await slowDown(session);
    await page.addInitScript(watchLoad);
    const response = await page.goto(address, { waitUntil: 'load' });
    if (!response?.ok()) throw new Error(`${address} is no page: ${response?.status()}.`);
    const transfers = await wire.all();
    const bytesOf = (...types: string[]) =>
      transfers.filter(({ type }) => types.includes(type)).reduce((sum, { bytes }) => sum + bytes, 0);
    const fonts = bytesOf('Font');
    return {
      bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0) - fonts,
      document: bytesOf('Document'),
      styles: bytesOf('Stylesheet'),
      scripts: bytesOf('Script'),
      fonts,
      requests: transfers.filter(({ type }) => type !== 'Font').length,
      ...(await page.evaluate(loadTimes)),
      elements: await page.locator('*').count(),
      heap: await heapOf(session),
    };
  } finally {
    await context.close();
  }
}

/** Makes a page’s network and processor those of a phone. */
export async function slowDown(session: CDPSession) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
