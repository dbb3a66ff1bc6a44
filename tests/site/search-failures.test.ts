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
    ['is not there, as after a new build', '**/pagefind/**', missing],
    ['has no script', '**/pagefind.js*', missing],
    ['has a garbled script', '**/pagefind.js*', garbled],
    ['has no entry', '**/pagefind-entry.json*', missing],
    ['has garbled metadata', '**/*.pf_meta', garbled],
    ['has garbled code', '**/wasm.*.pagefind', garbled],
    ['is cut off by the network', '**/pagefind/**', (route: Route) => route.abort()],
  ])('and %s: the page says so, offers the list, and recovers', async (_, pattern, answer) => {
    await page.route(pattern, answer);
    await field().fill('Geneva');
    await retry().waitFor();
    await expectUsable('Geneva');
    expect(await page.locator('.sum').innerText()).toMatch(/index could not be loaded|older than the site/);
    await expectRecovery('Geneva');
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

describe('what is shown of the hits', () => {
  test.each(['**/pack-*.json', '**/details-*.json'])(
    'and is missing (%s) leaves the others, and the page, as they are',
    async (pattern) => {
      await page.route(pattern, missing);
      await field().fill('Reuters');
      await page
        .getByText(/could not be loaded/)
        .first()
        .waitFor();
      await expectRecovery('Reuters');
      await ask(page, 'Geneva');
      await hitsIn(page, 'In the text').first().waitFor();
    },
  );
});

describe('the network', () => {
  test('killed between keystrokes: it is said, and what was typed stands; back, the answer comes', async () => {
    await ask(page, 'Gen');
    await context.setOffline(true);
    await field().press('End');
    await page.keyboard.type('eva Kyslytsya');
    await retry().waitFor();
    expect(await field().inputValue()).toBe('Geneva Kyslytsya');
    await field().fill('Kyslytsya');
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
    const before = await page.locator('.hits').innerText();
    await Promise.all(held.map((route) => route.continue()));
    await page.waitForTimeout(500);
    expect(await page.locator('.hits').innerText()).toBe(before);
    expect(await page.locator('.sum').innerText()).toContain('Geneva');
  });
});
