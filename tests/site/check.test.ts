import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { shorten } from '../../src/core/fingerprint.ts';
import { hash } from '../../src/core/hash.ts';
import { violations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

/** The page that checks citations, in a real browser. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const PASTED = `/peace-deal/?v=245b083#p8s2
“We still need to get from a situation where Russia pretends to negotiate to a situation where they need to negotiate.”
“Ukraine’s ambassador at the UN”
/peace-deal/?v=7d01c3e#p8s2
“an agreement both sides can accept”
https://blogs.surrey.ac.uk/centre-britain-and-europe/?p=374`;

const SAID = [
  ['same', 'Unchanged since it was cited. ¶8, sentence 2, edition 1.'],
  ['same', 'Found word for word in ¶16, sentence 1. There it is itself a quotation, of Kaja Kallas.'],
  ['edited', 'Found, with a difference in ¶8, sentence 2:'],
  ['unknown', 'Never published with this fingerprint. ¶8, sentence 2 exists and has 245b083.'],
  ['gone', 'Not found in any edition. No sentence comes near it.'],
  [
    'unknown',
    'Another site. It is the address where the text was published. Only links to this site can be checked.',
  ],
];

async function onPage(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
  site: 'edition' | 'fixture' = 'edition',
) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(`${inject(site)}check/`);
    await work(page);
  } finally {
    await context.close();
  }
}

/** Pastes, and waits for the answers. */
async function check(page: Page, text: string) {
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: /citations?$|^Nothing/u }).waitFor();
}

const answers = (page: Page) =>
  page
    .locator('li.ck')
    .evaluateAll((items) =>
      items.map((item) => [
        item.getAttribute('class')!.replace('ck r-', ''),
        item.querySelector(':scope > div > p')!.textContent,
      ]),
    );

describe('what is pasted is answered', () => {
  test('line by line, in the words of the commands, with counts', async () => {
    await onPage({}, async (page) => {
      await check(page, PASTED);
      expect(await answers(page)).toEqual(SAID);
      expect(await page.getByRole('status').textContent()).toBe(
        'One link unchanged, one quotation exact, one with a difference, three that cannot be confirmed.',
      );
      expect(await page.locator('.ck .inp').allTextContents()).toEqual(PASTED.split('\n'));
      expect(await page.locator('.ck blockquote').textContent()).toBe(
        'Ukraine’s ambassador [removed:] at [new:] to the UN',
      );
    });
  });

  test('with links that lead to the words', async () => {
    await onPage({}, async (page) => {
      await check(page, PASTED);
      await page.locator('.ck a').first().click();
      await page.waitForURL(/\/peace-deal\/\?v=245b083#p8s2$/u);
      expect(await page.locator('#p8s2').count()).toBe(1);
    });
  });

  test('by keyboard alone, and told once', async () => {
    await onPage({}, async (page) => {
      await page.evaluate(() => {
        const status = document.querySelector('[role="status"]')!;
        Object.assign(window, { told: [] });
        new MutationObserver(() =>
          (window as unknown as { told: unknown[] }).told.push(status.textContent),
        ).observe(status, { childList: true, characterData: true, subtree: true });
      });
      await page.locator('textarea').focus();
      await page.keyboard.insertText(PASTED);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Six citations' }).waitFor();
      expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toHaveLength(1);
      expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Check');
    });
  });

  test('by this site’s own data alone, and the words leave the browser in no request', async () => {
    await onPage({}, async (page) => {
      const requests: Request[] = [];
      page.on('request', (request) => requests.push(request));
      await check(page, PASTED);
      const asked = requests.map((request) => new URL(request.url()));
      expect(asked.every(({ origin }) => origin === new URL(inject('edition')).origin)).toBe(true);
      expect(asked.map(({ pathname }) => pathname).filter((path) => !path.startsWith('/assets/'))).toEqual([
        '/peace-deal/anchors.json',
        '/peace-deal/annotations.jsonld',
      ]);
      expect(asked.every(({ search, hash: fragment }) => search + fragment === '')).toBe(true);
      expect(requests.every((request) => request.method() === 'GET' && request.postData() === null)).toBe(
        true,
      );
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('of several readings, under a base path', async () => {
    const all = readings(FIXTURE_CONTENT);
    const words = all.map((reading) =>
      reading.blocks.flatMap(({ sentences }) => sentences).find(({ text }) => text.split(' ').length > 6)!,
    );
    const links = words.map(
      ({ anchor, hash: digest }, index) => `/repo/${all[index]!.slug}/?v=${shorten(digest)}#${anchor}`,
    );
    await onPage(
      {},
      async (page) => {
        await check(page, [...links, ...words.map(({ text }) => text)].join('\n'));
        const said = await answers(page);
        expect(said.map(([rule]) => rule)).toEqual(Array(2 * all.length).fill('same'));
        expect(said[all.length]![1]).toContain(` of ${all[0]!.title}.`);
        expect(await page.locator('.ck a').first().getAttribute('href')).toMatch(/^\/repo\//u);
      },
      'fixture',
    );
  });

  test('anew each time; nothing to check is said too', async () => {
    await onPage({}, async (page) => {
      await check(page, PASTED);
      await page.locator('textarea').fill(' \n ');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByRole('heading', { name: 'Nothing to check' }).waitFor();
      expect(await page.locator('.ck').count()).toBe(0);
    });
  });

  test('never as HTML', async () => {
    await onPage({}, async (page) => {
      await check(page, '“<img src=x onerror=alert(1)> and more words”\nhttps://example.com/<b>x</b>');
      expect(await page.locator('.given :is(img, script)').count()).toBe(0);
    });
  });
});

describe('what cannot be done is said', () => {
  test('where the data cannot be loaded, and it can be tried again', async () => {
    await onPage({}, async (page) => {
      await page.route('**/anchors.json', (route) => route.abort());
      await check(page, PASTED);
      expect(await page.getByRole('status').textContent()).toContain('could not be loaded');
      expect(await page.locator('textarea').inputValue()).toBe(PASTED);
      await page.unroute('**/anchors.json');
      await check(page, PASTED);
      await page.getByRole('heading', { name: 'Six citations' }).waitFor();
      expect(await answers(page)).toEqual(SAID);
    });
  });

  test('where earlier editions are not published, only the present one is known', async () => {
    await onPage({}, async (page) => {
      await page.route('**/peace-deal/anchors.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: withSecondEdition((await response.json()) as Ledger) });
      });
      await check(page, '/peace-deal/?v=245b083#p8s2');
      expect((await answers(page))[0]![1]).toBe(
        'Edited since it was cited, in edition 2, 1 March 2027: ¶8, sentence 2.',
      );
      expect(await page.locator('.ck del').count()).toBeGreaterThan(0);
      expect(await page.locator('.ck ins').count()).toBeGreaterThan(0);
    });
  });

  test('without JavaScript, where there is no field and nothing that could send one', async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      const words = await page.locator('main').innerText();
      expect(words).toContain('This page cannot compare.');
      expect(words).toContain('npm run verify -- FILE');
      expect(await page.locator('textarea').isVisible()).toBe(false);
      expect(await page.locator('main form').count()).toBe(0);
      expect(await page.locator('textarea[name]').count()).toBe(0);
      expect(await page.locator('.ck').first().innerText()).toContain('Unchanged since it was cited.');
    });
  });
});

interface Ledger {
  editions: object[];
  anchors: { anchor: string; edition: number; hash: string; text: string }[];
}

function withSecondEdition(ledger: Ledger) {
  const now = 'Sergiy Kyslytsya, first deputy foreign minister, told the paper more.';
  return {
    ...ledger,
    editions: [...ledger.editions, { edition: 2, date: '2027-03-01', why: 'An example.', text: '' }],
    anchors: ledger.anchors.map(({ edition, hash: digest, text, ...row }) =>
      row.anchor === 'p8s2'
        ? { ...row, edition: 2, hash: hash(now), text: now, was: [{ edition, hash: digest, text }] }
        : { ...row, edition, hash: digest, text },
    ),
  };
}

test('a large paste is answered while the page stays awake', async () => {
  await onPage({}, async (page) => {
    const paste = Array.from(
      { length: 1200 },
      (_, n) => `“Ukraine’s ambassador at the UN spoke of a cap of ${n} persons on that day”`,
    ).join('\n');
    await page.locator('textarea').fill(paste);
    await page.evaluate(() => {
      const seen = { longest: 0, last: performance.now() };
      Object.assign(window, { seen });
      setInterval(() => {
        const now = performance.now();
        seen.longest = Math.max(seen.longest, now - seen.last);
        seen.last = now;
      }, 10);
    });
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector('.answers h2')!.textContent === '1,200 citations',
    );
    expect(await page.locator('.ck').count()).toBe(1200);
    expect(
      await page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest),
    ).toBeLessThan(1000);
  });
});

describe.each([390, 820, 1440])('at %i px', (width) => {
  test.each(['light', 'dark'] as const)(
    'axe has nothing to say to the answers, %s, and nothing scrolls sideways',
    async (colorScheme) => {
      await onPage(
        { viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' },
        async (page) => {
          expect(await violations(page)).toEqual([]);
          await check(page, `${PASTED}\nhttps://example.com/${'a'.repeat(300)}`);
          expect(await violations(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        },
      );
    },
  );
});
