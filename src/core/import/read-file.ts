import { parseOwnTerms } from '../export/own-terms.ts';
import { escapeMarkdown } from '../markdown.ts';
import { describeUnusable } from './find-target.ts';
import {
  type Fault,
  type Incoming,
  type Position,
  type Refusal,
  refuse,
  type Selectors,
} from './incoming.ts';
import { DEEPEST, isDeeper } from '../nesting.ts';

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
 * @throws where there is no annotation in it, or what is in it could not be walked through
 * @see https://www.w3.org/TR/annotation-model/
 * @see https://h.readthedocs.io/en/latest/api-reference/v1/ (schema `Annotation`, of hypothesis/h)
 */
export function readAnnotations(data: unknown): Read {
  if (isDeeper(data, DEEPEST)) throw new Error('Its lists and fields are too deep within one another.');
  const { entries, missing } = listAll(data);
  if (entries.length + missing.length === 0)
    throw new Error(
      'There is no annotation in it: neither a Web Annotation, nor a collection with its items, nor rows of Hypothesis.',
    );
  const incoming: Incoming[] = [];
  const refused: Refusal[] = [];
  for (const [index, { item, isRow }] of entries.entries()) {
    const place = `annotation ${index + 1} of the file`;
    if (typeof item === 'string') {
      refused.push(refuse(textOf(item) ?? place, { reason: isAddress(item) ? 'not-in-file' : 'unreadable' }));
      continue;
    }
    const name = (isObject(item) ? textOf(item.id) : undefined) ?? place;
    const found = readOne(item, name, isRow);
    if ('reason' in found) refused.push(refuse(name, found));
    else incoming.push(found);
  }
  return { incoming, refused: [...refused, ...missing] };
}

function readOne(item: unknown, name: string, isRow: boolean): Incoming | Fault {
  if (isObject(item) && (isRow || isHypothesis(item))) return readHypothesis(item, name);
  if (isObject(item) && isWebAnnotation(item)) return readWebAnnotation(item, name);
  return { reason: 'unreadable', detail: 'it is neither a Web Annotation nor one of Hypothesis' };
}

/** What a collection without an address is called. */
const THE_FILE = 'the file';

/** What stands where an annotation should. */
interface Entry {
  item: unknown;
  /** It stands among the rows that Hypothesis answers with. */
  isRow: boolean;
}

/** Annotations wherever they can stand, and what is said to be elsewhere. */
interface Listed {
  entries: Entry[];
  missing: Refusal[];
}

/**
 * Lists a collection's first page, pages' items, an answer's rows. What a file names and does not hold is told: the
 * pages after the first, and how many annotations there are.
 *
 * @see https://www.w3.org/TR/annotation-model/#collections
 */
function listAll(data: unknown): Listed {
  const entries: Entry[] = [];
  /** Pages that are there, and those that are named. */
  const pages = new Set<string>();
  const named = new Set<string>();
  /** By collection, how many annotations it has, and how many of them are in the file. */
  const counted = new Map<string, number>();
  const held = new Map<string, number>();
  const isOne = isObject(data) && (isHypothesis(data) || isWebAnnotation(data));
  if (isOne || Array.isArray(data) || (isObject(data) && isHolder(data))) list(data, undefined, false);
  return { entries, missing: [...incomplete(), ...elsewhere()] };

  function list(item: unknown, collection: string | undefined, isRow: boolean) {
    if (Array.isArray(item)) {
      for (const each of item) list(each, collection, isRow);
    } else if (isObject(item) && isHolder(item)) {
      open(item);
    } else if (item !== null && item !== undefined) {
      entries.push({ item, isRow });
      if (collection !== undefined) held.set(collection, (held.get(collection) ?? 0) + 1);
    }
  }

  function open(holder: Json, around?: string) {
    const { id, partOf, rows, items } = holder;
    const isPage = items !== undefined || listOf(holder.type).includes('AnnotationPage');
    const [whole] = listOf(partOf);
    const collection = (isPage ? sourceOf(whole) : undefined) ?? around ?? textOf(id) ?? THE_FILE;
    if (isPage && textOf(id) !== undefined) pages.add(textOf(id)!);
    for (const total of [holder.total, isObject(whole) ? whole.total : undefined])
      if (isPlace(total)) counted.set(collection, total);
    list(rows, collection, true);
    list(items, collection, false);
    for (const page of ['first', 'prev', 'next', 'last'] as const)
      for (const each of listOf(holder[page])) {
        if (!isObject(each)) {
          if (textOf(each) !== undefined) named.add(textOf(each)!);
        } else if (isHolder(each)) {
          // A page that stands there twice, as the first and as the last, is one.
          const address = textOf(each.id);
          if (address === undefined || !pages.has(address)) open(each, collection);
        } else if (textOf(each.id) !== undefined) named.add(textOf(each.id)!);
      }
  }

  function incomplete(): Refusal[] {
    return [...counted].flatMap(([collection, total]) => {
      const has = held.get(collection) ?? 0;
      return total > has
        ? [refuse(collection, { reason: 'incomplete', detail: `it counts ${total} and holds ${has}` })]
        : [];
    });
  }

  function elsewhere(): Refusal[] {
    return [...named.difference(pages)].map((page) =>
      refuse(page, { reason: 'not-in-file', detail: 'it is another page of the annotations' }),
    );
  }
}

/** A collection, a page, an answer of Hypothesis: nothing that is itself an annotation. */
function isHolder(data: Json): boolean {
  if (isWebAnnotation(data) || isHypothesis(data)) return false;
  const isNamed = listOf(data.type).some(
    (type) => type === 'AnnotationCollection' || type === 'AnnotationPage',
  );
  return (
    isNamed ||
    ['rows', 'items', 'first'].some((holder) => typeof data[holder] === 'object' && data[holder] !== null)
  );
}

function isWebAnnotation(item: Json): boolean {
  return listOf(item.type).includes('Annotation') || item.target !== undefined;
}

/** What only Hypothesis has: the address and the words beside the target. */
function isHypothesis(item: Json): boolean {
  const isWeb = listOf(item.type).includes('Annotation');
  return !isWeb && (typeof item.uri === 'string' || typeof item.text === 'string');
}

function readHypothesis(item: Json, name: string): Incoming | Fault {
  const group = textOf(item.group);
  const readers = isObject(item.permissions) ? item.permissions.read : undefined;
  if (readers !== undefined && !listOf(readers).includes('group:__world__')) return { reason: 'private' };
  if (group !== undefined && group !== '__world__')
    return { reason: 'private', detail: `it is in the group \`${group}\`` };
  if (listOf(item.references).length > 0) return { reason: 'reply' };
  if (item.hidden === true) return { reason: 'hidden' };
  const { selectors, sources } = readTargets(item.target, () => FOREIGN);
  const page = textOf(item.uri);
  if (isEmpty(selectors)) {
    const words =
      page === undefined && sources.length === 0 ? 'it names no page' : 'a note on the whole page';
    return {
      reason: 'no-target',
      detail: selectors.unusable.length > 0 ? describeUnusable(selectors) : words,
    };
  }
  const markdown = textOf(item.text) ?? '';
  if (markdown.trim() === '') return { reason: 'says-nothing' };
  const { html } = isObject(item.links) ? item.links : {};
  return {
    name,
    sources: page === undefined ? sources : [page],
    selectors,
    others: listOf(item.target).length - 1,
    toDo: [],
    said: {
      foreign: {
        markdown,
        tags: textsOf(item.tags),
        system: 'Hypothesis',
        // `acct:<username>@<authority>`
        authors: textsOf(item.user).map((user) => user.replace(/^acct:/, '').replace(/@.*$/s, '')),
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
  const { sources, selectors } = readTargets(item.target, (source, state) => ({
    isOurs: true,
    over: editionOf(source, state) ?? (own && 'own'),
  }));
  if (isEmpty(selectors))
    return {
      reason: 'no-target',
      ...(selectors.unusable.length > 0 && { detail: describeUnusable(selectors) }),
    };
  const others = listOf(item.target).length - 1;
  if (own) return { name, sources, selectors, others, toDo: [], said: { own, id: idOf(item, selectors) } };
  const choices: string[] = [];
  const bodies = [...listOf(item.body), ...listOf(item.bodyValue)].flatMap((body) => chosen(body, choices));
  const tags = bodies.filter((body) => isObject(body) && listOf(body.purpose).includes('tagging'));
  const said = bodies.filter((body) => !tags.includes(body));
  const markdown = said.flatMap(markdownOf).join('\n\n');
  const links = said.flatMap(linkOf);
  if (markdown.trim() === '' && links.length === 0) return { reason: 'says-nothing' };
  const rights = [...new Set([...textsOf(item.rights), ...said.flatMap(rightsOf)])];
  return {
    name,
    sources,
    selectors,
    others,
    toDo: [
      ...choices,
      ...(rights.length > 0
        ? [`Its rights are ${rights.join(', ')}: see whether it may be published here.`]
        : []),
    ],
    said: {
      foreign: {
        markdown,
        tags: tags.flatMap((tag) => textOf((tag as Json).value) ?? []),
        authors: listOf(item.creator).flatMap((creator) => creatorOf(creator) ?? []),
        day: dayOf(item.created ?? item.modified),
        address: textOf(item.id),
        links,
      },
    },
  };
}

/**
 * @param body one of an annotation's
 * @param told takes what there is to tell
 * @returns the bodies in it: of several to choose from the first that says something, of several together all
 * @see https://www.w3.org/TR/annotation-model/#sets-of-bodies-and-targets
 */
function chosen(body: unknown, told: string[]): unknown[] {
  if (!isObject(body)) return [body];
  // A text with a purpose of its own.
  const inner = isObject(body.source) && textOf(body.source.value) !== undefined ? body.source : undefined;
  if (inner) return [{ ...inner, ...(body.purpose !== undefined && { purpose: body.purpose }) }];
  if (textOf(body.value) !== undefined || body.items === undefined) return [body];
  const items = listOf(body.items).flatMap((item) => chosen(item, told));
  if (body.type !== 'Choice') return items;
  const first = items.find((item) => [...markdownOf(item), ...linkOf(item)].length > 0);
  if (items.length > 1)
    told.push(
      `Its author gives ${items.length} bodies to choose from: the first is taken, the others are not.`,
    );
  return first === undefined ? [] : [first];
}

function rightsOf(body: unknown): string[] {
  return isObject(body) ? textsOf(body.rights) : [];
}

/**
 * An annotation may have several targets, and each several selectors: all ways to its words are kept.
 *
 * @param counts what its positions are over
 */
function readTargets(
  target: unknown,
  counts: (source: string | undefined, state: unknown) => Counting,
): { sources: string[]; selectors: Selectors } {
  const sources: string[] = [];
  // Several targets are several stretches of text; a mark is one. The first is taken.
  const first = listOf(target)[0];
  const source =
    textOf(first) ?? (isObject(first) ? (sourceOf(first.source) ?? textOf(first.id)) : undefined);
  if (source !== undefined) sources.push(source);
  const selectors = isObject(first)
    ? readSelectors(first.selector, counts(source, first.state))
    : readSelectors(undefined);
  const at = source?.indexOf('#') ?? -1;
  // Where in the page a quotation is; by itself it is the target only where nothing else is.
  const isAlone = isEmpty(selectors) && selectors.unusable.length === 0;
  if (at >= 0 && (isAlone || selectors.quotes.length > 0)) selectors.fragments.push(source!.slice(at + 1));
  return { sources, selectors };
}

/** The edition whose text a target's state leads to, or that is itself the target. */
function editionOf(source: string | undefined, state: unknown): number | undefined {
  if (source === undefined) return undefined;
  const page = source.replace(/[?#].*$/s, '').replace(/\/?$/, '/');
  const cached = listOf(state).flatMap((each) => (isObject(each) ? textsOf(each.cached) : []));
  const ours = cached.filter((address) => address.startsWith(`${page}editions/`));
  const [, number] = [...ours, source].map((each) => EDITION.exec(each)).find(Boolean) ?? [];
  return number === undefined ? undefined : Number(number);
}

const EDITION = /\/editions\/(\d+)\/text\.txt$/;

function sourceOf(source: unknown): string | undefined {
  return textOf(source) ?? (isObject(source) ? textOf(source.id) : undefined);
}

/** Which text positions are over. */
type Counting = Pick<Position, 'isOurs' | 'over'>;
const FOREIGN: Counting = { isOurs: false };

function readSelectors(selector: unknown, counting: Counting = FOREIGN): Selectors {
  const all: Selectors = { quotes: [], positions: [], fragments: [], ranges: [], refined: [], unusable: [] };
  for (const each of listOf(selector)) add(each, all, counting);
  return all;
}

function add(selector: unknown, into: Selectors, counting: Counting) {
  if (!isObject(selector)) {
    into.unusable.push('a selector by its address');
    return;
  }
  const { type, refinedBy, items, start, end, startSelector, endSelector } = selector;
  if (refinedBy !== undefined) {
    refine({ ...selector, refinedBy: undefined }, refinedBy, into, counting);
    return;
  }
  const [exact, value] = [textOf(selector.exact), textOf(selector.value)];
  const called = textOf(type) ?? 'a selector without a type';
  if (type === 'TextQuoteSelector' && exact !== undefined) {
    into.quotes.push({ exact, prefix: textOf(selector.prefix) ?? '', suffix: textOf(selector.suffix) ?? '' });
  } else if (type === 'TextPositionSelector' && isPlace(start) && isPlace(end)) {
    into.positions.push({ start, end, ...counting });
  } else if (type === 'FragmentSelector' && value !== undefined) {
    into.fragments.push(value.replace(/^#/, ''));
  } else if (type === 'RangeSelector' && startSelector !== undefined && endSelector !== undefined) {
    const ends = { start: readSelectors(startSelector, counting), end: readSelectors(endSelector, counting) };
    if (!isEmpty(ends.start) && !isEmpty(ends.end)) into.ranges.push(ends);
    else into.unusable.push(called, ...ends.start.unusable, ...ends.end.unusable);
  } else if (items !== undefined) {
    for (const each of listOf(items)) add(each, into, counting);
  } else {
    const isKnown = ['TextQuoteSelector', 'TextPositionSelector', 'FragmentSelector'].includes(called);
    into.unusable.push(isKnown ? `${called} without what it selects` : called);
  }
}

/** What is refined is a place to look in. Where it cannot be found, a quotation can still, in all of the text. */
function refine(whole: Json, refinedBy: unknown, into: Selectors, counting: Counting) {
  const [parent, child] = [readSelectors(whole, counting), readSelectors(refinedBy, counting)];
  if (!isEmpty(parent) && !isEmpty(child)) into.refined.push({ parent, child });
  else {
    if (isEmpty(parent)) into.quotes.push(...child.quotes);
    const kinds = isEmpty(parent) ? parent.unusable : child.unusable;
    into.unusable.push(...(kinds.length > 0 ? kinds : ['a refinement that selects nothing']));
  }
}

function isEmpty({ quotes, positions, fragments, ranges, refined }: Selectors): boolean {
  return quotes.length + positions.length + fragments.length + ranges.length + refined.length === 0;
}

/** The id that the editors gave: the last of its address, or of its mark's. */
function idOf({ id }: Json, { fragments }: Selectors): string | undefined {
  const mark = fragments.find((fragment) => fragment.startsWith('m-'))?.slice('m-'.length);
  const [, named] = /\/notes\/([^/?#]+)\/?(?:[?#].*)?$/.exec(textOf(id) ?? '') ?? [];
  return mark ?? (named === undefined ? undefined : decode(named));
}

/** What a body says in words; what is no Markdown is escaped. */
function markdownOf(body: unknown): string[] {
  if (typeof body === 'string' && isAddress(body)) return [];
  const words = textOf(isObject(body) ? body.value : body);
  if (words === undefined || words.trim() === '') return [];
  const isMarkdown = isObject(body) && /markdown/i.test(textOf(body.format) ?? '');
  if (isMarkdown) return [words];
  return [
    words
      .split(/\n{2,}/)
      .map(escapeMarkdown)
      .join('\n\n'),
  ];
}

/** A body that is another page, or words of one. */
function linkOf(body: unknown): { address: string; excerpt: string | undefined }[] {
  if (typeof body === 'string') return isAddress(body) ? [{ address: body, excerpt: undefined }] : [];
  if (!isObject(body) || textOf(body.value) !== undefined) return [];
  const address = sourceOf(body.source) ?? textOf(body.id);
  if (address === undefined) return [];
  return [{ address, excerpt: readSelectors(body.selector).quotes[0]?.exact }];
}

function creatorOf(creator: unknown): string | undefined {
  if (!isObject(creator)) return textOf(creator);
  return textsOf(creator.name)[0] ?? textsOf(creator.nickname)[0] ?? textOf(creator.id);
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

/** One text or many. */
function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((each) => textOf(each) ?? []);
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
