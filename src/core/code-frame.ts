import stringWidth from 'string-width';
import type { Place, Stretch } from './problem.ts';
import { spellOut } from './spelt.ts';

/** A line of a file as it is shown, and what points to the place in it. */
export interface Frame {
  line: string;
  /** Carets under the place; or its words again, where writing runs both ways and nothing can stand under them. */
  pointer: string;
}

/** Cells that a tabulator is shown as. */
const TAB = '    ';

/** Widths of a line before the place, and as many behind it, are looked at. */
const LOOKED_AT = 4;

/** Code points of the words that are told again. */
const LONGEST_WORDS = 40;

/** The share of the frame that stands before the place, where a line has to be cut. */
const BEFORE = 1 / 3;

/** Scripts written from right to left: how a terminal orders them beside others cannot be known. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A letter with its marks as it is shown, in cells of a terminal, and where it begins in the line. */
interface Cell {
  at: number;
  shown: string;
  width: number;
}

/**
 * Draws a line of a file with carets under a place in it. Wide letters, marks that stand on others, tabulators and
 * signs that are not seen are reckoned with (by the grapheme clusters of UAX #29 and East Asian Width, UAX #11); what a
 * terminal would obey is spelt out.
 *
 * @param line the line, without its end
 * @param spot the place; where its end is on a later line, the rest of the line is meant
 * @param width cells that there are; a longer line is cut around the place
 * @see https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundaries @see https://www.unicode.org/reports/tr11/
 */
export function drawFrame(line: string, spot: Stretch, width: number): Frame {
  const looked = LOOKED_AT * width;
  if (line.length > 2 * looked) return drawFrame(...around(line, spot, looked), width);
  const cells = cellsOf(line);
  const from = spot.column - 1;
  const to = endIn(line, spot);
  const isMeant = ({ at }: Cell, index: number) => (cells[index + 1]?.at ?? line.length) > from && at < to;
  const first = cells.findIndex(isMeant);
  const meant = cells.filter(isMeant);
  const start = first < 0 ? cells.length : first;
  const { before, window, after } = cut(cells, start, width);
  const shown = `${before}${textOf(window.cells)}${after}`;
  if (RIGHT_TO_LEFT.test(shown)) return { line: shown, pointer: told(line, from, to) };
  const indent = before.length + widthOf(window.cells.slice(0, start - window.from));
  const inside = meant.filter((cell) => window.cells.includes(cell));
  return { line: shown, pointer: ' '.repeat(indent) + '^'.repeat(Math.max(1, widthOf(inside))) };
}

/** The line from so far before a place, twice as long, and the place in it: a line may have megabytes. */
function around(line: string, spot: Stretch, before: number): [line: string, spot: Stretch] {
  const from = Math.max(0, spot.column - 1 - before);
  const moved = ({ line: number, column }: Place) => ({ line: number, column: Math.max(1, column - from) });
  return [line.slice(from, from + 2 * before), { ...moved(spot), ...(spot.end && { end: moved(spot.end) }) }];
}

/** Where the place ends, as an offset into the line; a place without an end is one letter. */
function endIn(line: string, { line: number, column, end }: Stretch): number {
  if (!end) return column;
  return end.line === number ? Math.max(column, end.column - 1) : line.trimEnd().length;
}

function cellsOf(line: string): Cell[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)).map(
    ({ segment, index }) => {
      const shown = segment === '\t' ? TAB : spellOut(segment);
      return { at: index, shown, width: stringWidth(shown) };
    },
  );
}

/** What of the cells there is room for, around one of them, and the signs for what is left out. */
function cut(cells: readonly Cell[], start: number, width: number) {
  if (widthOf(cells) <= width) return { before: '', window: { from: 0, cells }, after: '' };
  const room = width - 2;
  let from = start;
  for (let left = room * BEFORE; from > 0 && left >= cells[from - 1]!.width; from -= 1)
    left -= cells[from - 1]!.width;
  let to = from;
  for (let left = room; to < cells.length && left >= cells[to]!.width; to += 1) left -= cells[to]!.width;
  const window = { from, cells: cells.slice(from, to) };
  return { before: from > 0 ? '…' : '', window, after: to < cells.length ? '…' : '' };
}

function told(line: string, from: number, to: number): string {
  const stretch = line.slice(from, to).trim();
  const word = /\S+/.exec(line.slice(wordStart(line, from)))?.[0] ?? '';
  const words = Array.from(spellOut(stretch.length > 1 ? stretch : word));
  return `here: “${words.slice(0, LONGEST_WORDS).join('')}${words.length > LONGEST_WORDS ? '…' : ''}”`;
}

/** Where the word at an offset begins, or the offset itself where there is none. */
function wordStart(line: string, offset: number): number {
  const start = line.slice(0, offset + 1).search(/\S+$/);
  return start < 0 ? offset : start;
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ shown }) => shown).join('');
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
