import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { annotatedByHand } from '../../src/bench/by-hand.ts';
import { readContent } from '../../src/build/content.ts';
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
/** How many times the same words by hand: what is reached, so that it grows no more unseen. The aim is 1.6. */
const OF_BY_HAND = 1.9;

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

test('the page of the edition weighs less than twice its words, notes and evidence by hand, compressed', async () => {
  const { readings, sources } = readContent();
  const reading = readings.find(({ slug }) => slug === 'peace-deal')!;
  await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'font') bodies.push(response.body());
    });
    await openReading(page, `${inject('edition')}peace-deal/`);
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(bodies)).map(compressedSize);
    const byHand = compressedSize(Buffer.from(annotatedByHand(reading, sources)));
    expect(sum(sizes) / byHand, `${sizes.join(' + ')} over ${byHand}`).toBeLessThanOrEqual(OF_BY_HAND);
  });
});

test.each([
  { what: 'text', address: 'peace-deal/', scripts: ['.js', '.js'] },
  { what: 'note', address: 'peace-deal/notes/kyslytsya-title/', scripts: ['.js'] },
])(
  'the page of a $what is seen with its first answer: nothing else is waited for, and $scripts.length come later',
  async ({ address, scripts }) => {
    for (const width of [390, 1440])
      await inPage(browser, { viewport: { width, height: 900 } }, async (page) => {
        await page.goto(inject('edition') + address, { waitUntil: 'networkidle' });
        const entries = await page.evaluate(() =>
          (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => ({
            name: entry.name,
            blocks: (entry as { renderBlockingStatus?: string }).renderBlockingStatus,
          })),
        );
        expect(entries.length).toBeGreaterThan(0);
        expect(entries.filter(({ blocks }) => blocks !== 'non-blocking')).toEqual([]);
        const kinds = entries.map(({ name }) => path.extname(new URL(name).pathname));
        expect(kinds.filter((kind) => kind !== '.woff2').toSorted()).toEqual(scripts);
      });
  },
);

test('what stands in each page itself is what the policy of the host names', async () => {
  const { headers } = await fetch(`${inject('edition')}peace-deal/`);
  const policy = headers.get('content-security-policy')!;
  const withStyles = ['peace-deal/', 'peace-deal/notes/kyslytsya-title/'];
  for (const address of ['', ...withStyles, 'search/', 'claims/']) {
    const html = await (await fetch(inject('edition') + address)).text();
    const standing = [
      ...html.matchAll(
        /<(?:script(?! type="application\/ld\+json"| src| type="module")[^>]*|style)>(.*?)<\/(?:script|style)>/gs,
      ),
    ];
    expect(standing.length, address).toBe(withStyles.includes(address) ? 2 : 1);
    for (const [, text] of standing) {
      const digest = createHash('sha256').update(text!).digest('base64');
      expect(policy, address).toContain(`'sha256-${digest}'`);
    }
  }
});

function compressedSize(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
