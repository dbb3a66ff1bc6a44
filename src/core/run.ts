/**
 * The heaviest run of things that stand in increasing order: what has kept its order, when the rest was moved.
 *
 * @param places where each thing stood before, in the order in which they stand now
 * @param weights what each is worth, as its letters are
 * @returns ordinals of the things in the run
 */
export function heaviestRun(places: readonly number[], weights: readonly number[]): Set<number> {
  const best: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, place] of places.entries()) {
    let before = -1;
    for (let other = 0; other < index; other += 1) {
      if (places[other]! < place && (before < 0 || best[other]! > best[before]!)) before = other;
    }
    previous.push(before);
    best.push(weights[index]! + (before < 0 ? 0 : best[before]!));
    if (last < 0 || best[index]! > best[last]!) last = index;
  }
  const run = new Set<number>();
  for (let index = last; index >= 0; index = previous[index]!) run.add(index);
  return run;
}
