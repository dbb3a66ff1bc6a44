import { parseOwnTerms } from '../export/own-terms.ts';
import { escapeMarkdown } from '../markdown.ts';
import { type Fault, type Incoming, type Refusal, refuse, type Selectors } from './incoming.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a file holds: what can be looked for, and what is left out at once. */
export interface Read {
  incoming: Incoming[];
  refused: Refusal[];
}

/**
 * Reads annotations: W3C Web Annotations (one, a list, a collection or page with its items) and Hypothesis' (one, a
 * list, what its search answers). What is not as it should be leaves out that annotation, not the file. No library
 * reads both; the shapes are few, and an unknown property is passed over, as both ask.
 *
 * @param data a file, parsed as JSON
 * @returns its annotations in order
 * @throws where there is no annotation in it
 * @see https://www.w3.org/TR/annotation-model/
 * @see https://h.readthedocs.io/en/latest/api-reference/v1/ (schema `Annotation`, of hypothesis/h)
 */
export function readAnnotations(data: unknown): Read {
  const items = itemsOf(data);
  if (items.length === 0)
    throw new Error(
      'There is no annotation in it: neither a Web Annotation, nor a collection with its items, nor rows of Hypothesis.',
    );
  const incoming: Incoming[] = [];
  const refused: Refusal[] = [];
  for (const [index, item] of items.entries()) {
    const name = textOf(item.id) ?? `annotation ${index + 1} of the file`;
    const found = isHypothesis(item) ? readHypothesis(item, name) : readWebAnnotation(item, name);
    if ('reason' in found) refused.push(refuse(name, found));
    else incoming.push(found);
  }
  return { incoming, refused };
}

/** Annotations wherever they can stand: a collection's first page, a page's items, an answer's rows. */
function itemsOf(data: unknown): Json[] {
  if (Array.isArray(data)) return data.flatMap(itemsOf);
  if (!isObject(data)) return [];
  for (const holder of ['rows', 'items', 'first'] as const) {
    if (isObject(data[holder]) || Array.isArray(data[holder])) return itemsOf(data[holder]);
  }
  const isAnnotation = data.target !== undefined || data.uri !== undefined;
  return isAnnotation ? [data] : [];
}

/** What only Hypothesis has: the address and the words beside the target. */
function isHypothesis(item: Json): boolean {
  return typeof item.uri === 'string' && item.type !== 'Annotation';
}

function readHypothesis(item: Json, name: string): Incoming | Fault {
  if (listOf(item.references).length > 0) return { reason: 'reply' };
  if (item.hidden === true) return { reason: 'hidden' };
  const { selectors } = readTargets(item.target, false);
  if (isEmpty(selectors))
    return {
      reason: 'no-target',
      detail: selectors.unusable.length > 0 ? unusable(selectors) : 'a note on the whole page',
    };
  const markdown = textOf(item.text) ?? '';
  if (markdown.trim() === '') return { reason: 'says-nothing' };
  const { html } = isObject(item.links) ? item.links : {};
  return {
    name,
    sources: [textOf(item.uri)!],
    selectors,
    others: listOf(item.target).length - 1,
    said: {
      foreign: {
        markdown,
        tags: listOf(item.tags).flatMap((tag) => textOf(tag) ?? []),
        system: 'Hypothesis',
        // `acct:<username>@<authority>`
        author: textOf(item.user)
          ?.replace(/^acct:/, '')
          .replace(/@.*$/s, ''),
        day: dayOf(item.created),
        address: textOf(html),
        links: [],
      },
    },
  };
}

function readWebAnnotation(item: Json, name: string): Incoming | Fault {
  if (listOf(item.motivation).includes('replying')) return { reason: 'reply' };
  const { own, fault } = parseOwnTerms(item);
  if (fault !== undefined) return { reason: 'unreadable', detail: fault.replaceAll('\n', ' ') };
  const { sources, selectors } = readTargets(item.target, true);
  if (isEmpty(selectors))
    return { reason: 'no-target', ...(selectors.unusable.length > 0 && { detail: unusable(selectors) }) };
  const others = listOf(item.target).length - 1;
  if (own) return { name, sources, selectors, others, said: { own, id: idOf(item, selectors) } };
  const bodies = [...listOf(item.body), ...listOf(item.bodyValue)];
  const tags = bodies.filter((body) => isObject(body) && listOf(body.purpose).includes('tagging'));
  const said = bodies.filter((body) => !tags.includes(body));
  const markdown = said.flatMap(markdownOf).join('\n\n');
  const links = said.flatMap(linkOf);
  if (markdown.trim() === '' && links.length === 0) return { reason: 'says-nothing' };
  return {
    name,
    sources,
    selectors,
    others,
    said: {
      foreign: {
        markdown,
        tags: tags.flatMap((tag) => textOf((tag as Json).value) ?? []),
        author: creatorOf(item.creator),
        day: dayOf(item.created ?? item.modified),
        address: textOf(item.id),
        links,
      },
    },
  };
}

/** An annotation may have several targets, and each several selectors: all ways to its words are kept. */
function readTargets(target: unknown, mayBeOurs: boolean): { sources: string[]; selectors: Selectors } {
  const selectors: Selectors = { quotes: [], positions: [], fragments: [], unusable: [] };
  const sources: string[] = [];
  // Several targets are several stretches of text; a mark is one. The first is taken.
  const first = listOf(target)[0];
  const source =
    textOf(first) ?? (isObject(first) ? (sourceOf(first.source) ?? textOf(first.id)) : undefined);
  if (source !== undefined) {
    sources.push(source);
    const at = source.indexOf('#');
    if (at >= 0) selectors.fragments.push(source.slice(at + 1));
  }
  if (isObject(first)) addSelectors(first.selector, selectors, mayBeOurs);
  return { sources, selectors };
}

function sourceOf(source: unknown): string | undefined {
  return textOf(source) ?? (isObject(source) ? textOf(source.id) : undefined);
}

function addSelectors(selector: unknown, into: Selectors, mayBeOurs: boolean) {
  for (const each of listOf(selector)) {
    if (!isObject(each)) continue;
    const [exact, value] = [textOf(each.exact), textOf(each.value)];
    if (each.type === 'TextQuoteSelector' && exact !== undefined) {
      into.quotes.push({ exact, prefix: textOf(each.prefix) ?? '', suffix: textOf(each.suffix) ?? '' });
    } else if (each.type === 'TextPositionSelector' && isPlace(each.start) && isPlace(each.end)) {
      into.positions.push({ start: each.start, end: each.end, isOurs: mayBeOurs });
    } else if (each.type === 'FragmentSelector' && value !== undefined) {
      into.fragments.push(value.replace(/^#/, ''));
    } else {
      into.unusable.push(textOf(each.type) ?? 'a selector without a type');
    }
    addSelectors(each.refinedBy, into, mayBeOurs);
    addSelectors(each.items, into, mayBeOurs);
  }
}

function isEmpty({ quotes, positions, fragments }: Selectors): boolean {
  return quotes.length + positions.length + fragments.length === 0;
}

function unusable({ unusable: kinds }: Selectors): string {
  return `it has ${[...new Set(kinds)].join(', ')} only, which names elements of a page`;
}

/** The id that the editors gave: the last of its address, or of its mark's. */
function idOf({ id }: Json, { fragments }: Selectors): string | undefined {
  const mark = fragments.find((fragment) => fragment.startsWith('m-'))?.slice('m-'.length);
  const [, named] = /\/notes\/([^/?#]+)\/?(?:[?#].*)?$/.exec(textOf(id) ?? '') ?? [];
  return mark ?? (named === undefined ? undefined : decode(named));
}

/** What a body says in words; what is no Markdown is escaped. */
function markdownOf(body: unknown): string[] {
  const plain = (words: string) => [
    words
      .split(/\n{2,}/)
      .map(escapeMarkdown)
      .join('\n\n'),
  ];
  if (typeof body === 'string') return isAddress(body) ? [] : plain(body);
  if (!isObject(body)) return [];
  const value = textOf(body.value);
  if (value === undefined) return [];
  return /markdown/i.test(textOf(body.format) ?? '') ? [value] : plain(value);
}

/** A body that is another page, or words of one. */
function linkOf(body: unknown): { address: string; excerpt: string | undefined }[] {
  if (typeof body === 'string') return isAddress(body) ? [{ address: body, excerpt: undefined }] : [];
  if (!isObject(body) || textOf(body.value) !== undefined) return [];
  const address = sourceOf(body.source) ?? textOf(body.id);
  if (address === undefined) return [];
  const selectors: Selectors = { quotes: [], positions: [], fragments: [], unusable: [] };
  addSelectors(body.selector, selectors, false);
  return [{ address, excerpt: selectors.quotes[0]?.exact }];
}

function creatorOf(creator: unknown): string | undefined {
  const first = listOf(creator)[0];
  if (!isObject(first)) return textOf(first);
  return textOf(first.name) ?? textOf(first.nickname) ?? textOf(first.id);
}

function dayOf(time: unknown): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(textOf(time) ?? '')?.[0];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value or many: JSON-LD writes a list of one without its brackets. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toWellFormed() : undefined;
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value);
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
