import { findCandidates } from './candidates.ts';
import { pairing } from './evidence.ts';
import { decideFates, type Fate } from './fate.ts';
import { Matching, matchInOrder } from './matching.ts';
import { type AlignedBlock, type Editions, readEditions } from './sentences.ts';
import { findMerges, findSplits } from './shares.ts';
import { judgeTwins } from './twins.ts';

export type { AlignedBlock, Fate };

/** In a gap of so few sentences all are candidates, whatever their words. */
const GAP = 8;

/**
 * Aligns two editions of a text.
 *
 * @param before blocks of the earlier one
 * @param after blocks of the later one
 * @returns what became of each sentence of the earlier one, in flat order; the same two texts give the same fates
 */
export function align(before: readonly AlignedBlock[], after: readonly AlignedBlock[]): Fate[] {
  const editions = readEditions(before, after);
  const lengths = { before: editions.before.length, after: editions.after.length };
  const pair = pairing(editions);
  const candidates = findCandidates(editions);
  const first = judgeTwins(candidates.flatMap((ordinals, a) => ordinals.map((b) => pair(a, b))));
  const inGaps = findInGaps(new Matching(matchInOrder(first, lengths), lengths), editions, candidates);
  const pairs = [...first, ...inGaps.map(({ a, b }) => pair(a, b))].sort(
    (one, other) => one.a - other.a || one.b - other.b,
  );
  const matching = new Matching(matchInOrder(pairs, lengths), lengths);
  matching.grow(pairs);
  const splits = findSplits(matching, editions);
  const isWhole = (owner: number) =>
    !splits.has(owner) && !matching.matches[owner]!.pair.identical && matching.isSure(owner);
  return decideFates(matching, pairs, splits, findMerges(matching, editions, pairs, isWhole));
}

/** Further candidates: where few sentences stand between two that are found, what they share need not be much. */
function findInGaps(
  matching: Matching,
  { before, after }: Editions,
  candidates: readonly (readonly number[])[],
): { a: number; b: number }[] {
  return before.flatMap((sentence, a) => {
    const { low, high } = matching.slotOf(a);
    if (matching.matches[a] || high - low - 1 > GAP) return [];
    const between = Array.from(
      after
        .keys()
        .drop(low + 1)
        .take(Math.max(0, high - low - 1)),
    );
    return between
      .filter((b) => after[b]!.isHeading === sentence.isHeading && !candidates[a]!.includes(b))
      .map((b) => ({ a, b }));
  });
}
