import { describe, expect, test } from 'vitest';
import { type Pair, probability } from '../../src/core/evidence.ts';
import { decideFates, type Fate } from '../../src/core/fate.ts';
import { Matching } from '../../src/core/matching.ts';
import type { Merge } from '../../src/core/shares.ts';
import { BOUNDS } from '../../src/core/weights.ts';

const pair = (a: number, b: number, lexical = 5, identical = false): Pair => ({
  a,
  b,
  identical,
  copies: 1,
  shared: 1,
  lexical,
});

const same = (a: number, b: number, lexical = 5) => pair(a, b, lexical, true);

/** Matched in order are these pairs, then others are added. */
function matched(
  before: number,
  after: number,
  chain: readonly Pair[],
  added: readonly Pair[] = [],
): Matching {
  const matching = new Matching(chain, { before, after });
  matching.grow(added);
  return matching;
}

interface More {
  pairs?: readonly Pair[];
  splits?: [number, readonly number[]][];
  merges?: readonly Merge[];
}

const fatesOf = (matching: Matching, { pairs = [], splits = [], merges = [] }: More = {}) =>
  decideFates(matching, pairs, new Map(splits), merges);

/** A fate in short: `kept 0`, `edited 3 moved`, `ask kept 4, or 5`. */
const brief = ({ change, to, moved, ask, rivals }: Fate) =>
  [ask ? 'ask' : '', change, ...to, moved ? 'moved' : ''].filter((word) => word !== '').join(' ') +
  rivals.map((rival) => `, or ${rival}`).join('');

const chain = [same(0, 0), pair(1, 1), same(2, 2)];

describe('A sentence', () => {
  test('is kept where its words are the same, and else edited.', () => {
    expect(fatesOf(matched(3, 3, chain)).map(brief)).toEqual(['kept 0', 'edited 1', 'kept 2']);
  });

  test('is split where several say it, in their order, but not where one says the same.', () => {
    const fates = fatesOf(matched(3, 5, [same(0, 0), pair(1, 2), same(2, 4)]), {
      splits: [
        [1, [3, 2]],
        [2, [4, 1]],
      ],
    });
    expect(fates.map(brief)).toEqual(['kept 0', 'split 3 2', 'kept 4 1']);
  });

  test('was moved where it stands elsewhere than the rest lets one expect.', () => {
    const fates = fatesOf(matched(4, 4, [pair(1, 0), pair(2, 1), pair(3, 2)], [pair(0, 3)]));
    expect(fates.map(brief)).toEqual(['edited 3 moved', 'edited 0', 'edited 1', 'edited 2']);
    const back = fatesOf(matched(4, 4, [pair(0, 1), pair(1, 2), pair(2, 3)], [pair(3, 0)]));
    expect(back.map(brief)).toEqual(['edited 1', 'edited 2', 'edited 3', 'edited 0 moved']);
  });

  test('is as sure as its odds.', () => {
    const matching = matched(3, 3, chain);
    expect(fatesOf(matching).map(({ confidence }) => confidence)).toEqual(
      chain.map((each) => probability(matching.oddsOf(each))),
    );
  });

  test('is removed where it has no partner, as surely as no free candidate was one.', () => {
    const matching = matched(3, 5, [same(0, 0), same(2, 4)]);
    const candidates = [pair(1, 2, -9), pair(1, 1, -8), pair(1, 3, -10), pair(1, 4, 9), pair(0, 1, 9)];
    expect(fatesOf(matching, { pairs: candidates })[1]).toEqual({
      change: 'removed',
      to: [],
      moved: false,
      confidence: probability(-matching.oddsOf(pair(1, 1, -8))),
      ask: false,
      rivals: [],
    });
    expect(fatesOf(matching, { pairs: candidates.slice(3) })[1]!.confidence).toBe(1);
  });
});

describe('It is asked about', () => {
  test('where it is not sure.', () => {
    const lexical =
      (BOUNDS.inOrder.ask + BOUNDS.inOrder.sure) / 2 - matched(1, 1, [pair(0, 0)]).oddsOf(pair(0, 0, 0));
    expect(fatesOf(matched(1, 1, [pair(0, 0, lexical)])).map(brief)).toEqual(['ask edited 0']);
  });

  /** One sentence, whose place the later text has once more: how much less likely the other is. */
  const between = (one: Pair, other: Pair) => {
    const matching = matched(1, 2, [one]);
    const less = matching.oddsOf(one) - matching.oddsOf({ ...other, lexical: 0 });
    return (gap: number, more: More = {}) =>
      fatesOf(matching, { pairs: [one, { ...other, lexical: less - gap }], ...more }).map(brief);
  };

  test.each<[string, Pair, Pair, number]>([
    ['that has other words', pair(0, 0), pair(0, 1), BOUNDS.rival],
    ['that has other words than it has kept', same(0, 0), pair(0, 1), BOUNDS.rival],
    ['that has the same, where it was edited', pair(0, 0), same(0, 1), BOUNDS.rival],
    ['that has the same', same(0, 0), same(0, 1), BOUNDS.twin],
  ])('where another is about as likely %s.', (_, one, other, bound) => {
    const told = between(one, other);
    expect(told(bound - 0.01)[0]).toMatch(/^ask \w+ 0, or 1$/);
    expect(told(bound + 0.01)[0]).toMatch(/^\w+ 0$/);
    expect(told(-3)[0]).toMatch(/^ask \w+ 0, or 1$/);
  });

  test('not where the other is one of its parts.', () => {
    expect(between(pair(0, 0), pair(0, 1))(0, { splits: [[0, [0, 1]]] })).toEqual(['split 0 1']);
  });

  test('not where the other is what another became.', () => {
    const matching = matched(2, 2, [pair(0, 0), pair(1, 1)]);
    expect(fatesOf(matching, { pairs: [pair(0, 1, 20), pair(1, 0, 20)] }).map(brief)).toEqual([
      'edited 0',
      'edited 1',
    ]);
  });

  test('with all the others that are as likely.', () => {
    const matching = matched(1, 4, [pair(0, 0)]);
    const rivals = [1, 2, 3].map((b) => pair(0, b, 20));
    expect(fatesOf(matching, { pairs: rivals }).map(brief)).toEqual(['ask edited 0, or 1, or 2, or 3']);
  });
});

describe('Sentences that are in others now', () => {
  const merge = (rest: Partial<Merge> = {}): Merge => ({
    a: 2,
    b: 1,
    owner: 1,
    isLarger: false,
    odds: 3,
    ...rest,
  });
  const joined = (matching: Matching, ...merges: Merge[]) => fatesOf(matching, { merges });
  const two = () => matched(3, 2, [same(0, 0), pair(1, 1)]);

  test('are merged into what those became that have more of it.', () => {
    expect(joined(two(), merge()).map(brief)).toEqual(['kept 0', 'edited 1', 'merged 1']);
    expect(joined(two(), merge())[2]!.confidence).toBe(probability(3));
  });

  test('take it over where they have more.', () => {
    expect(joined(two(), merge({ isLarger: true })).map(brief)).toEqual(['kept 0', 'merged 1', 'edited 1']);
  });

  test('do not where it is the other to the letter, nor where another has taken it over.', () => {
    const kept = matched(3, 2, [same(0, 0), same(1, 1)]);
    expect(joined(kept, merge({ isLarger: true })).map(brief)).toEqual(['kept 0', 'kept 1', 'merged 1']);
    const both = joined(
      matched(4, 2, [same(0, 0), pair(1, 1)]),
      merge({ isLarger: true }),
      merge({ a: 3, isLarger: true }),
    );
    expect(both.map(brief)).toEqual(['kept 0', 'merged 1', 'edited 1', 'merged 1']);
  });

  test('were moved where the other was.', () => {
    const moved = matched(5, 4, [pair(0, 1), pair(1, 2), pair(2, 3)], [pair(3, 0)]);
    expect(
      joined(moved, merge({ a: 4, b: 0, owner: 3 }))
        .map(brief)
        .slice(3),
    ).toEqual(['edited 0 moved', 'merged 0 moved']);
  });

  test('are asked about where that is not sure.', () => {
    expect(brief(joined(two(), merge({ odds: BOUNDS.merged.sure - 0.01 }))[2]!)).toBe('ask merged 1');
    expect(brief(joined(two(), merge({ odds: BOUNDS.merged.sure }))[2]!)).toBe('merged 1');
  });
});
