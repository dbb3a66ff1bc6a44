import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { inPage, openReading } from '../support/reading-page.ts';

/** What a reader has to load. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const SCRIPTS = 6000;
const FONTS = 70_000;

test('the scripts of a reading are at most 6 kB, compressed', async () => {
  await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') bodies.push(response.body());
    });
    await openReading(page, `${inject('edition')}peace-deal/`);
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(bodies)).map(compressedSize);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sum(sizes), sizes.join(' + ')).toBeLessThanOrEqual(SCRIPTS);
  });
});

test('all fonts together are at most 70 kB', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(woff2?|ttf|otf)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(sum(files.map((file) => statSync(path.join('dist', file)).size))).toBeLessThanOrEqual(FONTS);
});

function compressedSize(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
