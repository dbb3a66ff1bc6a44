import { describe, expect, test } from 'vitest';
import type { Foreign, Incoming, Refusal, Selectors } from '../../src/core/import/incoming.ts';
import { readAnnotations } from '../../src/core/import/read-file.ts';

const HERE = 'https://example.org/notes/1';
const PAGE = 'https://postil.example/peace/';
const QUOTE = { type: 'TextQuoteSelector', exact: 'some words' };
const QUOTED = { exact: 'some words', prefix: '', suffix: '' };

/** A Web Annotation that says something about words of a page. */
const web = (more: object = {}) => ({
  type: 'Annotation',
  id: HERE,
  body: { type: 'TextualBody', value: 'So it is.', format: 'text/markdown' },
  target: { source: PAGE, selector: QUOTE },
  ...more,
});

/** A row as Hypothesis answers with. */
const row = (more: object = {}) => ({
  id: 'abc',
  uri: PAGE,
  text: 'So it is.',
  user: 'acct:ann@hypothes.is',
  target: [{ source: PAGE, selector: [QUOTE] }],
  ...more,
});

const selectors = (more: Partial<Selectors>): Selectors => ({
  quotes: [],
  positions: [],
  fragments: [],
  ranges: [],
  refined: [],
  unusable: [],
  ...more,
});

/** All that is read of an annotation that says “So it is.” of the quoted words. */
const sayingSo = (name: string, more: Omit<Foreign, 'markdown' | 'links'>): Incoming => ({
  name,
  sources: [PAGE],
  selectors: selectors({ quotes: [QUOTED] }),
  others: 0,
  toDo: [],
  said: { foreign: { markdown: 'So it is.', links: [], ...more } },
});

function readOne(data: unknown): Incoming {
  const { incoming, refused } = readAnnotations(data);
  expect(refused).toEqual([]);
  expect(incoming).toHaveLength(1);
  return incoming[0]!;
}

function refuseOne(data: unknown): Refusal {
  const { incoming, refused } = readAnnotations(data);
  expect(incoming).toEqual([]);
  expect(refused).toHaveLength(1);
  return refused[0]!;
}

const targetOf = (target: unknown) => readOne(web({ target }));
const selectorsOf = (selector: unknown) => targetOf({ source: PAGE, selector }).selectors;
const foreign = (data: unknown) => readOne(data).said.foreign!;
const names = (data: unknown) => readAnnotations(data).incoming.map(({ name }) => name);

describe('An annotation is found', () => {
  test.each<[shape: string, data: unknown]>([
    ['alone', web({ id: 'a' })],
    ['alone, of a list of types', web({ id: 'a', type: ['Annotation', 'x:Note'] })],
    ['alone, where it does not say what it is', { ...web({ id: 'a' }), type: undefined }],
    ['in a list', [web({ id: 'a' })]],
    ['in a list of lists', [[web({ id: 'a' })], null]],
    ['among the items of a page', { type: 'AnnotationPage', items: [web({ id: 'a' })] }],
    ['as the only item of a page', { type: 'AnnotationPage', items: web({ id: 'a' }) }],
    [
      'on the first page of a collection',
      { type: 'AnnotationCollection', first: { items: [web({ id: 'a' })] } },
    ],
    [
      'on the last page of a collection',
      { type: ['AnnotationCollection'], last: { type: 'AnnotationPage', items: [web({ id: 'a' })] } },
    ],
    ['on a page before', { type: 'AnnotationPage', items: [], prev: { items: [web({ id: 'a' })] } }],
    ['in a collection of which a list consists', [{ type: 'AnnotationPage', items: [web({ id: 'a' })] }]],
    ['among things that have no type', { items: [web({ id: 'a' })] }],
    ['alone, of Hypothesis', row({ id: 'a' })],
    ['in a list of Hypothesis’', [row({ id: 'a' })]],
    ['among the rows that it answers with', { total: 1, rows: [row({ id: 'a' })] }],
  ])('%s.', (_, data) => {
    expect(names(data)).toEqual(['a']);
  });

  test('once, where its page is the first and the last.', () => {
    const page = { type: 'AnnotationPage', id: 'p1', items: [web({ id: 'a' })] };
    expect(names({ type: 'AnnotationCollection', total: 1, first: page, last: page })).toEqual(['a']);
  });

  test('on each page that has no address.', () => {
    const page = (id: string) => ({ type: 'AnnotationPage', items: [web({ id })] });
    expect(names({ type: 'AnnotationCollection', first: page('a'), last: page('b') })).toEqual(['a', 'b']);
  });

  test('in the order of the file, rows before items, each page after what leads to it.', () => {
    const next = { id: 'p2', type: 'AnnotationPage', items: [web({ id: 'd' })] };
    const first = { id: 'p1', type: 'AnnotationPage', items: [web({ id: 'b' }), web({ id: 'c' })], next };
    expect(names({ first, rows: [row({ id: 'a' })] })).toEqual(['a', 'b', 'c', 'd']);
  });

  test('under its place in the file, where it has no name.', () => {
    expect(names([web({ id: undefined }), web({ id: '' }), web({ id: 'x' }), web({ id: 7 })])).toEqual([
      'annotation 1 of the file',
      'annotation 2 of the file',
      'x',
      'annotation 4 of the file',
    ]);
  });

  test('as of Hypothesis among rows, though it has neither an address nor words.', () => {
    expect(refuseOne({ rows: [{ id: 'a' }] })).toEqual({
      name: 'a',
      reason: 'no-target',
      detail: 'It does not say which words it is about: it names no page.',
    });
  });
});

describe('No annotation is found', () => {
  test.each<[data: unknown]>([
    [null],
    [7],
    ['https://example.org/'],
    [{}],
    [[]],
    [[null, []]],
    [{ rows: [] }],
    [{ rows: 'x' }],
    [{ items: null }],
    [{ type: 'AnnotationCollection' }],
    [{ title: 'x', links: [] }],
  ])('in %j.', (data) => {
    expect(() => readAnnotations(data)).toThrow(
      'There is no annotation in it: neither a Web Annotation, nor a collection with its items, nor rows of Hypothesis.',
    );
  });

  test('in lists that are too deep.', () => {
    let deep: unknown = web();
    for (let depth = 0; depth < 2000; depth += 1) deep = [deep];
    expect(() => readAnnotations(deep)).toThrow('Its lists and fields are too deep within one another.');
  });
});

describe('It is told of what is not in the file:', () => {
  test('an annotation that is only named.', () => {
    expect(readAnnotations([HERE, 'a word', '']).refused).toEqual([
      { name: HERE, reason: 'not-in-file', detail: 'Only its address is in the file.' },
      { name: 'a word', reason: 'unreadable', detail: 'It cannot be read.' },
      { name: 'annotation 3 of the file', reason: 'unreadable', detail: 'It cannot be read.' },
    ]);
  });

  test.each([`see ${HERE}`, `${HERE} and more`, 'ftp://example.org/'])(
    'not of %s, which is no address.',
    (text) => {
      expect(refuseOne([text]).reason).toBe('unreadable');
    },
  );

  test('what is no annotation at all.', () => {
    expect(refuseOne([7])).toEqual({
      name: 'annotation 1 of the file',
      reason: 'unreadable',
      detail: 'It cannot be read: it is neither a Web Annotation nor one of Hypothesis.',
    });
    expect(refuseOne([{ id: 'x', type: 'Note' }]).name).toBe('x');
  });

  test('other pages, each once, named by address or by an object.', () => {
    const first = { id: 'p1', type: 'AnnotationPage', items: [web()], next: 'p2', prev: 'p1' };
    const { refused } = readAnnotations({
      type: 'AnnotationCollection',
      first,
      last: { id: 'p3' },
      next: ['p2'],
    });
    const another = 'Only its address is in the file: it is another page of the annotations.';
    expect(refused).toEqual([
      { name: 'p2', reason: 'not-in-file', detail: another },
      { name: 'p3', reason: 'not-in-file', detail: another },
    ]);
  });

  test('how many a collection counts, where there are fewer.', () => {
    const counted = (total: unknown, more: object = {}) =>
      readAnnotations({ type: 'AnnotationCollection', total, first: { items: [web()] }, ...more }).refused;
    expect(counted(3, { id: 'c' })).toEqual([
      {
        name: 'c',
        reason: 'incomplete',
        detail: 'The file does not hold all annotations that it counts: it counts 3 and holds 1.',
      },
    ]);
    expect(counted(3)[0]!.name).toBe('the file');
    for (const total of [1, 0, -3, 1.5, '3']) expect(counted(total)).toEqual([]);
  });

  test('how many the whole of a page counts, by its name or by an object for it.', () => {
    const page = (more: object) =>
      readAnnotations({ type: 'AnnotationPage', id: 'p1', items: [web()], ...more }).refused;
    expect(page({ partOf: { id: 'c', total: 2 } })).toMatchObject([
      { name: 'c', detail: expect.stringContaining('it counts 2 and holds 1') as string },
    ]);
    expect(page({ partOf: 'c', total: 2 })).toMatchObject([{ name: 'c', reason: 'incomplete' }]);
    expect(page({ total: 2 })).toMatchObject([{ name: 'p1', reason: 'incomplete' }]);
    expect(page({ partOf: { id: 'c', total: 1 } })).toEqual([]);
  });

  test('what pages of one collection hold together is what it has.', () => {
    const page = (id: string) => ({ type: 'AnnotationPage', id, partOf: 'c', items: [web(), web()] });
    const whole = { type: 'AnnotationCollection', id: 'c', total: 4 };
    expect(readAnnotations({ ...whole, first: { ...page('p1'), next: page('p2') } }).refused).toEqual([]);
    expect(readAnnotations([page('p1'), { ...whole, first: page('p2') }]).refused).toEqual([]);
    expect(readAnnotations({ ...whole, total: 5, first: page('p1') }).refused).toMatchObject([
      { name: 'c', detail: expect.stringContaining('it counts 5 and holds 2') as string },
    ]);
  });

  test('a collection is not its own whole.', () => {
    const first = { items: [web()], partOf: 'c' };
    expect(
      readAnnotations({ type: 'AnnotationCollection', id: 'c', partOf: 'd', total: 2, first }).refused,
    ).toMatchObject([{ name: 'c', reason: 'incomplete' }]);
  });
});

describe('An annotation of Hypothesis', () => {
  test('says what it says, of words of a page.', () => {
    const all = row({
      tags: ['one', 7, 'two'],
      created: '2025-01-02T03:04:05Z',
      links: { html: 'https://hypothes.is/a/abc' },
    });
    expect(readOne(all)).toEqual(
      sayingSo('abc', {
        tags: ['one', 'two'],
        system: 'Hypothesis',
        authors: ['ann'],
        day: '2025-01-02',
        address: 'https://hypothes.is/a/abc',
      }),
    );
  });

  test('is one by its words or its address alone.', () => {
    expect(foreign(row({ uri: undefined })).system).toBe('Hypothesis');
    expect(readOne(row({ uri: undefined })).sources).toEqual([PAGE]);
    expect(refuseOne(row({ text: undefined })).reason).toBe('says-nothing');
    expect(foreign({ ...web(), uri: PAGE }).system).toBeUndefined();
  });

  test.each<[more: object, reason: string, detail: string]>([
    [
      { permissions: { read: ['acct:ann@hypothes.is'] } },
      'private',
      'It is not public: its author keeps it to themselves, or to a group.',
    ],
    [
      { permissions: { read: [] } },
      'private',
      'It is not public: its author keeps it to themselves, or to a group.',
    ],
    [
      { group: 'xyz' },
      'private',
      'It is not public: its author keeps it to themselves, or to a group: it is in the group `xyz`.',
    ],
    [{ references: ['def'] }, 'reply', 'It is a reply to another annotation, not about words of the text.'],
    [{ hidden: true }, 'hidden', 'Its moderators have hidden it.'],
    [{ text: ' \n' }, 'says-nothing', 'It says nothing: a highlight, or a bookmark.'],
    [
      { target: [{ source: PAGE }] },
      'no-target',
      'It does not say which words it is about: a note on the whole page.',
    ],
    [
      { uri: undefined, target: [{ source: PAGE }] },
      'no-target',
      'It does not say which words it is about: a note on the whole page.',
    ],
    [
      { uri: undefined, target: undefined },
      'no-target',
      'It does not say which words it is about: it names no page.',
    ],
    [
      { target: [{ selector: [{ type: 'CssSelector', value: 'p' }] }] },
      'no-target',
      'It does not say which words it is about: it has CssSelector only, which names elements of a page.',
    ],
  ])('is left out: %j.', (more, reason, detail) => {
    expect(refuseOne(row(more))).toEqual({ name: 'abc', reason, detail });
  });

  test.each<[more: object]>([
    [{ permissions: { read: ['group:__world__'] }, group: '__world__' }],
    [{ permissions: { read: 'group:__world__' } }],
    [{ permissions: {}, references: [], hidden: false, group: '' }],
    [{ permissions: null }],
  ])('is public: %j.', (more) => {
    expect(readOne(row(more)).name).toBe('abc');
  });

  test('counts in the page, not in our texts.', () => {
    const positions = [{ type: 'TextPositionSelector', start: 1, end: 2 }];
    expect(readOne(row({ target: [{ source: PAGE, selector: positions }] })).selectors.positions).toEqual([
      { start: 1, end: 2, isOurs: false },
    ]);
  });

  test('has the first of its targets, and tells how many others there are.', () => {
    const { others, selectors: found } = readOne(
      row({ target: [{ selector: [QUOTE] }, { selector: [{ ...QUOTE, exact: 'other' }] }] }),
    );
    expect([others, found.quotes]).toEqual([1, [QUOTED]]);
  });

  test.each<[user: unknown, authors: string[]]>([
    ['acct:ann@hypothes.is', ['ann']],
    ['ann', ['ann']],
    ['acct:acct:x@y@z', ['acct:x']],
    ['x acct:y', ['x acct:y']],
    [
      ['acct:a@x', 'acct:b@x\n'],
      ['a', 'b'],
    ],
    [undefined, []],
  ])('is by its user: %j.', (user, authors) => {
    expect(foreign(row({ user })).authors).toEqual(authors);
  });

  test.each<[time: unknown, day: string | undefined]>([
    ['2025-01-02', '2025-01-02'],
    ['2025-01-02T', '2025-01-02'],
    ['2025-01-023', undefined],
    ['2025-01-02 10:00', undefined],
    ['on 2025-01-02', undefined],
    ['2025-1-2', undefined],
    [20250102, undefined],
  ])('is of the day on which it was made: %j.', (created, day) => {
    expect(foreign(row({ created })).day).toBe(day);
  });

  test('has an address where its links are what they should be.', () => {
    for (const links of [undefined, null, 'x', [], {}, { html: 7 }])
      expect(foreign(row({ links })).address).toBeUndefined();
  });
});

describe('A Web Annotation', () => {
  test('says what it says, of words of a page.', () => {
    const all = web({ created: '2025-01-02T03:04:05Z', creator: { name: 'Ann' } });
    expect(readOne(all)).toEqual(
      sayingSo(HERE, { tags: [], authors: ['Ann'], day: '2025-01-02', address: HERE }),
    );
  });

  test.each<[more: object, reason: string, detail: string]>([
    [
      { motivation: 'replying' },
      'reply',
      'It is a reply to another annotation, not about words of the text.',
    ],
    [
      { motivation: ['x', 'replying'] },
      'reply',
      'It is a reply to another annotation, not about words of the text.',
    ],
    [{ target: PAGE }, 'no-target', 'It does not say which words it is about.'],
    [{ target: { source: PAGE } }, 'no-target', 'It does not say which words it is about.'],
    [
      { target: { source: PAGE, selector: { type: 'SvgSelector' } } },
      'no-target',
      'It does not say which words it is about: it has SvgSelector only, which cannot be followed in a text.',
    ],
    [{ body: undefined }, 'says-nothing', 'It says nothing: a highlight, or a bookmark.'],
    [{ body: [] }, 'says-nothing', 'It says nothing: a highlight, or a bookmark.'],
    [{ body: { value: ' ' } }, 'says-nothing', 'It says nothing: a highlight, or a bookmark.'],
    [
      { body: { value: 'tag', purpose: 'tagging' } },
      'says-nothing',
      'It says nothing: a highlight, or a bookmark.',
    ],
  ])('is left out: %j.', (more, reason, detail) => {
    expect(refuseOne(web(more))).toEqual({ name: HERE, reason, detail });
  });

  test('of ours that cannot be read is left out, with why on one line.', () => {
    const { reason, detail } = refuseOne(web({ 'postil:kind': 'nothing' }));
    expect(reason).toBe('unreadable');
    expect(detail).toMatch(/^It cannot be read: .*kind.*\.$/);
    expect(detail).not.toContain('\n');
  });

  test.each<[creator: unknown, authors: string[]]>([
    ['Ann', ['Ann']],
    [{ name: 'Ann', nickname: 'a', id: 'x' }, ['Ann']],
    [{ name: ['Ann', 'Anna'] }, ['Ann']],
    [{ nickname: ['a', 'b'], id: 'x' }, ['a']],
    [{ name: '', id: 'https://example.org/ann' }, ['https://example.org/ann']],
    [
      [{ name: 'Ann' }, 'Bob', {}, 7],
      ['Ann', 'Bob'],
    ],
    [null, []],
  ])('is by those who made it: %j.', (creator, authors) => {
    expect(foreign(web({ creator })).authors).toEqual(authors);
  });

  test('is of the day on which it was made, else last changed.', () => {
    expect(foreign(web({ created: '2025-01-02', modified: '2025-03-04' })).day).toBe('2025-01-02');
    expect(foreign(web({ modified: '2025-03-04' })).day).toBe('2025-03-04');
  });

  test('has an editor look at its rights, and at those of its bodies, each once.', () => {
    const body = [
      { value: 'A.', rights: ['R2', 'R1'] },
      { value: 'B.', rights: 'R3' },
    ];
    expect(readOne(web({ rights: 'R1', body })).toDo).toEqual([
      'Its rights are R1, R2, R3: see whether it may be published here.',
    ]);
    expect(readOne(web({ body: 'A.' })).toDo).toEqual([]);
  });
});

describe('A body', () => {
  test.each<[body: unknown, markdown: string]>([
    ['Plain *words*.', 'Plain \\*words\\*.'],
    ['One.\n\nTwo.\n\n\n*Three*', 'One.\n\nTwo.\n\n\\*Three\\*'],
    [{ value: '*a*' }, '\\*a\\*'],
    [{ value: '*a*', format: 'text/plain' }, '\\*a\\*'],
    [{ value: '*a*', format: 'text/Markdown; charset=utf-8' }, '*a*'],
    [[{ value: 'A.' }, 'B.', 7, { value: '' }], 'A.\n\nB.'],
    [{ type: 'Composite', items: [{ value: 'A.' }, { value: 'B.' }] }, 'A.\n\nB.'],
    [{ value: 'A.', items: ['B.'] }, 'A.'],
    [{ source: { value: '*A*', format: 'text/markdown' }, purpose: 'commenting' }, '*A*'],
    [{ source: { value: '*A*', format: 'text/markdown' } }, '*A*'],
  ])('says in Markdown what it says: %j.', (body, markdown) => {
    expect(foreign(web({ body })).markdown).toBe(markdown);
  });

  test('may be its words alone, beside others.', () => {
    expect(foreign(web({ body: undefined, bodyValue: 'A.' })).markdown).toBe('A.');
    expect(foreign(web({ body: 'A.', bodyValue: 'B.' })).markdown).toBe('A.\n\nB.');
  });

  test.each<[body: unknown, links: unknown[]]>([
    ['https://example.org/a', [{ address: 'https://example.org/a' }]],
    ['HTTP://EXAMPLE.ORG', [{ address: 'HTTP://EXAMPLE.ORG' }]],
    [{ id: 'https://example.org/a' }, [{ address: 'https://example.org/a' }]],
    [{ source: 'https://example.org/b', id: 'x' }, [{ address: 'https://example.org/b' }]],
    [{ source: { id: 'https://example.org/b' } }, [{ address: 'https://example.org/b' }]],
    [
      { source: 'https://example.org/b', selector: [QUOTE, { ...QUOTE, exact: 'other' }] },
      [{ address: 'https://example.org/b', excerpt: 'some words' }],
    ],
    [
      { source: 'https://example.org/b', selector: { type: 'CssSelector' } },
      [{ address: 'https://example.org/b' }],
    ],
  ])('may be a page, or words of one: %j.', (body, links) => {
    expect(foreign(web({ body }))).toMatchObject({ markdown: '', links });
    expect(foreign(web({ body })).links).toHaveLength(links.length);
  });

  test.each<[body: unknown]>([[{ value: 'A.', id: 'https://example.org/a' }], [{ value: 'A.' }], ['A.']])(
    'with words is no link: %j.',
    (body) => {
      expect(foreign(web({ body })).links).toEqual([]);
    },
  );

  test('that is to tag is a tag, and nothing that is said.', () => {
    const tag = (value: unknown, purpose: unknown = 'tagging') => ({ value, purpose });
    const body = [tag('one'), 'A.', tag(7), tag('two', ['x', 'tagging']), tag('B.', 'commenting')];
    expect(foreign(web({ body }))).toMatchObject({ tags: ['one', 'two'], markdown: 'A.\n\nB.' });
    expect(foreign(web({ body: ['A.', { source: tag('one', 'x'), purpose: 'tagging' }] })).tags).toEqual([
      'one',
    ]);
    expect(foreign(web({ body: ['A.', { source: tag('one') }] })).tags).toEqual(['one']);
  });

  test('of several to choose from is the first that says something.', () => {
    const items = [{ value: ' ', type: 'x', format: 'text/markdown' }, { type: 'x' }, { value: 'A.' }, 'B.'];
    const { said, toDo } = readOne(web({ body: { type: 'Choice', items } }));
    expect(said.foreign!.markdown).toBe('A.');
    expect(toDo).toEqual([
      'Its author gives 4 bodies to choose from: the first is taken, the others are not.',
    ]);
    expect(readOne(web({ body: { type: 'Choice', items: 'A.' } })).toDo).toEqual([]);
    expect(foreign(web({ body: { type: 'Choice', items: [HERE, 'A.'] } })).links).toHaveLength(1);
    expect(refuseOne(web({ body: { type: 'Choice', items: [{}] } })).reason).toBe('says-nothing');
  });
});

describe('A target', () => {
  test.each<[target: unknown, source: string | undefined]>([
    [{ source: PAGE, selector: QUOTE }, PAGE],
    [{ source: { id: PAGE }, selector: QUOTE }, PAGE],
    [{ source: { id: 7 }, id: PAGE, selector: QUOTE }, PAGE],
    [{ id: PAGE, selector: QUOTE }, PAGE],
    [{ source: PAGE, id: 'x', selector: QUOTE }, PAGE],
    [{ selector: QUOTE }, undefined],
    [[{ source: PAGE, selector: QUOTE }, { source: 'other' }], PAGE],
  ])('names the page: %j.', (target, source) => {
    expect(targetOf(target).sources).toEqual(source === undefined ? [] : [source]);
  });

  test('is the first of several; of the others it is told how many there are.', () => {
    const target = [1, 2, 3].map((each) => ({
      source: PAGE,
      selector: { ...QUOTE, exact: `words ${each}` },
    }));
    expect(targetOf(target)).toMatchObject({ others: 2, selectors: { quotes: [{ exact: 'words 1' }] } });
  });

  test.each<[target: unknown, fragments: string[]]>([
    [`${PAGE}#p1`, ['p1']],
    [`${PAGE}#p1#s2`, ['p1#s2']],
    ['#p1', ['p1']],
    [{ source: `${PAGE}#p1` }, ['p1']],
    [{ source: `${PAGE}#p1`, selector: QUOTE }, ['p1']],
    [{ source: PAGE, selector: QUOTE }, []],
    [{ source: `${PAGE}#p1`, selector: { type: 'TextPositionSelector', start: 1, end: 2 } }, []],
    [{ source: `${PAGE}#p1`, selector: [{ type: 'FragmentSelector', value: 'x' }] }, ['x']],
  ])('is in the part that its address names: %j.', (target, fragments) => {
    expect(targetOf(target).selectors.fragments).toEqual(fragments);
  });

  test('whose selectors say nothing here is not the part that its address names.', () => {
    const target = { source: `${PAGE}#p1`, selector: { type: 'CssSelector' } };
    expect(refuseOne(web({ target })).reason).toBe('no-target');
  });

  const POSITION = { type: 'TextPositionSelector', start: 1, end: 2 };
  const text = (number: number) => `${PAGE}editions/${number}/text.txt`;

  test.each<[target: object, over: number | undefined]>([
    [{ source: text(3) }, 3],
    [{ source: text(12) }, 12],
    [{ source: PAGE, state: { cached: text(4) } }, 4],
    [{ source: PAGE.slice(0, -1), state: [{}, 7, { cached: ['x', text(4)] }] }, 4],
    [{ source: `${PAGE}?v=1#p1`, state: { cached: text(4) } }, 4],
    [{ source: PAGE, state: { cached: 'https://other.example/editions/4/text.txt' } }, undefined],
    [{ source: PAGE, state: { cached: `${text(4)}.gz` } }, undefined],
    [{ source: PAGE, state: { cached: `${PAGE}editions/x/text.txt` } }, undefined],
    [{ source: PAGE }, undefined],
    [{ state: { cached: text(4) } }, undefined],
  ])('counts in the edition that it leads to: %j.', (target, over) => {
    expect(targetOf({ ...target, selector: POSITION }).selectors.positions).toEqual([
      { start: 1, end: 2, isOurs: true, over },
    ]);
  });
});

describe('A selector', () => {
  test.each<[selector: unknown, found: Partial<Selectors>]>([
    [QUOTE, { quotes: [QUOTED] }],
    [
      { ...QUOTE, prefix: 'before ', suffix: ' after' },
      { quotes: [{ exact: 'some words', prefix: 'before ', suffix: ' after' }] },
    ],
    [{ ...QUOTE, prefix: 7, suffix: null }, { quotes: [QUOTED] }],
    [
      { type: 'TextPositionSelector', start: 0, end: 0 },
      { positions: [{ start: 0, end: 0, isOurs: true, over: undefined }] },
    ],
    [{ type: 'FragmentSelector', value: 'm-x' }, { fragments: ['m-x'] }],
    [{ type: 'FragmentSelector', value: '#p1' }, { fragments: ['p1'] }],
    [{ type: 'FragmentSelector', value: 'a#p1' }, { fragments: ['a#p1'] }],
    [
      { type: 'RangeSelector', startSelector: QUOTE, endSelector: { type: 'FragmentSelector', value: 'p2' } },
      { ranges: [{ start: selectors({ quotes: [QUOTED] }), end: selectors({ fragments: ['p2'] }) }] },
    ],
    [{ items: [QUOTE, { type: 'FragmentSelector', value: 'p1' }] }, { quotes: [QUOTED], fragments: ['p1'] }],
    [{ type: 'Choice', items: QUOTE }, { quotes: [QUOTED] }],
    [[QUOTE, { type: 'CssSelector', value: 'p' }], { quotes: [QUOTED], unusable: ['CssSelector'] }],
    [[QUOTE, 'https://example.org/s1'], { quotes: [QUOTED], unusable: ['a selector by its address'] }],
    [[QUOTE, {}], { quotes: [QUOTED], unusable: ['a selector without a type'] }],
    [
      [QUOTE, { type: 'TextQuoteSelector', exact: '' }],
      { quotes: [QUOTED], unusable: ['TextQuoteSelector without what it selects'] },
    ],
    [
      [
        QUOTE,
        { type: 'TextPositionSelector', start: 1 },
        { type: 'TextPositionSelector', start: -1, end: 2 },
      ],
      {
        quotes: [QUOTED],
        unusable: [
          'TextPositionSelector without what it selects',
          'TextPositionSelector without what it selects',
        ],
      },
    ],
    [
      [QUOTE, { type: 'FragmentSelector' }],
      { quotes: [QUOTED], unusable: ['FragmentSelector without what it selects'] },
    ],
    [
      [QUOTE, { type: 'RangeSelector', startSelector: { type: 'XPathSelector' }, endSelector: QUOTE }],
      { quotes: [QUOTED], unusable: ['RangeSelector', 'XPathSelector'] },
    ],
    [
      [QUOTE, { type: 'RangeSelector', startSelector: QUOTE, endSelector: { type: 'CssSelector' } }],
      { quotes: [QUOTED], unusable: ['RangeSelector', 'CssSelector'] },
    ],
    [
      [QUOTE, { type: 'RangeSelector', startSelector: QUOTE }, { type: 'RangeSelector', endSelector: QUOTE }],
      { quotes: [QUOTED], unusable: ['RangeSelector', 'RangeSelector'] },
    ],
  ])('is read: %j.', (selector, found) => {
    expect(selectorsOf(selector)).toEqual(selectors(found));
  });

  const PART = { type: 'FragmentSelector', value: 'p1' };
  const NOTHING = { type: 'CssSelector', value: 'p' };

  test.each<[selector: unknown, found: Partial<Selectors>]>([
    [
      { ...PART, refinedBy: QUOTE },
      {
        refined: [{ parent: selectors({ fragments: ['p1'] }), child: selectors({ quotes: [QUOTED] }) }],
      },
    ],
    [
      { ...NOTHING, refinedBy: QUOTE },
      { quotes: [QUOTED], unusable: ['CssSelector'] },
    ],
    [[QUOTE, { ...PART, refinedBy: NOTHING }], { quotes: [QUOTED], unusable: ['CssSelector'] }],
    [
      [QUOTE, { ...PART, refinedBy: [] }],
      { quotes: [QUOTED], unusable: ['a refinement that selects nothing'] },
    ],
    [[QUOTE, { ...NOTHING, refinedBy: PART }], { quotes: [QUOTED], unusable: ['CssSelector'] }],
  ])('is refined by another: %j.', (selector, found) => {
    expect(selectorsOf(selector)).toEqual(selectors(found));
  });

  test('within another counts as that does.', () => {
    const position = { type: 'TextPositionSelector', start: 1, end: 2 };
    const range = { type: 'RangeSelector', startSelector: position, endSelector: position };
    const { selectors: found } = targetOf({
      source: `${PAGE}editions/2/text.txt`,
      selector: [range, { ...PART, refinedBy: position }, { items: [position] }],
    });
    const counted = [{ start: 1, end: 2, isOurs: true, over: 2 }];
    expect(found.positions).toEqual(counted);
    expect(found.ranges[0]).toMatchObject({ start: { positions: counted }, end: { positions: counted } });
    expect(found.refined[0]).toMatchObject({ child: { positions: counted } });
  });

  test('has whole characters only.', () => {
    expect(selectorsOf({ ...QUOTE, exact: 'a\uD800b' }).quotes[0]!.exact).toBe('a\uFFFDb');
  });
});

describe('An annotation of ours', () => {
  const ours = (more: object = {}) =>
    web({
      'postil:kind': 'claim',
      'postil:finding': 'So it is.',
      ...more,
    });

  test.each<[more: object, id: string | undefined]>([
    [{ id: 'https://postil.example/peace/notes/gas/' }, 'gas'],
    [{ id: 'https://postil.example/peace/notes/gas' }, 'gas'],
    [{ id: 'https://postil.example/peace/notes/gas/?x#y' }, 'gas'],
    [{ id: 'https://postil.example/peace/notes/g%C3%A4s/' }, 'gäs'],
    [{ id: 'https://postil.example/peace/notes/g%ZZ/' }, 'g%ZZ'],
    [{ id: 'https://postil.example/peace/notes/gas/more/' }, undefined],
    [{ id: 'https://postil.example/peace/' }, undefined],
    [{ id: undefined }, undefined],
    [
      {
        id: 'https://postil.example/peace/notes/gas/',
        target: {
          source: PAGE,
          selector: ['p1', 'm-oil'].map((value) => ({ type: 'FragmentSelector', value })),
        },
      },
      'oil',
    ],
  ])('has the id that its editors gave: %j.', (more, id) => {
    const { said } = readOne(ours(more));
    expect(said.own).toBeDefined();
    expect(said).toHaveProperty('id', id);
  });

  test('counts in its own edition, where it does not say which.', () => {
    const selector = { type: 'TextPositionSelector', start: 1, end: 2 };
    const { selectors: found, others } = readOne(ours({ target: [{ source: PAGE, selector }, PAGE] }));
    expect(found.positions).toEqual([{ start: 1, end: 2, isOurs: true, over: 'own' }]);
    expect(others).toBe(1);
  });
});
