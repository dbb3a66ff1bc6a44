import type { Nodes, Root } from 'mdast';
import type { Place } from './problem.ts';

/** Levels of lists, quotations, notes, brackets and elements; nobody reads as many, and parsers need ever more time. */
export const DEEPEST = 100;

/** Signs of emphasis in one paragraph or row of a table: parsers look at each pair of them. */
const MOST_SIGNS = 2000;

/** What holds blocks, as it begins a line: a quotation, an item, a footnote. */
const CONTAINER =
  /[ \t]*(?:(?<quote>>)|(?<item>[-+*]|\d{1,9}[.)])(?=[ \t]|$)|(?<note>\[\^[^\]\s]{1,200}\]:))/y;

/**
 * Judges a text before it is parsed: the time that parsers need grows by the square of what is within one another.
 *
 * @param body MDX
 * @returns where it becomes too deep; undefined where it does not
 */
export function tooDeepIn(body: string): Place | undefined {
  const lines = body.split('\n');
  const items: number[] = [];
  let [brackets, signs] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const isApart = /^\s*(?:\||$)/.test(line);
    if (isApart) [brackets, signs] = [0, 0];
    const deepest = Math.max(levelsOf(line, items), deepestBracket(line, brackets));
    brackets += count(line, '[') - count(line, ']');
    signs += line.match(/[*_~]+/g)?.length ?? 0;
    if (deepest > DEEPEST || signs > MOST_SIGNS) return { line: index + 1, column: 1 };
  }
  return undefined;
}

/**
 * @param tree a syntax tree, which may be too deep for functions that call themselves
 * @returns the first node that is; undefined where none is
 */
export function tooDeepInTree(tree: Root): Nodes | undefined {
  const open: { node: Nodes; level: number }[] = [{ node: tree, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    if (level > 2 * DEEPEST) return node;
    if ('children' in node) open.push(...node.children.map((child) => ({ node: child, level: level + 1 })));
  }
  return undefined;
}

/**
 * @param data any, as JSON has it
 * @param levels of lists and fields
 * @returns whether it has more: it may have more than functions that call themselves could walk
 */
export function isDeeper(data: unknown, levels: number): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; depth <= levels && level.length > 0; depth += 1) level = level.flatMap(partsOf);
  return level.length > 0;
}

/** The levels of blocks that a line is in, at most. The columns of items that are still open are kept in `items`. */
function levelsOf(line: string, items: number[]): number {
  CONTAINER.lastIndex = 0;
  let quotes = 0;
  for (let found = CONTAINER.exec(line); found; found = CONTAINER.exec(line)) {
    const { quote } = found.groups!;
    const column = CONTAINER.lastIndex;
    if (quote !== undefined) quotes += 1;
    else {
      while (items.length > 0 && items.at(-1)! >= column) items.pop();
      items.push(column);
    }
  }
  return quotes + items.length;
}

function deepestBracket(line: string, open: number): number {
  let [depth, deepest] = [open, open];
  for (const [sign] of line.matchAll(/[[\]]/g)) {
    depth += sign === '[' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function partsOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function count(line: string, sign: string): number {
  return line.split(sign).length - 1;
}
