import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { answered, ask, hitsIn } from '../support/search-page.ts';

/** What becomes of a search when the network or the host fails it. */
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await page.goto(`${inject('edition')}search/`);
});
afterEach(() => context.close());

const missing = (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' });
const garbled = (route: Route) =>
  route.fulfill({ status: 200, body: 'This is no index at all. '.repeat(40) });
const field = () => page.getByRole('searchbox');
const retry = () => page.locator('.retry');

/** The page can be used: the field takes words, the list of all notes is there, and asking again helps. */
async function expectUsable(words: string) {
  expect(await field().inputValue()).toBe(words);
  expect(await page.locator('.all .hit').first().isVisible()).toBe(true);
}

async function expectRecovery(words: string) {
  await page.unrouteAll({ behavior: 'wait' });
  await retry().click();
  await answered(page, words);
  await hitsIn(page).first().waitFor();
  await expect.poll(() => retry().count()).toBe(0);
}

describe('an index that cannot be had', () => {
  test.each([
    ['has no script', '**/pagefind.js*', missing],
    ['has a garbled script', '**/pagefind.js*', garbled],
    ['has a garbled entry', '**/pagefind-entry.json*', garbled],
    ['has nothing to show', '**/pack-0.json', missing],
    ['has garbled metadata', '**/*.pf_meta', garbled],
    ['has garbled code', '**/wasm.*.pagefind', garbled],
    ['is cut off by the network', '**/pagefind/**', (route: Route) => route.abort()],
  ])('and %s: the page says so, offers the list, and recovers', async (_, pattern, answer) => {
    await page.route(pattern, answer);
    await field().fill('Geneva');
    await retry().waitFor();
    await expectUsable('Geneva');
    expect(await page.locator('.sum').innerText()).toMatch(/index could not be loaded/);
    await expectRecovery('Geneva');
  });

  test('and is gone, as after a new build: the page says that it is older than the site', async () => {
    await page.route('**/pagefind/**', missing);
    await field().fill('Geneva');
    await page.locator('.sum', { hasText: 'older than the site' }).waitFor();
    await expectUsable('Geneva');
    await page.unrouteAll({ behavior: 'wait' });
    await page
      .locator('.sum')
      .getByRole('link', { name: /reload/i })
      .click();
    await answered(page, 'Geneva');
    await hitsIn(page).first().waitFor();
  });

  test.each([
    ['missing', missing],
    ['garbled', garbled],
  ])('a part of the index that is %s is told of, never taken for an answer', async (_, answer) => {
    await page.route('**/*.pf_index', answer);
    await field().fill('Geneva');
    await retry().waitFor();
    expect(await page.locator('.sum').innerText()).not.toContain('is found neither');
    await expectRecovery('Geneva');
  });

  test('a facet’s part that is missing is told of, too', async () => {
    await page.route('**/facet-*.json', missing);
    await page.goto(`${inject('edition')}search/?year=2025`);
    await retry().waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await retry().click();
    await hitsIn(page).first().waitFor();
  });
});

test('an index that is slow to come is not waited for: the list of notes answers, and says so', async () => {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/pagefind/**', async (route) => {
    await free;
    await route.continue();
  });
  const all = page.locator('.all .hit');
  const whole = await all.count();
  await field().fill('geneva');
  await page.locator('.sum', { hasText: 'are being searched' }).waitFor();
  const words = await all.filter({ visible: true }).allInnerTexts();
  expect(words.length).toBeGreaterThan(0);
  expect(words.length).toBeLessThan(whole);
  for (const each of words) expect(each).toMatch(/Geneva/);
  await field().fill('zyzzyva');
  await page.locator('.sum', { hasText: 'no note of the list' }).waitFor();
  expect(await page.locator('.all h3').filter({ visible: true }).count()).toBe(0);
  await field().fill('');
  await expect.poll(() => all.filter({ visible: true }).count()).toBe(whole);
  await field().fill('geneva');
  letGo();
  await answered(page, 'geneva');
  await hitsIn(page).first().waitFor();
  expect(await page.locator('.all').isVisible()).toBe(false);
});

test('a part of the index that is slow to come is not waited for: what is at hand answers, and says that there may be more', async () => {
  await ask(page, 'Kyslytsya');
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/*.pf_index', async (route) => {
    await free;
    await route.continue();
  });
  const sum = page.locator('.sum');
  await field().fill('Geneva');
  await page.locator('.sum', { hasText: 'The rest is being searched' }).waitFor();
  expect(await sum.innerText()).toMatch(/^Geneva is found in /);
  const atHand = await hitsIn(page).allInnerTexts();
  for (const each of atHand) expect(each).toContain('Geneva');
  letGo();
  await answered(page, 'Geneva');
  await expect.poll(() => sum.innerText()).not.toContain('being searched');
  const all = await hitsIn(page).allInnerTexts();
  expect(all.length).toBeGreaterThan(atHand.length);
  expect([...atHand].sort()).toEqual(all.filter((each) => atHand.includes(each)).sort());
});

describe('what is shown of a hit', () => {
  test('and is missing is told in its place, and is there when asked for again', async () => {
    await page.route('**/details-*.json', missing);
    await ask(page, 'Reuters');
    const evidence = hitsIn(page, 'In the evidence').first();
    await evidence.scrollIntoViewIfNeeded();
    await evidence.getByText('could not be loaded').waitFor();
    expect(await hitsIn(page, 'In the text').first().innerText()).toContain('Reuters');
    await page.unrouteAll({ behavior: 'wait' });
    await ask(page, 'Geneva');
    await ask(page, 'Reuters');
    await evidence.scrollIntoViewIfNeeded();
    await evidence.locator('.hq', { hasText: /\w/ }).waitFor();
    expect(await evidence.innerText()).not.toContain('could not be loaded');
  });
});

describe('the network', () => {
  test('killed between keystrokes: it is said, and what was typed stands; back, the answer comes', async () => {
    await ask(page, 'Gen');
    await context.setOffline(true);
    await field().press('End');
    await page.keyboard.type('eva Kyslytsya');
    await retry().waitFor();
    expect(await field().inputValue()).toBe('Geneva Kyslytsya');
    const before = await retry().elementHandle();
    await field().fill('Kyslytsya');
    // Else the network may be back before that is asked, and nothing is left to try again.
    await expect.poll(() => before.evaluate((button) => button.isConnected)).toBe(false);
    await retry().waitFor();
    await context.setOffline(false);
    await retry().click();
    await answered(page, 'Kyslytsya');
    await hitsIn(page, 'In the text').first().waitFor();
  });

  test('slow: the answer to an earlier question never takes the place of a later one', async () => {
    await ask(page, 'Geneva');
    const held: Route[] = [];
    await page.route('**/pagefind/**', (route) => void held.push(route));
    await field().fill('Kyslytsya');
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await field().fill('Geneva');
    await answered(page, 'Geneva');
    // An answer is drawn group by group, and this is the last.
    await hitsIn(page, 'In the evidence').first().waitFor();
    const shown = () =>
      hitsIn(page).evaluateAll((hits) => hits.map((hit) => (hit as HTMLElement).dataset.ordinal));
    const before = await shown();
    await Promise.all(held.map((route) => route.continue()));
    await page.waitForTimeout(500);
    expect(await shown()).toEqual(before);
    expect(await page.locator('.sum').innerText()).toContain('Geneva');
  });
});
