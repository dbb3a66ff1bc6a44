import { describe, expect, test } from 'vitest';
import { noteGraph, readingGraph } from '../../src/core/metadata/open-graph.ts';
import type { Tag } from '../../src/core/metadata/tag.ts';
import { claim, read } from './support/reading.ts';

const { reading } = read(`One ${claim('two', 'two')}.\n\n[^two]: It was three.\n`);
const seen = {
  address: 'https://example.org/test/',
  picture: 'https://example.org/pictures/test.png',
  words: 'Postil\nTest',
};
const toRecord = (tags: readonly Tag[]) =>
  Object.fromEntries(tags.map((tag) => ['name' in tag ? tag.name : tag.property, tag.content]));

describe('A reading seen elsewhere', () => {
  test('has its title, opening and language, and a picture that is described by its words.', () => {
    expect(toRecord(readingGraph(reading, { issued: '2025-11-24' }, '2026-11-25', {}, seen))).toEqual({
      'og:type': 'article',
      'og:site_name': 'Postil',
      'og:title': 'Test',
      'og:description': 'One two.',
      'og:locale': 'en_GB',
      'og:url': seen.address,
      'og:image': seen.picture,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': seen.words,
      'article:published_time': '2025-11-24',
      'article:modified_time': '2026-11-25',
      'twitter:card': 'summary_large_image',
    });
  });

  test('without the site’s address has none, and no picture.', () => {
    const tags = toRecord(readingGraph(reading, {}, '2026-11-25', { name: 'The Herald' }, undefined));
    expect(Object.keys(tags).filter((name) => /og:(image|url)/.test(name))).toEqual([]);
    expect(tags['twitter:card']).toBe('summary');
    expect(tags['og:site_name']).toBe('The Herald');
  });

  test('has no day of publication that is inferred, and no country that is not given.', () => {
    const tags = readingGraph(
      { ...reading, language: 'ar' },
      { issued: '2025-11/2025-12~' },
      '2026-11-25',
      {},
      seen,
    );
    expect(toRecord(tags)).not.toHaveProperty('article:published_time');
    expect(toRecord(tags)).not.toHaveProperty('og:locale');
  });
});

describe('A reading seen elsewhere', () => {
  test.each([
    ['zh-Hant-TW', 'zh_TW'],
    ['de-AT', 'de_AT'],
    ['de', undefined],
  ])('in %s has the locale %s.', (language, locale) => {
    expect(toRecord(readingGraph({ ...reading, language }, {}, '2026-11-25', {}, seen))['og:locale']).toBe(
      locale,
    );
  });

  test.each([
    ['a month', '2025-11'],
    ['no day', undefined],
  ])('has no day of publication where %s is known.', (_, issued) => {
    const tags = toRecord(readingGraph(reading, { ...(issued && { issued }) }, '2026-11-25', {}, seen));
    expect(tags).not.toHaveProperty('article:published_time');
  });

  test('has the beginning of a long opening, and none without a paragraph.', () => {
    const { reading: long } = read(`## Head\n\n${'One two. '.repeat(40)}\n`);
    const words = toRecord(readingGraph(long, {}, '2026-11-25', {}, seen))['og:description']!;
    expect(words).toMatch(/^One two\./);
    expect(words.length).toBeLessThanOrEqual(202);
    const { reading: headed } = read('## Head\n');
    expect(toRecord(readingGraph(headed, {}, '2026-11-25', {}, seen))).not.toHaveProperty('og:description');
  });
});

test('A note seen elsewhere has the days on which it was first and last published, and the editors’ locale.', () => {
  const note = (date: string) => ({
    ...{ date, edition: 1, hash: 'a'.repeat(64), finding: 'Found.', passage: 'p1s1', quote: 'two' },
  });
  const recorded = {
    annotation: 'two',
    edition: 1,
    notes: ['2026-01-01', '2026-02-02', '2026-03-03'].map(note),
  };
  expect(toRecord(noteGraph(reading.annotations[0]!, recorded, {}, undefined))).toMatchObject({
    'og:type': 'article',
    'og:locale': 'en_GB',
    'article:published_time': '2026-01-01',
    'article:modified_time': '2026-03-03',
    'twitter:card': 'summary',
  });
  const unrecorded = [undefined, { ...recorded, notes: [] }].map((each) =>
    toRecord(noteGraph(reading.annotations[0]!, each, {}, undefined)),
  );
  for (const tags of unrecorded)
    expect(Object.keys(tags).filter((name) => name.startsWith('article:'))).toEqual([]);
});

test('A note seen elsewhere has the text’s words first, then the status, then the finding.', () => {
  expect(toRecord(noteGraph(reading.annotations[0]!, undefined, {}, seen))).toMatchObject({
    'og:title': '“two”: opinion',
    'og:description': '“two”. Opinion. It was three.',
  });
});
