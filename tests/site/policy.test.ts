import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveSite } from '../../src/build/server.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, handbookPages, pagesOf, readings } from '../support/pages.ts';
import { openEverything, searchFrom } from '../support/panels.ts';
import { EDITION, FIXTURE, listen } from '../support/sites.ts';

/**
 * Every page, with everything on it opened and pressed, keeps to the policy: with the production headers, and on a host
 * that sends none, where the page's own policy is all there is; at the root, and under a path.
 */
let browser: Browser;
const bare: Server[] = [];
const addresses = new Map<string, string>();
beforeAll(async () => {
  browser = await launchChromium();
  for (const { dist, base } of [EDITION, FIXTURE]) {
    const { server, address } = await listen(withoutHeaders(dist, base));
    bare.push(server);
    addresses.set(dist, address + base);
  }
});
afterAll(async () => {
  await browser.close();
  for (const server of bare) server.close();
});

/** A host that sends no headers of ours. */
function withoutHeaders(dist: string, base: string): Server {
  const site = serveSite(dist, base);
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      /^(?:content-type|content-encoding|vary|location)$/i.test(name) ? setHeader(name, value) : response;
    site.emit('request', request, response);
  });
}

const sites = [
  {
    site: 'edition' as const,
    dist: EDITION.dist,
    pages: [...pagesOf(readings()), ...handbookPages()],
    words: 'Reuters',
  },
  { site: 'fixture' as const, dist: FIXTURE.dist, pages: pagesOf(readings(FIXTURE_CONTENT)), words: 'lamps' },
];
const hosts = ['the production headers', 'no headers'];

/** Everything that a browser complains of, and every request to anybody else. */
function watch(page: Page, origin: string): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    const isOwn404 = message.text().includes('404') && page.url().includes('no-such-page');
    if (message.type() === 'error' && !isOwn404) said.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => said.push(`${page.url()}: ${message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) said.push(`${page.url()}: asks for ${request.url()}`);
  });
  return said;
}

declare global {
  // Put into the pages by this test.
  var toldOfPolicy: (words: string) => Promise<void>;
}

describe.each(sites)('Everything on every page of the $site', ({ site, dist, pages, words }) => {
  test.each(hosts)('keeps to the policy with %s.', async (host) => {
    const address = host === 'no headers' ? addresses.get(dist)! : inject(site);
    const { origin } = new URL(address);
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    try {
      const page = await context.newPage();
      const said = watch(page, origin);
      await page.exposeFunction('toldOfPolicy', (report: string) => said.push(`${page.url()}: ${report}`));
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          void globalThis.toldOfPolicy(`${violatedDirective} ${blockedURI} ${sample}`);
        }),
      );
      for (const [place, path] of pages.entries()) {
        const response = await page.goto(address + path);
        expect(response!.headers()['content-security-policy'] === undefined, path).toBe(
          host === 'no headers',
        );
        await openEverything(page);
        // The search is the same on all pages; its own page begins one by itself.
        if (place % 20 === 0 && !path.startsWith('search')) await searchFrom(page, words);
      }
      expect(said).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

test('A page that does what the policy forbids is told of, with headers and without.', async () => {
  for (const address of [inject('edition'), addresses.get(EDITION.dist)!]) {
    const page = await browser.newPage();
    await page.goto(address);
    const told = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
            resolve(violatedDirective),
          );
          document.body.append(
            Object.assign(document.createElement('img'), { src: 'https://example.org/a.png' }),
          );
        }),
    );
    expect(told).toBe('img-src');
    await page.close();
  }
});
