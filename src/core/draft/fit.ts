import type { Definition, Link, ListItem, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { collectText } from '../block.ts';
import { isSafeAddress } from '../web-address.ts';
import { capitalized, counted } from '../tally.ts';
import { type Draft, Refused } from './draft.ts';
import { rankHeadings, titleHeading } from './outline.ts';
import { settleFootnotes } from './settle-footnotes.ts';
import { shape } from './shape.ts';
import { list, tellPictures } from './telling.ts';
import { tidy } from './tidy.ts';

/**
 * Changes a tree into one that a reading may hold, word for word: references become links and footnotes, pictures go,
 * links that would lead astray become words, headings get the ranks of a sound outline.
 *
 * @param tree a text's mdast, without HTML; it is changed
 * @returns what was done to it, each in a sentence; and its title, where a heading at its head is one
 */
export function fit(tree: Root): Pick<Draft, 'said' | 'title'> {
  resolveReferences(tree);
  const said = [...takeOutPictures(tree), ...unlink(tree), ...settleFootnotes(tree)];
  visit(tree, 'listItem', writeOutBox);
  shape(tree);
  joinLines(tree);
  tidy(tree);
  const title = titleHeading(tree);
  const ranked = rankHeadings(tree);
  return {
    said: [...said, ...ranked].map(capitalized),
    ...(title && { title: toString(title).trim() }),
  };
}

/** @throws Refused where a tree has no words outside its footnotes */
export function refuseEmpty(tree: Root) {
  if (collectText(tree).blocks.length === 0)
    throw new Refused('There are no words in this file that could be read.');
}

/** `[words][name]` becomes a link; of two definitions of a name the first counts. */
function resolveReferences(tree: Root) {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition, index, parent) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
    parent!.children.splice(index!, 1);
    return index;
  });
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    // Markdown makes no reference of a name that is not defined.
    const { url, title } = definitions.get(node.identifier)!;
    const resolved: PhrasingContent =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children }
        : { type: 'image', url, alt: node.alt ?? '' };
    parent!.children[index!] = resolved;
    return index;
  });
}

function takeOutPictures(tree: Root): string[] {
  const alternatives: string[] = [];
  visit(tree, 'image', ({ alt }, index, parent) => {
    alternatives.push(alt ?? '');
    parent!.children.splice(index!, 1);
    return index;
  });
  return tellPictures(alternatives);
}

/** A link that does not lead to a web address keeps its words. */
function unlink(tree: Root): string[] {
  const lost: Link[] = [];
  visit(tree, 'link', (link, index, parent) => {
    if (isSafeAddress(link.url) && !link.url.startsWith('#')) return;
    if (link.url !== '') lost.push(link);
    parent!.children.splice(index!, 1, ...link.children);
    return index;
  });
  if (lost.length === 0) return [];
  const addresses = list([...new Set(lost.map(({ url }) => `\`${url}\``))].slice(0, 3));
  const more = lost.length > 3 ? ' and others' : '';
  return [
    `${counted(lost.length, 'link')} became plain words, since a reading links to whole web addresses only: ${addresses}${more}.`,
  ];
}

/** The box of a task is written out: `[x]`. */
export function writeOutBox(item: ListItem) {
  if (item.checked === undefined || item.checked === null) return;
  const box: PhrasingContent = { type: 'text', value: item.checked ? '[x] ' : '[ ] ' };
  const [first] = item.children;
  if (first?.type === 'paragraph') first.children.unshift(box);
  else item.children.unshift({ type: 'paragraph', children: [box] });
  item.checked = null;
}

/** A line's end in the file is a space on the page; in a heading or a cell a break is one too. */
function joinLines(tree: Root) {
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode')
      node.value = node.value.replace(/[ \t\r\n]+/g, ' ');
    if (node.type !== 'heading' && node.type !== 'tableCell') return;
    visit(node, 'break', (_, index, parent) => {
      parent!.children[index!] = { type: 'text', value: ' ' };
    });
  });
}
