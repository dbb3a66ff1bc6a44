import type { Annotation } from './annotation.ts';
import { codePoints } from './canonical.ts';
import { type Footing, footingOf, type Ground, groundOf, assessedOf } from './footing.ts';
import { openingOf } from './opening.ts';
import type { Reading } from './reading.ts';

/** Annotated words in the drawing: what the text states, a detail of its by-line or a source it names; and how far along they stand,
 * in per cent. */
export interface Statement extends Ground {
  annotation: Annotation;
  footing: Footing;
  at: number;
}

/** A source in the drawing, how far along it stands, in per cent, and the statements that hang on it. */
export interface Bearer {
  key: string;
  at: number;
  bearing: Statement[];
  context: Statement[];
}

/** Two rows with threads between them: statements in the order of the text, and the sources beneath. */
export interface Threads {
  statements: Statement[];
  sources: Bearer[];
}

/**
 * Lays a reading's statements and their sources out in two rows. The order of the statements is the text's and never
 * moves; each source goes to the mean place of its statements (the barycentre heuristic for two layers of which one
 * is fixed), so that threads cross little and a reader finds a source beneath what rests on it.
 *
 * @param reading its annotations
 * @returns the places; the same annotations always give the same. Sources without a thread are left out.
 * @see https://doi.org/10.1109/TSMC.1981.4308636 Sugiyama, Tagawa and Toda on the barycentre
 */
export function layThreads({ annotations }: Pick<Reading, 'annotations'>): Threads {
  const statements = assessedOf(annotations).map((annotation, index, { length }) => ({
    annotation,
    ...groundOf(annotation),
    footing: footingOf(annotation),
    at: placeOf(index, length),
  }));
  const keys = new Set(statements.flatMap(({ bearing, context }) => [...bearing, ...context]));
  const sources = [...keys]
    .map((key) => ({
      key,
      bearing: statements.filter(({ bearing }) => bearing.includes(key)),
      context: statements.filter(({ context }) => context.includes(key)),
    }))
    .map((source) => ({ ...source, mean: mean([...source.bearing, ...source.context]) }))
    // The keys come in the order of the text, and the sort is stable: of two with one mean the first met is first.
    .sort((a, b) => a.mean - b.mean)
    .map(({ key, bearing, context }, index, { length }) => ({
      key,
      at: placeOf(index, length),
      bearing,
      context,
    }));
  return { statements, sources };
}

/** The two ends of a thread, in per cent along. */
export type Ends = readonly [statement: number, source: number];

/**
 * @param ends of threads
 * @param turned whether the rows stand beside one another, the statements on the left, and not one above the other
 * @returns the threads as one SVG path in a square of a hundred units, from row to row; the curve leaves and meets
 *   the rows at right angles
 */
export function drawThreads(ends: readonly Ends[], turned = false): string {
  return ends
    .map(([from, to]) =>
      turned ? `M0 ${from}C50 ${from} 50 ${to} 100 ${to}` : `M${from} 0C${from} 50 ${to} 50 ${to} 100`,
    )
    .join('');
}

/** A label at a place, in per cent along, and how much room it takes; towards the ends it stands to one side. */
export interface Label {
  at: number;
  width: number;
}

/** How much of the drawing's width a letter of a label takes, in per cent, where the drawing is narrowest. */
const LETTER = 0.95;

/** As many letters as a label can have, in code points, that it has room on one side of any place. */
const LONGEST = 40;

/** @returns as much of some words as has room in the drawing, as a label at a place */
export function labelAt(at: number, words: string): Label & { words: string } {
  const kept = openingOf(words, LONGEST);
  return { at, words: kept, width: LETTER * (codePoints(kept) + 1) };
}

/** @returns which side of a label is at its place, so that it stays within the drawing */
export function anchorOf({ at, width }: Label): 'start' | 'middle' | 'end' {
  if (at < width / 2) return 'start';
  return at > 100 - width / 2 ? 'end' : 'middle';
}

/**
 * @param labels in the order of their places
 * @returns the line, from 0, on which each can stand without covering one before it; the nearest that is free
 */
export function stackLabels(labels: readonly Label[]): number[] {
  const ends: number[] = [];
  return labels.map((label) => {
    const [from, to] = extentOf(label);
    const free = ends.findIndex((end) => end <= from);
    const line = free < 0 ? ends.length : free;
    ends[line] = to;
    return line;
  });
}

function extentOf(label: Label): [from: number, to: number] {
  const { at, width } = label;
  const from = { start: at, middle: at - width / 2, end: at - width }[anchorOf(label)];
  return [from, from + width];
}

function mean(statements: readonly Statement[]): number {
  return statements.reduce((sum, { at }) => sum + at, 0) / statements.length;
}

/** The middle of one of so many equal shares of a hundred, to a hundredth. */
function placeOf(index: number, length: number): number {
  return Math.round(((index + 0.5) / length) * 1e4) / 100;
}
