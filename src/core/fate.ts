import { type Pair, probability } from './evidence.ts';
import type { Match, Matching } from './matching.ts';
import type { Merge } from './shares.ts';
import { BOUNDS } from './weights.ts';

/** What became of a sentence. */
export interface Fate {
  /**
   * kept: the same words; edited; split: several say it now; merged: it is in a sentence that another sentence keeps
   * or shares; removed.
   */
  change: 'kept' | 'edited' | 'split' | 'merged' | 'removed';
  /** Flat ordinals of sentences of the new text that say it now, the one with the larger share first. */
  to: readonly number[];
  /** Whether it stands elsewhere than the order of what was not moved lets one expect. */
  moved: boolean;
  /** How sure, from 0 to 1. */
  confidence: number;
  /** Where the evidence does not decide: `to` is then the suggestion (none: it is gone), `rivals` other candidates. */
  ask: boolean;
  rivals: readonly number[];
}

/**
 * Says what became of each sentence.
 *
 * @param matching which became which
 * @param pairs all candidates, for rivals
 * @param splits for each sentence that several say now, their ordinals
 * @param merges sentences that are in others now
 * @returns a fate for each sentence of the earlier text, in order
 */
export function decideFates(
  matching: Matching,
  pairs: readonly Pair[],
  splits: ReadonlyMap<number, readonly number[]>,
  merges: readonly Merge[],
): Fate[] {
  const parts = new Set(Array.from(splits.values()).flat());
  const rivals = findRivals(
    matching,
    pairs.filter(({ b }) => !parts.has(b)),
  );
  const best = bestOdds(matching, pairs);
  const fates = matching.matches.map((match, a) =>
    match ? fateOf(match, matching, splits.get(a), rivals.get(a) ?? []) : removed(best.get(a)),
  );
  for (const merge of merges) {
    const owner = fates[merge.owner]!;
    const takesOver = merge.isLarger && owner.change === 'edited';
    fates[merge.a] = merged(merge, takesOver, owner.moved);
    if (takesOver) fates[merge.owner] = { ...owner, change: 'merged' };
  }
  return fates;
}

function fateOf(
  { pair, odds }: Match,
  matching: Matching,
  parts: readonly number[] | undefined,
  rivals: readonly number[],
): Fate {
  const { low, high } = matching.slotOf(pair.a);
  return {
    change: pair.identical ? 'kept' : parts ? 'split' : 'edited',
    to: parts ?? [pair.b],
    moved: pair.b <= low || pair.b >= high,
    confidence: probability(odds),
    ask: rivals.length > 0 || !matching.isSure(pair.a),
    rivals,
  };
}

function merged({ b, odds }: Merge, takesOver: boolean, moved: boolean): Fate {
  return {
    change: takesOver ? 'edited' : 'merged',
    to: [b],
    moved,
    confidence: probability(odds),
    ask: odds < BOUNDS.merged.sure,
    rivals: [],
  };
}

function removed(best = -Infinity): Fate {
  return { change: 'removed', to: [], moved: false, confidence: probability(-best), ask: false, rivals: [] };
}

/** For each sentence, candidates that nothing became, about as likely as the one that was taken. */
function findRivals(matching: Matching, pairs: readonly Pair[]): Map<number, number[]> {
  const rivals = new Map<number, number[]>();
  for (const pair of pairs) {
    const match = matching.matches[pair.a];
    if (!match || matching.owners[pair.b]! >= 0) continue;
    const bound = match.pair.identical && pair.identical ? BOUNDS.twin : BOUNDS.rival;
    if (match.odds - matching.oddsOf(pair) > bound) continue;
    rivals.set(pair.a, [...(rivals.get(pair.a) ?? []), pair.b]);
  }
  return rivals;
}

/** For each sentence without a partner, the odds of the best that was free. */
function bestOdds(matching: Matching, pairs: readonly Pair[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const pair of pairs) {
    if (!matching.isFree(pair)) continue;
    best.set(pair.a, Math.max(best.get(pair.a) ?? -Infinity, matching.oddsOf(pair)));
  }
  return best;
}
