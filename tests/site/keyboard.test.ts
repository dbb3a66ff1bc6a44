import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';
import { atRest, inPage, laidOut, openReading } from '../support/reading-page.ts';

/** The reader's journeys by keyboard alone. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const [reading] = readings();
const { annotations, slug } = reading!;
const address = (rest = '') => `${inject('edition')}${slug}/${rest}`;
const wide = { viewport: { width: 1440, height: 900 } };

/** Presses of Tab from the beginning of the text to its first mark; from an open note's beginning to its evidence. */
const FEW = 4;
/** More than a reading has. */
const MANY = 2000;

const MARK = '.reading .mark[id^="m-"]';
const IN_MAP = '.map svg *';

describe('by keyboard', () => {
  test('the skip link leads to the text, and a few stops on is the first mark', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await page.keyboard.press('Tab');
      expect(await isFocused(page, '.skip')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await tabTo(page, MARK, FEW)).toBe(true);
      expect(await focusedId(page)).toBe(`m-${annotations[0]!.id}`);
    });
  });

  test('the map is one stop; arrow keys go from stroke to stroke, and Enter follows', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      expect(await tabTo(page, IN_MAP, MANY)).toBe(true);
      const first = await focusedLabel(page);
      await page.keyboard.press('Tab');
      expect(await isFocused(page, IN_MAP)).toBe(false);
      await page.keyboard.press('Shift+Tab');
      expect(await focusedLabel(page)).toBe(first);
      const labels = new Set([first]);
      for (let stroke = 1; stroke < annotations.length; stroke += 1) {
        await page.keyboard.press('ArrowRight');
        expect(await isFocused(page, IN_MAP)).toBe(true);
        labels.add(await focusedLabel(page));
      }
      expect(labels.size).toBe(annotations.length);
      const last = await focusedLabel(page);
      await page.keyboard.press('ArrowLeft');
      expect(await focusedLabel(page)).not.toBe(last);
      const hash = await page.evaluate(() => document.activeElement!.getAttribute('href')!.split('#')[1]);
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).hash).toBe(`#${hash}`);
    });
  });

  test('an arrow with a modifier is the browser’s on the map too', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      expect(await tabTo(page, IN_MAP, MANY)).toBe(true);
      await page.keyboard.press('ArrowRight');
      const taken = await page.evaluate(() =>
        [true, false].map((altKey) => {
          const init = { key: 'ArrowLeft', altKey, bubbles: true, cancelable: true };
          return !document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init));
        }),
      );
      expect(taken).toEqual([false, true]);
    });
  });

  test('Enter on a mark opens its note, Tab comes to its evidence, Escape leads back', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      for (const { id } of annotations.filter(({ evidence }) => evidence.length > 0)) {
        await focusMark(page, id);
        await page.keyboard.press('Enter');
        expect(await isFocused(page, `${noteOf(id)}, ${noteOf(id)} *`), id).toBe(true);
        expect(await page.locator(`[id="${id}"]`).isVisible(), id).toBe(true);
        expect(await tabTo(page, `${noteOf(id)} .ev a[href]`, FEW), id).toBe(true);
        await page.keyboard.press('Escape');
        expect(await page.locator(`[id="${id}"]`).isVisible(), id).toBe(false);
        expect(await focusedId(page)).toBe(`m-${id}`);
      }
    });
  });

  test('n goes through all marks in order, p goes back, and o opens', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      const order = await page.locator(MARK).evaluateAll((marks) => marks.map(({ id }) => id));
      expect(order).toHaveLength(annotations.length);
      await page.locator(`[id="${order[0]}"]`).focus();
      for (const id of order.slice(1)) {
        await page.keyboard.press('n');
        expect(await focusedId(page)).toBe(id);
        expect(await isInWindow(page), id).toBe(true);
      }
      for (const id of order.slice(0, -1).toReversed()) {
        await page.keyboard.press('p');
        expect(await focusedId(page)).toBe(id);
      }
      const [id] = order[0]!.split('m-').slice(1);
      await page.keyboard.press('o');
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await focusedId(page)).toBe(order[0]);
    });
  });

  test('o closes too, and leads back to the words', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      const [{ id }] = annotations as [(typeof annotations)[number]];
      await focusMark(page, id);
      await page.keyboard.press('o');
      await page.keyboard.press('o');
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(false);
      expect(await focusedId(page)).toBe(`m-${id}`);
    });
  });

  test('from an open note its link to the next leads into that', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      const [first, second] = annotations;
      await focusMark(page, first!.id);
      await page.keyboard.press('Enter');
      await page.locator(`${noteOf(first!.id)} .next`).press('Enter');
      const inSecond = `${noteOf(second!.id)}, ${noteOf(second!.id)} *`;
      await expect.poll(() => isFocused(page, inSecond)).toBe(true);
      expect(await page.locator('.note[open]').count()).toBe(1);
    });
  });

  test('n from within an open note goes on to the next mark', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      const [first, second] = annotations;
      await focusMark(page, first!.id);
      await page.keyboard.press('Enter');
      await page.keyboard.press('n');
      expect(await focusedId(page)).toBe(`m-${second!.id}`);
    });
  });

  test('? shows the keys; Escape puts them away and leads back', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await focusMark(page, 'kyslytsya-title');
      await page.keyboard.press('?');
      const sheet = page.locator('dialog[open]');
      const keys = (await sheet.locator('kbd').allInnerTexts()).map((key) => key.toLowerCase());
      for (const key of ['n', 'p', 'o', '?']) expect(keys).toContain(key);
      expect(keys.some((key) => key.startsWith('esc'))).toBe(true);
      expect(await isFocused(page, 'dialog[open], dialog[open] *')).toBe(true);
      await page.keyboard.press('Escape');
      expect(await sheet.count()).toBe(0);
      expect(await focusedId(page)).toBe('m-kyslytsya-title');
    });
  });

  test('single letters can be switched off, and stay off; what has a modifier is never ours', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await focusMark(page, 'kyslytsya-title');
      await page.keyboard.press('Alt+n');
      expect(await focusedId(page)).toBe('m-kyslytsya-title');
      await page.keyboard.press('n');
      expect(await focusedId(page)).not.toBe('m-kyslytsya-title');
      await page.keyboard.press('?');
      await page.locator('dialog[open] input[type="checkbox"]').click();
      await page.keyboard.press('Escape');
      for (const visit of ['now', 'after a reload']) {
        await focusMark(page, 'kyslytsya-title');
        for (const key of ['n', 'p', 'o']) await page.keyboard.press(key);
        expect(await focusedId(page), visit).toBe('m-kyslytsya-title');
        expect(await page.locator('[id="kyslytsya-title"]').isVisible(), visit).toBe(false);
        await page.keyboard.press('Enter');
        expect(await page.locator('[id="kyslytsya-title"]').isVisible(), visit).toBe(true);
        await page.keyboard.press('Escape');
        await page.reload();
        await laidOut(page);
      }
    });
  });

  test('letters never act in a field', async () => {
    await inPage(browser, wide, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error('refused')) },
        });
      });
      await openReading(page, address('#kyslytsya-title'));
      await page.locator('[id="kyslytsya-title"] [data-copy]').first().click();
      await page.locator('.offered textarea').waitFor();
      for (const key of ['n', 'p', 'o', '?']) await page.keyboard.press(key);
      expect(await isFocused(page, '.offered textarea')).toBe(true);
      expect(await page.locator('dialog[open]').count()).toBe(0);
      // The same key beside the field does act.
      await focusMark(page, 'kyslytsya-title');
      await page.keyboard.press('n');
      expect(await focusedId(page)).not.toBe('m-kyslytsya-title');
    });
  });

  test('nested marks are each a stop, and each opens its own note', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      const nested = annotations.filter(({ within }) => within !== undefined);
      expect(nested.length).toBeGreaterThan(0);
      for (const { id, within } of nested) {
        await focusMark(page, within!);
        expect(await tabTo(page, `[id="m-${id}"]`, 1), id).toBe(true);
        for (const opened of [id, within!]) {
          await focusMark(page, opened);
          await page.keyboard.press('Enter');
          expect(await openNotes(page)).toEqual([opened]);
          await page.keyboard.press('Escape');
        }
      }
    });
  });
});

describe.each([1100, 1440])('every stop of the keyboard at %i px', (width) => {
  test('can be seen when it has the focus, with its ring in the page', async () => {
    await inPage(browser, { viewport: { width, height: 900 } }, async (page) => {
      await openReading(page, address());
      const dead: string[] = [];
      let stops = 0;
      for (; stops < MANY; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await seeStop(page);
        if (stop === null || (stops > 0 && stop.name.startsWith('A skip'))) break;
        if (stop.fault !== '') dead.push(`${stop.name}: ${stop.fault}`);
      }
      expect(stops).toBeGreaterThan(annotations.length);
      expect(stops).toBeLessThan(MANY);
      expect(dead).toEqual([]);
    });
  });

  test('with a note open too', async () => {
    await inPage(browser, { viewport: { width, height: 900 } }, async (page) => {
      await openReading(page, address());
      await focusMark(page, 'kyslytsya-title');
      await page.keyboard.press('Enter');
      const dead: string[] = [];
      while (await isFocused(page, `${noteOf('kyslytsya-title')}, ${noteOf('kyslytsya-title')} *`)) {
        const { name, fault } = (await seeStop(page))!;
        if (fault !== '') dead.push(`${name}: ${fault}`);
        await page.keyboard.press('Tab');
      }
      expect(dead).toEqual([]);
    });
  });
});

/** @returns what has the focus, and what is wrong with it once the page has come to rest */
async function seeStop(page: Page) {
  const seen = await seeFocus(page);
  // The browser scrolls to what has the focus in its own time.
  if (seen === null || seen.fault === '') return seen;
  await atRest(page);
  return seeFocus(page);
}

/** @returns what has the focus, and what is wrong with it: it is unseen, covered, or its ring is out of the page */
function seeFocus(page: Page): Promise<{ name: string; fault: string } | null> {
  return page.evaluate(() => {
    const stop = document.activeElement;
    if (!stop || stop === document.body) return null;
    const name = `${stop.tagName.toUpperCase()} ${stop.getAttribute('class') ?? ''} ${stop.id || (stop.getAttribute('aria-label') ?? stop.textContent.trim().slice(0, 30))}`;
    const rects = [...stop.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const isSeen = stop.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isSeen || rects.length === 0) return { name, fault: 'unseen' };
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(stop);
    const ring = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const { clientWidth, scrollHeight } = document.documentElement;
    const isIn = rects.every(
      ({ left, right, top, bottom }) =>
        left - ring >= -0.5 &&
        right + ring <= clientWidth + 0.5 &&
        top + scrollY - ring >= -0.5 &&
        bottom + scrollY + ring <= scrollHeight + 0.5,
    );
    if (!isIn) return { name, fault: 'its ring is out of the page' };
    // The strokes of a drawing may lie over one another.
    const isInDrawing = stop instanceof SVGElement;
    const isOnTop = rects.some(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (isInDrawing || stop.contains(hit) || hit.contains(stop));
    });
    return { name, fault: isOnTop ? '' : 'covered, or out of the window' };
  });
}

/** Presses Tab until what a selector names has the focus. @returns whether it came to that */
async function tabTo(page: Page, selector: string, presses: number): Promise<boolean> {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(page, selector)) return true;
  }
  return false;
}

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}

function isInWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { top } = document.activeElement!.getClientRects()[0]!;
    return top >= 0 && top < innerHeight;
  });
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement!.getAttribute('aria-label')!);
const noteOf = (id: string) => `.note:has(> [id="${id}"])`;

async function focusMark(page: Page, id: string) {
  await page.locator(`[id="m-${id}"]`).focus();
  await atRest(page);
}

function openNotes(page: Page): Promise<string[]> {
  return page
    .locator('.note[open]')
    .evaluateAll((notes) => notes.map((note) => note.querySelector('.body')!.id));
}
