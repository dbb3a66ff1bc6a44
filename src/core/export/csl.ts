import { toCslDate, type CslDate } from '../date.ts';
import type { Name, Source } from '../source.ts';

/** A CSL-JSON item: the fields that our records can have. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export interface CslItem {
  id: string;
  type: string;
  title?: string;
  author?: Name[];
  'container-title'?: string;
  /** Of our own records: which edition of the text, in figures. */
  edition?: string;
  publisher?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  DOI?: string;
  ISBN?: string;
  page?: string;
  language?: string;
  note?: string;
}

/** What a record shares with CSL-JSON, under the same names. */
const SHARED = [
  'type',
  'title',
  'author',
  'container-title',
  'publisher',
  'URL',
  'DOI',
  'ISBN',
  'page',
  'language',
  'note',
] as const;

/**
 * @param source a record
 * @returns it as CSL-JSON; how it was consulted is Postil's own and stays behind
 */
export function toCsl(source: Source): CslItem {
  const { key, issued, accessed } = source;
  const shared = Object.fromEntries(SHARED.map((name) => [name, source[name]]));
  return {
    id: key,
    ...present(shared as Pick<Source, (typeof SHARED)[number]>),
    ...(issued !== undefined && { issued: toCslDate(issued) }),
    ...(accessed !== undefined && { accessed: toCslDate(accessed) }),
  };
}

/** The same without fields that are there but undefined, which JSON would drop and comparisons would not. */
function present<Fields extends object>(
  fields: Fields,
): { [K in keyof Fields]: Exclude<Fields[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
