import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';

/** What an open note takes of the margin, and what stands in it before anything else is opened. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const [reading] = readings();
/** In CSS pixels; what would be higher waits. */
const HIGHEST = 560;
const TYPICAL = 360;

test.each([1100, 1440])(
  'In a window of %i px no open note is too high, and each shows what it rests on.',
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${inject('edition')}${reading!.slug}/`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const notes = await page.locator('details.note').evaluateAll((all) =>
      (all as HTMLDetailsElement[]).map((note) => {
        note.open = true;
        const { height } = note.getBoundingClientRect();
        const shown = [...note.querySelectorAll<HTMLElement>('blockquote')].filter((each) =>
          each.checkVisibility(),
        );
        note.open = false;
        return { id: note.querySelector('.body')!.id, height, shown: shown.length };
      }),
    );
    const heights = notes.map(({ height }) => height).sort((a, b) => a - b);
    expect(notes.filter(({ height }) => height > HIGHEST)).toEqual([]);
    expect(heights[Math.floor(heights.length / 2)]).toBeLessThanOrEqual(TYPICAL);
    for (const { id, evidence } of reading!.annotations)
      expect(notes.find((note) => note.id === id)!.shown > 0, id).toBe(evidence.length > 0);
  },
);

test('Without JavaScript one goes from each note to the next, and back.', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const plain = await context.newPage();
  const ids = reading!.annotations.map(({ id }) => id);
  await plain.goto(`${inject('edition')}${reading!.slug}/#${ids[0]}`);
  for (const [index, id] of ids.entries()) {
    const note = plain.locator(`[id="${id}"]`);
    expect(await note.isVisible(), id).toBe(true);
    expect(await note.getByRole('link', { name: 'Previous note' }).count(), id).toBe(index === 0 ? 0 : 1);
    const next = note.getByRole('link', { name: 'Next note' });
    expect(await next.count(), id).toBe(index === ids.length - 1 ? 0 : 1);
    if (index < ids.length - 1) await next.click();
  }
  await context.close();
});
