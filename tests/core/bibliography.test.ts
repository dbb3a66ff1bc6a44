import { describe, expect, test } from 'vitest';
import { readBibliography } from '../../src/core/authoring/bibliography.ts';
import { Unreadable } from '../../src/core/authoring/chain.ts';

test('A chapter of BibTeX has what the book that it refers to says.', () => {
  const chapter = '@incollection{c, title = {C}, crossref = {b}}';
  const book =
    '@collection{b, title = {B}, publisher = {P}, year = 2020, file = {/home/b.pdf}, pubstate = {forthcoming}}';
  const [first, second] = readBibliography(`${chapter}\n${book}`, 'bib').records;
  expect(first).toMatchObject({
    item: { type: 'chapter', title: 'C', 'container-title': 'B', publisher: 'P' },
  });
  expect(second!.item).toMatchObject({ type: 'book', title: 'B', issued: { 'date-parts': [[2020]] } });
  expect([first!.beyond, second!.beyond]).toEqual([[], []]);
});

test('What CSL has no word for is told by its name in the file, and what programs keep for themselves is not.', () => {
  const entry =
    '@book{b, title = {B}, titleaddon = {and  more}, date = {2020~}, timestamp = {2021}, file = {x}}';
  expect(readBibliography(entry, 'bib').records).toMatchObject([
    { item: { issued: '2020~' }, beyond: ['titleaddon: and more'] },
  ]);
});

test('A newspaper article of RIS has its day.', () => {
  const ris = 'TY  - NEWS\r\nTI  - N\r\nPY  - 2025\r\nDA  - 2025/11//circa\r\nER  - \r\n';
  expect(readBibliography(ris, 'ris').records).toMatchObject([
    { item: { title: 'N', issued: { 'date-parts': [['2025', '11', undefined]] } } },
  ]);
});

/** What is read of one record of RIS. */
const ofRis = (...lines: string[]) =>
  readBibliography(`${lines.join('\r\n')}\r\nER  - \r\n`, 'ris').records[0]!;

test('A newspaper article of RIS has its authors.', () => {
  const { item, beyond } = ofRis('TY  - NEWS', 'AU  - Tidd, Sam', 'AU  - Vale, Una', 'TI  - N', 'T2  - Post');
  expect(item).toMatchObject({
    type: 'article-newspaper',
    author: [
      { family: 'Tidd', given: 'Sam' },
      { family: 'Vale', given: 'Una' },
    ],
    'container-title': 'Post',
  });
  expect(beyond).toEqual([]);
});

test('A film of RIS keeps those who directed it, and nobody becomes its author.', () => {
  const { item } = ofRis('TY  - MPCT', 'AU  - Tidd, Sam', 'TI  - N');
  expect(item.author).toBeUndefined();
  expect(item.director).toBeDefined();
});

test('Every tag of RIS of which nothing came through is told, and none that did.', () => {
  const told = ofRis(
    ...['TY  - NEWS', 'ID  - n1', 'AU  - Tidd, Sam', 'TI  - N', 'T1  - N', 'PY  - 2025', 'DA  - 2025/11/24'],
    ...['XX  - Lamps', 'J2  - P', 'L1  - file.pdf', 'VL  - 4', 'C7  - strange', 'and more of it'],
  );
  expect(told.beyond).toEqual(['XX: Lamps', 'J2: P', 'C7: strange']);
});

test('A record of RIS of an unknown type keeps its title and authors, and its type is told.', () => {
  const { item, beyond } = ofRis('TY  - LAMP', 'AU  - Tidd, Sam', 'TI  - N', 'UR  - https://example.org/');
  expect(item).toMatchObject({ title: 'N', author: [{ family: 'Tidd' }], URL: 'https://example.org/' });
  expect(beyond).toEqual(['TY: LAMP']);
});

test('A field that BibTeX does not have is told, with the one that is near.', () => {
  const [read] = readBibliography(
    '@book{b, titel = {The lamps}, year = 2020, zzzzzzzz = {x}}',
    'bib',
  ).records;
  expect(read).toMatchObject({
    beyond: ['titel: The lamps', 'zzzzzzzz: x'],
    said: ['`titel` is no field of BibTeX. Did you mean `title`?'],
  });
});

describe('Of a file of BibTeX with a broken entry', () => {
  const around = (entry: string) =>
    readBibliography(
      `@string{p = "Press"}\n@book{first, title = {A}, publisher = p}\n\n${entry}\n\n@book{last, title = {C}, publisher = p}\n`,
      'bib',
    );

  test.each<[fault: string, entry: string, why: string]>([
    [
      'a brace of a field',
      '@book{b,\n  title = {B,\n  year = {2020}\n}',
      'The `{` of `title`, on line 5, is likely not closed.',
    ],
    [
      'a quotation mark',
      '@book{b,\n  title = "B,\n  year = {2020}\n}',
      'The `"` of `title`, on line 5, is likely not closed.',
    ],
    [
      'its own brace',
      '@book{b,\n  title = {B},\n  year = {2020}\n',
      'likely the `}` that ends it is missing, or a `{` or `"` of `year`, on line 6,',
    ],
    [
      'a comma between fields',
      '@book{b,\n  title = {B}\n  year = {2020}\n}',
      'a comma is missing before what stands on line 6',
    ],
    [
      'a comma after the key',
      '@book{b\n  title = {B},\n}',
      'A comma is likely missing after its key, before line 5.',
    ],
    [
      'braces around words',
      '@book{b,\n  title = Big Lamps,\n}',
      'on line 5, or a value there has several words',
    ],
    [
      'an equals sign',
      '@book{b,\n  title {B},\n}',
      'It is malformed on line 5: expected "equals", got "lbrace".',
    ],
  ])('that lacks %s the others are taken, and what is likely wrong with it is told.', (_, entry, why) => {
    const { records, broken } = around(entry);
    expect(records.map(({ item }) => [item.id, item.publisher])).toEqual([
      ['first', 'Press'],
      ['last', 'Press'],
    ]);
    expect(broken).toEqual([
      { name: '`@book{b`, which begins on line 4', why: expect.stringContaining(why) as string },
    ]);
  });

  test.each<[what: string, text: string, why: string]>([
    [
      'a field behind another in one line',
      '@book{b, title = {B, year = {2020}\n}',
      'The `{` of `title`, on line 1, is likely not closed.',
    ],
    [
      'a brace in a field with escaped ones',
      '@book{b,\n  title = {\\{B\\}},\n  note = {\\{N,\n  year = {2020}\n}',
      'The `{` of `note`, on line 3, is likely not closed.',
    ],
    ['its own brace, and has no field', '@book{b,', 'likely the `}` that ends it is missing.'],
  ])('that lacks %s, and is alone, that is told.', (_, text, why) => {
    expect(() => readBibliography(text, 'bib')).toThrow(why);
  });

  test('that lacks a key the others are taken too.', () => {
    expect(around('@book{, title = {B}}')).toMatchObject({
      records: [{}, {}],
      broken: [{ why: 'It has no key: `@book{key,` is how an entry begins.' }],
    });
  });
});

describe('CSL-JSON', () => {
  test('is one record, or a list of them, behind a byte order mark too.', () => {
    const [one, other] = [{ type: 'book', title: 'A' }, { type: 'song' }];
    const read = (item: object) => ({ item, beyond: [], said: [] });
    expect(readBibliography(`\uFEFF${JSON.stringify(one)}`, 'json')).toEqual({
      records: [read(one)],
      broken: [],
    });
    expect(readBibliography(JSON.stringify([one, other]), 'json').records).toEqual([one, other].map(read));
  });

  test.each(['[{"type": "book"}, 7]', '[{"type": "book"}, null]', '[{"type": "book"}, {"type": 7}]'])(
    'is not what has an item without a type: %s.',
    (text) => {
      expect(() => readBibliography(text, 'json')).toThrow(
        new Unreadable('It is no CSL-JSON: its item 2 has no `type`.'),
      );
    },
  );

  test('is not what is no JSON.', () => {
    expect(() => readBibliography('{', 'json')).toThrow(/^It is no JSON: .*\.$/);
    expect(() => readBibliography('{', 'json')).toThrow(Unreadable);
  });
});

describe('A bibliography in which no record can be read', () => {
  test.each([
    ['bib', '', 'There is no record in it.'],
    ['bib', '% only a comment\n', 'There is no record in it.'],
    ['ris', '', 'There is no record in it.'],
    ['ris', 'AU  - Tidd, Sam\n', 'There is no record in it.'],
    ['json', '[]', 'There is no record in it.'],
    ['bib', '@book{b, title {B}}', '`@book{b`, which begins on line 1: It is malformed on line 1'],
  ])('as of %s, %j, is refused, and told why.', (ending, text, why) => {
    expect(() => readBibliography(text, ending)).toThrow(Unreadable);
    expect(() => readBibliography(text, ending)).toThrow(why);
  });
});

test('A broken entry of BibTeX is named as it begins in the file, at its line.', () => {
  const { records, broken } = readBibliography(
    '@book{a, title = {A}}\n\n  @ book ( b\n  title = {B} )\n@string{p = }\n@book{c, title = {C}}\n',
    'bib',
  );
  expect(records.map(({ item }) => item.id)).toEqual(['a', 'c']);
  expect(broken.map(({ name }) => name)).toEqual([
    '`@ book ( b`, which begins on line 3',
    '`@string{p`, which begins on line 5',
  ]);
});

test('Records of RIS are read with any ends of lines, with a space more or less, and without their ends.', () => {
  const lines = [
    'TY  - BOOK',
    'TI  - A',
    'ER  -',
    '',
    'TY  - BOOK',
    '  TI  - B',
    'UR  - https://example.org/b',
  ];
  for (const end of ['\n', '\r\n']) {
    const { records, broken } = readBibliography(`A program wrote this.${end}${lines.join(end)}`, 'ris');
    expect(broken).toEqual([]);
    expect(records.map(({ item }) => item.title)).toEqual(['A', 'B']);
  }
});

test('A value of RIS that another begins with is told, unless that is the day of its year.', () => {
  const told = (...lines: string[]) => ofRis('TY  - NEWS', 'TI  - N', ...lines).beyond;
  expect(told('PY  - 2025///', 'DA  - 2025/11/24')).toEqual([]);
  expect(told('XX  - Lam', 'X2  - Lamps/and more')).toEqual(['XX: Lam', 'X2: Lamps/and more']);
  expect(told('XX  - ')).toEqual([]);
});
