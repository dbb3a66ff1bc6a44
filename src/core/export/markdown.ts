import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { collectText } from '../block.ts';
import { cutFrontMatter } from '../front-matter.ts';
import type { Reading } from '../reading.ts';
import { isJsx, parseMdx } from '../syntax.ts';
import { withoutNotes } from '../without-notes.ts';

/**
 * A reading's text as Markdown (CommonMark with GitHub's tables and footnotes): the words are the text's to the letter,
 * with its headings, lists, emphasis and own footnotes, and without marks and notes, which are the editors'. Before each
 * block its permanent anchors stand in a comment on a line of its own, so that they can fuse with no word and are seen
 * by nobody who reads it drawn; sentences have none, since they could only be told within the line.
 *
 * @param mdx the reading's file
 * @param reading what was read from it
 * @returns the Markdown, ending in a line feed
 */
export function toMarkdown(mdx: string, { blocks, annotations }: Reading): string {
  const tree = parseMdx(cutFrontMatter(withoutNotes(mdx, annotations)).body);
  const anchors = new Map<Nodes, string>(
    collectText(tree).blocks.map(({ node }, index) => [node, blocks[index]!.anchor]),
  );
  const children = tree.children.flatMap((node): RootContent[] => {
    const within = anchorsIn(node, anchors);
    const comment = { type: 'html', value: `<!-- ${within.join(' ')} -->` } as const;
    return [...(within.length > 0 ? [comment] : []), ...unwrap(node)];
  });
  const plain: Root = { type: 'root', children };
  joinTexts(plain);
  return unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).stringify(plain);
}

function anchorsIn(node: RootContent, anchors: ReadonlyMap<Nodes, string>): string[] {
  const found: string[] = [];
  visit(node as Nodes, (each) => {
    const anchor = anchors.get(each);
    if (anchor !== undefined) found.push(anchor);
  });
  return found;
}

/** What stands in an element stays; the element goes. */
function unwrap<Node extends Nodes>(node: Node): Node[] {
  if (!('children' in node)) return [node];
  const children = (node.children as Nodes[]).flatMap((child) => unwrap(child));
  return isJsx(node) ? (children as Node[]) : [{ ...node, children }];
}

/** Texts that elements stood between are one: what has to be escaped depends on what stands beside it. */
function joinTexts(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    node.children = (node.children as Nodes[]).reduce<Nodes[]>((joined, child) => {
      const last = joined.at(-1);
      if (last?.type === 'text' && child.type === 'text') last.value += child.value;
      else joined.push(child);
      return joined;
    }, []) as never;
  });
}
