import type { Page } from 'playwright-core';

/**
 * How much wider a page is than its window, in CSS pixels. What waits until it is near (`content-visibility: auto`) is
 * drawn first: its own box would cut off what is too wide, so that nobody saw it.
 */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
    return document.documentElement.scrollWidth - innerWidth;
  });
}
