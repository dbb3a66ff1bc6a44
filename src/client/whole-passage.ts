import { canonical } from '../core/canonical.ts';
import type { Selected } from './selection.ts';
import { elementsOf, extentOf } from './spots.ts';

/**
 * Reads one passage, a block or a sentence, as `readRange` would: its words are its own, its fingerprint is in the page,
 * and it is not looked for among others.
 *
 * @returns undefined where it has no words
 */
export function readPassage(passage: HTMLElement): Selected | undefined {
  const range = extentOf([passage.id]);
  if (!range) return undefined;
  const words = elementsOf(passage.id).map(({ textContent }) => textContent);
  return {
    first: passage,
    last: passage,
    words: canonical(words.join('')),
    fingerprint: passage.dataset.v!,
    range,
  };
}
