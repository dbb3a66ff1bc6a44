import type { Element, ElementContent } from 'hast';
import type { Options } from 'rehype-remark';
import { visit } from 'unist-util-visit';
import { wordsIn } from './telling.ts';

/** What a browser sets on lines of its own. */
const BLOCKS = new Set(
  'address article aside blockquote br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** What makes a table a means of layout: no cell of data holds it. */
const OF_PAGES = ['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'article', 'section'];

/** What Markdown writes around words of one line. */
const AROUND_WORDS = new Set(
  'a b strong i em u s del strike mark q sup sub code kbd samp tt span font small'.split(' '),
);

const RAISED: Readonly<Record<string, string>> = letters('0123456789+−-=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾');
const LOWERED: Readonly<Record<string, string>> = letters('0123456789+−-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

/** What Markdown has no markup for, and readings must not lose: 10⁶ is not 106. */
export const LAID_OUT: NonNullable<Options['handlers']> = {
  sup: (state, node: Element) => shift(node, RAISED) ?? state.all(node),
  sub: (state, node: Element) => shift(node, LOWERED) ?? state.all(node),
  wbr: () => undefined,
};

/**
 * Gives a page the form in which Markdown can say it: a cell holds a line, a table is one of data, its caption stands
 * before it.
 *
 * @param article the element that holds the text; it is changed
 */
export function layOut(article: Element) {
  unwrapTables(article);
  visit(article, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
    if (isOfLayout(node)) {
      parent.children.splice(index, 1, ...cellsOf(node).map(asBlock));
      return index;
    }
    const captions = node.children.filter((child) => child.type === 'element' && child.tagName === 'caption');
    node.children = node.children.filter((child) => !captions.includes(child));
    for (const cell of cellsOf(node)) cell.children = inLine(cell.children);
    parent.children.splice(index, 0, ...(captions as Element[]).map(asBlock));
    return index + captions.length + 1;
  });
}

/** Of what is around a table, as a link or emphasis, Markdown could put nothing around its rows. */
function unwrapTables(article: Element) {
  visit(article, 'element', (node, index, parent) => {
    if (!AROUND_WORDS.has(node.tagName) || !holdsAny(node, ['table']) || !parent || index === undefined)
      return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

function isOfLayout(table: Element): boolean {
  const role = String(table.properties.role);
  return (
    role === 'presentation' || role === 'none' || cellsOf(table).some((cell) => holdsAny(cell, OF_PAGES))
  );
}

function holdsAny(parent: Element, names: readonly string[]): boolean {
  return parent.children.some(
    (child) => child.type === 'element' && (names.includes(child.tagName) || holdsAny(child, names)),
  );
}

/** The cells of a table, not those of tables within it. */
function cellsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return child.tagName === 'td' || child.tagName === 'th' ? [child] : cellsOf(child);
  });
}

function asBlock({ children }: Element): Element {
  return { type: 'element', tagName: 'div', properties: {}, children };
}

/** Where blocks meet in a cell there is a space between their words. */
function inLine(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const inner = inLine(child.children);
    if (!BLOCKS.has(child.tagName)) return [{ ...child, children: inner }];
    return [{ type: 'text', value: ' ' }, ...inner, { type: 'text', value: ' ' }];
  });
}

/** Digits and signs have raised and lowered forms of their own; letters stay on the line. */
function shift(node: Element, forms: Readonly<Record<string, string>>) {
  const shifted = Array.from(wordsIn(node), (letter) => forms[letter]);
  if (shifted.length === 0 || shifted.includes(undefined)) return undefined;
  return { type: 'text' as const, value: shifted.join('') };
}

function letters(from: string, to: string): Record<string, string> {
  const forms = Array.from(to);
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, forms[index]!]));
}
