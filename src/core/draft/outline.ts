import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** The rank of a text's first headings: the page's own heading, of rank 1, is the title. */
const TOP = 2;
const LOWEST = 6;

/**
 * Gives a text's headings the ranks of a sound outline: beneath the title of the page, and none is skipped. A title at
 * the text's own head stands beside the others, not above them, since the page's heading is above all.
 *
 * @param tree a text, whose headings are changed
 * @returns what was done, in sentences; nothing where the ranks were sound already
 */
export function rankHeadings(tree: Root): string[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => {
    headings.push(heading);
  });
  const before = headings.map(({ depth }) => depth);
  const title = titleHeading(tree);
  if (title) title.depth = TOP;
  rank(headings.filter((heading) => heading !== title));
  const isSame = headings.every(({ depth }, index) => depth === before[index]);
  return isSame
    ? []
    : ['The headings were ranked beneath the title of the page, without a gap between ranks.'];
}

/**
 * @param tree a text, its footnotes at its end
 * @returns the heading that begins it, where no other is of its rank or higher: it is the text's title
 */
export function titleHeading(tree: Root): Heading | undefined {
  const [first] = tree.children;
  if (first?.type !== 'heading' || toString(first).trim() === '') return undefined;
  let peers = 0;
  visit(tree, 'heading', ({ depth }) => {
    if (depth <= first.depth) peers += 1;
  });
  return peers === 1 ? first : undefined;
}

/** Each heading stands one rank below the nearest before it that was of a higher one. */
function rank(headings: readonly Heading[]) {
  const above: number[] = [];
  for (const heading of headings) {
    const { depth } = heading;
    while (above.length > 0 && above.at(-1)! >= depth) above.pop();
    heading.depth = Math.min(TOP + above.length, LOWEST) as Heading['depth'];
    above.push(depth);
  }
}
