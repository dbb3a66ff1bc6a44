import type { Annotation, Bearing, Evidence, Status } from './annotation.ts';
import { codePoints } from './canonical.ts';

/** The text's words beside those of its sources that decide the matter. */
export interface Exhibit {
  /** One piece of evidence for each side that the status has. */
  pieces: Evidence[];
  /** How much there is to read on the longest side, by which all are set. */
  length: 'short' | 'middling' | 'long';
}

/** The sides of each status: how a piece of evidence on each may bear, what is best first. */
const SIDES: Partial<Record<Status, readonly (readonly Bearing[])[]>> = {
  supported: [['supports']],
  qualified: [['qualifies']],
  contested: [['supports', 'qualifies'], ['contradicts']],
  contradicted: [['contradicts']],
};

/** In code points: two lines of the largest letters, and three of the next. */
const [SHORT, MIDDLING] = [60, 110];

/**
 * @param annotation its words, status and evidence
 * @returns for each side the first piece in which the editors underlined words; undefined where there is none
 */
export function exhibitOf({
  quote,
  status,
  evidence,
}: Pick<Annotation, 'quote' | 'status' | 'evidence'>): Exhibit | undefined {
  const sides = status === undefined ? [] : (SIDES[status] ?? []);
  const pieces = sides.flatMap(
    (bearings) =>
      bearings
        .map((bearing) => evidence.find((piece) => piece.bearing === bearing && decisive(piece).length > 0))
        .find((piece) => piece !== undefined) ?? [],
  );
  if (pieces.length === 0) return undefined;
  const lengths = [quote, ...pieces.map((piece) => decisive(piece).join(' … '))].map(codePoints);
  const longest = Math.max(...lengths);
  return { pieces, length: longest <= SHORT ? 'short' : longest <= MIDDLING ? 'middling' : 'long' };
}

/** @returns the stretches of an excerpt that the editors underlined */
export function decisive({ parts }: Pick<Evidence, 'parts'>): string[] {
  return parts.filter((part) => part.decisive).map(({ text }) => text);
}
