import '@citation-js/plugin-ris';
import { canonical } from '../canonical.ts';
import { type Bibliography, chain, type Read } from './chain.ts';
import { type Item, knownOf } from './csl-record.ts';

/** What stands under one tag: its lines in the file, with those that go on without a tag, and their values. */
interface Tagged {
  tag: string;
  lines: string[];
  values: string[];
}

const TAG = /^([A-Z][A-Z\d]) {2}-(?: |$)/;

/** What makes a record, what it is called in a program, and where that keeps files. */
const OF_PROGRAMS = ['TY', 'ER', 'ID', 'L1', 'L4'];

/** `2025/11/24/other`: year, month and day, as far as they are known. */
const DATE = /^DA {2}- *(\d{4})(?:\/(\d{1,2}))?(?:\/(\d{1,2}))?/m;

/**
 * Reads RIS. Citation.js drops tags that a type does not have in its tables: they are told.
 *
 * @param text of a `.ris` file
 * @see https://en.wikipedia.org/wiki/RIS_(file_format) (the specification is no longer at its publisher's)
 */
export function readRis(text: string): Bibliography {
  const records = text.split(/^(?=TY {2}- )/m).filter((record) => record.startsWith('TY  - '));
  return { records: records.map(readRecord), broken: [] };
}

function readRecord(text: string): Read {
  const tagged = taggedIn(text);
  const whole = itemOf(tagged);
  const isUnknownType = read(tagged).type === undefined;
  return {
    item: whole,
    beyond: [
      ...(isUnknownType ? tellValues(tagged.filter(({ tag }) => tag === 'TY')) : []),
      ...tellValues(tagged.filter((each) => isDropped(each, tagged, whole))),
    ],
    said: [],
  };
}

function taggedIn(record: string): Tagged[] {
  const tags = new Map<string, Tagged>();
  let last: Tagged | undefined;
  for (const line of record.split(/\r?\n/)) {
    const tag = TAG.exec(line.trim())?.[1];
    if (tag !== undefined) last = tags.get(tag) ?? { tag, lines: [], values: [] };
    if (tag !== undefined) tags.set(tag, last!).get(tag)!.values.push(line.trim().replace(TAG, ''));
    last?.lines.push(line);
  }
  return [...tags.values()];
}

/**
 * Citation.js takes no day from some types of records, newspaper articles among them; takes who wrote these for a
 * reporter, whom CSL does not have; and takes nothing from types that it does not know.
 */
function itemOf(tagged: readonly Tagged[]): Item {
  const item = read(tagged);
  const known = item.type === undefined ? { ...read(as('GEN', tagged)), type: undefined } : item;
  const date = DATE.exec(textOf(tagged))?.slice(1);
  const { author } = read(as('JOUR', tagged));
  return {
    ...known,
    ...(isAuthorLost(known, tagged) && author !== undefined && { author }),
    ...(date && { issued: { 'date-parts': [date] } }),
  };
}

/** Whether nothing that a record tells is made of who wrote it. A film's are its directors, and told so. */
function isAuthorLost(item: Item, tagged: readonly Tagged[]): boolean {
  const others = tagged.filter(({ tag }) => tag !== 'AU' && tag !== 'A1');
  return item.author === undefined && tell(item) === tell(read(others));
}

function isDropped(each: Tagged, tagged: readonly Tagged[], whole: Item): boolean {
  if (OF_PROGRAMS.includes(each.tag)) return false;
  const others = tagged.filter((other) => other !== each);
  return tell(itemOf(others)) === tell(whole) && !each.values.every((value) => isSaidBy(others, value));
}

/** The year is in the day too, and some programs give a title under two tags. */
function isSaidBy(others: readonly Tagged[], value: string): boolean {
  const words = value.trim().replace(/\/+$/, '');
  return (
    words === '' ||
    others.some(({ values }) => values.some((other) => other === words || other.startsWith(`${words}/`)))
  );
}

function read(tagged: readonly Tagged[]): Item {
  return (chain(textOf(tagged), { forceType: '@ris/file' }) as Item[])[0] ?? {};
}

function as(type: string, tagged: readonly Tagged[]): Tagged[] {
  return tagged.map((each) => (each.tag === 'TY' ? { ...each, lines: [`TY  - ${type}`] } : each));
}

function textOf(tagged: readonly Tagged[]): string {
  return tagged.flatMap(({ lines }) => lines).join('\n');
}

/** What of an item a record holds, or tells. */
function tell(item: Item): string {
  return JSON.stringify(knownOf(item));
}

function tellValues(tagged: readonly Tagged[]): string[] {
  return tagged.flatMap(({ tag, values }) => values.map((value) => `${tag}: ${canonical(value)}`));
}
