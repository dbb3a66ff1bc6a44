import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { canonical } from '../canonical.ts';
import { sentence } from '../problem.ts';
import { toEdtf } from './csl-date.ts';
import type { Item } from './csl-record.ts';

/** A bibliography that cannot be read, or holds nothing: why, in full sentences. */
export class Unreadable extends Error {}

/** A record of a bibliography: as CSL-JSON, and what its form has beyond that, “titleaddon: The lamps”. */
export interface Read {
  item: Item;
  beyond: string[];
}

/** Reads a bibliography of one form. */
type Reader = (text: string) => Read[];

/** Forms of bibliographies, by the endings of their files. */
export const BIBLIOGRAPHIES: Readonly<Record<string, Reader>> = {
  bib: readBibtex,
  ris: (text) => readRis(text).map(alone),
  json: (text) => readJson(text).map(alone),
};

/**
 * @param text of a file
 * @param ending of its name: one of those in `BIBLIOGRAPHIES`
 * @returns its records, at least one
 * @throws Unreadable where it is malformed, or has none
 */
export function readBibliography(text: string, ending: string): Read[] {
  const records = BIBLIOGRAPHIES[ending]!(text.replace(/^\uFEFF/, ''));
  if (records.length === 0) throw new Unreadable('There is no record in it.');
  return records;
}

function alone(item: Item): Read {
  return { item, beyond: [] };
}

/** An entry as it stands in the file. */
interface Entry {
  type: string;
  label: string;
  properties: Readonly<Record<string, unknown>>;
}

/** What programs keep for themselves: places on somebody's disk, days of their own. */
const OF_PROGRAMS =
  /^(?:file|local-url|owner|timestamp|groups|priority|ranking|readstatus|bdsk-.*|mendeley-.*|date-(?:added|modified)|(?:creation|modification)date)$/;

function readBibtex(text: string): Read[] {
  const entries = chain(text, { forceType: '@biblatex/text', target: ENTRIES }) as Entry[];
  return entries.map((entry) => {
    const parent = entries.find(({ label }) => label === entry.properties.crossref);
    return { item: itemOf(entry, parent), beyond: beyondItem(entry, parent) };
  });
}

const ENTRIES = '@biblatex/entries+list';

/** Citation.js drops that a date is approximate: where the file's own is EDTF it is taken. */
function itemOf(entry: Entry, parent: Entry | undefined): Item {
  const [item] = chain(parent ? [entry, parent] : [entry], { forceType: ENTRIES }) as Item[];
  const { date } = entry.properties;
  return toEdtf(date) === undefined ? item! : { ...item, issued: date };
}

/** The fields without which the item would be the same. */
function beyondItem(entry: Entry, parent: Entry | undefined): string[] {
  const whole = JSON.stringify(itemOf(entry, parent));
  return Object.entries(entry.properties)
    .filter(([name]) => !OF_PROGRAMS.test(name))
    .filter(([name]) => {
      const { [name]: _, ...properties } = entry.properties;
      return JSON.stringify(itemOf({ ...entry, properties }, parent)) === whole;
    })
    .map(([name, value]) => `${name}: ${canonical(String(value))}`);
}

/** `2025/11/24/other`: year, month and day, as far as they are known. */
const RIS_DATE = /^DA {2}- *(\d{4})(?:\/(\d{1,2}))?(?:\/(\d{1,2}))?/m;

/** Citation.js takes no day from some types of records, newspaper articles among them. */
function readRis(text: string): Item[] {
  const records = text.split(/^TY {2}- /m).slice(1);
  return (chain(text, { forceType: '@ris/file' }) as Item[]).map((item, index) => {
    const parts = RIS_DATE.exec(records[index] ?? '')?.slice(1);
    return parts ? { ...item, issued: { 'date-parts': [parts] } } : item;
  });
}

/** Citation.js reads both forms, with the mapping to CSL that its exports here have. */
function chain(text: string | readonly Entry[], options: { forceType: string; target?: string }): unknown[] {
  try {
    return plugins.input.chain(text, { ...options, generateGraph: false });
  } catch (error) {
    // An empty list has no form: Citation.js would go on making something of it.
    if (/parsing iterations/.test((error as Error).message)) return [];
    throw new Unreadable(explain(error as Error), { cause: error });
  }
}

/** The parser says `expected "text", got EOF at line 4 col 2:`, and then shows the lines. */
function explain({ message }: Error): string {
  const [, what, line, column] = /^(.*?) at line (\d+) col (\d+)/s.exec(message) ?? [];
  return what === undefined
    ? sentence(`It is malformed: ${message.split('\n')[0]}`)
    : `It is malformed at line ${line}, column ${column}: ${what}.`;
}

function readJson(text: string): Item[] {
  const data = parse(text);
  const items = [data].flat();
  for (const [index, item] of items.entries())
    if (typeof item !== 'object' || item === null || typeof (item as Item).type !== 'string')
      throw new Unreadable(`It is no CSL-JSON: its item ${index + 1} has no \`type\`.`);
  return items as Item[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unreadable(sentence(`It is no JSON: ${(error as Error).message}`), { cause: error });
  }
}
