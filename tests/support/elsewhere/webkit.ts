import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { Builder, By } from 'selenium-webdriver';
import { freePort, programOf } from './machine.ts';
import type { Reader } from './reader.ts';

/** What Debian's packages `webkit2gtk-driver` and `xvfb` have. */
export const WEBKIT = { names: ['WebKitWebDriver'], variable: 'WEBKIT_DRIVER_PATH' };
export const XVFB = { names: ['Xvfb'], variable: 'XVFB_PATH' };

/** WebKitGTK's own small browser, which no path leads to. */
const BROWSERS = '/usr/lib/*/webkit*gtk-*/MiniBrowser';

/** Its bar of buttons has 447 pixels on Debian 12; a phone's width cannot be had. */
const NARROWEST = 460;

/** Pixels of a screen that has room for the widest window. */
const SCREEN = '2000x1400x24';

/**
 * Starts WebKitGTK's browser on a screen that nobody sees, driven by WebDriver.
 *
 * @returns undefined where the machine has none
 * @see https://www.w3.org/TR/webdriver2/
 */
export async function startWebKit(): Promise<Reader | undefined> {
  const driver = programOf(WEBKIT.names, WEBKIT.variable);
  const screen = programOf(XVFB.names, XVFB.variable);
  const [binary] = globSync(BROWSERS);
  if (driver === undefined || screen === undefined || binary === undefined) return undefined;
  const { display, server } = await startScreen(screen);
  const port = await freePort();
  const service = spawn(driver, [`--port=${port}`], { env: { ...process.env, DISPLAY: display } });
  await listens(port);
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    })
    .build();
  const capabilities = await session.getCapabilities();
  return {
    name: `WebKitGTK ${capabilities.get('browserVersion') as string}`,
    narrowest: NARROWEST,
    async resize(width, height) {
      // A window has a frame and bars, which differ.
      for (let [outer, high] = [width, height], tries = 0; tries < 3; tries += 1) {
        await session.manage().window().setRect({ width: outer, height: high });
        const [innerWide, innerHigh] = await session.executeScript<[number, number]>(
          'return [innerWidth, innerHeight]',
        );
        [outer, high] = [outer + width - innerWide, high + height - innerHigh];
      }
    },
    open: (address) => session.get(address),
    evaluate: (run, ...given) => session.executeScript(`return (${run.toString()})(...arguments)`, ...given),
    type: (words) => session.actions().sendKeys(words).perform(),
    click: (selector) => session.findElement(By.css(selector)).click(),
    picture: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
    async close() {
      await session.quit();
      service.kill();
      server.kill();
    },
  };
}

/** Xvfb chooses a number for the screen, and tells it where it is asked to. */
async function startScreen(program: string): Promise<{ display: string; server: ChildProcess }> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.on('exit', () => reject(new Error(`\`${program}\` has ended.`)));
  });
  return { display: `:${number}`, server };
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
