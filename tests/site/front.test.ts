import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { sourcePath } from '../../src/core/address.ts';
import { inWords } from '../../src/core/date.ts';
import { newestSource } from '../../src/core/newest.ts';
import { tally } from '../../src/core/counts.ts';
import { inEnglish } from '../../src/core/tally.ts';
import { launchChromium } from '../support/browser.ts';

/** The front of an edition of one text: what was found at a glance, and what was not looked at. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(inject('edition'));
});
afterAll(() => browser.close());

const { readings, sources } = readContent();
const [reading] = readings;
const { annotations } = reading!;

describe('the front', () => {
  test('counts the notes by kind, in words, each kind leading to where it is listed', async () => {
    const words = plain(await page.locator('.kinds').innerText());
    expect(words).toMatch(/^\S+ notes?: .*\w\.$/);
    const { kind } = tally(reading!);
    for (const [name, count] of Object.entries(kind)) {
      if (count > 0)
        expect(words.toLowerCase(), name).toMatch(new RegExp(`${inEnglish(count)} (?:on )?${name}`));
    }
    const links = await page
      .locator('.kinds a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
    expect(links.length).toBe(Object.values(kind).filter((count) => count > 0).length);
    for (const link of links) expect((await fetch(new URL(link, inject('edition')))).status).toBe(200);
  });

  test('says once when it was last checked, and how new the newest source is', async () => {
    const words = plain(await page.locator('main').innerText());
    const last = annotations
      .flatMap(({ checked }) => checked ?? [])
      .toSorted()
      .at(-1)!;
    expect(words.split(`Last check ${inWords(last)}`)).toHaveLength(2);
    expect(words.split(`newest source is of ${inWords(newestSource(reading!, sources)!)}`)).toHaveLength(2);
  });

  test('names what could not be checked, the text’s words first, then what was found', async () => {
    const unchecked = annotations.filter(({ status }) => status === 'unchecked');
    const items = page.locator('.unchecked > li');
    expect(await items.count()).toBe(unchecked.length);
    for (const [index, { id, quote, finding }] of unchecked.entries()) {
      const words = plain(await items.nth(index).innerText());
      expect(words.indexOf(quote), id).toBeGreaterThanOrEqual(0);
      expect(words.indexOf(finding), id).toBeGreaterThan(words.indexOf(quote));
      expect(await items.nth(index).locator('a').getAttribute('href')).toBe(`/${reading!.slug}/#m-${id}`);
    }
  });

  test('names the works that were not read, and leads to what is known of them', async () => {
    const unread = [...sources.values()].filter(({ consulted }) => !consulted);
    expect(plain((await page.locator('.unread').textContent())!)).not.toMatch(/ [,.;:]( |$)/);
    const links = await page
      .locator('.unread a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
    expect(links.toSorted()).toEqual(unread.map(({ key }) => `/${sourcePath(key)}`).toSorted());
  });
});

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
