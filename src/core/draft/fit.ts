import type {
  Definition,
  FootnoteDefinition,
  Link,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { collectText } from '../block.ts';
import { SAFE_ADDRESS } from '../data-only.ts';
import { capitalized, counted } from '../tally.ts';
import { type Draft, Refused } from './draft.ts';
import { rankHeadings, titleHeading } from './outline.ts';
import { shape } from './shape.ts';
import { inQuotes, list } from './telling.ts';

/** Markup that is nothing where it holds no words, and is one where two pieces of it touch. */
const MARKUP: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link']);

/** A list of children, of whatever kind. */
type Children = RootContent[];

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
  tree.children = tidy(tree.children, undefined);
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

/**
 * @param alternatives the alternative text of each picture that was left out, perhaps empty
 * @returns that they were, in a sentence; nothing where there were none
 */
export function tellPictures(alternatives: readonly string[]): string[] {
  if (alternatives.length === 0) return [];
  const told = alternatives.filter((text) => text.trim() !== '').map(inQuotes);
  const named = told.length > 0 ? ` (${list(told)})` : '';
  return [
    `${capitalized(counted(alternatives.length, 'picture'))}${named} ${alternatives.length === 1 ? 'was' : 'were'} left out: a picture is no part of the text.`,
  ];
}

/** A link that does not lead to a web address keeps its words; so does one within a heading, which is itself one. */
function unlink(tree: Root): string[] {
  const lost: Link[] = [];
  visit(tree, 'link', (link, index, parent) => {
    if (SAFE_ADDRESS.test(link.url) && !link.url.startsWith('#')) return;
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

/**
 * Footnotes are named by their numbers in the order in which they are met, and stand at the end. One that nothing
 * refers to is shown nowhere.
 */
function settleFootnotes(tree: Root): string[] {
  const definitions = takeFootnotes(tree);
  const named = new Map<string, FootnoteDefinition>();
  dropEmpty(tree, definitions);
  nameIn(tree);
  // A note may refer to another: the map grows while it is gone through.
  for (const definition of named.values()) nameIn(definition);
  tree.children.push(...named.values());
  const stray = [...definitions.values()].filter(
    (note) => !new Set(named.values()).has(note) && toString(note).trim() !== '',
  );
  return [
    ...(named.size > 0
      ? [
          `${counted(named.size, 'footnote')} of the text’s own ${named.size === 1 ? 'was' : 'were'} recognized.`,
        ]
      : []),
    ...stray.map((note) => `A footnote that nothing refers to was left out: ${inQuotes(toString(note))}.`),
  ];

  function nameIn(within: Root | FootnoteDefinition) {
    visit(within, 'footnoteReference', (reference) => {
      const definition = definitions.get(reference.identifier)!;
      if (!named.has(reference.identifier)) named.set(reference.identifier, definition);
      const name = String([...named.keys()].indexOf(reference.identifier) + 1);
      Object.assign(definition, { identifier: name, label: name });
      Object.assign(reference, { identifier: name, label: name });
      return SKIP;
    });
  }
}

function takeFootnotes(tree: Root): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (definition, index, parent) => {
    // Of two with one name the first counts; the second is one that nothing refers to.
    const isSecond = definitions.has(definition.identifier);
    definitions.set(
      isSecond ? `${definition.identifier}\n${definitions.size}` : definition.identifier,
      definition,
    );
    parent!.children.splice(index!, 1);
    return index;
  });
  return definitions;
}

/** A note without words, as of a picture, has no number either. */
function dropEmpty(tree: Root, definitions: ReadonlyMap<string, FootnoteDefinition>) {
  const isEmpty = (definition: FootnoteDefinition) => toString(definition).trim() === '';
  for (const within of [tree, ...definitions.values()])
    visit(within, 'footnoteReference', ({ identifier }, index, parent) => {
      if (!isEmpty(definitions.get(identifier)!)) return undefined;
      parent!.children.splice(index!, 1);
      return index;
    });
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

/** Takes out what holds no words, and joins what touches. */
function tidy(children: Children, parent: Nodes | undefined): Children {
  const tidied = children.flatMap((child): Children => {
    if (child.type === 'inlineCode' && child.value.trim() === '') return [];
    if (!('children' in child)) return [child];
    const inner = tidy(child.children, child);
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
