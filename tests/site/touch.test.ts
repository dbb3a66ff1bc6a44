import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';
import { atRest, inPage, openReading, press } from '../support/reading-page.ts';

/** The reader's journeys by finger on a phone, by pointer, and what they copy. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const [reading] = readings();
const { annotations, blocks, slug } = reading!;
const address = (rest = '') => `${inject('edition')}${slug}/${rest}`;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** A line keeps its place when it moves by less than this, in CSS pixels. */
const STILL = 2;

describe('by finger, at 390 px', () => {
  test('a tap opens the note of any mark below its line, which stays in sight; a second tap closes it', async () => {
    await inPage(browser, phone, async (page) => {
      await openReading(page, address());
      await stayHere(page);
      const wrong: string[] = [];
      for (const { id } of annotations) {
        const point = await bring(page, id);
        await tap(page, point);
        if (!(await openNotes(page)).includes(id)) wrong.push(`${id} does not open`);
        const { line, isCovered, note } = await see(page, id, point.part);
        if (Math.abs(line.top - point.top) > STILL)
          wrong.push(`the line of ${id} moves by ${Math.round(line.top - point.top)}`);
        if (isCovered) wrong.push(`the line of ${id} is covered, or takes no tap`);
        if (!note || note.top < line.bottom - STILL) wrong.push(`${id} does not open below its line`);
        await tap(page, point);
        if ((await openNotes(page)).length > 0) {
          wrong.push(`${id} does not close`);
          await press(page, id);
        }
        const closed = (await see(page, id, point.part)).line.top;
        if (Math.abs(closed - line.top) > STILL)
          wrong.push(`closing ${id} moves its line by ${Math.round(closed - line.top)}`);
      }
      expect(wrong).toEqual([]);
    });
  });

  test('a tap on another mark, while a note above or below is open, does not move the tapped line', async () => {
    await inPage(browser, phone, async (page) => {
      await openReading(page, address());
      await stayHere(page);
      const wrong: string[] = [];
      for (const { id } of [...annotations, ...annotations.toReversed().slice(1)]) {
        const point = await bring(page, id);
        await tap(page, point);
        if (!(await openNotes(page)).includes(id)) wrong.push(`${id} does not open`);
        const { top } = (await see(page, id, point.part)).line;
        if (Math.abs(top - point.top) > STILL)
          wrong.push(`the line of ${id} moves by ${Math.round(top - point.top)}`);
      }
      expect(wrong).toEqual([]);
    });
  });

  test.each([
    { way: 'to the right', by: 160 },
    { way: 'to the left', by: -160 },
  ])('a swipe $way over the note closes it', async ({ by }) => {
    await inPage(browser, phone, async (page) => {
      const finger = await page.context().newCDPSession(page);
      await openReading(page, address());
      await tap(page, await bring(page, 'kyslytsya-title'));
      const { line } = await see(page, 'kyslytsya-title');
      await swipe(page, finger, 'kyslytsya-title', { x: by, y: 6 });
      await expect.poll(() => openNotes(page)).toEqual([]);
      expect(Math.abs((await see(page, 'kyslytsya-title')).line.top - line.top)).toBeLessThanOrEqual(STILL);
    });
  });

  test.each([
    { name: 'one of them was opened and closed', before: phone.viewport },
    { name: 'they have stood in the margin', before: { width: 1440, height: 900 } },
  ])('notes unfolded below their paragraph stand there in order, after $name', async ({ before }) => {
    await inPage(browser, { ...phone, viewport: before }, async (page) => {
      await openReading(page, address());
      const { id } = annotations.find(
        ({ block }) => annotations.filter((each) => each.block === block).length > 2,
      )!;
      await press(page, id);
      await press(page, id);
      await page.setViewportSize(phone.viewport);
      await atRest(page);
      const fold = page.locator(`.fold:has(+ .notes > * > [id="${id}"])`);
      await fold.click();
      await atRest(page);
      const { top, bottom } = await page
        .locator(`.para:has([id="${id}"])`)
        .evaluate((para) => para.getBoundingClientRect().toJSON() as DOMRect);
      const tops = await page
        .locator(`.fold + .notes:has([id="${id}"]) > .note`)
        .evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().top));
      expect(tops.length).toBeGreaterThan(2);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      expect(tops.every((each) => each > top && each < bottom)).toBe(true);
    });
  });

  test('a finger that scrolls over the note leaves it open', async () => {
    await inPage(browser, phone, async (page) => {
      const finger = await page.context().newCDPSession(page);
      await openReading(page, address());
      await tap(page, await bring(page, 'kyslytsya-title'));
      const before = await page.evaluate(() => scrollY);
      await swipe(page, finger, 'kyslytsya-title', { x: 10, y: -120 });
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(before);
      expect(await openNotes(page)).toEqual(['kyslytsya-title']);
    });
  });
});

describe.each([
  { by: 'finger', options: phone },
  { by: 'pointer', options: { viewport: { width: 1440, height: 900 } } },
])('nested marks by $by', ({ by, options }) => {
  test('each open their own note', async () => {
    await inPage(browser, options, async (page) => {
      await openReading(page, address());
      const pairs = annotations.flatMap(({ id, within }) => (within === undefined ? [] : [[within, id]]));
      expect(pairs.length).toBeGreaterThan(0);
      for (const id of pairs.flat()) {
        const point = await bring(page, id);
        if (by === 'finger') await tap(page, point);
        else await page.mouse.click(point.x, point.y);
        await atRest(page);
        expect(await openNotes(page)).toEqual([id]);
        await press(page, id);
      }
    });
  });
});

describe.each([390, 1440])('what is copied at %i px', (width) => {
  const options = { viewport: { width, height: 844 } };
  /** Blocks that stand in an element of their own. */
  const copied = blocks.filter(({ sentences }) => sentences.length > 0);

  test('is the words of the paragraph and nothing else', async () => {
    await inPage(browser, options, async (page) => {
      await openReading(page, address());
      expect(copied.length).toBeGreaterThan(10);
      for (const { anchor, text } of copied) expect(await selected(page, anchor), anchor).toBe(text);
    });
  });

  test('is so with any note open', async () => {
    await inPage(browser, options, async (page) => {
      await openReading(page, address());
      const wrong: string[] = [];
      for (const { id, block } of annotations) {
        await press(page, id);
        const { anchor, text } = blocks[block]!;
        if ((await selected(page, anchor)) !== text) wrong.push(`${id} in ${anchor}`);
        await press(page, id);
      }
      expect(wrong).toEqual([]);
    });
  });

  test('comes so to the clipboard', async () => {
    await inPage(
      browser,
      { ...options, permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        await openReading(page, address());
        const { block } = annotations.find(({ id }) => id === 'kyslytsya-title')!;
        await press(page, 'kyslytsya-title');
        await selected(page, blocks[block]!.anchor);
        await page.keyboard.press('Control+c');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(blocks[block]!.text);
      },
    );
  });
});

/** Goes nowhere else, where a tap meets a link instead of the mark it should meet. */
async function stayHere(page: Page) {
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.abort('aborted') : route.continue(),
  );
}

async function tap(page: Page, { x, y }: { x: number; y: number }) {
  await page.touchscreen.tap(x, y);
  await atRest(page);
}

/**
 * Brings a mark to the middle of the window.
 *
 * @returns a point on the first line of one of its parts, where nothing covers it; which part; and that line's top
 */
function bring(page: Page, id: string): Promise<{ x: number; y: number; part: number; top: number }> {
  return page.evaluate((name) => {
    // A mark may go on below a note that stands open in it: its first line counts.
    const first = document.getElementById(`m-${name}`)!;
    scrollBy({ top: first.getClientRects()[0]!.top - innerHeight / 2, behavior: 'instant' });
    const points = [...document.querySelectorAll<HTMLAnchorElement>('.reading .mark')]
      .filter(({ hash }) => decodeURIComponent(hash.slice(1)) === name)
      .map((mark, part) => {
        const { left, top, width, height } = mark.getClientRects()[0]!;
        return { mark, part, x: left + width / 2, y: top + height / 2, top };
      });
    const free = points.find(({ mark, x, y }) => document.elementFromPoint(x, y)?.closest('.mark') === mark);
    const { x, y, part, top } = free ?? points[0]!;
    return { x, y, part, top };
  }, id);
}

/** @returns where the first line of a mark's part stands, whether anything covers it, and where the note is */
function see(page: Page, id: string, part = 0) {
  return page.evaluate(
    ([name, index]) => {
      const mark = [...document.querySelectorAll<HTMLAnchorElement>('.reading .mark')].filter(
        ({ hash }) => decodeURIComponent(hash.slice(1)) === name,
      )[index]!;
      const { left, top, bottom, width } = mark.getClientRects()[0]!;
      const onTop = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
      const note = document.querySelector(`.note:has(> [id="${CSS.escape(name)}"])`)!;
      return {
        line: { top, bottom },
        isCovered: onTop?.closest('.mark') == null,
        note: note.checkVisibility() ? { top: note.getBoundingClientRect().top } : undefined,
      };
    },
    [id, part] as const,
  );
}

/** Draws a finger over an open note. */
async function swipe(page: Page, finger: CDPSession, id: string, by: { x: number; y: number }) {
  const box = (await page.locator(`.note > [id="${id}"]`).boundingBox())!;
  const start = { x: 195, y: box.y + Math.min(box.height, 200) / 2 };
  const STEPS = 8;
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
  for (let step = 1; step <= STEPS; step += 1) {
    const point = { x: start.x + (by.x * step) / STEPS, y: start.y + (by.y * step) / STEPS };
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await atRest(page);
}

function openNotes(page: Page): Promise<string[]> {
  return page
    .locator('.note[open]')
    .evaluateAll((notes) =>
      notes.filter((note) => note.checkVisibility()).map((note) => note.querySelector('.body')!.id),
    );
}

/** Selects all of a block, as a reader does who copies it. @returns the words */
function selected(page: Page, anchor: string): Promise<string> {
  return page.evaluate((id) => {
    const selection = getSelection()!;
    selection.selectAllChildren(document.getElementById(id)!);
    return selection.toString();
  }, anchor);
}
