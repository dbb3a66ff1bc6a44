/** Something that joins a place of one list to a place of another, and how much speaks for it. */
export interface Link {
  a: number;
  b: number;
  weight: number;
}

/**
 * Finds the heaviest set of links of which no two cross or meet: each goes further than the one before in both lists.
 * Sparse: it takes time by the number of links, not by the product of the lists' lengths.
 *
 * @param links ascending by `a`, then by `b`
 * @param follow what two links weigh more that are next to one another in both lists
 * @param end a number above every `b`
 * @returns the set, ascending
 */
export function heaviestChain<L extends Link>(links: readonly L[], follow: number, end: number): L[] {
  const scores = new Float64Array(links.length);
  const previous = new Int32Array(links.length);
  const best = new PrefixMaximum(end, scores);
  /** The links of the sentence before, by where they go. */
  let last: { a: number; at: Map<number, number> } = { a: -1, at: new Map() };
  for (let from = 0, to = 0; from < links.length; from = to) {
    const { a } = links[from]!;
    const neighbours = last.a === a - 1 ? last.at : new Map<number, number>();
    for (to = from; links[to]?.a === a; to += 1) {
      const { b, weight } = links[to]!;
      const earlier = best.below(b);
      const neighbour = neighbours.get(b - 1) ?? -1;
      const [alone, joined] = [scores[earlier] ?? 0, (scores[neighbour] ?? -Infinity) + follow];
      previous[to] = joined > alone ? neighbour : earlier;
      scores[to] = weight + Math.max(alone, joined);
    }
    last = { a, at: new Map() };
    for (let index = from; index < to; index += 1) {
      best.add(links[index]!.b, index);
      last.at.set(links[index]!.b, index);
    }
  }
  const chain: L[] = [];
  for (let index = best.below(end); index >= 0; index = previous[index]!) chain.push(links[index]!);
  return chain.reverse();
}

/**
 * For each place, the best of what lies before it.
 *
 * @see Fenwick, A New Data Structure for Cumulative Frequency Tables (1994)
 */
class PrefixMaximum {
  readonly #best: Int32Array;
  readonly #scores: Float64Array;

  constructor(end: number, scores: Float64Array) {
    this.#best = new Int32Array(end + 1).fill(-1);
    this.#scores = scores;
  }

  /** @returns the best before a place, or -1 */
  below(place: number): number {
    let best = -1;
    for (let node = place; node > 0; node -= node & -node) best = this.#better(best, this.#best[node]!);
    return best;
  }

  add(place: number, index: number): void {
    for (let node = place + 1; node < this.#best.length; node += node & -node)
      this.#best[node] = this.#better(this.#best[node]!, index);
  }

  #better(one: number, other: number): number {
    if (one < 0 || other < 0) return Math.max(one, other);
    return this.#scores[other]! > this.#scores[one]! ? other : one;
  }
}
