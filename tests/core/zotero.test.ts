import { describe, expect, test } from 'vitest';
import { noteTags, readingTags, slashed } from '../../src/core/metadata/zotero.ts';
import type { Tag } from '../../src/core/metadata/tag.ts';
import type { Name, Source } from '../../src/core/source.ts';
import { itemOf } from '../support/zotero.ts';
import { claim, read } from './support/reading.ts';

const { reading } = read(`One ${claim('two', 'two')}.\n\n[^two]: It was three.\n`);
const record: Source = {
  key: 'post',
  type: 'post-weblog',
  'container-title': 'The blog',
  publisher: 'The University',
  issued: '2025-11/2025-12~',
  consulted: true,
};
const ADDRESS = 'https://example.org/test/';
const pairs = (tags: readonly Tag[]) =>
  tags.map((tag) => ['name' in tag ? tag.name : tag.property, tag.content] as const);
const said = (more: Partial<Source> = {}, own: Partial<typeof reading> = {}) =>
  pairs(readingTags({ ...reading, ...own }, { ...record, ...more }, ADDRESS));

describe('A reading', () => {
  test('becomes in Zotero what its record is, in what it appeared in.', () => {
    expect(itemOf(said())).toEqual({
      type: 'blogPost',
      title: 'Test',
      publication: 'The blog',
      date: '2025',
      authors: [['A. Writer']],
    });
  });

  test.each([
    ['post-weblog', 'blogPost'],
    ['article-newspaper', 'newspaperArticle'],
    ['article-magazine', 'magazineArticle'],
    ['article-journal', 'journalArticle'],
    ['report', 'report'],
    ['webpage', 'webpage'],
    ['treaty', 'document'],
  ] as const)('with a record of type %s becomes %s.', (type, expected) => {
    const item = itemOf(said({ type }));
    expect([item.type, item.publication]).toEqual([expected, 'The blog']);
  });

  test('has its title as it is, with the brackets of one that the editors supplied.', () => {
    expect(itemOf(said({}, { title: '[Given]', supplied: true })).title).toBe('[Given]');
  });

  test('without a date says so: Zotero would take the first date in the page.', () => {
    const { issued: _, ...undated } = record;
    expect(itemOf(pairs(readingTags(reading, undated, ADDRESS))).date).toBe('n.d.');
  });

  test('has its whole date in EDTF, and no other where nothing of it is certain.', () => {
    const tags = said({ issued: '2025-12/2026-01~' });
    expect(tags).toContainEqual(['DCTERMS.issued', '2025-12/2026-01~']);
    expect(tags.filter(([name]) => /^citation_.*date$/.test(name))).toEqual([]);
  });

  test('has an address where that of the site is known.', () => {
    expect(said()).toContainEqual(['citation_public_url', ADDRESS]);
    const names = pairs(readingTags(reading, record, undefined)).map(([name]) => name);
    expect(names).not.toContain('citation_public_url');
  });

  test.each<[string, Name[], string[][]]>([
    [
      'two persons',
      [
        { family: 'Hadfield', given: 'Amelia' },
        { family: 'Khostova', given: 'Margaryta' },
      ],
      [
        ['Hadfield', 'Amelia'],
        ['Khostova', 'Margaryta'],
      ],
    ],
    [
      'a particle',
      [{ family: 'Tester', given: 'Ann', 'non-dropping-particle': 'van der' }],
      [['van der Tester', 'Ann']],
    ],
    [
      'two words on both sides of the comma',
      [{ family: 'García Márquez', given: 'Gabriel José' }],
      [['García Márquez', 'Gabriel José']],
    ],
    ['one name', [{ family: 'Плутарх' }], [['Плутарх']]],
    ['a body', [{ literal: 'University of Surrey' }], [['University of Surrey']]],
    ['two bodies', [{ literal: 'BBC News' }, { literal: 'NATO' }], [['BBC News'], ['NATO']]],
  ])('keeps authors apart, and their parts: %s.', (_, author, expected) => {
    expect(itemOf(said({}, { author })).authors).toEqual(expected);
  });
});

describe('A note', () => {
  const note = reading.annotations[0]!;
  const recorded = (date: string) => ({
    annotation: 'two',
    edition: 1,
    notes: [
      { date, edition: 1, hash: 'a'.repeat(64), finding: 'It was three.', passage: 'p1s1', quote: 'two' },
    ],
  });
  const tags = (publisher?: string, date?: string) =>
    pairs(
      noteTags(note, reading, date ? recorded(date) : undefined, publisher ? { publisher } : {}, ADDRESS),
    );

  test('becomes a web page: what was found, among the notes to its text, by who publishes them.', () => {
    expect(itemOf(tags('The Press of Tests', '2026-11-25'))).toEqual({
      type: 'webpage',
      title: 'It was three',
      publication: 'Postil, notes to Test',
      date: '2026/11/25',
      authors: [['The Press of Tests']],
    });
  });

  test('is Postil’s where no publisher is named, and of the day of its check where its ledger knows none.', () => {
    const { authors, date } = itemOf(tags());
    expect([authors, date]).toEqual([[['Postil']], '2026/11/22']);
  });

  test('is under the licence of the notes, which the text is not.', () => {
    expect(tags().map(([name]) => name)).toContain('DC.rights');
    expect(said().map(([name]) => name)).not.toContain('DC.rights');
  });
});

describe('A date with slashes', () => {
  test.each([
    ['2025-11-24', '2025/11/24'],
    ['2025-11', '2025/11'],
    ['2025', '2025'],
    ['0033', '0033'],
    ['2025-11-24~', '2025/11'],
    ['2025-11?', '2025'],
    ['2025~', undefined],
    ['2025-11/2025-12~', '2025'],
    ['2025-11-19/2025-11-20', '2025/11'],
    ['2025-12/2026-01', undefined],
    ['2025/2026~', undefined],
  ])('of %s is %s: no more than is certain.', (date, expected) => {
    expect(slashed(date)).toBe(expected);
  });
});
