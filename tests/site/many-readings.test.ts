import type { Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { MANY, serveMany } from '../support/many.ts';
import { overflow } from '../support/overflow.ts';
import { answered, ask, complaintsOf, hitsIn } from '../support/search-page.ts';

/** A site of more readings than a front can tell of, in several languages. */
let browser: Browser;
let server: Server;
let site: string;
beforeAll(async () => {
  browser = await launchChromium();
  ({ server, site } = await serveMany());
}, 480_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

const [first] = MANY.readings;
const slug = first!.slug;
const pages = [
  '',
  'claims/',
  `${slug}/claims/`,
  'sources/',
  `${slug}/sources/`,
  'figures/',
  'search/',
  `${slug}/`,
];

describe.each([
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme,', ({ width, colorScheme }) => {
  test.each(pages)('/%s fits, and axe has nothing to say', async (place) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(site + place);
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a search over several languages', () => {
  let context: BrowserContext;
  let page: Page;
  beforeEach(() => open('en-GB'));
  afterEach(() => context.close());

  const AWAITED = 'The texts in other languages are being asked.';
  const german = '**/pagefind/*/de/**';
  const sum = () => page.locator('.sum');
  /** Words that texts of each language have. */
  const word = 'billion';

  async function open(locale: string) {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
    page = await context.newPage();
    await page.goto(`${site}search/`);
  }

  /** Keeps an index back until it is let go. */
  async function holdBack(pattern: string): Promise<() => void> {
    let letGo = () => {};
    const free = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(pattern, async (route) => {
      await free;
      await route.continue();
    });
    return letGo;
  }

  test('answers from the reader’s own, and goes on to the others without moving what is there', async () => {
    const letGo = await holdBack(german);
    await ask(page, word);
    await sum().getByText(AWAITED).waitFor();
    const before = await hitsIn(page).count();
    const hit = hitsIn(page).first().getByRole('link').first();
    await hit.focus();
    const place = await hit.evaluate((link) => link.getBoundingClientRect().top);
    letGo();
    await expect.poll(() => sum().innerText()).not.toContain(AWAITED);
    expect(await hit.evaluate((link) => document.activeElement === link)).toBe(true);
    const moved = (await hit.evaluate((link) => link.getBoundingClientRect().top)) - place;
    expect(Math.abs(moved)).toBeLessThan(80);
    expect(await hitsIn(page).count()).toBeGreaterThanOrEqual(before);
  });

  test('begins with the language that the browser asks for', async () => {
    await context.close();
    await open('de-AT');
    const letGo = await holdBack('**/pagefind/*/en/**');
    await ask(page, word);
    await sum().getByText(AWAITED).waitFor();
    expect(await hitsIn(page).first().locator('[lang|="de"]').count()).toBeGreaterThan(0);
    letGo();
    await expect.poll(() => sum().innerText()).not.toContain(AWAITED);
  });

  test('waits for the others where its first finds nothing', async () => {
    const only = wordsOnlyIn('de');
    await ask(page, only);
    expect(await sum().innerText()).not.toContain(AWAITED);
    expect(await hitsIn(page).count()).toBeGreaterThan(0);
  });

  test('keeps what it has where another cannot be had, says so, and asks it again', async () => {
    await page.route(german, (route) => route.abort());
    await ask(page, word);
    await page.locator('.retry').waitFor();
    expect(await hitsIn(page).count()).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: 'wait' });
    await page.locator('.retry').click();
    await expect.poll(() => page.locator('.retry').count()).toBe(0);
    await answered(page, word);
  });

  test('opens its first hit on Enter while others are still asked', async () => {
    await page.goto(`${site}${englishReading()}/`);
    const letGo = await holdBack(german);
    await page.keyboard.press('/');
    const dialog = page.locator('dialog.sd');
    await dialog.getByRole('searchbox').fill(word);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#/);
    letGo();
  });
});

function englishReading(): string {
  return MANY.readings.find(({ language }) => language.startsWith('en'))!.slug;
}

/** A word of the texts in one language that those of no other have. */
function wordsOnlyIn(language: string): string {
  const wordsOf = (isOwn: boolean) =>
    new Set(
      MANY.readings
        .filter((reading) => reading.language.startsWith(language) === isOwn)
        .flatMap(({ blocks, annotations }) => [
          ...blocks.map(({ text }) => text),
          ...annotations.map(({ finding }) => finding),
        ])
        .flatMap((text) => text.toLowerCase().match(/\p{L}{8,}/gu) ?? []),
    );
  const others = [...wordsOf(false)].join(' ');
  return [...wordsOf(true)].find((each) => !others.includes(each.slice(0, 6)))!;
}
