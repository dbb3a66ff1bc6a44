import type { FootnoteDefinition, Link, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import remarkFootnotes from 'remark-footnotes';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hash } from './hash.ts';
import { KINDS, type Kind } from './annotation.ts';
import { tooDeepInTree } from './nesting.ts';
import type { Place } from './problem.ts';
import { isSafeAddress } from './web-address.ts';

/** Version 4 has the types of an older unified; what it does has not changed. */
export const inlineNotes = remarkFootnotes as unknown as Plugin<[{ inlineNotes: boolean }], Root>;

/** An MDX element, in a line of text or on lines of its own. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** The marks' names in MDX: `Claim`, `Source`, `Figure`, `Quotation`, `Remark`. */
export const MARKS: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [markName(kind), kind]));

/** @returns the name of the element that marks words of a kind */
export function markName(kind: Kind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** What stands between blank lines and not in a line, and can stand in a by-line. */
const FLOW: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'code',
  'table',
  'thematicBreak',
  'definition',
  'footnoteDefinition',
  'mdxJsxFlowElement',
  'mdxFlowExpression',
  'mdxjsEsm',
]);

/** Elements that stand on lines of their own inside notes. */
export const OF_NOTES = ['Evidence', 'Since', 'Reply'] as const;

/** Elements that stand on lines of their own: one around the by-line, the others inside notes. */
export const BLOCKS = ['Byline', ...OF_NOTES] as const;

/** What a tree is, that no function which calls itself could walk. */
export class TooDeep extends Error {
  readonly place: Place;

  constructor({ line = 1, column = 1 }: Partial<Place> = {}) {
    super('Its elements are too deep within one another.');
    this.place = { line, column };
  }
}

/**
 * @param body MDX with the front matter blanked out
 * @returns its syntax tree, in the one form that both the checker and the page pipeline read
 * @throws VFileMessage with line and column when it cannot be parsed
 * @throws TooDeep when it can, and nothing could be done with it
 */
export function parseMdx(body: string): Root {
  const tree = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use(inlineNotes, { inlineNotes: true })
    .parse(body);
  const deep = tooDeepInTree(tree);
  if (deep) throw new TooDeep(deep.position?.start);
  normalise(tree, body);
  return tree;
}

/**
 * The same form, as a remark plugin for the page pipeline, whose MDX compiler has already taken apart every
 * paragraph that holds nothing but elements.
 */
export function remarkReadingSyntax() {
  return (tree: Root, file: VFile) => {
    normalise(tree, String(file));
  };
}

function normalise(tree: Root, body: string) {
  leaveAsWords(tree);
  setBlocksFree(tree);
  fillByline(tree);
  restoreParagraphs(tree, body);
  loosenLists(tree);
  nameInlineNotes(tree);
}

export function isJsx(node: { type: string }): node is Jsx {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
}

const isBlank = (node: { type: string }) => node.type === 'text' && /^\s*$/.test((node as Text).value);

const isBlockElement = (node: { type: string }): node is Jsx =>
  isJsx(node) && (BLOCKS as readonly (string | null)[]).includes(node.name);

const isFlow = (node: { type: string }) => FLOW.has(node.type);

const isMark = (node: { type: string }): node is Jsx => isJsx(node) && MARKS.has(node.name ?? '');

/**
 * GFM makes links of bare addresses, those of chats among them, and such as no page may have; there is no sign that
 * would keep it from doing so. Such links have no place in the file.
 */
function leaveAsWords(tree: Root) {
  visit(tree, 'link', (link: Link, index, parent) => {
    if (link.position || isSafeAddress(link.url) || index === undefined || !parent) return;
    parent.children.splice(index, 1, ...link.children);
  });
}

/** A paragraph of nothing but `<Evidence>` and the like is no paragraph. */
function setBlocksFree(tree: Root) {
  visit(tree, 'paragraph', (paragraph: Paragraph, index, parent) => {
    const filled = paragraph.children.filter((child) => !isBlank(child));
    if (index === undefined || !parent || filled.length === 0 || !filled.every(isBlockElement)) return;
    const blocks = filled.map(
      (element) => ({ ...(element as Jsx), type: 'mdxJsxFlowElement' }) as RootContent,
    );
    parent.children.splice(index, 1, ...blocks);
    return index + blocks.length;
  });
}

/** `<Byline>By A.</Byline>` on one line has words without a paragraph: they become one. */
function fillByline(tree: Root) {
  visit(tree, (node) => {
    if (!isJsx(node) || node.name !== 'Byline' || node.type !== 'mdxJsxFlowElement') return;
    const words = node.children as (RootContent | PhrasingContent)[];
    if (words.every(isBlank) || words.some(isFlow)) return;
    const [start, end] = [words[0]!.position?.start, words.at(-1)!.position?.end];
    const position = start && end ? { position: { start, end } } : {};
    node.children = [{ type: 'paragraph', children: words as PhrasingContent[], ...position }];
  });
}

/**
 * The MDX compiler takes a paragraph that holds nothing but elements apart (`remark-mark-and-unravel`): a
 * paragraph marked from end to end would lose its `<p>`. Marks side by side with less than a blank line between
 * them were one paragraph.
 */
function restoreParagraphs(tree: Root, body: string) {
  visit(tree, (parent) => {
    if (!('children' in parent) || parent.type === 'paragraph' || isMark(parent)) return;
    const children = parent.children as RootContent[];
    for (let index = 0; index < children.length; index += 1) {
      const first = children[index]!;
      if (first.type !== 'mdxJsxFlowElement' || !isMark(first)) continue;
      const inline: PhrasingContent[] = [];
      let end = index;
      for (; end < children.length && isMark(children[end]!); end += 1) {
        const gap = end > index ? gapBetween(children[end - 1]!, children[end]!, body) : '';
        if (gap === undefined) break;
        if (gap !== '') inline.push({ type: 'text', value: gap });
        inline.push({ ...(children[end] as Jsx), type: 'mdxJsxTextElement' } as MdxJsxTextElement);
      }
      const { start } = first.position ?? {};
      const last = children[end - 1]!.position?.end;
      const position = start && last ? { position: { start, end: last } } : {};
      children.splice(index, end - index, { type: 'paragraph', children: inline.map(asText), ...position });
    }
  });
}

/** What stood between two nodes, without what begins a line of a quotation; or undefined when it was a blank line. */
function gapBetween(before: RootContent, after: RootContent, body: string): string | undefined {
  const gap = body.slice(before.position?.end.offset ?? 0, after.position?.start.offset ?? 0);
  const lines = gap.split('\n');
  if (lines.length > 2) return undefined;
  return lines.length === 2 ? '\n' : gap;
}

/** Elements inside a restored one belong to the line too. */
function asText(node: PhrasingContent): PhrasingContent {
  if (!isMark(node)) return node;
  const children = node.children.flatMap((child) =>
    (child as { type: string }).type === 'paragraph' ? (child as unknown as Paragraph).children : [child],
  );
  return { ...node, type: 'mdxJsxTextElement', children: children.map(asText) };
}

/** Every list item keeps its `<p>`, so that a block is the same element everywhere. */
function loosenLists(tree: Root) {
  visit(tree, (node) => {
    if (node.type === 'list' || node.type === 'listItem') node.spread = true;
  });
}

/**
 * `^[An inline note]` becomes an ordinary footnote. Its id is made from its words, so that a note put in before
 * it does not rename it.
 */
export function nameInlineNotes(tree: Root) {
  const definitions: FootnoteDefinition[] = [];
  visit(tree, (node, index, parent) => {
    if ((node as { type: string }).type !== 'footnote' || index === undefined || !parent) return;
    const note = node as unknown as Paragraph;
    let identifier = `inline-${hash(toString(note)).slice(0, 7)}`;
    while (definitions.some((definition) => definition.identifier === identifier)) identifier += '-x';
    const { position } = note;
    const place = position ? { position } : {};
    const children = [{ type: 'paragraph' as const, children: note.children, ...place }];
    definitions.push({ type: 'footnoteDefinition', identifier, label: identifier, children, ...place });
    parent.children[index] = { type: 'footnoteReference', identifier, label: identifier, ...place };
  });
  tree.children.push(...definitions);
}
