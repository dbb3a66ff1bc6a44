import { heaviestChain } from './chain.ts';
import type { Pair } from './evidence.ts';
import { BOUNDS, WEIGHTS } from './weights.ts';

/** A pair found to be one sentence. */
export interface Match {
  pair: Pair;
  /** By words and by place; a natural logarithm. */
  odds: number;
}

/** Numbers of sentences. */
export interface Lengths {
  before: number;
  after: number;
}

/** What a pair in its place has over one that is judged by its words alone. */
const IN_PLACE = WEIGHTS.between + 2 * WEIGHTS.reached;

/** What is added to the bounds, pass by pass: moved neighbours vouch for one another, so the sure ones come first. */
const CAUTION = [3, 1, 0];

/** Most rounds of one pass. */
const ROUNDS = 4;

/**
 * Finds the pairs that stand in one order in both texts and prove the most together. What is surely moved is first
 * put out of their way: it would else give up its own words for a look-alike that happens to stand in its place.
 *
 * @param pairs ascending by `a`, then by `b`
 * @param lengths of the texts
 */
export function matchInOrder(pairs: readonly Pair[], lengths: Lengths): Pair[] {
  const links = pairs
    .map((pair) => ({ a: pair.a, b: pair.b, weight: pair.lexical + IN_PLACE, pair }))
    .filter(({ weight }) => weight > 0);
  const heaviest = (some: typeof links) => heaviestChain(some, 2 * WEIGHTS.neighbour, lengths.after);
  const [ofBefore, ofAfter] = [new Float64Array(lengths.before), new Float64Array(lengths.after)];
  const first = new Set(heaviest(links));
  for (const { a, b, weight } of first) ofBefore[a] = ofAfter[b] = weight;
  const moved = links.filter(
    (link) => !first.has(link) && link.pair.lexical > Math.max(0, ofBefore[link.a]! + ofAfter[link.b]!),
  );
  const [movedA, movedB] = [new Set(moved.map(({ a }) => a)), new Set(moved.map(({ b }) => b))];
  return heaviest(links.filter(({ a, b }) => !movedA.has(a) && !movedB.has(b))).map(({ pair }) => pair);
}

/** Which sentence became which, one to one, and what that says of the others. */
export class Matching {
  readonly lengths: Lengths;
  /** By ordinal in the earlier text. */
  readonly matches: (Match | undefined)[];
  /** For each sentence of the earlier text what it became, for each of the later what became it; or -1. */
  readonly images: Int32Array;
  readonly owners: Int32Array;
  /** What each became, of those in order only. */
  readonly #ordered: Int32Array;
  #surroundings: Surroundings;

  /** @param chain pairs in order */
  constructor(chain: readonly Pair[], lengths: Lengths) {
    this.lengths = lengths;
    this.matches = Array.from({ length: lengths.before }, () => undefined);
    this.images = new Int32Array(lengths.before).fill(-1);
    this.owners = new Int32Array(lengths.after).fill(-1);
    this.#ordered = this.images.slice();
    for (const pair of chain) this.#join(pair);
    this.#ordered.set(this.images);
    this.#surroundings = surround(this.images, this.#ordered, this.owners);
    for (const pair of chain.filter((link) => this.oddsOf(link) < BOUNDS.inOrder.ask)) this.#part(pair);
    this.#ordered.set(this.images);
    this.#settle();
  }

  /**
   * Adds pairs of what is left, the surest first.
   *
   * @param pairs all candidates
   */
  grow(pairs: readonly Pair[]): void {
    this.#returnWords(pairs);
    for (const caution of CAUTION) {
      for (let round = 0; round < ROUNDS && this.#addFree(pairs, caution); round += 1) this.#settle();
    }
  }

  /** What took the place of a sentence that is still there to the letter gives way to it. */
  #returnWords(pairs: readonly Pair[]): void {
    for (const pair of pairs) {
      const owner = this.matches[this.owners[pair.b]!];
      if (!pair.identical || this.images[pair.a]! >= 0 || !owner || owner.pair.identical) continue;
      this.#part(owner.pair);
      this.#join(pair);
    }
    this.#settle();
  }

  /** @returns whether there was any */
  #addFree(pairs: readonly Pair[], caution: number): boolean {
    const found = pairs
      .filter((pair) => this.isFree(pair))
      .map((pair) => ({ pair, odds: this.oddsOf(pair) }))
      .filter(({ pair, odds }) => odds > this.boundsOf(pair).ask + caution)
      .sort((one, other) => other.odds - one.odds);
    for (const { pair } of found) if (this.isFree(pair)) this.#join(pair);
    return found.length > 0;
  }

  #join(pair: Pair): void {
    this.matches[pair.a] = { pair, odds: 0 };
    this.images[pair.a] = pair.b;
    this.owners[pair.b] = pair.a;
  }

  #part({ a, b }: Pair): void {
    this.matches[a] = undefined;
    this.images[a] = this.#ordered[a] = -1;
    this.owners[b] = -1;
  }

  /** Looks at every match anew, in the light of all. */
  #settle(): void {
    this.#surroundings = surround(this.images, this.#ordered, this.owners);
    for (const match of this.matches) if (match) match.odds = this.oddsOf(match.pair);
  }

  /** From which odds a pair is asked about, and from which it stands. */
  boundsOf(pair: Pair): { ask: number; sure: number } {
    return this.isMoved(pair) ? BOUNDS.moved : BOUNDS.inOrder;
  }

  /** Whether neither sentence has a partner yet. */
  isFree({ a, b }: Pair): boolean {
    return this.images[a]! < 0 && this.owners[b]! < 0;
  }

  /** Whether a sentence has a partner about which nothing need be asked. */
  isSure(a: number): boolean {
    const match = this.matches[a];
    return match !== undefined && match.odds >= this.boundsOf(match.pair).sure;
  }

  /** Natural logarithm of the odds by words and by place. */
  oddsOf(pair: Pair): number {
    const { a, b } = pair;
    const { lows, highs, previousOwned, nextOwned } = this.#surroundings;
    // What the sentence itself became is in no other candidate's way.
    const beyond = (owned: Int32Array) =>
      owned[b] === this.images[a] ? (owned[owned[b]!] ?? owned[b]) : owned[b];
    const reached = [
      lows.some((low) => low[a] === beyond(previousOwned)),
      highs.some((high) => high[a] === beyond(nextOwned)),
    ];
    const neighbours = [
      a === 0 ? b === 0 : b > 0 && this.images[a - 1] === b - 1,
      a === this.lengths.before - 1 ? b === this.lengths.after - 1 : this.images[a + 1] === b + 1,
    ];
    // Far from its place each copy is as likely to be the one.
    const place = this.#isBetween(pair) ? WEIGHTS.between : -Math.log(pair.copies);
    return pair.lexical + place + WEIGHTS.reached * count(reached) + WEIGHTS.neighbour * count(neighbours);
  }

  /** Whether a pair stands between what the nearest became, those in order or all. */
  #isBetween({ a, b }: Pair): boolean {
    const { lows, highs } = this.#surroundings;
    return lows.some((low, index) => low[a]! < b && b < highs[index]![a]!);
  }

  /** Whether a pair stands elsewhere than what the nearest in order became lets one expect. */
  isMoved({ a, b }: Pair): boolean {
    const { low, high } = this.slotOf(a);
    return b <= low || b >= high;
  }

  /** What the nearest in order on either side became: between them a sentence is expected. */
  slotOf(a: number): { low: number; high: number } {
    const { lows, highs } = this.#surroundings;
    return { low: lows[0][a]!, high: highs[0][a]! };
  }
}

/** For each sentence, what the nearest on either side became; and the nearest of the later text that have owners. */
interface Surroundings {
  /** Of those in order, and of all; -1 and the end where there are none. */
  lows: readonly [Int32Array, Int32Array];
  highs: readonly [Int32Array, Int32Array];
  previousOwned: Int32Array;
  nextOwned: Int32Array;
}

function surround(images: Int32Array, ordered: Int32Array, owners: Int32Array): Surroundings {
  const owned = owners.map((owner, b) => (owner < 0 ? -1 : b));
  const end = owners.length;
  return {
    lows: [lastBefore(ordered), lastBefore(images)],
    highs: [firstAfter(ordered, end), firstAfter(images, end)],
    previousOwned: lastBefore(owned),
    nextOwned: firstAfter(owned, end),
  };
}

/** For each place, the last value before it that is not negative, or -1. */
function lastBefore(values: Int32Array): Int32Array {
  let last = -1;
  return values.map((value) => {
    const found = last;
    if (value >= 0) last = value;
    return found;
  });
}

/** For each place, the first value after it that is not negative, or `end`. */
function firstAfter(values: Int32Array, end: number): Int32Array {
  const found = new Int32Array(values.length);
  let first = end;
  for (let place = values.length - 1; place >= 0; place -= 1) {
    found[place] = first;
    if (values[place]! >= 0) first = values[place]!;
  }
  return found;
}

function count(facts: readonly boolean[]): number {
  return facts.filter(Boolean).length;
}
