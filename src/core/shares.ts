import { type Pair, shareOdds } from './evidence.ts';
import type { Match, Matching } from './matching.ts';
import type { Editions, Sentence } from './sentences.ts';
import { Comparison } from './similarity.ts';
import { BOUNDS } from './weights.ts';
import { joinWordings } from './lexicon.ts';

/** Sentences between two that may still be parts of one. */
const REACH = 8;

/** A sentence that is now in another, which became the partner of its owner. */
export interface Merge {
  a: number;
  b: number;
  owner: number;
  /** Whether it has more letters in the other than the owner has. */
  isLarger: boolean;
  /** A natural logarithm. */
  odds: number;
}

/**
 * Finds sentences that several say now: beside what they became stand new ones that have words of theirs.
 *
 * @returns for each, the parts' ordinals, the one that has most of its letters first
 */
export function findSplits(matching: Matching, editions: Editions): Map<number, number[]> {
  const { before, after, lexicon } = editions;
  const comparison = new Comparison(lexicon);
  const isTaken = new Set<number>();
  const splits = new Map<number, number[]>();
  for (const match of matching.matches) {
    if (!match || match.pair.identical || before[match.pair.a]!.isHeading) continue;
    const isNew = (b: number) => matching.owners[b] === -1 && !after[b]!.isHeading && !isTaken.has(b);
    const parts = findParts(match, editions, comparison, isNew);
    if (parts.length === 1) continue;
    for (const b of parts) isTaken.add(b);
    const letters = new Map(parts.map((b) => [b, comparison.letters(before[match.pair.a]!, after[b]!)]));
    splits.set(
      match.pair.a,
      parts.sort((one, other) => letters.get(other)! - letters.get(one)!),
    );
  }
  return splits;
}

function findParts(
  { pair }: Match,
  { before, after }: Editions,
  comparison: Comparison,
  isNew: (b: number) => boolean,
): number[] {
  const whole = before[pair.a]!;
  const compare = (parts: readonly number[]) =>
    comparison.compare(whole, joinWordings(parts.map((b) => after[b]!)));
  let parts = [pair.b];
  for (const step of [1, -1]) {
    for (let b = pair.b + step; isNew(b) && parts.length < REACH; b += step) {
      const more = step > 0 ? [...parts, b] : [b, ...parts];
      const [was, is] = [compare(parts), compare(more)];
      const odds = shareOdds(is.shared - was.shared, after[b]!.wordWeight, true);
      if (odds < BOUNDS.split || is.both <= was.both) break;
      parts = more;
    }
  }
  return parts;
}

/**
 * Finds sentences that are now in another: it says their words beside those of the one that became it. What was found
 * far away, or would be asked about, may rather be a part of what is near.
 *
 * @param isWhole whether a sentence became one other, of which others may be parts
 */
export function findMerges(
  matching: Matching,
  { before, after, lexicon }: Editions,
  pairs: readonly Pair[],
  isWhole: (owner: number) => boolean,
): Merge[] {
  const comparison = new Comparison(lexicon);
  const best = new Map<number, Merge>();
  for (const { a, b, shared } of pairs) {
    const owner = matching.owners[b]!;
    if (owner < 0 || owner === a || !isWhole(owner) || before[a]!.isHeading || isSettled(matching, a))
      continue;
    const [one, other] = [before[a]!, before[owner]!];
    const oddsOf = (gain: number) => shareOdds(gain, one.wordWeight, isNear(matching, a, owner));
    const least = Math.max(BOUNDS.merged.ask, (best.get(a) ?? matching.matches[a])?.odds ?? -Infinity);
    if (oddsOf(shared) <= least) continue;
    const odds = oddsOf(gainOf(one, other, after[b]!, comparison));
    if (odds <= least) continue;
    const isLarger = comparison.letters(one, after[b]!) > comparison.letters(other, after[b]!);
    best.set(a, { a, b, owner, isLarger, odds });
  }
  return [...best.values()].filter(({ owner }) => !best.has(owner));
}

function isSettled(matching: Matching, a: number): boolean {
  const match = matching.matches[a];
  return match !== undefined && matching.isSure(a) && (match.pair.identical || !matching.isMoved(match.pair));
}

/** Weight of the words of a sentence that are found beside those of another in a third. */
function gainOf(one: Sentence, other: Sentence, third: Sentence, comparison: Comparison): number {
  const sharedBy = (parts: readonly Sentence[]) => comparison.compare(joinWordings(parts), third).shared;
  return Math.max(sharedBy([one, other]), sharedBy([other, one])) - sharedBy([other]);
}

/** Whether nothing between two sentences of the earlier text stands elsewhere. */
function isNear({ images }: Matching, a: number, owner: number): boolean {
  const [low, high] = [Math.min(a, owner), Math.max(a, owner)];
  return high - low <= REACH && images.slice(low + 1, high).every((b) => b < 0 || b === images[owner]);
}
