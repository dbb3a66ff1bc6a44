import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';

/** The reader's journeys with JavaScript, under the production headers. */
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
});
afterAll(() => browser.close());

const [reading] = readings();
const at = (path: string) => inject('edition') + path;
const hits = () => page.locator('.hits .hit');

async function searchFor(words: string) {
  await page.goto(at('search/'));
  await page.getByRole('searchbox').fill(words);
  await page.locator('.sum', { hasText: words }).waitFor();
}

describe('search', () => {
  test('finds Kyslytsya in the text and in the notes, and a hit leads to the passage', async () => {
    await searchFor('Kyslytsya');
    expect(await page.locator('.hits h2').allInnerTexts()).toEqual([
      'In the text',
      'In the notes',
      'In the evidence',
    ]);
    expect(await hits().first().locator('mark').innerText()).toContain('Kyslytsya');
    await hits().first().locator('.loc').click();
    expect(page.url()).toBe(at('peace-deal/?q=Kyslytsya#p8s2'));
    expect(await page.locator(':target').innerText()).toContain('Sergiy Kyslytsya');
  });

  test('a hit among the notes shows the words first, then the status, and leads to the open note', async () => {
    await searchFor('ambassador');
    const hit = page.locator('.hits .hit', { has: page.locator('a[href$="#kyslytsya-title"]') });
    const words = await hit.innerText();
    expect(words.indexOf('Ukraine’s ambassador to the UN')).toBeGreaterThanOrEqual(0);
    expect(words.indexOf('Contradicted')).toBeGreaterThan(words.indexOf('Ukraine’s ambassador to the UN'));
    await hit.locator('.loc').click();
    await page.locator('[id="kyslytsya-title"]').waitFor({ state: 'visible' });
    expect(page.url()).toBe(at('peace-deal/?q=ambassador#kyslytsya-title'));
  });

  test('filters by status and kind, with counts, and keeps both in the address', async () => {
    const contested = reading!.annotations.filter(({ status }) => status === 'contested');
    await page.goto(at('search/'));
    const filter = page.locator('.filters label', { hasText: 'Contested' });
    expect(await filter.locator('.f').evaluate((stroke) => getComputedStyle(stroke).visibility)).toBe(
      'visible',
    );
    await page.getByRole('checkbox', { name: 'Contested' }).check();
    await hits().first().waitFor();
    expect(await hits().count()).toBe(contested.length);
    expect(new URL(page.url()).searchParams.getAll('status')).toEqual(['contested']);
    const figures = contested.filter(({ kind }) => kind === 'figure').length;
    expect(await page.locator('label', { hasText: 'Figure' }).locator('.ct').innerText()).toBe(
      String(figures),
    );
    await page.getByRole('checkbox', { name: 'Figure' }).check();
    await expect.poll(() => hits().count()).toBe(figures);
    await page.goBack();
    await expect.poll(() => hits().count()).toBe(contested.length);
    await page.goto(at('search/?q=Reuters&status=contested'));
    await hits().first().waitFor();
    expect(await page.getByRole('checkbox', { name: 'Contested' }).isChecked()).toBe(true);
  });

  test('finds nothing where there is nothing, and says so', async () => {
    await searchFor('wombat');
    expect(await page.locator('.sum').innerText()).toBe(
      'wombat is found neither in the text nor in the notes or the excerpts.',
    );
    expect(await hits().count()).toBe(0);
  });

  test('without its index says what is wrong, offers the list, and recovers', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(at('search/'));
    await page.getByRole('searchbox').fill('Reuters');
    await page.getByText('The index could not be loaded, so nothing was searched.').waitFor();
    expect(await page.locator('.all .hit').first().isVisible()).toBe(true);
    await page.unroute('**/pagefind/**');
    // What was refused here was refused by the test.
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((words) => !/pagefind|ERR_FAILED|Failed to fetch/i.test(words)),
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await hits().first().waitFor();
    expect(await page.locator('.all').isVisible()).toBe(false);
  });

  test('nothing of the index is loaded before the reader asks', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(at('search/'), { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  });
});

describe('search over the text', () => {
  const sheet = () => page.locator('dialog.sd');

  test('opens by a key, goes by the arrows, and leads back to where the reader was', async () => {
    await page.goto(at('peace-deal/#p9'));
    await page.locator('.laid').waitFor({ state: 'attached' });
    const mark = page.locator('[id="p9"] .mark').first();
    await mark.focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('/');
    await sheet().getByRole('searchbox').waitFor();
    await page.keyboard.type('Geneva');
    await sheet().locator('.hits .hit').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('.hit a.loc'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.matches('dialog input'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await sheet().isVisible()).toBe(false);
    expect(await mark.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test('a hit on the same page is gone to without leaving it, and its words are marked there', async () => {
    await page.evaluate(() => document.body.setAttribute('data-stays', ''));
    await page.keyboard.press('Control+k');
    await sheet().locator('.hit a.loc[href$="#nineteen-point-framework"]').first().click();
    const bar = page.getByRole('region', { name: 'What was searched' });
    await bar.getByText('Geneva is marked here.').waitFor();
    expect(await page.locator('[data-stays]').count()).toBe(1);
    expect(page.url()).toBe(at('peace-deal/?q=Geneva#nineteen-point-framework'));
    expect(await page.locator('[id="nineteen-point-framework"]').isVisible()).toBe(true);
    const words = await page.evaluate(() => [...CSS.highlights.get('found')!].map(String));
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words)).toEqual(new Set(['Geneva']));
    await bar.getByRole('button', { name: 'Next in this reading' }).click();
    await bar.getByText(/^\d+ of \d+$/).waitFor();
    expect(page.url()).not.toContain('#nineteen-point-framework');
    await bar.getByRole('button', { name: 'Put away' }).click();
    expect(await bar.count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('notes', () => {
  test('a mark opens its note and closes it again; Escape leads back to the mark', async () => {
    await page.goto(at('peace-deal/'));
    const mark = page.locator('[id="m-kyslytsya-title"]');
    const note = page.locator('[id="kyslytsya-title"]');
    await mark.click();
    expect(await note.isVisible()).toBe(true);
    await mark.click();
    expect(await note.isVisible()).toBe(false);
    await mark.press('Enter');
    expect(await note.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('m-kyslytsya-title');
  });

  test('a press on any word in a note, but for links and buttons, does nothing', async () => {
    const before = complaints.length;
    await page.locator('.note .src .more').first().dispatchEvent('click');
    expect(complaints.slice(before)).toEqual([]);
  });

  test.each([390, 1440])(
    'closed at %i px, nothing but that hides them from the browser’s own search',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(at('peace-deal/'));
      await page.locator('.laid').waitFor({ state: 'attached' });
      const hidden = await page.locator('.note').evaluateAll((notes) =>
        notes
          .filter((note) => {
            const shown = note.checkVisibility({ visibilityProperty: true });
            return !shown || getComputedStyle(note.querySelector('.body')!).display === 'none';
          })
          .map((note) => note.querySelector('.body')!.id),
      );
      expect(hidden).toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );
});

describe('citing', () => {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  test('a note copies its link', async () => {
    const { hash } = reading!.annotations.find(({ id }) => id === 'kyslytsya-title')!;
    await page.goto(at('peace-deal/#kyslytsya-title'));
    const button = page.locator('[id="kyslytsya-title"]').getByRole('button', { name: 'Copy link' });
    await button.click();
    await page.locator('[id="kyslytsya-title"] .done', { hasText: 'Copied' }).waitFor();
    expect(await clipboard()).toBe(at(`peace-deal/notes/kyslytsya-title/?v=${hash.slice(0, 7)}`));
  });

  test('a citation link leads to its passage', async () => {
    await page.goto(at('peace-deal/?v=245b083#p8s2'));
    expect(await page.locator(':target').innerText()).toMatch(/^Sergiy Kyslytsya, /);
  });

  test('where the clipboard is refused the words are selected', async () => {
    const refusing = await browser.newContext();
    const other = await refusing.newPage();
    await other.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      });
    });
    await other.goto(at('peace-deal/notes/kyslytsya-title/'));
    await other.getByRole('button', { name: 'Copy link' }).first().click();
    await other.locator('.offered').waitFor();
    expect(
      await other.evaluate(
        () => getSelection()?.toString() || (document.activeElement as HTMLInputElement).value,
      ),
    ).toBe(at('peace-deal/?v=245b083#p8s2'));
    await refusing.close();
  });
});

describe('the page', () => {
  test('keeps the theme that the reader chose, and works where storage is refused', async () => {
    await page.goto(at('peace-deal/'));
    await page.getByRole('button', { name: 'Dark page' }).click();
    await page.goto(at('about/'));
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(19, 19, 19)',
    );
    await page.getByRole('button', { name: 'Light page' }).click();

    const refusing = await browser.newContext();
    const other = await refusing.newPage();
    await other.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await other.goto(at('peace-deal/'));
    await other.getByRole('button', { name: 'Dark page' }).click();
    expect(await other.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await refusing.close();
  });

  test('nothing was refused by the policy, and nothing threw, on all these journeys', () => {
    expect(complaints).toEqual([]);
  });
});
