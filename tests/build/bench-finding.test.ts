import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OURS } from '../../src/bench/comparison.ts';
import { benchFinding } from '../../src/bench/finding.ts';
import { npm } from '../../src/bench/installation.ts';
import { madeUp } from '../../src/bench/subject.ts';
import { launchChromium } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('On a slow network the first hit waits for fewer answers one after the other than plain Pagefind’s.', async () => {
  const { entries } = await benchFinding(browser, madeUp(10), [], { rounds: 1, words: 2 }, () => undefined);
  expect([...entries.keys()]).toEqual(['plain Pagefind', OURS]);
  for (const { time, bytes, withScripts, requests, waves, warm } of entries.values()) {
    expect(time).toBeGreaterThan(0);
    expect(warm).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(withScripts).toBeGreaterThan(bytes!);
    expect(requests).toBeGreaterThanOrEqual(waves!);
  }
  expect(entries.get(OURS)!.waves).toBeLessThan(entries.get('plain Pagefind')!.waves!);
});

test('What npm refuses is told with the folder, the command, and npm’s own words.', async () => {
  await expect(npm('tests/bench/eleventy', 'run', 'nothing')).rejects.toThrow(
    /`npm run nothing` failed in tests\/bench\/eleventy\.[^]*Missing script: "nothing"/,
  );
});
