import { describe, expect, test } from 'vitest';
import { canKeep, type Heir, inherit, unitsOf } from '../../src/core/inheritance.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { blocks, edited, editedAs, published, targetsOf } from './support/blocks.ts';

/** An heir in short: `p1`, `new`, `new from p1`, `p2 was in/after p1`. */
function brief({ anchor = 'new', from, moved }: Heir): string {
  const [part, place] = [from === undefined ? '' : ` from ${from}`, moved?.from ?? 'the beginning'];
  return `${anchor}${part}${moved ? ` was at ${place}` : ''}`;
}

/** Who inherits what: a line for each block, with its sentences; then what was merged. */
function heirsOf(ledger: Ledger, after: readonly string[], told?: Record<string, readonly number[]>) {
  const text = blocks(...after);
  const { blocks: heirs, sentences, merged } = inherit(ledger, text, targetsOf(ledger, text, told));
  return [
    ...heirs.map((heir, block) => [brief(heir), ...sentences[block]!.map(brief)].join(', ')),
    ...Array.from(merged, ([name, { block, sentence }]) =>
      [name, 'into', block, ...(sentence === undefined ? [] : [sentence])].join(' '),
    ),
  ];
}

/** What is told, the ledger before, the new text, who inherits, and what the words do not say: where a sentence is. */
type Case = [string, () => Ledger, string[], string[], Record<string, number[]>?];

const expectHeirs = (
  _: string,
  before: () => Ledger,
  after: string[],
  heirs: string[],
  told?: Record<string, number[]>,
) => {
  expect(heirsOf(before(), after, told)).toEqual(heirs);
};

const once = (...lines: string[]) => {
  return () => published(...lines);
};

describe('An anchor stays with its words:', () => {
  test.each<Case>([
    [
      'where nothing changed',
      once('By Me. | And you.', '# Heat', 'A. | B.', '- cell', '> code'),
      ['By Me. | And you.', '# Heat', 'A. | B.', '- cell', '> code'],
      ['p0, p0s1, p0s2', 'heat', 'p1, p1s1, p1s2', 'p2', 'p3'],
    ],
    [
      'where they were edited, and what is new has none',
      once('A. | B.'),
      ['A. | X. | Bee.', 'New.'],
      ['p1, p1s1, new, p1s2', 'new, new'],
      { p1s2: [2] },
    ],
    [
      'of two that were joined the first, where both are as long',
      once('Aa. | Bb.'),
      ['Aa bb.'],
      ['p1, p1s1', 'p1s2 into 0 0'],
      { p1s1: [0], p1s2: [0] },
    ],
    [
      'of two that were joined the longer',
      once('Aa. | Bbb.'),
      ['Aa bbb.'],
      ['p1, p1s2', 'p1s1 into 0 0'],
      { p1s1: [0], p1s2: [0] },
    ],
    [
      'of two that were joined the longer in letters, not in units of UTF-16',
      once('Aaa. | 𝒜𝒜.'),
      ['Aaa bbb.'],
      ['p1, p1s1', 'p1s2 into 0 0'],
      { p1s1: [0], p1s2: [0] },
    ],
    [
      'of four that were joined the longest',
      once('A. | Bbb. | Ccc. | Dd.'),
      ['A, b, c, d.'],
      ['p1, p1s2', 'p1s1 into 0 0', 'p1s3 into 0 0', 'p1s4 into 0 0'],
      { p1s1: [0], p1s2: [0], p1s3: [0], p1s4: [0] },
    ],
    [
      'of two the one whose words these are, be the other longer',
      once('Short. | Something long.'),
      ['Short.'],
      ['p1, p1s1', 'p1s2 into 0 0'],
      { p1s1: [0], p1s2: [0] },
    ],
    [
      'of two the one whose words these once were',
      () => editedAs(published('Short. | Something long.'), { p1s1: [0] }, 'X. | Something long.'),
      ['Short.'],
      ['p1, p1s1', 'p1s2 into 0 0'],
      { p1s1: [0], p1s2: [0] },
    ],
    [
      'of a sentence that was divided with the larger share, and the other is a part of it',
      once('A and b. | C.'),
      ['A. | B. | C.'],
      ['p1, new from p1s1, p1s1, p1s2'],
      { p1s1: [1, 0] },
    ],
    [
      'of a heading that was divided with the heading, and the other is no part',
      once('# A and b', 'C.'),
      ['# A', 'B.', 'C.'],
      ['a-and-b', 'new, new', 'p1, p1s1'],
      { 'a-and-b': [0, 1] },
    ],
    [
      'never of a sentence in a heading',
      once('Heat.', 'Rest. | More.'),
      ['# Heat', 'Rest. | More.'],
      ['new from p1', 'p2, p2s1, p2s2', 'p1s1 into 0'],
      { p1s1: [0] },
    ],
    [
      'never of a heading in a sentence',
      once('# Heat', 'Rest. | More.'),
      ['Heat. | Rest. | More.'],
      ['p1, new, p1s1, p1s2', 'heat into 0'],
      { heat: [0] },
    ],
    [
      'never of a heading in a paragraph',
      once('# Heat', 'Rest. | More.'),
      ['Heat.', 'Rest. | More.'],
      ['new from heat, new', 'p1, p1s1, p1s2', 'heat into 0'],
      { heat: [0] },
    ],
    ['of a row in a block of code', once('- cell', 'A.'), ['> cell', 'A.'], ['p1', 'p2, p2s1']],
    ['where nothing is left nobody inherits', once('# Heat', 'A.'), [], []],
  ])('%s.', expectHeirs);
});

describe('A paragraph has the anchor of the one whose words it has most of:', () => {
  test.each<Case>([
    [
      'where two were joined',
      once('Aa. | Bb.', 'Cccccccccc.', 'D.'),
      ['Aa. | Bb. | Cccccccccc.', 'D.'],
      ['p2, p1s1 was at p1, p1s2 was at p1, p2s1', 'p3, p3s1', 'p1 into 0'],
    ],
    [
      'where it was divided',
      once('Aa. | Bb. | Cccccccccc.', 'D.'),
      ['Aa. | Bb.', 'Cccccccccc.', 'D.'],
      ['new from p1, p1s1 was at p1, p1s2 was at p1', 'p1, p1s3', 'p2, p2s1'],
    ],
    [
      'where it was divided, and what is less than half of it is no part',
      once('Aa. | Bb. | Cccccccccc.', 'D.'),
      ['Cccccccccc.', 'Aa. | Xx.', 'Bb. | Xx.', 'D.'],
      ['p1, p1s3', 'new, p1s1 was at p1, new', 'new, p1s2 was at p1, new', 'p2, p2s1'],
    ],
    [
      'and one of which half or more is in another was merged',
      once('Aaaaaaaaaa.', 'Bbbb. | Cc. | D.'),
      ['Aaaaaaaaaa. | Bbbb.'],
      ['p1, p1s1, p2s1 was at p2', 'p2 into 0'],
    ],
    [
      'and one of which less is in another was not',
      once('Aaaaaaaaaa.', 'Bbbb. | Cc. | Ddd.'),
      ['Aaaaaaaaaa. | Bbbb.'],
      ['p1, p1s1, p2s1 was at p2'],
    ],
    [
      'a part that is shared with others counts less',
      once('Aaaa.', 'Bbbbbb. | Cccc.', 'Dddddd.'),
      ['Aaaa. | Bbbbbb.', 'Cccc. | Dddddd.'],
      ['p1, p1s1, p2s1 was at p2', 'p3, p2s2 was at p2, p3s1', 'p2 into 0'],
      { p1s1: [0, 1] },
    ],
    [
      'the by-line is the by-line, whatever it says',
      once('By Me.', 'A.'),
      ['By You.', 'A.'],
      ['p0, new', 'p1, p1s1'],
    ],
    [
      'no paragraph becomes the by-line',
      once('X. | Me.', 'A.'),
      ['By Me.', 'A.'],
      ['new from p1, p1s2 was at p1', 'p2, p2s1', 'p1 into 0'],
      { p1s2: [0] },
    ],
    [
      'nor the by-line a paragraph',
      once('By Me.', 'A.'),
      ['A. | By Me.'],
      ['p1, p1s1, p0s1 was at p0', 'p0 into 0'],
    ],
    ['a by-line may be new', once('A.'), ['By Me.', 'A.'], ['new, new', 'p1, p1s1']],
    [
      'a by-line may come back',
      () => edited(published('By Me.', 'A.'), 'A.'),
      ['By Me.', 'A.'],
      ['p0, p0s1', 'p1, p1s1'],
    ],
  ])('%s.', expectHeirs);
});

describe('What comes back has the anchor it had:', () => {
  const without = () => edited(published('A.', 'Bb. | Cc.', 'Dd. | Eeee.'), 'A.', 'Dd. | Eeee.');

  test.each<Case>([
    [
      'where it stood',
      without,
      ['A.', 'Bb. | Cc.', 'Dd. | Eeee.'],
      ['p1, p1s1', 'p2, p2s1, p2s2', 'p3, p3s1, p3s2'],
    ],
    [
      'elsewhere',
      without,
      ['A.', 'Dd. | Eeee.', 'Bb. | Cc.'],
      ['p1, p1s1', 'p3, p3s1, p3s2', 'p2 was at p1, p2s1, p2s2'],
    ],
    [
      'in another paragraph',
      without,
      ['A.', 'Dd. | Bb. | Eeee.'],
      ['p1, p1s1', 'p3, p3s1, p2s1 was at p2, p3s2'],
    ],
    [
      'from which nothing is divided thereby',
      without,
      ['A.', 'Dd. | Eeee.', 'Bb.', 'Cc.'],
      ['p1, p1s1', 'p3, p3s1, p3s2', 'p2 was at p1, p2s1', 'new, p2s2 was at p2'],
    ],
    [
      'after what is in the text was given its own',
      without,
      ['A.', 'Bb. | Cc. | Dd.'],
      ['p1, p1s1', 'p3, p2s1 was at p2, p2s2 was at p2, p3s1'],
    ],
    [
      'where two paragraphs were joined and are parted again',
      () => edited(published('Aaaa. | Bbb.', 'Cc. | Dd.'), 'Aaaa. | Bbb. | Cc. | Dd.'),
      ['Aaaa. | Bbb.', 'Cc. | Dd.'],
      ['p1, p1s1, p1s2', 'p2, p2s1 was at p1, p2s2 was at p1'],
    ],
  ])('%s.', expectHeirs);
});

describe('What stands elsewhere was moved, and the rest was not:', () => {
  test.each<Case>([
    [
      'the lighter of two paragraphs that changed places',
      once('A.', 'Long one.', 'Z.'),
      ['Long one.', 'A.', 'Z.'],
      ['p2, p2s1', 'p1 was at the beginning, p1s1', 'p3, p3s1'],
    ],
    [
      'a heading',
      once('# One', 'A.', '# Two', 'B.', '# Three', 'C.'),
      ['# One', 'A.', 'B.', '# Three', 'C.', '# Two'],
      ['one', 'p1, p1s1', 'p2, p2s1', 'three', 'p3, p3s1', 'two was at p1'],
    ],
    [
      'the last to the beginning',
      once('A long first.', 'Long one.', 'Z.'),
      ['Z.', 'A long first.', 'Long one.'],
      ['p3 was at p2, p3s1', 'p1, p1s1', 'p2, p2s1'],
    ],
    [
      'from after what stood in the text',
      () => edited(published('A.', 'Bb.', 'Cc.', 'Dddd. | Eeee.'), 'A.', 'Cc.', 'Dddd. | Eeee.'),
      ['A.', 'Dddd. | Eeee.', 'Cc.'],
      ['p1, p1s1', 'p4, p4s1, p4s2', 'p3 was at p1, p3s1'],
    ],
    [
      'a sentence within its paragraph',
      once('A. | Bb. | Ccc.'),
      ['Bb. | Ccc. | A.'],
      ['p1, p1s2, p1s3, p1s1 was at p1'],
    ],
    [
      'a sentence to another',
      once('A. | Bb. | Ccc.', 'D.'),
      ['A. | Ccc.', 'D. | Bb.'],
      ['p1, p1s1, p1s3', 'p2, p2s1, p1s2 was at p1'],
    ],
    [
      'a sentence to a new paragraph that is before all others',
      once('A.', 'Bb. | Ccc. | Dddd.'),
      ['New. | Bb.', 'A.', 'Ccc. | Dddd.'],
      ['new, new, p2s1 was at p2', 'p1, p1s1', 'p2, p2s2, p2s3'],
    ],
  ])('%s.', expectHeirs);
});

test('Units are sentences, and blocks without sentences.', () => {
  expect(unitsOf(blocks('# Heat', 'A. | B.', '- cell'))).toEqual([
    { block: 0, text: 'Heat' },
    { block: 1, sentence: 0, text: 'A.' },
    { block: 1, sentence: 1, text: 'B.' },
    { block: 2, text: 'cell' },
  ]);
});

test('A sentence keeps its name in sentences only, a block in blocks without them.', () => {
  const [sentence, block] = [
    { block: 0, sentence: 0, text: 'A.' },
    { block: 0, text: 'A' },
  ];
  const [heading, , ofParagraph] = published('# Heat', 'A.').anchors;
  expect([sentence, block].map((unit) => [canKeep(unit, ofParagraph!), canKeep(unit, heading!)])).toEqual([
    [true, false],
    [false, true],
  ]);
});
