import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { buildsWith, Deployment, stored, storedFiles, watch } from '../support/deployment.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';
import { hitsIn } from '../support/search-page.ts';
import { buildSite, EDITION, FIXTURE } from '../support/sites.ts';
import { citationOf, SLUG } from '../support/two-editions.ts';

/** The site without a network, after a first visit; and when another build takes the place of the one that is stored. */
let browser: Browser;
let context: BrowserContext;
let complaints: string[];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  context = await browser.newContext({ serviceWorkers: 'allow', viewport: { width: 1440, height: 900 } });
  complaints = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
});
afterEach(() => context.close());

const WORK = 'node_modules/.postil/offline';
const OLD = FIXTURE.dist;
const NEW = path.join(WORK, 'new-site');
const OFF = path.join(WORK, 'without-site');
const BUILDS = { old: OLD, new: NEW };
const OLD_NAME = 'The Tester’s “Reader”';
const NEW_NAME = 'The Tester’s Review';

/** Builds the fixtures with other content: what is written in some of its files. */
function buildWith(dist: string, changes: Record<string, (text: string) => string>): void {
  const content = `${dist}-content`;
  cpSync(FIXTURE_CONTENT, content, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(content, name);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
  }
  buildSite(dist, { POSTIL_CONTENT: content, POSTIL_BASE: FIXTURE.base });
}

/** Opens a page online for the first time, and waits until it is stored. */
async function firstVisit(deployment: Deployment, slug: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${deployment.address}${slug}/`);
  await stored(page, slug);
  return page;
}

async function goOffline(deployment: Deployment): Promise<void> {
  await context.setOffline(true);
  await deployment.remove();
}

describe.each([
  {
    what: 'the edition',
    dist: EDITION.dist,
    base: EDITION.base,
    slug: 'peace-deal',
    note: 'kyslytsya-title',
    question: 'ambassador',
    holds: 'peace-deal/?v=0a743c4#p3s1',
    unlike: 'peace-deal/?v=0000000#p3s1',
  },
  {
    what: 'a site under a path',
    dist: FIXTURE.dist,
    base: FIXTURE.base,
    slug: SLUG,
    note: 'four-keepers',
    question: 'lamps',
    holds: citationOf('p1s1'),
    unlike: citationOf('p6s1').replace(/v=\w+/, 'v=0000000'),
  },
])('without a network, $what', ({ dist, base, slug, note, question, holds, unlike }) => {
  const deployment = new Deployment(base);
  let page: Page;
  beforeEach(async () => {
    await context.setOffline(false);
    await deployment.put(dist);
    page = await firstVisit(deployment, slug);
    await goOffline(deployment);
  });
  afterEach(() => deployment.remove());

  test('is read, its notes open, citations are told and checked, and search answers', async () => {
    const response = await page.goto(`${deployment.address}${slug}/`);
    expect(response!.fromServiceWorker()).toBe(true);
    await page.evaluate((id) => document.getElementById(`m-${id}`)!.click(), note);
    await page.locator(`.note[open]:has([id="${note}"])`).waitFor();
    await page.locator(`.note[open] a.quote`).first().click();
    await page.locator('.refs .copies').first().waitFor();

    await page.goto(`${deployment.address}${slug}/notes/${note}/`);
    expect(await page.locator('[data-note]').getAttribute('data-note')).toBe(note);

    await page.goto(`${deployment.address}search/?q=${question}`);
    await hitsIn(page).first().waitFor();

    await page.goto(deployment.address + holds);
    await page.locator('.vd[data-cited=whole]').waitFor();
    await page.goto(deployment.address + unlike);
    await page.locator('.vd[data-cited=sparse]').waitFor();

    await page.goto(`${deployment.address}check/`);
    await page.locator('textarea').fill(deployment.address + holds);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    expect(await page.locator('li.ck').first().innerText()).toContain('Unchanged since it was cited');
    expect(complaints).toEqual([]);
  });

  test('says of an address that it does not have what the host would say', async () => {
    const response = await page.goto(`${deployment.address}no-such-page/`);
    expect(response!.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toContain('Nothing is published at this address');
    const within = await page.goto(`${deployment.address}${slug}/notes/no-such-note/`);
    expect(within!.status()).toBe(404);
  });

  test('leads from an address without its last slash to the page', async () => {
    await page.goto(`${deployment.address}about?from=elsewhere#end`);
    expect(page.url()).toBe(`${deployment.address}about/?from=elsewhere#end`);
  });

  test('does not say of what it has not stored that it is not there', async () => {
    const file = `${deployment.address}${slug}/references.bib`;
    await expect(page.goto(file)).rejects.toThrow('ERR_FAILED');
  });
});

describe('a new build', () => {
  const deployment = new Deployment(FIXTURE.base);
  beforeAll(() => {
    rmSync(WORK, { recursive: true, force: true });
    buildWith(NEW, {
      'site.yaml': (text) => text.replace(OLD_NAME, NEW_NAME),
      'sources/the-tester.yaml': (text) =>
        text.replace('container-title: The Tester', 'container-title: Testing'),
    });
  });
  beforeEach(() => deployment.put(OLD));
  afterEach(() => deployment.remove());

  /** What a page is, and what it asks for: each at an address at which every build has its own. */
  const UNNAMED = [`/repo/${SLUG}/`, `/repo/${SLUG}/cite.json`];

  const brand = (page: Page) => page.locator('.brand').innerText();
  const newer = (page: Page) => page.locator('.newer[role=status]');

  /** What a page fetches when a passage is cited: data whose address is the same in all builds. */
  async function cite(page: Page): Promise<void> {
    await page.evaluate(() => document.querySelector<HTMLElement>('a.pn[data-passage=p3]')!.click());
    await page.locator('.refs').first().waitFor();
    await page.waitForLoadState('networkidle');
  }

  test('is told of in a page that is open, which goes on with its own, and moves to the new one whole', async () => {
    const page = await firstVisit(deployment, SLUG);
    await page.reload();
    const before = watch(page);
    await page.reload();
    await deployment.put(NEW);
    // As when a reader comes back to the window.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await newer(page).waitFor();
    expect(await newer(page).innerText()).toContain('A newer version of this site has been published.');
    await cite(page);
    expect(await brand(page)).toBe(OLD_NAME);
    expect(before.map(({ path: place }) => place)).toEqual(expect.arrayContaining(UNNAMED));
    expect(buildsWith(before, BUILDS, FIXTURE.base)).toEqual(['old']);

    const after = watch(page);
    before.length = 0;
    await newer(page).getByRole('button', { name: 'Show it' }).click();
    await page.waitForLoadState('networkidle');
    await cite(page);
    expect(await brand(page)).toBe(NEW_NAME);
    expect(after.map(({ path: place }) => place)).toEqual(expect.arrayContaining(UNNAMED));
    expect(buildsWith(after, BUILDS, FIXTURE.base)).toEqual(['new']);
    expect(await newer(page).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('comes at once to who opens a page with a network, and is there without one afterwards', async () => {
    const page = await firstVisit(deployment, SLUG);
    await deployment.put(NEW);
    const given = watch(page);
    await page.goto(`${deployment.address}${SLUG}/?again`);
    expect(await brand(page)).toBe(NEW_NAME);
    await expect
      .poll(() => storedFiles(page).then((files) => files.filter(isOfOld)), { timeout: 60_000 })
      .toEqual([]);
    await goOffline(deployment);
    // The page came before its build was stored: what it asks for comes from it all the same.
    await cite(page);
    expect(buildsWith(given, BUILDS, FIXTURE.base)).toEqual(['new']);
    await page.goto(`${deployment.address}${SLUG}/notes/four-keepers/`);
    expect(await brand(page)).toBe(NEW_NAME);
    expect(complaints).toEqual([]);
  });

  test('is for each of two pages what it is for: one stays with the old, the other has moved', async () => {
    const first = await firstVisit(deployment, SLUG);
    await first.reload();
    const ofFirst = watch(first);
    await first.reload({ waitUntil: 'networkidle' });
    await deployment.put(NEW);
    const second = await context.newPage();
    const ofSecond = watch(second);
    await second.goto(`${deployment.address}${SLUG}/`);
    await newer(first).waitFor();
    await newer(first).getByRole('button', { name: 'Not now' }).click();
    for (const page of [first, second]) {
      await page.bringToFront();
      await cite(page);
    }
    expect(buildsWith(ofFirst, BUILDS, FIXTURE.base)).toEqual(['old']);
    expect(buildsWith(ofSecond, BUILDS, FIXTURE.base)).toEqual(['new']);
    expect(await newer(first).count()).toBe(0);
    expect(await newer(second).count()).toBe(0);
    // What is of the old build is there as long as a page of it is.
    expect((await storedFiles(second)).some(isOfOld)).toBe(true);
  });

  test('that is there in part only is not taken, and the old one goes on', async () => {
    const page = await firstVisit(deployment, SLUG);
    const half = path.join(WORK, 'half');
    cpSync(NEW, half, { recursive: true });
    cpSync(path.join(OLD, 'about/index.html'), path.join(half, 'about/index.html'));
    await deployment.put(half);
    await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      await registration.update();
      const { installing } = registration;
      if (installing && installing.state !== 'redundant')
        await new Promise((resolve) => installing.addEventListener('statechange', resolve));
    });
    // The old worker still stores what is visited.
    await deployment.put(OLD);
    await page.goto(`${deployment.address}every-block/`);
    await stored(page, 'every-block');
    await goOffline(deployment);
    await page.goto(`${deployment.address}${SLUG}/`);
    expect(await brand(page)).toBe(OLD_NAME);
  });

  test('is not there where the host fails: what is stored is read', async () => {
    const page = await firstVisit(deployment, SLUG);
    await deployment.fail();
    await page.goto(`${deployment.address}${SLUG}/notes/four-keepers/`);
    expect(await brand(page)).toBe(OLD_NAME);
  });

  test('without a worker removes the one that is there, with all that it has stored', async () => {
    buildWith(OFF, { 'site.yaml': (text) => `${text}offline: false\n` });
    const page = await firstVisit(deployment, SLUG);
    await deployment.put(OFF);
    await page.goto(`${deployment.address}${SLUG}/`);
    const left = () =>
      page.evaluate(async () => [
        ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ]);
    await expect.poll(left, { timeout: 60_000 }).toEqual([]);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await left()).toEqual([]);
    expect(deployment.asked.filter((address) => address.includes('offline'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  /** The page of the reading is another in each build, and so has another digest. */
  function isOfOld(file: string): boolean {
    const list = (dist: string) => readFileSync(path.join(dist, 'sw.js'), 'utf8');
    const [digest] = /[0-9a-f]{16}/.exec(list(OLD))!;
    return file.includes(`offline.${digest}.`);
  }
});

describe('nothing is harmed, and nothing said,', () => {
  const deployment = new Deployment(FIXTURE.base);
  beforeEach(() => deployment.put(OLD));
  afterEach(() => deployment.remove());

  /** Reads and cites, and waits until nothing more comes. */
  async function read(page: Page): Promise<void> {
    await page.goto(`${deployment.address}${SLUG}/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.querySelector<HTMLElement>('a.pn[data-passage=p3]')!.click());
    await page.locator('.refs').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  }

  test('where a reader saves data: then nothing is stored, and nothing asked for', async () => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
    await read(page);
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
    expect(deployment.asked.filter((address) => /sw\.js|offline/.test(address))).toEqual([]);
  });

  test('where there is no room', async () => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(deployment.address).origin,
      quotaSize: 20_000,
    });
    await read(page);
    await expect.poll(() => deployment.asked.some((address) => address.endsWith('/sw.js'))).toBe(true);
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined),
        {
          timeout: 60_000,
        },
      )
      .toBe(true);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await read(page);
  });

  test.each([
    [
      'the browser refuses to register a worker',
      () => {
        // An empty page has none.
        if ('serviceWorker' in navigator)
          ServiceWorkerContainer.prototype.register = () =>
            Promise.reject(new DOMException('No.', 'SecurityError'));
      },
    ],
    ['the browser has no workers', () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  ])('where %s', async (_, script) => {
    await context.addInitScript(script);
    const page = await context.newPage();
    await read(page);
    expect(deployment.asked.filter((address) => address.endsWith('/sw.js'))).toEqual([]);
  });
});
