import { describe, expect, test } from 'vitest';
import { faultOfId, faultOfSlug, foldSlug, isReservedSlug } from '../../src/core/anchor.ts';

describe('An id', () => {
  test.each([
    'winter',
    'cap-600000',
    '600000',
    'g7-readmission',
    'p',
    'a',
    'p-4',
    'a4-paper',
    'paragraph4',
    'маріуполь',
    'القدس',
    'zürich',
    '東京-2025',
  ])('may be “%s”.', (id) => {
    expect(faultOfId(id)).toBeUndefined();
  });

  test.each([
    'p0',
    'p4',
    'p4s2',
    'p4a',
    'p4za',
    'p4aa',
    'a1',
    'a1s1',
    'za1',
    'p4s2a',
    'p4sa1',
    'p4as1',
    'p12s10',
  ])('cannot be “%s”, which looks like an anchor.', (id) => {
    expect(faultOfId(id)).toBe('looks like the anchor of a passage');
  });

  test.each(['footnote-label', 'fn-1', 'fnref-1', 'inline-245b083', 'user-content-x'])(
    'cannot be “%s”, which the page’s footnotes have.',
    (id) => {
      expect(faultOfId(id)).toBe('is used by the page’s footnotes');
    },
  );

  test('cannot begin as the ids of marks do; a heading’s slug can.', () => {
    expect(faultOfId('m-winter')).toBe('begins with `m-`, as the ids of marks do');
    expect(faultOfSlug('m-winter')).toBeUndefined();
  });

  test.each(['text', 'main', 'map', 'search', 'theme', 'contents'])(
    'may be “%s”, since the page’s own ids hold a colon.',
    (id) => {
      expect(faultOfId(id)).toBeUndefined();
      expect(faultOfSlug(id)).toBeUndefined();
    },
  );

  test.each([
    '',
    ' ',
    'Winter',
    'cold winter',
    'cold_winter',
    'cold--winter',
    '-winter',
    'winter-',
    'winter.',
    'a/b',
    '#a',
    'a%20b',
    'zu\u0308rich',
    '😀',
  ])('cannot be “%s”, which is not made of letters, digits and hyphens.', (id) => {
    expect(faultOfId(id)).toBe('is not made of lower-case letters and digits joined by single hyphens');
  });
});

describe('The slug of a heading', () => {
  test.each(['m--dash', 'war--and-peace', 'winter-', '-winter', 'cold_winter', 'a--b---c', 'war'])(
    'may be “%s”.',
    (slug) => {
      expect(faultOfSlug(slug)).toBeUndefined();
    },
  );

  test.each(['p4', 'a1', 'footnote-label', 'fn-1'])('cannot be “%s”, as no id can.', (slug) => {
    expect(faultOfSlug(slug)).toBeDefined();
  });
});

describe('Slugs:', () => {
  test('Every first segment of the site’s own addresses is reserved, in any case.', () => {
    const routes =
      'claims figures sources timeline search check about 404.html feed.xml sitemap-index.xml annotations.jsonld pictures problems schemas how-to-cite colophon';
    expect(routes.split(' ').filter((route) => !isReservedSlug(route))).toEqual([]);
    expect(isReservedSlug('Claims')).toBe(true);
  });

  test('Others are free.', () => {
    expect(['peace-deal', 'claim', 'search-and-rescue', 'пошук'].filter(isReservedSlug)).toEqual([]);
  });

  test('Case and composition do not tell two apart.', () => {
    expect(foldSlug('ZU\u0308RICH')).toBe(foldSlug('zürich'));
  });
});
