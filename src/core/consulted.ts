import type { Annotation } from './annotation.ts';
import type { Source } from './source.ts';

/** Sources of a note that were consulted alike: not at all, as the copy that `via` names, or where they appeared. */
export interface Consulted {
  isRead: boolean;
  via?: string;
  sources: Source[];
}

/**
 * @param annotation what it cites or names
 * @param sources the records, by key
 * @returns its sources, each once, in the order of the note, grouped by how they were consulted
 */
export function consultedFor(
  { evidence, since, source }: Pick<Annotation, 'evidence' | 'since' | 'source'>,
  sources: ReadonlyMap<string, Source>,
): Consulted[] {
  const keys = new Set([...evidence, ...since].map((each) => each.source));
  if (source !== undefined) keys.add(source);
  const groups = Map.groupBy(
    [...keys].map((key) => sources.get(key)!),
    ({ consulted, via }) => JSON.stringify([consulted, via]),
  );
  return [...groups.values()].map((alike) => {
    const { consulted, via } = alike[0]!;
    return { isRead: consulted, ...(via !== undefined && { via }), sources: alike };
  });
}

/**
 * @param pieces of a note, in the order in which it tells them
 * @returns those from a source that one before them is from
 */
export function citedAgain<Piece extends { source: string }>(pieces: readonly Piece[]): Set<Piece> {
  const firsts = new Map(pieces.toReversed().map((piece) => [piece.source, piece]));
  return new Set(pieces.filter((piece) => firsts.get(piece.source) !== piece));
}
