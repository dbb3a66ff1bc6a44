import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { violations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';
import { inPage } from '../support/reading-page.ts';
import { answered, ask, hitsIn, openSearch, urlOf } from '../support/search-page.ts';

/** Every state of the page and of the dialog: sound to assistive technology, and nothing wider than the window. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const LOOKS = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const;

const [reading] = readings();
const site = () => inject('edition');

const onPage: Record<string, (page: Page) => Promise<void>> = {
  'with nothing asked': async (page) => {
    await page.goto(`${site()}search/`);
  },
  'with hits of every kind': (page) => openSearch(page, urlOf(site(), '140 billion')),
  'with many hits': (page) => openSearch(page, urlOf(site(), 'Ukraine')),
  'browsing by a filter': (page) => openSearch(page, urlOf(site(), '', { status: ['contested'] })),
  'with filters chosen': (page) =>
    openSearch(page, urlOf(site(), 'Ukraine', { status: ['contested'], in: ['note'], year: ['2025'] })),
  'with nothing found': async (page) => {
    await openSearch(page, urlOf(site(), 'Genf'));
    await page.locator('.near').waitFor();
  },
  'while a word is but begun': (page) => openSearch(page, urlOf(site(), 'Gene')),
  'without an index': async (page) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(urlOf(site(), 'Geneva'));
    await page.locator('.retry').waitFor();
  },
};

const inDialog: Record<string, (page: Page) => Promise<void>> = {
  'with nothing asked': async () => {},
  'with hits': (page) => ask(page, 'Geneva'),
  'with a filter chosen': async (page) => {
    await ask(page, 'Geneva');
    await page.locator('dialog.sd').getByRole('checkbox', { name: 'Contested' }).check();
    await page.locator('dialog.sd .sum', { hasText: /contested/i }).waitFor();
  },
  'with nothing found': async (page) => {
    await ask(page, 'Genf');
    await page.locator('dialog.sd .near', { hasText: 'Did you mean' }).waitFor();
  },
  'without an index': async (page) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.getByRole('searchbox').fill('Geneva');
    await page.locator('dialog.sd .retry').waitFor();
  },
};

async function openDialog(page: Page) {
  await page.goto(`${site()}peace-deal/#p8`);
  await page.keyboard.press('Control+k');
  await page.locator('dialog.sd[open] input[name=q]').waitFor();
}

async function expectSound(page: Page) {
  expect(await violations(page)).toEqual([]);
  const [scroll, client] = await page.evaluate(() => {
    const wide = document.querySelector('dialog.sd[open]') ?? document.documentElement;
    return [wide.scrollWidth, wide.clientWidth];
  });
  expect(scroll).toBe(client);
}

describe.each(LOOKS)('at $width px, $colorScheme,', ({ width, colorScheme }) => {
  const looks = { viewport: { width, height: 900 }, colorScheme };

  test.each(Object.entries(onPage))('the page is sound %s', async (_, reach) => {
    await inPage(browser, looks, async (page) => {
      await reach(page);
      await expectSound(page);
    });
  });

  test.each(Object.entries(inDialog))('the dialog is sound %s', async (_, reach) => {
    await inPage(browser, looks, async (page) => {
      await openDialog(page);
      await reach(page);
      await expectSound(page);
    });
  });

  test('a reading on arrival is sound', async () => {
    await inPage(browser, looks, async (page) => {
      await page.goto(`${site()}peace-deal/?q=Geneva#p20s1`);
      await page.locator('.found-bar').getByRole('button', { name: /^Next/ }).waitFor();
      await expectSound(page);
    });
  });
});

describe('what is found', () => {
  const ordinals = (page: Page) =>
    hitsIn(page).evaluateAll((hits) => hits.map((hit) => (hit as HTMLElement).dataset.ordinal!));

  test('by the beginning of a word holds all that the word finds', async () => {
    await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await openSearch(page, urlOf(site(), 'Gene'));
      await expect.poll(async () => (await ordinals(page)).length).toBeGreaterThan(20);
      const begun = await ordinals(page);
      await openSearch(page, urlOf(site(), 'Geneva'));
      await expect.poll(async () => (await ordinals(page)).length).toBeGreaterThan(20);
      expect((await ordinals(page)).filter((ordinal) => !begun.includes(ordinal))).toEqual([]);
    });
  });

  test.each(['Ukraine', 'peace', 'negotiate', 'Europe'])(
    'by “%s” does not depend on what was asked before',
    async (words) => {
      await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
        await openSearch(page, urlOf(site(), words));
        const first = await page.locator('.sum').innerText();
        for (const other of ['Ukrainian', 'peaceful', 'negotiations', 'European']) await ask(page, other);
        await ask(page, words);
        expect(await page.locator('.sum').innerText()).toBe(first);
      });
    },
  );
});

describe('the counts beside the filters', () => {
  test('are what choosing leaves', async () => {
    await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      for (const status of ['supported', 'contested', 'contradicted']) {
        await openSearch(page, urlOf(site(), 'Russia'));
        const box = page.locator(`input[name=status][value=${status}]`);
        const count = Number(await page.locator('.filters label', { has: box }).locator('.ct').innerText());
        await openSearch(page, urlOf(site(), 'Russia', { status: [status] }));
        expect(await total(page), status).toBe(count);
      }
    });
  });

  test('stay for the other values of a filter of which one is chosen, so that more can be', async () => {
    await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      await openSearch(page, urlOf(site(), 'Russia'));
      const counts = () => page.locator('.filters label:has(input[name=status]) .ct').allInnerTexts();
      const before = await counts();
      await page.getByRole('checkbox', { name: 'Contested' }).check();
      await page.waitForURL(/status=contested/);
      await answered(page, 'Russia');
      expect(await counts()).toEqual(before);
    });
  });

  test('answer which supported figures rest on a publisher, in three choices', async () => {
    await inPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
      const { sources } = readContent();
      const publisherOf = ({ source }: { source: string }) => sources.get(source)!['container-title']!;
      const figures = reading!.annotations.filter(
        ({ kind, status }) => kind === 'figure' && status === 'supported',
      );
      const restingOn = (publisher: string) =>
        figures.filter(({ evidence, since }) => [...evidence, ...since].map(publisherOf).includes(publisher));
      // The most frequent: the others are behind “All”.
      const [publisher] = figures
        .flatMap(({ evidence }) => evidence.map(publisherOf))
        .sort((one, other) => restingOn(other).length - restingOn(one).length || (one < other ? -1 : 1));
      const resting = restingOn(publisher!);
      expect(resting.length).toBeLessThan(figures.length);
      await page.goto(`${site()}search/`);
      await page.getByRole('checkbox', { name: 'Figure' }).check();
      await page.getByRole('checkbox', { name: 'Supported' }).check();
      await page.getByText('More filters').click();
      const choice = page.locator('.filters label', { has: page.locator('input[name=publisher]') });
      await choice.filter({ hasText: publisher! }).first().locator('input').check();
      await page.waitForURL(/publisher=/);
      await expect.poll(() => total(page)).toBe(resting.length);
      const leads = await hitsIn(page)
        .locator('.loc')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
      expect(leads).toEqual(resting.map(({ id }) => `#${id}`));
    });
  });

  /** How many hits there are, whether drawn or not. */
  async function total(page: Page): Promise<number> {
    for (const more = page.locator('.hits button:visible', { hasText: /Show/ }); (await more.count()) > 0;)
      await more.first().click();
    return hitsIn(page).count();
  }
});
