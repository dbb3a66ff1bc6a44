import { describe, expect, test } from 'vitest';
import { toFeed } from '../../src/core/metadata/feed.ts';
import { lastChangeOf, lastChangeOfNote } from '../../src/core/metadata/last-change.ts';
import { datesOfPages, isOfAnEdition } from '../../src/core/metadata/site-map.ts';
import type { Publication } from '../../src/core/publication.ts';
import { dayOf, ledgerOf } from './support/ledger.ts';
import { claim, read } from './support/reading.ts';

const correction = (date: string, was: string) => ({
  date,
  annotation: 'two',
  was,
  is: 'New <b>',
  why: 'A slip.',
});
const { reading } = read(`One ${claim('two', 'two')}.\n\n[^two]: Found.\n`);
const corrected = {
  ...reading,
  title: 'A & B',
  edition: { ...reading.edition, edition: 2, date: dayOf(2) },
  // The newest first; of one day in the order in which they were written.
  corrections: [
    correction('2026-03-05', 'Last'),
    correction('2026-01-10', 'First'),
    correction('2026-01-10', 'Second'),
  ],
};
const ledger = ledgerOf(2, []);
const ROOT = 'https://example.org/repo/';
const feed = (own = corrected, publication: Publication = { publisher: 'The Press' }) =>
  toFeed([{ reading: own, ledger }], publication, ROOT);
const valuesOf = (xml: string, name: string) =>
  Array.from(xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')), ([, value]) => value);

describe('The feed', () => {
  test('has each edition and each correction, the newest first, with the date of the content.', () => {
    expect(valuesOf(feed(), 'updated')).toEqual([
      '2026-03-05T00:00:00.000Z',
      ...['2026-03-05', '2026-02-01', '2026-01-10', '2026-01-10', '2026-01-01'].map(
        (day) => `${day}T00:00:00.000Z`,
      ),
    ]);
  });

  test('has ids that are no other’s, of host and day.', () => {
    const [own, ...ids] = valuesOf(feed(), 'id');
    expect(own).toBe('tag:example.org,2026-01-01:repo/feed');
    expect(ids).toEqual([
      'tag:example.org,2026-03-05:repo/test/corrections/two',
      'tag:example.org,2026-02-01:repo/test/editions/2',
      'tag:example.org,2026-01-10:repo/test/corrections/two',
      'tag:example.org,2026-01-10:repo/test/corrections/two/2',
      'tag:example.org,2026-01-01:repo/test/editions/1',
    ]);
  });

  test('keeps its ids when more is written.', () => {
    const more = { ...corrected, corrections: [...corrected.corrections, correction('2026-01-10', 'Third')] };
    expect(valuesOf(feed(more), 'id')).toEqual(expect.arrayContaining(valuesOf(feed(), 'id')));
    expect(feed(more)).toMatch(/two\/2<\/id>(?:(?!<\/entry>)[^])*It said: Second/);
  });

  test('says words as words.', () => {
    expect(feed()).toContain('<![CDATA[A &amp; B: edition 2]]>');
    expect(feed()).toContain('<p>It says now: New &lt;b&gt;</p>');
  });

  test('has the name of the site, and its publisher for an author, or else the site.', () => {
    expect(feed()).toContain('Postil: editions and corrections');
    expect(valuesOf(feed(), 'name')).toContain('The Press');
    const named = feed(corrected, { name: 'The Reader' });
    expect(named).toContain('The Reader: editions and corrections');
    expect(new Set(valuesOf(named, 'name'))).toEqual(new Set(['The Reader']));
  });

  test('says who changed a text and why, who wrote it at first, and what was corrected.', () => {
    const [first, second] = ledger.editions;
    const by = (who: 'author' | 'publisher' | 'editors') => ({
      ...ledger,
      editions: [first!, { ...second!, by: who, why: 'A slip' }],
    });
    const paragraphs = (who: 'author' | 'publisher' | 'editors') =>
      toFeed([{ reading: corrected, ledger: by(who) }], {}, ROOT);
    expect(paragraphs('author')).toContain('<p>The text was changed by its author.</p><p>A slip.</p>');
    expect(paragraphs('publisher')).toContain('<p>The text was changed by its publisher.</p>');
    expect(paragraphs('editors')).toContain('<p>The text was changed by the editors of this edition.</p>');
    expect(feed()).toContain('<![CDATA[A &amp; B, annotated]]>');
    expect(feed()).toMatch(/<p>By [^<]+\.<\/p>/);
    expect(feed().match(/<p>By /g)).toHaveLength(1);
    expect(feed()).toContain('<![CDATA[A &amp; B: a note corrected]]>');
    expect(feed()).toContain('<p>It said: Last</p><p>It says now: New &lt;b&gt;</p><p>Why: A slip.</p>');
  });

  test('leads to itself, to editions and to notes.', () => {
    for (const path of ['', 'feed.xml', 'test/editions/2/', 'test/notes/two/'])
      expect(feed()).toContain(`href="${ROOT}${path}"`);
  });

  test('keeps the newest hundred, and cannot be of nothing.', () => {
    const corrections = Array.from({ length: 150 }, (_, index) =>
      correction(index < 75 ? '2026-03-05' : '2026-04-05', String(index)),
    );
    expect(valuesOf(feed({ ...corrected, corrections }), 'published')).toEqual([
      ...Array<string>(75).fill('2026-04-05T00:00:00.000Z'),
      ...Array<string>(25).fill('2026-03-05T00:00:00.000Z'),
    ]);
    expect(() => toFeed([], {}, ROOT)).toThrow('A feed needs a reading.');
  });

  test('is the same each time.', () => expect(feed()).toBe(feed()));
});

describe('The last change', () => {
  const noted = (id: string, date: string, withdrawn?: string) => ({
    annotation: id,
    edition: 1,
    notes: [{ date, edition: 1, hash: 'a'.repeat(64), finding: 'Found.', passage: 'p1s1', quote: 'two' }],
    ...(withdrawn && { withdrawn: { edition: 2, date: withdrawn, why: 'A test.' } }),
  });

  test('of a note is its last words, its last correction or its withdrawal.', () => {
    const none = { corrections: [] };
    expect(lastChangeOfNote(noted('two', '2026-02-02'), none)).toBe('2026-02-02');
    expect(lastChangeOfNote(noted('two', '2026-02-02'), corrected)).toBe('2026-03-05');
    expect(lastChangeOfNote(noted('two', '2026-02-02', '2026-05-01'), none)).toBe('2026-05-01');
    expect(lastChangeOfNote({ annotation: 'two', edition: 1, notes: [] }, none)).toBeUndefined();
  });

  test('of a reading is that of its text or of any of its notes.', () => {
    const changed = { ...ledger, annotations: [noted('two', '2026-02-02'), noted('three', '2026-04-04')] };
    expect(lastChangeOf(corrected, changed)).toBe('2026-04-04');
    expect(lastChangeOf({ ...corrected, corrections: [] }, ledger)).toBe(dayOf(2));
    const dates = datesOfPages([{ reading: corrected, ledger: changed }]);
    expect(dates.get('')).toBe('2026-04-04');
    expect(dates.get('test/')).toBe('2026-04-04');
    expect(dates.get('test/notes/two/')).toBe('2026-03-05');
    expect(dates.has('about/')).toBe(false);
    expect([...dates.keys()].filter((path) => !path.startsWith('test/'))).toEqual([
      ...['', 'claims/', 'figures/', 'sources/', 'timeline/'],
    ]);
    for (const path of ['cite/', 'editions/', 'notes/']) expect(dates.get(`test/${path}`)).toBe('2026-04-04');
    expect(datesOfPages([])).toEqual(new Map());
  });

  test.each([
    ['test/editions/1/', true],
    ['test/editions/', false],
    ['test/notes/1/', false],
    ['x/test/editions/1/', false],
    ['test/editions/1/x/', false],
    ['test/editions/12/', true],
    ['test/editions/a/', false],
  ])('is not asked of an edition’s own page: %s, %s.', (path, expected) => {
    expect(isOfAnEdition(path)).toBe(expected);
  });
});
