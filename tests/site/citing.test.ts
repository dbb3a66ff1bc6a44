import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { UNKNOWN_ORIGIN } from '../../src/core/unknown-origin.ts';
import type { NoteCiteData, ReadingCiteData } from '../../src/core/cite-data.ts';
import { latexCitation, pandocCitation } from '../../src/core/cite-command.ts';
import { localDay } from '../../src/core/local-day.ts';
import { shorten } from '../../src/core/fingerprint.ts';
import { fingerprint } from '../../src/core/hash.ts';
import { inQuotes } from '../../src/core/quotation-marks.ts';
import { accessedIn, fill, type StyleForms, toHtml, toPlain } from '../../src/core/reference-template.ts';
import { launchChromium } from '../support/browser.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';
import { atRest, inPage, openReading } from '../support/reading-page.ts';

/** The list of all forms in which something can be cited: each is copied from it, and the clipboard is read. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const [reading] = readings();
const { blocks, annotations } = reading!;
const address = (rest = '') => `${inject('edition')}peace-deal/${rest}`;
const wide = {
  viewport: { width: 1440, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
};
const narrow = { ...wide, viewport: { width: 390, height: 844 }, hasTouch: true };
const number = (page: Page, anchor: string) => page.locator(`a.pn[data-passage="${anchor}"]`);
const openList = (page: Page) => page.locator('.citing-here');
/** Waits until the list cites something. */
const cites = (page: Page, name: string) =>
  openList(page)
    .locator('h2', { hasText: new RegExp(`^Cite ${name}$`) })
    .waitFor();
const line = (list: Locator, name: string) =>
  list.locator('.copies', { has: list.page().locator('.k', { hasText: new RegExp(`^${name}( Copied)?$`) }) });

interface Copied {
  text: string;
  html: string | undefined;
}

/** Presses a line and reads both flavours from the clipboard. */
async function copy(list: Locator, name: string): Promise<Copied> {
  const page = list.page();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await line(list, name).click();
  await line(list, name).locator('.did', { hasText: 'Copied' }).waitFor();
  return settled(page);
}

/**
 * What was pressed before may still say that it is copied: until something is there. And a clipboard is filled one
 * flavour after the other: until it says the same twice.
 */
async function settled(page: Page): Promise<Copied> {
  return page.evaluate(async () => {
    const PAUSE = 50;
    for (let before = ''; ;) {
      const [item] = await navigator.clipboard.read();
      const take = async (type: string) =>
        item?.types.includes(type) ? (await item.getType(type)).text() : undefined;
      const held = { text: (await take('text/plain')) ?? '', html: await take('text/html') };
      const now = JSON.stringify(held);
      if (held.text !== '' && now === before) return held;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  });
}

/** Chooses a style and waits for its reference. */
async function choose(list: Locator, { label }: StyleForms) {
  await list.locator('.refs label', { hasText: new RegExp(`^${label}$`) }).click();
  await list.locator('.refs label', { hasText: label, has: list.page().locator(':checked') }).waitFor();
}

const get = async <Data>(path: string): Promise<Data> => (await fetch(address(path))).json() as Promise<Data>;
const today = () => localDay(new Date());
const names = (style: StyleForms) =>
  style.kind === 'note' ? ['Reference, in a note', 'Bibliography'] : ['Reference', 'In the text'];

/** Copies the references in every style, and holds them against those of the build with the open places filled. */
async function expectReferences(
  list: Locator,
  data: ReadingCiteData | NoteCiteData,
  forms: ReadingCiteData['reading'],
  link: string,
  locator: (style: StyleForms) => string,
) {
  await list.locator('.refs').waitFor();
  expect(data.styles.length).toBeGreaterThanOrEqual(6);
  for (const style of data.styles) {
    await choose(list, style);
    const { reference, second } = forms[style.id]!;
    for (const [index, template] of [reference, ...(second ? [second] : [])].entries()) {
      const runs = fill(template, { link, locator: locator(style), accessed: accessedIn(style, today()) });
      const copied = await copy(list, names(style)[index]!);
      expect(copied.text, style.label).toBe(toPlain(runs));
      expect(plain(copied.html), style.label).toBe(toPlain(runs));
      expect(copied.html?.includes('<i>'), style.label).toBe(toHtml(runs).includes('<i>'));
    }
  }
}

/** The words of some HTML. */
function plain(html = ''): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

async function expectData(list: Locator, { record }: ReadingCiteData | NoteCiteData, locator: string) {
  const here = (text: string) => text.replaceAll(UNKNOWN_ORIGIN, new URL(address()).origin);
  for (const [name, text] of [
    ['BibTeX', here(record.bibtex)],
    ['RIS', here(record.ris)],
    ['CSL-JSON', here(record.csl)],
    ['LaTeX', latexCitation(record.key, locator)],
    ['Pandoc', pandocCitation(record.key, locator)],
  ] as const)
    expect((await copy(list, name)).text, name).toBe(text);
}

describe('A passage', () => {
  const sentence = blocks.find(({ anchor }) => anchor === 'p8')!.sentences[1]!;
  const link = () => address('?v=245b083#p8s2');

  test('is copied in every form, with the place in it, the edition and the day', async () => {
    const data = await get<ReadingCiteData>('cite.json');
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await number(page, 'p8').click();
      const list = openList(page);
      await list.getByRole('button', { name: /^Sentence 2:/ }).click();
      await cites(page, '¶8, sentence 2');
      expect(await copy(list, 'Link')).toMatchObject({ text: link() });
      expect((await copy(list, 'Link')).html).toContain(`<a href="${link()}">`);
      const quotation = await copy(list, 'Quotation and link');
      expect(quotation.text).toBe(`${inQuotes(sentence.text)} ${link()}`);
      expect(plain(quotation.html)).toBe(quotation.text);
      await expectReferences(
        list,
        data,
        data.reading,
        link(),
        ({ paragraph }) => `${paragraph.one.replace('{n}', '8')}, sentence 2`,
      );
      await expectData(list, data, 'para. 8, sentence 2');
      const markdown = await copy(list, 'Markdown');
      expect(markdown.text).toBe(
        `> ${sentence.text}\n>\n> [Hadfield and Khostova, para. 8, sentence 2](<${link()}>)`,
      );
      const html = await copy(list, 'HTML');
      expect(html.text).toBe(
        `<blockquote cite="${link()}" lang="en-GB"><p>${sentence.text}</p></blockquote>\n<p><a href="${link()}">Hadfield and Khostova, para. 8, sentence 2</a></p>`,
      );
      const wikipedia = await copy(list, 'Wikipedia');
      expect(wikipedia.text).toMatch(/^\{\{cite web \|last1=Hadfield \|first1=Amelia \|last2=Khostova /);
      expect(wikipedia.text).toContain(
        ` |access-date=${today()} |at=para. 8, sentence 2 |quote=Sergiy Kyslytsya, `,
      );
    });
  });

  test('names in the reference authors, the supplied title, the inferred date, the edition and the day', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await number(page, 'p8').click();
      const list = openList(page);
      await list.getByRole('button', { name: /^Sentence 2:/ }).click();
      const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date());
      expect((await copy(list, 'Reference')).text).toBe(
        `Hadfield, A., & Khostova, M. ([ca. December 2025]). [Russia’s renewed push for a peace deal with Ukraine]. Centre for Britain and Europe blog, annotated edition 1, Postil, para. 8, sentence 2. Retrieved ${day}, from ${link()}`,
      );
      expect((await copy(list, 'In the text')).text).toBe(
        '(Hadfield & Khostova, [ca. 2025], para. 8, sentence 2)',
      );
    });
  });

  test('stays in the style that was chosen, on every page; and for the page where storage is refused', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await number(page, 'p8').click();
      await openList(page).locator('.refs label', { hasText: 'OSCOLA' }).click();
      await page.reload();
      await number(page, 'p2').click();
      await openList(page).locator('.refs').waitFor();
      expect(await openList(page).locator('.refs .copies .v').first().innerText()).toMatch(
        /^Amelia Hadfield/,
      );
    });
    await inPage(browser, wide, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      });
      await openReading(page, address());
      for (const anchor of ['p8', 'p2']) {
        await number(page, anchor).click();
        await openList(page).locator('.refs').waitFor();
        if (anchor === 'p8') await openList(page).locator('.refs label', { hasText: 'OSCOLA' }).click();
      }
      expect(await openList(page).locator('.refs .copies .v').first().innerText()).toMatch(
        /^Amelia Hadfield/,
      );
    });
  });

  test('that cannot get its references says so, and is cited by link and words', async () => {
    await inPage(browser, wide, async (page) => {
      await page.route('**/cite.json', (route) => route.abort());
      await openReading(page, address());
      await number(page, 'p8').click();
      await openList(page).getByText('could not be loaded').waitFor();
      const { hash } = blocks.find(({ anchor }) => anchor === 'p8')!;
      expect((await copy(openList(page), 'Link')).text).toBe(address(`?v=${shorten(hash)}#p8`));
      await openList(page)
        .getByRole('button', { name: /^Sentence 2:/ })
        .click();
      await openList(page).getByText('could not be loaded').waitFor();
      // From elsewhere in the page, too.
      await page.locator('body').click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('Escape');
      expect(await openList(page).count()).toBe(0);
    });
  });
});

test('An earlier edition is cited as that, and the link tells what has become of the words', async () => {
  const lamps = readings(FIXTURE_CONTENT).find(({ slug }) => slug === 'waterside-lamps')!;
  await inPage(browser, wide, async (page) => {
    const earlier = `${inject('fixture')}${lamps.slug}/editions/1/`;
    await openReading(page, earlier);
    await number(page, 'p1').click();
    const list = openList(page);
    await list.locator('.refs').waitFor();
    expect((await copy(list, 'Reference')).text).toContain('annotated edition 1, The Tester’s “Reader”');
    const { text } = await copy(list, 'Link');
    expect(text).toMatch(/\/repo\/waterside-lamps\/\?v=[0-9a-f]{7}#p1$/);
    await page.goto(text);
    await page.locator('.vd.here, .tomb.here').first().waitFor();
  });
});

describe('A range', () => {
  const p8 = blocks.find(({ anchor }) => anchor === 'p8')!;
  const p9 = blocks.find(({ anchor }) => anchor === 'p9')!;
  const words = (...passages: { text: string }[]) => passages.map(({ text }) => text).join(' ');

  test('of sentences is chosen one after the other', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await number(page, 'p8').click();
      const list = openList(page);
      await list.getByRole('button', { name: /^Sentence 2:/ }).click();
      await list.getByRole('button', { name: /^Sentence 3:/ }).click();
      await cites(page, '¶8, sentences 2 to 3');
      const link = address(`?v=${fingerprint(words(...p8.sentences.slice(1)))}&to=p8s3#p8s2`);
      expect((await copy(list, 'Link')).text).toBe(link);
      expect((await copy(list, 'In the text')).text).toBe(
        '(Hadfield & Khostova, [ca. 2025], para. 8, sentences 2–3)',
      );
      // One inside the range is taken alone; and one taken alone is let go.
      await list.getByRole('button', { name: /^Sentence 3:/ }).click();
      await cites(page, '¶8, sentence 3');
      await list.getByRole('button', { name: /^Sentence 3:/ }).click();
      await cites(page, '¶8');
      // To the end of its own paragraph.
      await list.getByRole('button', { name: /^Sentence 2:/ }).click();
      await number(page, 'p8').click({ modifiers: ['Shift'] });
      await cites(page, '¶8, sentences 2 to 3');
    });
  });

  test('of paragraphs ends where a second ¶ is pressed with Shift', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await number(page, 'p8').click();
      await openList(page).waitFor();
      await number(page, 'p9').click({ modifiers: ['Shift'] });
      const list = openList(page);
      await cites(page, '¶8 to ¶9');
      const link = address(`?v=${fingerprint(words(...p8.sentences, ...p9.sentences))}&to=p9#p8`);
      expect((await copy(list, 'Link')).text).toBe(link);
      expect((await copy(list, 'In the text')).text).toBe('(Hadfield & Khostova, [ca. 2025], paras. 8–9)');
      expect((await copy(list, 'Markdown')).text).toBe(
        `> ${p8.text}\n>\n> ${p9.text}\n>\n> [Hadfield and Khostova, paras. 8–9](<${link}>)`,
      );
      await page.goto(link);
      await page.getByText('Unchanged since').first().waitFor();
    });
  });
});

describe('A note', () => {
  const note = annotations.find(({ id }) => id === 'kyslytsya-title')!;
  const link = () => address(`notes/kyslytsya-title/?v=${shorten(note.hash)}`);

  test('is cited by its finding, by the words it is about and by its evidence', async () => {
    const data = await get<NoteCiteData>('notes/kyslytsya-title/cite.json');
    await inPage(browser, wide, async (page) => {
      await openReading(page, address('#kyslytsya-title'));
      await page.locator('.note[open] .quote').click();
      const list = openList(page);
      expect((await copy(list, 'Link')).text).toBe(link());
      expect((await copy(list, 'Quotation and link')).text).toBe(`${inQuotes(note.finding)} ${link()}`);
      await expectReferences(list, data, data.note, link(), () => '');
      await expectData(list, data, '');
      expect((await copy(list, 'Markdown')).text).toContain(
        'Postil, note on “Ukraine’s ambassador to the UN”',
      );

      await list.locator('.choice label', { hasText: 'The words' }).click();
      const words = await copy(list, 'Quotation and link');
      expect(words.text).toContain('“Ukraine’s ambassador to the UN” ');
      expect(words.text).toContain(address('?v=245b083#p8s2:~:text='));

      expect(data.evidence).toHaveLength(note.evidence.length);
      const [piece] = data.evidence;
      await list.locator('.choice label').nth(2).click();
      expect((await copy(list, 'Quotation and link')).text).toBe(
        `${inQuotes(note.evidence[0]!.excerpt)} ${link()}`,
      );
      await expectReferences(list, data, piece!.forms, link(), () => '');
      expect((await copy(list, 'HTML')).text).toContain('lang="ru"');
    });
  });

  test('has the list in itself, and gives the focus back', async () => {
    await inPage(browser, narrow, async (page) => {
      await openReading(page, address('#kyslytsya-title'));
      await page.locator('.note[open] .quote').tap();
      await page.locator('.note[open] .citing-here').waitFor();
      await page.getByRole('button', { name: 'Close' }).last().tap();
      expect(await openList(page).count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('quote');
    });
  });
});

describe('Selected words', () => {
  /** Selects words of the text as a pointer does it. */
  async function select(page: Page, words: string) {
    await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector('.reading')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.parentElement!.closest('.note') ? -1 : node.data.indexOf(wanted);
        if (at < 0) continue;
        getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
        node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        return;
      }
      throw new Error('no such words');
    }, words);
  }

  test.each([
    ['in the margin', wide],
    ['below the paragraph', narrow],
  ])('offer themselves %s, and are cited with a link to them', async (_where, options) => {
    await inPage(browser, options, async (page) => {
      await openReading(page, address());
      await select(page, 'Washington appeared willing');
      await page.getByRole('button', { name: 'Cite the selected words' }).click();
      const list = openList(page);
      await cites(page, 'three words of ¶8, sentence 2');
      const copied = await copy(list, 'Quotation and link');
      expect(copied.text).toMatch(/^“Washington appeared willing” /);
      expect(copied.text).toContain(address('?v=245b083#p8s2:~:text='));
    });
  });

  test('are taken back when nothing is selected any more', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await select(page, 'Washington appeared willing');
      await page.locator('.offer').waitFor();
      await page.evaluate(() => getSelection()!.removeAllRanges());
      await page.locator('.offer').waitFor({ state: 'detached' });
      await atRest(page);
    });
  });

  test('in a note are its own, and are not offered', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address('#kyslytsya-title'));
      await page.evaluate(() => {
        getSelection()!.selectAllChildren(document.querySelector('.note[open] .finding')!);
      });
      await page.waitForTimeout(1000);
      expect(await page.locator('.offer').count()).toBe(0);
    });
  });

  test('are cited by the key at once, also while a list is open, and again', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await select(page, 'Washington appeared willing');
      await page.keyboard.press('c');
      await openList(page).waitFor();
      await cites(page, 'three words of ¶8, sentence 2');
      await select(page, 'marginal protections');
      await page.keyboard.press('c');
      const heading = openList(page).locator('h2', { hasText: '¶10' });
      await heading.waitFor();
      expect(await openList(page).count()).toBe(1);
      expect(await heading.innerText()).toMatch(/^Cite two words of ¶10, sentence \d$/);
      await page.keyboard.press('Escape');
      expect(await openList(page).count()).toBe(0);
      await page.keyboard.press('c');
      await heading.waitFor();
    });
  });

  test('offer themselves instead of a list that is open, and after one that went with its note', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address('#kyslytsya-title'));
      await page.locator('.note[open] .quote').click();
      await openList(page).waitFor();
      await page.locator('[id="m-kyslytsya-title"]').click();
      await openList(page).waitFor({ state: 'detached' });
      await select(page, 'Washington appeared willing');
      await page.locator('.offer').waitFor();
      await number(page, 'p8').click();
      await openList(page).waitFor();
      await select(page, 'marginal protections');
      await openList(page).waitFor({ state: 'detached' });
      await page.locator('.offer').waitFor();
    });
  });

  test('are cited by the key, before the paragraph', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await select(page, 'Washington appeared willing');
      await page.locator('.offer').waitFor();
      await page.keyboard.press('c');
      await cites(page, 'three words of ¶8, sentence 2');
    });
  });
});

describe('A list of paragraphs that share a ¶', () => {
  test('has each of them to choose, and the key cites the one that holds the mark', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, `${inject('fixture')}every-block/`);
      await number(page, 'p3').click();
      const list = openList(page);
      await list.getByRole('button', { name: 'Paragraph 4' }).click();
      await list.locator('h2', { hasText: '¶4' }).waitFor();
      expect((await copy(list, 'Link')).text).toMatch(/#p4$/);
      expect(await list.count()).toBe(1);
      await page.keyboard.press('Escape');
      const mark = page.locator('#p4 .mark').first();
      await mark.focus();
      await page.keyboard.press('c');
      await list.locator('h2', { hasText: '¶4' }).waitFor();
    });
  });
});

describe('Without the list', () => {
  test('what a page lists is copied with its whole address', async () => {
    await inPage(browser, wide, async (page) => {
      await page.goto(address('cite/'));
      const { hash } = blocks.find(({ anchor }) => anchor === 'p8')!;
      const line = page.locator('#p8 .in-styles .line:visible').first();
      await line.getByRole('button').click();
      await line.locator('.done').waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toBe(
        `Hadfield, A., & Khostova, M. ([ca. December 2025]). [Russia’s renewed push for a peace deal with Ukraine]. Centre for Britain and Europe blog, annotated edition 1, Postil, para. 8. ${address(`?v=${shorten(hash)}#p8`)}`,
      );
      await page.locator('.styles label', { hasText: 'OSCOLA' }).click();
      expect(await page.locator('#p8 .in-styles .ref2:visible').first().innerText()).toMatch(
        /^Amelia Hadfield/,
      );
    });
  });
});

describe('By the keyboard', () => {
  test('the list opens, is gone through and closed, and the focus is where it was', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address());
      await number(page, 'p8').focus();
      expect(await number(page, 'p8').getAttribute('aria-expanded')).not.toBe('true');
      await page.keyboard.press('Enter');
      await openList(page).locator('.refs').waitFor();
      expect(await number(page, 'p8').getAttribute('aria-expanded')).toBe('true');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
      // Sentences, link, quotation, two lines of reference, the styles as one stop, and the forms of data.
      const stops: string[] = [];
      for (let stop = 0; stop < 16; stop += 1) {
        await page.keyboard.press('Tab');
        stops.push(
          await page.evaluate(() => {
            const { activeElement: element } = document;
            return (
              element?.querySelector('.k')?.textContent ??
              element?.closest('label, button')?.textContent ??
              ''
            );
          }),
        );
      }
      expect(stops).toEqual([
        '1',
        '2',
        '3',
        'Link',
        'Quotation and link',
        'Reference',
        'In the text',
        'APA',
        'BibTeX',
        'RIS',
        'CSL-JSON',
        'LaTeX',
        'Pandoc',
        'Markdown',
        'HTML',
        'Wikipedia',
      ]);
      await page.keyboard.press('Enter');
      await openList(page).locator('.did', { hasText: 'Copied' }).waitFor();
      expect(await page.getByRole('status').innerText()).toBe('Copied');
      await page.keyboard.press('Escape');
      expect(await openList(page).count()).toBe(0);
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.passage)).toBe('p8');
    });
  });

  test('the words come selected where the clipboard is refused', async () => {
    await inPage(browser, { viewport: wide.viewport }, async (page) => {
      await page.addInitScript(() => {
        const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
        Object.defineProperty(navigator, 'clipboard', { value: { write: refuse, writeText: refuse } });
      });
      await openReading(page, address());
      await number(page, 'p8').click();
      await line(openList(page), 'BibTeX').click();
      await page.getByText('The browser did not allow copying. The words are selected').last().waitFor();
      const { text, selected } = await page.evaluate(() => {
        const field = document.activeElement as HTMLTextAreaElement;
        return { text: field.value, selected: field.value.slice(field.selectionStart, field.selectionEnd) };
      });
      expect(text).toMatch(/^@online\{postil-peace-deal,/);
      expect(selected).toBe(text);
    });
  });
});

describe('The list', () => {
  test.each([
    ['1440', wide],
    ['390', narrow],
  ])(
    'covers no words of the text at %s pixels and stands beside or below its paragraph',
    async (_width, options) => {
      await inPage(browser, options, async (page) => {
        await openReading(page, address());
        const before = await page.locator('#p8').boundingBox();
        await number(page, 'p8').click();
        await openList(page).locator('.refs').waitFor();
        await atRest(page);
        const list = (await openList(page).boundingBox())!;
        const text = (await page.locator('#p8').boundingBox())!;
        const next = (await page.locator('#p9').boundingBox())!;
        expect(text.width).toBe(before!.width);
        const isBeside = list.x >= text.x + text.width;
        expect(isBeside).toBe(options === wide);
        if (!isBeside) {
          expect(list.y).toBeGreaterThanOrEqual(text.y + text.height - 17);
          expect(list.y + list.height).toBeLessThanOrEqual(next.y);
        }
        const notes = await page
          .locator('.note')
          .evaluateAll((all) =>
            all
              .filter((each) => each.checkVisibility())
              .map((each) => each.getBoundingClientRect().toJSON() as DOMRect),
          );
        const overlapping = notes.filter(
          (note) =>
            note.height > 0 &&
            note.x < list.x + list.width &&
            note.x + note.width > list.x &&
            note.y < list.y + list.height &&
            note.y + note.height > list.y + 1,
        );
        expect(overlapping).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      });
    },
  );

  test('stands in the margin of a text that runs from right to left, too', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, `${inject('fixture')}universal-declaration/`);
      await number(page, 'p1').click();
      await openList(page).locator('.refs').waitFor();
      await atRest(page);
      const list = (await openList(page).boundingBox())!;
      const text = (await page.locator('#p1').boundingBox())!;
      expect(list.x).toBeGreaterThanOrEqual(0);
      expect(list.x + list.width).toBeLessThanOrEqual(text.x);
    });
  });

  test('bears no rule where a verdict stands on its paragraph', async () => {
    await inPage(browser, wide, async (page) => {
      await openReading(page, address('?v=245b083#p8s2'));
      await page.locator('.vd.here').waitFor();
      await number(page, 'p8').click();
      await openList(page).waitFor();
      const rules = await page.evaluate(() =>
        ['#p8', '.citing-here'].map(
          (each) => getComputedStyle(document.querySelector(each)!, '::after').content,
        ),
      );
      expect(rules).toEqual(['""', 'none']);
    });
  });
});
