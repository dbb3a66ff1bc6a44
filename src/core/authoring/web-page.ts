import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isWebAddress } from '../web-address.ts';
import type { Item } from './csl-record.ts';
import { type Linked, readLinkedData } from './linked-data.ts';

/** What a page states of itself. */
interface Statements {
  /** Values of `<meta>`, by name or property in lower case, in order. */
  metas: Map<string, string[]>;
  title: string | undefined;
  canonical: string | undefined;
  language: string | undefined;
  linked: Linked;
}

const reader = unified().use(rehypeParse).freeze();

/** Names of `<meta>` under which a field is stated, the most precise first: Highwire, Dublin Core, Open Graph. */
const METAS = {
  title: ['citation_title', 'dc.title', 'dcterms.title', 'og:title'],
  author: ['citation_author', 'dc.creator', 'dcterms.creator', 'author'],
  container: ['citation_journal_title', 'citation_conference_title', 'citation_inbook_title', 'og:site_name'],
  publisher: [
    'citation_publisher',
    'citation_technical_report_institution',
    'dc.publisher',
    'dcterms.publisher',
  ],
  issued: [
    ...['citation_publication_date', 'citation_date', 'citation_online_date', 'dcterms.issued'],
    ...['dc.date.issued', 'dc.date', 'dcterms.date', 'article:published_time'],
  ],
  DOI: ['citation_doi', 'dc.identifier.doi', 'dc.identifier', 'dcterms.identifier'],
  ISBN: ['citation_isbn', 'book:isbn'],
  language: ['citation_language', 'dc.language', 'dcterms.language'],
  volume: ['citation_volume'],
  issue: ['citation_issue'],
  ISSN: ['citation_issn'],
  first: ['citation_firstpage'],
  last: ['citation_lastpage'],
} as const;

/** What a page is where it has one of these. */
const TYPES: Readonly<Record<string, string>> = {
  citation_journal_title: 'article-journal',
  citation_conference_title: 'paper-conference',
  citation_inbook_title: 'chapter',
  citation_dissertation_institution: 'thesis',
  citation_technical_report_institution: 'report',
};

/**
 * Reads what a page states of itself: in `<meta>` by the names of Highwire, Dublin Core and Open Graph, in JSON-LD by
 * those of schema.org, and in `<title>`, `<html lang>` and `<link rel="canonical">`. Nothing else of it is looked at.
 *
 * @param html of the page
 * @param address at which it was found
 * @returns CSL-JSON; what the page does not state is left out
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing (names of Highwire)
 * @see https://www.dublincore.org/specifications/dublin-core/dcq-html/ @see https://ogp.me/ @see https://schema.org/
 */
export function readPage(html: string, address: string): Item {
  const { metas, title, canonical, language, linked } = statementsIn(reader.parse(html), address);
  const all = (field: keyof typeof METAS) => METAS[field].map((name) => metas.get(name)).find(Boolean) ?? [];
  const first = (field: keyof typeof METAS): string | undefined => all(field)[0];
  const authors = all('author').filter((name) => !isWebAddress(name));
  const asName = METAS.author.slice(0, -1).some((name) => metas.has(name)) ? inverted : inOnePiece;
  const pages = [first('first'), first('last')].filter((page) => page !== undefined);
  return {
    type: typeOf(metas) ?? linked.type ?? 'webpage',
    title: first('title') ?? linked.title ?? title,
    author: authors.length > 0 ? authors.map(asName) : linked.author,
    'container-title': first('container') ?? linked.container,
    publisher: first('publisher') ?? linked.publisher,
    issued: first('issued') === undefined ? linked.issued : { raw: first('issued') },
    URL: canonical ?? address,
    DOI: all('DOI').find((value) => /\b10\.\d{4,9}\//.test(value)),
    ISBN: first('ISBN'),
    page: pages.length > 0 ? [...new Set(pages)].join('–') : undefined,
    language: first('language') ?? linked.language ?? language ?? metas.get('og:locale')?.[0],
    volume: first('volume'),
    issue: first('issue'),
    ISSN: first('ISSN'),
  };
}

function typeOf(metas: Statements['metas']): string | undefined {
  return Object.entries(TYPES).find(([name]) => metas.has(name))?.[1];
}

/** `Family, Given`, as Highwire and Dublin Core have it. */
function inverted(words: string): object {
  const [family, given, ...more] = words.split(/,\s*/);
  return given && more.length === 0 ? { family, given } : inOnePiece(words);
}

/** Which part of it is which nobody says. */
function inOnePiece(words: string): object {
  return { literal: words };
}

function statementsIn(tree: Root, address: string): Statements {
  const metas = new Map<string, string[]>();
  const [scripts, titles, links, languages]: string[][] = [[], [], [], []];
  visit(tree, 'element', (element, _, parent) => {
    const { tagName } = element;
    if (tagName === 'html') languages!.push(stated(element, 'lang') ?? '');
    // A drawing in the page may have a title too.
    if (tagName === 'title' && isHead(parent)) titles!.push(textOf(element));
    if (tagName === 'link' && rels(element).includes('canonical')) links!.push(stated(element, 'href') ?? '');
    if (tagName === 'script' && isLinkedData(element)) scripts!.push(textOf(element));
    if (tagName === 'meta') readMeta(element, metas);
  });
  return {
    metas,
    title: titles![0],
    canonical: wholeAddress(links![0], address),
    language: languages![0] || undefined,
    linked: readLinkedData(scripts!),
  };
}

function readMeta(element: Element, metas: Statements['metas']): void {
  const name = (stated(element, 'name') ?? stated(element, 'property'))?.toLowerCase();
  const content = stated(element, 'content')?.trim();
  if (name && content) metas.set(name, [...(metas.get(name) ?? []), content]);
}

/** hast has lists for some attributes, and its own names for others. */
function stated({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : undefined;
}

function rels(element: Element): string[] {
  return (stated(element, 'rel') ?? '').toLowerCase().split(/\s+/);
}

function isLinkedData(element: Element): boolean {
  return /^application\/ld\+json/i.test(stated(element, 'type') ?? '');
}

function isHead(parent: { type: string } | undefined): boolean {
  return parent?.type === 'element' && (parent as Element).tagName === 'head';
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** A site that gives its front page as the address of every page says nothing of this one. */
function wholeAddress(link: string | undefined, address: string): string | undefined {
  if (!link || !URL.canParse(link, address)) return undefined;
  const { href, pathname } = new URL(link, address);
  const isFront = pathname === '/' && new URL(address).pathname !== '/';
  return isWebAddress(href) && !isFront ? href : undefined;
}
