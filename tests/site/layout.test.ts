import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { overflow } from '../support/overflow.ts';
import { FIXTURE_CONTENT, pageTypes, readings, WORST_CONTENT } from '../support/pages.ts';
import {
  type Box,
  boxes,
  faults,
  inPage,
  laidOut,
  MARGIN_FROM,
  openReading,
  press,
} from '../support/reading-page.ts';

/** How the notes stand beside the text and below it: in the edition, the fixtures and the worst cases. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const WIDTHS = [320, 390, 820, 1100, 1440, 2560];
const WIDE = WIDTHS.filter((width) => width >= MARGIN_FROM);
const HEIGHT = 900;

/** How far a note may stand from its mark in the op-ed, and how far an open note may push another. */
const NEAR = 110;
const PUSHED = 300;
/** A note nearer to its mark than this stands beside it; two notes nearer to each other than this touch. */
const BESIDE = 8;
const TOUCHING = 12;

const sites = [
  { site: 'edition' as const, readings: readings() },
  { site: 'fixture' as const, readings: readings(FIXTURE_CONTENT) },
  { site: 'worst' as const, readings: readings(WORST_CONTENT) },
];
const all = sites.flatMap(({ site, readings }) => readings.map((reading) => ({ site, reading })));
const [edition] = readings();
const address = (site: 'edition' | 'fixture' | 'worst', slug: string) => `${inject(site)}${slug}/`;
const at = (width: number) => ({ viewport: { width, height: HEIGHT } });

describe.each(WIDTHS)('at %i px', (width) => {
  test.each(sites)('no type of page of the $site scrolls sideways', async ({ site, readings }) => {
    await inPage(browser, at(width), async (page) => {
      for (const path of pageTypes(readings)) {
        await page.goto(inject(site) + path);
        await page.evaluate(() => document.fonts.ready);
        expect(await page.evaluate(overflow), path).toBeLessThanOrEqual(0);
      }
    });
  });

  test.each(all)(
    'the notes of $reading.slug stand in order, and none covers another',
    async ({ site, reading }) => {
      await inPage(browser, at(width), async (page) => {
        await openReading(page, address(site, reading.slug));
        const closed = await boxes(page);
        if (width >= MARGIN_FROM) expect(closed).toHaveLength(reading.annotations.length);
        expect(faults(closed)).toEqual([]);
        expect(await offPage(page)).toEqual([]);
      });
    },
  );

  test.each(all.filter(({ reading }) => reading.annotations.length > 0))(
    'so they do in $reading.slug when the longest one is open',
    async ({ site, reading }) => {
      await inPage(browser, at(width), async (page) => {
        await openReading(page, address(site, reading.slug));
        const [longest] = reading.annotations.toSorted((a, b) => lengthOf(b) - lengthOf(a));
        await press(page, longest!.id);
        const open = await boxes(page);
        expect(open.map(({ id }) => id)).toContain(longest!.id);
        expect(faults(open)).toEqual([]);
        if (width < MARGIN_FROM) expect(await outOfLine(page)).toEqual([]);
        expect(await offPage(page)).toEqual([]);
      });
    },
  );
});

describe.each(WIDE)('in the margin at %i px', (width) => {
  test('no note of the edition stands far from its mark', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address('edition', edition!.slug));
      const far = (await boxes(page)).filter(({ top, mark }) => Math.abs(top - mark) > NEAR);
      expect(far.map(({ id, top, mark }) => `${id}: ${Math.round(top - mark)}`)).toEqual([]);
    });
  });

  test.each(all)(
    'a note of $reading.slug away from its mark touches a neighbour',
    async ({ site, reading }) => {
      await inPage(browser, at(width), async (page) => {
        await openReading(page, address(site, reading.slug));
        expect(await adrift(page)).toEqual([]);
        for (const { id } of reading.annotations.slice(0, 12)) {
          await press(page, id);
          expect(await adrift(page), `with ${id} open`).toEqual([]);
          await press(page, id);
        }
      });
    },
  );
});

describe.each([1100, 1440])('with each note of the edition open in turn at %i px', (width) => {
  test('no neighbour is pushed far, none is covered, and the text does not move', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address('edition', edition!.slug));
      const rest = await boxes(page);
      const wrong: string[] = [];
      for (const { id } of rest) {
        await press(page, id);
        const now = await boxes(page);
        const pushed = now.map((box, index) => (box.id === id ? 0 : Math.abs(box.top - rest[index]!.top)));
        const furthest = Math.round(Math.max(...pushed));
        if (furthest > PUSHED) wrong.push(`${id} open pushes a neighbour by ${furthest}`);
        wrong.push(...faults(now).map((fault) => `${id} open: ${fault}`));
        expect(now.map(({ mark }) => mark)).toEqual(rest.map(({ mark }) => mark));
        await press(page, id);
      }
      expect(tops(await boxes(page))).toEqual(tops(rest));
      expect(wrong).toEqual([]);
    });
  });
});

test.each([
  { width: 1100, height: 800 },
  { width: 1440, height: 900 },
])('the first line of the text stands in the first screen at $width × $height', async (viewport) => {
  await inPage(browser, { viewport }, async (page) => {
    await openReading(page, address('edition', edition!.slug));
    const bottom = await page.evaluate(() => {
      const first = document.querySelector('.para > p')!;
      const words = document.createRange();
      words.selectNodeContents(first);
      return words.getClientRects()[0]!.bottom;
    });
    expect(bottom).toBeLessThanOrEqual(viewport.height);
  });
});

describe('when the window narrows and widens again', () => {
  test.each(all.filter(({ reading }) => reading.annotations.length > 0))(
    'the notes of $reading.slug go into line and back',
    async ({ site, reading }) => {
      await inPage(browser, at(1440), async (page) => {
        await openReading(page, address(site, reading.slug));
        const wide = tops(await boxes(page));
        await resize(page, 820);
        expect(await outOfLine(page)).toEqual([]);
        await resize(page, 1440);
        expect(tops(await boxes(page))).toEqual(wide);
      });
    },
  );

  test.each(all.filter(({ reading }) => reading.annotations.length > 0))(
    'an open note of $reading.slug stays open below its line, and goes back to its place',
    async ({ site, reading }) => {
      await inPage(browser, at(1440), async (page) => {
        await openReading(page, address(site, reading.slug));
        const { id } = reading.annotations.at(-1)!;
        await press(page, id);
        const wide = tops(await boxes(page));
        await resize(page, 820);
        expect(await outOfLine(page)).toEqual([]);
        const open = (await boxes(page)).find((box) => box.id === id);
        expect(open!.top).toBeGreaterThan(open!.mark);
        await resize(page, 1440);
        expect(tops(await boxes(page))).toEqual(wide);
      });
    },
  );
});

describe.each([390, 1440])('axe has nothing to say at %i px', (width) => {
  test.each(sites[2]!.readings)('on $slug', async ({ slug, annotations }) => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address('worst', slug));
      if (annotations[0]) await press(page, annotations[0].id);
      expect(await violations(page)).toEqual([]);
    });
  });
});

/** @returns notes that stand neither beside their mark nor at another note */
async function adrift(page: Page): Promise<string[]> {
  const notes = await boxes(page);
  return notes.flatMap(({ id, top, bottom, mark }, index) => {
    const above = top - (notes[index - 1]?.bottom ?? -Infinity);
    const below = (notes[index + 1]?.top ?? Infinity) - bottom;
    const isHeld = Math.abs(top - mark) <= BESIDE || Math.min(above, below) <= TOUCHING;
    return isHeld ? [] : [`${id}: ${Math.round(top - mark)} from its mark`];
  });
}

/** @returns what of the text and its notes sticks out of the window at its sides, where nothing can be scrolled to */
function offPage(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, .para > :not(.notes, .pn), .note, .note blockquote, .note a')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > document.documentElement.clientWidth + 1;
      })
      .map(({ tagName, id, className }) => `${tagName} ${id} ${className}`),
  );
}

/** @returns notes that do not stand within the paragraph of their mark, and those that cover a line of it */
function outOfLine(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.note')].flatMap((note) => {
      const id = note.querySelector('.body')!.id;
      const section = document.getElementById(`m-${id}`)!.closest('.para')!;
      if (!section.contains(note)) return [`${id} is elsewhere`];
      if (!note.checkVisibility()) return [];
      const [inner, outer] = [note.getBoundingClientRect(), section.getBoundingClientRect()];
      const isIn =
        inner.top >= outer.top - 1 &&
        inner.bottom <= outer.bottom + 1 &&
        inner.left >= outer.left - 1 &&
        inner.right <= outer.right + 1;
      const words = document.createTreeWalker(section, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement!.closest('.notes, .note, .fold, .pn')
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
      );
      const line = document.createRange();
      let isOver = false;
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        line.selectNodeContents(node);
        for (const { top, bottom, width } of line.getClientRects())
          isOver ||= width > 0 && top < inner.bottom - 2 && bottom > inner.top + 2;
      }
      return [...(isIn ? [] : [`${id} stands out`]), ...(isOver ? [`${id} covers a line`] : [])];
    }),
  );
}

async function resize(page: Page, width: number) {
  await page.setViewportSize({ width, height: HEIGHT });
  await laidOut(page);
}

const tops = (notes: readonly Box[]) => notes.map(({ id, top }) => `${id} ${Math.round(top)}`);
const lengthOf = ({ body, evidence }: (typeof all)[number]['reading']['annotations'][number]) =>
  [...body.map(({ text }) => text), ...evidence.map(({ excerpt }) => excerpt)].join('').length;
