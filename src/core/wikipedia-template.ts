import type { Slot } from './reference-template.ts';

/** What a template of Wikipedia’s leaves open: the places of a reference, and the words that are quoted. */
export type WikipediaSlot = Slot | 'quote';

/** A `{{cite web}}` with its open places; what is put in has been through `escapeWikitext` or `escapeWikiAddress`. */
export type WikipediaTemplate = readonly (string | { slot: WikipediaSlot })[];

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
