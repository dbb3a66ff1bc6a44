import { toCslDate } from './date.ts';
import type { Slot } from './reference-template.ts';
import type { Name } from './source.ts';
import type { Work } from './work.ts';

/** What a template of Wikipedia’s leaves open: the places of a reference, and the words that are quoted. */
export type WikipediaSlot = Slot | 'quote';

/** A `{{cite web}}` with its open places; what is put in has been through `escapeWikitext` or `escapeWikiAddress`. */
export type WikipediaTemplate = readonly (string | { slot: WikipediaSlot })[];

/** In words, as Wikipedia in English has them. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * @param work a text or a note at this site
 * @param via who publishes it here, where that is not the publisher of the text
 * @returns `{{cite web |last1=… |url={link} |access-date={accessed} |at={locator} |quote={quote}}}`; the day of access is
 *   YYYY-MM-DD, which the template takes
 * @see https://en.wikipedia.org/wiki/Template:Cite_web
 */
export function toWikipedia({ item, issued, within }: Work, via?: string): WikipediaTemplate {
  const fields: (readonly [string, string | undefined])[] = [
    ...(item.author ?? []).flatMap(nameFields),
    ['title', item.title],
    ['website', within ?? item['container-title']],
    ['publisher', item.publisher],
    ['date', issued === undefined ? undefined : dateInWikipedia(issued)],
    ['via', via],
  ];
  const told = fields
    .filter((field): field is readonly [string, string] => field[1] !== undefined)
    .map(([name, value]) => ` |${name}=${escapeWikitext(value)}`)
    .join('');
  return [
    `{{cite web${told} |url=`,
    { slot: 'link' },
    ' |access-date=',
    { slot: 'accessed' },
    ' |at=',
    { slot: 'locator' },
    ' |quote=',
    { slot: 'quote' },
    '}}',
  ];
}

/**
 * @param template a template with open places
 * @param fillings plain words; a place without words is left out with its name
 * @returns the template as it is pasted
 */
export function fillWikipedia(
  template: WikipediaTemplate,
  fillings: Readonly<Partial<Record<WikipediaSlot, string>>>,
): string {
  let text = '';
  for (const part of template) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const words = fillings[part.slot] ?? '';
    if (words === '') text = text.replace(/ \|[\w-]+=$/, '');
    else text += part.slot === 'link' ? escapeWikiAddress(words) : escapeWikitext(words);
  }
  return text;
}

/**
 * @param words plain words
 * @returns them as a value of a template, where no sign is markup
 * @see https://en.wikipedia.org/wiki/Help:Template#Problems_and_workarounds (`{{!}}` for `|`, references to characters)
 */
export function escapeWikitext(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[&<>[\]{}|]|'{2,}|~{3,}/gu, (signs) => signs.replace(/./g, escapeSign));
}

/**
 * @param address a whole address
 * @returns it with the signs encoded that Wikipedia’s templates would not link
 * @see https://en.wikipedia.org/wiki/Template:Citation_Style_documentation/url (sp " ' < > [ ] { | })
 */
export function escapeWikiAddress(address: string): string {
  return address.replace(/[ "'<>[\]{|}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function escapeSign(sign: string): string {
  return sign === '|' ? '{{!}}' : `&#${sign.charCodeAt(0)};`;
}

function nameFields(name: Name, index: number): (readonly [string, string | undefined])[] {
  const number = index + 1;
  if ('literal' in name) return [[`author${number}`, name.literal]];
  const last = [name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ');
  return [
    [`last${number}`, last],
    [`first${number}`, name.given],
  ];
}

/** “c. December 2025”: the template knows an approximate date by its “c.”; of an interval the end is told. */
function dateInWikipedia(edtf: string): string {
  const isCertain = !/[~?%]/.test(edtf);
  const told = isCertain ? edtf : edtf.split('/').at(-1)!.replace(/[~?%]/g, '');
  const ends = toCslDate(told)['date-parts'].map(([year, month, day]) =>
    [day, month === undefined ? undefined : MONTHS[month - 1], year]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  return `${isCertain ? '' : 'c. '}${ends.join(' – ')}`;
}
