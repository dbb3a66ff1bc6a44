import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { isJsx, MARKS, type Jsx } from './syntax.ts';

/** What a block of text is. Every block that holds text counts as a paragraph, headings and the by-line apart. */
export type BlockKind = 'byline' | 'heading' | 'paragraph' | 'row' | 'code';

/** A block as found in the syntax tree. */
export interface RawBlock {
  kind: BlockKind;
  /** Rank of a heading. */
  depth?: number;
  /** The words, as Markdown gives them. */
  text: string;
  node: Nodes;
}

/** A mark as found in the syntax tree. */
export interface RawMark {
  element: Jsx;
  /** Ordinal of its block; none when the block has no words. */
  block?: number;
  /** Its extent in the block's text without white space at its ends, in UTF-16 code units. */
  start: number;
  end: number;
  /** The mark around it. */
  within?: RawMark;
}

/**
 * Finds the text in a reading's tree: its blocks in order, and the marks in them.
 *
 * @param tree a tree from `parseMdx`
 * @returns blocks and marks; footnote definitions and what is in them are no part of the text, and a block of nothing
 *   but white space is none
 */
export function collectText(tree: Root): { blocks: RawBlock[]; marks: RawMark[] } {
  const blocks: RawBlock[] = [];
  const marks: RawMark[] = [];
  for (const child of tree.children) collectBlocks(child, false);
  return { blocks, marks };

  function collectBlocks(node: RootContent, inByline: boolean) {
    if (node.type === 'footnoteDefinition') return;
    const kind = kindOf(node, inByline);
    if (kind !== undefined) {
      const { text, marks: found } = collectInline(node);
      marks.push(...found);
      if (text.trim() === '') return;
      for (const mark of found) mark.block = blocks.length;
      blocks.push({ kind, text, node, ...(kind === 'heading' && { depth: (node as Heading).depth }) });
    } else if ('children' in node) {
      const byline = inByline || (isJsx(node) && node.name === 'Byline');
      for (const child of node.children) collectBlocks(child, byline);
    }
  }
}

/** The words of a block, and the marks in them. */
function collectInline(block: Nodes): { text: string; marks: RawMark[] } {
  const marks: RawMark[] = [];
  let text = '';
  read(block);
  return { text, marks };

  function read(node: Nodes, within?: RawMark) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') text += node.value;
    else if (node.type === 'break') text += '\n';
    else if (isJsx(node) && MARKS.has(node.name ?? '')) readMark(node, within);
    else if ('children' in node) {
      for (const [index, child] of node.children.entries()) {
        if (node.type === 'tableRow' && index > 0) text += '\t';
        read(child, within);
      }
    }
  }

  function readMark(element: Jsx, within?: RawMark) {
    const mark: RawMark = { element, start: text.length, end: text.length, ...(within && { within }) };
    marks.push(mark);
    for (const child of element.children) read(child, mark);
    const words = text.slice(mark.start);
    if (words.trim() === '') return;
    mark.end = mark.start + words.trimEnd().length;
    mark.start += words.length - words.trimStart().length;
  }
}

function kindOf(node: RootContent, inByline: boolean): BlockKind | undefined {
  if (node.type === 'paragraph') return inByline ? 'byline' : 'paragraph';
  if (node.type === 'heading') return 'heading';
  if (node.type === 'tableRow') return 'row';
  if (node.type === 'code') return 'code';
  return undefined;
}
