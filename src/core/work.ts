import { type CslItem, toCsl } from './export/csl.ts';
import {
  ACCESSED,
  AFTER_CONTAINER,
  AFTER_PUBLISHER,
  LINK,
  plainly,
  SENTENCE,
  TITLE,
  WITHIN,
} from './marker.ts';
import type { Source } from './source.ts';
import { isPlain, OWN_PARTS, type OwnPart, standInFor } from './stand-in.ts';

/** A work as it is referred to. */
export interface Work {
  /** Its record, in plain words: nothing in it is markup. */
  item: CslItem;
  /** EDTF. What is not certain in it stands in brackets: `[c. December 2025]`, `[November 2025?]`. */
  issued?: string | undefined;
  /** The title is the editors’, and stands in its brackets without quotation marks, italics or capitals of titles. */
  isSupplied?: boolean;
  /** The title is a sentence, and keeps its capitals. */
  isSentence?: boolean;
  /** Where it is to be found, in words of our own: they stand where a container would, in roman. */
  within?: string | undefined;
  /** The parts of the record whose words are put in afterwards; where it is not said, all that are there and plain. */
  open?: readonly OwnPart[];
}

/** What is said beyond the record, and what is left open. */
export interface Manner {
  /** Said after the publisher, else the container: “annotated edition 1, Postil”. */
  edition?: string;
  /** Leaves a place open for where in the text. */
  isPlaced?: boolean;
  /** Leaves a place open for the address, instead of the record’s own. */
  isLinked?: boolean;
  /** Leaves a place open for the day of access. */
  isAccessed?: boolean;
  /** Says nothing but the reference: where a style cites in notes, no entry for a bibliography. */
  isAlone?: boolean;
}

/** What a work is called before citeproc. */
export const ID = 'work';

/**
 * @param source a record
 * @returns it as it is referred to: without the day on which the editors read it, which is not the citing person’s; and
 *   by a name, where it has neither author nor title
 */
export function workOf(source: Source): Work {
  const work = works.get(source) ?? makeWork(source);
  works.set(source, work);
  return work;
}

/** Each place where a source is cited asks for it. */
const works = new WeakMap<Source, Work>();

function makeWork(source: Source): Work {
  const { issued: _issued, accessed: _accessed, note: _note, ...item } = toCsl(source);
  return { item: named(item), issued: source.issued, isSupplied: isSupplied(source.title) };
}

/**
 * Of a page whose copy shows neither author nor title there is no other name than that of the paper or site, else of who
 * published it. Chicago puts the name of a paper in the place of an author who is not named, and lets the owner of a site
 * be its pages’ author; other styles, which would go on without a name, are given the same. It is not said twice.
 *
 * @see http://www.chicagomanualofstyle.org/qanda/data/faq/topics/Documentation/faq0076.html (14.207)
 * @see http://www.chicagomanualofstyle.org/qanda/data/faq/topics/Documentation/faq0135.html
 */
function named(item: CslItem): CslItem {
  if (item.title !== undefined || (item.author ?? []).length > 0) return item;
  const { 'container-title': container, publisher, ...rest } = item;
  const name = container ?? publisher;
  if (name === undefined) return item;
  const isElsewhere = publisher !== undefined && publisher !== name;
  return { ...rest, author: [{ literal: name }], ...(isElsewhere && { publisher }) };
}

/** @returns whether a title is the editors’: it stands in square brackets */
function isSupplied(title: string | undefined): boolean {
  return title !== undefined && /^\[[^[\]]*\]$/u.test(title);
}

/**
 * @param work a work
 * @param manner what is left open
 * @param issued its date, as CSL-JSON has it
 * @returns its record as citeproc is given it, with markers
 */
export function itemOf(work: Work, manner: Manner, issued: object | undefined): object {
  const { title, 'container-title': container, publisher, DOI, ...rest } = withStandIns(work);
  const marked = (words: string | undefined, marker: string) =>
    words === undefined || manner.edition === undefined ? words : words + marker;
  // The name of a site or a paper is a name: no style may give it other capitals.
  const within = container && marked(inItsCase(container), AFTER_CONTAINER);
  const item = {
    ...rest,
    'container-title': work.within === undefined ? within : WITHIN,
    publisher: marked(publisher, AFTER_PUBLISHER),
    title: titleOf(work, title),
    issued,
    // A DOI leads to the work itself, and most styles take it before an address.
    ...(manner.isLinked ? { URL: LINK } : { DOI }),
    ...(manner.isAccessed && { accessed: { literal: ACCESSED } }),
    id: ID,
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

function titleOf({ isSupplied, isSentence }: Work, title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  if (isSupplied) return TITLE;
  if (!isSentence) return title;
  return isPlainSentence(title) ? SENTENCE : inItsCase(title);
}

/** citeproc’s own markup. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
function inItsCase(words: string): string {
  return `<span class="nocase">${words}</span>`;
}

/** Whether nothing in a sentence meets a style’s own punctuation: then it can be put in afterwards. */
function isPlainSentence(title: string): boolean {
  return /[\p{L}\p{N}%)]$/u.test(title) && !/["'‘«„]/u.test(title);
}

/** What is open of a work’s record has a stand-in. */
function withStandIns({ item, open = [] }: Work): CslItem {
  const standIns = open.map((part): [OwnPart, unknown] => [
    part,
    part === 'author' ? [{ literal: standInFor(part) }] : standInFor(part),
  ]);
  return { ...plainly(item), ...Object.fromEntries(standIns) };
}

/**
 * @param work a work
 * @returns the same for citeproc whatever its words, where those are put in afterwards: works that are alike have the
 *   same one
 */
export function patternOf(work: Work): Work {
  const pattern = patterns.get(work) ?? makePattern(work);
  patterns.set(work, pattern);
  return pattern;
}

/** Each style asks for it, and for each place where a work stands. */
const patterns = new WeakMap<Work, Work>();

function makePattern(work: Work): Work {
  if (work.open) return work;
  const { title } = work.item;
  if (work.isSentence)
    return title === undefined || !isPlainSentence(title)
      ? work
      : { ...work, item: { ...work.item, id: ID, title: 'T' }, within: work.within && 'within' };
  const words = ownWordsOf(work);
  const open = OWN_PARTS.filter((part) => {
    const own = words[part];
    return own !== undefined && isPlain(part, own) && !(part === 'title' && work.isSupplied);
  });
  const rest = Object.entries(work.item).filter(([name]) => !open.some((part) => part === name));
  return { ...work, item: { ...(Object.fromEntries(rest) as unknown as CslItem), id: ID }, open };
}

/** @returns the words of a work’s parts for which there may be stand-ins: of authors those of a body that is the only one */
export function ownWordsOf({ item }: Work): Partial<Record<OwnPart, string | undefined>> {
  const { author = [], ...rest } = item;
  const [name, ...others] = author;
  return { ...rest, author: name && others.length === 0 && 'literal' in name ? name.literal : undefined };
}
