import { describe, expect, test } from 'vitest';
import type { Pair } from '../../src/core/evidence.ts';
import { type Lengths, Matching, matchInOrder } from '../../src/core/matching.ts';
import { BOUNDS, WEIGHTS } from '../../src/core/weights.ts';

/** A pair that is as likely by its words as they say. */
const pair = (a: number, b: number, lexical = 5, rest: Partial<Pair> = {}): Pair => ({
  a,
  b,
  identical: false,
  copies: 1,
  shared: 1,
  lexical,
  ...rest,
});

type Places = [a: number, b: number][];

const pairsAt = (places: Places) => places.map(([a, b]) => pair(a, b));
const placesOf = (pairs: readonly Pair[]): Places => pairs.map(({ a, b }) => [a, b]);
const of = (before: number, after: number): Lengths => ({ before, after });

describe('Of the pairs those in one order are taken', () => {
  test.each<[string, Pair[], Lengths, Places]>([
    [
      'that prove the most together',
      [pair(0, 0), pair(1, 2, 9), pair(2, 1, 3), pair(3, 3)],
      of(4, 4),
      [
        [0, 0],
        [1, 2],
        [3, 3],
      ],
    ],
    [
      'of which many prove more than one',
      [pair(0, 3, 2), pair(1, 0, 0), pair(2, 1, 0)],
      of(3, 4),
      [
        [1, 0],
        [2, 1],
      ],
    ],
    [
      'where words speak against a pair less than its place for it',
      [pair(0, 0, -4.9), pair(1, 1, -5.1)],
      of(2, 2),
      [[0, 0]],
    ],
    [
      'of equals those that are neighbours',
      [pair(0, 0), pair(1, 1), pair(1, 2), pair(2, 3)],
      of(3, 4),
      [
        [0, 0],
        [1, 1],
        [2, 3],
      ],
    ],
    [
      'of equals those that are neighbours of more',
      [pair(0, 0), pair(1, 1), pair(1, 2), pair(2, 3), pair(3, 4)],
      of(4, 5),
      [
        [0, 0],
        [1, 1],
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'but not a look-alike of what was surely moved',
      [pair(0, 0), pair(1, 1, -4), pair(1, 4, 4), pair(2, 2), pair(3, 3)],
      of(4, 5),
      [
        [0, 0],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      'but not a look-alike of what was surely moved to its place',
      [pair(0, 0), pair(1, 1), pair(2, 2), pair(3, 3, -4), pair(4, 3, 4), pair(5, 4), pair(0, 3, -6)].sort(
        (x, y) => x.a - y.a,
      ),
      of(6, 5),
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [4, 3],
        [5, 4],
      ],
    ],
    [
      'also one that looks much like what was moved',
      [pair(0, 0), pair(1, 1, 0), pair(1, 4, 4), pair(2, 2), pair(3, 3)],
      of(4, 5),
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      'also where another stands where it might have been moved to',
      [pair(0, 0), pair(1, 1, -4), pair(1, 4, 4), pair(2, 2), pair(3, 3), pair(4, 4, 0)],
      of(5, 5),
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ],
    ],
    [
      'also where words speak against its having moved',
      [pair(0, 0), pair(1, 3, -0.5), pair(2, 1), pair(3, 2)],
      of(4, 4),
      [
        [0, 0],
        [2, 1],
        [3, 2],
      ],
    ],
    ['and there may be none', [], of(2, 2), []],
  ])('%s.', (_, pairs, lengths, places) => {
    expect(placesOf(matchInOrder(pairs, lengths))).toEqual(places);
  });
});

/** What a place has over words alone: whether it is between, and on how many sides reached and neighbours. */
const place = (between: 0 | 1, reached: number, neighbours: number) =>
  between * WEIGHTS.between + reached * WEIGHTS.reached + neighbours * WEIGHTS.neighbour;

describe('By its place a pair is the likelier', () => {
  test.each<[string, Lengths, Places, [number, number], number]>([
    [
      'its neighbours are neighbours',
      of(3, 3),
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      [1, 1],
      place(1, 2, 2),
    ],
    [
      'so for one that has not been taken',
      of(3, 3),
      [
        [0, 0],
        [2, 2],
      ],
      [1, 1],
      place(1, 2, 2),
    ],
    ['both begin their texts', of(3, 3), [[1, 1]], [0, 0], place(1, 2, 2)],
    ['both end them', of(3, 3), [[1, 1]], [2, 2], place(1, 2, 2)],
    ['one alone begins its text', of(3, 4), [[1, 2]], [0, 1], place(1, 2, 1)],
    ['the other alone begins its text', of(4, 3), [[2, 1]], [1, 0], place(1, 2, 1)],
    ['one alone ends its text', of(2, 3), [[0, 0]], [1, 1], place(1, 2, 1)],
    ['the other alone ends its text', of(3, 2), [[0, 0]], [1, 1], place(1, 2, 1)],
    ['nothing is known of what is around it', of(3, 3), [], [1, 1], place(1, 2, 0)],
    ['nothing is known, and it begins the later text', of(3, 3), [], [1, 0], place(1, 2, 0)],
    [
      'something new stands after it',
      of(3, 4),
      [
        [0, 0],
        [2, 3],
      ],
      [1, 1],
      place(1, 2, 1),
    ],
    [
      'something new stands before it',
      of(3, 4),
      [
        [0, 0],
        [2, 3],
      ],
      [1, 2],
      place(1, 2, 1),
    ],
    [
      'what it became itself stands before it',
      of(3, 4),
      [
        [0, 0],
        [1, 1],
        [2, 3],
      ],
      [1, 2],
      place(1, 2, 1),
    ],
    [
      'what it became itself stands after it',
      of(3, 4),
      [
        [0, 0],
        [1, 2],
        [2, 3],
      ],
      [1, 1],
      place(1, 2, 1),
    ],
    [
      'it stands far behind',
      of(4, 4),
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      [0, 3],
      place(0, 0, 0),
    ],
    [
      'it stands far ahead',
      of(4, 4),
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      [3, 0],
      place(0, 0, 0),
    ],
    [
      'it stands where the one before it does',
      of(3, 3),
      [
        [0, 0],
        [2, 2],
      ],
      [1, 0],
      place(0, 1, 0),
    ],
    [
      'it stands where the one after it does',
      of(3, 3),
      [
        [0, 0],
        [2, 2],
      ],
      [1, 2],
      place(0, 1, 0),
    ],
  ])('where %s.', (_, lengths, chain, [a, b], more) => {
    const matching = new Matching(pairsAt(chain), lengths);
    expect(matching.oddsOf(pair(a, b, 0))).toBeCloseTo(more);
    expect(matching.oddsOf(pair(a, b, 2.5))).toBeCloseTo(more + 2.5);
  });

  test('where nothing that was moved there stands between it and what is around it.', () => {
    const matching = new Matching(
      pairsAt([
        [0, 0],
        [3, 6],
      ]),
      of(5, 7),
    );
    matching.grow([pair(4, 2)]);
    expect(matching.images).toEqual(Int32Array.of(0, -1, -1, 6, 2));
    const odds = [1, 3, 5].map((b) => matching.oddsOf(pair(b === 1 ? 1 : 2, b, 0)));
    expect(odds[0]).toBeCloseTo(place(1, 1, 1));
    expect(odds[1]).toBeCloseTo(place(1, 1, 0));
    expect(odds[2]).toBeCloseTo(place(1, 1, 1));
  });

  test('where it stands beside what was moved with it.', () => {
    const matching = new Matching(
      pairsAt([
        [0, 3],
        [1, 4],
        [2, 5],
      ]),
      of(5, 6),
    );
    expect(matching.oddsOf(pair(4, 1, 0))).toBeCloseTo(0);
    matching.grow([pair(3, 0)]);
    expect(matching.oddsOf(pair(4, 1, 0))).toBeCloseTo(place(1, 1, 1));
  });

  test('the fewer copies there are, where it is far from its place.', () => {
    const matching = new Matching(
      pairsAt([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
      of(4, 4),
    );
    expect(matching.oddsOf(pair(0, 3, 0, { copies: 3 }))).toBeCloseTo(-Math.log(3));
    expect(matching.oddsOf(pair(3, 3, 0, { copies: 3 }))).toBeCloseTo(place(1, 2, 2));
  });
});

describe('Between what those around it became a sentence is expected,', () => {
  const matching = () =>
    new Matching(
      pairsAt([
        [0, 0],
        [2, 2],
      ]),
      of(4, 4),
    );

  test('or from the beginning, or to the end.', () => {
    expect([0, 1, 2, 3].map((a) => matching().slotOf(a))).toEqual([
      { low: -1, high: 2 },
      { low: 0, high: 2 },
      { low: 0, high: 4 },
      { low: 2, high: 4 },
    ]);
  });

  test('and elsewhere it was moved, for which other bounds hold.', () => {
    const moved = [true, false, true, true];
    expect(moved.map((_, b) => matching().isMoved(pair(1, b)))).toEqual(moved);
    expect(moved.map((_, b) => matching().boundsOf(pair(1, b)))).toEqual(
      moved.map((isMoved) => (isMoved ? BOUNDS.moved : BOUNDS.inOrder)),
    );
  });

  test('and what was moved changes nothing in that.', () => {
    const grown = new Matching(
      pairsAt([
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      of(4, 5),
    );
    grown.grow([pair(3, 0)]);
    expect(grown.images).toEqual(Int32Array.of(1, 2, 3, 0));
    expect(grown.slotOf(3)).toEqual({ low: 3, high: 5 });
    expect(grown.slotOf(2)).toEqual({ low: 2, high: 5 });
  });
});

describe('A pair of two that are alone', () => {
  const alone = (lexical: number) => new Matching([pair(0, 0, lexical)], of(1, 1));
  const inPlace = place(1, 2, 2);

  test.each([
    ['is none below the bound', BOUNDS.inOrder.ask - 0.01, false, false],
    ['is one above it', BOUNDS.inOrder.ask + 0.01, true, false],
    ['is asked about up to the next', BOUNDS.inOrder.sure - 0.01, true, false],
    ['is sure above that', BOUNDS.inOrder.sure + 0.01, true, true],
  ])('%s.', (_, odds, isOne, isSure) => {
    const matching = alone(odds - inPlace);
    expect(matching.isFree(pair(0, 0))).toBe(!isOne);
    expect(matching.isSure(0)).toBe(isSure);
    expect([matching.images[0], matching.owners[0]]).toEqual(isOne ? [0, 0] : [-1, -1]);
    expect(matching.matches[0] === undefined).toBe(!isOne);
    if (isOne) expect(matching.matches[0]!.odds).toBeCloseTo(odds);
  });

  test('is looked at anew where others are none.', () => {
    const matching = new Matching([pair(0, 0, 0), pair(1, 1, -9), pair(2, 2, 0)], of(3, 3));
    expect(matching.matches.map((match) => match?.odds)).toEqual([place(1, 2, 1), undefined, place(1, 2, 1)]);
    expect(matching.slotOf(1)).toEqual({ low: 0, high: 2 });
    expect(matching.slotOf(0)).toEqual({ low: -1, high: 2 });
  });
});

test('A pair is free while neither of its sentences has a partner.', () => {
  const matching = new Matching(pairsAt([[0, 1]]), of(2, 2));
  const places: Places = [
    [0, 0],
    [1, 1],
    [0, 1],
    [1, 0],
  ];
  expect(places.map(([a, b]) => matching.isFree(pair(a, b)))).toEqual([false, false, false, true]);
  const first = new Matching(pairsAt([[0, 0]]), of(2, 2));
  expect(places.map(([a, b]) => first.isFree(pair(a, b)))).toEqual([false, true, false, false]);
});

describe('Of what is left', () => {
  /** What each sentence became, from these in order, and these left. */
  const grown = (lengths: Lengths, chain: readonly Pair[], left: readonly Pair[]) => {
    const matching = new Matching(chain, lengths);
    matching.grow(left);
    expect(matching.matches.map((match) => match?.pair.b ?? -1)).toEqual([...matching.images]);
    for (const match of matching.matches) if (match) expect(match.odds).toBe(matching.oddsOf(match.pair));
    return [...matching.images];
  };
  const inOrder = pairsAt([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);

  test.each<[string, Lengths, readonly Pair[], Pair[], number[]]>([
    ['a pair is added', of(4, 4), inOrder, [pair(3, 3)], [0, 1, 2, 3]],
    ['a pair of what is taken is not', of(4, 4), inOrder, [pair(0, 3), pair(3, 2)], [0, 1, 2, -1]],
    [
      'one that was moved is added where its words say so',
      of(4, 5),
      pairsAt([
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      [pair(3, 0, BOUNDS.moved.ask + 0.01)],
      [1, 2, 3, 0],
    ],
    [
      'one that was moved is not where they say less',
      of(4, 5),
      pairsAt([
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      [pair(3, 0, BOUNDS.moved.ask - WEIGHTS.reached - 0.01)],
      [1, 2, 3, -1],
    ],
    [
      'the surer of two that exclude one another is added',
      of(5, 5),
      inOrder,
      [pair(3, 3, 1), pair(3, 4, 3), pair(4, 4, 2)],
      [0, 1, 2, 4, -1],
    ],
    [
      'what stands beside what was moved is added by that',
      of(6, 7),
      pairsAt([
        [0, 4],
        [1, 5],
        [2, 6],
      ]),
      [pair(3, 0, 4), pair(4, 1, -4.5), pair(5, 2, -4.5)],
      [4, 5, 6, 0, 1, 2],
    ],
    [
      'what stands beside nothing is not',
      of(6, 7),
      pairsAt([
        [0, 4],
        [1, 5],
        [2, 6],
      ]),
      [pair(4, 1, -4.5), pair(5, 2, -4.5)],
      [4, 5, 6, -1, -1, -1],
    ],
    [
      'the same words take the place of others',
      of(4, 3),
      pairsAt([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
      [pair(3, 2, 5, { identical: true })],
      [0, 1, -1, 2],
    ],
    [
      'the same words do not take the place of the same',
      of(4, 3),
      [pair(0, 0), pair(1, 1), pair(2, 2, 5, { identical: true })],
      [pair(3, 2, 5, { identical: true })],
      [0, 1, 2, -1],
    ],
    [
      'the same words take no place where they have one',
      of(3, 3),
      inOrder,
      [pair(1, 2, 5, { identical: true })],
      [0, 1, 2],
    ],
    [
      'the first sentence, which has one, takes no other',
      of(3, 3),
      inOrder,
      [pair(0, 2, 5, { identical: true })],
      [0, 1, 2],
    ],
    [
      'other words take nobody’s place',
      of(4, 3),
      pairsAt([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
      [pair(3, 2, 9)],
      [0, 1, 2, -1],
    ],
    [
      'what had to give way finds another place',
      of(4, 4),
      pairsAt([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
      [pair(2, 3, 1), pair(3, 2, 5, { identical: true })],
      [0, 1, 3, 2],
    ],
  ])('%s.', (_, lengths, chain, left, images) => {
    expect(grown(lengths, chain, left)).toEqual(images);
  });
});
