import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { addressOf, answered, complaintsOf, hitsIn } from '../support/search-page.ts';

/** The search without a pointer, on its page and in the dialog over a text. */
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  complaints = complaintsOf(page);
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

const at = (path: string) => inject('edition') + path;
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Where the focus is: the number of the hit, from 0; −1 for the field. */
const focused = () =>
  page.evaluate(() => {
    const active = document.activeElement!;
    if (active.matches('input[name=q]')) return -1;
    return [...document.querySelectorAll('.hits .hit')].indexOf(active.closest('.hit')!);
  });
const isOpen = () => page.evaluate(() => document.querySelector('dialog.sd')?.matches('[open]') ?? false);

describe('on its page', () => {
  test('“/” to the field, down and up among the hits, Enter to one, and Back to all of them', async () => {
    await page.goto(at('search/'));
    await page.keyboard.press('/');
    expect(await focused()).toBe(-1);
    await page.keyboard.type('Geneva');
    await answered(page, 'Geneva');
    await press('ArrowDown');
    expect(await focused()).toBe(0);
    await press('ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await focused()).toBe(1);
    await press('ArrowUp', 'ArrowUp');
    expect(await focused()).toBe(-1);
    await press('ArrowDown', 'ArrowDown');
    const target = await addressOf(hitsIn(page).nth(1));
    await press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === target);
    await page.goBack();
    await answered(page, 'Geneva');
    expect(await page.getByRole('searchbox').inputValue()).toBe('Geneva');
  });

  test('every hit is reached by Tab too, each with a name of its own', async () => {
    await page.goto(at('search/?q=Geneva'));
    await answered(page, 'Geneva');
    const names = await hitsIn(page).evaluateAll((hits) =>
      hits.map((hit) => {
        const link = hit.querySelector('a:not([tabindex="-1"])')!;
        return link.getAttribute('aria-label') ?? link.textContent.trim();
      }),
    );
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => name.length < 12)).toEqual([]);
  });

  test('Escape in the list leads back to the field', async () => {
    await page.goto(at('search/?q=Geneva'));
    await answered(page, 'Geneva');
    await page.getByRole('searchbox').focus();
    await press('ArrowDown', 'Escape');
    expect(await focused()).toBe(-1);
  });

  test('while one types nothing is announced; then, once, how much was found', async () => {
    await page.goto(at('search/'));
    await page.locator('.said').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => {
        const words = document.querySelector('.said')!.textContent.trim();
        if (words !== '' && said.at(-1) !== words) said.push(words);
      }).observe(document.querySelector('.said')!, { childList: true, characterData: true, subtree: true });
    });
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('Geneva talks', { delay: 60 });
    await answered(page, 'Geneva talks');
    await page.waitForTimeout(1200);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Geneva talks');
    expect(await page.locator('.said').getAttribute('role')).toBe('status');
  });
});

describe('in the dialog', () => {
  test.each(['/', 'Control+k', 'Meta+k'])(
    '%s opens it over a text; Escape leads back to where one was',
    async (key) => {
      await page.goto(at('peace-deal/#p8s2'));
      const mark = page.locator('[id="m-kyslytsya-title"]');
      await mark.focus();
      const before = await page.evaluate(() => scrollY);
      await page.keyboard.press(key);
      await page.locator('dialog.sd[open] input[name=q]').waitFor();
      expect(await focused()).toBe(-1);
      await press('Escape');
      expect(await isOpen()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('m-kyslytsya-title');
      expect(await page.evaluate(() => scrollY)).toBe(before);
    },
  );

  test('words, down, Enter: the dialog is gone, the passage is there, and its words are marked', async () => {
    await page.goto(at('peace-deal/'));
    // No letter is lost, nor taken for one of the text's keys, while the dialog comes.
    await page.keyboard.type('/Geneva');
    await page.locator('dialog.sd[open] input[name=q]').waitFor();
    await answered(page, 'Geneva');
    await press('ArrowDown', 'ArrowDown');
    const target = await addressOf(hitsIn(page).nth(1));
    await press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === target);
    expect(await isOpen()).toBe(false);
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0);
  });

  test('with single letters switched off “/” is a letter; Control and K still open it', async () => {
    await page.goto(at('peace-deal/'));
    await page.evaluate(() => localStorage.setItem('postil-keys', 'off'));
    await page.reload();
    await page.keyboard.press('/');
    expect(await isOpen()).toBe(false);
    await page.keyboard.press('Control+k');
    await page.locator('dialog.sd[open]').waitFor();
  });

  test.each(['', 'about/', 'claims/', 'sources/', 'peace-deal/notes/kyslytsya-title/', 'no-such-page/'])(
    'is to be had at “/%s”',
    async (path) => {
      complaints.length = 0;
      await page.goto(at(path));
      await page.keyboard.press('Control+k');
      await page.locator('dialog.sd[open] input[name=q]').fill('Geneva');
      await answered(page, 'Geneva');
      const link = page.locator('dialog.sd a', { hasText: 'page of their own' });
      await link.click();
      await page.waitForURL((url) => url.searchParams.get('q') === 'Geneva');
      await answered(page, 'Geneva');
      // That the page is missing is what one of them is about.
      if (path === 'no-such-page/') complaints.length = 0;
    },
  );
});

describe('on arrival', () => {
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()));

  test('the words are marked in the text and its notes, the text’s nodes are as they were, and the next hit is one press away', async () => {
    await page.goto(at('peace-deal/'));
    const before = await page.locator('.reading').evaluate((reading) => reading.textContent);
    await page.goto(at('peace-deal/?q=Geneva#p20s1'));
    await expect.poll(async () => (await marked()).length).toBeGreaterThan(1);
    expect(new Set((await marked()).map((words) => words.toLowerCase()))).toEqual(new Set(['geneva']));
    expect(await page.locator('.reading').evaluate((reading) => reading.textContent)).toBe(before);
    await page.getByRole('button', { name: 'Next in this reading' }).click();
    await page.waitForURL((url) => url.hash !== '#p20s1' && url.searchParams.get('q') === 'Geneva');
    const next = await page.evaluate(() => location.hash);
    await page.getByRole('button', { name: 'Next in this reading' }).click();
    await page.waitForURL((url) => url.hash !== next);
  });

  test('a number is marked as it is written there', async () => {
    await page.goto(at('peace-deal/?q=140,000,000,000#p14s1'));
    await expect.poll(marked).toContain('€140 billion');
  });

  test('put away, the marks are gone, and the words from the address', async () => {
    await page.goto(at('peace-deal/?q=Geneva#p20s1'));
    await page.getByRole('button', { name: 'Put away' }).click();
    expect(await marked()).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });
});
