import { describe, expect, test } from 'vitest';
import { type Decision, parseDecision, placeLabels, resolveDecisions } from '../../src/core/decision.ts';
import { hash } from '../../src/core/hash.ts';
import { dayOf, gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

describe('An editor’s decision is read', () => {
  test.each<[words: string, decision: Decision]>([
    ['p4s2=5.1', { name: 'p4s2', to: ['5.1'] }],
    ['p4s2=5.1+5.2', { name: 'p4s2', to: ['5.1', '5.2'] }],
    ['p4s2=5.1+5.2+6.1', { name: 'p4s2', to: ['5.1', '5.2', '6.1'] }],
    ['p4s2=removed', { name: 'p4s2', gone: 'removed' }],
    ['the-cap=withdrawn', { name: 'the-cap', gone: 'withdrawn' }],
    ['background=the-background', { name: 'background', to: ['the-background'] }],
  ])('from %s.', (words, decision) => {
    expect(parseDecision(words)).toEqual(decision);
  });

  test.each([
    '',
    'p4s2',
    'p4s2=',
    '=5.1',
    'p4s2=5.1+',
    'p4s2=+5.1',
    'p4s2=5.1++5.2',
    'p4s2=5=1',
    'p4s2 =5.1',
    'p4s2= 5.1',
    ' p4s2=5.1',
    'p4s2=5.1 ',
  ])('from nothing else: “%s”.', (words) => {
    expect(() => parseDecision(words)).toThrow(
      `\`--decide ${words}\` is no decision: write it as in p4s2=5.1, p4s2=removed or note=withdrawn.`,
    );
  });
});

test('Places are named by their numbers in the new text, headings by their slugs.', () => {
  const block = (anchor: string, sentences: number) => ({
    anchor,
    sentences: Array(sentences).fill({}) as [],
  });
  expect(
    placeLabels([block('p0', 1), block('background', 0), block('p1', 2), block('p2', 0), block('p3', 1)]),
  ).toEqual(['0.1', 'background', '1.1', '1.2', '2', '3.1']);
});

const NOTE = { date: dayOf(1), edition: 1, hash: hash('F'), finding: 'F', passage: 'p1s1', quote: 'One' };
const LEDGER = ledgerOf(
  2,
  [
    { anchor: 'background', kind: 'heading', ...said(1, 'Background') },
    paragraph('p1', 1, 'One. Two.'),
    sentence('p1s1', said(1, 'One.')),
    sentence('p1s2', said(1, 'Two.')),
    gone('p2', 'paragraph', { edition: 2, gone: 'removed' }, [said(1, 'Three.')]),
    gone('p2s1', 'sentence', { edition: 2, gone: 'removed' }, [said(1, 'Three.')]),
  ],
  [
    { annotation: 'cap', edition: 1, notes: [NOTE] },
    {
      annotation: 'plan',
      edition: 1,
      notes: [NOTE],
      withdrawn: { edition: 2, date: dayOf(2), why: 'It was wrong.' },
    },
  ],
);
const LABELS = ['background', '1.1', '1.2', '2.1'];
const resolve = (...words: string[]) => resolveDecisions(words.map(parseDecision), LEDGER, LABELS);

describe('Decisions are', () => {
  test('places of the new text by the names of what was published, and the notes that are withdrawn.', () => {
    expect(
      resolve('p1s1=1.2', 'p1s2=2.1+1.1', 'background=removed', 'cap=withdrawn', 'p2s1=background'),
    ).toEqual({
      targets: new Map([
        ['p1s1', [2]],
        ['p1s2', [3, 1]],
        ['background', []],
        ['p2s1', [0]],
      ]),
      withdrawn: new Set(['cap']),
    });
  });

  test('none, where there are none.', () => {
    expect(resolve()).toEqual({ targets: new Map(), withdrawn: new Set() });
  });

  test.each<[words: string[], told: string]>([
    [['p1s3=1.1'], '`--decide p1s3=…`: the ledger has no sentence or heading `p1s3`. Did you mean `p1s1`?'],
    // A paragraph goes where its sentences go.
    [['p1=1.1'], '`--decide p1=…`: the ledger has no sentence or heading `p1`.'],
    [['cab=withdrawn'], '`--decide cab=…`: the ledger has no annotation `cab`. Did you mean `cap`?'],
    [['p1s1=withdrawn'], '`--decide p1s1=…`: the ledger has no annotation `p1s1`.'],
    [['cap=removed'], '`--decide cap=…`: the ledger has no sentence or heading `cap`.'],
    [
      ['plan=withdrawn'],
      `\`--decide plan=withdrawn\`: it was withdrawn in edition 2, on ${dayOf(2)}. Leave the decision out.`,
    ],
    [
      ['p1s1=1.1', 'p1s2=1.2', 'p1s1=removed'],
      '`--decide p1s1=…` is given twice: say once what became of it.',
    ],
    [['p1s1=1.3'], '`1.3` is no place of the new text. Did you mean `1.1`? `--dry-run` prints them all.'],
    [['p1s1=1.1+elsewhere'], '`elsewhere` is no place of the new text. `--dry-run` prints them all.'],
  ])('refused: %j.', (words, told) => {
    expect(() => resolve(...words)).toThrow(told);
  });
});
