import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { canonical } from '../canonical.ts';
import type { CslDate } from '../date.ts';
import type { Name } from '../source.ts';
import type { CslItem } from './csl.ts';

/*
 * What Citation.js does: which type and which tag of RIS a CSL type and field is. What it does not, and is done here:
 * it breaks lines after 70 characters, where readers put a space; it has no authors of newspaper articles, no particles
 * of names, no site that a web page belongs to, publishers and addresses of some types only, and the day of access under
 * tags that mean something else; it cuts ids.
 */

/** Types as Zotero and EndNote take them, where Citation.js has another: a speech is no sound recording. */
const TYPES: Readonly<Record<string, string>> = { speech: 'SLIDE' };

/** Tags under which Citation.js puts a day of access, which is `Y2`. */
const STRAY = ['M1', 'VL'];

/** Which tags come first; the others follow as they come. */
const ORDER = ['TY', 'ID', 'AU', 'TI', 'T2', 'ET', 'PB', 'PY', 'DA', 'SP', 'SE', 'LA', 'UR', 'Y2'];

/**
 * @param item a CSL-JSON item
 * @returns it as a record of a RIS file in UTF-8: a line for each field and author, each ending in CR LF
 * @see https://en.wikipedia.org/wiki/RIS_(file_format) (the specification is no longer at its publisher's)
 */
export function toRis(item: CslItem): string {
  const [tags] = new Cite([item]).format('ris', { format: 'object' });
  const lines = Object.entries(mend(tags!, item))
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => rank(one) - rank(other))
    .flatMap(([tag, value]) => [value].flat().map((each) => `${tag}  - ${canonical(each!)}`));
  return `${lines.join('\r\n')}\r\nER  - \r\n`;
}

type Tags = Record<string, string | string[] | undefined>;

function mend(tags: Tags, item: CslItem): Tags {
  const { id, type, author, issued, accessed } = item;
  const kept = Object.fromEntries(Object.entries(tags).filter(([tag]) => !STRAY.includes(tag)));
  return {
    ...kept,
    TY: TYPES[type] ?? tags.TY,
    ID: id,
    AU: author?.map(nameInRis),
    T2: item['container-title'],
    PB: item.publisher,
    SN: item.ISBN,
    UR: item.URL,
    // Of a journal’s article it is the day on which it was put online.
    ET: tags.TY === 'JOUR' ? undefined : item.edition,
    PY: issued && yearOf(issued),
    DA: issued && dateInRis(issued),
    Y2: accessed && dateInRis(accessed),
  };
}

function rank(tag: string): number {
  const place = ORDER.indexOf(tag);
  return place < 0 ? ORDER.length : place;
}

/** `Last name, First name, Suffix`: a particle is part of the last name, and a body has only that. */
function nameInRis(name: Name): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix, 'non-dropping-particle': particle } = name;
  const last = [particle, family].filter(Boolean).join(' ');
  return [last, given ?? (suffix === undefined ? undefined : ''), suffix]
    .filter((each) => each !== undefined)
    .join(', ');
}

function yearOf({ 'date-parts': [[year = 0] = []] }: CslDate): string {
  return inDigits(year, 4);
}

/** `YYYY/MM/DD/other`: RIS has one day; that it is approximate, or the first of several, is told in words. */
function dateInRis({ 'date-parts': [first = [], last], circa }: CslDate): string {
  const inTwo = (part: number | undefined) => inDigits(part, 2);
  const [year, month, day] = first;
  const other = [
    circa && 'circa',
    last && `to ${[inDigits(last[0], 4), ...last.slice(1).map(inTwo)].join('-')}`,
  ];
  return `${inDigits(year, 4)}/${inTwo(month)}/${inTwo(day)}/${other.filter(Boolean).join(', ')}`;
}

function inDigits(part: number | undefined, length: number): string {
  return part === undefined ? '' : String(part).padStart(length, '0');
}
