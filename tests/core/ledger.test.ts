import { describe, expect, test } from 'vitest';
import { hash, hashOfFile } from '../../src/core/hash.ts';
import { applyLedger } from '../../src/core/ledger.ts';
import { parseLedger, serializeLedger } from '../../src/core/ledger-file.ts';
import { listPassages } from '../../src/core/passage.ts';
import { bringUpToDate, firstLedger, publishFirst } from '../../src/core/publish.ts';
import { readReading } from '../../src/core/reading.ts';
import { claim, read, SOURCES, TODAY } from './support/reading.ts';

const BODY = `## Winter\n\nIt is ${claim('cold', 'cold')}. It “is”.\n\n- Snow\n\n[^cold]: A forecast.\n`;
const PATH = 'readings/winter/anchors.json';

const { reading } = read(BODY);
const passages = listPassages(reading.blocks);
const ledger = publishFirst(reading, TODAY).ledger;
const json = serializeLedger(ledger);

const parse = (text: string) => parseLedger({ path: PATH, json: text });

describe('A ledger', () => {
  test('lists every passage in the order of the text, a paragraph before its sentences.', () => {
    expect(ledger.anchors.map(({ anchor, kind, text }) => [anchor, kind, text])).toEqual([
      ['winter', 'heading', 'Winter'],
      ['p1', 'paragraph', undefined],
      ['p1s1', 'sentence', 'It is cold.'],
      ['p1s2', 'sentence', 'It “is”.'],
      ['p2', 'paragraph', undefined],
      ['p2s1', 'sentence', 'Snow'],
    ]);
    expect(ledger.anchors.map((row) => row.hash)).toEqual(
      ['Winter', 'It is cold. It “is”.', 'It is cold.', 'It “is”.', 'Snow', 'Snow'].map(hash),
    );
    expect(ledger.annotations).toEqual([
      {
        annotation: 'cold',
        edition: 1,
        notes: [
          {
            date: TODAY,
            edition: 1,
            hash: reading.annotations[0]!.hash,
            status: 'opinion',
            checked: '2026-11-22',
            finding: 'A forecast.',
            passage: 'p1s1',
            quote: 'cold',
          },
        ],
      },
    ]);
  });

  test('is the same after it was written and read again, and has the same bytes.', () => {
    expect(parse(json)).toEqual({ ledger, problems: [] });
    expect(serializeLedger(parse(json).ledger!)).toBe(json);
    expect(serializeLedger(publishFirst(read(BODY).reading, TODAY).ledger)).toBe(json);
  });

  test('has one line for each edition, anchor and annotation, and ends in a line feed.', () => {
    const rows = json.split('\n').filter((line) => line.startsWith('    {'));
    expect(rows.map((row) => Object.keys(JSON.parse(row.replace(/,$/, '')) as object)[0])).toEqual([
      'edition',
      ...Array<string>(6).fill('anchor'),
      'annotation',
    ]);
    expect(json.endsWith('}\n')).toBe(true);
  });

  test('may have been written by another program.', () => {
    const others = [
      JSON.stringify(ledger),
      JSON.stringify(ledger, null, '\t'),
      json.replaceAll('\n', '\r\n'),
    ];
    expect(others.map(parse)).toEqual(others.map(() => ({ ledger, problems: [] })));
  });

  test('can be empty of passages and annotations.', () => {
    const empty = firstLedger([], { date: TODAY, why: 'Nothing.', text: hash('') });
    expect(parse(serializeLedger(empty))).toEqual({ ledger: empty, problems: [] });
  });
});

describe('A ledger is refused where', () => {
  test.each([
    ['it is empty', '', 'malformed-ledger'],
    ['it breaks off', json.slice(0, 200), 'malformed-ledger'],
    ['it breaks off between two lines', json.slice(0, json.indexOf('\n', 300)), 'malformed-ledger'],
    [
      'a merge has left its marks',
      json.replace('  "anchors"', '<<<<<<< HEAD\n  "anchors"'),
      'conflicting-ledger',
    ],
    ['it is no object', '[]', 'malformed-ledger'],
    ['it is null', 'null', 'malformed-ledger'],
    ['a field is missing', json.replace('"format": 2,', ''), 'malformed-ledger'],
    ['a field is unknown', json.replace('"format": 2,', '"format": 2, "by": "hand",'), 'malformed-ledger'],
    ['a hash is cut short', json.replace(hash('Winter'), hash('Winter').slice(0, 7)), 'malformed-ledger'],
    ['a key stands twice', json.replace('"format": 2,', '"format": 2,\n  "format": 2,'), 'malformed-ledger'],
    [
      'a key stands twice in a row',
      json.replace('"kind":"heading"', '"kind":"paragraph","kind":"heading"'),
      'malformed-ledger',
    ],
    ['it has no edition', json.replace(/"editions": \[.*?\n {2}\]/s, '"editions": []'), 'malformed-ledger'],
    ...['"from":"p9"', '"moves":[{"edition":1,"from":"p9"}]', '"moves":[{"edition":9}]'].map(
      (field) =>
        [
          `a line says ${field}, which is nothing it has`,
          json.replace('"kind":"sentence",', `"kind":"sentence",${field},`),
          'malformed-ledger',
        ] as [string, string, string],
    ),
    ['it is of a newer format', json.replace('"format": 2', '"format": 3'), 'newer-ledger'],
    ['it is of a newer format with fields unknown here', '{ "format": 4, "shelves": [] }', 'newer-ledger'],
  ])('%s.', (_, text, id) => {
    const { ledger: parsed, problems } = parse(text);
    expect(parsed).toBeUndefined();
    expect(new Set(problems.map((found) => found.id))).toEqual(new Set([id]));
  });

  test('it breaks off, and the problem says where and how to mend it.', () => {
    const [problem] = parse(json.slice(0, json.indexOf('It is cold') + 3)).problems;
    expect(problem?.position).toMatchObject({ path: PATH, line: 9 });
    expect(problem?.hint).toContain(`git checkout -- ${PATH}`);
  });
});

describe('A text gets the anchors of its ledger', () => {
  test('where both have the same words in the same order, whatever the anchors are.', () => {
    const renamed = {
      ...ledger,
      anchors: ledger.anchors.map((row) => ({ ...row, anchor: `${row.anchor}a` })),
    };
    expect(applyLedger(passages, renamed)).toEqual({
      anchors: ['wintera', 'p1a', 'p1s1a', 'p1s2a', 'p2a', 'p2s1a'],
      edition: ledger.editions[0],
    });
  });

  test.each([
    ['a word is another', BODY.replace('It “is”', 'It “was”'), 1],
    ['a paragraph is new', BODY.replace('- Snow', '- Snow\n- Ice'), 6],
    ['a paragraph is gone', BODY.replace('- Snow', ''), 4],
    ['a heading has become a paragraph', BODY.replace('## ', ''), 0],
    ['everything is gone', '', 0],
  ])('not where %s: it says at which passage they part.', (_, body, partsAt) => {
    expect(applyLedger(listPassages(read(body).reading.blocks), ledger)).toEqual({ partsAt });
  });
});

describe('Where text and ledger part, both wordings are shown:', () => {
  const told = (body: string) => {
    const files = {
      slug: 'winter',
      path: 'index.mdx',
      mdx: `---\ntitle: Test\nauthor: [{ literal: A }]\nlanguage: en-GB\nsource: post\n---\n\n${body}`,
      ledger: { path: PATH, json },
    };
    const { problems } = readReading(files, SOURCES, TODAY);
    return problems.filter(({ id }) => id === 'ledger-differs').map(({ message }) => message);
  };

  test.each([
    [
      'a word of a sentence',
      BODY.replace('It “is”', 'It “was”'),
      'at `p1s2` it has the sentence “It “is”.”, where the text has the sentence “It “was”.”',
    ],
    [
      'a heading',
      BODY.replace('Winter', 'Frost'),
      'at `winter` it has the heading “Winter”, where the text has the heading “Frost”',
    ],
    [
      'the kind',
      BODY.replace('## ', ''),
      'at `winter` it has the heading “Winter”, where the text has the paragraph “Winter”',
    ],
    [
      'a sentence more',
      BODY.replace('It “is”.', 'It “is”. It was.'),
      'at `p2` it has the paragraph “Snow”, where the text has the sentence “It was.”',
    ],
    [
      'a sentence less',
      BODY.replace(' It “is”.', ''),
      'at `p1s2` it has the sentence “It “is”.”, where the text has the paragraph “Snow”',
    ],
    [
      'a paragraph more at the end',
      BODY.replace('- Snow', '- Snow\n- Ice'),
      'it ends, where the text has the sentence “Ice”',
    ],
    [
      'a paragraph less at the end',
      BODY.replace('- Snow', ''),
      'at `p2s1` it has the sentence “Snow”, where the text ends',
    ],
    [
      'a word far into a sentence',
      BODY.replace('Snow', `Snow ${'falls and falls '.repeat(8)}`.trim()),
      `at \`p2s1\` it has the sentence “Snow”, where the text has the sentence “Snow ${'falls and falls '.repeat(8).slice(0, 55)}…”`,
    ],
  ])('%s.', (_, body, words) => {
    expect(told(body)).toEqual([`The ledger does not know this text: ${words}.`]);
  });
});

describe('Bringing a ledger up to date', () => {
  test('makes the first edition of a text that has none.', () => {
    const first = publishFirst(reading, TODAY).ledger;
    expect(first.anchors).toEqual(ledger.anchors);
    expect(first.editions).toMatchObject([{ edition: 1, date: TODAY, text: hashOfFile(reading.text) }]);
  });

  test('adds the annotations that are new, and keeps all that were ever there.', () => {
    const withdrawn = { annotation: 'withdrawn', edition: 1, notes: [] };
    expect(bringUpToDate(reading, { ...ledger, annotations: [withdrawn] }, TODAY)).toEqual({
      ledger: { ...ledger, annotations: [...ledger.annotations, withdrawn] },
      news: ['annotation cold'],
    });
  });

  test('changes nothing where nothing is new.', () => {
    expect(bringUpToDate(reading, ledger, '2027-01-01')).toEqual({ ledger, news: [] });
  });
});
