import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/build/server.ts';
import { launchChromium } from '../support/browser.ts';
import { answered, ask } from '../support/search-page.ts';
import { EDITION } from '../support/sites.ts';

/** What a search costs, as the browser's own network log has it: all that comes over the wire, headers too. */
const FIRST = 110_000;
const SECOND = 6000;
/** As a host compresses beforehand. */
const BROTLI_QUALITY = 11;

/** Questions after each of which the next one is asked. */
const QUESTIONS = [
  'Geneva',
  'Kyslytsya',
  '140 billion',
  'Reuters',
  'amnesty',
  'Euroclear',
  'elephant',
  '"security guarantees"',
  'frozen assets Belgium',
  'Kremlin ceasefire',
];

let browser: Browser;
let server: Server;
let site: string;
beforeAll(async () => {
  browser = await launchChromium();
  server = serveSite(EDITION.dist, EDITION.base, BROTLI_QUALITY);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('over the wire', () => {
  test.each(QUESTIONS.map((first, index) => ({ first, second: QUESTIONS[(index + 1) % QUESTIONS.length]! })))(
    'on the page, the first result, for $first, is at most 110 kB, and then $second at most 6 kB',
    async ({ first, second }) => {
      const costs = await costsOf('search/', (page) => [() => ask(page, first), () => ask(page, second)]);
      expect(costs[0], 'first').toBeLessThanOrEqual(FIRST);
      expect(costs[1], 'second').toBeLessThanOrEqual(SECOND);
    },
  );

  test('in the dialog over a reading, with its code, the same', async () => {
    const costs = await costsOf('peace-deal/', (page) => [
      async () => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('Geneva');
        await answered(page, 'Geneva');
      },
      () => ask(page, 'Kyslytsya'),
    ]);
    expect(costs[0], 'first').toBeLessThanOrEqual(FIRST);
    expect(costs[1], 'second').toBeLessThanOrEqual(SECOND);
  });

  test.each(['search/', 'peace-deal/', ''])(
    'nothing of it before the reader asks, at “/%s”',
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(site + path, { waitUntil: 'networkidle' });
      expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
      await page.close();
    },
  );
});

test('what a question needs is on its way as soon as the reader goes to the field', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  await page.getByRole('searchbox').focus();
  const needed = ['pagefind.js', 'pack-0.json', 'pagefind-entry.json', 'wasm.en.pagefind', '.pf_meta'];
  await expect.poll(() => needed.filter((name) => !asked.some((url) => url.includes(name)))).toEqual([]);
  const before = asked.length;
  await ask(page, 'Geneva');
  const later = asked.slice(before);
  expect(later.filter((url) => needed.some((name) => url.includes(name)))).toEqual([]);
  expect(later.some((url) => url.includes('.pf_index'))).toBe(true);
  await page.close();
});

test('when its scripts are there, less than half of the page is styled again', async () => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  // They are held back until the page has been drawn.
  let release = () => {};
  const drawn = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await drawn;
    await route.continue();
  });
  await page.goto(`${site}search/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const styled = await styledWhile(page, async () => {
    release();
    await page.locator('.res > .sum').waitFor({ state: 'attached' });
  });
  expect(styled).toBeGreaterThan(0);
  expect(styled).toBeLessThan((await page.locator('*').count()) / 2);
  await context.close();
});

test('where there is one text, its hits do not name it, and no other is waited for', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  const said = await page.evaluate(() => {
    const all: string[] = [];
    const note = () => all.push(document.querySelector('.sum')?.textContent ?? '');
    new MutationObserver(note).observe(document.querySelector('.res')!, { childList: true, subtree: true });
    return Object.assign(window, { said: all }).said.length;
  });
  expect(said).toBe(0);
  await ask(page, 'Geneva');
  const hit = page.locator('.hits .hit .loc').first();
  await hit.waitFor();
  expect(await hit.innerText()).toMatch(/^¶\d+\s+sentence \d+\s+: Though recent Geneva/);
  const told = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(told.some((words) => words.includes('Geneva'))).toBe(true);
  expect(told.filter((words) => words.includes('other languages'))).toEqual([]);
  await page.close();
});

/** @returns bytes that came over the wire in each of the steps, and until nothing came any more */
async function costsOf(path: string, stepsOf: (page: Page) => (() => Promise<void>)[]): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const received = await counting(session);
  await page.goto(site + path, { waitUntil: 'networkidle' });
  const costs: number[] = [];
  for (const step of stepsOf(page)) {
    const before = received();
    await step();
    await quiet(received);
    costs.push(received() - before);
  }
  await context.close();
  return costs;
}

/**
 * @returns how many elements were styled while something was done, and in the frame after it
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Tracing/
 */
async function styledWhile(page: Page, done: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let styled = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, args } of value as unknown as StyleTrace[])
      if (name === 'Document::updateStyle') styled += args.counters.elementsStyled;
  });
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['blink'] } });
  await done();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  return styled;
}

/** What Chromium tells of one styling. */
interface StyleTrace {
  name: string;
  args: { counters: { elementsStyled: number } };
}

/** @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#event-loadingFinished */
async function counting(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => bytes;
}

/** Waits until for a while nothing has come. */
async function quiet(received: () => number) {
  const WHILE = 600;
  for (let before = -1; before !== received();) {
    before = received();
    await new Promise((resolve) => setTimeout(resolve, WHILE));
  }
}
