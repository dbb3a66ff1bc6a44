import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { HOSTILE } from '../support/hostile.ts';
import { ask, complaintsOf, hitsIn, openSearch, urlOf } from '../support/search-page.ts';

/** Words that look like an attack, in the index and in the address, under the production headers. */
let browser: Browser;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  complaints = complaintsOf(page);
});
afterAll(() => browser.close());
beforeEach(() => page.goto(`${inject('worst')}search/`));

/** The words of a group's first hit, brought into view: those above it grow as they come. */
async function firstSeen(group: string) {
  const hit = hitsIn(page, group).first();
  await hit.scrollIntoViewIfNeeded();
  return hit.textContent();
}

async function expectHarmless() {
  expect(await page.title()).toMatch(/ – Postil$/);
  expect(await page.locator('.res :is(img, script, iframe, object, embed)').count()).toBe(0);
  const links = await page
    .locator('.res a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  expect(new Set(links)).toEqual(new Set(['http:']));
  expect(complaints).toEqual([]);
}

async function expectNoSidewaysScrolling() {
  const [scroll, client] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(scroll).toBe(client);
}

describe('in the index', () => {
  test.each([
    ['vandal', HOSTILE.image],
    ['somebody', HOSTILE.script],
    ['pilot laughed', HOSTILE.address],
    ['clerk aloud', HOSTILE.override],
    ['spelt breath', HOSTILE.word],
  ])('a hit for %s is shown letter for letter', async (words, shown) => {
    // Of evidence a stretch is shown: of a very long word, its beginning or nothing.
    const quoted = shown === HOSTILE.word ? 'He spelt' : shown;
    await ask(page, words);
    await expect.poll(() => firstSeen('In the text')).toContain(shown);
    await expect.poll(() => firstSeen('In the evidence')).toContain(quoted);
    await expectNoSidewaysScrolling();
    await expectHarmless();
  });

  test('what turns letters round does so in its own sentence alone', async () => {
    await ask(page, 'clerk aloud');
    const kept = await hitsIn(page, 'In the text')
      .first()
      .locator('.hq')
      .evaluate((words) => [words.getAttribute('dir'), getComputedStyle(words).unicodeBidi]);
    expect(kept[0] === 'auto' || kept[1] === 'isolate').toBe(true);
  });
});

describe('in the address', () => {
  test.each([
    HOSTILE.image,
    HOSTILE.script,
    HOSTILE.address,
    HOSTILE.override,
    HOSTILE.word,
    '"',
    '"" "',
    '€',
    '\0',
  ])('a question %# is text', async (words) => {
    await openSearch(page, urlOf(inject('worst'), words.slice(0, 1500)));
    await expectNoSidewaysScrolling();
    await expectHarmless();
  });

  test('filters that do not exist are not in the way', async () => {
    await openSearch(
      page,
      `${urlOf(inject('worst'), 'vandal')}&status=__proto__&kind=constructor&none=x&sort=evil`,
    );
    await expectHarmless();
  });
});
