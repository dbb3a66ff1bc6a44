import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { unchangedHere } from '../../src/client/unchanged-here.ts';
import { accountOf } from '../../src/core/account.ts';
import { shorten } from '../../src/core/fingerprint.ts';
import { isPresent, type Ledger } from '../../src/core/ledger.ts';
import { judgePassage } from '../../src/core/verdict.ts';
import { violations } from '../support/axe.ts';
import { launchChromium } from '../support/browser.ts';
import { bundleClient } from '../support/client.ts';
import { atRest, inPage } from '../support/reading-page.ts';
import { citationOf, FIRST, noteCitationOf, NOW, rangeOf, SLUG } from '../support/two-editions.ts';

/** What a reader sees who follows a link of the first edition, when there are two. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

declare global {
  // Put into the pages by this test.
  var Here: { unchangedHere: typeof unchangedHere };
}

const WIDE = { viewport: { width: 1440, height: 900 } };
const SHOWN = '.vd.here, .vd.tomb:target';

/** Opens an address of the fixture, and waits for what is said of it. */
async function follow(page: Page, address: string): Promise<void> {
  await page.goto(inject('fixture') + address);
  await page.locator('.vd.here').waitFor();
  await atRest(page);
}

async function following(
  address: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = WIDE,
): Promise<void> {
  await inPage(browser, options, async (page) => {
    await follow(page, address);
    await work(page);
  });
}

/** What the notice says, its rule, the words between corners, and the words that are marked as new. */
function said(page: Page) {
  return page.evaluate((shown) => {
    const notice = document.querySelector<HTMLElement>(shown)!;
    const corners = [...document.querySelectorAll('.corner')];
    const range = document.createRange();
    const between = corners.flatMap((corner, index) => {
      if (index % 2 === 1) return [];
      range.setStartAfter(corner);
      range.setEndBefore(corners[index + 1]!);
      return [range.toString()];
    });
    return {
      words: [...notice.children].map(({ textContent }) => textContent.trim().replace(/\s+/g, ' ')).join(' '),
      rule: notice.dataset.cited,
      cited: between,
      fresh: [...(CSS.highlights.get('fresh') ?? [])].map(String),
    };
  }, SHOWN);
}

describe('A link of the first edition', () => {
  test.each([
    {
      what: 'unchanged',
      address: citationOf('p1s1'),
      rule: 'whole',
      says: /^Unchanged since it was cited\. Sentence 1 of paragraph 1, since edition 1, fingerprint \w{7}\./,
      cited: ['The town lit its quay in 1871.'],
      fresh: [],
    },
    {
      what: 'edited',
      address: citationOf('p1s2'),
      rule: 'broken',
      says: /^Edited since it was cited, in edition 2, 15 November 2026\..*Forty lamps were hung along the water\. Words with a line above them, below, are new\. The change$/,
      cited: ['Forty-two lamps were hung along the water.'],
      fresh: ['-two'],
    },
    {
      what: 'moved',
      address: citationOf('p2s3'),
      rule: 'whole',
      says: /^Moved since it was cited, its words unchanged: it was sentence 3 of paragraph 2/,
      cited: ['The oldest of them had been a pilot and knew the channel.'],
      fresh: [],
    },
    {
      what: 'divided',
      address: citationOf('p3s1'),
      rule: 'broken',
      says: /^Divided since it was cited,.* is now two, 1 and 1a; both are marked\..*bridge\[removed:\] , and he came back/,
      cited: [
        'A keeper walked the quay at dusk and lit the lamps from the west end to the bridge.',
        'He came back at dawn to put them out.',
      ],
      fresh: ['.', 'He'],
    },
    {
      what: 'joined to another',
      address: citationOf('p4s4'),
      rule: 'broken',
      says: /^Joined to another since it was cited,.*It was sentence 4 of paragraph 4/,
      cited: ['The glass came from across the water, and it was dear.'],
      fresh: [],
    },
    {
      what: 'removed',
      address: citationOf('p2s2'),
      rule: 'dotted',
      says: /^Removed\. The sentence cited stood here until edition 2, 15 November 2026\. Its last text, in edition 1: They were paid in kind, which the council regretted\. Nearest that remains: ¶2, sentence 1\. Fingerprint \w{7}\./,
      cited: [],
      fresh: [],
    },
    {
      what: 'a moved paragraph',
      address: citationOf('p5'),
      rule: 'whole',
      says: /^Moved since it was cited, its words unchanged: it stood after paragraph 4/,
      cited: ['In winter the ice broke the posts. The council bought iron ones.'],
      fresh: [],
    },
    {
      what: 'a paragraph that was joined to another',
      address: citationOf('p9'),
      rule: 'broken',
      says: /^Joined to another since it was cited/,
      cited: [
        'No picture of the oil lamps is known. One is said to hang in the council’s room. It is not lent.',
      ],
      fresh: [],
    },
    {
      what: 'an edited heading',
      address: citationOf('the-keepers'),
      rule: 'broken',
      says: /^Edited since it was cited.*The keepers Words with a line above/,
      cited: ['The keepers of the lamps'],
      fresh: ['of the lamps'],
    },
    {
      what: 'an unchanged range',
      address: rangeOf('p4s1', 'p4s2'),
      rule: 'whole',
      says: /^Unchanged since it was cited\. Sentences 1 to 2 of paragraph 4/,
      cited: ['The lamps were counted every night. Two were always broken.'],
      fresh: [],
    },
    {
      what: 'a range of which one sentence was edited',
      address: rangeOf('p1s1', 'p1s2'),
      rule: 'broken',
      says: /^One of two sentences edited since they were cited, in edition 1 of 1 October 2026\..*Sentence 2 of paragraph 1, edited in edition 2: Forty lamps/,
      cited: ['The town lit its quay in 1871. Forty-two lamps were hung along the water.'],
      fresh: ['-two'],
    },
    {
      what: 'a fingerprint that never was',
      address: `${SLUG}/?v=7d01c3e#p2s1`,
      rule: 'sparse',
      says: /^This link’s fingerprint, 7d01c3e, was never published for this sentence in any edition; it may have been mistyped\. The sentence as it stands has \w{7}\..*Check the words you have$/,
      cited: ['Four keepers were sworn in that year.'],
      fresh: [],
    },
    {
      what: 'what is no fingerprint',
      address: `${SLUG}/?v=7d01c#p2s1`,
      rule: 'sparse',
      says: /^What this link has for a fingerprint is none: “7d01c” is not seven/,
      cited: ['Four keepers were sworn in that year.'],
      fresh: [],
    },
    {
      what: 'an anchor that never was',
      address: `${SLUG}/?v=7d01c3e#p99s1`,
      rule: 'sparse',
      says: /^This link leads to nothing that was ever published\. No edition of this text has a passage “p99s1”/,
      cited: [],
      fresh: [],
    },
    {
      what: 'no fingerprint, where there were two wordings',
      address: `${SLUG}/#p1s2`,
      rule: '',
      says: /^Whether this is what was cited cannot be told: the link has no fingerprint\..*Edition 1 of 1 October 2026, fingerprint \w{7}: Forty lamps were hung along the water\./,
      cited: ['Forty-two lamps were hung along the water.'],
      fresh: [],
    },
  ])('$what, says so.', async ({ address, rule, says, cited, fresh }) => {
    await following(address, async (page) => {
      const told = await said(page);
      expect(told.words.replace('Dismiss ', '')).toMatch(says);
      expect(told).toMatchObject({ rule, cited, fresh });
      // A screen reader hears it once.
      const heard = await page.locator('[role="status"]').allTextContents();
      expect(heard.join()).toContain(told.words.slice(0, 9));
      expect(heard).toHaveLength(1);
    });
  });

  test('has its notice and its passage in sight, and the passage does not move when the notice comes.', async () => {
    for (const viewport of [WIDE.viewport, { width: 390, height: 844 }]) {
      await inPage(browser, { viewport }, async (page) => {
        let release: () => void = () => undefined;
        const released = new Promise<void>((resolve) => (release = resolve));
        await page.route('**/anchors.json', async (route) => {
          await released;
          await route.continue();
        });
        await page.goto(inject('fixture') + citationOf('p4s4').replace('p4s4', 'p4s3'));
        await atRest(page);
        const top = () => page.evaluate(() => document.getElementById('p4s3')!.getBoundingClientRect().top);
        const before = await top();
        release();
        await page.locator('.vd.here').waitFor();
        await atRest(page);
        expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
        const notice = await page.locator('.vd.here').boundingBox();
        expect(notice!.y).toBeGreaterThanOrEqual(0);
        expect(
          await page.locator('#p4s3').evaluate((element) => element.getBoundingClientRect().bottom),
        ).toBeLessThan(viewport.height);
      });
    }
  });

  test('changes no letter of the text, neither while it is told nor afterwards.', async () => {
    await following(citationOf('p3s1'), async (page) => {
      const text = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.para [data-v]:not(span)')].map((e) => e.textContent),
        );
      const copied = () =>
        page.evaluate(() => {
          getSelection()!.selectAllChildren(document.getElementById('p3')!);
          return String(getSelection()).replace(/\s+/g, ' ').trim();
        });
      const told = await text();
      expect(await copied()).toBe(
        'A keeper walked the quay at dusk and lit the lamps from the west end to the bridge. He came back at dawn to put them out. Nobody wrote down how long it took.',
      );
      await page.locator('.vd.here .dis').click();
      expect(await text()).toEqual(told);
      expect(await page.locator('.corner, .vd.here, [data-cited]').count()).toBe(0);
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    });
  });

  test('is put away by its button, and the focus goes to the passage, which stays where it is.', async () => {
    await following(citationOf('p1s2'), async (page) => {
      const top = () => page.evaluate(() => document.getElementById('p1s2')!.getBoundingClientRect().top);
      const before = await top();
      await page.locator('.vd.here .dis').click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('p1s2');
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    });
  });

  test('is put away by Escape; an open note goes before it.', async () => {
    await following(citationOf('p1s2'), async (page) => {
      await page.locator('#m-lamps-hung').click();
      await page.keyboard.press('Escape');
      expect(await page.locator('.note[open]').count()).toBe(0);
      expect(await page.locator('.vd.here').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await page.locator('.vd.here').count()).toBe(0);
    });
  });

  test('to a removed passage is put away too, and the tombstone with it.', async () => {
    await following(citationOf('p7s1'), async (page) => {
      expect(await page.locator('#p7s1').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await page.waitForURL(/#page:gone-p7s1$/);
      expect(await page.locator('#p7s1').isVisible()).toBe(false);
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('p6');
    });
    await following(citationOf('p2s2'), async (page) => {
      await page.locator('#p2s2 .dis').click();
      expect(await page.locator('.vd:visible').count()).toBe(0);
    });
    await following(`${SLUG}/?v=7d01c3e#p2s2`, async (page) => {
      expect((await said(page)).words).toContain('The sentence is no longer in the text');
      await page.locator('.vd.here .dis').click();
      expect(await page.locator('.vd:visible').count()).toBe(0);
    });
  });

  test('is judged by what it came with: another passage of the page is not.', async () => {
    await following(citationOf('p1s2'), async (page) => {
      await page.evaluate(() => (location.hash = '#p6s1'));
      await page.locator('.vd.here').waitFor({ state: 'detached' });
      await page.goBack();
      await page.locator('.vd.here').waitFor();
      expect((await said(page)).words).toContain('Edited since it was cited');
    });
  });

  test('is told again after a reload, at the same place.', async () => {
    await following(citationOf('p4s3'), async (page) => {
      const top = () => page.evaluate(() => document.getElementById('p4s3')!.getBoundingClientRect().top);
      const before = await top();
      await page.reload();
      await page.locator('.vd.here').waitFor();
      await atRest(page);
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
    });
  });

  test('is told where the reader has put all notes away.', async () => {
    await following(citationOf('p1s2').replace('#', '&status=none#'), async (page) => {
      expect((await said(page)).words).toContain('Edited since it was cited');
    });
  });

  test('that quotes words says whether they are whole.', async () => {
    const link = citationOf('p1s2');
    await following(`${link}:~:text=hung%20along%20the%20water`, async (page) => {
      expect((await said(page)).words).toContain(
        'The words that the link quotes, “hung along the water”, are whole.',
      );
    });
    await following(`${link}:~:text=Forty%20lamps`, async (page) => {
      expect((await said(page)).words).toContain('“Forty lamps”, are not whole any more.');
    });
  });

  test('never puts anything of the address into the page as HTML.', async () => {
    await following(`${SLUG}/?v=%3Cimg%20src%3Dx%3E#p2s1`, async (page) => {
      expect((await said(page)).words).toContain('“<img src=x>” is not seven');
      expect(await page.locator('.vd img').count()).toBe(0);
    });
  });

  test('says so where the ledger cannot be had, and leads to the editions.', async () => {
    await inPage(browser, WIDE, async (page) => {
      await page.route('**/anchors.json', (route) => route.abort());
      await follow(page, citationOf('p1s2'));
      expect((await said(page)).words).toContain('the record of its wordings could not be loaded');
      expect(await page.locator('.vd.here a').getAttribute('href')).toBe('editions/#');
    });
  });

  test('says what the page says without scripts, where the judging script does not come.', async () => {
    await inPage(browser, WIDE, async (page) => {
      await page.route('**/verdict.*.js', (route) => route.abort());
      await page.goto(inject('fixture') + citationOf('p1s2'));
      await page.locator('.cited-here:visible').waitFor();
      expect(await page.locator('.cited-here:visible').textContent()).toContain('Cited passage.');
    });
  });

  test('has both wordings in the notice, where the browser cannot mark the new words.', async () => {
    await inPage(browser, WIDE, async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Highlight'));
      await follow(page, citationOf('p1s2'));
      expect(await page.locator('.vd.here ins').textContent()).toContain('-two');
    });
  });

  test('does not print.', async () => {
    await following(citationOf('p1s2'), async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.vd:visible, .corner:visible').count()).toBe(0);
    });
  });

  test.each([
    ...['light', 'dark'].flatMap((theme) => [390, 1440].map((width) => ({ theme: theme as 'light', width }))),
  ])(
    'with its notice open has nothing that axe finds wrong in the $theme theme at $width px.',
    async ({ theme, width }) => {
      const options = { viewport: { width, height: 900 }, colorScheme: theme };
      for (const address of [
        citationOf('p3s1'),
        citationOf('p2s2'),
        `${SLUG}/?v=7d01c3e#p2s1`,
        noteCitationOf('lamps-hung'),
      ])
        await inPage(browser, options, async (page) => {
          await page.goto(inject('fixture') + address);
          await page.locator('.vd[data-cited]').first().waitFor();
          expect(await violations(page)).toEqual([]);
        });
    },
  );
});

describe('What the page itself says of an unchanged passage', () => {
  test.each([
    ['edition', 'peace-deal'],
    ['fixture', SLUG],
    ['fixture', 'every-block'],
  ] as const)('is what its ledger has, in the %s: %s', async (site, slug) => {
    const ledger = (await (await fetch(`${inject(site)}${slug}/anchors.json`)).json()) as Ledger;
    const bundle = await bundleClient('src/client/unchanged-here.ts', 'Here');
    await inPage(browser, WIDE, async (page) => {
      await page.goto(`${inject(site)}${slug}/`);
      await page.evaluate(bundle);
      const said = await page.evaluate(() => {
        const reading = document.querySelector<HTMLElement>('.reading')!;
        return [...document.querySelectorAll<HTMLElement>('.para [data-v]')].map((passage) => ({
          anchor: passage.id,
          history: passage.dataset.h,
          told: globalThis.Here.unchangedHere(reading, passage, {
            anchor: passage.id,
            fingerprint: passage.dataset.v!.toUpperCase(),
          }),
          other: globalThis.Here.unchangedHere(reading, passage, {
            anchor: passage.id,
            fingerprint: '0000000',
          }),
        }));
      });
      const present = ledger.anchors.filter(isPresent);
      expect(said.map(({ anchor }) => anchor)).toEqual(present.map(({ anchor }) => anchor));
      for (const { anchor, history, told, other } of said) {
        const row = present.find((each) => each.anchor === anchor)!;
        const fingerprint = shorten(row.hash);
        const { lead, rest, standing } = accountOf(ledger, judgePassage(ledger, { anchor, fingerprint }))!;
        expect(other).toBeUndefined();
        // What has a history may be more than unchanged.
        if (history === undefined) expect(told).toEqual({ lead, rest, standing, stretches: [[anchor]] });
        else expect(told).toBeUndefined();
      }
    });
  });

  test('needs neither the ledger nor what reads it', async () => {
    for (const address of [citationOf('p1s1'), noteCitationOf('gas-came')])
      await inPage(browser, WIDE, async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(inject('fixture') + address);
        await page.locator('.vd[data-cited]').waitFor();
        expect(await page.locator('.vd[data-cited]').textContent()).toContain(
          'Unchanged since it was cited.',
        );
        expect(asked.filter((url) => /judgement|account|hash\.|anchors\.json/.test(url))).toEqual([]);
      });
  });
});

test('What judges is not loaded where nothing is cited and nothing was changed.', async () => {
  await inPage(browser, WIDE, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${inject('fixture')}${SLUG}/#p2s1`, { waitUntil: 'networkidle' });
    // A link of the page's own leads to what stands there now, whatever stood there before.
    await page
      .locator('.strip a[href$="#p1"]')
      .first()
      .evaluate((link: SVGAElement) => {
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      });
    await page.waitForURL(/#p1$/);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /verdict|cite-list|anchors\.json/.test(url))).toEqual([]);
  });
});

describe('Without scripts', () => {
  const plain = { ...WIDE, javaScriptEnabled: false };

  test('every anchor of the first edition leads to its passage, to what took it, or to a tombstone.', async () => {
    await inPage(browser, plain, async (page) => {
      for (const { anchor, text } of FIRST.anchors) {
        await page.goto(`${inject('fixture')}${citationOf(anchor)}`);
        const now = NOW.anchors.find((row) => row.anchor === anchor)!;
        const target = page.locator(`[id="${anchor}"]`);
        expect(await target.count(), anchor).toBe(1);
        if (now.gone === 'removed') {
          expect(await target.isVisible(), anchor).toBe(true);
          expect(await target.textContent(), anchor).toContain(text ?? 'The first of the gas lamps');
        } else if (now.gone === 'merged') {
          expect(await page.locator(`[id="${now.into}"] [id="${anchor}"]`).count(), anchor).toBe(1);
        } else if (now.text !== undefined) {
          expect((await target.textContent())!.replace(/\s+/g, ' ').trim(), anchor).toBe(now.text);
        }
      }
    });
  });

  test('a passage that has a history says its fingerprint where it is cited, any other says nothing.', async () => {
    await inPage(browser, plain, async (page) => {
      await page.goto(inject('fixture') + citationOf('p1s2'));
      const told = page.locator('.cited-here:visible');
      expect(await told.count()).toBe(1);
      expect(await told.textContent()).toMatch(
        /Cited passage\. Its fingerprint in edition 2: .*\(sentence 2 of paragraph 1\)/,
      );
      expect((await told.boundingBox())!.y).toBeGreaterThanOrEqual(0);
      await told.locator('.dis').click();
      expect(await page.locator('.vd:visible').count()).toBe(0);
      for (const anchor of ['p1s1', 'p2s1', 'p4s2a']) {
        await page.goto(`${inject('fixture')}${SLUG}/?v=1234567#${anchor}`);
        expect(await page.locator('.vd:visible').count(), anchor).toBe(0);
      }
    });
  });

  test('a tombstone is seen only where it is cited, and goes by its link.', async () => {
    await inPage(browser, plain, async (page) => {
      await page.goto(`${inject('fixture')}${SLUG}/`);
      expect(await page.locator('.vd:visible').count()).toBe(0);
      await page.goto(inject('fixture') + citationOf('p7'));
      expect(await page.locator('.vd:visible').count()).toBe(1);
      await page.locator('.vd:visible .dis').click();
      expect(await page.locator('.vd:visible').count()).toBe(0);
    });
  });

  test.each(['paid-in-kind', 'm-paid-in-kind'])('#%s leads to what became of the note.', async (id) => {
    await inPage(browser, plain, async (page) => {
      await page.goto(`${inject('fixture')}${SLUG}/#${id}`);
      expect(await page.locator('.vd:visible').textContent()).toMatch(
        /Note withdrawn in edition 2.*Contested/,
      );
    });
  });
});

describe('A note of the first edition', () => {
  test.each([
    [
      'gas-came',
      'whole',
      'Unchanged since it was cited. The note, as it has been since 1 October 2026, fingerprint 8e720aa.',
    ],
    [
      'lamps-hung',
      'broken',
      'Changed since it was cited, on 15 November 2026. It was: unchecked; it is: supported.',
    ],
    ['paid-in-kind', 'dotted', 'Withdrawn since it was cited, in edition 2'],
  ])('%s says whether it is what was cited.', async (id, rule, says) => {
    await inPage(browser, WIDE, async (page) => {
      await page.goto(inject('fixture') + noteCitationOf(id));
      const notice = page.locator('.vd');
      await notice.waitFor();
      expect(await notice.getAttribute('data-cited')).toBe(rule);
      expect((await notice.textContent())!.replace(/\s+/g, ' ')).toContain(says);
      await page.keyboard.press('Escape');
      expect(await notice.count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    });
  });

  test('that was withdrawn is a page of its own without scripts too.', async () => {
    await inPage(browser, { ...WIDE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${inject('fixture')}${SLUG}/notes/paid-in-kind/`);
      const words = (await page.locator('main').textContent())!;
      expect(words).toMatch(/“paid in kind”.*Withdrawn\..*Contested\. A bill has them paid in coin\./s);
      await page.locator('main a[href*="editions/1/"]').click();
      expect(page.url()).toContain(`${SLUG}/editions/1/#paid-in-kind`);
      expect(await page.locator('#paid-in-kind').textContent()).toContain('A bill has them paid in coin.');
    });
  });
});
