import { describe, expect, test } from 'vitest';
import { anchorByLedger, nameAnchors, nameForSlug, unpublished } from '../../src/core/anchoring.ts';
import { hash, hashOfFile } from '../../src/core/hash.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import type { Block } from '../../src/core/passage.ts';
import { blocks, edited, published } from './support/blocks.ts';

const anchorsOf = (text: readonly Block[]) =>
  text.flatMap(({ anchor, sentences }) => [anchor, ...sentences.map((sentence) => sentence.anchor)]);

describe('Of first publication', () => {
  test('paragraphs, rows and code are numbered, sentences within them, and headings are slugs.', () => {
    const text = blocks('By Me. | And you.', '# Heat', 'A. | B.', '- cell', '> code', '# Heat', 'C.');
    expect(anchorsOf(text)).toEqual([
      'p0',
      'p0s1',
      'p0s2',
      'heat',
      'p1',
      'p1s1',
      'p1s2',
      'p2',
      'p3',
      'heat-1',
      'p4',
      'p4s1',
    ]);
  });

  test('nothing is wrong with these.', () => {
    expect(nameAnchors(blocks('By Me.', '# Heat', 'A.'), [])).toEqual([]);
  });

  test('a second by-line is refused where it stands, and a third.', () => {
    const text = blocks('A.', 'By Me.', 'By you.', 'By them.');
    const positions = text.map((_, index) => ({ path: 'index.mdx', line: index + 1, column: 1 }));
    expect(nameAnchors(text, positions)).toMatchObject([
      {
        id: 'second-byline',
        position: { line: 3 },
        message: 'A by-line is one paragraph, and this is another.',
        hint: 'End <Byline> after its first paragraph; the rest is text.',
      },
      { id: 'second-byline', position: { line: 4 } },
    ]);
  });

  test('a heading is refused whose slug is the name of a paragraph.', () => {
    const text = blocks('A.', '# P4s2');
    expect(nameAnchors(text, [{ path: 'a' }, { path: 'b' }])).toMatchObject([
      {
        id: 'invalid-id',
        position: { path: 'b' },
        message: expect.stringMatching(/^The anchor of this heading would be `p4s2`, which .+\.$/) as unknown,
        hint: 'A heading cannot be renamed: ask for a rule for this case.',
      },
    ]);
  });

  test.each([
    ['Heat', 'Heat'],
    ['Тепло', 'Тепло'],
    ['4', '4'],
    ['!?', 'section'],
    ['', 'section'],
    ['—', 'section'],
  ])('a heading “%s” is named after “%s”.', (words, name) => {
    expect(nameForSlug(words)).toBe(name);
  });
});

test('The edition of a text without ledger is the first, and says that it is not published.', () => {
  expect(unpublished('A.', '2026-11-22')).toEqual({
    edition: 1,
    date: '2026-11-22',
    why: 'Not yet published.',
    text: hashOfFile('A.'),
  });
});

const PATH = 'readings/town/anchors.json';

/** What is said of a text and its ledger. */
function saidOf(ledger: Ledger, text: Block[]) {
  return anchorByLedger(text, { ledger, path: PATH });
}

describe('By its ledger a text', () => {
  test('has the anchors that it gives.', () => {
    const ledger = edited(published('# Heat', 'A. | B.', 'D.'), '# Heat', 'New.', 'A. | C. | B.');
    const text = blocks('# Heat', 'New.', 'A. | C. | B.');
    expect(saidOf(ledger, text)).toEqual({ edition: ledger.editions[1], problems: [] });
    expect(anchorsOf(text)).toEqual(['heat', 'a1', 'a1s1', 'p1', 'p1s1', 'p1s1a', 'p1s2']);
  });

  test('is refused where only the hash of the whole is another.', () => {
    const ledger = published('A.', 'B.');
    ledger.editions[0]!.text = hash('C.');
    expect(saidOf(ledger, blocks('A.', 'B.'))).toMatchObject({
      edition: ledger.editions[0],
      problems: [
        {
          id: 'malformed-ledger',
          message: 'Every passage is as the ledger knows it, and its hash of the whole text is another.',
          hint: `Restore the last committed ledger: \`git checkout -- ${PATH}\`. It is never written by hand.`,
          position: { path: PATH },
        },
      ],
    });
  });

  test('keeps the anchors it has where the ledger is another’s.', () => {
    const ledger = edited(published('A.', 'B.'), 'New.', 'A.', 'B.');
    const text = blocks('Newer.', 'A.', 'B.');
    const { edition, problems } = saidOf(ledger, text);
    expect(edition).toBe(ledger.editions[1]);
    expect(anchorsOf(text)).toEqual(['p1', 'p1s1', 'p2', 'p2s1', 'p3', 'p3s1']);
    expect(problems).toMatchObject([
      {
        id: 'ledger-differs',
        position: { path: PATH },
        hint: 'If the text was changed on purpose, run `npm run anchors` with --by and --why: it shows what became of each passage, and makes the next edition. Else restore the words that it has.',
      },
    ]);
  });

  test('may have a new one while there is only the first edition.', () => {
    const { problems } = saidOf(published('A.'), blocks('B.'));
    expect(problems[0]!.hint).toMatch(
      / While nothing of this reading is published, anchors.json and editions\/ may be deleted instead: the same command makes them anew\.$/,
    );
  });
});

const LONG =
  'Nobody in the town could remember a winter as long as this one, and few had seen the river so low.';

describe('Where text and ledger part, both wordings are told:', () => {
  test.each<[string, string[], string[], string]>([
    [
      'of a heading',
      ['# Heat', 'A.'],
      ['# Cold', 'A.'],
      'at `heat` it has the heading “Heat”, where the text has the heading “Cold”',
    ],
    [
      'of the first sentence that is another',
      ['A. | B. | C.'],
      ['A. | X. | Y.'],
      'at `p1s2` it has the sentence “B.”, where the text has the sentence “X.”',
    ],
    [
      'of a row',
      ['- cell', 'A.'],
      ['- other', 'A.'],
      'at `p1` it has the table row “cell”, where the text has the table row “other”',
    ],
    [
      'of a paragraph that is a row now',
      ['A. | B.'],
      ['- A.'],
      'at `p1` it has the paragraph “A.”, where the text has the table row “A.”',
    ],
    [
      'of a row that is a paragraph now',
      ['- A.'],
      ['A. | B.'],
      'at `p1` it has the table row “A.”, where the text has the paragraph “A.”',
    ],
    [
      'of a sentence more',
      ['A.', 'C.'],
      ['A. | B.', 'C.'],
      'at `p2` it has the paragraph “C.”, where the text has the sentence “B.”',
    ],
    [
      'of a sentence less',
      ['A. | B.', 'C.'],
      ['A.', 'C.'],
      'at `p1s2` it has the sentence “B.”, where the text has the paragraph “C.”',
    ],
    ['of a sentence more at the end', ['A.'], ['A. | B.'], 'it ends, where the text has the sentence “B.”'],
    [
      'of a sentence less at the end',
      ['A. | B.'],
      ['A.'],
      'at `p1s2` it has the sentence “B.”, where the text ends',
    ],
    ['of a text that is empty', ['A. | B.'], [], 'at `p1s1` it has the sentence “A.”, where the text ends'],
    ['of a ledger that is empty', [], ['# Heat'], 'it ends, where the text has the heading “Heat”'],
    [
      'of long ones sixty letters',
      [LONG],
      [`Anybody${LONG.slice(6)}`],
      'at `p1s1` it has the sentence “Nobody in the town could remember a winter as long as this o…”, where the text has the sentence “Anybody in the town could remember a winter as long as this …”',
    ],
    [
      'from a little before the first letter that is another',
      [LONG],
      [LONG.replace('long', 'cold')],
      'at `p1s1` it has the sentence “…ld remember a winter as long as this one, and few had seen t…”, where the text has the sentence “…ld remember a winter as cold as this one, and few had seen t…”',
    ],
    [
      'from the beginning where that is near',
      [LONG],
      [LONG.replace('the town', 'a town')],
      'at `p1s1` it has the sentence “Nobody in the town could remember a winter as long as this o…”, where the text has the sentence “Nobody in a town could remember a winter as long as this one…”',
    ],
    [
      'to the end where that is near',
      [LONG],
      [LONG.replace('low', 'high')],
      'at `p1s1` it has the sentence “…w had seen the river so low.”, where the text has the sentence “…w had seen the river so high.”',
    ],
    [
      'of one that goes on',
      [LONG],
      [LONG.slice(0, 50)],
      'at `p1s1` it has the sentence “…emember a winter as long as this one, and few had seen the r…”, where the text has the sentence “…emember a winter as long”',
    ],
    [
      'of letters that are pairs of units',
      ['𝒜'.repeat(70)],
      ['𝒜'.repeat(71)],
      'at `p1s1` it has the sentence “…𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜”, where the text has the sentence “…𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜”',
    ],
  ])('%s.', (_, before, after, told) => {
    const { problems } = saidOf(published(...before), blocks(...after));
    expect(problems.map(({ message }) => message)).toEqual([`The ledger does not know this text: ${told}.`]);
  });
});
