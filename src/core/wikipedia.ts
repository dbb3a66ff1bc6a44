import { toCslDate } from './date.ts';
import type { Name } from './source.ts';
import { escapeWikitext, type WikipediaTemplate } from './wikipedia-template.ts';
import type { Work } from './work.ts';

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
