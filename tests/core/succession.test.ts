import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameAnchors } from '../../src/core/anchoring.ts';
import { hash, hashOfFile } from '../../src/core/hash.ts';
import { applyLedger, blockOf, findRow, isPresent, type Ledger, type Row } from '../../src/core/ledger.ts';
import { parseLedger, serializeLedger } from '../../src/core/ledger-file.ts';
import { compareAnchors } from '../../src/core/numbering.ts';
import { type Block, listPassages } from '../../src/core/passage.ts';
import { firstLedger } from '../../src/core/publish.ts';
import { succeed } from '../../src/core/succession.ts';
import { judgePassage } from '../../src/core/verdict.ts';
import { blocks, edited, editedAs, published, targetsOf } from './support/blocks.ts';
import { blocksOf, EditedText, histories, type KnownText } from './support/history.ts';

/** A text under its ledger, edition by edition; which sentence is which is known. */
export class Published {
  ledger: Ledger;
  blocks: Block[];
  /** The anchor of each identity, as it was given. */
  readonly anchors = new Map<number, string>();

  constructor(text: KnownText) {
    this.blocks = blocksOf(text);
    nameAnchors(this.blocks, []);
    this.ledger = firstLedger(listPassages(this.blocks), {
      date: '2026-01-01',
      why: 'First.',
      text: hashOfFile(this.blocks.map((block) => block.text).join('\n')),
    });
    this.#note(text);
  }

  publish(text: KnownText): void {
    const places = new Map(text.flat().map(({ id }, index) => [id, index]));
    const targets = new Map(
      Array.from(this.anchors, ([id, anchor]) => [anchor, [places.get(id) ?? []].flat()] as const).filter(
        ([anchor, to]) => to.length > 0 || isPresent(findRow(this.ledger, anchor)!),
      ),
    );
    const texts = new Map(this.blocks.map((block) => [block.anchor, block.text]));
    this.blocks = blocksOf(text);
    const edition = { date: '2026-01-02', by: 'author' as const, why: 'Edited.' };
    this.ledger = succeed(this.ledger, this.blocks, targets, texts, edition);
    const anchors = applyLedger(listPassages(this.blocks), this.ledger).anchors!.values();
    for (const block of this.blocks) {
      block.anchor = anchors.next().value!;
      for (const sentence of block.sentences) sentence.anchor = anchors.next().value!;
    }
    this.#note(text);
  }

  #note(text: KnownText) {
    const sentences = this.blocks.flatMap((block) => block.sentences);
    for (const [index, { id }] of text.flat().entries()) {
      const { anchor } = sentences[index]!;
      // Permanence: what has an anchor never has another.
      expect(this.anchors.get(id) ?? anchor).toBe(anchor);
      this.anchors.set(id, anchor);
    }
  }
}

describe('Over any history of insertions, moves, removals and restorations', () => {
  test('no anchor is used twice, none is lost, what was never moved is in order, and the ledger is whole.', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        histories,
        (lengths, history) => {
          const edited = new EditedText(lengths);
          const published = new Published(edited.text);
          const ever = new Set(published.ledger.anchors.map(({ anchor }) => anchor));
          for (const acts of history) {
            const before = published.ledger;
            for (const act of acts) edited.act(act);
            published.publish(edited.text);
            const { ledger } = published;
            // Two identities never share an anchor, and every anchor ever given out is there still.
            expect(new Set(published.anchors.values()).size).toBe(published.anchors.size);
            for (const { anchor } of ledger.anchors) ever.add(anchor);
            expect(new Set(ledger.anchors.map(({ anchor }) => anchor))).toEqual(ever);
            expect(parseLedger({ path: 'anchors.json', json: serializeLedger(ledger) })).toEqual({
              ledger,
              problems: [],
            });
            inOrder(ledger);
            holds(before, ledger);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Anchors that were never moved stand in their order: neither alone nor with the paragraph they stand in. */
function inOrder(ledger: Ledger) {
  const moved = new Set(ledger.anchors.filter(({ moves }) => moves));
  const still = ledger.anchors.filter((row) => !moved.has(row) && !moved.has(blockOf(ledger, row)));
  const blocks = still.filter(({ kind }) => kind !== 'sentence');
  const names = blocks.map(({ anchor }) => anchor);
  expect(names.toSorted(compareAnchors)).toEqual(names);
  for (const { anchor: paragraph } of blocks) {
    const own = still
      .filter(({ kind, anchor }) => kind === 'sentence' && anchor.startsWith(`${paragraph}s`))
      .map(({ anchor }) => anchor);
    expect(own.toSorted(compareAnchors)).toEqual(own);
  }
}

/** Each wording of the edition before is found again under its anchor. */
function holds(before: Ledger, after: Ledger) {
  for (const row of before.anchors.filter(isPresent)) {
    const verdict = judgePassage(after, { anchor: row.anchor, fingerprint: row.hash.slice(0, 7) });
    expect(['same', 'edited', 'split', 'merged', 'removed']).toContain(verdict.what);
    if (verdict.what === 'same') expect(verdict.state.hash).toBe(row.hash);
    if (verdict.what === 'edited') expect(verdict.cited.text).toBeDefined();
  }
}

/** A line in short: `p1s3 merged into p1s2 since 1, 2`; of what has been as it is from the beginning, the anchor. */
function brief({ anchor, gone, near, into, from, moves = [], edition, was = [] }: Row): string {
  const states = [...was.map((state) => state.edition), edition].join(', ');
  return [
    anchor,
    ...(gone ? [gone] : []),
    ...(near === undefined ? [] : [`near ${near}`]),
    ...(into === undefined ? [] : [`into ${into}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...moves.map((move) => `was at ${move.from ?? 'the beginning'} until ${move.edition}`),
    ...(states === '1' ? [] : [`since ${states}`]),
  ].join(' ');
}

const TOWN = ['# One', 'A. | B. | C.', '# Two', '- cell', 'F. | G.'];
const town = () => published(...TOWN);

test.each<[string, () => Ledger, string[]]>([
  [
    'all is as it was',
    () => edited(town(), ...TOWN),
    ['one', 'p1', 'p1s1', 'p1s2', 'p1s3', 'two', 'p2', 'p3', 'p3s1', 'p3s2'],
  ],
  [
    'the first sentence of a paragraph is gone',
    () => edited(town(), '# One', 'B. | C.', ...TOWN.slice(2)),
    [
      'one',
      'p1 since 1, 2',
      'p1s1 removed near p1s2 since 1, 2',
      'p1s2',
      'p1s3',
      'two',
      'p2',
      'p3',
      'p3s1',
      'p3s2',
    ],
  ],
  [
    'one in its middle is gone',
    () => edited(town(), '# One', 'A. | C.', ...TOWN.slice(2)),
    [
      'one',
      'p1 since 1, 2',
      'p1s1',
      'p1s2 removed near p1s1 since 1, 2',
      'p1s3',
      'two',
      'p2',
      'p3',
      'p3s1',
      'p3s2',
    ],
  ],
  [
    'the last is gone',
    () => edited(town(), '# One', 'A. | B.', ...TOWN.slice(2)),
    [
      'one',
      'p1 since 1, 2',
      'p1s1',
      'p1s2',
      'p1s3 removed near p1s2 since 1, 2',
      'two',
      'p2',
      'p3',
      'p3s1',
      'p3s2',
    ],
  ],
  [
    'a paragraph was written anew',
    () => edited(town(), '# One', 'X.', ...TOWN.slice(2)),
    [
      'one',
      'p1 removed near p1a since 1, 2',
      'p1s1 removed near p1a since 1, 2',
      'p1s2 removed near p1a since 1, 2',
      'p1s3 removed near p1a since 1, 2',
      'p1a since 2',
      'p1as1 since 2',
      'two',
      'p2',
      'p3',
      'p3s1',
      'p3s2',
    ],
  ],
  [
    'a paragraph is gone',
    () => edited(town(), '# One', '# Two', '- cell', 'F. | G.'),
    [
      'one',
      'p1 removed near p2 since 1, 2',
      'p1s1 removed near p2 since 1, 2',
      'p1s2 removed near p2 since 1, 2',
      'p1s3 removed near p2 since 1, 2',
      'two',
      'p2',
      'p3',
      'p3s1',
      'p3s2',
    ],
  ],
  [
    'a row is gone',
    () => edited(town(), ...TOWN.slice(0, 3), 'F. | G.'),
    ['one', 'p1', 'p1s1', 'p1s2', 'p1s3', 'two', 'p2 removed near p1 since 1, 2', 'p3', 'p3s1', 'p3s2'],
  ],
  [
    'the first heading is gone',
    () => edited(town(), ...TOWN.slice(1)),
    ['one removed near p1 since 1, 2', 'p1', 'p1s1', 'p1s2', 'p1s3', 'two', 'p2', 'p3', 'p3s1', 'p3s2'],
  ],
  [
    'only headings remain',
    () => edited(town(), '# One', '# Two'),
    [
      'one',
      'p1 removed near one since 1, 2',
      'p1s1 removed near one since 1, 2',
      'p1s2 removed near one since 1, 2',
      'p1s3 removed near one since 1, 2',
      'two',
      'p2 removed near two since 1, 2',
      'p3 removed near two since 1, 2',
      'p3s1 removed near two since 1, 2',
      'p3s2 removed near two since 1, 2',
    ],
  ],
  [
    'nothing remains',
    () => edited(town()),
    [
      'one removed since 1, 2',
      'p1 removed since 1, 2',
      'p1s1 removed since 1, 2',
      'p1s2 removed since 1, 2',
      'p1s3 removed since 1, 2',
      'two removed since 1, 2',
      'p2 removed since 1, 2',
      'p3 removed since 1, 2',
      'p3s1 removed since 1, 2',
      'p3s2 removed since 1, 2',
    ],
  ],
  [
    'all comes back',
    () => edited(edited(town(), '# One'), ...TOWN),
    [
      'one',
      'p1 since 1, 2, 3',
      'p1s1 since 1, 2, 3',
      'p1s2 since 1, 2, 3',
      'p1s3 since 1, 2, 3',
      'two since 1, 2, 3',
      'p2 since 1, 2, 3',
      'p3 since 1, 2, 3',
      'p3s1 since 1, 2, 3',
      'p3s2 since 1, 2, 3',
    ],
  ],
  [
    'some goes, and some of it comes back',
    () => edited(edited(town(), '# One', 'A.', 'F. | G.'), '# One', 'A. | B.', '# Two', 'F.'),
    [
      'one',
      'p1 since 1, 2, 3',
      'p1s1',
      'p1s2 since 1, 2, 3',
      'p1s3 removed near p1s1 since 1, 2',
      'two since 1, 2, 3',
      'p2 removed near p1 since 1, 2',
      'p3 since 1, 3',
      'p3s1',
      'p3s2 removed near p3s1 since 1, 3',
    ],
  ],
  [
    'two sentences are joined',
    () => editedAs(town(), { p1s1: [1], p1s2: [1] }, '# One', 'A, b. | C.', ...TOWN.slice(2)),
    [
      'one',
      'p1 since 1, 2',
      'p1s1 since 1, 2',
      'p1s2 merged into p1s1 since 1, 2',
      'p1s3',
      'two',
      'p2',
      'p3',
      'p3s1',
      'p3s2',
    ],
  ],
  [
    'two paragraphs are joined',
    () => edited(published('A. | B.', 'C.', 'D.'), 'A. | B. | C.', 'D.'),
    ['p1 since 1, 2', 'p1s1', 'p1s2', 'p2s1 was at p2 until 2', 'p2 merged into p1 since 1, 2', 'p3', 'p3s1'],
  ],
  [
    'a sentence is in a row now',
    () => editedAs(published('- cell', 'A. | B.'), { p2s1: [0] }, '- cell', 'B.'),
    ['p1', 'p2 since 1, 2', 'p2s1 merged into p1 since 1, 2', 'p2s2'],
  ],
  [
    'sentences before one that another is joined to are gone',
    () => editedAs(published('X. | Y. | A. | B.'), { p1s3: [0], p1s4: [0] }, 'A, b.'),
    [
      'p1 since 1, 2',
      'p1s1 removed near p1s3 since 1, 2',
      'p1s2 removed near p1s3 since 1, 2',
      'p1s3 since 1, 2',
      'p1s4 merged into p1s3 since 1, 2',
    ],
  ],
  [
    'a paragraph before two that are joined is gone',
    () => edited(published('X.', 'A. | B.', 'C.', 'D.'), 'A. | B. | C.', 'D.'),
    [
      'p1 removed near p2 since 1, 2',
      'p1s1 removed near p2 since 1, 2',
      'p2 since 1, 2',
      'p2s1',
      'p2s2',
      'p3s1 was at p3 until 2',
      'p3 merged into p2 since 1, 2',
      'p4',
      'p4s1',
    ],
  ],
  [
    'a sentence is divided, and one moved',
    () => editedAs(published('A and b. | C.', 'D.'), { p1s1: [0, 1] }, 'A. | B.', 'C. | D.'),
    [
      'p1 since 1, 2',
      'p1s1 since 1, 2',
      'p1s3 from p1s1 since 2',
      'p2 since 1, 2',
      'p1s2 was at p1 until 2',
      'p2s1',
    ],
  ],
  [
    'a sentence is divided, and the one after it is gone',
    () => editedAs(published('A and b. | X. | C.', 'D.'), { p1s1: [0, 1] }, 'A. | B. | C.', 'D.'),
    [
      'p1 since 1, 2',
      'p1s1 since 1, 2',
      'p1s1a from p1s1 since 2',
      'p1s2 removed near p1s1a since 1, 2',
      'p1s3',
      'p2',
      'p2s1',
    ],
  ],
  [
    'a paragraph is divided, and the one after it is gone',
    () => edited(published('Aaaaaaaa. | Bbb. | Ccc.', 'X.', 'D.'), 'Aaaaaaaa.', 'Bbb.', 'Ccc.', 'D.'),
    [
      'p1 since 1, 2',
      'p1s1',
      'p1a from p1 since 2',
      'p1s2 was at p1 until 2',
      'p1b from p1 since 2',
      'p1s3 was at p1 until 2',
      'p2 removed near p1b since 1, 2',
      'p2s1 removed near p1b since 1, 2',
      'p3',
      'p3s1',
    ],
  ],
  [
    'a paragraph is divided, and the one before it is gone',
    () => edited(published('X.', 'A a. | Bbb. | C.', 'D.'), 'A a.', 'Bbb. | C.', 'D.'),
    [
      'p1 removed near p1a since 1, 2',
      'p1s1 removed near p1a since 1, 2',
      'p1a from p2 since 2',
      'p2s1 was at p2 until 2',
      'p2 since 1, 2',
      'p2s2',
      'p2s3',
      'p3',
      'p3s1',
    ],
  ],
  [
    'the first is gone, and something new comes first',
    () => edited(published('A.', 'B.'), 'New.', 'B.'),
    [
      'p1 removed near p1a since 1, 2',
      'p1s1 removed near p1a since 1, 2',
      'p1a since 2',
      'p1as1 since 2',
      'p2',
      'p2s1',
    ],
  ],
  [
    'one is moved from before what is gone',
    () => edited(published('A.', 'Bb.', 'X.', 'Dddd.', 'E.'), 'A.', 'Dddd.', 'E.', 'Bb.'),
    [
      'p1',
      'p1s1',
      'p3 removed near p1 since 1, 2',
      'p3s1 removed near p1 since 1, 2',
      'p4',
      'p4s1',
      'p5',
      'p5s1',
      'p2 was at p1 until 2',
      'p2s1',
    ],
  ],
  [
    'a sentence is moved from before one that is gone',
    () => edited(published('A. | B. | X. | Ddd. | E.'), 'A. | Ddd. | E. | B.'),
    ['p1 since 1, 2', 'p1s1', 'p1s3 removed near p1s1 since 1, 2', 'p1s4', 'p1s5', 'p1s2 was at p1 until 2'],
  ],
  [
    'a sentence is moved to another paragraph, and the next is gone',
    () => edited(published('A. | B. | X. | Ddd.', 'E.'), 'A. | Ddd.', 'E. | B.'),
    [
      'p1 since 1, 2',
      'p1s1',
      'p1s3 removed near p1s1 since 1, 2',
      'p1s4',
      'p2 since 1, 2',
      'p2s1',
      'p1s2 was at p1 until 2',
    ],
  ],
  [
    'one is moved, and moved back',
    () =>
      edited(edited(published('A.', 'Bbb.', 'C. | D.'), 'Bbb.', 'C. | D.', 'A.'), 'A.', 'Bbb.', 'C. | D.'),
    ['p1 was at the beginning until 2 was at p3 until 3', 'p1s1', 'p2', 'p2s1', 'p3', 'p3s1', 'p3s2'],
  ],
  [
    'one is edited, and edited again',
    () => editedAs(editedAs(published('A.', 'B.'), { p1s1: [0] }, 'Aa.', 'B.'), { p1s1: [0] }, 'Aaa.', 'B.'),
    ['p1 since 1, 2, 3', 'p1s1 since 1, 2, 3', 'p2', 'p2s1'],
  ],
  [
    'a part of one is edited, and then it is gone',
    () =>
      edited(
        editedAs(
          editedAs(published('A and b.', 'C.'), { p1s1: [0, 1] }, 'A. | B.', 'C.'),
          { p1s2: [1] },
          'A. | Bb.',
          'C.',
        ),
        'A.',
        'C.',
      ),
    [
      'p1 since 1, 2, 3, 4',
      'p1s1 since 1, 2',
      'p1s2 removed near p1s1 from p1s1 since 2, 3, 4',
      'p2',
      'p2s1',
    ],
  ],
  [
    'one was moved, and then it is gone',
    () => edited(edited(published('A.', 'Bbb.', 'Ccc.'), 'Bbb.', 'Ccc.', 'A.'), 'Bbb.', 'Ccc.'),
    [
      'p2',
      'p2s1',
      'p3',
      'p3s1',
      'p1 removed near p3 was at the beginning until 2 since 1, 3',
      'p1s1 removed near p3 since 1, 3',
    ],
  ],
  [
    'a row has become code',
    () => edited(published('- A', 'B.'), '> A', 'B.'),
    ['p1 since 1, 2', 'p2', 'p2s1'],
  ],
])('The ledger has every anchor where %s.', (_, ledger, lines) => {
  expect(ledger().anchors.map(brief)).toEqual(lines);
});

describe('A line has', () => {
  const after = blocks('# One', 'A, b. | C.', 'New. | E.');
  const before = published('# One', 'A. | C. | D.', 'E.');
  const texts = new Map([['p1', 'A. C. D.']]);
  const given = { date: '2026-02-01', by: 'author' as const, why: 'Edited.' };
  const next = () => succeed(before, after, targetsOf(before, after, { p1s1: [1] }), texts, given);

  test('its words and hash now, and those it had.', () => {
    const [one, p1, p1s1, p1s2, p1s3] = next().anchors;
    expect(one).toStrictEqual({ anchor: 'one', kind: 'heading', edition: 1, hash: hash('One'), text: 'One' });
    expect(p1).toStrictEqual({
      anchor: 'p1',
      kind: 'paragraph',
      edition: 2,
      hash: hash('A, b. C.'),
      was: [{ edition: 1, hash: hash('A. C. D.'), text: 'A. C. D.' }],
    });
    expect(p1s1).toStrictEqual({
      anchor: 'p1s1',
      kind: 'sentence',
      edition: 2,
      hash: hash('A, b.'),
      text: 'A, b.',
      was: [{ edition: 1, hash: hash('A.'), text: 'A.' }],
    });
    expect(p1s2).toStrictEqual({
      anchor: 'p1s2',
      kind: 'sentence',
      edition: 1,
      hash: hash('C.'),
      text: 'C.',
    });
    expect(p1s3).toStrictEqual({
      anchor: 'p1s3',
      kind: 'sentence',
      edition: 2,
      gone: 'removed',
      near: 'p1s2',
      was: [{ edition: 1, hash: hash('D.'), text: 'D.' }],
    });
  });

  test('no words of a paragraph that nobody has kept.', () => {
    expect(next().anchors.find(({ anchor }) => anchor === 'p2')!.was).toStrictEqual([
      { edition: 1, hash: hash('E.') },
    ]);
  });

  test('a name that no annotation has.', () => {
    const text = blocks('# Heat');
    const ledger = succeed(published(), text, new Map(), new Map(), given, ['heat']);
    expect(ledger.anchors.map(({ anchor }) => anchor)).toEqual(['heat-1']);
  });

  test('a ledger with the edition, and the annotations that there were.', () => {
    const annotations = [{ annotation: 'note', edition: 1, notes: [] }];
    const ledger = succeed({ ...before, annotations }, after, targetsOf(before, after), texts, given);
    expect(ledger).toMatchObject({ format: 2, annotations });
    expect(ledger.editions).toEqual([
      before.editions[0],
      { edition: 2, ...given, text: hashOfFile('One\nA, b. C.\nNew. E.') },
    ]);
  });
});
