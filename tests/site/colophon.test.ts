import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';

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

describe('The edition, whose publisher is not configured', () => {
  test('says so, and makes nothing up.', async () => {
    await page.goto(`${inject('edition')}colophon/`);
    const words = await wordsOf('main');
    expect(words).toContain('No publisher is named in this copy’s configuration, and none is made up.');
    expect(words).toContain('No person responsible for the notes is named either.');
    expect(words).toContain('No address for reports is given in this copy’s configuration.');
    expect(words).toContain('None so far.');
  });

  test('leads from every note to the place that says so.', async () => {
    const [reading] = readings();
    await page.goto(`${inject('edition')}${reading!.slug}/`);
    expect(await page.locator('a.err').count()).toBe(reading!.annotations.length);
    await page.locator('details.note > summary').first().click();
    await page.locator('a.err').first().click();
    expect(page.url()).toBe(`${inject('edition')}colophon/#page:errors`);
    expect(await wordsOf(':target')).toBe('To report an error');
  });
});
