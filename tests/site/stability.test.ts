import { createServer, type Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readings } from '../support/pages.ts';
import {
  atRest,
  boxes,
  firstLine,
  inPage,
  laidOut,
  openReading,
  press,
  scrollToMiddle,
  topOf,
} from '../support/reading-page.ts';
import { listen } from '../support/sites.ts';
import { WORST } from '../support/worst.ts';

/** What stays where it is: while a page loads, when notes are turned off and on, and over a reload. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const [reading] = readings();
const { annotations, slug } = reading!;
const address = (rest = '') => `${inject('edition')}${slug}/${rest}`;
const WIDTHS = [390, 1440];
const at = (width: number) => ({ viewport: { width, height: 844 } });

/** Milliseconds by which a file is held back: long enough for the page to be drawn without it. */
const LATE_FONTS = 2000;
const LATE_SCRIPTS = 1000;
/** Bytes that come at once from a slow host, milliseconds until the next, and bytes of a page that are seen at first. */
const PIECE = 500;
const TWO_FRAMES = 34;
const FIRST_WINDOW = 100_000;
/** Lines stand at fractions of a pixel. */
const STILL = 1;
const STILL_AFTER_RELOAD = 2;

const loaded = [
  { name: 'the reading', path: () => address() },
  { name: 'the reading at a passage', path: () => address('?v=245b083#p8s2') },
  { name: 'an annotation’s page', path: () => address('notes/kyslytsya-title/') },
  { name: 'the front', path: () => inject('edition') },
  { name: 'the search', path: () => `${inject('edition')}search/` },
  { name: 'a reading with 300 notes', path: () => `${inject('worst')}${WORST.many}/` },
];

describe.each(WIDTHS)('while it loads at %i px', (width) => {
  test.each(loaded)('nothing in $name moves when the fonts come late', async ({ path }) => {
    expect(await shiftsOf(width, path(), { files: '**/*.woff2', by: LATE_FONTS })).toEqual([]);
  });

  test.each(loaded)('nothing in $name moves when the scripts come late', async ({ path }) => {
    expect(await shiftsOf(width, path(), { files: '**/*.js', by: LATE_SCRIPTS })).toEqual([]);
  });

  test.each(loaded.slice(0, 3))('nothing in $name moves when it comes piece by piece', async ({ path }) => {
    const { server, address: host } = await listen(inPieces(inject('edition')));
    try {
      expect(await shiftsOf(width, path().replace(inject('edition'), `${host}/`))).toEqual([]);
    } finally {
      server.close();
    }
  });
});

test.each([
  { width: 390, most: 0.2 },
  { width: 1440, most: 0.05 },
])(
  'what a link asks takes the place of the list of all notes: at most $most of the window moves at $width px',
  async ({ width, most }) => {
    const late = { files: '**/pagefind/**', by: LATE_SCRIPTS };
    const shifts = await shiftsOf(width, `${inject('edition')}search/?q=amnesty`, late, (page) =>
      page.locator('.hits[data-asked] .hit').first().waitFor(),
    );
    const moved = shifts.map((shift) => Number.parseFloat(shift));
    expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(most);
  },
);

test('where the scripts that answer do not come, the list does', async () => {
  await inPage(browser, at(390), async (page) => {
    await page.route('**/searching*.js', (route) => route.abort());
    await page.goto(`${inject('edition')}search/?q=amnesty`);
    const list = page.locator('.cols .all');
    await list.waitFor({ state: 'hidden' });
    await list.waitFor({ state: 'visible' });
  });
});

const SHOW_NONE = '[data-show="none"]';
const SHOW_ALL = '[data-show="all"]';
const SHOW_DIFFER = '[data-show="differ"]';
const CONTROLS = 'button[data-show], input[name="status"], input[name="kind"]';

test('the choice is in reach in the middle of the text at 1440 px, and the line stays', async () => {
  await inPage(browser, at(1440), async (page) => {
    await openReading(page, address());
    await scrollToMiddle(page);
    // What is pressed is a button, or the label of a box.
    const inReach = await page.locator(CONTROLS).evaluateAll((controls) =>
      (controls as HTMLInputElement[]).flatMap((control, index) => {
        const pressed = control.labels?.[0] ?? control;
        const { top, bottom } = pressed.getBoundingClientRect();
        return pressed.checkVisibility() && top >= 0 && bottom <= innerHeight ? [index] : [];
      }),
    );
    expect(inReach.length).toBeGreaterThan(0);
    for (const index of inReach) {
      const line = await firstLine(page);
      const pressed = await page
        .locator(CONTROLS)
        .nth(index)
        .evaluateHandle((control) => (control as HTMLInputElement).labels?.[0] ?? (control as HTMLElement));
      await pressed.click();
      await atRest(page);
      expect(Math.abs((await topOf(page, line)) - line.top)).toBeLessThanOrEqual(STILL);
    }
  });
});

describe.each(WIDTHS)('turning annotations off and on at %i px', (width) => {
  test('does not move the first visible line, whatever is chosen', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address());
      const boxesOf = (name: string) => [`input[name="${name}"]`, `input[name="${name}"]:not(:checked)`];
      await scrollToMiddle(page);
      const line = await firstLine(page);
      for (const control of [
        SHOW_NONE,
        SHOW_ALL,
        SHOW_DIFFER,
        SHOW_ALL,
        ...boxesOf('status'),
        ...boxesOf('kind'),
      ]) {
        await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.click(), control);
        await atRest(page);
        expect(Math.abs((await topOf(page, line)) - line.top), control).toBeLessThanOrEqual(STILL);
      }
    });
  });

  test('with an open note does not move it either', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address());
      await scrollToMiddle(page);
      await press(page, (await markInWindow(page))!);
      const line = await firstLine(page);
      for (const control of [SHOW_NONE, SHOW_ALL]) {
        await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.click(), control);
        await atRest(page);
        expect(Math.abs((await topOf(page, line)) - line.top), control).toBeLessThanOrEqual(STILL);
      }
    });
  });
});

describe('the choice', () => {
  const differing = idsWhere(({ status }) => status === 'contested' || status === 'contradicted');
  const figures = idsWhere(({ kind }) => kind === 'figure');
  const every = idsWhere(() => true);

  test('is in the address beside what else stands there, and shows those notes only', async () => {
    await inPage(browser, at(1440), async (page) => {
      await openReading(page, address('?v=245b083#p8s2'));
      await choose(page, SHOW_DIFFER);
      expect(parameters(page)).toEqual({ v: ['245b083'], status: ['contested', 'contradicted'], kind: [] });
      expect(new URL(page.url()).hash).toBe('#p8s2');
      expect(await shown(page)).toEqual(differing);
      await choose(page, SHOW_NONE);
      expect(parameters(page)).toEqual({ v: ['245b083'], status: ['none'], kind: [] });
      expect(await shown(page)).toEqual([]);
      await choose(page, SHOW_ALL);
      expect(parameters(page)).toEqual({ v: ['245b083'], status: [], kind: [] });
      expect(await shown(page)).toEqual(every);
    });
  });

  test('is made box by box too', async () => {
    await inPage(browser, at(1440), async (page) => {
      await openReading(page, address());
      await uncheckAllBut(page, 'kind', ['figure']);
      expect(parameters(page)).toEqual({ v: [], status: [], kind: ['figure'] });
      expect(await shown(page)).toEqual(figures);
      await choose(page, SHOW_ALL);
      await uncheckAllBut(page, 'status', ['contested', 'contradicted']);
      expect(parameters(page)).toEqual({ v: [], status: ['contested', 'contradicted'], kind: [] });
      expect(await shown(page)).toEqual(differing);
    });
  });

  test('is taken from a link, and the boxes say so', async () => {
    await inPage(browser, at(1440), async (page) => {
      for (const [query, ids] of [
        ['?status=contested&status=contradicted', differing],
        ['?kind=figure', figures],
        ['?status=none', []],
        ['', every],
      ] as const) {
        // On another device, where nothing is remembered.
        await page.evaluate(() => {
          if (location.protocol === 'about:') return;
          localStorage.clear();
          sessionStorage.clear();
        });
        await openReading(page, address(query));
        expect(await shown(page), query).toEqual(ids);
        for (const name of ['status', 'kind']) {
          const asked = new URL(page.url()).searchParams.getAll(name);
          if (asked.length > 0)
            expect(await checked(page, name), query).toEqual(asked.filter((value) => value !== 'none'));
        }
      }
    });
  });

  test('is remembered over a reload and on the next visit, and a link wins over it', async () => {
    await inPage(browser, at(1440), async (page) => {
      await openReading(page, address());
      await choose(page, SHOW_DIFFER);
      await page.reload();
      await laidOut(page);
      expect(await shown(page)).toEqual(differing);
      await openReading(page, inject('edition'));
      await openReading(page, address());
      expect(await shown(page)).toEqual(differing);
      await openReading(page, address('?kind=figure'));
      expect(await shown(page)).toEqual(figures);
    });
  });

  test('works, and notes open, where storage is refused', async () => {
    await inPage(browser, at(1440), async (page) => {
      const thrown: string[] = [];
      page.on('pageerror', ({ message }) => thrown.push(message));
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('refused', 'SecurityError');
            },
          });
      });
      await openReading(page, address());
      await choose(page, SHOW_DIFFER);
      expect(parameters(page).status).toEqual(['contested', 'contradicted']);
      expect(await shown(page)).toEqual(differing);
      await choose(page, SHOW_ALL);
      await press(page, 'kyslytsya-title');
      expect(await page.locator('[id="kyslytsya-title"]').isVisible()).toBe(true);
      await press(page, 'kyslytsya-title');
      await scrollToMiddle(page);
      const { block } = await firstLine(page);
      await page.reload();
      await laidOut(page);
      expect((await firstLine(page)).block).toBe(block);
      await openReading(page, address('?kind=figure'));
      expect(await shown(page)).toEqual(figures);
      expect(thrown).toEqual([]);
    });
  });

  test('leaves words without their note nothing of a link, and gives it back', async () => {
    await inPage(browser, at(1440), async (page) => {
      await openReading(page, address());
      const mark = page.locator('[id="m-kyslytsya-title"]');
      const attributes = () => mark.evaluate((element) => element.getAttributeNames().sort());
      const whole = await attributes();
      await press(page, 'kyslytsya-title');
      await choose(page, SHOW_NONE);
      const names = (await attributes()).filter((name) => /^(href|role|tabindex|aria-.*)$/.test(name));
      expect(names).toEqual([]);
      await choose(page, SHOW_ALL);
      expect(await attributes()).toEqual(whole);
    });
  });

  test('holds on paper', async () => {
    await inPage(browser, at(1440), async (page) => {
      await openReading(page, address());
      await choose(page, SHOW_DIFFER);
      await page.emulateMedia({ media: 'print' });
      expect(await shown(page)).toEqual(differing);
    });
  });

  test('of an annotation that a link leads to is not against it: the note is shown', async () => {
    await inPage(browser, at(1440), async (page) => {
      await openReading(page, address());
      await choose(page, SHOW_NONE);
      await openReading(page, inject('edition'));
      await openReading(page, address('#kyslytsya-title'));
      expect(await page.locator('[id="kyslytsya-title"]').isVisible()).toBe(true);
    });
  });
});

describe.each(WIDTHS)('the reading position at %i px', (width) => {
  test('is there again for who follows the contents and goes back, before and after a reload', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address());
      for (const isReloaded of [false, true]) {
        if (isReloaded) await page.reload();
        await scrollToMiddle(page);
        const line = await firstLine(page);
        await page.evaluate(() => document.querySelector<HTMLElement>('.rail li a')!.click());
        await atRest(page);
        expect((await firstLine(page)).block).not.toBe(line.block);
        await page.goBack();
        await expect.poll(async () => Math.abs((await topOf(page, line)) - line.top)).toBeLessThan(STILL);
      }
    });
  });

  test('survives a reload', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address());
      await scrollToMiddle(page);
      await expectSameLineAfterReload(page);
    });
  });

  test('survives a reload with a note open', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address());
      await scrollToMiddle(page);
      await press(page, (await markInWindow(page))!);
      await expectSameLineAfterReload(page);
    });
  });

  test('survives a reload with annotations turned off', async () => {
    await inPage(browser, at(width), async (page) => {
      await openReading(page, address());
      await choose(page, SHOW_NONE);
      await scrollToMiddle(page);
      await expectSameLineAfterReload(page);
    });
  });
});

/** A slow host: pages come from it a few words at a time, each drawn before the next, as far as the first window goes. */
function inPieces(site: string): Server {
  return createServer(
    (request, response) =>
      void (async () => {
        const answer = await fetch(new URL(request.url!, site));
        const type = answer.headers.get('content-type')!;
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, { 'Content-Type': type });
        const from = type.startsWith('text/html') ? body.indexOf('<body') : body.length;
        response.write(body.subarray(0, from));
        for (let at = from; at < body.length; at += PIECE) {
          await setTimeout(TWO_FRAMES);
          if (at > from + FIRST_WINDOW) {
            response.write(body.subarray(at));
            break;
          }
          response.write(body.subarray(at, at + PIECE));
        }
        response.end();
      })(),
  );
}

/**
 * @param late files that are held back, and by how many milliseconds
 * @returns what moved while a page came up
 */
async function shiftsOf(
  width: number,
  url: string,
  late?: { files: string; by: number },
  awaited: (page: Page) => Promise<unknown> = async () => {},
): Promise<string[]> {
  let shifts: string[] = [];
  await inPage(browser, at(width), async (page) => {
    let held = 0;
    if (late)
      await page.route(late.files, async (route) => {
        held += 1;
        await setTimeout(late.by);
        await route.continue();
      });
    await page.addInitScript(() => {
      const seen: string[] = [];
      const note = (entries: PerformanceEntryList) => {
        for (const entry of entries as LayoutShift[]) {
          const moved = entry.sources.map(
            ({ node }) => `${node?.nodeName} ${(node as Element | null)?.className}`,
          );
          if (!entry.hadRecentInput) seen.push(`${entry.value.toFixed(4)}: ${moved.join(', ')}`);
        }
      };
      const observer = new PerformanceObserver((list) => note(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      Object.assign(window, { shifts: () => (note(observer.takeRecords()), seen) });
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    await laidOut(page);
    await awaited(page);
    shifts = await page.evaluate(() => (window as unknown as { shifts: () => string[] }).shifts());
    expect(held > 0).toBe(late !== undefined);
  });
  return shifts;
}

/** As browsers have it; TypeScript's own types do not. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Node }[];
}

async function expectSameLineAfterReload(page: Page) {
  const line = await firstLine(page);
  await page.reload({ waitUntil: 'load' });
  await laidOut(page);
  expect(Math.abs((await topOf(page, line)) - line.top), line.words).toBeLessThanOrEqual(STILL_AFTER_RELOAD);
}

async function choose(page: Page, control: string) {
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.click(), control);
  await atRest(page);
}

async function uncheckAllBut(page: Page, name: string, values: readonly string[]) {
  await page.locator(`input[name="${name}"]:checked`).evaluateAll((inputs, kept) => {
    for (const input of inputs as HTMLInputElement[]) if (!kept.includes(input.value)) input.click();
  }, values);
  await atRest(page);
}

function checked(page: Page, name: string): Promise<string[]> {
  return page
    .locator(`input[name="${name}"]:checked`)
    .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map(({ value }) => value).sort());
}

function parameters(page: Page) {
  const { searchParams } = new URL(page.url());
  const all = (name: string) => searchParams.getAll(name).sort();
  return { v: all('v'), status: all('status'), kind: all('kind') };
}

const shown = async (page: Page) => (await boxes(page)).map(({ id }) => id);

function idsWhere(is: (annotation: (typeof annotations)[number]) => boolean): string[] {
  return annotations.filter(is).map(({ id }) => id);
}

/** @returns the first annotation whose mark is wholly in the window */
function markInWindow(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.reading .mark[id^="m-"]')]
      .find((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top > 100 && bottom < innerHeight - 100;
      })
      ?.id.slice('m-'.length),
  );
}
