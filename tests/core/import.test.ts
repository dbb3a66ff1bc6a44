import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listReadings, readFiles, readSources } from '../../src/build/content.ts';
import { toAnnotationCollection } from '../../src/core/export/web-annotation.ts';
import { importInto, type Imported } from '../../src/core/import/import.ts';
import { readAnnotations } from '../../src/core/import/read-file.ts';
import type { Problem } from '../../src/core/problem.ts';
import { readReading, type Reading, type ReadingFiles } from '../../src/core/reading.ts';
import type { Source } from '../../src/core/source.ts';
import { read, SOURCES, TODAY } from './support/reading.ts';

const HEAD = '---\ntitle: Test\nauthor: [{ literal: A. Writer }]\nlanguage: en-GB\nsource: post\n---\n\n';

/** Puts annotations into a made-up text, and reads what comes of it. */
function put(
  data: unknown,
  body: string,
): Imported & { reading: Reading; problems: Problem[]; body: string } {
  const imported = importInto(readAnnotations(data).incoming, {
    reading: read(body).reading,
    mdx: HEAD + body,
    sources: SOURCES,
    today: TODAY,
  });
  expect(imported.mdx.startsWith(HEAD)).toBe(true);
  const after = imported.mdx.slice(HEAD.length);
  return { ...imported, ...read(after), body: after };
}

/** One annotation of Hypothesis on some words. */
const row = (
  text: string,
  exact: string,
  more: Record<string, unknown> = {},
  around = { prefix: '', suffix: '' },
) => ({
  id: 'x',
  uri: 'https://example.org/',
  user: 'acct:felicity_nunsun@hypothes.is',
  created: '2026-11-20T10:00:00.000000+00:00',
  text,
  tags: [],
  target: [{ source: 'https://example.org/', selector: [{ type: 'TextQuoteSelector', exact, ...around }] }],
  ...more,
});

/** One Web Annotation, of nobody's in particular. */
const annotation = (target: unknown, more: Record<string, unknown> = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/annotations/1',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'A word of somebody’s.' },
  target,
  ...more,
});

describe.each([
  ['the op-ed', 'content'],
  ['the fixtures', 'tests/fixtures/site/content'],
])('An import of our own export into the bare text of %s', (_, root) => {
  const { sources } = readSources(root, TODAY);
  const cases = listReadings(root).map((folder) => [folder.slug, readFiles(folder)] as const);

  test.each(cases)('gives every annotation again: %s.', (_slug, files) => {
    const { reading } = readReading(files, sources, TODAY);
    const bare = withoutAnnotations(files, reading!);
    expect(readReading(bare, sources, TODAY).reading!.annotations).toEqual([]);
    const { mdx, refused, unrecorded } = importOwn(reading!, bare, sources);
    expect({ refused, unrecorded }).toEqual({ refused: [], unrecorded: [] });
    const again = readReading({ ...files, mdx }, sources, TODAY);
    expect(again.problems).toEqual(readReading(files, sources, TODAY).problems);
    expect(again.reading!.annotations.map(withoutPosition)).toEqual(
      reading!.annotations.map(withoutPosition),
    );
    expect(again.reading!.text).toBe(reading!.text);
  });

  test.each(cases)(
    'puts tags between letters and notes behind the end, and nothing else: %s.',
    (_slug, files) => {
      const { reading } = readReading(files, sources, TODAY);
      const bare = withoutAnnotations(files, reading!);
      const { mdx } = importOwn(reading!, bare, sources);
      const untagged = withoutTags(mdx);
      expect(untagged.startsWith(bare.mdx)).toBe(true);
      expect(untagged.slice(bare.mdx.length).trimStart()).toMatch(/^\[\^/);
    },
  );
});

const withoutTags = (mdx: string) => mdx.replace(/<\/?(?:Claim|Source|Figure|Quotation|Remark)\b[^>]*>/g, '');

/** The text alone: without marks, and without their notes. */
function withoutAnnotations(files: ReadingFiles, { annotations }: Reading): ReadingFiles {
  const ids = new Set(annotations.map(({ id }) => id));
  const parts = withoutTags(files.mdx).split(/\n(?=\[\^)/);
  const kept = parts.filter((part) => !ids.has(/^\[\^([^\]]+)\]:/.exec(part)?.[1] ?? ''));
  return { ...files, mdx: kept.join('\n') };
}

function importOwn(reading: Reading, bare: ReadingFiles, sources: ReadonlyMap<string, Source>): Imported {
  const collection: unknown = JSON.parse(
    JSON.stringify(
      toAnnotationCollection({ reading }, { root: 'https://example.org/', sources, publication: {} }),
    ),
  );
  const { incoming, refused } = readAnnotations(collection);
  expect(refused).toEqual([]);
  const into = readReading(bare, sources, TODAY).reading!;
  return importInto(incoming, { reading: into, mdx: bare.mdx, sources, today: TODAY });
}

function withoutPosition<Each extends { position: unknown; noteAt: unknown }>({
  position: _,
  noteAt: __,
  ...rest
}: Each) {
  return rest;
}

describe('Of the annotations of Hypothesis', () => {
  const text = [
    'The town lit its quay in 1871. Forty-two lamps were hung along the water.',
    'The council kept the bills in <Claim id="archive" status="opinion" checked="2026-11-22">the council’s archive</Claim>. The lamps of the quay were counted every night. Two were always broken.',
    'He trimmed the wick of the lamps at dusk and the wick of the lamps at dawn. The water *was dear*, and it came from afar.[^own]',
    'The council bought iron posts.',
    '```js\nlet lamp = 1;\n```',
    '[^own]: This is a footnote of its own.',
    '[^archive]: So it is.',
  ].join('\n\n');
  let done: ReturnType<typeof put>;
  const data: unknown = JSON.parse(readFileSync('tests/fixtures/import/hypothesis-search.json', 'utf8'));
  const early = readAnnotations(data).refused;
  beforeAll(() => {
    done = put(data, text);
  });

  test('those whose words can be found stand on them.', () => {
    expect(done.putIn.map(({ name, quote }) => [name, quote])).toEqual([
      ['placed', 'Forty-two lamps were hung'],
      ['changed', 'The lamps of the quay were counted every night'],
      ['by-context', 'the lamps'],
      ['long', 'iron posts'],
    ]);
    expect(done.putIn.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['changed']);
  });

  test.each([
    ['on-page', 'no-target'],
    ['reply', 'reply'],
    ['highlight', 'says-nothing'],
    ['moderated', 'hidden'],
    ['paths-only', 'no-target'],
  ])('%s is left out at once: %s.', (name, reason) => {
    expect(early.find((each) => each.name === name)?.reason).toBe(reason);
  });

  test.each([
    ['ambiguous', 'ambiguous', '“water”, 2 times'],
    ['gone', 'not-found', 'nobody has ever written'],
    ['across', 'crosses-blocks', '“along the water'],
    ['in-note', 'in-footnote', '“a footnote of its own”'],
    ['crossing', 'crosses-markup', 'emphasised words'],
    ['in-code', 'crosses-markup', 'a block of code'],
    ['whole-mark', 'same-words', '`archive`'],
  ])('%s cannot be placed: %s.', (name, reason, said) => {
    const refusal = done.refused.find((each) => each.name === name);
    expect(refusal).toMatchObject({ reason });
    expect(refusal!.detail).toContain(said);
  });

  test('every one is either put in or told.', () => {
    const names = [...done.putIn, ...done.refused, ...early].map(({ name }) => name);
    const rows = (data as { rows: { id: string }[] }).rows.map(({ id }) => id);
    expect(names.toSorted()).toEqual(rows.toSorted());
  });

  test('the kind is the tag’s, and else a remark; nobody is said to have checked anything.', () => {
    const [figure, ...others] = done.reading.annotations.filter(({ id }) => id !== 'archive');
    expect(figure).toMatchObject({ kind: 'figure', status: 'unchecked', checked: TODAY });
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['remark']));
    expect(others.every(({ status }) => status === undefined)).toBe(true);
  });

  test('the note says whose it is, and where it comes from.', () => {
    const note = done.reading.annotations.find(({ quote }) => quote === 'the lamps')!;
    expect(note.finding).toBe('The second of two.');
    expect(note.body.map(({ text: words }) => words)).toEqual([
      'Imported from Hypothesis, annotation of felicity_nunsun.',
    ]);
    expect(note.body[0]!.html).toContain('href="https://hypothes.is/a/by-context" title="20 November 2026"');
    expect(note.start).toBe(done.reading.text.lastIndexOf('the lamps at dawn'));
  });

  test('a long beginning is parted after its first sentence, and no word of it is lost.', () => {
    const { finding, body } = done.reading.annotations.find(({ quote }) => quote === 'iron posts')!;
    expect(finding).toBe('This first sentence is short.');
    expect(body[0]!.text).toBe(
      'This one goes on for so long that no line of ninety characters could ever hold it and so it does not. And another.',
    );
  });

  test('the text is what it was, and what is wrong with the copy is what its editors have to add.', () => {
    expect(done.reading.text).toBe(read(text).reading.text);
    expect(done.problems.map(({ id }) => id)).toEqual(['missing-attribute']);
    expect(done.putIn[0]!.toDo).toEqual([
      'Give its `value` and `unit`: they could not be read from the words.',
    ]);
  });
});

describe('A place in the page', () => {
  const text = `${'One lamp. '.repeat(3)}A unique word. ${'One lamp. '.repeat(3)}`;
  const at = (name: string, exact: string, start: number) =>
    row('Said.', exact, {
      id: name,
      target: [
        {
          source: 'https://example.org/',
          selector: [
            { type: 'TextPositionSelector', start, end: start + exact.length },
            { type: 'TextQuoteSelector', exact },
          ],
        },
      ],
    });

  test('chooses between words that stand in the text more than once, where another shows how it counts.', () => {
    const far = `The lamp. ${'Much is said in between of other things. '.repeat(3)}A unique word. The lamp.`;
    const offset = 5000;
    const rows = [
      at('once', 'A unique word', offset + far.indexOf('A unique')),
      at('twice', 'The lamp', offset + far.lastIndexOf('The lamp')),
    ];
    const { putIn, reading } = put(rows, far);
    expect(putIn.map(({ name }) => name)).toEqual(['once', 'twice']);
    expect(reading.annotations.at(-1)!.start).toBe(far.lastIndexOf('The lamp'));
  });

  test('does so also on a page of ours, where it is not said what it counts in.', () => {
    const far = `The lamp. ${'Much is said in between of other things. '.repeat(3)}A unique word. The lamp.`;
    const on = (id: string, exact: string, start: number) =>
      annotation(
        {
          source: 'https://example.org/test/',
          selector: [
            { type: 'TextQuoteSelector', exact },
            { type: 'TextPositionSelector', start, end: start + exact.length },
          ],
        },
        { id },
      );
    const { putIn, reading } = put(
      [
        on('once', 'A unique word', 7000 + far.indexOf('A unique')),
        on('twice', 'The lamp', 7000 + far.lastIndexOf('The lamp')),
      ],
      far,
    );
    expect(reading.annotations.at(-1)!.start).toBe(far.lastIndexOf('The lamp'));
    expect(putIn.find(({ name }) => name === 'twice')!.toDo[0]).toContain('its position has chosen');
  });

  test('does not, where nothing shows that, or where places lie near one another.', () => {
    expect(put([at('twice', 'One lamp', 40)], text).refused).toMatchObject([{ reason: 'ambiguous' }]);
    const rows = [at('once', 'A unique word', 30), at('twice', 'One lamp', 35)];
    expect(put(rows, text).refused).toMatchObject([{ name: 'twice', reason: 'ambiguous' }]);
  });
});

describe('A Web Annotation', () => {
  const text = 'The first sentence. The *second* one is longer.\n\nAnother paragraph, with a word.';
  const source = 'https://example.org/test/';
  const state = { type: 'TimeState', cached: `${source}editions/1/text.txt` };
  const on = (selector: unknown) => annotation({ source, selector });
  const refining = (refinedBy: unknown) => ({ type: 'FragmentSelector', value: 'p2', refinedBy });
  const between = (first: string, last: string) => ({
    type: 'RangeSelector',
    startSelector: { type: 'TextQuoteSelector', exact: first },
    endSelector: { type: 'TextQuoteSelector', exact: last },
  });
  const quoted = (target: unknown) => {
    const early = readAnnotations(annotation(target)).refused;
    const { putIn, refused } = put(annotation(target), text);
    return putIn[0]?.quote ?? [...early, ...refused][0]?.reason;
  };

  test.each<[string, unknown, string]>([
    ['quotes words', { source, selector: { type: 'TextQuoteSelector', exact: 'a word' } }, 'a word'],
    [
      'counts code points of our text',
      { source, state, selector: { type: 'TextPositionSelector', start: 4, end: 9 } },
      'first',
    ],
    [
      'is about our text itself',
      {
        source: `${source}editions/1/text.txt`,
        selector: { type: 'TextPositionSelector', start: 4, end: 9 },
      },
      'first',
    ],
    [
      'counts code points of another edition',
      {
        source,
        state: { ...state, cached: `${source}editions/2/text.txt` },
        selector: { type: 'TextPositionSelector', start: 4, end: 9 },
      },
      'no-target',
    ],
    [
      'counts in a text elsewhere',
      {
        source,
        state: { ...state, cached: 'https://example.net/test/editions/1/text.txt' },
        selector: { type: 'TextPositionSelector', start: 4, end: 9 },
      },
      'no-target',
    ],
    [
      'gives a position and does not say in what',
      { source, selector: { type: 'TextPositionSelector', start: 4, end: 9 } },
      'no-target',
    ],
    [
      'gives a position in a passage of the page that is not said to be refined',
      { source: `${source}#p2`, selector: { type: 'TextPositionSelector', start: 4, end: 9 } },
      'no-target',
    ],
    [
      'counts beyond its end',
      { source, state, selector: { type: 'TextPositionSelector', start: 4, end: 900 } },
      'not-found',
    ],
    ['names a sentence', `${source}#p1s1`, 'The first sentence.'],
    [
      'names a paragraph',
      { source, selector: { type: 'FragmentSelector', value: 'p2' } },
      'Another paragraph, with a word.',
    ],
    ['names no passage', `${source}#p9`, 'not-found'],
    ['has a text directive', `${source}#:~:text=is%20longer`, 'is longer'],
    ['has a directive with context', `${source}#p2:~:text=with-,a%20word`, 'a word'],
    ['has a directive with two ends', `${source}#:~:text=The%20first,sentence`, 'The first sentence'],
    [
      'refines a passage',
      {
        source,
        selector: {
          type: 'FragmentSelector',
          value: 'p1',
          refinedBy: { type: 'TextQuoteSelector', exact: 'The', suffix: ' second' },
        },
      },
      'The',
    ],
    [
      'refines a passage by numbers',
      { source, selector: refining({ type: 'TextPositionSelector', start: 0, end: 7 }) },
      'Another',
    ],
    [
      'refines a passage by numbers that cut words',
      { source, selector: refining({ type: 'TextPositionSelector', start: 3, end: 12 }) },
      'no-target',
    ],
    [
      'refines a passage by numbers beyond its end',
      { source, selector: refining({ type: 'TextPositionSelector', start: 10, end: 90 }) },
      'not-found',
    ],
    [
      'refines a passage by words that are elsewhere',
      { source, selector: refining({ type: 'TextQuoteSelector', exact: 'The first' }) },
      'not-found',
    ],
    [
      'refines a passage by elements',
      { source, selector: refining({ type: 'XPathSelector', value: '/em[1]' }) },
      'no-target',
    ],
    [
      'refines elements by words',
      {
        source,
        selector: {
          type: 'CssSelector',
          value: 'p',
          refinedBy: { type: 'TextQuoteSelector', exact: 'is longer' },
        },
      },
      'is longer',
    ],
    [
      'refines elements by numbers',
      {
        source,
        state,
        selector: {
          type: 'CssSelector',
          value: 'p',
          refinedBy: { type: 'TextPositionSelector', start: 0, end: 7 },
        },
      },
      'no-target',
    ],
    [
      'goes from words to before other words',
      { source, selector: between('first', 'The second') },
      'first sentence.',
    ],
    [
      'goes from words to words before them',
      { source, selector: between('is longer', 'first') },
      'no-target',
    ],
    [
      'goes over the end of a paragraph',
      { source, selector: between('is longer', 'a word') },
      'crosses-blocks',
    ],
    [
      'is on emphasised words',
      { source, selector: { type: 'TextQuoteSelector', exact: 'second' } },
      'second',
    ],
    [
      'goes around emphasised words',
      { source, selector: { type: 'TextQuoteSelector', exact: 'The second one' } },
      'The second one',
    ],
    [
      'goes into emphasised words',
      { source, selector: { type: 'TextQuoteSelector', exact: 'cond one' } },
      'crosses-markup',
    ],
  ])('that %s.', (_, target, expected) => {
    expect(quoted(target)).toBe(expected);
  });

  test('that is about several stretches is marked on the first, and says so.', () => {
    const on = (exact: string) => ({ source, selector: { type: 'TextQuoteSelector', exact } });
    const { putIn } = put(annotation([on('a word'), on('longer')]), text);
    expect(putIn).toMatchObject([
      { quote: 'a word', toDo: ['It is about another stretch too, and marked on the first only.'] },
    ]);
  });

  test('that is a figure has its number from the words, and a year only where nothing is counted.', () => {
    const tagged = (exact: string) =>
      put(
        annotation(
          { source, selector: { type: 'TextQuoteSelector', exact } },
          {
            bodyValue: 'A number.',
            body: { type: 'TextualBody', purpose: 'tagging', value: 'figure' },
          },
        ),
        'They had 2400 vehicles in 1863.',
      ).mdx;
    expect(tagged('2400 vehicles')).toContain('value="2400"');
    expect(tagged('2400 vehicles')).not.toContain('unit=');
    expect(tagged('in 1863')).toContain('value="1863" unit="year"');
  });

  test('says its words as text, whoever wrote them.', () => {
    const { reading } = put(
      annotation(
        { source, selector: { type: 'TextQuoteSelector', exact: 'a word' } },
        {
          creator: { type: 'Person', name: 'A *B*' },
          created: '2026-11-02T08:00:00Z',
          bodyValue: 'Not *Markdown*, <b>.',
          body: undefined,
        },
      ),
      text,
    );
    expect(reading.annotations[0]).toMatchObject({
      kind: 'remark',
      finding: 'Not *Markdown*, <b>.',
      body: [{ text: 'Imported annotation of A *B*.' }],
    });
  });

  test('that cites a page without a record is told, with what a record needs.', () => {
    const { unrecorded, reading } = put(
      annotation(
        { source, selector: { type: 'TextQuoteSelector', exact: 'a word' } },
        {
          body: [
            { type: 'TextualBody', value: 'See there.' },
            {
              type: 'SpecificResource',
              source: 'https://example.org/elsewhere',
              selector: { type: 'TextQuoteSelector', exact: 'Words of it.' },
            },
          ],
        },
      ),
      text,
    );
    expect(unrecorded).toEqual([{ address: 'https://example.org/elsewhere', excerpt: 'Words of it.' }]);
    expect(reading.annotations[0]!.body[0]!.text).toBe('“Words of it.” https://example.org/elsewhere');
    expect(reading.annotations[0]!.evidence).toEqual([]);
  });

  test('of ours that cites a record that is not there is put in, and the record asked for.', () => {
    const own = {
      'postil:kind': 'claim',
      'postil:status': 'supported',
      'postil:checked': TODAY,
      'postil:finding': 'So it is.',
      'postil:evidence': [
        { 'postil:record': 'nowhere', 'postil:bearing': 'supports', 'postil:excerpt': 'It **is**.' },
      ],
    };
    const { unrecorded, problems } = put(
      annotation({ source, selector: { type: 'TextQuoteSelector', exact: 'a word' } }, own),
      text,
    );
    expect(unrecorded).toEqual([{ key: 'nowhere', excerpt: 'It is.' }]);
    expect(problems.map(({ id }) => id)).toEqual(['unknown-source']);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['is a reply', { motivation: 'replying' }, 'reply'],
    ['says nothing', { body: undefined, motivation: 'highlighting' }, 'says-nothing'],
    ['is ours and damaged', { 'postil:kind': 'claim' }, 'unreadable'],
    ['has no selector', { target: source }, 'no-target'],
  ])('that %s is left out.', (_, more, reason) => {
    const { refused } = readAnnotations({ ...on({ type: 'TextQuoteSelector', exact: 'a word' }), ...more });
    expect(refused).toMatchObject([{ reason }]);
  });

  test.each([[{}], [[]], [{ type: 'Book' }], [null], ['text'], [{ rows: [] }]])('is not %j.', (data) => {
    expect(() => readAnnotations(data)).toThrow('no annotation');
  });
});

describe('What a file names and does not hold is told', () => {
  const one = annotation({
    source: 'https://example.org/test/',
    selector: { type: 'TextQuoteSelector', exact: 'a' },
  });
  const page = (more: Record<string, unknown>) => ({
    id: 'https://example.org/page/1',
    type: 'AnnotationPage',
    items: [one],
    ...more,
  });
  const next = 'https://example.org/page/2';

  test.each<[string, unknown, [string, string][]]>([
    [
      'an annotation without a target, and one by its address',
      [one, { type: 'Annotation', id: 'LOST', bodyValue: 'y' }, 'https://example.org/77'],
      [
        ['LOST', 'no-target'],
        ['https://example.org/77', 'not-in-file'],
      ],
    ],
    [
      'things that are no annotations',
      [one, 7, 'words', {}],
      [
        ['annotation 2 of the file', 'unreadable'],
        ['words', 'unreadable'],
        ['annotation 4 of the file', 'unreadable'],
      ],
    ],
    [
      'what a collection counts',
      { id: 'https://example.org/all', type: 'AnnotationCollection', total: 4, first: page({}) },
      [['https://example.org/all', 'incomplete']],
    ],
    [
      'what a page’s collection counts',
      page({ partOf: { id: 'https://example.org/all', total: 4 } }),
      [['https://example.org/all', 'incomplete']],
    ],
    [
      'the pages after the first',
      { type: 'AnnotationCollection', first: page({ next }), last: next },
      [[next, 'not-in-file']],
    ],
    ['the page before', page({ prev: { id: next } }), [[next, 'not-in-file']]],
    [
      'pages by address only',
      { type: 'AnnotationCollection', id: 'https://example.org/all', total: 1, first: next },
      [
        ['https://example.org/all', 'incomplete'],
        [next, 'not-in-file'],
      ],
    ],
    ['rows of Hypothesis', { total: 523, rows: [row('Said.', 'a')] }, [['the file', 'incomplete']]],
    [
      'rows of Hypothesis beside an annotation of its own',
      [
        { total: 2, rows: [row('Said.', 'a')] },
        { type: 'Annotation', id: 'LOST' },
      ],
      [
        ['LOST', 'no-target'],
        ['the file', 'incomplete'],
      ],
    ],
    [
      'a row that names no page',
      { total: 2, rows: [row('Said.', 'a'), { id: 'nowhere', text: 'Said.' }] },
      [['nowhere', 'no-target']],
    ],
  ])('%s.', (_, data, expected) => {
    const { incoming, refused } = readAnnotations(data);
    expect(refused.map(({ name, reason }) => [name, reason])).toEqual(expected);
    expect(incoming).toHaveLength(JSON.stringify(data).includes('"exact"') ? 1 : 0);
  });

  test.each<[string, unknown]>([
    ['a whole collection', { type: 'AnnotationCollection', total: 1, first: page({}), last: page({}).id }],
    ['all its pages', [page({ next }), page({ id: next, prev: page({}).id })]],
    [
      'pages that count their collection’s',
      [
        page({ next, partOf: { id: 'https://example.org/all', total: 2 } }),
        page({ id: next, partOf: 'https://example.org/all' }),
      ],
    ],
    ['all rows', { total: 1, rows: [row('Said.', 'a')] }],
    [
      'all answers of a search',
      [
        { total: 2, rows: [row('Said.', 'a')] },
        { total: 2, rows: [row('Said.', 'a')] },
      ],
    ],
  ])('and nothing is where it holds %s.', (_, data) => {
    expect(readAnnotations(data).refused).toEqual([]);
  });

  test('with how many there are.', () => {
    expect(readAnnotations({ total: 523, rows: [row('Said.', 'a')] }).refused[0]!.detail).toBe(
      'The file does not hold all annotations that it counts: it counts 523 and holds 1.',
    );
  });
});

describe('Of words that stand in the text twice', () => {
  const text =
    'Europe must limit its armed forces, a plan that nobody has seen. Later on the armed forces of the east were counted again.';
  const on = (prefix: string, suffix: string) =>
    put(row('Said.', 'armed forces', { created: undefined }, { prefix, suffix }), text);
  const [early, late] = [text.indexOf('armed forces'), text.lastIndexOf('armed forces')];

  test.each([
    ['a few letters', '', ', a wholly different passage'],
    ['half a word', 'she saw thus ', ''],
    ['signs alone', '', ','],
    ['a context of neither', 'of quite another ', ' that were hired'],
  ])('%s choose none.', (_, prefix, suffix) => {
    expect(on(prefix, suffix).refused).toMatchObject([{ reason: 'ambiguous' }]);
  });

  test.each([
    ['before', 'rope must limit its ', '', early],
    ['behind', '', ' of the east w', late],
    ['on both sides', 'Later on the ', ' of the east', late],
    ['but for white space next to them', 'Later on the', 'of the east', late],
  ])('the context chooses: %s.', (_, prefix, suffix, start) => {
    const { putIn, reading } = on(prefix, suffix);
    expect(reading.annotations[0]!.start).toBe(start);
    expect(putIn[0]!.toDo).toEqual([]);
  });

  test('a context of which most agrees chooses, and that it differs is told.', () => {
    const { putIn, reading } = on('Later on the ', ' of the east are counted');
    expect(reading.annotations[0]!.start).toBe(late);
    expect(putIn[0]!.toDo).toEqual([
      'Its words stand in the text 2 times. What stands around its words is not what stood around them where it was made: see whether they are those that are meant.',
    ]);
  });

  test('a position of unknown counting chooses, and that is told.', () => {
    const { putIn, reading } = put(
      annotation({
        source: 'https://example.org/test/',
        selector: [
          { type: 'TextQuoteSelector', exact: 'armed forces' },
          { type: 'TextPositionSelector', start: late, end: late + 12 },
        ],
      }),
      text,
    );
    expect(reading.annotations[0]!.start).toBe(late);
    expect(putIn[0]!.toDo[0]).toContain('its position has chosen');
  });
});

test('Words that stand in the text once, and stood elsewhere when they were annotated, are told.', () => {
  const text = 'The water was dear, and it came from afar.';
  const at = (prefix: string) =>
    put(row('Said.', 'water', { created: undefined }, { prefix, suffix: '' }), text).putIn[0]!.toDo;
  expect(at('The ')).toEqual([]);
  expect(at('nobody ever drank ')[0]).toContain('What stands around its words');
});

describe('Why an annotation is left out is true', () => {
  const source = 'https://example.org/test/';
  const said = (selector: unknown) => {
    const data = annotation({ source, selector });
    const { refused, incoming } = readAnnotations(data);
    return refused[0]?.detail ?? (incoming.length > 0 ? put(data, 'One two three.').refused[0]!.detail : '');
  };

  test.each<[string, unknown, string]>([
    [
      'elements',
      { type: 'XPathSelector', value: '/p' },
      'it has XPathSelector only, which names elements of a page.',
    ],
    [
      'another kind',
      { type: 'DataPositionSelector', start: 1, end: 2 },
      'it has DataPositionSelector only, which cannot be followed in a text.',
    ],
    [
      'a quotation of nothing',
      { type: 'TextQuoteSelector' },
      'it has TextQuoteSelector without what it selects only, which cannot be followed in a text.',
    ],
    [
      'a position',
      { type: 'TextPositionSelector', start: 1, end: 2 },
      'it gives a position only, and in no edition of the text.',
    ],
    [
      'ends that are elements',
      {
        type: 'RangeSelector',
        startSelector: { type: 'XPathSelector', value: '/a' },
        endSelector: { type: 'XPathSelector', value: '/b' },
      },
      'it has RangeSelector, XPathSelector only, which names elements of a page.',
    ],
  ])('%s.', (_, selector, expected) => {
    expect(said(selector)).toBe(`It does not say which words it is about: ${expected}`);
  });
});

describe('Of an annotation’s bodies', () => {
  const on = (more: Record<string, unknown>) =>
    put(
      annotation(
        { source: 'https://example.org/test/', selector: { type: 'TextQuoteSelector', exact: 'two' } },
        more,
      ),
      'One two three.',
    );
  const said = (value: string) => ({ type: 'TextualBody', value });

  test('the first text of a choice is taken, and told.', () => {
    const { reading, putIn } = on({
      body: { type: 'Choice', items: [said('In English.'), said('En français.')] },
    });
    expect(reading.annotations[0]!.finding).toBe('In English.');
    expect(putIn[0]!.toDo).toEqual([
      'Its author gives 2 bodies to choose from: the first is taken, the others are not.',
    ]);
  });

  test('all of a list are taken, and the text of a resource.', () => {
    const { reading } = on({
      body: {
        type: 'List',
        items: [said('First.'), { type: 'SpecificResource', purpose: 'commenting', source: said('Second.') }],
      },
    });
    const { finding, body } = reading.annotations[0]!;
    expect([finding, body[0]!.text]).toEqual(['First.', 'Second.']);
  });

  test('tags, rights and a day that nothing leads to are told; all creators are named.', () => {
    const { reading, putIn } = on({
      id: undefined,
      body: [said('So.'), { ...said('Claim'), purpose: 'tagging' }, { ...said('lamps'), purpose: 'tagging' }],
      creator: [{ name: 'Ann' }, { name: ['Bea'] }, 'https://example.org/cy'],
      created: '2026-11-02T08:00:00Z',
      rights: 'https://creativecommons.org/licenses/by-nc/4.0/',
    });
    expect(reading.annotations[0]!.body[0]!.text).toBe(
      'Imported annotation of Ann, Bea and https://example.org/cy.',
    );
    expect(reading.annotations[0]!.kind).toBe('claim');
    expect(putIn[0]!.toDo).toEqual([
      'Its tag, which the note does not keep: lamps.',
      'It was made on 2 November 2026, which the note does not say.',
      'Its rights are https://creativecommons.org/licenses/by-nc/4.0/: see whether it may be published here.',
    ]);
  });
});

describe('An annotation of Hypothesis that is not public', () => {
  const mine = { read: ['acct:felicity_nunsun@hypothes.is'] };
  const world = { read: ['group:__world__'] };
  test.each<[string, Record<string, unknown>]>([
    ['for its author alone', { group: '__world__', permissions: mine }],
    ['for a group', { group: 'Ab12', permissions: { read: ['group:Ab12'] } }],
    ['in a group', { group: 'Ab12' }],
  ])('is left out: %s.', (_, more) => {
    const { incoming, refused } = readAnnotations(row('Said.', 'a', more));
    expect(incoming).toEqual([]);
    expect(refused).toMatchObject([{ reason: 'private' }]);
    expect(refused[0]!.detail).toMatch(/^It is not public/);
  });

  test('is none where everybody may read it.', () => {
    expect(readAnnotations(row('Said.', 'a', { group: '__world__', permissions: world })).refused).toEqual(
      [],
    );
  });
});

describe('In a strict reading', () => {
  const problemsOf = (data: unknown) => {
    const { mdx } = put(data, 'One two three.');
    return read(mdx.slice(HEAD.length), { more: 'strict: true\n' }).problems.map(({ id }) => id);
  };
  const address = { links: { html: 'https://hypothes.is/a/x' } };

  test.each<[string, Record<string, unknown>]>([
    ['a day', address],
    ['a day without an address', {}],
    ['a name with digits', { ...address, user: 'acct:joe77@hypothes.is' }],
  ])('where an annotation comes from says no number without ground: %s.', (_, more) => {
    expect(problemsOf(row('Said.', 'two', more))).not.toContain('number-not-in-evidence');
  });

  test.each([['In 2026 there were 2.'], ['There were 77.']])('its own numbers still need one: %s', (said) => {
    const data = row(said, 'two', { ...address, user: 'acct:joe77@hypothes.is' });
    expect(problemsOf(data)).toContain('number-not-in-evidence');
  });
});

describe('Marks', () => {
  const text = 'One two three four five six seven.';
  const on = (id: string, exact: string) => row('Said.', exact, { id });

  test('nest in whatever order they come, and never overlap.', () => {
    const { body, refused } = put(
      [
        on('a', 'three four'),
        on('b', 'two three four five'),
        on('c', 'four'),
        on('d', 'four five six'),
        on('e', 'three four'),
      ],
      text,
    );
    expect(body.split('\n')[0]).toBe(
      'One <Remark id="two-three-four-five">two <Remark id="three-four">three <Remark id="four">four</Remark></Remark> five</Remark> six seven.',
    );
    expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
      ['d', 'overlaps'],
      ['e', 'same-words'],
    ]);
  });

  test('get ids of their own, which no anchor and no footnote has.', () => {
    const body = '# Four\n\nWords p4 four four, *and* p4.\n\nSee.[^and]\n\n[^and]: A footnote.';
    const { reading } = put(
      [on('a', 'p4'), on('b', 'four four'), on('c', 'and'), on('d', ',')].map((each, index) => ({
        ...each,
        target: [
          { selector: [{ ...each.target[0]!.selector[0]!, ...(index === 0 && { suffix: ' four' }) }] },
        ],
      })),
      body,
    );
    expect(reading.annotations.map(({ id }) => id)).toEqual([
      'imported-p4',
      'four-four',
      'imported',
      'and-2',
    ]);
  });

  test.each([
    ['escaped signs', 'A \\{brace\\} and \\*star\\*, 5 \\< 6.', '{brace} and *star*'],
    ['references', 'A &amp; B &#123;c&#125; and more.', '& B {c}'],
    ['lines of a quotation', '> First line\n> second line.', 'line second'],
    ['lines with trailing spaces and tabs', 'First  line\n  second line.', 'line second'],
    ['accents written apart', 'The cafe\u0301 is shut.', 'café'],
    ['astral letters', 'A 🪔 lamp, 🪔.', 'lamp'],
    ['a heading', '# A lamp here', 'lamp'],
    ['a cell', '| A | lamp |\n| - | - |\n| b | c d |', 'c d'],
    ['a list', '- one\n- two lamps', 'lamps'],
    ['code in a line', 'Say `lamp` now.', 'lamp'],
    ['a file with CR LF', 'One.\r\n\r\nTwo lamps.\r\n', 'lamps'],
    ['the end of a file without a line feed', 'Two lamps', 'lamps'],
  ])('stand among %s.', (_, text, exact) => {
    const { putIn, refused, reading, problems, body } = put(row('Said.', exact), text);
    expect(refused).toEqual([]);
    expect(putIn[0]!.quote).toBe(exact.normalize('NFC'));
    expect(reading.annotations[0]!.quote).toBe(exact.normalize('NFC'));
    expect(problems).toEqual([]);
    expect(body.replace(/<\/?Remark[^>]*>/g, '').startsWith(text)).toBe(true);
    if (text.includes('\r\n')) expect(body).not.toMatch(/[^\r]\n/);
  });

  test('are not put into links, nor around them.', () => {
    const linked = 'See [the lamp](https://example.org/) now.';
    expect(put(row('Said.', 'lamp'), linked).refused).toMatchObject([{ reason: 'crosses-markup' }]);
    expect(put(row('Said.', 'See the lamp'), linked).refused).toMatchObject([{ reason: 'crosses-markup' }]);
  });
});

describe('What is made to look like an export of ours', () => {
  const own = (more: Record<string, unknown>) =>
    annotation(
      { source: 'https://example.org/test/', selector: { type: 'TextQuoteSelector', exact: 'two' } },
      { 'postil:kind': 'remark', 'postil:finding': 'Found.', ...more },
    );

  test.each<[string, Record<string, unknown>, string]>([
    ['an address that runs', { 'postil:body': ['[a](javascript:alert(1))'] }, 'a (javascript:alert(1))'],
    ['an element', { 'postil:body': ['<Claim id="z">b</Claim>'] }, '<Claim id="z">b</Claim>'],
    ['an expression', { 'postil:body': ['{process.exit()}'] }, '{process.exit()}'],
  ])('is read as words: %s.', (_, more, said) => {
    const { reading, problems } = put(own(more), 'One two three.');
    expect(problems).toEqual([]);
    expect(reading.annotations[0]!.body[0]!.text).toBe(said);
  });

  test('cannot leave its attribute.', () => {
    const brief = '"><script>x</script><Claim id="z" brief="';
    const { reading, problems } = put(own({ 'postil:brief': brief }), 'One two three.');
    expect(problems).toEqual([]);
    expect(reading.annotations).toMatchObject([{ id: 'two', brief }]);
  });

  test('cannot have an id that is none.', () => {
    const { refused, reading } = put(
      { ...own({}), id: 'https://example.org/test/notes/a%22%20b/' },
      'One two three.',
    );
    expect(refused).toEqual([]);
    expect(reading.annotations).toMatchObject([{ id: 'two' }]);
  });
});

describe('What strangers write', () => {
  const text = 'One two three.\n\nThe end.[^own]\n\n[^own]: A footnote.\n';
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<script>alert(1)</script>',
            '{process.exit()}',
            'import x from "y"',
            'export const a = 1',
            '[^own]',
            '[^a]: b',
            '^[c]',
            '&lt;b&gt;',
            '&#123;',
            '<!-- c -->',
            '<Evidence source="post" bearing="supports">e</Evidence>',
            '</Claim>',
            '<Claim id="z">',
            '![p](https://e.org/p.png)',
            '[l](javascript:alert(1))',
            '<https://e.org/?a={b}>',
            '[r][d]\n\n[d]: data:text/html,x',
            '```\n',
            '`',
            '    code',
            '\u202Eabc',
            '\u2066',
            '\u0000',
            '\uD800',
            '---',
            '***',
            '# ',
            '> ',
            '- ',
            '1. ',
            '| a |\n|-|\n| {b} |',
            '\\',
            '$$x$$',
            ':::',
            '\n',
            '\n\n',
            '\t',
            '\r\n',
            'x'.repeat(500),
            '[',
            ']',
            '(',
            ')',
            '*',
            '_',
            '~~',
            'a@b.org',
            'www.e.org',
          ),
          fc.string({ maxLength: 12 }),
        ),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join('')),
  );

  test('never changes the text, never runs, and is never lost without a word.', () => {
    fc.assert(
      fc.property(hostile, hostile, (markdown, name) => {
        const before = read(text);
        const data = row(markdown, 'two', { user: name, tags: [name, 'claim'] });
        const { refused: early } = readAnnotations(data);
        if (early.length > 0) {
          expect(early[0]!.reason).toBe('says-nothing');
          return;
        }
        const { reading, problems, putIn, refused, body } = put(data, text);
        expect(refused).toEqual([]);
        expect(putIn).toHaveLength(1);
        expect(reading.text).toBe(before.reading.text);
        expect(problems.filter(({ id }) => id !== 'long-finding')).toEqual([]);
        expect(body.replace(/<\/?Claim[^>]*>/g, '').startsWith(text)).toBe(true);
        const [{ finding, body: paragraphs, evidence }] = reading.annotations as [
          Reading['annotations'][number],
        ];
        expect(evidence).toEqual([]);
        const said = [finding, ...paragraphs.map(({ text: words }) => words)].join(' ');
        for (const word of markdown.match(/[A-Za-z]{5,}/g) ?? [])
          if (!/^(?:https|image)/.test(word)) expect(said.toLowerCase()).toContain(word.toLowerCase());
        expect(paragraphs.map(({ html }) => html).join('')).not.toMatch(
          /<script|<img|href="(?!https?:|mailto:)/,
        );
        expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
      }),
      // What was once not escaped comes first.
      {
        numRuns: 150,
        examples: [
          ['^![p](https://e.org/p.png)', ''],
          ['[^a]: b', ''],
          ['[d]\n\n[d]: /one\n[d]: SECOND', ''],
          ['[d]\n\n[d]: <> "TITLE"', ''],
        ],
      },
    );
  });
});
