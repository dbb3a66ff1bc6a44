import puppeteer from 'puppeteer-core';
import { programOf } from './machine.ts';
import type { Reader } from './reader.ts';

/** How Debian and others call it. */
export const FIREFOX = { names: ['firefox-esr', 'firefox'], variable: 'FIREFOX_PATH' };

/**
 * Starts Firefox without a window, driven by WebDriver BiDi.
 *
 * @returns undefined where the machine has none
 * @see https://www.w3.org/TR/webdriver-bidi/
 */
export async function startFirefox(): Promise<Reader | undefined> {
  const executablePath = programOf(FIREFOX.names, FIREFOX.variable);
  if (executablePath === undefined) return undefined;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    name: await browser.version(),
    narrowest: 0,
    resize: (width, height) => page.setViewport({ width, height }),
    open: async (address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    evaluate: (run, ...given) => page.evaluate(run as never, ...(given as never)),
    type: (words) => page.keyboard.type(words),
    click: (selector) => page.click(selector),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
