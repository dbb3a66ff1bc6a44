import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { OF_READING, OF_SITE, OF_SOURCE } from '../../src/core/export/formats.ts';
import { launchChromium } from '../support/browser.ts';
import { Development } from '../support/development.ts';
import { Winter } from '../support/winter.ts';

const TEXT =
  'Winter came early to the <Claim id="valley" status="opinion" checked="2025-12-02">valley</Claim> this year. The roads were closed by snow.';
const NOTE = '[^valley]: It is a wide valley.\n';

/** Milliseconds in which a save has to be seen: a limit against hanging, and no measure. */
const SEEN = 60_000;

const OVERLAY = 'vite-error-overlay';

let winter: Winter;
let server: Development;
let browser: Browser;
let page: Page;

const write = (text = TEXT, note = NOTE) => winter.write(text, note);
const eventually = (see: () => unknown) => expect.poll(see, { timeout: SEEN });
const shown = () =>
  page
    .locator('body')
    .textContent()
    .catch(() => '');
/** All that the overlay says: the first problem, where problems are explained, and the report of all. */
const problems = () =>
  page
    .locator(OVERLAY)
    .evaluate((overlay) => overlay.shadowRoot!.textContent, undefined, { timeout: 500 })
    .catch(() => '');
const file = (...parts: string[]) => path.join(winter.root, ...parts);
const pack = () => server.get('pagefind/now/en/pack-0.json');

/** Waits until nothing lies over the page, and it is the page again that it was. */
async function isWhole() {
  await eventually(() => page.locator(OVERLAY).count()).toBe(0);
  await eventually(shown).toContain('It is a wide valley.');
}

beforeAll(async () => {
  winter = new Winter(TEXT);
  write();
  mkdirSync(file('pages'));
  writeFileSync(file('pages', 'about.mdx'), '---\ntitle: About\n---\n\nAbout the valley.\n');
  expect(winter.anchorsCommand()).toMatchObject({ status: 0 });
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  winter.remove();
});

describe('While one writes', () => {
  beforeAll(async () => {
    server = await Development.over(winter.root);
    await page.goto(`${server.address}winter/`);
  });
  afterAll(() => server.stop());

  test('a text that its ledger does not know is told over the last good page, with the command.', async () => {
    write(TEXT.replace('early', 'late'));
    await eventually(problems).toContain('npm run anchors');
    expect(await shown()).toContain('came early');
    write();
    await isWhole();
  });

  test('data is served at the addresses that the built site has, as what it is.', async () => {
    const addresses = [
      ...OF_READING.map(({ file: name, type }) => [`winter/${name}`, type] as const),
      ...OF_SOURCE.map(({ file: name, type }) => [`sources/post${name}`, type] as const),
      ...OF_SITE.map(({ file: name, type }) => [name, type] as const),
    ];
    for (const [place, type] of addresses) {
      const response = await fetch(server.address + place);
      expect(response.status, place).toBe(200);
      expect(response.headers.get('content-type'), place).toBe(type);
    }
  });

  describe('a saved change of each kind of file is seen', () => {
    test('of a note: on the page that is open, its own page, the lists, the exports and in the index.', async () => {
      expect(await pack()).toContain('came early');
      write(TEXT, NOTE.replace('wide', 'narrow'));
      await eventually(shown).toContain('It is a narrow valley.');
      for (const place of ['winter/notes/valley/', 'claims/', 'search/', 'winter/annotations.jsonld'])
        expect(await server.get(place), place).toContain('narrow');
      expect(await pack()).toContain('narrow');
      write();
      await isWhole();
      expect(await pack()).toContain('wide');
    });

    test('of a text with its original and its ledger, which the command has written.', async () => {
      const before = winter.files;
      write(TEXT.replace('snow', 'ice'));
      winter.anchorsCommand('--by', 'author', '--why', 'It was ice.');
      await eventually(shown).toContain('closed by ice');
      expect(await server.get('winter/text.txt')).toContain('closed by ice');
      expect(await server.get('winter/editions/1/')).toContain('closed by snow');
      expect(await pack()).toContain('closed by ice');
      rmSync(winter.file('editions'), { recursive: true });
      for (const [name, text] of Object.entries(before)) {
        mkdirSync(path.dirname(winter.file(name)), { recursive: true });
        writeFileSync(winter.file(name), text);
      }
      await eventually(shown).toContain('closed by snow');
      await isWhole();
    });

    const changes: [
      name: string,
      place: string,
      was: string | undefined,
      is: string,
      where: string,
      sign: string,
    ][] = [
      ['a source', 'sources/post.yaml', 'title: Winter', 'title: Snow', 'sources/', 'Snow'],
      ['site.yaml', 'site.yaml', undefined, 'publisher: The Valley Press\n', 'colophon/', 'The Valley Press'],
      ['a page', 'pages/about.mdx', 'the valley', 'the hills', 'about/', 'About the hills.'],
      [
        'corrections.yaml',
        'readings/winter/corrections.yaml',
        undefined,
        '- date: "2025-12-03"\n  annotation: valley\n  was: It was a hill.\n  is: It is a wide valley.\n  why: We looked again.\n',
        'winter/notes/valley/',
        'We looked again.',
      ],
      [
        'timeline.yaml',
        'readings/winter/timeline.yaml',
        undefined,
        '- date: "2025-11-30"\n  event: The first snow fell.\n  sources: [post]\n  annotations: [valley]\n',
        'timeline/',
        'The first snow fell.',
      ],
      [
        'a style of citation',
        'styles/valley.csl',
        undefined,
        readFileSync('src/build/csl/apa.csl', 'utf8').replace(
          /<title-short>[^<]*/,
          '<title-short>The Valley’s Style',
        ),
        'winter/cite/',
        'The Valley’s Style',
      ],
    ];
    test.each(changes)('of %s.', async (_, place, was, is, where, sign) => {
      const whole = file(place);
      const before = was === undefined ? undefined : readFileSync(whole, 'utf8');
      expect(await server.get(where)).not.toContain(sign);
      mkdirSync(path.dirname(whole), { recursive: true });
      writeFileSync(whole, before === undefined ? is : before.replace(was!, is));
      await eventually(() => server.get(where)).toContain(sign);
      if (before === undefined) rmSync(whole);
      else writeFileSync(whole, before);
      await eventually(() => server.get(where)).not.toContain(sign);
      await isWhole();
    });
  });

  describe('a broken file is told over the last good page, also of pages opened anew, and is mended without a restart:', () => {
    const intact = () => {
      write();
      writeFileSync(file('sources', 'post.yaml'), SOURCE);
      writeFileSync(file('pages', 'about.mdx'), ABOUT);
    };
    let SOURCE: string;
    let ABOUT: string;
    beforeAll(() => {
      SOURCE = readFileSync(file('sources', 'post.yaml'), 'utf8');
      ABOUT = readFileSync(file('pages', 'about.mdx'), 'utf8');
    });
    // Also where a test failed.
    afterEach(intact);

    const breaks: [
      name: string,
      place: string,
      broken: (text: string) => string | undefined,
      sign: string,
    ][] = [
      [
        'a misspelt closing tag',
        'readings/winter/index.mdx',
        (text) => text.replace('</Claim>', '</Clam>'),
        'malformed-mdx',
      ],
      [
        'an unclosed brace',
        'readings/winter/index.mdx',
        (text) => text.replace('roads', '{roads'),
        'malformed-mdx',
      ],
      ['a note deleted', 'readings/winter/index.mdx', (text) => text.replace(NOTE, ''), 'mark-without-note'],
      [
        'malformed front matter',
        'readings/winter/index.mdx',
        (text) => text.replace('title: Winter', 'title: [Winter'),
        'malformed-yaml',
      ],
      [
        'code in a text',
        'readings/winter/index.mdx',
        (text) => `${text}\n{process.exit()}\n`,
        'code-in-reading',
      ],
      [
        'an original that differs',
        'readings/winter/original.txt',
        (text) => text.replace('snow', 'ice'),
        'text-differs',
      ],
      ['a ledger cut off', 'readings/winter/anchors.json', (text) => text.slice(0, 100), 'malformed-ledger'],
      ['a source with broken YAML', 'sources/post.yaml', (text) => `${text}author: [`, 'malformed-yaml'],
      ['a source deleted', 'sources/post.yaml', () => undefined, 'unknown-source'],
      ['a text deleted', 'readings/winter/index.mdx', () => undefined, 'missing-text'],
      ['a broken page', 'pages/about.mdx', (text) => `${text}\n<b\n`, 'malformed-mdx'],
    ];
    test.each(breaks)('%s.', async (_, place, broken, sign) => {
      const whole = file(place);
      const text = readFileSync(whole, 'utf8');
      const now = broken(text);
      if (now === undefined) rmSync(whole);
      else writeFileSync(whole, now);
      await eventually(problems).toContain(sign);
      await page.reload();
      await eventually(problems).toContain(sign);
      expect(await shown()).toContain('It is a wide valley.');
      const other = await browser.newPage();
      for (const where of [
        'winter/',
        'winter/notes/valley/',
        'winter/cite/',
        'sources/post/',
        'about/',
        '',
      ]) {
        const response = await other.goto(server.address + where);
        expect(response!.status(), where).toBe(200);
        await eventually(() => other.locator(OVERLAY).count()).toBe(1);
      }
      await other.close();
      expect(await pack()).toContain('came early');
      expect(await server.get('winter/anchors.json')).toContain('"p1s1"');
      writeFileSync(whole, text);
      await isWhole();
    });

    test('two files saved at once, and each mended by itself.', async () => {
      writeFileSync(file('sources', 'post.yaml'), 'title: [');
      write(TEXT.replace('</Claim>', ''));
      await eventually(problems).toMatch(/malformed-yaml[^]*malformed-mdx|malformed-mdx[^]*malformed-yaml/);
      write();
      await eventually(problems).toMatch(/^(?![^]*malformed-mdx)[^]*malformed-yaml/);
      writeFileSync(file('sources', 'post.yaml'), SOURCE);
      await isWhole();
    });

    test('a save in two steps, emptied and then written, as some editors do it.', async () => {
      writeFileSync(winter.file('index.mdx'), '');
      await eventually(problems).toContain('invalid-front-matter');
      write(TEXT, NOTE.replace('wide', 'narrow'));
      await eventually(shown).toContain('It is a narrow valley.');
      await eventually(() => page.locator(OVERLAY).count()).toBe(0);
    });
  });

  test('a reading that comes by one rename is on the front, and one that is deleted is not.', async () => {
    const summer = file('readings', 'summer');
    cpSync(winter.folder, file('.summer'), { recursive: true });
    renameSync(file('.summer'), summer);
    await eventually(() => server.get('')).toContain('/summer/');
    await eventually(async () => (await fetch(`${server.address}summer/`)).status).toBe(200);
    rmSync(summer, { recursive: true });
    await eventually(() => server.get('')).not.toContain('/summer/');
    await eventually(async () => (await fetch(`${server.address}summer/`)).status).toBe(404);
    await isWhole();
  });
});

test('A site that is broken when it is begun starts, tells on any page, and recovers; under a path too.', async () => {
  write(TEXT.replace('</Claim>', '</Clam>'));
  server = await Development.over(winter.root, { POSTIL_BASE: '/repo/' });
  try {
    expect(server.address).toMatch(/\/repo\/$/);
    for (const place of [
      '',
      'winter/',
      'claims/',
      'sources/',
      'timeline/',
      'search/',
      'about/',
      'colophon/',
    ]) {
      await page.goto(server.address + place);
      await eventually(problems).toContain('malformed-mdx');
    }
    await page.goto(`${server.address}winter/`);
    write();
    await eventually(() => page.locator(OVERLAY).count()).toBe(0);
    await eventually(shown).toContain('It is a wide valley.');
  } finally {
    await server.stop();
  }
});
