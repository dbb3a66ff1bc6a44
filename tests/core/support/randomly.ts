/** Picks one of some things. */
export type Pick = <Thing>(things: readonly Thing[]) => Thing;

/**
 * The same chances in every run, so that what fails once fails always.
 *
 * @param times how often to try
 * @param seed where to begin
 */
export function* randomly(times: number, seed = 1): Generator<Pick> {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  for (let time = 0; time < times; time += 1) {
    yield (things) => things[Math.floor(next() * things.length)]!;
  }
}
