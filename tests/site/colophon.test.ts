import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { notePath } from '../../src/core/address.ts';
import { imprintInEnglish, reportingInEnglish } from '../../src/core/imprint.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';

/** Who answers for the site, and what became of what it said. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
});
afterAll(() => browser.close());

const wordsOf = async (selector: string) => (await page.locator(selector).innerText()).replace(/\s+/g, ' ');

describe('A site whose publisher is configured', () => {
  test('names who publishes it, who is responsible, and where they are.', async () => {
    await page.goto(`${inject('fixture')}colophon/`);
    const words = await wordsOf('main');
    expect(words).toContain('Published by The Tester’s Press.');
    expect(words).toContain('Responsible for the notes: A. van der Tester.');
    expect(words).toContain('1 Test Street, Testing.');
    expect(await page.locator('main a[href="mailto:errors@example.org"]').innerText()).toBe(
      'errors@example.org',
    );
  });

  test('lists its corrections, each with the way to its note.', async () => {
    await page.goto(`${inject('fixture')}colophon/`);
    const correction = page.locator('main li', { hasText: 'A slip of the editors’.' });
    expect(await correction.locator('del').innerText()).toBe('This one stands beside it.');
    expect(await correction.locator('ins').innerText()).toBe('This one stands inside it.');
    await correction.locator('a').click();
    expect(page.url()).toBe(`${inject('fixture')}every-block/notes/inner/`);
  });

  test.each(['every-block/notes/inner/', 'every-block/#inner'])(
    'shows at the note, %s, its correction, the reply to it, the dispute it belongs to, and where to report an error.',
    async (path) => {
      await page.goto(inject('fixture') + path);
      const note = path.includes('#') ? '[id="inner"]' : 'main';
      if (path.includes('#')) await page.locator(`${note} .rest > summary`).click();
      const words = await wordsOf(note);
      expect(words).toContain('Corrected (5 November 2026). It said: This one stands beside it.');
      expect(words).toContain(
        'Reply of A. van der Tester (10 November 2026). It went when I wrote it, & “it” was <i>.',
      );
      expect(words).toContain('One dispute, whether it goes, with “One whole paragraph is marked.”');
      expect(await page.locator(`${note} a.err`).getAttribute('href')).toBe(
        'mailto:errors@example.org?subject=Error%20in%20the%20note%20inner',
      );
    },
  );
});

const sites = [
  { site: 'edition' as const, ...readContent() },
  { site: 'fixture' as const, ...readContent(FIXTURE_CONTENT) },
];

describe.each(sites)('The colophon of the $site', ({ site, readings, publication }) => {
  test('says what is configured, that the rest is not, and which notes were corrected.', async () => {
    await page.goto(`${inject(site)}colophon/`);
    const words = await wordsOf('main');
    expect(words).toContain(imprintInEnglish(publication));
    expect(words).toContain(reportingInEnglish(publication).says);
    const corrections = readings.flatMap((reading) => reading.corrections);
    expect(words.includes('None so far.')).toBe(corrections.length === 0);
    expect(await page.locator('main li del').allInnerTexts()).toEqual(corrections.map(({ was }) => was));
  });

  test('says where errors are reported, and every note leads there, or nowhere.', async () => {
    const reading = readings[0]!;
    await page.goto(`${inject(site)}${reading.slug}/`);
    const links = await page.locator('a.err').count();
    expect(links).toBe(publication.report === undefined ? 0 : reading.annotations.length);
    await page.goto(`${inject(site)}${notePath(reading, reading.annotations[0]!.id)}`);
    expect(await page.locator('a.err').count()).toBe(publication.report === undefined ? 0 : 1);
  });
});
