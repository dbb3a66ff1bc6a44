import type { PassagePlace } from './locator.ts';
import { passageInWords } from './passage-words.ts';
import { capitalized } from './tally.ts';

/*
 * What is said of what still is as it was cited: by far the most citations. Apart from what else may have become of
 * them, so that a page can say it of itself.
 */

/** How it begins. */
export const UNCHANGED = 'Unchanged since it was cited.';

/** Since which edition a passage has its words, of how many, and their fingerprint. */
interface Unchanged {
  edition: number;
  editions: number;
  fingerprint: string;
}

/** @returns how it goes on of a passage: “Sentence 2 of paragraph 8, since edition 1, fingerprint 245b083.” */
export function whereAndSince(place: PassagePlace, { edition, editions, fingerprint }: Unchanged): string {
  const since = edition < editions ? 'since edition' : 'edition';
  return `${capitalized(passageInWords(place))}, ${since} ${edition}, fingerprint ${fingerprint}.`;
}

/**
 * @param day on which it was changed last, in words
 * @returns how it goes on of a note
 */
export function noteSince(day: string, fingerprint: string): string {
  return `The note, as it has been since ${day}, fingerprint ${fingerprint}.`;
}
