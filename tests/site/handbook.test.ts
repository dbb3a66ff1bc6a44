import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { PROBLEMS } from '../../src/core/problem.ts';
import { launchChromium } from '../support/browser.ts';
import { handbookPages } from '../support/pages.ts';

/** The handbook is for editors: it is there where the publisher wants it, and costs readers nothing. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(path: string, width: number) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(inject('edition') + path);
  return page;
}

describe('The handbook', () => {
  test('lists its chapters, and the problems with their ids in the order of their table.', async () => {
    const page = await open('handbook/', 1440);
    await page.getByRole('link', { name: 'Problems' }).click();
    expect(await page.locator('.chapters dd').allTextContents()).toEqual(Object.keys(PROBLEMS));
    await page.close();
  });

  test('is reached from the colophon, and from no page by what it loads.', async () => {
    const page = await open('colophon/', 1440);
    const sheets = () =>
      page
        .locator('link[rel="stylesheet"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const ofReaders = await sheets();
    await page.getByRole('link', { name: 'handbook' }).click();
    expect(page.url()).toBe(`${inject('edition')}handbook/`);
    const own = (await sheets()).filter((sheet) => !ofReaders.includes(sheet));
    expect(own).toHaveLength(1);
    for (const path of ['', 'peace-deal/', 'search/']) {
      await page.goto(inject('edition') + path);
      expect(await sheets(), path).not.toContain(own[0]);
    }
    await page.close();
  });

  test('is left out where the publisher says so, and the colophon does not name it.', async () => {
    for (const path of handbookPages().slice(0, 3))
      expect((await fetch(inject('fixture') + path)).status, path).toBe(404);
    expect(await (await fetch(`${inject('fixture')}colophon/`)).text()).not.toContain('handbook');
  });
});

describe('Code in the handbook', () => {
  test('scrolls by itself on a phone, by the keyboard too, and the page does not.', async () => {
    const page = await open('handbook/problems/misplaced-component/', 390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const code = page.locator('pre').first();
    const place = () => code.evaluate(({ scrollLeft }) => scrollLeft);
    await code.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(place).toBeGreaterThan(0);
    await page.close();
  });

  test('is whole on paper.', async () => {
    const page = await open('handbook/problems/misplaced-component/', 390);
    await page.emulateMedia({ media: 'print' });
    const overflow = await page
      .locator('pre')
      .evaluateAll((blocks) => blocks.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(Math.max(...overflow)).toBe(0);
    await page.close();
  });
});
