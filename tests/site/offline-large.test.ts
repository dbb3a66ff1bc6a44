import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeContent, PER_READING } from '../../src/bench/synthetic.ts';
import { SMALL } from '../../src/core/offline/list.ts';
import { launchChromium } from '../support/browser.ts';
import { Deployment, stored, storedFiles } from '../support/deployment.ts';
import { buildMade } from '../support/made-site.ts';
import { answered, ask, hitsIn } from '../support/search-page.ts';

/** A site whose index is too large to be stored ahead: what was used of it is there without a network, and is told. */
const CONTENT = makeContent(20 * PER_READING);
const [VISITED, OTHER] = CONTENT.readings as [(typeof CONTENT.readings)[0], (typeof CONTENT.readings)[0]];
/** In parts of the index that are far from one another: those are by the beginnings of words. */
const [ASKED, UNASKED] = farWords();

let browser: Browser;
let context: BrowserContext;
let page: Page;
let dist: string;
const deployment = new Deployment('/');
beforeAll(async () => {
  dist = buildMade('large', CONTENT);
  browser = await launchChromium();
  context = await browser.newContext({ serviceWorkers: 'allow', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await deployment.put(dist);
}, 480_000);
afterAll(async () => {
  await browser.close();
  await deployment.remove();
});

/** Two words of the notes, by the alphabet as far from one another as there are. */
function farWords(): [string, string] {
  const words = CONTENT.readings
    .flatMap(({ annotations }) =>
      annotations.flatMap(({ finding }) => finding.match(/(?<!\p{L})\p{Ll}{5,}/gu) ?? []),
    )
    .toSorted();
  return [words[0]!, words.at(-1)!];
}

const ofIndex = (addresses: readonly string[]) => addresses.filter((each) => each.includes('/pagefind/'));

/** All of them: at first there are those that are at hand, then each comes with its part of the index. */
async function hits(): Promise<string[]> {
  await hitsIn(page).first().waitFor();
  let found = await hitsNow();
  const hasComeToRest = async () => {
    const before = found.length;
    found = await hitsNow();
    return found.length === before;
  };
  await expect.poll(hasComeToRest, { timeout: 30_000 }).toBe(true);
  return found;
}

async function hitsNow(): Promise<string[]> {
  await page.waitForTimeout(500);
  return hitsIn(page)
    .locator('.loc')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}

test('is large', () => {
  const folder = path.join(dist, 'pagefind');
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(path.join(parentPath, name)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(SMALL);
});

test('stores nothing of its index before it is asked, and what it was asked for then', async () => {
  await page.goto(`${deployment.address}${VISITED.slug}/`);
  await stored(page, VISITED.slug);
  expect(ofIndex(deployment.asked)).toEqual([]);
  await page.goto(`${deployment.address}search/`);
  await ask(page, ASKED);
  const found = await hits();
  expect(ofIndex(await storedFiles(page)).length).toBeGreaterThan(0);

  await context.setOffline(true);
  await deployment.remove();
  const response = await page.goto(`${deployment.address}search/?q=${ASKED}`);
  expect(response!.fromServiceWorker()).toBe(true);
  await answered(page, ASKED);
  expect(await hits()).toEqual(found);
});

test('says without a network that what it was not asked for before was not searched, and searches it with one', async () => {
  await page.getByRole('searchbox').fill(UNASKED);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.locator('main').innerText()).toMatch(/index could not be (?:read|loaded)/);

  await deployment.put(dist);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await answered(page, UNASKED);
  expect((await hits()).length).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});

test('has without a network the reading that was visited, and says of no other that it is not there', async () => {
  await context.setOffline(true);
  await deployment.remove();
  const [note] = VISITED.annotations;
  await page.goto(`${deployment.address}${VISITED.slug}/notes/${note!.id}/`);
  expect(await page.locator('[data-note]').getAttribute('data-note')).toBe(note!.id);
  await expect(page.goto(`${deployment.address}${OTHER.slug}/`)).rejects.toThrow('ERR_FAILED');
});
