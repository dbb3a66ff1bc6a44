import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** @returns the address of the search page with a question */
export function urlOf(site: string, words: string, filters: Record<string, string[]> = {}): string {
  const url = new URL('search/', site);
  if (words !== '') url.searchParams.set('q', words);
  for (const [name, values] of Object.entries(filters))
    for (const value of values) url.searchParams.append(name, value);
  return url.href;
}

/** Opens the search page with a question in its address, and waits for the answer. */
export async function openSearch(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await answered(page, new URL(url).searchParams.get('q') ?? '');
}

/** Goes to a question's address as Back and Forward do, without loading the page anew, and waits for the answer. */
export async function revisit(page: Page, url: string): Promise<void> {
  await page.evaluate((address) => {
    delete document.querySelector<HTMLElement>('.hits')!.dataset.asked;
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, url);
  await answered(page, new URL(url).searchParams.get('q') ?? '');
}

/** Writes into the field and waits for the answer. */
export async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await answered(page, words);
}

/** Waits until what is shown is the answer to these words. */
export async function answered(page: Page, words: string): Promise<void> {
  await expect.poll(() => askedIn(page), { timeout: 30_000, interval: 20 }).toBe(words);
}

async function askedIn(page: Page): Promise<string | undefined> {
  const asked = await page.evaluate(
    () => document.querySelector<HTMLElement>('.hits[data-asked]')?.dataset.asked,
  );
  return asked === undefined ? undefined : (JSON.parse(asked) as { words: string }).words;
}

/** @returns all hits, or those of a group, by its heading */
export function hitsIn(page: Page, heading?: string): Locator {
  return heading === undefined
    ? page.locator('.hits .hit')
    : page.locator(`.hits h2:has-text("${heading}") + ol > .hit`);
}

/** @returns where a hit leads, without the words that were asked for */
export async function addressOf(hit: Locator): Promise<string> {
  const { pathname, hash } = new URL((await hit.locator('.loc').getAttribute('href'))!, hit.page().url());
  return pathname + hash;
}

/** Notes what a page says that it should not: errors, and what its policy refused. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  return complaints;
}
