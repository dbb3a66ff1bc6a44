import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isLanguageTag } from '../language.ts';
import type { Name } from '../source.ts';
import type { Draft } from './draft.ts';
import { wordsIn } from './telling.ts';

/** What a page says of itself. */
type Suggestions = Pick<Draft, 'title' | 'author' | 'language'>;

/** What pages call their author, in the order in which they are believed. */
const AUTHOR = ['citation_author', 'dc.creator', 'dcterms.creator', 'author'];
const TITLE = ['citation_title', 'dc.title'];

/**
 * Reads from a page what its text is called, who wrote it, and its language: from its metadata as Zotero and Google
 * Scholar read it, from its JSON-LD, from its headings. Nothing is guessed.
 *
 * @param page a whole page
 * @param article the element of it that holds the text
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing (Highwire Press tags)
 * @see https://schema.org/author
 */
export function suggestionsOf(page: Root, article: Element): Suggestions {
  const elements: Element[] = [];
  visit(page, 'element', (element) => {
    elements.push(element);
  });
  const title = titleIn(elements, article);
  const author = authorsIn(elements);
  const language = languageIn(elements, article);
  return {
    ...(title !== undefined && { title }),
    ...(author.length > 0 && { author }),
    ...(language !== undefined && { language }),
  };
}

function titleIn(elements: readonly Element[], article: Element): string | undefined {
  const headings = namedIn(article, 'h1');
  const all = elements.filter(({ tagName }) => tagName === 'h1');
  const [heading] = headings.length === 1 ? headings : all.length === 1 ? all : [];
  const title = elements.find(({ tagName }) => tagName === 'title');
  const candidates = [
    ...contentsOf(elements, TITLE),
    ...[heading, title].map((element) => element && lineOf(element)),
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate !== '');
}

function namedIn(parent: Element, name: string): Element[] {
  const found: Element[] = [];
  visit(parent, 'element', (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}

function authorsIn(elements: readonly Element[]): Name[] {
  for (const name of AUTHOR.slice(0, -1)) {
    const found = contentsOf(elements, [name]);
    if (found.length > 0) return found.map(nameOf);
  }
  const linked = elements.flatMap(linkedDataIn).flatMap(authorsOf);
  return linked.length > 0 ? linked : contentsOf(elements, AUTHOR.slice(-1)).map(nameOf);
}

/** What a page's metadata has under one of some names. */
function contentsOf(elements: readonly Element[], names: readonly string[]): string[] {
  return elements.flatMap(({ tagName, properties }) => {
    const isNamed = names.includes(String(properties.name ?? properties.property).toLowerCase());
    const content = (properties.content ?? '').trim();
    return tagName === 'meta' && isNamed && content !== '' ? [content] : [];
  });
}

/** “Family, Given” tells the two apart; “Given Family” does not. */
function nameOf(words: string): Name {
  const [family, given, ...more] = words.split(',').map((part) => part.trim());
  return family && given && more.length === 0 ? { family, given } : { literal: words };
}

/** The things that a page's JSON-LD describes; what cannot be parsed describes none. */
function linkedDataIn(element: Element): Record<string, unknown>[] {
  if (element.tagName !== 'script' || element.properties.type !== 'application/ld+json') return [];
  try {
    const data: unknown = JSON.parse(wordsIn(element));
    return [data]
      .flat()
      .flatMap((thing) => (isThing(thing) ? [thing, ...[thing['@graph'] ?? []].flat().filter(isThing)] : []));
  } catch {
    return [];
  }
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function authorsOf({ author }: Record<string, unknown>): Name[] {
  return [author ?? []].flat().flatMap((each): Name[] => {
    const { familyName: family, givenName: given, name } = isThing(each) ? each : { name: each };
    if (isWords(family) && isWords(given)) return [{ family: family.trim(), given: given.trim() }];
    return isWords(name) ? [{ literal: name.trim() }] : [];
  });
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The text's own language is nearer to it than the page's. */
function languageIn(elements: readonly Element[], article: Element): string | undefined {
  const page = elements.find(({ tagName }) => tagName === 'html');
  const declared = [article, page].map((element) => element?.properties.lang?.toString() ?? '');
  return declared.find((tag) => tag !== '' && isLanguageTag(tag));
}

function lineOf(element: Element): string {
  return wordsIn(element).replace(/\s+/g, ' ').trim();
}
