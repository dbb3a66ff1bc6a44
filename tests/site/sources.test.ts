import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { sourcePath } from '../../src/core/address.ts';
import { inWords } from '../../src/core/date.ts';
import { assessedOf, groundOf } from '../../src/core/footing.ts';
import type { Reading } from '../../src/core/reading.ts';
import { copyNearest } from '../../src/core/robust-link.ts';
import { citedSources } from '../../src/core/site.ts';
import { sourcesInEnglish } from '../../src/core/survey.ts';
import { assessedInEnglish, selectionInEnglish, tally } from '../../src/core/counts.ts';
import { eventsFrom, usesOf } from '../../src/core/use.ts';
import { launchChromium } from '../support/browser.ts';
import { overflow } from '../support/overflow.ts';
import { FIXTURE_CONTENT } from '../support/pages.ts';
import { UNUSED } from '../support/worst.ts';

/** The sources, and what rests on them: the drawing, the lists and the pages say what the data says, without scripts. */
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});
afterAll(() => browser.close());

const sites = [
  { site: 'edition' as const, ...readContent() },
  { site: 'fixture' as const, ...readContent(FIXTURE_CONTENT) },
];

const idOf = ({ slug }: { slug: string }, { anchor }: { anchor: string }) => `event:${slug}:${anchor}`;

/** Who stands on whom: `note source` for what bears, `note (source)` for context. */
function pairsOf(reading: Reading): string[] {
  return assessedOf(reading.annotations).flatMap((annotation) => {
    const { bearing, context: beside } = groundOf(annotation);
    return [
      ...bearing.map((key) => `${annotation.id} ${key}`),
      ...beside.map((key) => `${annotation.id} (${key})`),
    ];
  });
}

describe.each(sites)('the sources of the $site', ({ site, readings, sources }) => {
  test.each(['upright', 'turned'])('are drawn %s with every thread, and none besides', async (form) => {
    await page.goto(`${inject(site)}sources/`);
    const found = await page.locator(`svg.${form}`).all();
    const drawings = await Promise.all(found.map((drawing) => drawing.evaluate(threadsIn)));
    const drawn = readings.filter(({ annotations }) => assessedOf(annotations).length > 0);
    expect(drawings.length).toBe(drawn.length);
    for (const [index, reading] of drawn.entries()) {
      const { fromStatements, fromSources, all, statements } = drawings[index]!;
      expect(statements).toEqual(assessedOf(reading.annotations).map(({ id }) => id));
      expect(fromStatements.sort()).toEqual(pairsOf(reading).sort());
      expect(fromSources.sort()).toEqual(pairsOf(reading).sort());
      expect(all.sort()).toEqual(pairsOf(reading).sort());
    }
  });

  test('are in a table that says the same', async () => {
    await page.goto(`${inject(site)}sources/`);
    const tables = await page.locator('table').evaluateAll((found) =>
      found.map((table) =>
        [...table.querySelectorAll('tbody tr')].map((row) => ({
          key: row.querySelector('th a')!.getAttribute('href')!.split('/').at(-2)!,
          notes: [...row.querySelectorAll('.notes-of span:not(.told-of)')].flatMap((span) =>
            [...span.querySelectorAll('a')].map(
              (link) => `${/^\w+(?=: )/.exec(span.textContent)?.[0] ?? ''} ${link.getAttribute('href')!}`,
            ),
          ),
          told: [...row.querySelectorAll('.told-of a')].map(
            (link) => decodeURI(link.getAttribute('href')!).split('#')[1]!,
          ),
          strokes: row.querySelectorAll('.lane use[href^="#form:"]').length,
        })),
      ),
    );
    for (const [index, reading] of readings.entries()) {
      const rows = tables[index]!;
      expect(rows.map(({ key }) => key).sort()).toEqual(citedSources(reading).sort());
      const said = rows.flatMap(({ key, notes }) =>
        notes.flatMap((note) => {
          const [word, href] = note.split(' ');
          const id = href!.split('/').at(-2)!;
          return word === '' ? `${id} ${key}` : word === 'Context' ? `${id} (${key})` : [];
        }),
      );
      const remarks = new Set(
        reading.annotations.filter(({ kind }) => kind === 'remark').map(({ id }) => id),
      );
      expect(said.filter((pair) => !remarks.has(pair.split(' ')[0]!)).sort()).toEqual(
        pairsOf(reading).sort(),
      );
      for (const { key, notes, told, strokes } of rows) {
        expect(told, key).toEqual(eventsFrom(reading, key).map((event) => idOf(reading, event)));
        expect(notes.length, key).toBe(usesOf(reading, key).length);
        const inText = usesOf(reading, key).filter(
          ({ annotation }) => reading.blocks[annotation.block]!.kind !== 'heading',
        );
        expect(strokes, key).toBe(inText.length);
      }
    }
  });

  test('that stand alone under a statement, or are missing, are seen in the drawing and said in words', async () => {
    await page.goto(`${inject(site)}sources/`);
    const statements = readings.flatMap(({ annotations }) => assessedOf(annotations));
    const bearing = (count: number) =>
      statements.filter((each) => each.status !== 'opinion' && groundOf(each).bearing.length === count);
    const alone = bearing(1).map(({ id }) => id);
    const without = bearing(0).map(({ id }) => id);
    const heavy = await page
      .locator('svg.upright a')
      .evaluateAll((links) =>
        links
          .filter((link) =>
            [...link.querySelectorAll('path:not(.faint)')].some(
              (path) => getComputedStyle(path).stroke !== 'rgba(0, 0, 0, 0)',
            ),
          )
          .map((link) => link.getAttribute('href')!.split('#')[1]!),
      );
    expect(heavy).toEqual(alone);
    const numbered = await page
      .locator('svg.upright a:has(text.no)')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('#')[1]!));
    expect(numbered.sort()).toEqual([...alone, ...without].sort());
    const listed = await page
      .locator('.ones .mark')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('#')[1]!));
    expect(listed.sort()).toEqual([...alone, ...without].sort());
  });

  test('are said to bear as many statements as the pages of these count', async () => {
    await page.goto(`${inject(site)}sources/`);
    const lead = plain(await page.locator('.lead').innerText());
    const holdings = [...sources.values()].map((source) => ({
      source,
      uses: readings.flatMap((reading) => usesOf(reading, source.key)),
      events: readings.flatMap((reading) => eventsFrom(reading, source.key)),
    }));
    expect(lead).toBe(sourcesInEnglish(readings, holdings));
    const counts = readings.map(tally);
    const sum = (key: 'statements' | 'details' | 'named') =>
      counts.reduce((total, each) => total + each[key], 0);
    const all = { statements: sum('statements'), details: sum('details'), named: sum('named') };
    expect(lead).toContain(`Of the ${assessedInEnglish(all)}, `);
    await page.goto(`${inject(site)}claims/`);
    const told = await page.locator('.counted .by2').allInnerTexts();
    for (const [index, each] of counts.entries())
      expect(plain(told[index]!)).toContain(selectionInEnglish(each));
  });

  test('each have a page, which tells how they were read and all that rests on them', async () => {
    for (const source of sources.values()) {
      await page.goto(inject(site) + sourcePath(source.key));
      const words = plain(await page.locator('main').innerText());
      expect(words, source.key).not.toMatch(/[?!]\.|\.\.(?!\.)/);
      if (!source.consulted) expect(words, source.key).toContain('It was not read.');
      if (source.consulted && source.read === 'beginning')
        expect(words, source.key).toContain('The beginning of the page was read');
      for (const { copy, passages } of source.seen ?? []) {
        expect(words, source.key).toContain(copy);
        expect(words, source.key).toMatch(
          passages.length === 1 ? /one passage recorded/ : /passages recorded/,
        );
      }
      for (const reading of readings) {
        for (const { annotation, evidence, since } of usesOf(reading, source.key)) {
          const line = page.locator('.hit', {
            has: page.locator(`a[href$="/${reading.slug}/#${annotation.id}"]`),
          });
          const said = plain(await line.innerText());
          expect(said.indexOf(annotation.quote), annotation.id).toBeGreaterThanOrEqual(0);
          expect(said.indexOf(annotation.finding), annotation.id).toBeGreaterThan(
            said.indexOf(annotation.quote),
          );
          for (const { excerpt } of evidence) expect(said).toContain(plain(excerpt));
          for (const { text } of since) expect(said).toContain(plain(text));
        }
        for (const event of eventsFrom(reading, source.key)) {
          const entry = page.locator('.piece', {
            has: page.locator(`a[href$="/timeline/#${idOf(reading, event)}"]`),
          });
          expect(plain(await entry.innerText())).toBe(`${inWords(event.date)} ${event.event}`);
        }
      }
    }
  });

  test('are linked at no address of a copy but a dated one that their record gives', async () => {
    for (const source of sources.values()) {
      await page.goto(inject(site) + sourcePath(source.key));
      const strangers = await page
        .locator('a[href^="http"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
      const own = [source.URL, copyNearest(source)?.address].filter((address) => address !== undefined);
      expect(strangers, source.key).toEqual(own);
    }
  });
});

test.each(['sources/', 'figures/'])('the rules between the rows of %s are whole lines', async (place) => {
  await page.goto(inject('edition') + place);
  const broken = await page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows
        .filter(
          ({ children }) =>
            new Set(Array.from(children, (cell) => cell.getBoundingClientRect().top)).size > 1,
        )
        .map((row) => row.textContent),
    );
  expect(broken).toEqual([]);
});

test('far below on a phone, a row of the table waits until it comes near, is focused or is printed', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${inject('edition')}sources/`);
  const rows = page.locator('.table tbody tr');
  const isDrawn = (row: Locator) =>
    row.locator('th a').evaluate((link) => link.checkVisibility({ contentVisibilityAuto: true }));
  const [middle, last] = [rows.nth((await rows.count()) >> 1), rows.last()];
  expect([await isDrawn(middle), await isDrawn(last)]).toEqual([false, false]);
  await last.locator('th a').focus();
  await expect.poll(() => isDrawn(last)).toBe(true);
  expect(await isDrawn(middle)).toBe(false);
  const { top, bottom } = await last
    .locator('th a')
    .evaluate((link) => link.getBoundingClientRect().toJSON() as DOMRect);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(844);
  await page.emulateMedia({ media: 'print' });
  expect(await isDrawn(middle)).toBe(true);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await isDrawn(middle)).toBe(true);
});

test('the words of an Arabic reading keep their language and direction', async () => {
  await page.goto(`${inject('fixture')}sources/`);
  const title = page.locator('h2', { hasText: 'الإعلان' });
  expect(await title.getAttribute('lang')).toBe('ar');
  await page.goto(`${inject('fixture')}${sourcePath('declaration-1948')}`);
  const words = page.locator('.hq', { hasText: 'يولد' });
  expect(await words.getAttribute('lang')).toBe('ar');
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  expect(await page.locator('.piece blockquote').getAttribute('lang')).toBe('en');
});

describe('the drawing', () => {
  test('is turned on a narrow page, and only one of the two is there', async () => {
    await page.goto(`${inject('edition')}sources/`);
    const shown = async () =>
      (
        await Promise.all(['upright', 'turned'].map((form) => page.locator(`svg.${form}`).isVisible()))
      ).join();
    expect(await shown()).toBe('true,false');
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await shown()).toBe('false,true');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('can be passed by, and followed with the keyboard', async () => {
    await page.goto(`${inject('edition')}sources/`);
    const past = page.getByRole('link', { name: 'Past the drawing' });
    await past.focus();
    expect(await past.evaluate((link) => link.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Tab');
    const first = page.locator('svg.upright a').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await first.locator('.told').evaluate((words) => getComputedStyle(words).visibility)).toBe(
      'visible',
    );
    expect(
      await page
        .locator('.told')
        .nth(1)
        .evaluate((words) => getComputedStyle(words).visibility),
    ).toBe('hidden');
    await past.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(
      await page
        .locator('.ones a')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
  });

  test('leads from a statement to its note, and from a source to its page', async () => {
    const [reading] = readContent().readings;
    await page.goto(`${inject('edition')}sources/`);
    await page.locator('svg.upright a .aim').first().click();
    expect(page.url()).toBe(
      `${inject('edition')}${reading!.slug}/#${assessedOf(reading!.annotations)[0]!.id}`,
    );
    await page.goto(`${inject('edition')}sources/`);
    const source = page.locator('svg.upright a.of').first();
    const href = await source.getAttribute('href');
    await source.locator('.aim').click();
    expect(new URL(page.url()).pathname).toBe(href);
    expect(await page.locator('h1').count()).toBe(1);
  });
});

test('a source that only a timeline cites shows what is told from it, and two of one name are told apart', async () => {
  await page.goto(`${inject('fixture')}${sourcePath('a-chronicle')}`);
  expect(plain(await page.locator('main').innerText())).toContain('Events told from it');
  await page.goto(`${inject('fixture')}claims/`);
  expect(await page.locator('.stated', { hasText: 'A word as long' }).locator('.who').innerText()).toBe(
    'The Tester, 1 October 2026; The Tester, no date.',
  );
});

test.each([320, 390, 768, 1440])(
  'no word is so long that a page scrolls sideways at %i px',
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      'claims/',
      'sources/',
      'search/',
      sourcePath('who-says-so'),
      'every-block/notes/longest/',
    ]) {
      await page.goto(inject('fixture') + path);
      expect(await page.evaluate(overflow), path).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  },
);

test('a note leads to each of its sources, and to the page of each', async () => {
  const { readings, sources } = readContent();
  const [reading] = readings;
  const annotation = reading!.annotations.find(({ evidence }) =>
    evidence.some(({ source }) => sources.get(source)!.URL !== undefined),
  )!;
  await page.goto(`${inject('edition')}${reading!.slug}/notes/${annotation.id}/`);
  for (const key of new Set(annotation.evidence.map(({ source }) => source))) {
    const { URL: address } = sources.get(key)!;
    if (address !== undefined)
      expect(await page.locator(`.evt a[href="${address}"]`).count(), key).toBeGreaterThan(0);
    expect(await page.locator(`.evt a[href="/${sourcePath(key)}"]`).count(), key).toBe(1);
  }
});

/** The threads of a drawing: those of its statements' links, of its sources' links, and those drawn at rest. */
function threadsIn(svg: Element) {
  const along = svg.classList.contains('turned') ? [1, 7] : [0, 6];
  const ends = (path: Element | null) =>
    (path?.getAttribute('d') ?? '')
      .split('M')
      .slice(1)
      .map((thread) => thread.split(/[ C]/))
      .map((numbers) => along.map((index) => numbers[index]!));
  const links = [...svg.querySelectorAll('a')];
  const of = (link: Element) => link.getAttribute('href')!.split(/[#/]/).filter(Boolean).at(-1)!;
  const statements = links.filter((link) => !link.classList.contains('of'));
  const bearers = links.filter((link) => link.classList.contains('of'));
  // Places are told from the drawing itself: every end is the place of one statement or source.
  const middle = (link: Element) => {
    const box = link.querySelector('svg:has(.aim)')!;
    const isTurned = svg.classList.contains('turned');
    const [start, extent] = isTurned ? ['y', 'height'] : ['x', 'width'];
    return Number.parseFloat(box.getAttribute(start)!) + Number.parseFloat(box.getAttribute(extent)!) / 2;
  };
  const nearest = (among: Element[], at: string | undefined) =>
    of(among.toSorted((a, b) => Math.abs(middle(a) - Number(at)) - Math.abs(middle(b) - Number(at)))[0]!);
  const pairs = (within: Element) =>
    ['path:not(.faint)', 'path.faint'].flatMap((kind, index) =>
      ends(within.querySelector(kind)).map(([from, to]) => {
        const source = nearest(bearers, to);
        return `${nearest(statements, from)} ${index === 0 ? source : `(${source})`}`;
      }),
    );
  return {
    statements: statements.map(of),
    fromStatements: statements.flatMap(pairs),
    fromSources: bearers.flatMap(pairs),
    all: pairs(svg.querySelector('.all')!),
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test('A record that nothing cites yet has its page, which says so.', async () => {
  await page.goto(`${inject('worst')}${sourcePath(UNUSED)}`);
  expect(await page.locator('main').innerText()).toContain('Nothing rests on it so far.');
});
