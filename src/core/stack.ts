/** Something on a line: how much of it it takes, and where it would begin. */
export interface Placed {
  size: number;
  wanted: number;
  /** Stays where it would be, whatever the others need. */
  held?: boolean;
}

/** What is held outweighs any number of others. */
const HELD = 1e5;

/**
 * Places things along a line in their order, without overlap. Where several crowd, the crowd shares the shift:
 * isotonic regression by pooling adjacent violators, which leaves each as near to its place as the rest allow.
 *
 * @param things in order; lengths in any one unit
 * @param gap least room between two, in the same unit
 * @param least where the first may begin at the earliest
 * @returns where each begins
 * @see Barlow et al., Statistical Inference under Order Restrictions (1972), on the pool-adjacent-violators algorithm
 */
export function stack(things: readonly Placed[], gap: number, least = 0): number[] {
  const pools: { begin: number; weight: number; count: number }[] = [];
  let taken = 0;
  const before = things.map(({ size }) => {
    const offset = taken;
    taken += size + gap;
    return offset;
  });
  for (const [index, { wanted, held }] of things.entries()) {
    let pool = { begin: wanted - before[index]!, weight: held ? HELD : 1, count: 1 };
    for (let last = pools.at(-1); last && last.begin > pool.begin; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      pool = {
        begin: (last.begin * last.weight + pool.begin * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  }
  const begins = pools.flatMap(({ begin, count }) => Array<number>(count).fill(Math.max(begin, least)));
  return begins.map((begin, index) => begin + before[index]!);
}

/**
 * As `stack`, where one thing has grown: it stays where it would be, unless another would be moved by more than
 * `limit` from its place; then it begins earlier by as much, as far as those before it allow in turn.
 *
 * @param things with the sizes they have now; none held
 * @param grown index of the one that has grown
 * @param rest where each began before
 * @param limit greatest shift of the others, in the same unit
 * @param gap least room between two
 * @returns where each begins
 */
export function stackAround(
  things: readonly Placed[],
  grown: number,
  rest: readonly number[],
  limit: number,
  gap: number,
): number[] {
  const holdAt = (wanted: number) =>
    stack(
      things.map((thing, index) => (index === grown ? { ...thing, wanted, held: true } : thing)),
      gap,
    );
  const shifts = (begins: readonly number[]) => begins.map((begin, index) => begin - rest[index]!);
  const { wanted } = things[grown]!;
  const first = holdAt(wanted);
  const down = Math.max(0, ...shifts(first).slice(grown + 1)) - limit;
  if (down <= 0) return first;
  const earlier = holdAt(wanted - down);
  const up =
    Math.max(
      0,
      ...shifts(earlier)
        .slice(0, grown)
        .map((shift) => -shift),
    ) - limit;
  return up <= 0 ? earlier : holdAt(wanted - down + up);
}
