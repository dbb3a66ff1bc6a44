import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Options } from 'rehype-remark';
import { visit } from 'unist-util-visit';
import { wordsIn } from './telling.ts';

/** What a reference to a note looks like: a number, a letter or a sign, perhaps in brackets. */
const NUMBER = /^[\s[(]*(?:\d{1,4}|[a-z]|[ivxl]+|[*†‡§¶]{1,4})[\s\])]*$/iu;

/** What may be left of a back link once it is gone: `^`, or the comma between two. */
const REMNANT = /^[\s^↑↩,\uFE0E]*$/u;

/** Elements in a line; a note is a whole block. */
const INLINE = new Set(['a', 'sup', 'sub', 'span', 'b', 'strong', 'i', 'em', 'small', 'cite', 'font']);

const REFERENCE = 'footnote-reference';
const DEFINITION = 'footnote-definition';

/** How the two are written in mdast. */
export const FOOTNOTES: NonNullable<Options['handlers']> = {
  [REFERENCE]: (_, { properties }: Element): FootnoteReference => named('footnoteReference', properties),
  [DEFINITION]: (state, node: Element): FootnoteDefinition => ({
    ...named('footnoteDefinition', node.properties),
    children: state.toFlow(state.all(node)),
  }),
};

function named<Type extends string>(type: Type, { name }: Element['properties']) {
  return { type, identifier: String(name), label: String(name) };
}

/** Where elements are found. */
interface Places {
  byId: Map<string, Element>;
  parents: Map<Element, Element>;
}

/** A link to a note, and the note. */
interface Found {
  link: Element;
  note: Element;
}

/**
 * Recognizes footnotes: a number that links to a block which links back, as in what WordPress, Wikipedia, GitHub, Word,
 * Pandoc and mammoth write; or what DPUB-ARIA calls a reference. Other links stay as they are.
 *
 * @param article the element that holds the text; references are put in and notes taken out
 * @returns the notes
 * @see https://www.w3.org/TR/dpub-aria-1.1/#doc-noteref
 */
export function takeFootnotes(article: Element): Element[] {
  const places = findPlaces(article);
  const found = findNotes(article, places);
  const notes = [...new Set(found.map(({ note }) => note))];
  for (const note of notes) takeBackLinks(note, found, places);
  for (const { link, note } of found) {
    const name = String(notes.indexOf(note) + 1);
    replace(wholeOf(link, places), [element(REFERENCE, { name }, [])], places);
  }
  for (const note of notes) takeOut(note, article, places);
  if (notes.length > 0) dropTrailingHeadings(article);
  return notes.map((note, index) => element(DEFINITION, { name: String(index + 1) }, contentOf(note)));
}

function findPlaces(article: Element): Places {
  const byId = new Map<string, Element>();
  const parents = new Map<Element, Element>();
  visit(article, 'element', (node, _, parent) => {
    if (parent) parents.set(node, parent as Element);
    for (const id of [node.properties.id, node.tagName === 'a' ? node.properties.name : undefined])
      if (id !== undefined && !byId.has(id)) byId.set(id, node);
  });
  return { byId, parents };
}

/** In the order of the text, so that a reference is met before its note, whose own links lead back. */
function findNotes(article: Element, places: Places): Found[] {
  const found: Found[] = [];
  visit(article, 'element', (link) => {
    const target = targetOf(link, places);
    if (!target) return;
    const note = blockOf(target, places);
    const isWithin = (outer: Element) => ancestorsOf(link, places).includes(outer);
    const isBack = found.some((each) => leadsTo(target, each, places));
    if (note === article || isWithin(note) || isBack) return;
    if (isReference(link, note, places)) found.push({ link, note });
  });
  return found;
}

function targetOf({ tagName, properties }: Element, { byId }: Places): Element | undefined {
  const href = properties.href?.toString() ?? '';
  if (tagName !== 'a' || !href.startsWith('#')) return undefined;
  return byId.get(href.slice(1)) ?? byId.get(decode(href.slice(1)));
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function isReference(link: Element, note: Element, places: Places): boolean {
  if (String(link.properties.role) === 'doc-noteref') return true;
  if (!NUMBER.test(wordsIn(link))) return false;
  const ownLine = [link, ...inlineAround(link, places)];
  return linksIn(note).some((back) => {
    const target = targetOf(back, places);
    return (
      target !== undefined &&
      (ownLine.includes(target) || ownLine.some((own) => own.children.includes(target)))
    );
  });
}

function linksIn(parent: Element): Element[] {
  const links: Element[] = [];
  visit(parent, 'element', (node) => {
    if (node.tagName === 'a') links.push(node);
  });
  return links;
}

function ancestorsOf(node: Element, { parents }: Places): Element[] {
  const parent = parents.get(node);
  return parent ? [parent, ...ancestorsOf(parent, { parents } as Places)] : [];
}

/** The elements around one that are in its line, the innermost first. */
function inlineAround(node: Element, places: Places): Element[] {
  const around = ancestorsOf(node, places);
  const end = around.findIndex(({ tagName }) => !INLINE.has(tagName));
  return around.slice(0, end < 0 ? undefined : end);
}

function blockOf(target: Element, places: Places): Element {
  if (!INLINE.has(target.tagName)) return target;
  return ancestorsOf(target, places).find(({ tagName }) => !INLINE.has(tagName)) ?? target;
}

/** The raised number whole, brackets and all, where it is nothing else than the link. */
function wholeOf(link: Element, places: Places): Element {
  return inlineAround(link, places).findLast((around) => NUMBER.test(wordsIn(around))) ?? link;
}

/** Takes out the links by which a note leads back to where it is referred to, and the number before its words. */
function takeBackLinks(note: Element, found: readonly Found[], places: Places) {
  const numbers = found
    .filter((each) => each.note === note)
    .map(({ link }) => wordsIn(link).replace(/[^\p{L}\p{N}*†‡§¶]/gu, ''));
  for (const link of linksIn(note)) {
    const target = targetOf(link, places);
    const isBack =
      String(link.properties.role) === 'doc-backlink' ||
      (target && found.some((each) => leadsTo(target, each, places)));
    if (isBack) replace(remnantOf(link, places), [], places);
  }
  const [first] = note.children.filter((child) => child.type === 'element' || wordsIn(child).trim() !== '');
  if (first?.type === 'element' && first.tagName === 'sup' && numbers.includes(wordsIn(first).trim()))
    replace(first, [], places);
}

function leadsTo(target: Element, { link }: Found, places: Places): boolean {
  const line = [link, ...inlineAround(link, places)];
  return line.includes(target) || line.some(({ children }) => children.includes(target));
}

/** What is around a back link and has no other words. */
function remnantOf(link: Element, places: Places): Element {
  const words = wordsIn(link);
  return (
    inlineAround(link, places).findLast((around) => REMNANT.test(wordsIn(around).replace(words, ''))) ?? link
  );
}

function replace(node: Element, by: ElementContent[], { parents }: Places) {
  const parent = parents.get(node);
  if (!parent?.children.includes(node)) return;
  parent.children.splice(parent.children.indexOf(node), 1, ...by);
  for (const each of by) if (each.type === 'element') parents.set(each, parent);
}

/** Takes out a note, and what held nothing else than notes. */
function takeOut(note: Element, article: Element, places: Places) {
  const emptied = ancestorsOf(note, places).filter((around) => around !== article);
  replace(note, [], places);
  for (const around of emptied) if (isEmptied(around)) replace(around, [], places);
}

function isEmptied({ children, properties }: Element): boolean {
  const isOfNotes = /doc-endnotes|footnotes|endnotes/.test(
    `${String(properties.role)} ${String(properties.className)}`,
  );
  return children.every(
    (child) =>
      wordsIn(child).trim() === '' ||
      (isOfNotes && child.type === 'element' && /^h[1-6r]$/.test(child.tagName)),
  );
}

/** A heading or line that stood above the notes stands above nothing. */
function dropTrailingHeadings(article: Element) {
  const last = () =>
    article.children.findLast((child) => child.type === 'element' || wordsIn(child).trim() !== '');
  for (let end = last(); end?.type === 'element' && /^h[1-6r]$/.test(end.tagName); end = last())
    article.children.splice(article.children.lastIndexOf(end), 1);
}

function contentOf(note: Element): ElementContent[] {
  return note.tagName === 'p' ? [note] : note.children;
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
