/** Chance that falls the same way each time: mulberry32, with what is drawn by it. */
export class Chance {
  #state: number;

  /** @param seed a 32-bit integer: the same seed gives the same draws */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** @returns a number from 0 to below 1 */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @returns an integer between two, both included */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** @returns whether something happens that happens in this share of all cases */
  happens(share: number): boolean {
    return this.fraction() < share;
  }

  /** @returns one of several, each as likely as the others */
  oneOf<Each>(choices: readonly Each[]): Each {
    return choices[Math.floor(this.fraction() * choices.length)]!;
  }

  /** @returns one of several, each as likely as its weight says */
  weighted<Each>(choices: readonly (readonly [Each, weight: number])[]): Each {
    let left = this.fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = choices.find(([, weight]) => (left -= weight) < 0);
    return (chosen ?? choices.at(-1)!)[0];
  }
}
