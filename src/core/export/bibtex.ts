import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { canonical } from '../canonical.ts';
import type { CslDate } from '../date.ts';
import type { Name } from '../source.ts';
import type { CslItem } from './csl.ts';

/*
 * What Citation.js does: which entry type and which field of biblatex a CSL type and field is, and braces around words
 * in titles that begin with a capital. What it does not, and is done here: signs that TeX takes for its own (it either
 * escapes everything but ASCII, and drops Cyrillic, or nothing at all); names of bodies and with particles; dates that
 * are approximate; keys with hyphens; the language; and fields that the standard styles do not print.
 */

// All that is not ASCII stays as it is: biblatex reads UTF-8.
plugins.config.get('@bibtex').format.asciiOnly = false;

/** What a sign is in TeX. The braces after a command keep what follows apart. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  // Programs count braces, whether or not a backslash stands before them.
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '&': String.raw`\&`,
  '%': String.raw`\%`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  // Readers of bibliographies would take what is between them for HTML.
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
};

/** Languages as babel and polyglossia call them, by BCP 47 tag or its first part. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  cs: 'czech',
  da: 'danish',
  de: 'ngerman',
  el: 'greek',
  en: 'english',
  'en-au': 'australian',
  'en-ca': 'canadian',
  'en-gb': 'british',
  'en-us': 'american',
  es: 'spanish',
  et: 'estonian',
  fi: 'finnish',
  fr: 'french',
  he: 'hebrew',
  hu: 'hungarian',
  it: 'italian',
  lt: 'lithuanian',
  lv: 'latvian',
  nb: 'norsk',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sk: 'slovak',
  sl: 'slovene',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};

/** Kinds of newspaper and magazine pieces that biblatex’s `@article` does not tell apart otherwise. */
const SUBTYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'newspaper',
  'article-magazine': 'magazine',
};

/** Which fields come first, for the eye; the others follow as they come. */
const ORDER = [
  'author',
  'title',
  'titleaddon',
  'journaltitle',
  'booktitle',
  'organization',
  'publisher',
  'date',
  'url',
];

/** Parts of a name that need no braces: words that each begin with a capital. */
const PLAIN_PART = /^\p{Lu}[\p{L}\p{M}.’']*(?:[ -]\p{Lu}[\p{L}\p{M}.’']*)*$/u;

/** A particle as BibTeX knows it: words that each begin with a small letter; one that has no capital is none to it. */
const PLAIN_PARTICLE = /^[’']?(?=\p{CWU})\p{Ll}[\p{L}\p{M}’']*(?: (?=\p{CWU})\p{Ll}[\p{L}\p{M}’']*)*$/u;

/**
 * @param item a CSL-JSON item
 * @returns it as an entry of a biblatex file in UTF-8, ending in a line feed; its key is the item's id
 * @see https://ctan.org/pkg/biblatex (§2 of the manual; dates: §2.3.8)
 */
export function toBibtex(item: CslItem): string {
  const [entry] = new Cite([escapeItem(item)]).format('biblatex', { format: 'object' });
  const { type, properties } = entry!;
  const fields = Object.entries(mend(properties, type, item))
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => rank(one) - rank(other));
  return `@${type}{${item.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/**
 * @param language a BCP 47 tag
 * @returns what babel calls the language; undefined where that is not known here
 */
export function babelName(language: string): string | undefined {
  const tag = language.toLowerCase();
  return LANGUAGES[tag] ?? LANGUAGES[tag.split('-')[0]!];
}

/**
 * @param name what babel calls a language
 * @returns its BCP 47 tag, in lower case; undefined where that is not known here
 */
export function babelTag(name: string): string | undefined {
  return Object.keys(LANGUAGES).find((tag) => LANGUAGES[tag] === name.toLowerCase());
}

function rank(field: string): number {
  const place = ORDER.indexOf(field);
  return place < 0 ? ORDER.length : place;
}

type Fields = Record<string, string | undefined>;

function mend(fields: Fields, type: string, item: CslItem): Fields {
  const { author, issued, accessed, note, language } = item;
  // The plugin repeats the day of access as a note; a record's own note is not printed in a bibliography.
  const { note: _, language: __, ...kept } = fields;
  return {
    ...kept,
    author: author?.map(nameInBibtex).join(' and '),
    date: issued && toEdtf(issued),
    urldate: accessed && toEdtf(accessed),
    url: item.URL && urlInBibtex(item.URL),
    entrysubtype: SUBTYPES[item.type],
    langid: language && babelName(language),
    annotation: note && escape(note),
    ...(type === 'online' && printedOnline(item)),
  };
}

/** `@online` prints neither publisher nor edition, nor the site that it calls a book; but organization and title's addition. */
function printedOnline({ publisher, 'container-title': site, edition }: CslItem): Fields {
  const organization = publisher ?? site;
  return {
    publisher: undefined,
    organization: organization && inList(organization),
    titleaddon: edition && `edition ${escape(edition)}`,
  };
}

/** One literal of a list, whose literals stand between `and`s. */
function inList(words: string): string {
  const escaped = escape(words);
  return /\sand\s/i.test(escaped) ? `{${escaped}}` : escaped;
}

function escapeItem(item: CslItem): object {
  // Names, dates and addresses are written here.
  const { author: _, issued: __, accessed: ___, URL: ____, id, type, DOI, ...words } = item;
  const escaped = Object.entries(words).map(([name, value]) => [name, escape(value)] as const);
  const doi = DOI?.replace(/[{}\\]/g, encodeURIComponent);
  return { id, type, ...(doi !== undefined && { DOI: doi }), ...Object.fromEntries(escaped) };
}

/** TeX would join two hyphens to a dash, and two quotation marks to one. */
function escape(text: string): string {
  return canonical(text)
    .replace(/[\\{}&%$#_~^<>]/g, (sign) => ESCAPES[sign]!)
    .replace(/([-'`])(?=\1)/g, '$1{}');
}

function nameInBibtex(name: Name): string {
  if ('literal' in name) return `{${escape(name.literal)}}`;
  const { family, given, suffix } = name;
  const particle = name['non-dropping-particle'] && canonical(name['non-dropping-particle']);
  if (given === undefined && suffix === undefined && particle === undefined) return `{${escape(family)}}`;
  if (particle !== undefined && !PLAIN_PARTICLE.test(particle)) return nameByParts(name);
  const last = [particle, part(family)].filter((each) => each !== undefined).join(' ');
  return [last, ...(suffix === undefined ? [] : [part(suffix)]), part(given ?? '')].join(', ');
}

/** Biber's own form of a name. @see https://ctan.org/pkg/biblatex (“Extended Name Format”) */
function nameByParts(name: Exclude<Name, { literal: string }>): string {
  const parts = {
    family: name.family,
    given: name.given,
    prefix: name['non-dropping-particle'],
    suffix: name.suffix,
  };
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label}={${escape(value!)}}`)
    .join(', ');
}

function part(words: string): string {
  const plain = canonical(words);
  return PLAIN_PART.test(plain) || plain === '' ? plain : `{${escape(plain)}}`;
}

/** The date as biblatex reads it, which is EDTF. @see https://www.loc.gov/standards/datetime/ */
function toEdtf({ 'date-parts': ends, circa }: CslDate): string {
  const lengths = [4, 2, 2];
  const written = ends.map((parts) =>
    parts.map((part, index) => String(part).padStart(lengths[index]!, '0')).join('-'),
  );
  return written.join('/') + (circa ? '~' : '');
}

/** No brace may stand alone, and nothing else than ASCII in an address. */
function urlInBibtex(address: string): string {
  const ascii = URL.canParse(address) ? new URL(address).href : encodeURI(address);
  return ascii.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));
}
