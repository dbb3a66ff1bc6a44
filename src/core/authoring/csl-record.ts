import { canonical, codePoints, sliceCodePoints } from '../canonical.ts';
import { isWebAddress } from '../web-address.ts';
import { isToCome } from '../future.ts';
import { babelTag } from '../export/bibtex.ts';
import { isLanguageTag } from '../language.ts';
import type { Name, Source } from '../source.ts';
import { nameInWords } from '../source.ts';
import { toEdtf } from './csl-date.ts';
import { recordType } from './csl-type.ts';
import { readDoi } from './doi.ts';
import { plainWords } from './plain-words.ts';

/** An item of CSL-JSON as somebody else made it: nothing in it is certain. */
export type Item = Readonly<Record<string, unknown>>;

/** Bibliographic data that a record can have; how the source was consulted, nobody knows yet. */
export type Bibliographic = Pick<
  Source,
  | 'type'
  | 'title'
  | 'author'
  | 'container-title'
  | 'publisher'
  | 'issued'
  | 'URL'
  | 'DOI'
  | 'ISBN'
  | 'page'
  | 'language'
  | 'note'
>;

/** A record with what of its item it does not hold. */
export interface Made {
  record: Bibliographic;
  /** What is stated and has no field, or cannot stand in it: name and value, “volume: 12”. */
  unheld: string[];
  /** What was read otherwise than it stood there, in full sentences. */
  said: string[];
}

/** CSL's variables that records have no fields for. What is none of either is no bibliographic data. */
const WITHOUT_FIELD = [
  ...['editor', 'translator', 'container-author', 'collection-editor', 'editorial-director', 'chair'],
  ...['compiler', 'composer', 'contributor', 'curator', 'director', 'guest', 'host', 'illustrator'],
  ...['interviewer', 'narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient'],
  ...['reviewed-author', 'script-writer', 'series-creator', 'subtitle', 'title-short', 'volume-title'],
  ...['collection-title', 'collection-number', 'volume', 'number-of-volumes', 'issue', 'edition', 'number'],
  ...['part-number', 'printing-number', 'supplement-number', 'article-number', 'chapter-number', 'section'],
  ...['number-of-pages', 'publisher-place', 'event', 'event-title', 'event-place', 'event-date', 'genre'],
  ...['medium', 'dimensions', 'scale', 'version', 'status', 'authority', 'jurisdiction', 'original-date'],
  ...['original-title', 'original-publisher', 'original-publisher-place', 'reviewed-title', 'references'],
  ...['available-date', 'submitted', 'accessed', 'archive', 'archive_collection', 'archive_location'],
  ...['archive-place', 'call-number', 'source', 'ISSN', 'PMID', 'PMCID', 'keyword', 'abstract', 'annote'],
] as const;

/** Code points of a value that are told: an abstract has thousands. */
const LONGEST_TOLD = 120;

/**
 * Makes a record of an item of CSL-JSON. What it does not state is left out, and what has no place is told.
 *
 * @param item as a file, a registration agency or a page gives it
 * @param today `YYYY-MM-DD`; what is dated later is not taken for a date of publication
 */
export function toRecord(item: Item, today: string): Made {
  const [unheld, said]: [string[], string[]] = [[], []];
  const type = recordType(item.type);
  if (type !== item.type) said.push(otherType(item.type, type));
  const record: Record<string, unknown> = { type };
  for (const [name, read] of Object.entries(FIELDS)) {
    const stated = item[name];
    if (isEmpty(stated)) continue;
    const value = read(stated, { today, said });
    if (value !== undefined) record[name] = value;
    else unheld.push(`${name}: ${inWords(stated)}`);
  }
  for (const name of WITHOUT_FIELD) if (!isEmpty(item[name])) unheld.push(`${name}: ${inWords(item[name])}`);
  if (record.title === undefined) said.push('No title is stated.');
  return { record: record as Bibliographic, unheld, said };
}

/** @returns what of an item a record holds, or tells that it does not hold */
export function knownOf(item: Item): Item {
  const known = ['type', ...Object.keys(FIELDS), ...WITHOUT_FIELD].sort();
  return Object.fromEntries(known.map((name) => [name, item[name]]));
}

function otherType(stated: unknown, type: string): string {
  return typeof stated === 'string'
    ? `Its type, \`${stated}\`, is not one of a record’s: it is given as \`${type}\`.`
    : `Its type is not stated: it is given as \`${type}\`.`;
}

/** What a field is read by: its value, or undefined where it cannot stand in a record. */
type Reader = (stated: unknown, around: { today: string; said: string[] }) => unknown;

/** In the order in which records have them. */
const FIELDS: Readonly<Record<string, Reader>> = {
  title: words,
  author: names,
  'container-title': words,
  publisher: words,
  issued: (stated, { today }) => {
    const date = toEdtf(stated);
    return date === undefined || isToCome(date, today) ? undefined : date;
  },
  URL: (stated) => (typeof stated === 'string' && isWebAddress(stated.trim()) ? stated.trim() : undefined),
  DOI: (stated) => (typeof stated === 'string' ? readDoi(stated) : undefined),
  ISBN: words,
  page: words,
  language: (stated) => (typeof stated === 'string' ? languageTag(stated) : undefined),
  note: words,
};

/** Crossref gives lists where CSL has one value. */
function words(stated: unknown, { said }: { said: string[] }): string | undefined {
  const [first, ...others] = [stated].flat();
  if (typeof first !== 'string' && typeof first !== 'number') return undefined;
  if (others.length > 0)
    said.push(`Of several values the first was taken: ${[first, ...others].join('; ')}.`);
  return plainWords(String(first)) || undefined;
}

function names(stated: unknown, { said }: { said: string[] }): Name[] | undefined {
  const read = [stated].flat().map((name) => nameOf(name));
  const lost = read.filter((name) => name === undefined).length;
  if (lost > 0) said.push(`${lost} of its authors could not be read.`);
  const found = read.filter((name) => name !== undefined);
  return found.length > 0 ? found : undefined;
}

/** One name alone is that of a body, or of somebody who has no other. A particle that is dropped is part of the given name. */
function nameOf(stated: unknown): Name | undefined {
  if (typeof stated !== 'object' || stated === null) return undefined;
  const parts = Object.fromEntries(
    Object.entries(stated).flatMap(([part, value]) =>
      typeof value === 'string' ? [[part, plainWords(value)]] : [],
    ),
  );
  const { family, 'non-dropping-particle': particle, 'dropping-particle': dropped, suffix } = parts;
  const given = [parts.given, dropped].filter(Boolean).join(' ');
  const literal = parts.literal ?? parts.name ?? (family || given);
  if (!family || !given) return literal ? { literal } : undefined;
  return {
    family,
    given,
    ...(particle && { 'non-dropping-particle': particle }),
    ...(suffix && { suffix }),
  };
}

/** `en_GB`, `eng`, and babel's names, which BibTeX files have. */
function languageTag(stated: string): string | undefined {
  const tag = babelTag(stated.trim()) ?? stated.trim().replaceAll('_', '-');
  // What has five to eight letters is well-formed, and no language has such a tag.
  return isLanguageTag(tag) && /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function inWords(value: unknown): string {
  const told = [value].flat().map((each) => {
    if (typeof each !== 'object' || each === null) return canonical(String(each));
    const name = nameOf(each);
    return toEdtf(each) ?? (name ? nameInWords(name) : canonical(JSON.stringify(each)));
  });
  const all = plainWords(told.join('; '));
  return codePoints(all) > LONGEST_TOLD ? `${sliceCodePoints(all, 0, LONGEST_TOLD)}…` : all;
}
