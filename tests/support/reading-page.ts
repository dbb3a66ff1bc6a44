import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** From this width on notes stand in the margin. */
export const MARGIN_FROM = 1100;

/** A note that can be seen, and its mark; lengths in CSS pixels from the top left of the document. */
export interface Box {
  id: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Top of the first line of its mark. */
  mark: number;
}

/** Does some work on a page of its own; what moves is measured where it comes to rest. */
export async function inPage(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Opens a reading and waits until it is laid out. */
export async function openReading(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await laidOut(page);
}

/** Waits until fonts are there, the margin is laid out where there is one, and nothing moves any more. */
export async function laidOut(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const hasMargin = page.viewportSize()!.width >= MARGIN_FROM && (await page.locator('.note').count()) > 0;
  if (hasMargin) await page.locator('html.laid').waitFor({ state: 'attached' });
  await atRest(page);
}

/** Waits until for some frames nothing has moved: neither the page nor a note in it. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const FRAMES = 3;
    const where = () =>
      [document.scrollingElement!.scrollHeight, scrollY]
        .concat([...document.querySelectorAll('.note')].map((note) => note.getBoundingClientRect().top))
        .join(' ');
    // What was just opened may want a font that nothing wanted before.
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    let before = where();
    for (let still = 0; still < FRAMES;) {
      await new Promise(requestAnimationFrame);
      const now = where();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}

/** @returns the notes that can be seen, in the order of their marks */
export async function boxes(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('.reading .mark[id^="m-"]')];
    return marks.flatMap((mark) => {
      const id = mark.id.slice('m-'.length);
      const note = document.querySelector(`.note:has(> [id="${CSS.escape(id)}"])`)!;
      if (!note.checkVisibility({ visibilityProperty: true })) return [];
      const { top, bottom, left, right } = note.getBoundingClientRect();
      // Folded away on a narrow window: there for the browser's own search only.
      if (top === bottom) return [];
      const line = mark.getClientRects()[0]!.top;
      return [
        {
          id,
          top: top + scrollY,
          bottom: bottom + scrollY,
          left: left + scrollX,
          right: right + scrollX,
          mark: line + scrollY,
        },
      ];
    });
  });
}

/** Boxes are laid to whole pixels. */
const ROUNDING = 1;

/** @returns which notes stand before the note of an earlier mark, and which lie over one another */
export function faults(notes: readonly Box[]): string[] {
  const unordered = notes.flatMap((note, index) => {
    const before = notes[index - 1];
    return before && note.top < before.top - ROUNDING ? [`${note.id} stands before ${before.id}`] : [];
  });
  const covered = notes.flatMap((note, index) =>
    notes
      .slice(index + 1)
      .filter((other) => meet(note, other))
      .map((other) => `${note.id} meets ${other.id}`),
  );
  return [...unordered, ...covered];
}

function meet(a: Box, b: Box): boolean {
  const isApart = (from: 'top' | 'left', to: 'bottom' | 'right') =>
    a[to] <= b[from] + ROUNDING || b[to] <= a[from] + ROUNDING;
  return !isApart('top', 'bottom') && !isApart('left', 'right');
}

/** Presses a mark as a script would, wherever it stands, and waits until all is at rest. */
export async function press(page: Page, id: string): Promise<void> {
  await page.evaluate((name) => document.getElementById(`m-${name}`)!.click(), id);
  await atRest(page);
}

/** A character of the text: its block, and how many UTF-16 code units of the block's words stand before it. */
export interface Place {
  block: string;
  offset: number;
  /** Top of its line in the window, in CSS pixels. */
  top: number;
  /** The words from there, for a failing test to tell. */
  words: string;
}

/** @returns the character at the start of the first line of the text that is wholly in the window */
export async function firstLine(page: Page): Promise<Place> {
  const place = await page.evaluate(() => {
    const isText = (node: Node): node is Text =>
      node instanceof Text &&
      node.data.trim() !== '' &&
      node.parentElement!.closest('.note, .fold, .citing-here, .pn') === null;
    for (const block of document.querySelectorAll<HTMLElement>('.para > p[id]')) {
      if (block.getBoundingClientRect().bottom <= 0) continue;
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let offset = 0;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (!isText(node) && node.parentElement!.closest('.note')) continue;
        for (let at = 0; isText(node) && at < node.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const rect = range.getClientRects()[0];
          if (!rect || rect.width === 0 || rect.top < 0) continue;
          // What covers the window's edge covers the line too.
          const seen = document.elementFromPoint(rect.left + 1, rect.top + 1);
          if (!seen || !block.contains(seen)) continue;
          return {
            block: block.id,
            offset: offset + at,
            top: rect.top,
            words: node.data.slice(at, at + 40),
          };
        }
        offset += (node as Text).length;
      }
    }
    return null;
  });
  if (!place) throw new Error('No line of the text is in the window.');
  return place;
}

/** @returns where in the window a character of the text stands now */
export async function topOf(page: Page, { block, offset }: Place): Promise<number> {
  return page.evaluate(
    ([id, before]) => {
      const texts = document.createTreeWalker(document.getElementById(id)!, NodeFilter.SHOW_TEXT);
      let rest = before;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement!.closest('.note')) continue;
        const { length } = node as Text;
        if (rest >= length) {
          rest -= length;
          continue;
        }
        const range = document.createRange();
        range.setStart(node, rest);
        range.setEnd(node, rest + 1);
        return range.getClientRects()[0]!.top;
      }
      throw new Error(`${id} has no character ${before}.`);
    },
    [block, offset] as const,
  );
}

/** Scrolls to the middle of the text, as a reader would have come there. */
export async function scrollToMiddle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const paragraphs = document.querySelectorAll('.para > p[id]');
    const middle = paragraphs[Math.floor(paragraphs.length / 2)]!;
    scrollTo(0, middle.getBoundingClientRect().top + scrollY + 40);
  });
  await atRest(page);
}
