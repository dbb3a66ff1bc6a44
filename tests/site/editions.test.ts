import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hashOfFile } from '../../src/core/hash.ts';
import { launchChromium } from '../support/browser.ts';
import { inPage, openReading } from '../support/reading-page.ts';
import { fileOf, NOW, SLUG } from '../support/two-editions.ts';

/** The page of editions, and each edition whole. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const WIDE = { viewport: { width: 1440, height: 900 } };
const open = (path: string, work: (page: Page) => Promise<void>, options = {}) =>
  inPage(browser, { ...WIDE, ...options }, async (page) => {
    await page.goto(`${inject('fixture')}${SLUG}/${path}`);
    await work(page);
  });
const words = (text: string | null) => text!.replace(/\s+/g, ' ').trim();

describe('The page of editions', () => {
  test('has the newest first, with its day, who changed the text and why, and what changed in words.', async () => {
    await open('editions/', async (page) => {
      expect((await page.locator('h2').allTextContents()).map(words)).toEqual([
        'Edition 2 15 November 2026',
        'Edition 1 1 October 2026',
      ]);
      const newest = words(await page.locator('.blk').first().textContent());
      expect(newest).toContain(
        'One sentence edited, one moved, one divided, one joined, one removed, one added;',
      );
      expect(newest).toContain('Changed by the author. The author has been in the archive');
      expect(newest).toContain(NOW.editions[1]!.text);
      expect(words(await page.locator('.blk').last().textContent())).toContain(
        'A by-line, nine paragraphs and one heading; six notes.',
      );
    });
  });

  test('tells each change at its place, with both fingerprints, and what is gone and new in words too.', async () => {
    await open('editions/#p1s2', async (page) => {
      const change = page.locator('.chg:target');
      expect(words(await change.textContent())).toMatch(
        /^¶1, sentence 2 ?Edited \w{7} → \w{7} ?Forty\[new:\] -two lamps were hung along the water\.$/,
      );
      expect(await change.locator('a').getAttribute('href')).toBe(`/repo/${SLUG}/#p1s2`);
    });
  });

  test('has an element for the anchor of everything that was changed.', async () => {
    await open('editions/', async (page) => {
      const ids = await page.locator('main [id]').evaluateAll((elements) => elements.map(({ id }) => id));
      const changed = NOW.anchors.filter(({ edition, moves }) => edition > 1 || moves);
      expect(changed.filter(({ anchor }) => !ids.includes(anchor))).toEqual([]);
    });
  });

  test('tells what changed of the notes.', async () => {
    await open('editions/', async (page) => {
      const told = words(await page.locator('.blk').first().textContent());
      expect(told).toContain('Two notes changed');
      expect(told).toMatch(/Unchecked → Supported\. .*No count of the lamps was found/);
      expect(told).toMatch(/“paid in kind” ?Withdrawn/);
    });
  });

  test('is led to from the text and from every page’s foot.', async () => {
    await open('', async (page) => {
      const address = `/repo/${SLUG}/editions/`;
      expect(await page.locator('.facts a').first().getAttribute('href')).toBe(address);
      expect(await page.locator(`.foot a[href="${address}"]`).count()).toBe(1);
    });
  });
});

describe('The first edition', () => {
  test('is there to the letter, with its notes as they were.', async () => {
    await inPage(browser, WIDE, async (page) => {
      await openReading(page, `${inject('fixture')}${SLUG}/editions/1/`);
      const drawn = await page
        .locator('.para [data-v]:not(span)')
        .evaluateAll((blocks) => blocks.map(({ textContent }) => textContent));
      expect(drawn.join('\n\n')).toBe(fileOf('editions/1.txt').trim());
      expect(await page.locator('#lamps-hung .finding').textContent()).toContain(
        'No count of the lamps was found.',
      );
      expect(await page.locator('.note').count()).toBe(6);
      await page.locator('#m-paid-in-kind').click();
      expect(await page.locator('.note[open]').textContent()).toContain('to the keepers, in coin');
    });
  });

  test('says before all that it is superseded, by what, and where what changed is told.', async () => {
    await open('editions/1/', async (page) => {
      expect(words(await page.locator('.superseded').textContent())).toBe(
        'Edition 1 of 1 October 2026. Superseded by edition 2 of 15 November 2026; what changed. The notes are as they were.',
      );
      expect(await page.locator('.superseded a').first().getAttribute('href')).toBe(`/repo/${SLUG}/`);
      expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    });
  });

  test('leads from its ¶ to its words as they are cited, and so to what became of them.', async () => {
    await open(
      'editions/1/',
      async (page) => {
        const link = await page.locator('.pn[data-passage="p7"]').getAttribute('href');
        expect(link).toMatch(new RegExp(`^/repo/${SLUG}/\\?v=\\w{7}#p7$`));
        await page.goto(new URL(link!, page.url()).href);
        expect(await page.locator('#p7').textContent()).toContain('Removed.');
      },
      { javaScriptEnabled: false },
    );
  });

  test('is found by no search.', async () => {
    await inPage(browser, WIDE, async (page) => {
      await page.goto(`${inject('fixture')}search/?q=Forty-two`);
      await page.locator('.hits .hit').first().waitFor();
      await page.goto(`${inject('fixture')}search/?q=feast`);
      await page.locator('.sum', { hasText: 'is found neither' }).waitFor();
    });
  });
});

test('The address of the present edition leads to the text.', async () => {
  await open('editions/2/', async (page) => {
    expect(words(await page.locator('.by2').textContent())).toContain('This is the present edition');
    await page.locator('.by2 a').first().click();
    expect(page.url()).toBe(`${inject('fixture')}${SLUG}/`);
  });
});

test('Ledger and canonical text of every edition are there, as what they are.', async () => {
  const get = async (path: string) => fetch(`${inject('fixture')}${SLUG}/editions/${path}`);
  for (const [edition, file] of [
    [1, 'editions/1.json'],
    [2, 'anchors.json'],
  ] as const) {
    const ledger = await get(`${edition}/anchors.json`);
    expect(ledger.headers.get('content-type')).toBe('application/json');
    expect(ledger.headers.get('access-control-allow-origin')).toBe('*');
    expect(await ledger.text()).toBe(fileOf(file));
    const text = await (await get(`${edition}/text.txt`)).text();
    expect(hashOfFile(text)).toBe(NOW.editions[edition - 1]!.text);
  }
});

test('A note says all that it has said, and why it changed.', async () => {
  await open('notes/lamps-hung/', async (page) => {
    const states = (await page.locator('.history li').allTextContents()).map(words);
    expect(states[0]).toMatch(/^1 October 2026, edition 1, fingerprint \w{7}Unchecked\. No count/);
    expect(states[1]).toMatch(/Unchecked → Supported\..*The bill was found in the archive\.$/);
  });
});
