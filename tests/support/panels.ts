import type { Page } from 'playwright-core';

/** Passages of a page whose ¶ is pressed: all of them do the same. */
const PRESSED = 3;

/**
 * Opens and presses everything on a page that can be opened and pressed, as far as it stays on the page: what is folded
 * away, buttons that copy, fold and choose, the ¶ of some passages, the keys, and the search with its hits.
 *
 * @param page that is loaded
 */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(async (pressed) => {
    const frame = () => new Promise(requestAnimationFrame);
    for (const details of document.querySelectorAll('details')) details.open = true;
    await frame();
    // Of many that copy the same kind of thing, the first are enough.
    const copying = [...document.querySelectorAll<HTMLElement>('button[data-copy]')].slice(0, pressed);
    const others = document.querySelectorAll<HTMLElement>('button[type="button"]:not([data-copy])');
    const passages = [...document.querySelectorAll<HTMLElement>('[data-passage]')].slice(0, pressed);
    for (const element of [...copying, ...others, ...passages]) {
      element.click();
      await frame();
    }
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  }, PRESSED);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
}

/**
 * Searches from a page, in the dialog that a key opens, and waits for what is found.
 *
 * @param words that are there
 */
export async function searchFrom(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.locator('.hits .hit, .hit').first().waitFor();
  await page.keyboard.press('Escape');
}
