import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { canonical } from '../canonical.ts';
import { nearest } from '../nearest.ts';
import { likelyFault } from './bibtex-fault.ts';
import { type Bibliography, type Broken, chain, type Read, Unreadable } from './chain.ts';
import { toEdtf } from './csl-date.ts';
import { type Item, knownOf } from './csl-record.ts';

/** An entry as it stands in the file. */
interface Entry {
  type: string;
  label: string;
  properties: Readonly<Record<string, unknown>>;
}

/** What programs keep for themselves: places on somebody's disk, days of their own. */
const OF_PROGRAMS =
  /^(?:file|local-url|owner|timestamp|groups|priority|ranking|readstatus|bdsk-.*|mendeley-.*|date-(?:added|modified)|(?:creation|modification)date)$/;

const TEXT = '@biblatex/text';
const ENTRIES = '@biblatex/entries+list';

/** Where an entry begins: at the beginning of a line, as programs and people write them. */
const BEGINNING = /^(?=[ \t]*@\s*\w+\s*[{(])/m;

/** Abbreviations, which other entries use. */
const ABBREVIATION = /^\s*@\s*string\b/i;

/**
 * Reads BibTeX and biblatex. Where an entry is malformed, the parser of Citation.js reads nothing of the file: then each
 * is read by itself, and those that are whole are taken.
 *
 * @param text of a `.bib` file
 */
export function readBibtex(text: string): Bibliography {
  try {
    return { records: recordsIn(text), broken: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return readOneByOne(text);
  }
}

function readOneByOne(text: string): Bibliography {
  const parts = partsOf(text);
  const abbreviations = parts.filter(
    (part) => ABBREVIATION.test(part.text) && faultOf(part.text) === undefined,
  );
  const shared = abbreviations.map((part) => part.text).join('');
  const others = parts.filter((part) => !abbreviations.includes(part));
  const broken = others.flatMap((part): Broken[] => {
    const fault = faultOf(part.text);
    return fault === undefined ? [] : [describe(part, fault)];
  });
  const whole = others.filter((part) => faultOf(part.text) === undefined);
  return { records: recordsIn(shared + whole.map((part) => part.text).join('')), broken };
}

/** A piece of a file, from the beginning of an entry to that of the next, and the line, from 1, on which it begins. */
interface Part {
  text: string;
  line: number;
}

function partsOf(text: string): Part[] {
  let line = 1;
  return text.split(BEGINNING).map((part) => {
    const from = line;
    line += part.split('\n').length - 1;
    return { text: part, line: from };
  });
}

/** What the parser says of a part, if it cannot be read. */
function faultOf(part: string): Error | undefined {
  try {
    chain(part, { forceType: TEXT, target: ENTRIES });
    return undefined;
  } catch (error) {
    return (error as Error).cause as Error;
  }
}

function describe({ text, line }: Part, { message }: Error): Broken {
  const [head = ''] = /@\s*\w+\s*[{(]\s*[^\s,={}]*/.exec(text) ?? [];
  return { name: `\`${head}\`, which begins on line ${line}`, why: likelyFault(text, line, message) };
}

function recordsIn(text: string): Read[] {
  const entries = chain(text, { forceType: TEXT, target: ENTRIES }) as Entry[];
  return entries.map((entry) => {
    const parent = entries.find(({ label }) => label === entry.properties.crossref);
    return { item: itemOf(entry, parent), beyond: beyondItem(entry, parent), said: misspelt(entry) };
  });
}

/** Citation.js drops that a date is approximate: where the file's own is EDTF it is taken. */
function itemOf(entry: Entry, parent: Entry | undefined): Item {
  const [item] = chain(parent ? [entry, parent] : [entry], { forceType: ENTRIES }) as Item[];
  const { date } = entry.properties;
  return toEdtf(date) === undefined ? item! : { ...item, issued: date };
}

/** The fields without which what a record can tell of the item would be the same. */
function beyondItem(entry: Entry, parent: Entry | undefined): string[] {
  const whole = JSON.stringify(knownOf(itemOf(entry, parent)));
  return Object.entries(entry.properties)
    .filter(([name]) => !OF_PROGRAMS.test(name))
    .filter(([name]) => {
      const { [name]: _, ...properties } = entry.properties;
      return JSON.stringify(knownOf(itemOf({ ...entry, properties }, parent))) === whole;
    })
    .map(([name, value]) => `${name}: ${canonical(String(value))}`);
}

/** Fields that no form of BibTeX has, and that are near one that it has. */
function misspelt({ properties }: Entry): string[] {
  const known = Object.keys(plugins.config.get('@bibtex').constants.fieldTypes);
  return Object.keys(properties)
    .filter((name) => !known.includes(name) && !OF_PROGRAMS.test(name))
    .flatMap((name) => {
      const near = nearest(name, known);
      return near === undefined ? [] : [`\`${name}\` is no field of BibTeX. Did you mean \`${near}\`?`];
    });
}
