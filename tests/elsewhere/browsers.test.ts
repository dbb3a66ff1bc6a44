import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Deployment } from '../support/deployment.ts';
import { FIREFOX, startFirefox } from '../support/elsewhere/firefox.ts';
import { atRest, type Reader, until } from '../support/elsewhere/reader.ts';
import { startWebKit, WEBKIT, XVFB } from '../support/elsewhere/webkit.ts';
import { overflow } from '../support/overflow.ts';
import { FIXTURE_CONTENT, pageTypes, readings } from '../support/pages.ts';
import { MARGIN_FROM } from '../support/reading-page.ts';
import { EDITION } from '../support/sites.ts';
import { citationOf } from '../support/two-editions.ts';

/**
 * The reader's journeys in Firefox and in WebKit, on the built sites with their production headers. A browser that the
 * machine does not have is named, and its tests fail.
 */

/** Pictures of what was seen, for somebody to look at. */
const PICTURES = 'node_modules/.postil/pictures-elsewhere';

const WIDTHS = [390, 820, 1440];
const HEIGHT = 900;

/** So many times half a window up: past what was drawn beside the end. */
const TURNS = 16;

const browsers = [
  { what: 'Firefox', needs: [FIREFOX], debian: 'firefox-esr', start: startFirefox },
  { what: 'WebKit', needs: [WEBKIT, XVFB], debian: 'webkit2gtk-driver xvfb', start: startWebKit },
];

describe.each(browsers)('$what', ({ what, needs, debian, start }) => {
  let reader: Reader;
  beforeAll(async () => {
    const started = await start();
    const names = needs.map(({ names: [name], variable }) => `${name} (or ${variable})`).join(' and ');
    if (!started) throw new Error(`${what} is not on this machine: it takes ${names}. On Debian: ${debian}.`);
    reader = started;
    console.log(`${what}: ${reader.name}`);
    mkdirSync(PICTURES, { recursive: true });
  });
  afterAll(async () => {
    // Not there, where it was not found.
    await (reader as Reader | undefined)?.close();
  });

  const edition = (place: string) => inject('edition') + place;
  const fixture = (place: string) => inject('fixture') + place;
  const keep = async (name: string) =>
    writeFileSync(path.join(PICTURES, `${what}-${name}.png`), await reader.picture());

  /** Opens a page and waits until its scripts have done what they do at first. */
  async function open(address: string, isText = false) {
    await reader.open(address);
    await until(
      reader,
      (name) => document.documentElement.classList.contains(name),
      isText ? 'laid' : 'ready',
    );
    await until(reader, () => document.fonts.status === 'loaded');
  }

  describe.each(WIDTHS)('at %i px', (asked) => {
    let width = asked;
    beforeAll(async () => {
      width = Math.max(asked, reader.narrowest);
      await reader.resize(width, HEIGHT);
    });

    test('is as wide inside as was asked for, or as narrow as it can be.', async () => {
      await open(edition(''));
      expect(await reader.evaluate(() => innerWidth)).toBe(width);
    });

    test('no type of page scrolls sideways, and each shows its headline.', async () => {
      const pages = [
        ...pageTypes(readings()).map(edition),
        ...pageTypes(readings(FIXTURE_CONTENT)).map(fixture),
      ];
      for (const address of pages) {
        await open(address);
        const over = await reader.evaluate(overflow);
        const headlines = await reader.evaluate(() => document.querySelectorAll('h1').length);
        expect({ address, over, headlines }).toEqual({ address, over: Math.min(0, over), headlines: 1 });
      }
    });

    test('from the end of the sources, what is read moves by as much as one scrolls.', async () => {
      await open(edition('sources/'));
      await reader.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await atRest(reader);
      // A phone draws a row as it comes near, higher or lower than it was taken to be.
      for (let turn = 0; turn < TURNS; turn++) {
        const { row, top } = await reader.evaluate(() => {
          const rows = [...document.querySelectorAll('.table tbody tr')];
          const tops = rows.map((each) => each.getBoundingClientRect().top);
          const first = tops.findIndex((each) => each > 0);
          scrollBy({ top: -innerHeight / 2, behavior: 'instant' });
          return { row: first, top: tops[first]! };
        });
        await atRest(reader);
        const moved = await reader.evaluate(
          (index) => document.querySelectorAll('.table tbody tr')[index]!.getBoundingClientRect().top,
          row,
        );
        expect(Math.abs(moved - top - HEIGHT / 2)).toBeLessThanOrEqual(1);
      }
    });

    test('a note is opened at its mark, and shows its status and its evidence.', async () => {
      await open(edition('peace-deal/'), width >= MARGIN_FROM);
      await reader.evaluate(() =>
        document.getElementById('m-kyslytsya-title')!.scrollIntoView({ block: 'center' }),
      );
      await reader.click('[id="m-kyslytsya-title"]');
      await atRest(reader);
      const box = await until(reader, () => {
        const note = document.getElementById('kyslytsya-title')!;
        const { left, right, width: wide } = note.getBoundingClientRect();
        return note.checkVisibility() && wide > 0 && { left, right, words: note.parentElement!.innerText };
      });
      expect(box.words).toMatch(/contradicted/i);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      const { beside, covered } = await reader.evaluate(() => {
        const text = document.querySelector('.para > p')!.getBoundingClientRect();
        const boxes = [...document.querySelectorAll('.note')]
          .filter((note) => note.checkVisibility({ visibilityProperty: true }))
          .map((note) => note.getBoundingClientRect())
          .filter(({ height }) => height > 0);
        const own = document.getElementById('kyslytsya-title')!.getBoundingClientRect();
        return {
          beside: own.left >= text.right,
          covered: boxes.slice(1).filter(({ top }, index) => top < boxes[index]!.bottom - 1).length,
        };
      });
      // In the margin where there is one, and else under the words.
      expect({ beside, covered }).toEqual({ beside: width >= MARGIN_FROM, covered: 0 });
      await keep(`note-${asked}`);
    });

    test('a link that cites a sentence leads to it, and what has become of it is told.', async () => {
      for (const [anchor, says] of [
        ['p1s1', /Unchanged since it was cited/],
        ['p1s2', /since it was cited|Edited|Changed/i],
      ] as const) {
        await open(fixture(citationOf(anchor)));
        const said = await until(
          reader,
          () => document.querySelector<HTMLElement>('.vd.here, .vd.tomb:target')?.innerText,
        );
        expect(said).toMatch(says);
        const { top, bottom } = await reader.evaluate((id) => {
          const box = document.getElementById(id)!.getBoundingClientRect();
          return { top: box.top, bottom: box.bottom };
        }, anchor);
        expect(bottom).toBeGreaterThan(0);
        expect(top).toBeLessThan(HEIGHT);
        await keep(`cited-${anchor}-${asked}`);
      }
    });

    test('a search finds words of the text and of the notes, and a hit leads to them.', async () => {
      await open(edition('search/'));
      await reader.click('[id="page:q"]');
      await reader.type('Kyslytsya');
      const headings = await until(reader, () => {
        const all = Array.from(
          document.querySelectorAll<HTMLElement>('.hits h2'),
          ({ innerText }) => innerText,
        );
        return all.length === 3 && all;
      });
      expect(headings).toEqual(['In the text', 'In the notes', 'In the evidence']);
      await keep(`search-${asked}`);
      await reader.click('.hits .hit .loc');
      const target = await until(reader, () => document.querySelector<HTMLElement>(':target')?.innerText);
      expect(target).toContain('Kyslytsya');
    });
  });

  test('without a network the text is read, a note opens, and a search answers.', async () => {
    const deployment = new Deployment(EDITION.base);
    await deployment.put(EDITION.dist);
    try {
      await reader.resize(1440, HEIGHT);
      await open(`${deployment.address}peace-deal/`, true);
      await until(reader, isStored, `${EDITION.base}?readings`, 'peace-deal');
      await deployment.remove();
      await open(`${deployment.address}peace-deal/`, true);
      await reader.click('[id="m-kyslytsya-title"]');
      const words = await until(
        reader,
        () => document.getElementById('kyslytsya-title')!.parentElement!.innerText,
      );
      expect(words).toMatch(/contradicted/i);
      await open(`${deployment.address}search/`);
      await reader.click('[id="page:q"]');
      await reader.type('Kyslytsya');
      await until(reader, () => document.querySelectorAll('.hits h2').length === 3);
      await keep('offline-1440');
    } finally {
      await deployment.remove();
    }
  });

  test('a dark page is chosen, and stays chosen.', async () => {
    await reader.resize(1440, HEIGHT);
    await open(edition('peace-deal/'), true);
    const paper = () => getComputedStyle(document.documentElement).backgroundColor;
    const before = await reader.evaluate(paper);
    await reader.click('[id="page:theme"]');
    const after = await reader.evaluate(paper);
    expect(after).not.toBe(before);
    await open(edition('claims/'));
    expect(await reader.evaluate(paper)).toBe(after);
    await keep('dark-1440');
  });
});

/** Whether the worker says that it has stored a reading. Runs in the page: what it finds out stands there a moment later. */
function isStored(record: string, slug: string): boolean {
  const { dataset } = document.documentElement;
  void caches.keys().then(async (names) => {
    const name = names.find((each) => each.includes(' records '));
    const found = name && (await (await caches.open(name)).match(new URL(record, location.origin)));
    dataset.stored = found ? await found.text() : '';
  });
  return dataset.stored?.includes(`"${slug}"`) ?? false;
}
