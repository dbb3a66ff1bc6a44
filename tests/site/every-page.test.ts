import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readContent } from '../../src/build/content.ts';
import { SOFTWARE, siteName } from '../../src/core/site-name.ts';
import { FIXTURE_CONTENT, handbookPages, pagesOf, readings } from '../support/pages.ts';
import { atRest } from '../support/reading-page.ts';

/**
 * What holds on every page of both sites: no axe violation, and the names that it bears. What it may do is in
 * `policy.test.ts`, and where it leads in `integrity.test.ts`.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const sites = [
  { site: 'edition' as const, pages: [...pagesOf(readings()), ...handbookPages()], content: readContent() },
  {
    site: 'fixture' as const,
    pages: pagesOf(readings(FIXTURE_CONTENT)),
    content: readContent(FIXTURE_CONTENT),
  },
];

const looks = [390, 1440]
  .flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })))
  .map((look, turn) => ({ ...look, turn }));

/** Notes, sources and problems are hundreds of pages of three templates. */
const isOfTemplate = (path: string) => /notes\/.|sources\/.|problems\/./.test(path);

/** Of a template's pages each is looked at in one of the four ways, in turn; every other page in every way. */
function seenIn(pages: readonly string[], turn: number): string[] {
  return pages.filter((path, index) => !isOfTemplate(path) || index % looks.length === turn);
}

describe.each(looks)('axe has nothing to say at $width px, $colorScheme', ({ width, colorScheme, turn }) => {
  test.each(sites)('on any page of the $site', async ({ site, pages }) => {
    await inContext({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
      const said: string[] = [];
      for (const path of seenIn(pages, turn)) {
        await page.goto(inject(site) + path);
        said.push(...(await violations(page, path)));
      }
      expect(said).toEqual([]);
    });
  });

  test('on a reading with all its notes open, and with the cite list open', async () => {
    await inContext({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
      await page.goto(`${inject('edition')}peace-deal/`);
      await page.locator('[data-passage="p8"]').click();
      await page.locator('.citing-here .refs').waitFor();
      await atRest(page);
      expect(await violations(page, 'citing')).toEqual([]);
      await page.goto(`${inject('edition')}peace-deal/#kyslytsya-title`);
      expect(await violations(page, 'one note')).toEqual([]);
    });
    await inContext(
      { viewport: { width, height: 900 }, colorScheme, javaScriptEnabled: true },
      async (page) => {
        await page.route('**/*.js', (route) => route.abort());
        await page.goto(`${inject('edition')}peace-deal/`);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await violations(page, 'all notes, without scripts')).toEqual([]);
      },
    );
  });

  test('on search results', async () => {
    await inContext({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
      await page.goto(`${inject('edition')}search/?q=Reuters`);
      await page.locator('.hits .hit').first().waitFor();
      expect(await violations(page, 'results')).toEqual([]);
    });
  });
});

describe.each(sites)('every page of the $site', ({ site, pages, content }) => {
  const name = siteName(content.publication);

  test('has its status, one headline, its title, and the site’s name and no other.', async () => {
    await inContext({}, async (page) => {
      for (const path of pages) {
        const response = await page.goto(inject(site) + path, { waitUntil: 'domcontentloaded' });
        expect(response!.status(), path).toBe(path === 'no-such-page/' ? 404 : 200);
        expect(await page.locator('h1').count(), path).toBe(1);
        const title = await page.title();
        expect(title.slice(-name.length - 4), path).toMatch(new RegExp(`^. – ${name}$`, 'u'));
        expect(await page.locator('.brand').innerText(), path).toBe(name);
        if (name !== SOFTWARE) expect(ofTheSoftware(await page.content()), path).toEqual([]);
      }
    });
  });
});

async function inContext(options: Parameters<Browser['newContext']>[0], work: (page: Page) => Promise<void>) {
  // What moves is measured where it comes to rest.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function violations(page: Page, path: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(
    ({ id, nodes }) => `/${path}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

/** Where the software is named, but for whose numbering it is and what the site is made with. */
function ofTheSoftware(html: string): string[] {
  return Array.from(
    html.matchAll(/.{0,30}\bPostil\b(?!’s)(?!, which also numbers).{0,30}/gu),
    ([words]) => words,
  );
}
