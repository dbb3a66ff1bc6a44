import type { Nodes } from 'mdast';
import { isJsx, MARKS } from '../syntax.ts';

/** A node of a block with its stretch of the block's words and of the file, both in UTF-16 code units. */
export interface Extent {
  node: Nodes;
  /** In the block's words, as `collectText` gives them. */
  start: number;
  end: number;
  children: Extent[];
}

/** A stretch of a file, in UTF-16 code units. */
export interface Span {
  from: number;
  to: number;
}

/** Why a stretch of words is no stretch of the file, in words that follow “its words …”. */
export interface Obstacle {
  obstacle: string;
  /** Id of the mark that it crosses. */
  mark?: string;
}

/** What begins or ends inside one of these would leave a half of it behind. */
const CALLED: Readonly<Record<string, string>> = {
  emphasis: 'emphasised words',
  strong: 'words in bold',
  delete: 'struck words',
  link: 'a link',
  linkReference: 'a link',
  inlineCode: 'code',
  tableCell: 'a cell of a table',
};

/** What a mark stands in, and never around. */
const HOLDERS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'tableRow']);
/** A mark is drawn as a link, and links cannot stand in one another. */
const LINKS: ReadonlySet<string> = new Set(['link', 'linkReference']);

/**
 * @param block a block's node
 * @returns where its words stand in it, by the same rules as `collectText`
 */
export function extentOf(block: Nodes): Extent {
  let at = 0;
  return measure(block);

  function measure(node: Nodes): Extent {
    const start = at;
    const children: Extent[] = [];
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') at += node.value.length;
    else if (node.type === 'break') at += 1;
    else if ('children' in node) {
      for (const [index, child] of node.children.entries()) {
        if (node.type === 'tableRow' && index > 0) at += 1;
        children.push(measure(child));
      }
    }
    return { node, start, end: at, children };
  }
}

/**
 * Finds where in the file a mark on some words of a block begins and ends.
 *
 * @param extent the block
 * @param start first code unit of the words, in the block's
 * @param end code unit after the last
 * @param file the whole file
 */
export function locate(extent: Extent, start: number, end: number, file: string): Span | Obstacle {
  const { node, children } = extent;
  if (node.type === 'text') return locateInText(extent, start, end, file);
  if (node.type === 'code') return { obstacle: 'stand in a block of code' };
  const filled = children.filter((child) => child.start < child.end);
  const around = filled.find((child) => child.start <= start && end <= child.end);
  if (around) {
    if (LINKS.has(around.node.type)) return { obstacle: 'stand in a link, and a mark is a link too' };
    const isWhole = around.start === start && around.end === end;
    const { type } = around.node;
    // Around emphasis and the like; but within a mark, which then stands first.
    if (isWhole && !HOLDERS.has(type) && !isJsx(around.node) && type !== 'text') return spanOf(around);
    const goesOn = type === 'text' || around.children.length > 0;
    return goesOn ? locate(around, start, end, file) : crossing(around);
  }
  const touched = filled.filter((child) => child.start < end && start < child.end);
  const link = touched.find(holdsLink);
  if (link) return { obstacle: 'hold a link, and a mark is a link too' };
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return { obstacle: 'are not in this block' };
  if (HOLDERS.has(first.node.type)) return crossing(first);
  const from = first.start === start ? spanOf(first) : boundary(first, start, first.end, file);
  const to = last.end === end ? spanOf(last) : boundary(last, last.start, end, file);
  if ('obstacle' in from) return from;
  return 'obstacle' in to ? to : { from: from.from, to: to.to };
}

/** Only words can be divided. */
function boundary(extent: Extent, start: number, end: number, file: string): Span | Obstacle {
  return extent.node.type === 'text' ? locateInText(extent, start, end, file) : crossing(extent);
}

function crossing({ node }: Extent): Obstacle {
  if (isJsx(node) && MARKS.has(node.name ?? '')) {
    const id = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id')?.value;
    const mark = typeof id === 'string' ? id : '';
    return { obstacle: `cross an end of the mark \`${mark}\``, mark };
  }
  return { obstacle: `begin or end within ${CALLED[node.type] ?? 'something that is no plain text'}` };
}

function holdsLink(extent: Extent): boolean {
  return LINKS.has(extent.node.type) || extent.children.some(holdsLink);
}

function spanOf({ node }: Extent): Span | Obstacle {
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined
    ? { obstacle: 'have no place of their own in the file' }
    : { from: start.offset, to: end.offset };
}

/** A text's words may be written otherwise than they read: `\{`, `&amp;`, indented lines. */
function locateInText(extent: Extent, start: number, end: number, file: string): Span | Obstacle {
  const span = spanOf(extent);
  if ('obstacle' in span) return span;
  const { node } = extent;
  const places = node.type === 'text' ? align(node.value, file.slice(span.from, span.to)) : undefined;
  const [first, last] = [places?.[start - extent.start], places?.[end - extent.start - 1]];
  return first && last
    ? { from: span.from + first.from, to: span.from + last.to }
    : { obstacle: 'are written in the file in a way that cannot be followed' };
}

/** `&amp;`, `&#123;`, `&#x7B;` */
const REFERENCE = /^&(?:[a-z][a-z\d]*|#\d+|#x[\da-f]+);/i;

/**
 * @param words a text as it reads
 * @param written as it is written
 * @returns for each code unit of the words where it is written, or undefined where that cannot be told
 */
function align(words: string, written: string): Span[] | undefined {
  const places: Span[] = [];
  let at = 0;
  for (let unit = 0; unit < words.length;) {
    const letter = words[unit]!;
    const reference = REFERENCE.exec(written.slice(at))?.[0];
    const stands = written[at] === letter;
    if (written[at] === '\\' && written[at + 1] === letter && /[!-/:-@[-`{-~]/.test(letter)) {
      places.push({ from: at, to: at + 2 });
      at += 2;
      unit += 1;
    } else if (reference !== undefined && !startsLiterally(words, unit, reference)) {
      // What a reference stands for goes on to where the words agree again: one code point, rarely two.
      const length = lengthOfReference(words, unit, written.slice(at + reference.length));
      if (length === undefined) return undefined;
      for (let each = 0; each < length; each += 1) places.push({ from: at, to: at + reference.length });
      at += reference.length;
      unit += length;
    } else if (stands || (letter === '\n' && written[at] === '\r')) {
      const isBreak = letter === '\n';
      const from = at;
      at += written.startsWith('\r\n', at) && isBreak ? 2 : 1;
      places.push({ from, to: at });
      unit += 1;
      // The indentation of a line, and the sign of a quotation before it, are Markdown's.
      if (isBreak) at += /^[ \t>]*/.exec(written.slice(at))![0].length;
    } else if (letter === '\n' && /[ \t]/.test(written[at] ?? '')) {
      at += 1;
    } else {
      return undefined;
    }
  }
  return places;
}

/** An ampersand of the words' own: “&amp;” written out in a text of code. */
function startsLiterally(words: string, unit: number, reference: string): boolean {
  return words.startsWith(reference, unit);
}

function lengthOfReference(words: string, unit: number, rest: string): number | undefined {
  const lengths = [1, 2, 3].filter((length) => unit + length <= words.length);
  return lengths.find((length) => {
    const next = words[unit + length];
    if (next === undefined) return true;
    if (/[\uDC00-\uDFFF]/.test(next)) return false;
    return rest.startsWith(next) || /^[\\&\s]/.test(rest);
  });
}
