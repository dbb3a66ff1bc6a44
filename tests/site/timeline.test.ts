import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readSources } from '../../src/build/content.ts';
import { headline, overview, placeOfText } from '../../src/core/chronicle.ts';
import { firstDay, inWords, lastDay } from '../../src/core/date.ts';
import { shortName } from '../../src/core/source.ts';
import { timeWritten } from '../../src/core/written.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

/** The timeline: its list says what the data say, and its drawing leads to the list. Without JavaScript. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const sites = [
  { site: 'edition' as const, all: readings(), records: readSources().sources },
  {
    site: 'fixture' as const,
    all: readings(FIXTURE_CONTENT),
    records: readSources(FIXTURE_CONTENT).sources,
  },
];
const told = sites.flatMap(({ site, all, records }) =>
  all.filter(({ events }) => events.length > 0).map((reading) => ({ site, reading, records })),
);

const idOf = ({ slug }: { slug: string }, { anchor }: { anchor: string }) => `event:${slug}:${anchor}`;

async function onTimeline(
  site: 'edition' | 'fixture',
  work: (page: Page) => Promise<void>,
  width = 1440,
): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(`${inject(site)}timeline/`);
    await work(page);
  } finally {
    await context.close();
  }
}

test('The sites of these tests have timelines of one reading and of several.', () => {
  expect(told.map(({ site }) => site)).toEqual(['edition', 'fixture', 'fixture']);
});

describe.each(told)('The timeline of $reading.slug', ({ site, reading, records }) => {
  test('lists every event with its date, its sources and the words it bears on', async () => {
    await onTimeline(site, async (page) => {
      for (const event of reading.events) {
        const entry = page.locator(`[id="${idOf(reading, event)}"]`);
        const words = plain(await entry.innerText());
        expect(words).toContain(inWords(event.date));
        expect(words).toContain(event.event);
        expect(words.includes('The text uses it.')).toBe(event.text === 'uses');
        expect(words.includes('Not mentioned in the text.')).toBe(event.text === 'silent');
        for (const key of event.sources) {
          const source = records.get(key)!;
          expect(words).toContain(shortName(source));
          if (source.URL !== undefined)
            expect(await entry.locator(`a[href="${source.URL}"]`).count(), key).toBe(1);
        }
        const bearing = entry.locator('.bears a');
        expect(await bearing.count()).toBe(event.annotations.length);
        for (const [place, id] of event.annotations.entries()) {
          const { quote, status } = reading.annotations.find((annotation) => annotation.id === id)!;
          const link = bearing.nth(place);
          expect(await link.getAttribute('href')).toBe(
            `${new URL(inject(site)).pathname}${reading.slug}/#${id}`,
          );
          expect(await link.getAttribute('lang')).toBe(reading.language);
          const shown = plain(await link.innerText())
            .slice(1, -1)
            .replace(/\s…$/, '');
          expect(shown).not.toBe('');
          expect(quote.startsWith(shown), shown).toBe(true);
          expect(words).toContain(status ?? 'remark');
        }
      }
    });
  });

  test('draws every event at its place, as a link to its entry', async () => {
    await onTimeline(site, async (page) => {
      const links = page.locator(`.steps a[href^="#event:${reading.slug}:"]`);
      expect((await links.allTextContents()).map(plain)).toEqual(reading.events.map(({ label }) => label));
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
        reading.events.map((event) => `#${idOf(reading, event)}`),
      );
      const dots = await links.locator('circle').evaluateAll((all) =>
        all.map((dot) => {
          const { x, y } = dot.getBoundingClientRect();
          return { x, y };
        }),
      );
      for (const [index, dot] of dots.slice(1).entries()) {
        expect(dot.x).toBeGreaterThanOrEqual(dots[index]!.x);
        expect(dot.y).toBeGreaterThan(dots[index]!.y);
      }
      const last = reading.events.at(-1)!;
      await links.last().click();
      expect(decodeURI(new URL(page.url()).hash)).toBe(`#${idOf(reading, last)}`);
      expect(plain(await page.locator(':target').innerText())).toContain(last.event);
    });
  });

  test.each([740, 1100, 2560])('keeps every label within the drawing at %i px', async (width) => {
    await onTimeline(
      site,
      async (page) => {
        const beyond = await page.locator('.steps').evaluateAll((drawings) =>
          drawings.flatMap((drawing) => {
            const box = drawing.getBoundingClientRect();
            return [...drawing.querySelectorAll('text')]
              .filter((text) => {
                const { left, right } = text.getBoundingClientRect();
                // The stroke that parts a label from the lines behind it is no part of its words.
                return left < box.left - 4 || right > box.right + 4;
              })
              .map((text) => text.textContent);
          }),
        );
        expect(beyond).toEqual([]);
      },
      width,
    );
  });
});

test('The edition’s timeline says how many events there are, and over what time', async () => {
  const { site, reading, records } = told[0]!;
  const written = timeWritten(reading, records.get(reading.source)!);
  await onTimeline(site, async (page) => {
    expect(await page.locator('h1').innerText()).toBe(headline(reading.events));
    expect(await page.locator('.lead').innerText()).toBe(overview(reading.events, written));
  });
});

test('The time of the text is said once in each list, beside the first of its events', async () => {
  for (const { site, reading, records } of told) {
    const written = timeWritten(reading, records.get(reading.source)!)!;
    const within = reading.events.filter(
      ({ date }) => written.first <= firstDay(date) && lastDay(date) <= written.last,
    );
    await onTimeline(site, async (page) => {
      const list = page.locator('.events', { has: page.locator(`[id^="event:${reading.slug}:"]`) });
      expect(await list.locator('.time').allInnerTexts()).toEqual(
        within.length > 0 ? [placeOfText(written)] : [],
      );
      const marked = await list.locator('> .written').evaluateAll((found) => found.map(({ id }) => id));
      expect(marked).toEqual(within.map((event) => idOf(reading, event)));
    });
  }
});

test('Several readings have a section each, under their titles in their own language', async () => {
  await onTimeline('fixture', async (page) => {
    expect(await page.locator('h1').innerText()).toBe('Timeline');
    const told = readings(FIXTURE_CONTENT).filter(({ events }) => events.length > 0);
    expect(told.length).toBeGreaterThan(1);
    for (const { slug, title, language } of told) {
      const section = page.locator('section', { has: page.locator(`[id^="event:${slug}:"]`) });
      expect(await section.locator('h2').innerText()).toBe(title);
      expect(await section.locator('h2').getAttribute('lang')).toBe(language);
      expect(await section.locator('.steps').count()).toBe(1);
    }
  });
});

test('The keyboard reaches every event, and goes past the drawing in one step', async () => {
  const [reading] = readings();
  const focused = (page: Page) => page.locator(':focus');
  await onTimeline('edition', async (page) => {
    await page.locator('.past').focus();
    expect(await page.locator('.past').boundingBox()).toMatchObject({ x: expect.any(Number) as number });
    expect((await page.locator('.past').boundingBox())!.x).toBeGreaterThanOrEqual(0);
    for (const event of reading!.events) {
      await page.keyboard.press('Tab');
      expect(await focused(page).getAttribute('href')).toBe(`#${idOf(reading!, event)}`);
    }
    await page.locator('.past').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page).evaluate((link) => link.closest('.events') !== null)).toBe(true);
  });
});

test('On a phone the axis alone is drawn, a stroke for each event, and the list is there', async () => {
  const [reading] = readings();
  await onTimeline(
    'edition',
    async (page) => {
      expect(await page.locator('.steps').isVisible()).toBe(false);
      expect(await page.locator('.strokes .stroke').count()).toBe(reading!.events.length);
      expect(await page.locator('.strokes').isVisible()).toBe(true);
      expect(await page.locator('.past').isVisible()).toBe(false);
      expect(await page.locator('.events > li').count()).toBe(reading!.events.length);
    },
    390,
  );
});

test.each([320, 390, 735, 737, 1344, 2560])('Nothing scrolls sideways at %i px', async (width) => {
  for (const site of ['edition', 'fixture'] as const) {
    await onTimeline(
      site,
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      width,
    );
  }
});

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
