import type { Annotation } from './annotation.ts';

/**
 * @param mdx a reading’s file
 * @param annotations what was read from it
 * @returns the file without their notes, which are most of it, and of which nothing is needed where the text alone is
 */
export function withoutNotes(mdx: string, annotations: readonly Annotation[]): string {
  const notes = annotations.map(({ noteAt }) => noteAt).sort((one, other) => one.from - other.from);
  const ends = [0, ...notes.map(({ to }) => to)];
  return ends.map((end, at) => mdx.slice(end, notes[at]?.from)).join('');
}
