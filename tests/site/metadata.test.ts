import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOfSite } from '../../src/build/integrity.ts';
import { serveSite } from '../../src/build/server.ts';
import { pictureOf } from '../../src/build/pictures.ts';
import { picturePath, notePath, readingPath } from '../../src/core/address.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, type Published, readings } from '../support/pages.ts';
import { inPage } from '../support/reading-page.ts';
import { buildSite } from '../support/sites.ts';
import { itemOf, type Said } from '../support/zotero.ts';

/** What pages say of themselves to programs, on a site that knows its address and on one that does not. */

const SITE = 'https://example.org';
const BASE = '/repo/';
const DIST = 'node_modules/.postil/addressed-site';

const build = () =>
  buildSite(DIST, { POSTIL_CONTENT: FIXTURE_CONTENT, POSTIL_BASE: BASE, POSTIL_SITE: SITE });

let browser: Browser;
let server: Server;
/** Where the site that says it is at example.org is really served. */
let served: string;

beforeAll(async () => {
  build();
  server = serveSite(DIST, BASE);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  served = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** What the head of a page says. */
interface Head {
  said: Said;
  blocks: string[];
  links: { rel: string; type: string; href: string }[];
}

const readHead = (page: Page): Promise<Head> =>
  page.evaluate(() => ({
    said: Array.from(
      document.head.querySelectorAll('meta[name], meta[property]'),
      (meta) =>
        [meta.getAttribute('name') ?? meta.getAttribute('property')!, meta.getAttribute('content')!] as const,
    ),
    blocks: Array.from(
      document.querySelectorAll('script[type="application/ld+json"]'),
      ({ textContent }) => textContent,
    ),
    links: Array.from(document.head.querySelectorAll('link'), ({ rel, type }, index) => ({
      rel,
      type,
      href: document.head.querySelectorAll('link')[index]!.getAttribute('href')!,
    })),
  }));

/** Asks for an address of the site where it is served. */
const get = (address: string) => fetch(address.replace(SITE, served));

const withAddress = readings(FIXTURE_CONTENT);
const everyNote = (all: readonly Published[]) =>
  all.flatMap((reading) => reading.annotations.map((annotation) => ({ reading, annotation })));

/** Every value under `@id` and `url` in JSON-LD, at any depth. */
function addressesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(addressesIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    (name === '@id' || name === 'url') && typeof value === 'string' ? [value] : addressesIn(value),
  );
}

/** Required of every page's data, by its type. */
const REQUIRED: Record<string, string[]> = {
  WebPage: ['name', 'abstract', 'author', 'inLanguage', 'license', 'isPartOf', 'mainEntity'],
  reading: ['headline', 'author', 'inLanguage', 'version', 'dateModified', 'hasPart'],
};

describe('On a site that knows its address', () => {
  test('every reading and note is what it should be in Zotero.', async () => {
    await inPage(browser, {}, async (page) => {
      for (const reading of withAddress) {
        await page.goto(`${served}${BASE}${readingPath(reading)}`);
        const { said } = await readHead(page);
        expect(itemOf(said).title, reading.slug).toBe(reading.title);
        expect(said, reading.slug).toContainEqual([
          'citation_public_url',
          SITE + BASE + readingPath(reading),
        ]);
        expect(itemOf(said).authors).toHaveLength(reading.author.length);
      }
      for (const { reading, annotation } of everyNote(withAddress)) {
        await page.goto(`${served}${BASE}${notePath(reading, annotation.id)}`);
        const item = itemOf((await readHead(page)).said);
        expect(item, annotation.id).toMatchObject({
          type: 'webpage',
          title: annotation.finding.replace(/\.$/, ''),
          publication: `The Tester’s “Reader”, notes to ${reading.title}`,
          authors: [['The Tester’s Press']],
        });
        expect(item.date, annotation.id).toMatch(/^\d{4}\/\d{2}\/\d{2}$|^n\.d\.$/);
      }
    });
  });

  test('every data block is JSON-LD of schema.org with what its type needs, and all its addresses lead somewhere.', async () => {
    const found = new Set<string>();
    await inPage(browser, {}, async (page) => {
      const paths = withAddress.flatMap((reading) => [
        readingPath(reading),
        ...reading.annotations.map(({ id }) => notePath(reading, id)),
      ]);
      for (const path of [...paths, 'sources/the-tester/']) {
        await page.goto(`${served}${BASE}${path}`);
        const { blocks } = await readHead(page);
        expect(blocks, path).toHaveLength(1);
        const data = JSON.parse(blocks[0]!) as Record<string, unknown>;
        expect(data['@context']).toBe('https://schema.org');
        expect(data['@id'], path).toBe(SITE + BASE + path);
        if (!path.startsWith('sources/')) {
          const needed = REQUIRED[path.includes('/notes/') ? 'WebPage' : 'reading']!;
          for (const name of needed) expect(data, path).toHaveProperty(name);
        }
        for (const address of addressesIn(data)) if (address.startsWith(SITE + BASE)) found.add(address);
      }
      expect(found.size).toBeGreaterThan(20);
      const documents = Map.groupBy(found, (address) => address.replace(/#.*/, ''));
      for (const [address, all] of documents) {
        const response = await page.goto(address.replace(SITE, served));
        expect(response!.status(), address).toBe(200);
        for (const { hash } of all.map((each) => new URL(each)))
          if (hash !== '')
            expect(await page.locator(`[id="${hash.slice(1)}"]`).count(), address + hash).toBe(1);
      }
    });
  });

  test('every reading and note has a picture, described by the words that are drawn in it.', async () => {
    await inPage(browser, {}, async (page) => {
      const all = [
        ...withAddress.map((reading) => ({ reading, annotation: undefined })),
        ...everyNote(withAddress),
      ];
      for (const { reading, annotation } of all) {
        const path = annotation ? notePath(reading, annotation.id) : readingPath(reading);
        await page.goto(`${served}${BASE}${path}`);
        const said = new Map((await readHead(page)).said);
        const picture = said.get('og:image')!;
        expect(picture).toBe(SITE + BASE + picturePath(reading, annotation?.id));
        expect(said.get('og:image:alt')).toBe(pictureOf('The Tester’s “Reader”', reading, annotation).words);
        expect(said.get('og:url')).toBe(SITE + BASE + path);
        expect(said.get('twitter:card')).toBe('summary_large_image');
        const response = await get(picture);
        expect(response.headers.get('content-type')).toBe('image/png');
        const size = await page.evaluate(
          async (address) => {
            const image = new Image();
            image.src = address;
            await image.decode();
            return [image.naturalWidth, image.naturalHeight];
          },
          picture.replace(SITE, served),
        );
        expect(size, picture).toEqual([1200, 630]);
      }
    });
  });

  test('the feed is Atom: it has what RFC 4287 requires, each id once, and every link leads somewhere.', async () => {
    const response = await get(`${SITE}${BASE}feed.xml`);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await response.text();
    const { root, entries, error } = await inBlankPage((page) => page.evaluate(readFeed, xml));
    expect(error).toBe(0);
    expect(root).toMatchObject({
      name: 'feed',
      namespace: 'http://www.w3.org/2005/Atom',
      required: [1, 1, 1],
    });
    expect(root.self).toBe(`${SITE}${BASE}feed.xml`);
    expect(entries.length).toBe(7);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { id, required, updated, link, author } of entries) {
      expect(required, id).toEqual([1, 1, 1]);
      expect(id).toMatch(/^tag:example\.org,\d{4}-\d{2}-\d{2}:repo\/\S+$/);
      expect(Date.parse(updated), id).not.toBeNaN();
      expect(author, id).toBe('The Tester’s Press');
      expect((await get(link)).status, link).toBe(200);
    }
    expect(entries.map(({ updated }) => updated)).toEqual(
      entries
        .map(({ updated }) => updated)
        .toSorted()
        .reverse(),
    );
  });

  test('the feed is linked from every page.', async () => {
    await inPage(browser, {}, async (page) => {
      for (const path of ['', 'about/', 'every-block/', 'search/']) {
        await page.goto(`${served}${BASE}${path}`);
        const { links } = await readHead(page);
        expect(links).toContainEqual({
          rel: 'alternate',
          type: 'application/atom+xml',
          href: `${BASE}feed.xml`,
        });
      }
    });
  });

  test('robots.txt names the map, which names every page that is to be indexed, with the date of its content.', async () => {
    const robots = await (await get(`${SITE}${BASE}robots.txt`)).text();
    const [, index] = /^Sitemap: (.*)$/m.exec(robots)!;
    const maps = await locationsIn(await (await get(index!)).text());
    const pages = (
      await Promise.all(maps.map(async ({ location }) => locationsIn(await (await get(location)).text())))
    ).flat();
    const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?:^|\/)index\.html$/.test(file) && !/editions\/\d/.test(file))
      .map((file) => file.replace(/index\.html$/, ''));
    expect(built).toEqual(expect.arrayContaining(['', 'about/', 'every-block/notes/inner/']));
    expect(pages.map(({ location }) => decodeURI(location).replace(SITE + BASE, '')).toSorted()).toEqual(
      built.toSorted(),
    );
    for (const { location } of pages) {
      const response = await get(location);
      expect(response.status, location).toBe(200);
      expect(await response.text(), location).not.toContain('<meta name="robots" content="noindex"');
    }
    const dateOf = (path: string) => pages.find(({ location }) => location === SITE + BASE + path)!.changed;
    expect(dateOf('waterside-lamps/')).toBe('2026-11-15T00:00:00.000Z');
    expect(dateOf('waterside-lamps/notes/gas-came/')).toBe('2026-10-01T00:00:00.000Z');
    expect(dateOf('about/')).toBeNull();
  });

  test('no policy is violated by the data blocks, and nothing in them is run.', async () => {
    await inPage(browser, {}, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', ({ message }) => complaints.push(message));
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`violated ${violatedDirective} by ${blockedURI}`),
        );
      });
      for (const path of ['every-block/', 'every-block/notes/inner/', 'sources/the-tester/']) {
        const response = await page.goto(`${served}${BASE}${path}`, { waitUntil: 'networkidle' });
        expect(response!.headers()['content-security-policy']).toContain("script-src 'self'");
        expect((await readHead(page)).blocks).toHaveLength(1);
      }
      expect(complaints).toEqual([]);
      // What would be a violation is told as one: an inline script that is no data block.
      await page.route('**/probe/', (route) =>
        route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': "script-src 'self'" },
          body: '<!doctype html><script>1</script><script type="application/ld+json">{}</script>',
        }),
      );
      await page.goto(`${served}${BASE}probe/`);
      await expect.poll(() => complaints.filter((said) => said.startsWith('violated')).length).toBe(1);
    });
  });
});

describe('On a site that does not know its address', () => {
  test('pages say the rest, and refer to no picture, map or feed.', async () => {
    await inPage(browser, {}, async (page) => {
      const [first] = withAddress;
      for (const path of [readingPath(first!), notePath(first!, first!.annotations[0]!.id)]) {
        await page.goto(inject('fixture') + path);
        const { said, blocks, links } = await readHead(page);
        const names = said.map(([name]) => name);
        expect(names).toEqual(expect.arrayContaining(['z:itemType', 'citation_title', 'og:title']));
        expect(names.filter((name) => /^og:(image|url)|public_url/.test(name))).toEqual([]);
        const data = JSON.parse(blocks[0]!) as Record<string, unknown>;
        expect(data['@id']).toBe(new URL(inject('fixture')).pathname + path);
        expect(links.filter(({ type }) => type === 'application/atom+xml')).toEqual([]);
      }
    });
    for (const file of ['feed.xml', 'sitemap-index.xml', 'pictures/every-block.png'])
      expect((await fetch(inject('fixture') + file)).status, file).toBe(404);
    expect(await (await fetch(`${inject('fixture')}robots.txt`)).text()).toBe('User-agent: *\nAllow: /\n');
  });

  test('the op-ed is an opinion piece with two authors, an inferred date and a supplied title.', async () => {
    await inPage(browser, {}, async (page) => {
      await page.goto(`${inject('edition')}peace-deal/`);
      const { said, blocks } = await readHead(page);
      expect(itemOf(said)).toEqual({
        type: 'blogPost',
        title: '[Russia’s renewed push for a peace deal with Ukraine]',
        publication: 'Centre for Britain and Europe blog',
        date: '2025',
        authors: [
          ['Hadfield', 'Amelia'],
          ['Khostova', 'Margaryta'],
        ],
      });
      const data = JSON.parse(blocks[0]!) as Record<string, unknown>;
      expect(data).toMatchObject({ '@type': 'OpinionNewsArticle', temporal: '2025-11/2025-12~' });
      expect(data).not.toHaveProperty('datePublished');
    });
  });
});

test('Feed, site map, pictures and whole addresses lead to what is there.', () => {
  expect(existsSync(path.join(DIST, 'feed.xml')) && existsSync(path.join(DIST, 'sitemap-0.xml'))).toBe(true);
  expect(faultsOfSite(DIST, BASE, SITE)).toEqual([]);
});

test('The same content gives the same bytes.', () => {
  const file = (name: string) => path.join(DIST, name);
  const files = ['feed.xml', 'sitemap-0.xml', 'pictures/every-block.png', 'every-block/index.html'];
  const before = files.map((name) => readFileSync(file(name)).toString('base64'));
  build();
  expect(files.map((name) => readFileSync(file(name)).toString('base64'))).toEqual(before);
});

async function inBlankPage<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await browser.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Addresses and dates in a map of the site, read by the browser's own XML parser. */
function locationsIn(xml: string): Promise<{ location: string; changed: string | null }[]> {
  return inBlankPage((page) =>
    page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      if (parsed.querySelector('parsererror')) throw new Error(text.slice(0, 200));
      return Array.from(parsed.querySelectorAll('url, sitemap'), (each) => ({
        location: each.querySelector('loc')!.textContent,
        changed: each.querySelector('lastmod')?.textContent ?? null,
      }));
    }, xml),
  );
}

/** In the browser: an Atom feed, and how many there are of each element that must be there once. */
function readFeed(xml: string) {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const root = parsed.documentElement;
  const children = (of: Element, name: string) =>
    Array.from(of.children).filter(({ localName }) => localName === name);
  const required = (of: Element) => ['id', 'title', 'updated'].map((name) => children(of, name).length);
  return {
    error: parsed.getElementsByTagName('parsererror').length,
    root: {
      name: root.localName,
      namespace: root.namespaceURI,
      required: required(root),
      self: root.querySelector('link[rel=self]')?.getAttribute('href'),
    },
    entries: children(root, 'entry').map((entry) => ({
      id: children(entry, 'id')[0]?.textContent ?? '',
      required: required(entry),
      updated: children(entry, 'updated')[0]?.textContent ?? '',
      link: children(entry, 'link')[0]?.getAttribute('href') ?? '',
      author: entry.querySelector('author name')?.textContent,
    })),
  };
}
