import { describe, expect, test } from 'vitest';
import type { Incoming, Selectors } from '../../src/core/import/incoming.ts';
import { type Here, sortByReading } from '../../src/core/import/sort.ts';

const NONE: Selectors = { quotes: [], positions: [], fragments: [], ranges: [], refined: [], unusable: [] };
const foreign = { markdown: 'Said.', tags: [], authors: [], links: [] };
const about = (source: string | undefined, selectors: Selectors = NONE): Incoming => ({
  name: 'a',
  sources: source === undefined ? [] : [source],
  selectors,
  others: 0,
  toDo: [],
  said: { foreign },
});
const SHELVES = [
  { slug: 'frost', url: 'https://www.example.com/news/frost/' },
  { slug: 'ice', url: undefined },
  { slug: 'one', url: 'https://example.com/both?id=1' },
  { slug: 'other', url: 'http://example.com/both?id=1' },
  { slug: 'odd', url: 'no address' },
];
const HERE: Here = { base: '/repo/', site: 'https://postil.example/repo/' };

/** The slugs of those that are of a reading, or why they are of none. */
function sorted(annotation: Incoming, here: Here = HERE, only?: string): string {
  const { byReading, refused } = sortByReading([annotation], SHELVES, here, only);
  return [...byReading.keys(), ...refused.map(({ reason, detail }) => `${reason}: ${detail}`)].join();
}

describe('An annotation is about the reading', () => {
  test.each<[address: string, slug: string]>([
    ['https://postil.example/repo/frost/', 'frost'],
    ['https://postil.example/repo/frost', 'frost'],
    ['https://postil.example/repo/Frost/index.html?x#p4', 'frost'],
    ['https://postil.example/repo/%66rost/notes/a/', 'frost'],
    ['https://postil.example/repo/ice/editions/1/', 'ice'],
    ['https://postil.example/repo/ice/text.txt', 'ice'],
    ['/repo/ice/', 'ice'],
    ['https://example.com/news/frost', 'frost'],
    ['http://www.example.com/news/frost///#top', 'frost'],
    ['no address', 'odd'],
  ])('whose page is %s: %s.', (address, slug) => {
    expect(sorted(about(address))).toBe(slug);
  });

  test.each([
    'https://postil.example/repo/frost/pictures/',
    'https://postil.example/frost/',
    'https://postil.example/repo/x/frost/',
    'https://other.example/repo/frost/',
    'https://example.com/news/frost?page=2',
    'https://postil.example/repo/%/',
    'http://[',
  ])('of none where its page is %s.', (address) => {
    const { byReading, refused } = sortByReading([about(address)], SHELVES, HERE);
    expect(byReading.size).toBe(0);
    expect(refused).toEqual([
      {
        name: 'a',
        reason: 'unknown-reading',
        detail: `It is about a page that is no reading here: ${address}.`,
      },
    ]);
  });

  test('of none where it names no page, unless it is said of which.', () => {
    expect(sorted(about(undefined))).toMatch(/^unknown-reading: .*: it names none\.$/);
    expect(sorted(about(undefined), HERE, 'ice')).toBe('ice');
    expect(sorted(about('https://elsewhere.example/'), HERE, 'ice')).toBe('ice');
  });

  test('that is said, where its page is that of several.', () => {
    expect(sorted(about('https://example.com/both?id=1'))).toMatch(
      /its page is that of `one` and `other`: say by --reading which is meant\.$/,
    );
    expect(sorted(about('https://example.com/both?id=1'), HERE, 'other')).toBe('other');
  });

  test('and no other, where its page says so.', () => {
    expect(sorted(about('/repo/frost/'), HERE, 'ice')).toBe(
      'other-reading: It is about another reading: `frost`.',
    );
    expect(sorted(about('/repo/ice/'), HERE, 'ice')).toBe('ice');
  });

  test('on any host, where the site does not know its own, and under any path.', () => {
    const anywhere = { base: '/', site: undefined };
    expect(sorted(about('https://other.example/x/y/frost/'), anywhere)).toBe('frost');
    expect(sorted(about('https://other.example/x/frost/y/'), anywhere)).toMatch(/^unknown-reading/);
  });
});

test('Of a page elsewhere, positions are that page’s, and only what its fragments quote is kept.', () => {
  const own = {
    ...NONE,
    positions: [{ start: 1, end: 2, isOurs: true, over: 1 }],
    fragments: ['p4', 'p4:~:text=ice', ':~:text=frost'],
  };
  const selectors = {
    ...own,
    ranges: [{ start: own, end: own }],
    refined: [{ parent: own, child: own }],
  };
  const theirs = {
    ...own,
    positions: [{ start: 1, end: 2, isOurs: false, over: undefined }],
    fragments: [':~:text=ice', ':~:text=frost'],
  };
  const selectorsOf = (source: string) =>
    [...sortByReading([about(source, selectors)], SHELVES, HERE).byReading.values()].flat()[0]!.selectors;
  expect(selectorsOf('/repo/frost/')).toEqual(selectors);
  expect(selectorsOf('https://example.com/news/frost')).toEqual({
    ...theirs,
    ranges: [{ start: theirs, end: theirs }],
    refined: [{ parent: theirs, child: theirs }],
  });
});

test('All that are about one reading are kept, in their order.', () => {
  const [one, two] = [about('/repo/ice/'), { ...about('/repo/ice/'), name: 'b' }];
  expect(sortByReading([one, two], SHELVES, HERE).byReading).toEqual(new Map([['ice', [one, two]]]));
});
