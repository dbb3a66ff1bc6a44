import type { Nodes } from 'mdast';

/** Things that part words from one another where Markdown writes none between them. */
const APART = new Set([
  'paragraph',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'code',
]);

/** @returns whether the words of a node never run on into those of its neighbour */
export function standsApart(node: { type: string }): boolean {
  return APART.has(node.type);
}

/**
 * The words of a piece of Markdown, with a space where two blocks, cells or lines meet. `mdast-util-to-string` puts
 * none there, and “2” and “3 people” in a list would be 23 people.
 *
 * @param node any node
 * @returns its words; white space is not yet canonical
 */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf);
  return node.children
    .map((child, index) => (standsApart(child) ? ` ${words[index]!} ` : words[index]!))
    .join('');
}
