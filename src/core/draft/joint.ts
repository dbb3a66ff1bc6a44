import { meetUnspaced } from '../unspaced.ts';
import type { Line } from './line.ts';
import { endsSentence, findMargin, isProse, isWrappedAt, widest } from './wrapping.ts';

/** What stands between a line and the next: a space, the end of the line, which may be seen or not, or of a paragraph. */
export type Joint = 'space' | 'unseen end' | 'end' | 'paragraph';

/** Lines between blank ones, and what stands after each but the last. */
export interface Stretch {
  lines: readonly Line[];
  joints: readonly Joint[];
}

/** How paragraphs end. */
export type Separation = 'lines' | 'blank lines' | 'shape';

/** How a text is laid out. */
export interface Layout {
  /** The column at which its lines are wrapped; none where they are as long as their words asked for. */
  margin: number | undefined;
  separation: Separation;
  stretches: Stretch[];
}

/** Columns from which a line is a paragraph of its own, wherever it stands. */
const LONG = 120;

/**
 * Finds out what the ends of lines mean.
 *
 * @param stretches all lines of a text, in the stretches between its blank lines
 */
export function layOut(stretches: readonly (readonly Line[])[]): Layout {
  const margin = findMargin(stretches);
  const separation =
    margin === undefined ? separationUnwrapped(stretches) : separationWrapped(stretches, margin);
  return {
    margin,
    separation,
    stretches: stretches.map((lines) => ({
      lines,
      joints:
        margin === undefined ? unwrappedJoints(lines, separation) : wrappedJoints(lines, margin, separation),
    })),
  };
}

function separationUnwrapped(stretches: readonly unknown[]): Separation {
  return stretches.length > 1 ? 'blank lines' : 'lines';
}

/** Whichever there are more of, blank lines or lines that begin or end a paragraph by their shape. */
function separationWrapped(stretches: readonly (readonly Line[])[], margin: number): Separation {
  const shaped = stretches
    .filter((lines) => isProse(lines, margin))
    .flatMap((lines) => {
      const isApart = partingByShape(lines, margin);
      return lines.slice(1).filter((next, index) => isApart(lines[index]!, next));
    });
  return shaped.length < stretches.length ? 'blank lines' : 'shape';
}

/** Tells whether a line ends a paragraph: it is short and ends a sentence, or the next is indented. */
function partingByShape(lines: readonly Line[], margin: number): (line: Line, next: Line) => boolean {
  const usual = usualIndent(lines);
  return (line, next) =>
    (next.indent > usual && line.indent <= usual) || (endsSentence(line) && !isWrappedAt(line, next, margin));
}

/** The indentation that most lines of a stretch have. */
function usualIndent(lines: readonly Line[]): number {
  const groups = [...Map.groupBy(lines, ({ indent }) => indent)];
  return groups.reduce((most, group) => (group[1].length > most[1].length ? group : most))[0];
}

function unwrappedJoints(lines: readonly Line[], separation: Separation): Joint[] {
  const isApart = separation === 'lines' || widest(lines) > LONG;
  return lines.slice(1).map(() => (isApart ? 'paragraph' : 'end'));
}

function wrappedJoints(lines: readonly Line[], margin: number, separation: Separation): Joint[] {
  if (!isProse(lines, margin)) return lines.slice(1).map(() => 'end');
  const isApart = separation === 'shape' ? partingByShape(lines, margin) : () => false;
  return lines.slice(1).map((next, index) => {
    const line = lines[index]!;
    if (isApart(line, next)) return 'paragraph';
    if (!isWrappedAt(line, next, margin)) return 'end';
    // Where words are not parted by spaces, one would be a space that the text does not have.
    return meetUnspaced(line.words, next.words) ? 'unseen end' : 'space';
  });
}
