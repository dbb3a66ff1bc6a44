import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** A box on the page, in CSS pixels from the top left of the document. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What nothing else in a page has for a colour. */
const MAGENTA = [255, 0, 255] as const;

/** Lets a page, from its beginning, paint what a link's words lead to in one colour: nothing else tells what they are. */
export async function paintHighlights(page: Page): Promise<void> {
  await page.addInitScript((colour) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`::target-text { background: ${colour} !important; color: ${colour} !important; }`);
    document.adoptedStyleSheets = [sheet];
  }, `rgb(${MAGENTA.join()})`);
}

/** How many pixels are not as they should be. */
export interface Faults {
  /** Of the middle of each line of the words, not painted. */
  missing: number;
  /** Elsewhere, painted. */
  foreign: number;
}

/** How far a line's paint may reach beyond its box above and below, and beside by rounding. */
const [BESIDE, ABOVE] = [1, 8];

/** @returns a picture of the whole page, for which it is laid out anew */
export async function pictureOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const size = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const { data } = await session.send('Page.captureScreenshot', {
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, ...size, scale: 1 },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/**
 * @param page painted, at rest
 * @param rects the lines of the words that should be highlighted, and no others
 */
export async function compareHighlight(page: Page, rects: readonly Rect[]): Promise<Faults> {
  const png = await pictureOf(page);
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const isPainted = (x: number, y: number) =>
    MAGENTA.every((value, index) => data[(y * info.width + x) * info.channels + index] === value);
  const allowed = new Uint8Array(info.width * info.height);
  let missing = 0;
  for (const { left, top, right, bottom } of rects) {
    const middle = Math.round((top + bottom) / 2);
    for (let x = Math.ceil(left) + BESIDE; x < Math.floor(right) - BESIDE; x += 1)
      if (!isPainted(x, middle)) missing += 1;
    for (let y = Math.floor(top) - ABOVE; y < bottom + ABOVE; y += 1)
      allowed.fill(1, y * info.width + Math.floor(left) - BESIDE, y * info.width + Math.ceil(right) + BESIDE);
  }
  let foreign = 0;
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1)
      if (allowed[y * info.width + x] === 0 && isPainted(x, y)) foreign += 1;
  return { missing, foreign };
}
