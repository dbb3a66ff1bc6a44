import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type BuildList,
  type BuiltFile,
  type Digests,
  isOfReading,
  listBuild,
} from '../../src/core/offline/list.ts';
import {
  addressOf,
  firstOf,
  isNamedByContent,
  placeOf,
  placeOfList,
  placeWithin,
} from '../../src/core/offline/place.ts';

const digesting = {
  ofFile: (path: string) => `of ${path}`,
  ofText: (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16),
};

const KILOBYTE = 1000;
const file = (path: string, size = KILOBYTE): BuiltFile => ({ path, size });

/** A site with one reading, as it is built. */
const SITE = [
  '404.html',
  'about/index.html',
  'annotations.jsonld',
  'assets/page.abc.js',
  'favicon.svg',
  'handbook/index.html',
  'handbook/writing/index.html',
  'index.html',
  'pagefind/0123456789/en/pack-0.json',
  'schemas/anchors.json',
  'search-names.json',
  'search/index.html',
  'sources/a-book.bib',
  'sources/a-book/index.html',
  'sources/index.html',
  'the-lamps/anchors.json',
  'the-lamps/annotations.jsonld',
  'the-lamps/cite.json',
  'the-lamps/cite/index.html',
  'the-lamps/editions/1/anchors.json',
  'the-lamps/editions/1/index.html',
  'the-lamps/index.html',
  'the-lamps/notes/a.bib',
  'the-lamps/notes/a/cite.json',
  'the-lamps/notes/a/index.html',
  'the-lamps/text.txt',
].map((path) => file(path));

/** The list of a build, and that of each reading. */
function listsOf(files: readonly BuiltFile[]) {
  const { digest, lists } = listBuild(files, digesting);
  const read = (name: string) => JSON.parse(lists.get(placeOfList(name))!) as unknown;
  const list = read(digest) as BuildList;
  const readings = Object.entries(list.readings).map(
    ([slug, name]) => [slug, read(name) as Digests] as const,
  );
  return { digest, list, readings: new Map(readings) };
}

const placesOf = (digests: Digests | undefined) => Object.keys(digests ?? {});

describe('Of a build', () => {
  test('the pages of the site, what they ask for, and what citations are checked against is stored ahead.', () => {
    expect(placesOf(listsOf(SITE).list.files)).toEqual([
      '',
      '404.html',
      'about/',
      'assets/page.abc.js',
      'favicon.svg',
      'search-names.json',
      'search/',
      'sources/',
      'pagefind/0123456789/en/pack-0.json',
      'sources/a-book/',
      'the-lamps/anchors.json',
      'the-lamps/annotations.jsonld',
      'the-lamps/editions/1/anchors.json',
    ]);
  });

  test('a reading’s pages and what they ask for are stored when it is visited, and nothing that is only offered.', () => {
    expect(placesOf(listsOf(SITE).readings.get('the-lamps'))).toEqual([
      'the-lamps/',
      'the-lamps/cite.json',
      'the-lamps/cite/',
      'the-lamps/editions/1/',
      'the-lamps/notes/a/',
      'the-lamps/notes/a/cite.json',
    ]);
  });

  test('it is known what the places of all else begin with.', () => {
    expect(listsOf(SITE).list.others).toContain('handbook');
    expect(listsOf(SITE).list.others).toContain('schemas');
    expect(listsOf(SITE).list.others).not.toContain('the-lamps');
  });

  test('that is large, neither index nor sources nor all ledgers are stored ahead; a reading is when it is visited.', () => {
    const large = SITE.map(({ path }) =>
      /^pagefind|^sources\/a|anchors\.json$/.test(path) ? file(path, 3000 * KILOBYTE) : file(path),
    );
    const { list, readings } = listsOf(large);
    expect(placesOf(list.files).filter((place) => /^(?:pagefind|sources\/a|the-lamps)/.test(place))).toEqual(
      [],
    );
    expect(list.index).toBe('pagefind/0123456789/');
    expect(placesOf(readings.get('the-lamps'))).toContain('the-lamps/anchors.json');
  });

  test('no page is stored ahead that is as large as that.', () => {
    const { list } = listsOf([
      ...SITE,
      file('claims/index.html', 3000 * KILOBYTE),
      file('figures/index.html'),
    ]);
    expect(placesOf(list.files)).toContain('figures/');
    expect(placesOf(list.files)).not.toContain('claims/');
  });

  test('the same files give the same list, in whatever order they are found.', () => {
    expect(listsOf(SITE.toReversed())).toEqual(listsOf(SITE));
  });

  test('another file gives another list, be it stored ahead or when it is visited; what is not stored does not.', () => {
    const changing = (changed: string) =>
      listBuild(SITE, { ...digesting, ofFile: (path) => (path === changed ? 'changed' : `of ${path}`) })
        .digest;
    const { digest } = listsOf(SITE);
    expect(changing('about/index.html')).not.toBe(digest);
    expect(changing('the-lamps/notes/a/index.html')).not.toBe(digest);
    expect(changing('the-lamps/text.txt')).toBe(digest);
  });

  test('what is not listed is not read.', () => {
    const read: string[] = [];
    listBuild(SITE, { ...digesting, ofFile: (path) => (read.push(path), path) });
    expect(read).not.toContain('the-lamps/text.txt');
    expect(read).toEqual([...new Set(read)]);
  });

  test('a folder that is called as a property of all objects is a reading as any other.', () => {
    const files = ['constructor/index.html', 'constructor/anchors.json'].map((path) => file(path));
    expect(placesOf(listsOf(files).readings.get('constructor'))).toEqual(['constructor/']);
  });
});

describe('A place', () => {
  test.each([
    ['/repo/', '/repo/', ''],
    ['/repo/the-lamps/', '/repo/', 'the-lamps/'],
    ['/repo/the-lamps/index.html', '/repo/', 'the-lamps/'],
    ['/repo/a%20b/%C3%A9', '/repo/', 'a b/é'],
    ['/elsewhere/', '/repo/', undefined],
    ['/repository/', '/repo/', undefined],
    ['/repo/%', '/repo/', undefined],
    ['/the-index.html', '/', 'the-index.html'],
  ])('of %s within %s is %j.', (path, root, place) => {
    expect(placeWithin(path, root)).toBe(place);
  });

  test('leads back to its address.', () => {
    for (const place of ['', 'the-lamps/notes/a/', 'a b/é?#%'])
      expect(placeWithin(`/repo/${addressOf(place)}`, '/repo/')).toBe(place);
  });

  test.each([
    ['assets/page.abc.js', true],
    ['pagefind/0123456789/en/pack-0.json', true],
    ['the-lamps/anchors.json', false],
    ['assets', false],
  ])('%s has its content’s digest in its name: %s.', (place, is) => {
    expect(isNamedByContent(place)).toBe(is);
  });

  test('begins with what stands before its first slash.', () => {
    expect(['the-lamps/notes/a/', 'robots.txt', ''].map(firstOf)).toEqual(['the-lamps', 'robots.txt', '']);
    expect(placeOf('index.html')).toBe('');
  });

  test.each([
    ['the-lamps/', true],
    ['the-lamps/notes/a/cite.json', true],
    ['the-lamps/annotations.jsonld', true],
    ['the-lamps/notes/a.jsonld', false],
    ['the-lamps/text.txt', false],
  ])('%s is one that is listed of a reading: %s.', (place, is) => {
    expect(isOfReading(place)).toBe(is);
  });
});
