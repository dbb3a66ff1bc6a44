import type { Definition, Paragraph, PhrasingContent, Resource, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { makeLegible } from '../legible.ts';
import { fromMarkdown } from '../markdown.ts';
import { tooDeepIn } from '../nesting.ts';
import { isSafeAddress, isWebAddress } from '../web-address.ts';

/** What is let stand of what somebody wrote. */
export interface Leave {
  /** Whether an address remains a link; others stand behind their words. */
  isLink: (address: string) => boolean;
  /** Whether headings, titles of links, and signs that turn the direction of writing stay. */
  asWritten: boolean;
}

/** What is left of a stranger's words, and of the editors' own. */
export const STRANGERS: Leave = { isLink: isWebAddress, asWritten: false };
export const OURS: Leave = { isLink: isSafeAddress, asWritten: true };

/**
 * Signs that turn the direction of what follows, across the ends of words and paragraphs: they can make a line read as
 * what it does not say. Those that only mark the direction of one word stay.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings @see https://trojansource.codes/
 */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/** A reference that Markdown here would look for a footnote for, escaped or not. */
const FOOTNOTE = /(\[\^[^\]\s]+\])/;

/**
 * Reads Markdown that somebody else wrote so that it can stand in a note: every word survives, and nothing else than
 * words, emphasis, lists, code, tables, quotations and links. HTML is shown as what was typed, a picture as a link to
 * it, a link by reference as a link, a heading as words in bold.
 *
 * @param markdown CommonMark or GFM, or anything at all
 * @param leave what is let stand
 * @returns blocks, to be written by `toMarkdown`
 */
export function harmless(markdown: string, leave: Leave): RootContent[] {
  if (tooDeepIn(markdown)) return [paragraph(wordsAlone(markdown, leave))];
  const tree = fromMarkdown(makeLegible(markdown));
  const definitions = definitionsIn(tree);
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  return tree.children.flatMap((node) => block(node));

  function block(node: RootContent): RootContent[] {
    switch (node.type) {
      case 'html':
      case 'yaml':
        return [paragraph(words(node.value))];
      case 'heading':
        if (leave.asWritten) return [{ ...node, children: inline(node.children) }];
        return [paragraph([{ type: 'strong', children: inline(node.children) }])];
      case 'paragraph':
        return [paragraph(inline(node.children))];
      case 'thematicBreak':
        return leave.asWritten ? [node] : [];
      case 'definition':
        // What nothing refers to would be seen nowhere; so would the second of two with one name.
        return used.has(node.identifier) && definitions.get(node.identifier) === node
          ? []
          : [paragraph(words(`[${node.label ?? node.identifier}]: ${node.url}${told(node)}`))];
      case 'footnoteDefinition':
        return [paragraph(words(`[^${node.label ?? node.identifier}]:`)), ...node.children.flatMap(block)];
      case 'code':
        return [{ type: 'code', lang: node.lang ?? null, meta: node.meta ?? null, value: shown(node.value) }];
      case 'list':
      case 'listItem':
      case 'blockquote': {
        const children = node.children.flatMap(block);
        // An item without words is an item; a list or quotation without any is nothing.
        return children.length > 0 || node.type === 'listItem' ? [{ ...node, children } as RootContent] : [];
      }
      case 'table':
      case 'tableRow':
        return [
          { ...node, children: node.children.flatMap((child: RootContent) => block(child)) } as RootContent,
        ];
      case 'tableCell':
        return [{ ...node, children: inline(node.children) }];
      default:
        return [paragraph(inline([node as PhrasingContent]))];
    }
  }

  function inline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    return nodes.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case 'text':
          return words(node.value);
        case 'inlineCode':
          return [{ type: 'inlineCode', value: shown(node.value) }];
        case 'emphasis':
        case 'strong':
        case 'delete':
          return [{ type: node.type, children: inline(node.children) }];
        case 'link':
          return link(node, inline(node.children));
        case 'linkReference':
          return link(definitions.get(node.identifier), inline(node.children));
        case 'image':
          return link(node, words(node.alt ?? node.url));
        case 'imageReference':
          return link(definitions.get(node.identifier), words(node.alt ?? node.identifier));
        case 'footnoteReference':
          return words(`[^${node.label ?? node.identifier}]`);
        case 'break':
          return [{ type: 'break' }];
        default:
          return words(toString(node));
      }
    });
  }

  function link(to: Resource | undefined, children: PhrasingContent[]): PhrasingContent[] {
    if (to === undefined) return children;
    const title = told(to);
    if (to.url === '') return [...children, ...words(title)];
    const url = leave.asWritten ? to.url : encodeTurning(to.url);
    if (leave.isLink(url)) {
      // A picture in a link has become a link, and those do not nest.
      const linked = { type: 'link' as const, url, children: children.flatMap(unlinked) };
      return leave.asWritten ? [{ ...linked, title: to.title ?? null }] : [linked, ...words(title)];
    }
    const address = toString(children) === to.url ? '' : ` (${to.url})`;
    return [...children, ...words(address + title)];
  }

  function words(value: string): PhrasingContent[] {
    return wordsAlone(value, leave);
  }

  function shown(value: string): string {
    return leave.asWritten ? value : showTurning(value);
  }
}

/** A title would be seen only by those who point at the link. */
function told({ title }: Resource): string {
  return title === undefined || title === null || title === '' ? '' : ` “${title}”`;
}

function unlinked(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(unlinked);
  return 'children' in node ? [{ ...node, children: node.children.flatMap(unlinked) }] : [node];
}

function definitionsIn(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    // Of two with one name the first counts, as in Markdown.
    if (!found.has(definition.identifier)) found.set(definition.identifier, definition);
  });
  return found;
}

/**
 * @param value words, in which nothing is Markdown
 * @param leave what is let stand
 * @returns them as text; what looks like a reference to a footnote as code, since it would be looked for
 */
export function wordsAlone(value: string, { asWritten }: Leave): PhrasingContent[] {
  return makeLegible(asWritten ? value : showTurning(value))
    .split(FOOTNOTE)
    .filter((piece) => piece !== '')
    .map((piece) => (FOOTNOTE.test(piece) ? { type: 'inlineCode', value: piece } : text(piece)));
}

function text(value: string): Text {
  return { type: 'text', value };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: children.length > 0 ? children : [text('')] };
}

/** The signs that turn directions, by their names. */
function showTurning(value: string): string {
  return value.replace(TURNING, (sign) => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase()}]`);
}

function encodeTurning(url: string): string {
  return url.replace(TURNING, encodeURIComponent);
}
