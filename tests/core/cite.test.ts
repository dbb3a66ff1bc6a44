import { describe, expect, test } from 'vitest';
import { citer } from '../../src/core/cite.ts';
import { noteCiteData, readingCiteData } from '../../src/core/cite-data.ts';
import { noteData } from '../../src/core/metadata/schema-org.ts';
import { noteTags } from '../../src/core/metadata/zotero.ts';
import type { Publication } from '../../src/core/publication.ts';
import { fill, type ReferenceForms, toHtml, toPlain } from '../../src/core/reference-template.ts';
import { quotedIn } from '../../src/core/quoted-in.ts';
import type { Source } from '../../src/core/source.ts';
import { fillWikipedia } from '../../src/core/wikipedia-template.ts';
import { STYLES } from './support/citation-styles.ts';
import { ledgerOf } from './support/ledger.ts';
import { read } from './support/reading.ts';

const BODY = `The first <Claim id="first" status="supported" checked="2026-11-21">“great” claim</Claim>. A second sentence.

A <Remark id="remark">slip</Remark> in a second paragraph.

[^first]: It was never called “great” by them.

    <Evidence source="earlier" bearing="supports">A “great” claim, | as they say</Evidence>

[^remark]: The text has it so.
`;

const { reading } = read(BODY);

const record: Source = {
  key: 'post',
  type: 'post-weblog',
  title: '[The text’s first words]',
  author: [{ family: 'Writer', given: 'Ann' }],
  'container-title': 'The Blog',
  issued: '2025-11/2025-12~',
  URL: 'https://example.org/original',
  consulted: true,
};

const report: Source = {
  key: 'earlier',
  type: 'report',
  title: 'A Report on Claims',
  author: [{ literal: 'Office of Reports' }],
  issued: '2025-12-31',
  accessed: '2026-11-20',
  URL: 'https://example.org/report',
  consulted: false,
};

const citing = (publication: Publication = {}) => ({
  reading: { ...reading, title: '[The text’s first words]', supplied: true },
  record,
  root: 'https://example.org/',
  publication,
  styles: STYLES,
});
const cite = citer(citing());
const [first, remark] = reading.annotations;

const FILLINGS = { locator: 'LOCATOR', link: 'LINK', accessed: 'DAY' };
const said = (forms: ReferenceForms | undefined) => toPlain(fill(forms!.reference, FILLINGS));
const beside = (forms: ReferenceForms | undefined) => toPlain(fill(forms!.second!, FILLINGS));

describe('A passage', () => {
  const [block] = reading.blocks;

  test('has its place and its link.', () => {
    const { place, link } = cite.passage(block!, block!.sentences[1]);
    expect(place).toBe('¶1, sentence 2');
    expect(link).toMatch(/^https:\/\/example\.org\/test\/\?v=[0-9a-f]{7}#p1s2$/);
  });

  test('has a reference without a day of access for pages that do not know it.', () => {
    expect(said(cite.placed('unsaid').apa)).toBe(
      'Writer, A. ([ca. December 2025]). [The text’s first words]. The Blog, annotated edition 1, Postil, LOCATOR. LINK',
    );
  });

  test('never leads to the original.', () => {
    for (const forms of [...Object.values(cite.placed()), ...Object.values(cite.whole())])
      expect(said(forms)).not.toContain('original');
  });

  test('says nothing of a day that nobody can put in.', () => {
    const unsaid = [cite.placed('unsaid'), cite.whole('unsaid'), cite.note(first!).forms('unsaid')];
    for (const forms of unsaid.flatMap((each) => Object.values(each)))
      expect(said(forms)).not.toMatch(/DAY|[Aa]ccessed|[Rr]etrieved/);
  });

  test('is placed where the style has a place for it, and the whole text nowhere.', () => {
    for (const forms of Object.values(cite.placed())) expect(said(forms).split('LOCATOR')).toHaveLength(2);
    for (const forms of Object.values(cite.whole())) expect(said(forms)).not.toContain('LOCATOR');
  });
});

describe('A text that no container had', () => {
  const treaty: Source = {
    key: 'treaty',
    type: 'treaty',
    title: 'Universal Declaration of Human Rights',
    author: [{ literal: 'United Nations General Assembly' }],
    issued: '1948-12-10',
    consulted: true,
  };
  const forms = citer({ ...citing(), reading, record: treaty }).placed();

  test.each([
    ['apa', 'December 10, 1948. Annotated edition 1, Postil, LOCATOR. Retrieved DAY, from LINK'],
    ['chicago-notes-bibliography', 'LOCATOR, annotated edition 1, Postil, accessed DAY, LINK.'],
    ['chicago-author-date', 'December 10, 1948. Annotated edition 1, Postil, LOCATOR. Accessed DAY. LINK.'],
    [
      'modern-language-association',
      '10 Dec. 1948, annotated edition 1, Postil, LOCATOR, LINK. Accessed DAY.',
    ],
    [
      'harvard-cite-them-right',
      'Rights’. Annotated edition 1, Postil, LOCATOR. Available at: LINK (Accessed: DAY).',
    ],
    ['oscola', '(10 December 1948) LOCATOR, annotated edition 1, Postil <LINK> accessed DAY.'],
  ])('says its edition before its address: %s.', (style, end) => {
    expect(said(forms[style])).toMatch(new RegExp(`${end.replace(/[.()]/g, '\\$&')}$`));
  });
});

describe('A note', () => {
  const forms = cite.note(first!).forms();

  test('is the house’s, with its finding for a title and its text in passing.', () => {
    expect(said(forms.apa)).toBe(
      'Postil. (2026, November 21). It was never called “great” by them. Note on ‘“great” claim’ in Writer, [The text’s first words], annotated edition 1. Retrieved DAY, from LINK',
    );
    expect(said(forms.oscola)).toBe(
      'Postil, ‘It was never called “great” by them’ (note on ‘“great” claim’ in Writer, [The text’s first words], annotated edition 1, 21 November 2026) <LINK> accessed DAY.',
    );
    expect(said(forms['chicago-notes-bibliography'])).toBe(
      'Postil, “It was never called ‘great’ by them,” note on ‘“great” claim’ in Writer, [The text’s first words], annotated edition 1, November 21, 2026, accessed DAY, LINK.',
    );
  });

  test('is never cited by its number, nor set in italics.', () => {
    for (const each of Object.values(forms)) {
      expect(said(each)).not.toMatch(/note 1\b/i);
      expect(toHtml(fill(each.reference, FILLINGS))).not.toMatch(/<i>[Nn]ote/);
    }
  });

  test('is its publisher’s, where one is named, at the house.', () => {
    const { apa } = citer(citing({ publisher: 'The Desk' }))
      .note(first!)
      .forms();
    expect(said(apa)).toMatch(/^The Desk\. \(2026/);
    expect(said(apa)).toContain('annotated edition 1, Postil. Retrieved');
  });

  test('that checks nothing is as old as its edition.', () => {
    const year = reading.edition.date.slice(0, 4);
    expect(said(cite.note(remark!).forms().apa)).toContain(`Postil. (${year}, `);
  });
});

describe('A piece of evidence', () => {
  const forms = cite.evidence(first!, report);

  test('is its source’s reference, as it is met with in the note.', () => {
    expect(said(forms.apa)).toBe(
      `Office of Reports. (2025). A Report on Claims. https://example.org/report, as cited in ${said(cite.note(first!).forms().apa)}`,
    );
    expect(said(forms['chicago-notes-bibliography'])).toBe(
      `Office of Reports, A Report on Claims (2025), https://example.org/report, quoted in ${said(cite.note(first!).forms()['chicago-notes-bibliography'])}`,
    );
  });

  test('keeps the full stop of an abbreviation at its end.', () => {
    const { issued: _, URL: __, ...undated } = report;
    const chicago = cite.evidence(first!, undated)['chicago-notes-bibliography'];
    expect(said(chicago)).toContain('A Report on Claims (n.d.), quoted in Postil');
    const page = { ...undated, type: 'article-newspaper' as const, 'container-title': 'The Paper' };
    expect(said(cite.evidence(first!, page)['chicago-notes-bibliography'])).toContain(
      'n.d., quoted in Postil',
    );
  });

  test('ends before the note begins, though its stop stands between quotation marks.', () => {
    const { issued: _, URL: __, ...bare } = report;
    const page = { ...bare, type: 'webpage' as const, title: 'The new demands' };
    const { 'chicago-author-date': list, 'chicago-notes-bibliography': notes } = cite.evidence(first!, {
      ...page,
      issued: '2025',
    });
    expect(said(list)).toContain('“The New Demands.” Quoted in Postil. 2026');
    expect(said(notes)).toContain('“The New Demands,” 2025, quoted in Postil, “');
    const asked = cite.evidence(first!, { ...page, type: 'report', title: 'Which demands?' });
    expect(said(asked.apa)).toContain('Which demands? As cited in Postil');
    expect(quotedIn(STYLES[1]!.forms, { reference: ['“Demands.”'] }, { reference: ['Postil.'] })).toEqual({
      reference: ['“Demands,” quoted in Postil.'],
    });
  });

  test('is cited in the text as the guides say.', () => {
    expect(beside(forms.apa)).toBe('(Office of Reports, 2025, as cited in Postil, 2026)');
    expect(beside(forms['harvard-cite-them-right'])).toBe(
      '(Office of Reports, 2025, quoted in Postil, 2026)',
    );
    expect(beside(forms['chicago-author-date'])).toBe('(Office of Reports 2025, quoted in Postil 2026)');
    expect(beside(forms['modern-language-association'])).toBe('(qtd. in Postil)');
    expect(forms.oscola!.second).toBeUndefined();
  });

  test('never looks as if the citing person had opened it.', () => {
    for (const each of Object.values(forms)) {
      expect(said(each)).not.toMatch(/20 Nov|November 20(?!\d)|20th day/);
      expect(said(each)).toMatch(/(?:[Qq]uoted|[Aa]s cited|[Qq]td\.) in /);
    }
  });
});

describe('What the lists load', () => {
  const site = {
    root: 'https://example.org/',
    sources: new Map([
      ['post', record],
      ['earlier', report],
    ]),
    publication: {},
  };
  const text = citing().reading;
  const data = noteCiteData(first!, { reading: text }, site, STYLES);

  test('has the record of the text in each form, at this site.', () => {
    const { record: known, styles, reading: placed, whole } = readingCiteData(text, site, STYLES);
    expect(Object.keys(placed)).toEqual(styles.map(({ id }) => id));
    expect(Object.keys(whole)).toEqual(Object.keys(placed));
    expect(known.key).toBe('postil-test');
    expect(JSON.parse(known.csl)).toMatchObject([
      {
        id: 'postil-test',
        title: '[The text’s first words]',
        URL: 'https://example.org/test/',
        edition: '1',
      },
    ]);
    for (const form of [known.bibtex, known.ris]) expect(form).toContain('https://example.org/test/');
    expect(fillWikipedia(known.wikipedia, { link: 'https://example.org/test/?v=1#p1' })).toBe(
      '{{cite web |last1=Writer |first1=Ann |title=&#91;The text’s first words&#93; |website=The Blog |date=c. December 2025 |via=Postil |url=https://example.org/test/?v=1#p1}}',
    );
  });

  test.each([
    ['the day since which it says so', 'first', '2026-11-25', ['2026', '11', '25']],
    ['the day of its check, where its ledger knows no other', 'first', undefined, ['2026', '11', '21']],
    [
      'the day of its edition, where nothing was checked',
      'remark',
      undefined,
      reading.edition.date.split('-'),
    ],
  ])('has one date of a note wherever it is told: %s.', (_, id, date, [year, month, day]) => {
    const annotation = text.annotations.find((each) => each.id === id)!;
    const { passage, quote, finding } = { passage: 'p1s1', ...annotation };
    const note = { edition: 1, hash: 'a'.repeat(64), finding, passage, quote };
    const recorded = { annotation: id, edition: 1, notes: date === undefined ? [] : [{ ...note, date }] };
    const ledger = ledgerOf(1, [], [recorded]);
    const { note: forms, record: known } = noteCiteData(annotation, { reading: text, ledger }, site, STYLES);
    const inWords = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(new Date(`${year}-${month}-${day}`));
    expect(said(forms.oscola)).toContain(inWords);
    expect(known.bibtex).toContain(`date = {${year}-${month}-${day}}`);
    expect(known.ris).toContain(`DA  - ${year}/${month}/${day}`);
    expect(noteTags(annotation, text, recorded, {}, undefined)).toContainEqual({
      name: 'citation_publication_date',
      content: `${year}/${month}/${day}`,
    });
    expect(noteData(annotation, text, recorded, {}, site.root).dateModified).toBe(`${year}-${month}-${day}`);
  });

  test('has the note’s record, and its evidence in its order.', () => {
    expect(data.record).toMatchObject({ key: 'postil-test:first' });
    expect(JSON.parse(data.record.csl)).toMatchObject([{ URL: 'https://example.org/test/notes/first/' }]);
    expect(fillWikipedia(data.record.wikipedia, { link: 'L' })).toContain(
      '|author1=Postil |title=It was never called “great” by them |website=note on ‘“great” claim’ in Writer',
    );
    expect(data.evidence.map(({ source, key, excerpt }) => [source, key, excerpt])).toEqual([
      ['Office of Reports', 'earlier', 'A “great” claim, | as they say'],
    ]);
  });
});

test('All references have the name that the site has, in an earlier edition too, and say it once.', () => {
  const named = (publication: Publication) => citer(citing({ name: 'The Reader', ...publication }));
  expect(said(named({}).placed().apa)).toContain('annotated edition 1, The Reader, LOCATOR');
  const note = (publication: Publication) => said(named(publication).note(first!).forms().apa);
  expect(note({})).toMatch(/^The Reader\. \(2026(?:(?!Reader).)*$/);
  expect(note({ publisher: 'The Reader' })).toBe(note({}));
  expect(note({ publisher: 'The Press' })).toMatch(/^The Press\. .*annotated edition 1, The Reader/);
  const site = {
    root: 'https://example.org/',
    sources: new Map([['post', record]]),
    publication: { name: 'R' },
  };
  const { record: known } = readingCiteData({ ...reading, source: 'post' }, site, STYLES);
  expect(fillWikipedia(known.wikipedia, { link: 'L' })).toContain('|via=R ');
});
