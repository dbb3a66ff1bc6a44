import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Markup that is nothing where it holds no words, and is one where two pieces of it touch. */
const MARKUP: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link']);

/** A list of children, of whatever kind. */
type Children = RootContent[];

/**
 * Takes out what holds no words, and joins what touches: pages have much of both, and Markdown has no form for either.
 *
 * @param tree a text whose nodes stand where Markdown can write them; it is changed
 */
export function tidy(tree: Root) {
  tree.children = tidyAll(tree.children, undefined);
}

function tidyAll(children: Children, parent: Nodes | undefined): Children {
  const tidied = children.flatMap((child): Children => {
    if (child.type === 'inlineCode' && child.value.trim() === '') return [];
    if (!('children' in child)) return [child];
    const inner = tidyAll(child.children, child);
    const whole = { ...child, children: inner } as Extract<RootContent, { children: unknown }>;
    if (whole.type === 'paragraph') return paragraphsOf(whole);
    if (isMarkup(whole))
      return toString(whole).trim() === '' || whole.type === parent?.type ? inner : setSpacesFree(whole);
    if (whole.type === 'heading' || whole.type === 'tableCell') whole.children = trim(whole.children);
    return isNothing(whole) ? [] : [whole];
  });
  return joinAdjacent(tidied);
}

/** `<b>word </b>next`: a space or break at the end of markup stands outside it, where Markdown can write it. */
function setSpacesFree(markup: Markup): Children {
  const { children } = markup;
  const from = children.findIndex((child) => !isSpace(child));
  const to = children.findLastIndex((child) => !isSpace(child)) + 1;
  const inner = children.slice(from, to);
  const [before, after] = [cutSpace(inner[0], /^ +/), cutSpace(inner.at(-1), / +$/)];
  return [
    ...children.slice(0, from),
    ...before,
    { ...markup, children: inner },
    ...after,
    ...children.slice(to),
  ];
}

function cutSpace(node: RootContent | undefined, at: RegExp): Text[] {
  const space = node?.type === 'text' ? at.exec(node.value) : null;
  if (!space) return [];
  (node as Text).value = (node as Text).value.replace(at, '');
  return [{ type: 'text', value: ' ' }];
}

/** A heading, list, quotation or item without words is none; tables keep their empty cells. */
function isNothing(node: RootContent): boolean {
  return (
    ['heading', 'list', 'listItem', 'blockquote', 'footnoteDefinition'].includes(node.type) &&
    (node as { children: Children }).children.every(
      (child) => child.type === 'text' && child.value.trim() === '',
    )
  );
}

/** Two breaks in a row look like the end of a paragraph, and are one; those at its ends are nothing. */
function paragraphsOf({ children }: Paragraph): Paragraph[] {
  const paragraphs: PhrasingContent[][] = [[]];
  for (const [index, child] of children.entries()) {
    if (child.type === 'break' && children[index + 1]?.type === 'break') paragraphs.push([]);
    else paragraphs.at(-1)!.push(child);
  }
  return paragraphs
    .map(trim)
    .filter((words) => words.length > 0)
    .map((words) => ({ type: 'paragraph', children: words }));
}

/** Without spaces and breaks at the ends. */
function trim(words: readonly PhrasingContent[]): PhrasingContent[] {
  const from = words.findIndex((word) => !isSpace(word));
  const trimmed = from < 0 ? [] : words.slice(from, words.findLastIndex((word) => !isSpace(word)) + 1);
  const [first, last] = [trimmed[0], trimmed.at(-1)];
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\n]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[ \t\n]+$/, '');
  return trimmed;
}

function isSpace(word: PhrasingContent): boolean {
  return word.type === 'break' || (word.type === 'text' && /^[ \t\n]*$/.test(word.value));
}

/** `<b>two</b><b> halves</b>` are one. */
function joinAdjacent(children: Children): Children {
  const joined: Children = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (last?.type === 'text' && child.type === 'text')
      last.value = (last.value + child.value).replace(/ +/g, ' ');
    else if (last?.type === 'inlineCode' && child.type === 'inlineCode') last.value += child.value;
    else if (isMarkup(last) && isMarkup(child) && isSame(last, child)) last.children.push(...child.children);
    else joined.push(child);
  }
  return joined;
}

type Markup = Extract<RootContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' }>;

function isMarkup(node: RootContent | undefined): node is Markup {
  return node !== undefined && MARKUP.has(node.type);
}

function isSame(one: Markup, other: Markup): boolean {
  return one.type === 'link' ? other.type === 'link' && one.url === other.url : one.type === other.type;
}
