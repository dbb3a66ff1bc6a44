import type { Pair } from './evidence.ts';
import { WEIGHTS } from './weights.ts';

/**
 * Judges pairs that are the same to the letter where there are several: their words do not tell which is which, but
 * what stands beside them may. Of copies of a block each goes with the most that is the same around it.
 *
 * @param pairs ascending by `a`, then by `b`
 * @returns the pairs, with fewer odds where another copy is surrounded by more, and the number of copies
 */
export function judgeTwins(pairs: readonly Pair[]): Pair[] {
  const runs = runsOf(pairs.filter(({ identical }) => identical));
  const [ofA, ofB] = [copiesBy(runs, ({ a }) => a), copiesBy(runs, ({ b }) => b)];
  return pairs.map((pair) => {
    const run = runs.get(pair);
    if (run === undefined) return pair;
    const [alongA, alongB] = [ofA.get(pair.a)!, ofB.get(pair.b)!];
    const isOutrun = run < Math.max(alongA.longest, alongB.longest);
    return {
      ...pair,
      copies: Math.max(alongA.count, alongB.count),
      lexical: pair.lexical + (isOutrun ? WEIGHTS.outrun : 0),
    };
  });
}

/** For each pair, how many follow one another in both texts around it, itself among them. */
function runsOf(pairs: readonly Pair[]): Map<Pair, number> {
  const runs = new Map<Pair, number>();
  const diagonals = Map.groupBy(pairs, ({ a, b }) => b - a);
  for (const diagonal of diagonals.values()) {
    for (let from = 0, to = 0; from < diagonal.length; from = to) {
      while (diagonal[to]?.a === diagonal[from]!.a + to - from) to += 1;
      for (const pair of diagonal.slice(from, to)) runs.set(pair, to - from);
    }
  }
  return runs;
}

/** For each sentence, how many copies it has, and the longest run. */
function copiesBy(
  runs: ReadonlyMap<Pair, number>,
  sentenceOf: (pair: Pair) => number,
): Map<number, { count: number; longest: number }> {
  const copies = new Map<number, { count: number; longest: number }>();
  for (const [pair, run] of runs) {
    const { count, longest } = copies.get(sentenceOf(pair)) ?? { count: 0, longest: 0 };
    copies.set(sentenceOf(pair), { count: count + 1, longest: Math.max(longest, run) });
  }
  return copies;
}
