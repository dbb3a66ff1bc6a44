import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { elementsIn, faultsOfSite } from '../../src/build/integrity.ts';
import { serveSite } from '../../src/build/server.ts';
import { isWebAddress } from '../../src/core/web-address.ts';
import { ATTRIBUTES, ELEMENTS } from '../core/support/harmless-html.ts';
import { bareText } from '../support/bare-text.ts';
import { launchChromium } from '../support/browser.ts';
import { writeFuzzed } from '../support/fuzzed-site.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';
import { buildSite, listen } from '../support/sites.ts';

/**
 * What passes the checker is built: readings and records made by chance come through MDX, Astro and citeproc to pages
 * that have no element, attribute or address but those that pages have of which we wrote every word. `npm test` builds
 * the same few each time; `npm run fuzz` more, others each time.
 */
const COUNT = Number(process.env.POSTIL_FUZZ_PAGES ?? 30);
const SEED = Number(
  process.env.POSTIL_FUZZ_SEED ?? (process.env.POSTIL_FUZZ_PAGES === undefined ? 1 : Date.now()),
);

/** Milliseconds after which they all hang. */
const PATIENCE = 240_000 + COUNT * 10_000;

const FOLDER = path.join('node_modules', '.postil');
const CONTENT = path.join(FOLDER, 'fuzzed-content');
const FUZZED = path.join(FOLDER, 'fuzzed-site');
const OURS = path.join(FOLDER, 'own-site');
const ORIGIN = 'https://site.test';

type Element = DefaultTreeAdapterTypes.Element;

let made: string[];
let fuzzed: Map<string, Element[]>;
let ours: Element[];
let server: Server;
let site: string;
let browser: Browser;
beforeAll(async () => {
  made = writeFuzzed(CONTENT, COUNT, SEED);
  console.info(`${made.length} readings, POSTIL_FUZZ_SEED=${SEED}`);
  buildSite(FUZZED, { POSTIL_CONTENT: CONTENT, POSTIL_SITE: ORIGIN });
  buildSite(OURS, { POSTIL_CONTENT: FIXTURE_CONTENT, POSTIL_SITE: ORIGIN });
  fuzzed = pagesIn(FUZZED);
  ours = [...pagesIn(OURS).values()].flat();
  const listening = await listen(serveSite(FUZZED, '/'));
  [server, site] = [listening.server, `${listening.address}/`];
  browser = await launchChromium();
}, PATIENCE);
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('Of readings made by chance, which the checker lets pass,', { timeout: PATIENCE }, () => {
  test('more than half of those that were made have pages.', () => {
    expect(made.length).toBeGreaterThan(COUNT / 2);
    for (const slug of made) expect([...fuzzed.keys()]).toContain(path.join(slug, 'index.html'));
  });

  test('no page has an element or an attribute that ours do not have.', () => {
    const known = new Set([...ours.flatMap(kindsOf), ...FROM_MARKDOWN]);
    for (const [file, elements] of fuzzed)
      expect(
        [...new Set(elements.flatMap(kindsOf))].filter((kind) => !known.has(kind)),
        file,
      ).toEqual([]);
  });

  test('nothing runs but what runs in ours.', () => {
    const known = new Set(ours.filter(isScript).map(scriptOf));
    for (const [file, elements] of fuzzed) {
      const foreign = elements
        .filter(isScript)
        .map(scriptOf)
        .filter((script) => !known.has(script));
      expect(foreign, file).toEqual([]);
      for (const data of elements.filter(isData))
        expect(() => void JSON.parse(wordsIn(data)), file).not.toThrow();
    }
  });

  test('every link leads to the web, to a mailbox, or into the site.', () => {
    for (const [file, elements] of fuzzed)
      expect(
        elements.flatMap(addressesOf).filter((address) => !isSafe(address)),
        file,
      ).toEqual([]);
    expect(faultsOfSite(FUZZED, '/', ORIGIN)).toEqual([]);
  });

  test('the pages show the words as they are, and no browser complains.', async () => {
    const { readings } = readContent(CONTENT);
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', ({ message }) => said.push(message));
    page.on('dialog', (dialog) => said.push(`a dialog: ${dialog.message()}`));
    for (const { slug, blocks } of readings) {
      await page.goto(`${site}${slug}/`);
      const shown = await page.evaluate(bareText);
      const words = blocks.map(({ slice }) => slice).join('');
      expect(shown.replace(/\s+/g, ''), slug).toBe(words.replace(/\s+/g, ''));
      expect(said, slug).toEqual([]);
    }
  });
});

/** What Markdown has, and stands in no fixture; each may be a passage. */
const FROM_MARKDOWN = [...ELEMENTS].flatMap((name) => [
  name,
  ...[...ATTRIBUTES, 'data-v', 'data-of'].map((attribute) => `${name} ${attribute}`),
]);

function pagesIn(dist: string): Map<string, Element[]> {
  return new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, [...elementsIn(parse(readFileSync(path.join(dist, file), 'utf8')))]]),
  );
}

/** Its name, and those of its attributes. */
function kindsOf({ tagName, attrs }: Element): string[] {
  return [tagName, ...attrs.map(({ name }) => `${tagName} ${name}`)];
}

function isScript(element: Element): boolean {
  return element.tagName === 'script' && !isData(element);
}

function isData({ tagName, attrs }: Element): boolean {
  return tagName === 'script' && attrs.some(({ name, value }) => name === 'type' && value.endsWith('json'));
}

function scriptOf(element: Element): string {
  return element.attrs.find(({ name }) => name === 'src')?.value ?? wordsIn(element);
}

function wordsIn({ childNodes }: Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function addressesOf({ attrs }: Element): string[] {
  return attrs
    .filter(({ name }) => ['href', 'src', 'cite', 'action', 'formaction'].includes(name))
    .map(({ value }) => value);
}

function isSafe(address: string): boolean {
  return isWebAddress(address) || /^(?:mailto:|#|\/(?!\/)|\.{0,2}\/|\?)/.test(address);
}
