import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { annotatedByHand } from '../../src/bench/by-hand.ts';
import { filesIn } from '../../src/bench/entry.ts';
import { storedFor } from '../../src/bench/stored.ts';
import { readContent } from '../../src/build/content.ts';
import { launchChromium } from '../support/browser.ts';
import { inPage, openReading } from '../support/reading-page.ts';

/** What a reader has to load. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const FONTS = 70_000;
/** Of the passage that is cited. */
const PASSAGE = 'p3s1';
/** How many times the same words by hand: what is reached, so that it grows no more unseen. The aim is 1.6. */
const OF_BY_HAND = 1.9;

/**
 * What a reader may do, and the most that the scripts for it weigh in bytes, compressed, beside those that were there
 * before; style sheets that come in them are counted. What is reached, so that it grows no more unseen: the aim is
 * 8 kB for reading, citing and verdicts together.
 */
const JOURNEYS: {
  what: string;
  most: number;
  files: number;
  address: string;
  act?: (page: Page) => Promise<unknown>;
}[] = [
  { what: 'reading', most: 5900, files: 2, address: '' },
  {
    what: 'pressing ¶ and copying',
    most: 8150,
    files: 3,
    address: '',
    act: async (page) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('a.pn[data-passage=p3]')!.click());
      await page.locator('.refs .copies').first().click();
    },
  },
  {
    what: 'citing a note',
    most: 13_600,
    files: 4,
    address: '',
    act: async (page) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('.reading .mark')!.click());
      await page.evaluate(() => document.querySelector<HTMLElement>('.note[open] a.quote')!.click());
      await page.locator('.refs .copies').first().waitFor();
    },
  },
  {
    what: 'selecting words and citing them',
    most: 13_600,
    files: 4,
    address: '',
    act: async (page) => {
      await page.evaluate(
        (passage) =>
          getSelection()!.setBaseAndExtent(
            document.getElementById(passage)!,
            0,
            document.getElementById(passage)!.firstChild!,
            1,
          ),
        PASSAGE,
      );
      await page.locator('.offer button').click();
      await page.locator('.refs .copies').first().waitFor();
    },
  },
  {
    what: 'arriving at a passage that is what it was',
    most: 3800,
    files: 2,
    address: `?v=0a743c4#${PASSAGE}`,
    act: (page) => page.locator('.vd[data-cited=whole]').waitFor(),
  },
  {
    what: 'arriving at one that is not',
    most: 13_600,
    files: 5,
    address: `?v=0000000#${PASSAGE}`,
    act: (page) => page.locator('.vd[data-cited=sparse]').waitFor(),
  },
];

test.each(JOURNEYS)(
  'the scripts for $what are at most $most bytes in $files files, compressed',
  async ({ most, files, address, act }) => {
    const bodies = await scriptsOf(address, act);
    const before = act ? await scriptsOf('') : new Map<string, Buffer>();
    const sizes = [...bodies].filter(([url]) => !before.has(url)).map(([, body]) => compressedSize(body));
    expect(sum(sizes), sizes.join(' + ')).toBeGreaterThan(0);
    expect(sum(sizes), sizes.join(' + ')).toBeLessThanOrEqual(most);
    expect(sizes.length).toBeLessThanOrEqual(files);
  },
);

/** The scripts that come with the text of the edition and what is done there, by their addresses. */
async function scriptsOf(
  address: string,
  act?: (page: Page) => Promise<unknown>,
): Promise<Map<string, Buffer>> {
  const bodies = new Map<string, Promise<Buffer>>();
  await inPage(
    browser,
    { viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] },
    async (page) => {
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') bodies.set(response.url(), response.body());
      });
      await openReading(page, `${inject('edition')}peace-deal/${address}`);
      await act?.(page);
      await page.waitForLoadState('networkidle');
      await Promise.all(bodies.values());
    },
  );
  return new Map(await Promise.all([...bodies].map(async ([url, body]) => [url, await body] as const)));
}

/** What comes after the page, when it is idle, so that it can be read offline: no page's cost, but a reader's all the same. */
test.each([
  { what: 'what registers the worker', file: /^assets\/offline\..*\.js$/, most: 500 },
  { what: 'what tells of a newer site', file: /^assets\/newer\..*\.js$/, most: 550 },
  { what: 'the worker', file: /^sw\.js$/, most: 3100 },
])('$what is at most $most bytes, compressed, and counted apart', ({ file, most }) => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => file.test(name));
  expect(files).toHaveLength(1);
  expect(compressedSize(readFileSync(path.join('dist', files[0]!)))).toBeLessThanOrEqual(most);
});

test('what a first visit to the edition stores is at most 2.4 MB in 640 files, compressed, and comes after the page', async () => {
  const stored = await storedFor(filesIn('dist'), 'peace-deal');
  expect(stored!.bytes).toBeLessThanOrEqual(2.4e6);
  expect(stored!.files).toBeLessThanOrEqual(640);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${inject('edition')}peace-deal/`, { waitUntil: 'load' });
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
    const { loaded, asked: first } = await page.evaluate(() => ({
      loaded: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventStart,
      asked: performance.getEntriesByType('resource').find(({ name }) => name.includes('/offline.'))!
        .startTime,
    }));
    expect(first).toBeGreaterThanOrEqual(loaded);
    // Of all that it stores the page itself asks for nothing but what registers it.
    const scripts = asked.filter((address) => address.endsWith('.js'));
    expect(scripts).toHaveLength(3);
    expect(scripts[2]).toMatch(/\/assets\/offline\./);
  } finally {
    await context.close();
  }
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
