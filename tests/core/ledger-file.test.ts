import { describe, expect, test } from 'vitest';
import { hash } from '../../src/core/hash.ts';
import { type Ledger, parseLedger, serializeLedger } from '../../src/core/ledger-file.ts';
import type { Row } from '../../src/core/ledger.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

const PATH = 'readings/winter/anchors.json';

const parse = (json: string) => parseLedger({ path: PATH, json });

/** Three editions, with what can become of a passage in them. */
const whole = (): Ledger => ({
  ...ledgerOf(3, [
    paragraph('p1', 2, 'A. B.', {
      was: [said(1, 'A.')],
      moves: [{ edition: 2 }, { edition: 3, from: 'p2' }],
    }),
    sentence('p1s1', said(1, 'A.'), { moves: [{ edition: 2, from: 'p1' }] }),
    sentence('p1s2', said(2, 'B.'), { from: 'p1s1' }),
    gone('p1s3', 'sentence', { edition: 3, gone: 'merged', into: 'p1s4' }, [said(1, 'C.'), said(2, 'D.')]),
    gone('p1s4', 'sentence', { edition: 3, gone: 'merged', into: 'p1s2' }, [said(2, 'E.')]),
    gone('p2', 'paragraph', { edition: 2, gone: 'removed', near: 'p1' }, [said(1, 'F.')]),
  ]),
  annotations: [
    {
      annotation: 'note',
      edition: 1,
      notes: [{ date: '2026-01-01', edition: 1, hash: hash('F'), finding: 'F', passage: 'p1s1', quote: 'A' }],
    },
  ],
});

type Lines = { [Name in 'editions' | 'anchors' | 'annotations']: Record<string, unknown>[] };

/** Each fault: the line, and what is said of it. */
function faultsOf(change: (ledger: Lines) => void): string[] {
  const ledger = whole();
  change(ledger);
  const json = serializeLedger(ledger);
  const { ledger: parsed, problems } = parse(json);
  expect(parsed === undefined).toBe(problems.length > 0);
  return problems.map(({ id, message, position, hint }) => {
    expect(id).toBe('malformed-ledger');
    expect(hint).toBe(
      `Restore the last committed ledger: \`git checkout -- ${PATH}\`. It is never written by hand.`,
    );
    const row = json.split('\n')[(position as { line: number }).line - 1]!;
    const [name] = Object.values(JSON.parse(row.replace(/,$/, '')) as Record<string, string | number>);
    return `${name}: ${message.replace(/, and is .*/, '')}`;
  });
}

const anchor = (index: number, field: Partial<Row> | object) => (lines: Lines) =>
  void Object.assign(lines.anchors[index]!, field);
const edition = (field: object) => (lines: Lines) => void Object.assign(lines.editions[1]!, field);
const annotation = (field: object) => (lines: Lines) => void Object.assign(lines.annotations[0]!, field);

/** Lines of the ledger above. */
const [P1, P1S1, P1S2, P1S3, P1S4, P2] = [0, 1, 2, 3, 4, 5];

type Change = (ledger: Lines) => void;

describe('A ledger is taken', () => {
  test.each<[string, Change]>([
    ['with all that can become of a passage', () => undefined],
    [
      'where a state before was one of absence',
      anchor(P1S3, { was: [said(1, 'A.'), { edition: 2, gone: 'removed' }] }),
    ],
    ['where nothing remained when a passage was removed', anchor(P2, { near: undefined })],
    ['where a passage was merged into one that was removed then', anchor(P1S3, { into: 'p2' })],
    ['where it is said who changed the text', edition({ by: 'author' })],
    [
      'where a note was withdrawn',
      annotation({ withdrawn: { edition: 2, date: '2026-02-01', why: 'Wrong.' } }),
    ],
    [
      'where a note has a status',
      annotation({
        notes: [{ ...whole().annotations[0]!.notes[0], status: 'opinion', checked: '2026-01-01' }],
      }),
    ],
  ])('%s.', (_, change) => {
    expect(faultsOf(change)).toEqual([]);
  });
});

const WORDS = 'the SHA-256 of this row’s text';
const LEADS = 'merged into a passage of this ledger that has the words or went into another';
const MERGED = 'merged where it says into what, else removed';
const EARLIER = 'an edition before that of the next state';
const DIGITS = '64 hexadecimal digits';

describe('A ledger is refused, and it is said of which line and why:', () => {
  test.each<[string, Change, string]>([
    ['a passage without hash', anchor(P1S1, { hash: undefined }), 'p1s1: `anchors.hash` is missing.'],
    ['the hash of other words', anchor(P1S1, { text: 'Z.' }), `p1s1: \`anchors.hash\` should be ${WORDS}`],
    [
      'the hash of other words before',
      anchor(P1S3, { was: [said(1, 'A.'), { ...said(2, 'A.'), text: 'B.' }] }),
      `p1s3: \`anchors.was.hash\` should be ${WORDS}`,
    ],
    [
      'a present passage with one that remained',
      anchor(P1S1, { near: 'p1' }),
      'p1s1: `anchors.edition` should be gone, where it says what remains',
    ],
    [
      'a present passage that is in another',
      anchor(P1S1, { into: 'p1' }),
      'p1s1: `anchors.edition` should be gone, where it says what remains',
    ],
    [
      'what is gone with a hash',
      anchor(P1S3, { hash: hash('A.') }),
      'p1s3: `anchors.gone` should be absent, where there are words',
    ],
    [
      'what is gone with words',
      anchor(P1S3, { text: 'A.' }),
      'p1s3: `anchors.gone` should be absent, where there are words',
    ],
    [
      'what is merged into nothing',
      anchor(P1S3, { into: undefined }),
      `p1s3: \`anchors.gone\` should be ${MERGED}`,
    ],
    [
      'what is removed into something',
      anchor(P2, { into: 'p1' }),
      `p2: \`anchors.gone\` should be ${MERGED}`,
    ],
    [
      'what is gone and never had words',
      anchor(P1S3, { was: undefined }),
      'p1s3: `anchors.gone` should be absent, where `was` does not say what the words were',
    ],
    [
      'what is gone and has always been',
      anchor(P1S3, { was: [{ edition: 1, gone: 'removed' }] }),
      'p1s3: `anchors.gone` should be absent, where `was` does not say what the words were',
    ],
    [
      'states of one edition',
      anchor(P1S3, { was: [said(2, 'A.'), said(2, 'B.')] }),
      `p1s3: \`anchors.was.edition\` should be ${EARLIER}`,
    ],
    [
      'a state before that is of the same edition',
      anchor(P1S3, { was: [said(1, 'A.'), said(3, 'B.')] }),
      `p1s3: \`anchors.was.edition\` should be ${EARLIER}`,
    ],
    [
      'what is merged into what is nowhere',
      anchor(P1S3, { into: 'p9' }),
      `p1s3: \`anchors.gone\` should be ${LEADS}`,
    ],
    [
      'what is merged into itself',
      anchor(P1S3, { into: 'p1s3' }),
      `p1s3: \`anchors.gone\` should be ${LEADS}`,
    ],
    [
      'one near that is nowhere',
      anchor(P2, { near: 'p9' }),
      'p2: `anchors.near` should be an anchor of this ledger',
    ],
    [
      'one near before that is nowhere',
      anchor(P1, { was: [{ edition: 1, gone: 'removed', near: 'p9' }] }),
      'p1: `anchors.was.near` should be an anchor of this ledger',
    ],
    [
      'a part of what is nowhere',
      anchor(P1S2, { from: 'p9' }),
      'p1s2: `anchors.from` should be an anchor of this ledger',
    ],
    [
      'a move from nowhere',
      anchor(P1, { moves: [{ edition: 2 }, { edition: 3, from: 'p9' }] }),
      'p1: `anchors.moves.from` should be an anchor of this ledger',
    ],
    [
      'a move to come',
      anchor(P1, { moves: [{ edition: 4 }] }),
      'p1: `anchors.moves.edition` should be an edition of this ledger',
    ],
    [
      'a state to come',
      anchor(P1, { edition: 4 }),
      'p1: `anchors.edition` should be an edition of this ledger',
    ],
    [
      'no anchor',
      anchor(P1S3, { anchor: 'P 2' }),
      'P 2: `anchors.anchor` should be an anchor, as in p4s2, or a heading’s slug',
    ],
    [
      'an unknown kind',
      anchor(P1, { kind: 'phrase' }),
      'p1: `anchors.kind` should be one of byline, heading, paragraph, row, code, sentence',
    ],
    ['an unknown field of a passage', anchor(P1, { more: 1 }), 'p1: There is no field `more` here.'],
    [
      'an edition that is not the next',
      edition({ edition: 4 }),
      '4: `editions.edition` should be the number 2: editions are numbered 1, 2, … in order',
    ],
    ['no day', edition({ date: '2026-02-30' }), '2: `editions.date` should be a day, as in 2026-11-22'],
    [
      'a change by nobody known',
      edition({ by: 'me' }),
      '2: `editions.by` should be one of author, publisher, editors',
    ],
    ['an edition without reason', edition({ why: '' }), '2: `editions.why` is empty.'],
    [
      'a hash with a digit before it',
      edition({ text: `a${hash('')}` }),
      `2: \`editions.text\` should be ${DIGITS}`,
    ],
    [
      'a hash with a digit after it',
      edition({ text: `${hash('')}a` }),
      `2: \`editions.text\` should be ${DIGITS}`,
    ],
    ['an unknown field of an edition', edition({ more: 1 }), '2: There is no field `more` here.'],
    [
      'an annotation with the name of a passage',
      annotation({ annotation: 'p1' }),
      'p1: `annotations.annotation` should be a name that nothing else in the ledger has',
    ],
    ['an annotation without name', annotation({ annotation: '' }), ': `annotations.annotation` is empty.'],
    [
      'a withdrawal without reason',
      annotation({ withdrawn: { edition: 2, date: '2026-02-01', why: '' } }),
      'note: `annotations.withdrawn.why` is empty.',
    ],
  ])('%s.', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  test('what is merged in a circle.', () => {
    expect(faultsOf(anchor(P1S4, { into: 'p1s3' }))).toEqual(
      ['p1s3', 'p1s4'].map((name) => `${name}: \`anchors.gone\` should be ${LEADS}`),
    );
  });

  test('an anchor that stands twice, of which git knows nothing.', () => {
    const { problems } = parse(
      JSON.stringify({ ...whole(), anchors: [...whole().anchors, whole().anchors[1]] }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '`anchors.anchor` should be a name that nothing else in the ledger has, and is “p1s1”.',
    ]);
  });

  test('a note without what it says.', () => {
    expect(faultsOf(annotation({ notes: [{}] }))).toEqual(
      ['date', 'edition', 'hash', 'finding', 'passage', 'quote'].map(
        (field) => `note: \`annotations.notes.${field}\` is missing.`,
      ),
    );
  });
});

describe('A file is refused as a whole:', () => {
  const refused = (json: string) => parse(json).problems[0]!;

  test('where a merge has left its marks.', () => {
    expect(parse(`<<<<<<< HEAD\n${serializeLedger(whole())}`)).toMatchObject({
      problems: [{ id: 'conflicting-ledger' }],
    });
  });

  test.each([
    ['where it breaks off', '{\n  "format": 2,', { line: 2, column: 15 }],
    ['where it is empty', '', { line: 1, column: 1 }],
    ['where a sign is wrong', '{\n  "format": 2,\n  "editions": [] "anchors"\n}', { line: 3, column: 18 }],
    ['where a sign is wrong far inside', `${'\n'.repeat(11)}{ "format": 2,  !\n}`, { line: 12, column: 17 }],
  ])('%s, and the place is told.', (_, json, place) => {
    const { id, message, position } = refused(json);
    expect(id).toBe('malformed-ledger');
    expect(message).toMatch(/^The ledger is not well-formed JSON: .+\.$/);
    expect(position).toEqual({ path: PATH, ...place });
  });

  test('where a newer program wrote it.', () => {
    expect(refused('{ "format": 3 }')).toMatchObject({
      id: 'newer-ledger',
      message: 'The ledger has format 3, and this program knows formats up to 2.',
      hint: 'Use the newer program that wrote it.',
      position: { path: PATH },
    });
  });

  test('where it is deeper than any ledger.', () => {
    const deep = JSON.stringify({ ...whole(), more: JSON.parse('['.repeat(11) + ']'.repeat(11)) as unknown });
    expect(parse(deep)).toMatchObject({
      problems: [
        {
          id: 'malformed-ledger',
          message: 'Lists and fields are within one another here more deeply than in any ledger.',
          position: { path: PATH },
        },
      ],
    });
    const shallow = JSON.stringify({
      ...whole(),
      more: JSON.parse('['.repeat(10) + ']'.repeat(10)) as unknown,
    });
    expect(refused(shallow).message).toBe('There is no field `more` here.');
  });

  test('where a field stands twice.', () => {
    const json = serializeLedger(whole()).replace('"why":', '"why":"Another.","why":');
    expect(refused(json)).toMatchObject({ id: 'malformed-ledger', position: { line: 4 } });
  });
});

describe('Format 1', () => {
  const { annotations, ...rest } = whole();
  const old = (more: object) =>
    JSON.stringify({
      ...rest,
      annotations: annotations.map(({ annotation: name, edition: since }) => ({
        annotation: name,
        edition: since,
      })),
      format: 1,
      ...more,
    });

  test('is read as what is written now: what notes said is not known.', () => {
    expect(parse(old({}))).toEqual({
      ledger: { ...rest, annotations: [{ annotation: 'note', edition: 1, notes: [] }] },
      problems: [],
    });
  });

  test.each([
    ['no list', { annotations: 1 }],
    ['a list of nothing', { annotations: [null] }],
  ])('is refused where its annotations are %s.', (_, more) => {
    expect(parse(old(more)).ledger).toBeUndefined();
  });
});

test('A ledger is written with a line for each edition, anchor and annotation.', () => {
  const one = { ...ledgerOf(1, [paragraph('p1', 1, 'A.'), sentence('p1s1', said(1, 'A.'))]) };
  expect(serializeLedger(one).split('\n')).toEqual([
    '{',
    '  "format": 2,',
    '  "editions": [',
    `    ${JSON.stringify(one.editions[0])}`,
    '  ],',
    '  "anchors": [',
    `    ${JSON.stringify(one.anchors[0])},`,
    `    ${JSON.stringify(one.anchors[1])}`,
    '  ],',
    '  "annotations": [',
    '  ]',
    '}',
    '',
  ]);
});
