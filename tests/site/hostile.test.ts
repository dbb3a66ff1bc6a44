import type { Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { corpus } from '../core/support/hostile-corpus.ts';
import { launchChromium } from '../support/browser.ts';
import { PAGES, serveHostile, SLUG, WORDS } from '../support/hostile-site.ts';

/** A site whose every word is hostile, read by whom hostile links, storage, clipboard and answers are given to. */
let server: Server;
let site: string;
let browser: Browser;
beforeAll(async () => {
  ({ server, site } = await serveHostile());
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

let context: BrowserContext;
let page: Page;
let seen: string[];
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  seen = watch(page);
});
afterEach(() => context.close());

/** Whatever a script of somebody else could do, and what a policy says of it. */
function watch(watched: Page): string[] {
  const found: string[] = [];
  watched.on('dialog', (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  watched.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  watched.on('pageerror', ({ message }) => found.push(message));
  watched.on('request', (request) => {
    if (!request.url().startsWith(new URL(site).origin)) found.push(`a request to ${request.url()}`);
  });
  watched.on('popup', () => found.push('a window'));
  return found;
}

/** What no page of ours has. */
const FOREIGN = [
  'iframe, object, embed, base, frame, applet, marquee, math, video, audio, form[id="location"]',
  'img:not([src*="/pictures/"]), svg [href^="http"], meta[http-equiv="refresh"]',
  ':is([onerror], [onload], [onclick], [onmouseover], [onfocus], [srcdoc], [autofocus])',
].join(', ');

async function expectHarmless() {
  const state = await page.evaluate((foreign) => {
    const links = [...document.querySelectorAll('a[href]')];
    return {
      foreign: [...document.querySelectorAll(foreign)].map((each) => each.outerHTML.slice(0, 200)),
      schemes: [
        ...new Set(links.map((link) => new URL(link.getAttribute('href')!, document.baseURI).protocol)),
      ].filter((scheme) => !/^(?:https?|mailto):$/.test(scheme)),
      scripts: [...document.scripts]
        .filter(({ type, src }) => type !== 'application/ld+json' && src !== '')
        .map(({ src }) => new URL(src).origin)
        .filter((origin) => origin !== location.origin),
      polluted: Object.keys(Object.prototype),
    };
  }, FOREIGN);
  expect({ ...state, seen }, page.url()).toEqual({
    foreign: [],
    schemes: [],
    scripts: [],
    polluted: [],
    seen: [],
  });
}

describe('In content', () => {
  test('nothing is anything but words, on any page.', async () => {
    for (const path of PAGES) {
      const response = await page.goto(site + path);
      expect(response?.status(), path).toBe(200);
      await expectHarmless();
    }
  });

  test('names that documents and objects have lead to their notes.', async () => {
    for (const id of ['location', 'body', 'forms', 'constructor', 'then']) {
      await page.goto(`${site}${SLUG}/#${id}`);
      await expect
        .poll(() => page.locator(`[id="${id}"]`).first().isVisible(), { timeout: 10_000 })
        .toBe(true);
      await expectHarmless();
      await page.goto('about:blank');
    }
  });

  test('an address is shown as browsers ask for it, not as it seems to be.', async () => {
    await page.goto(`${site}sources/location/`);
    expect(await page.locator('dl.record .link').textContent()).toContain('https://xn--pple-43d.example/');
  });

  test('words are found, and shown letter for letter.', async () => {
    await page.goto(`${site}search/?q=onerror`);
    await expect
      .poll(() => page.locator('.hits').textContent(), { timeout: 10_000 })
      .toContain('<img src=x onerror="alert(1)">');
    await expectHarmless();
  });
});

/** What a link can say. */
const HASHES = [
  '__proto__',
  'constructor',
  'm-constructor',
  '<img src=x onerror=alert(1)>',
  '%3Cimg%20src=x%20onerror=alert(1)%3E',
  '"]*',
  '100%',
  '%E0%A4%A',
  'p1s1:~:text=%3Cscript%3E',
  ':~:text=%',
  'a'.repeat(10_000),
];
const QUERIES = [
  'v=<script>alert(1)</script>',
  'v=__proto__&to=constructor',
  'v=abcdef0&to=%22%5D',
  'q=<img src=x onerror=alert(1)>',
  'q=%22%3E%3Csvg%20onload=alert(1)%3E&kind=__proto__&status=constructor&source=then&reading=toString',
  'status=__proto__&kind=constructor',
  'status=%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
  'q=%&status=%E0%A4%A',
  '__proto__[polluted]=1&constructor.prototype.polluted=1',
  `q=${'a'.repeat(5000)}`,
];
const READ = ['', `${SLUG}/`, `${SLUG}/notes/location/`, 'search/', 'check/', 'claims/'];
/** The pages that recall what was chosen. */
const RECALLING = [`${SLUG}/`, 'search/'];

describe('In an address', () => {
  test.each(READ)('of /%s, a hash is data.', async (path) => {
    for (const hash of HASHES) {
      await page.goto(`${site}${path}?v=abcdef0#${hash}`);
      await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')));
      await expectHarmless();
      await page.goto('about:blank');
    }
  });

  test.each(READ)('of /%s, a query is data.', async (path) => {
    for (const query of QUERIES) {
      await page.goto(`${site}${path}?${query}#constructor`);
      await expectHarmless();
    }
  });
});

describe('In storage', () => {
  test.each([
    '"><img src=x onerror=alert(1)>',
    '__proto__',
    'status=__proto__&kind=constructor&status=%',
    '\u202E\0',
    'x'.repeat(100_000),
    '{"__proto__":{"polluted":1}}',
  ])('a value under every name is data: %#.', async (value) => {
    await context.addInitScript((kept) => {
      try {
        for (const name of ['theme', 'notes', 'style', 'keys']) localStorage.setItem(`postil-${name}`, kept);
        for (const name of ['found', location.pathname]) sessionStorage.setItem(name, kept);
      } catch {
        // A page without storage has nothing to say here.
      }
    }, value);
    for (const path of RECALLING) {
      await page.goto(site + path);
      await page.reload();
      await expectHarmless();
    }
    await page.goto(`${site}${SLUG}/`);
    await page.locator('[data-passage="p1"]').click();
    await page.locator('.citing-here').waitFor();
    await expectHarmless();
  });
});

test('What is pasted to be checked is data.', async () => {
  await page.goto(`${site}check/`);
  const pasted = [
    ...WORDS,
    ...corpus()
      .filter(({ place, input }) => place === 'clipboard' && input.length < 1000)
      .map(({ input }) => input),
    ...WORDS.map((words) => `“${words}” ${site}${SLUG}/?v=${words}#${words}`),
  ];
  for (const text of pasted) {
    await page.locator('textarea').fill(text);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: /citations?$|^Nothing/u }).waitFor();
    await expectHarmless();
  }
});

describe('From a host that changes the index,', () => {
  const HOSTILE = '<img src=x onerror=alert(1)>';
  const spoilt = (value: unknown): unknown => {
    if (typeof value === 'string') return HOSTILE;
    if (Array.isArray(value)) return value.map(spoilt);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoilt(each)]));
  };
  test.each<[string, (json: string) => string]>([
    ['words that are HTML', (json) => json.replaceAll('Somebody wrote', HOSTILE)],
    ['nothing but HTML', (json) => JSON.stringify(spoilt(JSON.parse(json)))],
    ['nothing', () => 'null'],
    ['another form', () => '{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}'],
    ['what is deep', () => '['.repeat(50_000) + ']'.repeat(50_000)],
    ['addresses that run', (json) => json.replaceAll(`"${SLUG}`, '"javascript:alert(1)//')],
  ])('what comes of it is data: %s.', async (name, change) => {
    let changed = 0;
    await page.route(/\.json$/, async (route) => {
      const response = await route.fetch();
      changed += 1;
      await route.fulfill({ response, body: change(await response.text()) });
    });
    await page.goto(`${site}search/?q=wall`);
    await page.waitForLoadState('networkidle');
    expect(changed).toBeGreaterThan(0);
    if (name === 'words that are HTML')
      expect(await page.locator('.hits').textContent()).toContain(`${HOSTILE} “`);
    // That an index cannot be read is told to whoever looks for it; that something would run is not.
    const told = seen.splice(0).filter((each) => /dialog|request to|window|policy|Trusted/i.test(each));
    expect(told).toEqual([]);
    await expectHarmless();
  });
});
