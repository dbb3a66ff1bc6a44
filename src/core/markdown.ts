import type { Literal, Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';

/** Before a link it would make it an inline note, as readings have them. */
const CARET = { character: '^', after: '\\[', inConstruct: 'phrasing' } as const;

/** At the start of a paragraph MDX would run them. */
const IMPORT = { atBreak: true, character: 'i', after: 'mport ', inConstruct: 'phrasing' } as const;
const EXPORT = { atBreak: true, character: 'e', after: 'xport ', inConstruct: 'phrasing' } as const;

/** An address begins with one whatever its capitals, and escapes within it would be its own. */
const SCHEME = { character: ':', before: '[PS]', after: '\\/', inConstruct: 'phrasing' } as const;

/** Markdown that is written already, in a line of text: it goes out as it is. */
export interface Written extends Literal {
  type: 'written';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    written: Written;
  }
  interface RootContentMap {
    written: Written;
  }
}

/** Within an item of a list too: a line before a table would be its paragraph's, and one after it a row. */
const joinTable: NonNullable<Options['join']>[number] = (left, right) =>
  left.type === 'table' || right.type === 'table' ? 1 : undefined;

/** MDX's own signs are escaped, which any Markdown reads as the signs themselves: one writing serves both. */
const writer = unified()
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkStringify, {
    join: [joinTable],
    unsafe: [CARET, IMPORT, EXPORT, SCHEME],
    handlers: { written: ({ value }: Written) => value },
  })
  .freeze();
const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Writes Markdown that says the same wherever it is read, as Markdown or as MDX: braces and angle brackets that are
 * text are escaped, addresses are written out as links.
 *
 * @param nodes what to write; a paragraph's parts must stand in their paragraph
 * @returns Markdown, without a line feed at its end
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function toMarkdown(...nodes: readonly Nodes[]): string {
  const root: Root = { type: 'root', children: nodes as RootContent[] };
  return writer.stringify(root).replace(/\n+$/, '');
}

/**
 * Reads Markdown as GitHub's and Hypothesis' users write it: what MDX would run is text or HTML here.
 *
 * @param markdown CommonMark with the extensions of GFM
 * @returns its tree, in which raw HTML may occur
 * @see https://github.github.com/gfm/
 */
export function fromMarkdown(markdown: string): Root {
  return reader.parse(markdown);
}

/** @returns plain words as a paragraph of Markdown */
export function escapeMarkdown(words: string): string {
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: words }] });
}
