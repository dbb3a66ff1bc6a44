import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { notePath, sourcePath } from '../../src/core/address.ts';
import { citedSources } from '../../src/core/site.ts';
import { launchChromium } from '../support/browser.ts';
import { stored } from '../support/deployment.ts';
import { readings } from '../support/pages.ts';

/** The fonts: how much they weigh, and that nothing moves whether they come in time or late. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Milliseconds by which every font is late. */
const LATE = 2000;

/** Milliseconds after which what is waited for hangs. */
const HANGING = 60_000;

/** Bytes of all fonts together. */
const FONT_BUDGET = 70_000;

const [edition] = readings();
const lists = ['', 'claims/', 'figures/', 'sources/', 'timeline/', 'search/', 'about/', 'colophon/'];
const pages = [
  ...lists,
  `${edition!.slug}/cite/`,
  notePath(edition!, edition!.annotations.find(({ evidence }) => evidence.some(({ lang }) => lang))!.id),
  sourcePath(citedSources(edition!)[0]!),
];

describe.each([390, 820, 1440])('at %i px no page moves', (width) => {
  test.each([
    { late: 0, when: 'while its scripts take hold' },
    { late: LATE, when: 'when its fonts come two seconds late' },
  ])('$when', async ({ late }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: 'dark' });
    if (late > 0) {
      await context.route('**/*.woff2', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, late));
        await route.continue();
      });
    }
    const moved = await Promise.all(
      pages.map(async (address) => {
        const page = await context.newPage();
        await page.goto(inject('edition') + address, { waitUntil: 'networkidle' });
        return { address, shift: await layoutShift(page) };
      }),
    );
    await context.close();
    expect(moved.filter(({ shift }) => shift !== 0)).toEqual([]);
  });
});

const READING = `${edition!.slug}/`;
/** Of a reading in every window. */
const WORDS = ['h1', 'nav a', '.paragraph p'];
const PHONE = { viewport: { width: 390, height: 844 } };
/** Of a distant host: milliseconds there and back; -1 is a throughput without limit. */
const FAR = { offline: false, latency: 600, downloadThroughput: -1, uploadThroughput: -1 };

test.each([
  { viewport: { width: 1280, height: 720 }, words: [...WORDS, '.gist'] },
  { ...PHONE, words: WORDS },
])('the words stand in the fonts of the site at $viewport.width px', async ({ viewport, words }) => {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(inject('edition') + READING);
  expect(await otherFonts(page, words)).toEqual([]);
  await context.close();
});

describe('on a phone far from its host', () => {
  test('no font is asked for; on later pages those that were stored are seen', async () => {
    const context = await browser.newContext({ ...PHONE, serviceWorkers: 'allow' });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', FAR);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.push(request.url());
    });
    await page.goto(inject('edition') + READING);
    await stored(page, edition!.slug);
    expect(asked).toEqual([]);
    expect(await otherFonts(page, WORDS)).not.toEqual([]);

    await page.goto(inject('edition') + notePath(edition!, edition!.annotations[0]!.id));
    expect(asked).not.toEqual([]);
    // Even what is stored may come too late for one page: it is shown on those for which it comes in time.
    const shown = async () => {
      await page.reload({ waitUntil: 'networkidle' });
      return otherFonts(page, ['h1', 'nav a', '.row p']);
    };
    await expect.poll(shown, { timeout: HANGING }).toEqual([]);
    await context.close();
  });
});

/** What words are drawn in that is no font of the site. */
async function otherFonts(page: Page, selectors: readonly string[]): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: 0 });
  const others: string[] = [];
  for (const selector of selectors) {
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.length, selector).toBeGreaterThan(0);
    for (const { isCustomFont, familyName } of fonts)
      if (!isCustomFont) others.push(`${selector}: ${familyName}`);
  }
  return others;
}

test('the fonts weigh at most 70 kB together', () => {
  const folder = 'dist/assets';
  const fonts = readdirSync(folder).filter((file) => file.endsWith('.woff2'));
  const bytes = fonts.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  expect(fonts).not.toEqual([]);
  expect(bytes).toBeLessThanOrEqual(FONT_BUDGET);
});

/** What has moved on the page since it was first drawn: the sum of the browser's own entries. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // Entries of the last frame come with the one after it.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}
