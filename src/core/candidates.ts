import { heaviestChain } from './chain.ts';
import type { Editions, Sentence } from './sentences.ts';

/** Candidates that share words with a sentence, and as many that are it to the letter. */
const MOST = 16;

/** A word that more sentences have is no help in finding one of them. */
const COMMON = 400;

/**
 * Finds for each sentence those of the later text that it may have become: those of its kind that share most with it,
 * and of those that are it to the letter the ones nearest to where it is expected.
 *
 * @param editions both texts
 * @returns for each sentence of the earlier text, ordinals of the later, ascending
 */
export function findCandidates(editions: Editions): number[][] {
  const { before, after } = editions;
  const twins = Map.groupBy(after.keys(), (b) => nameOf(after[b]!));
  const expected = expectPlaces(before, twins, after.length);
  const alike = findAlike(editions, expected);
  return before.map((sentence, a) => {
    const same = nearest(twins.get(nameOf(sentence)) ?? [], expected[a]!);
    return [...new Set([...same, ...alike(a)])].sort((one, other) => one - other);
  });
}

/** Words and kind: a heading and a sentence are never the same. */
function nameOf({ text, isHeading }: Sentence): string {
  return `${isHeading ? '#' : ''} ${text}`;
}

/**
 * Where in the later text each sentence is expected: as far between its neighbours as before. Neighbours are sentences
 * that stand in both texts once, in the longest run that keeps their order.
 */
function expectPlaces(
  before: readonly Sentence[],
  twins: ReadonlyMap<string, readonly number[]>,
  end: number,
): Float64Array {
  const own = Map.groupBy(before.keys(), (a) => nameOf(before[a]!));
  const unique = [...own].flatMap(([name, [a, ...more]]) => {
    const [b, ...others] = twins.get(name) ?? [];
    return a === undefined || b === undefined || more.length + others.length > 0 ? [] : [{ a, b, weight: 1 }];
  });
  const fixed = [{ a: -1, b: -1 }, ...heaviestChain(unique, 0, end), { a: before.length, b: end }];
  const expected = new Float64Array(before.length);
  for (const [index, high] of fixed.entries()) {
    const low = fixed[index - 1] ?? high;
    for (let a = Math.max(0, low.a); a < Math.min(high.a, before.length); a += 1)
      expected[a] = low.b + ((a - low.a) * (high.b - low.b)) / (high.a - low.a);
  }
  return expected;
}

/** @returns for a sentence, those that share most with it; where they share as much, the ones expected nearer */
function findAlike(editions: Editions, expected: Float64Array): (a: number) => number[] {
  const { before, after } = editions;
  const overlapsOf = overlapping(editions);
  return (a) => {
    const best = new Shortlist();
    for (const [b, overlap] of overlapsOf(before[a]!)) {
      // By the root of the shorter: a large share of a short one and much of a long one are both worth a look.
      const likeness = overlap / Math.sqrt(1 + Math.min(before[a]!.wordWeight, after[b]!.wordWeight));
      best.offer(b, likeness - Math.abs(b - expected[a]!) / after.length / 1000);
    }
    return best.ordinals;
  };
}

/** @returns for a sentence, those of its kind in the later text that share stems with it, and the weight of these */
function overlapping({ after, lexicon }: Editions): (sentence: Sentence) => Map<number, number> {
  const holders = Array.from(lexicon.stems, (): number[] => []);
  for (const [b, { stems }] of after.entries()) for (const stem of new Set(stems)) holders[stem]!.push(b);
  return ({ stems, isHeading }) => {
    const overlaps = new Map<number, number>();
    for (const stem of new Set(stems)) {
      if (holders[stem]!.length > COMMON) continue;
      for (const b of holders[stem]!)
        if (after[b]!.isHeading === isHeading) overlaps.set(b, (overlaps.get(b) ?? 0) + lexicon.stems[stem]!);
    }
    return overlaps;
  };
}

/** The few best of many. */
class Shortlist {
  readonly ordinals: number[] = [];
  readonly #values: number[] = [];

  offer(ordinal: number, value: number): void {
    if (this.ordinals.length === MOST && value <= this.#values.at(-1)!) return;
    const found = this.#values.findIndex((known) => known < value);
    const place = found < 0 ? this.#values.length : found;
    this.#values.splice(place, 0, value);
    this.ordinals.splice(place, 0, ordinal);
    this.#values.length = this.ordinals.length = Math.min(MOST, this.ordinals.length);
  }
}

/** The few of an ascending list that are nearest to a place. */
function nearest(places: readonly number[], place: number): readonly number[] {
  if (places.length <= MOST) return places;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - MOST / 2, places.length - MOST));
  return places.slice(from, from + MOST);
}
