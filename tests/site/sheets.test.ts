import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { inPage } from '../support/reading-page.ts';
import { EDITION, FIXTURE } from '../support/sites.ts';

/** Pages that carry their own styles look as they would with the one sheet that has all. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const ways = [
  { width: 390, media: 'screen' },
  { width: 1440, media: 'screen' },
  { width: 1440, media: 'print' },
] as const;

describe.each([
  { site: 'edition', ...EDITION },
  { site: 'fixture', ...FIXTURE },
] as const)('of the $site', ({ site, dist }) => {
  const pages = [...pagesWith(dist, '*/index.html', 2), ...pagesWith(dist, '*/notes/*/index.html', 8)];

  test.each(pages)('“%s” lacks no rule', async (address) => {
    for (const { width, media } of ways)
      await inPage(browser, { viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
        await page.emulateMedia({ media });
        // A font that comes between the two measures would be a difference.
        await page.route('**/*.woff2', (route) => route.abort());
        await page.goto(inject(site) + address, { waitUntil: 'load' });
        expect(await differences(page, `${inject(site)}claims/`), `${width} px, ${media}`).toEqual([]);
      });
  });
});

test('no style says more than one thing by `text-decoration`: in WebKit of 2025 it would say nothing', () => {
  const said = globSync('**/*.{css,html,js}', { cwd: EDITION.dist }).flatMap((file) =>
    Array.from(
      readFileSync(path.join(EDITION.dist, file), 'utf8').matchAll(
        /text-decoration:[^;}"`]*[a-z)] [^;}"`]*/g,
      ),
      ([declaration]) => `${file}: ${declaration}`,
    ),
  );
  expect(said).toEqual([]);
});

/** Those among some pages, with their own styles, that have a class which none before them has. */
function pagesWith(dist: string, pattern: string, atMost: number): string[] {
  const seen = new Set<string>();
  return globSync(pattern, { cwd: dist })
    .toSorted()
    .filter((file) => {
      const html = readFileSync(path.join(dist, file), 'utf8');
      if (!html.includes('<style>')) return false;
      const classes = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '));
      const isNew = classes.some((name) => !seen.has(name));
      classes.forEach((name) => seen.add(name));
      return isNew;
    })
    .slice(0, atMost)
    .map((file) => path.dirname(file) + '/');
}

/** What is computed for its elements otherwise once the sheet of another page is there, too. */
function differences(page: Page, other: string): Promise<string[]> {
  return page.evaluate(async (other) => {
    const linking = new DOMParser().parseFromString(await (await fetch(other)).text(), 'text/html');
    const link = linking.querySelector('link[rel="stylesheet"]:not([media])')!.getAttribute('href')!;
    const whole = document.createElement('style');
    whole.textContent = await (await fetch(new URL(link, other))).text();
    const own = document.querySelector('head > style')!;

    const parts = ['', '::before', '::after'];
    const elements = [...document.querySelectorAll('body, body *')];
    const computed = () =>
      elements.flatMap((element) =>
        parts.map((part) => {
          const style = getComputedStyle(element, part);
          if (part && style.content === 'none') return '';
          return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n');
        }),
      );
    const before = computed();
    own.before(whole);
    const after = computed();
    return before.flatMap((mine, at) => {
      if (mine === after[at]) return [];
      const { tagName, className } = elements[Math.floor(at / parts.length)]!;
      const theirs = new Set(after[at]!.split('\n'));
      const differing = mine.split('\n').filter((line) => !theirs.has(line));
      return [`${tagName}.${className}${parts[at % parts.length]!} ${differing.slice(0, 5).join('; ')}`];
    });
  }, other);
}
