import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OF_READING, OF_SITE, OF_SOURCE } from '../../src/core/export/formats.ts';
import { launchChromium } from '../support/browser.ts';
import { environmentOf } from '../support/command.ts';
import { Winter } from '../support/winter.ts';

const TEXT = 'Winter came early to the valley this year. The roads were closed by snow.';

/** The development server over a small reading, in a real browser. */
let winter: Winter;
let server: ChildProcess;
let browser: Browser;
let address: string;

beforeAll(async () => {
  winter = new Winter(TEXT);
  winter.anchorsCommand();
  server = spawn('astro', ['dev', '--port', '0'], { env: environmentOf({ POSTIL_CONTENT: winter.root }) });
  address = await new Promise<string>((resolve, reject) => {
    let told = '';
    const listen = (chunk: Buffer) => {
      told += chunk.toString();
      const found = /http:\/\/localhost:\d+\//.exec(told);
      if (found) resolve(found[0]);
    };
    server.stdout!.on('data', listen);
    server.stderr!.on('data', listen);
    server.on('exit', () => reject(new Error(told)));
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.kill();
  winter.remove();
});

test('A text that its ledger does not know is told over the last good page, with the command; mended, it goes.', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}winter/`);
  const overlay = page.locator('vite-error-overlay');
  const message = overlay.locator('#message');
  winter.write(TEXT.replace('early', 'late'));
  await expect
    .poll(() => message.textContent({ timeout: 500 }).catch(() => ''), { timeout: 60_000 })
    .toContain('npm run anchors');
  await page.reload();
  await expect.poll(() => overlay.count(), { timeout: 60_000 }).toBe(1);
  winter.write(TEXT);
  await expect.poll(() => overlay.count(), { timeout: 60_000 }).toBe(0);
  expect(await page.locator('#p1').textContent()).toContain('came early');
});

test('Data is served while one writes, at the addresses that the built site has, as what it is.', async () => {
  const addresses = [
    ...OF_READING.map(({ file, type }) => [`winter/${file}`, type] as const),
    ...OF_SOURCE.map(({ file, type }) => [`sources/post${file}`, type] as const),
    ...OF_SITE.map(({ file, type }) => [file, type] as const),
  ];
  for (const [place, type] of addresses) {
    const response = await fetch(address + place);
    expect(response.status, place).toBe(200);
    expect(response.headers.get('content-type'), place).toBe(type);
  }
});

test('The search index is served while one writes, and is always that of the text as it is.', async () => {
  const pack = async () => (await fetch(`${address}pagefind/0000000000/en/pack-0.json`)).text();
  expect(await pack()).toContain('came early');
  winter.write(TEXT.replace('early', 'late'));
  await expect.poll(pack, { timeout: 60_000 }).toContain('came late');
  winter.write(TEXT);
  await expect.poll(pack, { timeout: 60_000 }).toContain('came early');
  const script = await fetch(`${address}pagefind/1111111111/en/pagefind.js`);
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript']);
  expect((await fetch(`${address}pagefind/1111111111/en/fragment/none`)).status).toBe(404);
});
