import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { notePath, sourcePath } from '../../src/core/address.ts';
import { citedSources } from '../../src/core/site.ts';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';

/** The fonts: how much they weigh, and that nothing moves whether they come in time or late. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Milliseconds by which every font is late. */
const LATE = 2000;

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

test('the words stand in the fonts of the site', async () => {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  await page.goto(`${inject('edition')}${edition!.slug}/`);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: 0 });
  for (const selector of ['h1', '.gist', '.paragraph p']) {
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.length, selector).toBeGreaterThan(0);
    expect(
      fonts.filter(({ isCustomFont }) => !isCustomFont),
      selector,
    ).toEqual([]);
  }
  await page.close();
});

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
