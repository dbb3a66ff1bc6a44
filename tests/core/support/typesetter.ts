import type { Fount, Typesetter } from '../../../src/core/typesetting.ts';

/** Sets every letter half as wide as it is high, and draws the words themselves in place of outlines. */
export const FOUNT: Fount = {
  measure: (words, size) => (Array.from(words).length * size) / 2,
  outline: (words) => words,
};

/** @returns what sets all but the letters of some scripts */
export function typesetterWithout(missing: RegExp): Typesetter {
  return (words) => (missing.test(words) ? undefined : FOUNT);
}

/** The words of a picture that was set with it, in the order in which they are drawn. */
export function drawnWords(svg: string): string[] {
  return Array.from(
    svg.matchAll(/<path transform="[^"]*" fill="[^"]*" d="([^"]*)"\/>/g),
    ([, words]) => words!,
  );
}
