import { describe, expect, test } from 'vitest';
import { toEdtf } from '../../src/core/authoring/csl-date.ts';
import { toRecord } from '../../src/core/authoring/csl-record.ts';
import { addressOfDoi, readDoi } from '../../src/core/authoring/doi.ts';
import { plainWords } from '../../src/core/authoring/plain-words.ts';
import { newKey } from '../../src/core/authoring/source-key.ts';
import { findTwin } from '../../src/core/authoring/twin.ts';
import { writeSource } from '../../src/core/authoring/write-source.ts';
import { readSource, sourceSchema } from '../../src/core/source.ts';

const TODAY = '2026-01-02';
const record = (item: Record<string, unknown>) => toRecord({ type: 'book', title: 'T', ...item }, TODAY);

describe('A DOI', () => {
  test.each<[words: string, doi: string | undefined]>([
    ['10.1000/182', '10.1000/182'],
    [' doi:10.1000/182. ', '10.1000/182'],
    ['DOI: 10.1000/182,', '10.1000/182'],
    ['https://doi.org/10.1000/182', '10.1000/182'],
    ['http://dx.doi.org/10.1000/182?x=1#y', '10.1000/182'],
    ['doi.org/10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1002/%28SICI%291', '10.1002/(SICI)1'],
    ['10.1016/S0140-6736(05)66545-6', '10.1016/S0140-6736(05)66545-6'],
    ['10.1016/S0140-6736(05)', '10.1016/S0140-6736(05)'],
    ['10.1000/182).', '10.1000/182'],
    ['“10.1000/182”', undefined],
    ['10.1000/182”).', '10.1000/182'],
    ['[10.1000/182]', undefined],
    ['10.1000/182?x=1#y', '10.1000/182?x=1#y'],
    [' HTTPS://WWW.DOI.ORG/10.1000/182?x', '10.1000/182'],
    [' doi.org/10.1000/182#y', '10.1000/182'],
    ['https://doi.org/10.1000/100%', '10.1000/100%'],
    ['https://doi.org/10.1000/%20', undefined],
    ['10.1000/...', undefined],
    ['10.1000/', undefined],
    ['https://example.org/10.1000/182', undefined],
    ['182', undefined],
  ])('%j is read as %j.', (words, doi) => {
    expect(readDoi(words)).toBe(doi);
  });

  test('is asked for at an address in which its signs are no address’s.', () => {
    expect(addressOfDoi('10.1000/a?b#c%d/e', 'https://doi.org/')).toBe(
      'https://doi.org/10.1000/a%3Fb%23c%25d/e',
    );
  });
});

describe('A date', () => {
  test.each<[stated: unknown, date: string | undefined]>([
    [{ 'date-parts': [[2019, 5, 1]] }, '2019-05-01'],
    [{ 'date-parts': [['2019', '5']], circa: true }, '2019-05~'],
    [{ 'date-parts': [[2019], [2020]] }, '2019/2020'],
    [{ 'date-parts': [[2019, null, '']] }, '2019'],
    [{ 'date-parts': [[800, 5]] }, '0800-05'],
    [{ 'date-parts': [2019] }, undefined],
    [{ 'date-parts': [[2019]], circa: 'true' }, '2019~'],
    [{ 'date-parts': [[2019]], circa: 1 }, '2019~'],
    [{ 'date-parts': [[2019]], circa: 0 }, '2019'],
    [{ 'date-parts': [[2019]], circa: '' }, '2019'],
    [{ 'date-parts': [[2019]], circa: false }, '2019'],
    [{ 'date-parts': [[2019]], circa: 'false' }, '2019'],
    [{ literal: '2019~' }, '2019~'],
    [null, undefined],
    [' 2019/5/ ', '2019-05'],
    [' 2025-11/2025-12~ ', '2025-11/2025-12~'],
    ['2025-11-24 23:30:00', '2025-11-24'],
    [{ 'date-parts': [[null]] }, undefined],
    [{ 'date-parts': [] }, undefined],
    [{ 'date-parts': [[2019, 2, 30]] }, undefined],
    [{ raw: '2025/11/4' }, '2025-11-04'],
    [{ literal: 'in press' }, undefined],
    ['2025-11-24T23:30:00+02:00', '2025-11-24'],
    ['2025-11/2025-12~', '2025-11/2025-12~'],
    ['24/11/2025', undefined],
    ['November 2025', undefined],
    [7, undefined],
  ])('%j is %j in EDTF.', (stated, date) => {
    expect(toEdtf(stated)).toBe(date);
  });
});

describe('Words of bibliographic data', () => {
  test.each([
    ['On <i>ice</i> &amp; <span class="nocase">Lamps</span>', 'On ice & Lamps'],
    ['a < b & c > d', 'a < b & c > d'],
    ['AT&T &lt;x&gt;', 'AT&T <x>'],
    ['<<Ice>>', '<<Ice>>'],
    ['  two\n lines ', 'two lines'],
  ])('%j are plain: %j.', (words, plain) => {
    expect(plainWords(words)).toBe(plain);
  });
});

describe('A record', () => {
  test('has names as they are stated, and none that is made up.', () => {
    const author = [
      { family: 'Writer', given: 'A.', suffix: 'Jr.' },
      { family: 'Rue', given: 'Jean', 'non-dropping-particle': 'de la' },
      { family: 'Mann', given: 'Ludwig', 'dropping-particle': 'von' },
      { name: 'The Office', sequence: 'first' },
      { family: 'Plato' },
      { literal: 'Reuters' },
      { ORCID: 'x' },
      'nobody',
    ];
    const { record: made, said } = record({ author });
    expect(made.author).toEqual([
      { family: 'Writer', given: 'A.', suffix: 'Jr.' },
      { family: 'Rue', given: 'Jean', 'non-dropping-particle': 'de la' },
      { family: 'Mann', given: 'Ludwig von' },
      { literal: 'The Office' },
      { literal: 'Plato' },
      { literal: 'Reuters' },
    ]);
    expect(said).toEqual(['2 of its authors could not be read.']);
  });

  test.each<[stated: string, tag: string | undefined]>([
    ['en_US', 'en-US'],
    ['ukr', 'uk'],
    ['ukrainian', 'uk'],
    ['british', 'en-GB'],
    ['English', 'en'],
    [' en-gb ', 'en-GB'],
    ['klingonish', undefined],
    ['x-en', undefined],
    ['en us', undefined],
  ])('in the language %s has the tag %s.', (stated, tag) => {
    const { record: made, unheld } = record({ language: stated });
    expect(made.language).toBe(tag);
    expect(unheld).toEqual(tag === undefined ? [`language: ${stated}`] : []);
  });

  test('leaves out what cannot stand in it, and what has no field, and tells both.', () => {
    const {
      record: made,
      unheld,
      said,
    } = toRecord(
      {
        type: 'dataset',
        issued: { 'date-parts': [[2027]] },
        URL: 'javascript:alert(1)',
        DOI: 'none',
        volume: 3,
        editor: [{ family: 'Doe', given: 'J.' }],
        accessed: { 'date-parts': [[2025, 1, 2]] },
        abstract: 'x'.repeat(500),
        'reference-count': 3,
        ISBN: ['1', '2'],
      },
      TODAY,
    );
    expect(made).toEqual({ type: 'document', ISBN: '1' });
    expect(unheld).toEqual([
      'issued: 2027',
      'URL: javascript:alert(1)',
      'DOI: none',
      'editor: J. Doe',
      'volume: 3',
      'accessed: 2025-01-02',
      `abstract: ${'x'.repeat(120)}…`,
    ]);
    expect(said).toEqual([
      'Its type, `dataset`, is not one of a record’s: it is given as `document`.',
      'Of several values the first was taken: 1; 2.',
      'No title is stated.',
    ]);
  });

  test('takes a number for words, and an address and a DOI without the white space around them.', () => {
    const {
      record: made,
      unheld,
      said,
    } = record({
      page: 7,
      URL: ' https://example.org/a ',
      DOI: 'https://doi.org/10.1000/182',
      publisher: [],
      note: null,
      ISBN: '',
    });
    expect(made).toEqual({
      ...{ type: 'book', title: 'T', page: '7', URL: 'https://example.org/a', DOI: '10.1000/182' },
    });
    expect([unheld, said]).toEqual([[], []]);
  });

  test('tells what is no words, no address, no DOI and no language, whatever it is instead.', () => {
    const { record: made, unheld } = record({
      ...{ note: { a: 1 }, URL: 7, DOI: 7, language: ['en'], author: ['nobody', null], page: '<i></i>' },
      ...{ keyword: ['a', 'b'], edition: 0, submitted: { raw: '2020' }, abstract: 'x'.repeat(120) },
    });
    expect(made).toEqual({ type: 'book', title: 'T' });
    expect(unheld).toEqual([
      ...['author: nobody; null', 'URL: 7', 'DOI: 7', 'page: ', 'language: en', 'note: {"a":1}'],
      ...['edition: 0', 'submitted: 2020', 'keyword: a; b', `abstract: ${'x'.repeat(120)}`],
    ]);
  });

  test('has its type told where none is stated.', () => {
    expect(toRecord({ title: 'T' }, TODAY).said).toEqual([
      'Its type is not stated: it is given as `document`.',
    ]);
  });

  test('says in its file whence it is, how it is filled in when it was read, and what it does not hold.', () => {
    const { record: made } = record({ title: 'It’s ice', author: [{ literal: 'A' }], language: 'en' });
    const about = { schema: '../s.json', from: 'a page', unheld: ['volume: 3'] };
    const yaml = writeSource(made, about);
    expect(yaml).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/s\.json\n# Made from a page\.\ntype: book\ntitle: 'It’s ice'\n/,
    );
    expect(yaml).toContain("author:\n  - literal: 'A'\n");
    expect(yaml).toContain('\nlanguage: en\nconsulted: false\n# Nobody here has read it yet.');
    expect(yaml).toContain("\n#   - on: 'YYYY-MM-DD'\n");
    expect(yaml.endsWith('\n#\n# Stated there too, and not held here:\n# volume: 3\n')).toBe(true);
    expect(writeSource(made, { ...about, unheld: [] })).not.toContain('not held here');
    expect(writeSource(made, { ...about, from: 'a\u2028 b' })).toContain('# Made from a b.\n');
  });

  test('can be filled in as its file says when it was read.', () => {
    const yaml = writeSource(record({ URL: 'https://example.org/' }).record, {
      ...{ schema: 's.json', from: 'a page', unheld: [] },
    })
      .replace('consulted: false\n', '')
      .replace(/^# (?=consulted: true)[^]*$/m, (lines) => lines.replace(/^# /gm, ''))
      .replaceAll('YYYY-MM-DD', TODAY);
    const { problems } = readSource({ path: 'a.yaml', key: 'a', yaml }, TODAY);
    expect(problems).toEqual([]);
  });

  test.each([
    ['it\'s: a # "title" — yes\n- no', 'line'],
    ['2025', 'number'],
    ['- {a}: [b]', 'flow'],
    ['true', 'boolean'],
    ['\u2028\u0085', 'breaks'],
  ])('of the title %j is written so that it is read the same.', (title) => {
    const { record: made } = record({ title: `x ${title}`, note: title });
    const yaml = writeSource(made, { schema: 's.json', from: 'a\nb: c', unheld: ['abstract: a\ntype: b'] });
    const { source, problems } = readSource({ path: 'a.yaml', key: 'a', yaml }, TODAY);
    expect(problems).toEqual([]);
    expect(source).toEqual({ key: 'a', ...made, consulted: false });
    expect(sourceSchema.safeParse({ ...made, consulted: false }).success).toBe(true);
  });
});

describe('A key', () => {
  const key = (item: Record<string, unknown>, ...taken: string[]) =>
    newKey(record(item).record, new Set(taken));

  test.each<[item: Record<string, unknown>, key: string]>([
    [{ author: [{ family: 'Müller-O’Neil', given: 'A' }], issued: '2019-05-01' }, 'mueller-oneil-2019'],
    [{ type: 'webpage', 'container-title': 'Irish Times', issued: '2025-11-24' }, 'irish-times-2025-11-24'],
    [{ type: 'webpage', 'container-title': 'Новини', issued: '2025-11~' }, 'novini-2025-11'],
    [{ author: [{ literal: '中村' }], title: 'Ice' }, 'ice'],
    [{ title: '书' }, 'source'],
    [{ title: 'References' }, 'references-2'],
    [{ publisher: 'The Office', title: 'Ice' }, 'the-office'],
    [{ title: 'one two three four five' }, 'one-two-three-four'],
    [{ title: `${'x'.repeat(39)} y` }, 'x'.repeat(39)],
    [{ title: 'x'.repeat(50) }, 'x'.repeat(40)],
    [{ title: 'Ice', issued: '2019/2021' }, 'ice-2019'],
    [{ title: 'Postil one' }, 'source-postil-one'],
    [{ title: 'T', issued: '2020' }, 't-2020-2'],
  ])('for %j is %s.', (item, expected) => {
    expect(key(item, 't-2020')).toBe(expected);
  });
});

describe('A record of the same source', () => {
  const there = [
    { key: 'one', type: 'book' as const, DOI: '10.1000/ABC', URL: 'https://www.example.org/a/#top' },
    { key: 'two', type: 'book' as const, ISBN: '978-3-16-148410-0' },
    { key: 'three', type: 'book' as const, title: 'T', issued: '2020', author: [{ literal: 'A' }] },
    { key: 'four', type: 'book' as const, ISBN: '080442957X' },
    { key: 'five', type: 'book' as const, title: 'Untitled' },
  ];

  test.each<[item: Record<string, unknown>, twin: string | undefined]>([
    [{ DOI: '10.1000/abc' }, 'one DOI'],
    [{ URL: 'http://example.org/a' }, 'one URL'],
    [{ URL: 'http://example.org/a?b' }, undefined],
    [{ URL: 'http://example.org/b' }, undefined],
    [{ URL: 'http://examplewww.org/a' }, undefined],
    [{ ISBN: '978-3-16-148410-1' }, undefined],
    [{ ISBN: '0-8044-2957-x' }, 'four ISBN'],
    [{ title: 'Untitled' }, undefined],
    [{ ISBN: '9783161484100' }, 'two ISBN'],
    [{ issued: '2020', author: [{ literal: 'A' }] }, 'three title, authors and date'],
    [{ issued: '2021', author: [{ literal: 'A' }] }, undefined],
    [{}, undefined],
  ])('as %j is %s.', (item, twin) => {
    const found = findTwin(record(item).record, there);
    expect(found && `${found.key} ${found.by}`).toBe(twin);
  });
});
