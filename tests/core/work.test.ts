import { describe, expect, test } from 'vitest';
import {
  ACCESSED,
  AFTER_CONTAINER,
  AFTER_PUBLISHER,
  LINK,
  SENTENCE,
  TITLE,
  WITHIN,
} from '../../src/core/marker.ts';
import type { Source } from '../../src/core/source.ts';
import { standInFor } from '../../src/core/stand-in.ts';
import { itemOf, ownWordsOf, patternOf, type Work, workOf } from '../../src/core/work.ts';

const RECORD: Source = { key: 'a', type: 'webpage', consulted: true };
const NAMED: Source = { ...RECORD, title: 'A quay', author: [{ family: 'Brown' }] };

const item = (source: Partial<Source>, given: Partial<Work> = {}, manner = {}, issued?: object) =>
  itemOf({ ...workOf({ ...RECORD, ...source }), ...given }, manner, issued);

describe('A work is referred to', () => {
  test('without what is the editors’ own: when they read it, and what they say of it.', () => {
    const { item, issued } = workOf({
      ...NAMED,
      accessed: '2026-11-22',
      note: 'Read in part.',
      issued: '2025-11~',
    });
    expect(item).not.toHaveProperty('accessed');
    expect(item).not.toHaveProperty('note');
    expect(item).not.toHaveProperty('issued');
    expect(issued).toBe('2025-11~');
    expect(item).toMatchObject({ title: 'A quay', author: [{ family: 'Brown' }] });
  });

  test('always as the same one.', () => {
    const source = { ...NAMED };
    expect(workOf(source)).toBe(workOf(source));
    expect(workOf({ ...NAMED })).toEqual(workOf(source));
  });

  test.each<[string, Partial<Source>, object]>([
    [
      'its site, where nobody is named and it has no title',
      { 'container-title': 'Quay Post', publisher: 'Harbour Board' },
      { author: [{ literal: 'Quay Post' }], publisher: 'Harbour Board' },
    ],
    [
      'its site, which is not said twice',
      { 'container-title': 'Quay Post', publisher: 'Quay Post' },
      { author: [{ literal: 'Quay Post' }] },
    ],
    [
      'its publisher, where it has no site',
      { publisher: 'Harbour Board' },
      { author: [{ literal: 'Harbour Board' }] },
    ],
    ['its site alone', { 'container-title': 'Quay Post' }, { author: [{ literal: 'Quay Post' }] }],
  ])('by the name of %s.', (_, source, named) => {
    const { id: _id, type: _type, ...said } = workOf({ ...RECORD, ...source }).item;
    expect(said).toEqual(named);
  });

  test.each<[string, Partial<Source>]>([
    ['a title', { title: 'A', 'container-title': 'Quay Post', publisher: 'Harbour Board' }],
    ['an author', { author: [{ family: 'B' }], 'container-title': 'Quay Post', publisher: 'Harbour Board' }],
    ['no name at all', {}],
  ])('as it is, where it has %s.', (_, source) => {
    expect(workOf({ ...RECORD, ...source }).item).toMatchObject(source);
    expect('author' in workOf({ ...RECORD, ...source }).item).toBe('author' in source);
  });

  test.each([
    ['[A quay]', true],
    ['A quay', false],
    ['A [new] quay', false],
    ['[A] quay', false],
    ['A [quay]', false],
    ['[A] and [B]', false],
    [undefined, false],
  ])('with a title that is the editors’ own where it stands in brackets: %j, %j.', (title, isSupplied) => {
    expect(workOf({ ...RECORD, ...(title !== undefined && { title }) }).isSupplied).toBe(isSupplied);
  });
});

describe('citeproc is given', () => {
  test('a record without what is not there.', () => {
    expect(item(NAMED)).toStrictEqual({
      id: 'work',
      type: 'webpage',
      title: 'A quay',
      author: [{ family: 'Brown' }],
    });
    expect(Object.keys(item({})).sort()).toEqual(['id', 'type']);
  });

  test('its date as it was made, and its DOI.', () => {
    const issued = { 'date-parts': [[2025]] };
    expect(item({ ...NAMED, DOI: '10.5555/a' }, {}, {}, issued)).toMatchObject({ DOI: '10.5555/a', issued });
  });

  test('a place for the link instead of its own address.', () => {
    const source = { ...NAMED, DOI: '10.5555/a', URL: 'https://a.example/' };
    expect(item(source)).toMatchObject({ URL: 'https://a.example/' });
    const linked = item(source, {}, { isLinked: true });
    expect(linked).toMatchObject({ URL: LINK });
    expect(linked).not.toHaveProperty('DOI');
  });

  test('a place for the day of access where it is asked for.', () => {
    expect(item(NAMED, {}, { isAccessed: true })).toMatchObject({ accessed: { literal: ACCESSED } });
  });

  test('the name of a site in its own capitals, and places where the edition can be said.', () => {
    const source = { ...NAMED, 'container-title': 'Quay Post', publisher: 'Board' };
    const name = '<span class="nocase">Quay Post</span>';
    expect(item(source)).toMatchObject({ 'container-title': name, publisher: 'Board' });
    expect(item(source, {}, { edition: 'edition 1' })).toMatchObject({
      'container-title': name + AFTER_CONTAINER,
      publisher: `Board${AFTER_PUBLISHER}`,
    });
    expect(item(NAMED, {}, { edition: 'edition 1' })).not.toHaveProperty('publisher');
  });

  test('a place for words of our own instead of a site.', () => {
    expect(item({ ...NAMED, 'container-title': 'Quay Post' }, { within: 'in it' })).toMatchObject({
      'container-title': WITHIN,
    });
  });

  test.each<[string, Partial<Work>, string]>([
    ['[A quay]', {}, TITLE],
    ['A quay', {}, 'A quay'],
    ['It is a quay', { isSentence: true }, SENTENCE],
    ['It is 5 %', { isSentence: true }, SENTENCE],
    ['Is it a quay?', { isSentence: true }, '<span class="nocase">Is it a quay?</span>'],
    ['It is a “quay” ‘b’ of', { isSentence: true }, '<span class="nocase">It is a “quay” ‘b’ of</span>'],
  ])('of the title %j, %j, %j.', (title, given, expected) => {
    expect(item({ title }, given)).toMatchObject({ title: expected });
  });

  test('nothing that it would take for markup.', () => {
    expect(item({ title: 'A <b>quay' })).not.toMatchObject({ title: expect.stringContaining('<') as string });
  });

  test('stand-ins for what is open.', () => {
    expect(item(NAMED, { open: ['title', 'author'] })).toMatchObject({
      title: standInFor('title'),
      author: [{ literal: standInFor('author') }],
    });
  });
});

describe('The pattern of a work', () => {
  const pattern = (source: Partial<Source>, given: Partial<Work> = {}) =>
    patternOf({ ...workOf({ ...RECORD, ...source }), ...given });

  test('leaves open what is plain, and is the same of all that are alike but for it.', () => {
    const some = pattern({
      title: 'A quay',
      'container-title': 'Quay Post',
      publisher: 'Board',
      author: [{ literal: 'Harbour Board' }],
      URL: 'https://a.example/b',
    });
    expect(some.open).toEqual(['title', 'container-title', 'publisher', 'author', 'URL']);
    expect(some.item).toStrictEqual({ id: 'work', type: 'webpage' });
    const other = pattern({
      title: 'Another',
      'container-title': 'Times',
      publisher: 'Bank',
      author: [{ literal: 'People' }],
      URL: 'https://b.example/c',
    });
    expect(other).toEqual(some);
  });

  test.each<[string, Partial<Source>]>([
    ['a title with signs', { title: 'A “quay”' }],
    ['a title that is the editors’', { title: '[A quay]' }],
    ['a person', { author: [{ family: 'Brown' }] }],
    ['two bodies', { author: [{ literal: 'Harbour Board' }, { literal: 'Board' }] }],
  ])('keeps %s.', (_, source) => {
    const { open, item } = pattern({ publisher: 'B.', ...source });
    expect(open).toEqual([]);
    expect(item).toMatchObject({ publisher: 'B.', ...source });
  });

  test('keeps a supplied title even where it is plain, and opens the rest.', () => {
    expect(pattern({ title: 'Plain', publisher: 'Board' }, { isSupplied: true }).open).toEqual(['publisher']);
  });

  test('of a work whose title is a sentence has another sentence.', () => {
    const work = pattern(
      { title: 'It is a quay', publisher: 'Board' },
      { isSentence: true, within: 'in it' },
    );
    expect(work).toMatchObject({ item: { id: 'work', title: 'T', publisher: 'Board' }, within: 'within' });
    expect(work).not.toHaveProperty('open');
    expect(pattern({ title: 'It is a quay' }, { isSentence: true }).within).toBeUndefined();
  });

  test.each<[string, Partial<Source>, Partial<Work>]>([
    ['with a sentence that meets a style’s own signs', { title: 'Is it a quay?' }, { isSentence: true }],
    ['with a sentence that is not there', { author: [{ family: 'B' }] }, { isSentence: true }],
    ['that has its open parts', { title: 'A quay' }, { open: ['title'] }],
  ])('of a work %s is that work.', (_, source, given) => {
    const work = { ...workOf({ ...RECORD, ...source }), ...given };
    expect(patternOf(work)).toBe(work);
  });

  test('is made once.', () => {
    const work = workOf(NAMED);
    expect(patternOf(work)).toBe(patternOf(work));
  });
});

test('The words of a work’s parts are those of its record, and of authors those of a body that is the only one.', () => {
  const words = (source: Partial<Source>) => ownWordsOf(workOf({ ...RECORD, title: 'A', ...source }));
  expect(words({ publisher: 'B', author: [{ literal: 'Board' }] })).toMatchObject({
    title: 'A',
    publisher: 'B',
    author: 'Board',
  });
  expect(words({ author: [{ literal: 'Board' }, { literal: 'Others' }] }).author).toBeUndefined();
  expect(words({ author: [{ family: 'Brown' }] }).author).toBeUndefined();
  expect(words({}).author).toBeUndefined();
});
