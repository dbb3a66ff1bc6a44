import { didYouMean } from '../nearest.ts';
import type { Reading } from '../reading.ts';
import type { Spot } from './spot.ts';

/** How an editor says which of several places is meant. */
export interface Choice {
  /** An anchor: of a sentence, or of a block. */
  at?: string | undefined;
  /** Which of them, from 1, in the order of the text; of those in `at`, where that is given. */
  occurrence?: number | undefined;
}

/**
 * @param spots places at which words stand, in the order of the text
 * @param choice which is meant
 * @returns those that can be meant; one, where the choice or the text decides; none, where the choice names none
 */
export function choose(spots: readonly Spot[], { at, occurrence }: Choice): Spot[] {
  const here = spots.filter(({ anchor, within }) => at === undefined || at === anchor || at === within);
  return occurrence === undefined ? here : here.slice(occurrence - 1, occurrence);
}

/**
 * @param at an anchor that an editor named
 * @param blocks of the text
 * @returns why there is no such passage, in full sentences; undefined where there is
 */
export function unknownAnchor(at: string, blocks: Reading['blocks']): string | undefined {
  const anchors = blocks.flatMap(({ anchor, sentences }) => [
    anchor,
    ...sentences.map((each) => each.anchor),
  ]);
  return anchors.includes(at) ? undefined : `There is no passage \`${at}\`.${didYouMean(at, anchors)}`;
}
