import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accessedIn,
  fill,
  type ReferenceForms,
  type Template,
  toHtml,
  toPlain,
} from '../../src/core/reference-template.ts';
import { readContent } from '../../src/build/content.ts';
import type { Source } from '../../src/core/source.ts';
import { type Manner, type Work, workOf } from '../../src/core/work.ts';
import { styleOf, STYLES } from './support/citation-styles.ts';

const TITLE = '[Russia’s renewed push for a peace deal with Ukraine]';

/** A text as the edition has it: its title is the editors’, and its date is inferred. */
const OP_ED: Source = {
  key: 'op-ed',
  type: 'post-weblog',
  title: TITLE,
  author: [
    { family: 'Hadfield', given: 'Amelia' },
    { family: 'Khostova', given: 'Margaryta' },
  ],
  'container-title': 'Centre for Britain and Europe blog',
  publisher: 'University of Surrey',
  issued: '2025-11/2025-12~',
  URL: 'https://example.org/original',
  DOI: '10.5555/original',
  language: 'en-GB',
  consulted: true,
};

const SOURCES = [...readContent().sources.values()];

const PLACED: Manner = {
  edition: 'annotated edition 1, Postil',
  isPlaced: true,
  isLinked: true,
  isAccessed: true,
};

const FILLINGS = { locator: 'LOCATOR', link: 'https://example.org/?v=245b083#p8s2', accessed: 'DAY' };

const plain = (template: Template) => toPlain(fill(template, FILLINGS));
const formsOf = ({ reference, second }: ReferenceForms) => [reference, ...(second ? [second] : [])];
const work = (item: Partial<Work['item']>, more: Partial<Work> = {}): Work => ({
  item: { id: 'work', type: 'webpage', ...item },
  ...more,
});

/** What titles and names are made of, and what stands between their words. */
const WORDS = [
  'plan',
  'The',
  'of',
  'U.S',
  'Izmir',
  'Київ',
  '28',
  'NATO',
  'Russia’s',
  '€90bn',
  '61%',
  '(draft)',
  'iPhone',
];
const JOINTS = [' ', ', ', ': ', '-', ' – ', ' & ', '/', '. ', ' “', '? ', '’ '];

/** What each style says of the text’s date, in its reference and beside it. */
const DATES: Record<string, [string, string?]> = {
  apa: ['([ca. December 2025])', '[ca. 2025]'],
  'chicago-notes-bibliography': ['[c. December 2025]', '[c. December 2025]'],
  'chicago-author-date': ['[c. 2025]', '[c. 2025]'],
  'modern-language-association': ['[c. Dec. 2025]'],
  'harvard-cite-them-right': ['([c. 2025])', '[c. 2025]'],
  oscola: ['[c. December 2025]', '[c. December 2025]'],
  'numbers-and-ordinals': ['[c. December 2025]'],
};

describe.each(STYLES)('$forms.label', (style) => {
  const forms = style.refer(workOf(OP_ED), PLACED);

  test('gives a supplied title its brackets and nothing else.', () => {
    for (const template of formsOf(forms)) {
      if (template === forms.second && style.forms.kind === 'in-text') continue;
      const html = toHtml(fill(template, FILLINGS));
      expect(html).toContain(TITLE);
      expect(html).not.toMatch(/[“‘"«>]\[Russia|Ukraine\][.,]?(?:[”’"»]|<\/)/);
    }
  });

  test('puts an inferred date into brackets, and says nothing of it beside them.', () => {
    const [first, second] = DATES[style.forms.id]!;
    expect(plain(forms.reference)).toContain(first);
    if (second !== undefined) expect(plain(forms.second!)).toContain(second);
    for (const template of formsOf(forms))
      expect(plain(template).replace(/\[[^\]]*\]/g, '')).not.toMatch(
        /\d{4}(?!-)(?!.*\?v=)|n\.d\.|no date|Dec|Nov/,
      );
  });

  test('names authors, container, edition and house, and leaves each place open once.', () => {
    const words = plain(forms.reference);
    for (const part of ['Hadfield', 'Khostova', 'annotated edition 1, Postil', ...Object.values(FILLINGS)])
      expect(words.split(part), part).toHaveLength(2);
    expect(words).toContain('Centre for Britain and Europe blog');
    expect(words).not.toMatch(/original|[\uE000-\uE0FF]|90417/u);
  });

  test.each(['2026-01-01', '2026-05-09', '2027-11-22', '2031-12-31'])(
    'writes %s as citeproc does.',
    (day) => {
      const accessed = { 'date-parts': [day.split('-').map(Number)] };
      const known = workOf(OP_ED);
      const byCiteproc = style.refer(
        { ...known, item: { ...known.item, accessed } },
        { ...PLACED, isAccessed: false },
      );
      const filled = fill(forms.reference, { ...FILLINGS, accessed: accessedIn(style.forms, day) });
      expect(toPlain(filled)).toBe(toPlain(fill(byCiteproc.reference, FILLINGS)));
    },
  );

  test('without the day of access is a reference too.', () => {
    const words = plain(style.refer(workOf(OP_ED), { ...PLACED, isAccessed: false }).reference);
    expect(words).toContain(FILLINGS.link);
    expect(words).not.toMatch(/DAY|[Rr]etrieved|[Aa]ccessed|seen on|, ,|\. \.|\(\)/);
  });

  test('takes a title for words, whatever signs are in it.', () => {
    const title = 'A {title} with <i>tags</i> & <script>alert(1)</script>, $& and “marks ‘within’ marks”';
    const { reference } = style.refer(work({ title, language: 'uk' }));
    const html = toHtml(fill(reference, FILLINGS));
    expect(html.replaceAll(/<\/?i>/g, '')).not.toContain('<');
    const words = plain(reference).replace(/[“”‘’]/g, '"');
    expect(words).toContain(
      'A {title} with <i>tags</i> & <script>alert(1)</script>, $& and "marks "within" marks',
    );
  });

  test('knows its own signs from those of a record.', () => {
    const { reference } = style.refer(work({ title: 'A\uE000\uE002\uE005 title \uE00B', language: 'uk' }));
    expect(plain(reference)).toContain('A title');
    expect(plain(reference)).not.toContain(FILLINGS.link);
  });

  test('names people with particles, and bodies.', () => {
    const author = [
      { family: 'Leyen', given: 'Ursula', 'non-dropping-particle': 'von der' },
      { literal: 'Ministry of Foreign Affairs & Trade' },
    ];
    const words = plain(style.refer(work({ title: 'T', author })).reference);
    expect(words).toMatch(/von der Leyen|Leyen,.* von der/);
    expect(words).toContain('Ministry of Foreign Affairs & Trade');
  });

  test('calls a page without author and title by the name of what it is in, else of its publisher, once.', () => {
    const page: Source = { key: 'page', type: 'webpage', issued: '2025-11-21', consulted: true };
    for (const more of [
      { 'container-title': 'Newsmax' },
      { 'container-title': 'Newsmax', publisher: 'Newsmax' },
      { publisher: 'Newsmax' },
      { type: 'article-newspaper' as const, 'container-title': 'Newsmax' },
    ]) {
      const forms = style.refer(workOf({ ...page, ...more }));
      expect(plain(forms.reference)).toMatch(/^Newsmax/);
      for (const template of formsOf(forms)) expect(plain(template).split('Newsmax')).toHaveLength(2);
    }
    const apart = plain(style.refer(workOf({ ...OP_ED, title: undefined, author: undefined })).reference);
    expect(apart).toMatch(/^Centre for Britain and Europe blog/);
    const signed = plain(style.refer(workOf({ ...OP_ED, title: undefined })).reference);
    expect(signed).toMatch(/Hadfield/);
  });

  test('has words for every source.', () => {
    for (const source of SOURCES)
      for (const template of formsOf(style.refer(workOf(source))))
        expect(plain(template), source.key).not.toMatch(
          /STYLE ERROR|NO_PRINTED|^\(\d{4}|^$|nocase|undefined/,
        );
  });

  test('refers to a work of which nothing is known but where it is.', () => {
    const { reference } = style.refer(work({}), { isLinked: true });
    expect(plain(reference)).toContain(FILLINGS.link);
  });

  test.each(['statement.com', 'LIGA.net', 'madan.org.il', 'Ideas on Europe, the blog', 'l’Humanité'])(
    'calls %s by its name.',
    (name) => {
      for (const type of ['webpage', 'post-weblog', 'article-newspaper'])
        for (const manner of [{}, PLACED]) {
          const { reference } = style.refer(work({ type, title: 'T', 'container-title': name }), manner);
          expect(plain(reference)).toContain(name);
        }
    },
  );

  test('keeps the capitals of a sentence.', () => {
    const said = 'The plan of 28 points was never “agreed upon” by both';
    for (const title of [said, `${said}?`]) {
      const words = plain(style.refer(work({ title, language: 'en' }, { isSentence: true })).reference);
      expect(words.replace(/[“”‘’]/g, '"')).toContain(said.replace(/[“”]/g, '"'));
      expect(words).not.toMatch(/\?[.,]/);
    }
  });

  test('puts a sentence in later as it would have been set.', () => {
    const set = (title: string) =>
      plain(style.refer(work({ title, 'container-title': 'C' }, { isSentence: true })).reference);
    // An apostrophe is left to citeproc.
    expect(set('What Kyiv’s allies said').replace('’s', 's')).toBe(set('What Kyivs allies said'));
  });
});

describe('A record’s own words are put in later as they would have been set:', () => {
  const inOneGo = (said: Work): Work => ({ ...said, open: [] });
  const words = fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...JOINTS)), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(([word, joint]) => word + joint).join(''))
    .map((said) => `${said}end`);
  const works = fc
    .record(
      {
        type: fc.constantFrom('webpage', 'post-weblog', 'article-newspaper', 'report', 'book', 'legislation'),
        title: words,
        author: words.map((literal) => [{ literal }]),
        'container-title': words,
        publisher: words,
        URL: fc.webUrl({ withQueryParameters: true }),
        language: fc.constantFrom('en', 'en-GB', 'de', 'tr', 'uk'),
        issued: fc.constantFrom('2025-11-24', '2025', '2025-11~'),
      },
      { requiredKeys: ['type'] },
    )
    .map(({ issued, ...item }) => work(item, { issued }));

  test('those of the edition.', () => {
    for (const style of STYLES)
      for (const said of SOURCES.map(workOf)) expect(style.refer(said)).toEqual(style.refer(inOneGo(said)));
  });

  test.each(STYLES.map((style) => [style.forms.label, style] as const))(
    'any that are plain, in %s.',
    (_, style) => {
      fc.assert(
        fc.property(works, fc.constantFrom({}, { isLinked: true, isAccessed: true }), (said, manner) => {
          expect(style.refer(said, manner)).toEqual(style.refer(inOneGo(said), manner));
        }),
      );
    },
  );
});

describe('A date that is not certain', () => {
  test.each([
    ['2025-11?', '[November 2025?]'],
    ['2025-11-24~', '[c. 24 November 2025]'],
    ['2025-11-24%', '[c. 24 November 2025?]'],
    ['2025?', '[2025?]'],
    ['2025-11~/2025-12', '[c. December 2025]'],
    ['2024/2025~', '[c. 2025]'],
  ])('%s is %s.', (issued, expected) => {
    const { reference } = styleOf('oscola').refer(
      work({ title: 'T', 'container-title': 'C', type: 'post-weblog' }, { issued }),
    );
    expect(plain(reference)).toContain(`C, ${expected}`);
  });

  test('is not taken for a year in a title.', () => {
    const title = 'What 7777 and 8888 have in common';
    const words = plain(styleOf('apa').refer(work({ title }, { issued: '2025~' })).reference);
    expect(words).toContain('7777 and 8888');
    expect(words).toContain('([ca. 2025])');
  });
});

describe('A date that is certain', () => {
  test.each([
    ['2025-11-24', '(2025, November 24)'],
    ['2025-11-19/2025-11-20', '(2025, November 19–20)'],
  ])('%s is %s.', (issued, expected) => {
    expect(plain(styleOf('apa').refer(work({ title: 'T' }, { issued })).reference)).toContain(expected);
  });
});

test('Each style counts one paragraph and many in its own way.', () => {
  expect(
    Object.fromEntries(STYLES.map(({ forms }) => [forms.label, Object.values(forms.paragraph)])),
  ).toEqual({
    APA: ['para. {n}', 'paras. {n}'],
    'Chicago notes': ['para. {n}', 'paras. {n}'],
    'Chicago author-date': ['para. {n}', 'paras. {n}'],
    MLA: ['par. {n}', 'pars. {n}'],
    Harvard: ['para. {n}', 'paras {n}'],
    OSCOLA: ['para {n}', 'paras {n}'],
    Numbered: ['¶ {n}', '¶¶ {n}'],
  });
});

test('A style with numbers says no number, and nothing in the text.', () => {
  const { reference, second } = styleOf('numbers-and-ordinals').refer(workOf(OP_ED), PLACED);
  expect(plain(reference)).toMatch(/^Hadfield, A\./);
  expect(second).toBeUndefined();
});

test('The edition stands after the publisher, else after the container, else before the address.', () => {
  const chicago = styleOf('chicago-notes-bibliography');
  const { 'container-title': _container, ...uncontained } = OP_ED;
  const { publisher: _publisher, ...unpublished } = OP_ED;
  const { publisher: __, ...bare } = uncontained;
  const said = (source: Source) => plain(chicago.refer(workOf(source), PLACED).reference);
  expect(said(OP_ED)).toContain('University of Surrey, annotated edition 1, Postil, [c.');
  expect(said(unpublished)).toContain('blog, annotated edition 1, Postil, [c.');
  expect(said(bare)).toContain('annotated edition 1, Postil, accessed DAY, https://example.org');
});
