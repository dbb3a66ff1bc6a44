import { type Address, findAddresses } from './address-finder.ts';
import { type CitationLink, readLink, type Site } from './citation-link.ts';
import { documentForm, linesOf, type Place } from './document-form.ts';
import { findQuotations } from './quotation-finder.ts';

/** A citation as it stands in a document. */
export type Found = Place &
  (
    | { what: 'link'; written: string; link: CitationLink }
    /** `written` are the words, without the marks around them. */
    | { what: 'quotation'; written: string }
  );

/** What to look for. */
export interface Wanted {
  /** Quotations too, not links alone. */
  quotations: boolean;
  /** A line of plain text without any marks is a quotation too, as in a list of quotations. */
  lines: boolean;
}

type Linked = Address & { link: CitationLink };

/**
 * Finds links and quotations in any text: a list, prose, Markdown, HTML, BibTeX, RIS or CSL-JSON.
 *
 * @param text the whole document
 * @param site whose links are looked for; other addresses are told as `elsewhere`
 * @param wanted what to look for
 * @returns what was found, in order, each with its line and column
 */
export function findCitations(text: string, site: Site, wanted: Wanted): Found[] {
  const { lineOf, placeOf } = linesOf(text);
  const links = findAddresses(text)
    .map((address): Linked => ({ ...address, link: readLink(address.written, site) }))
    .filter(isCitation);
  const quotations = wanted.quotations
    ? findQuotations(withoutLinks(text, links), documentForm(text), wanted.lines)
    : [];
  const found = [
    ...withoutRepeats(links, lineOf).map(({ start, written, link }) => ({
      start,
      found: { what: 'link', written, link } as const,
    })),
    ...quotations.map(({ start, words }) => ({
      start,
      found: { what: 'quotation', written: words } as const,
    })),
  ].sort((one, other) => one.start - other.start);
  return found.map(({ start, found: citation }) => ({ ...citation, ...placeOf(start) }));
}

/** What says `http` is an address; what does not is one only where it leads to something of ours. */
function isCitation({ hasScheme, link }: Linked): boolean {
  return hasScheme || (link.where !== 'elsewhere' && link.where !== 'nowhere');
}

/** A link whose words are its own address is one citation. */
function withoutRepeats(links: readonly Linked[], lineOf: (offset: number) => number): Linked[] {
  const seen = new Set<string>();
  return links.filter(({ start, written }) => {
    const key = `${lineOf(start)} ${written}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Addresses are no quotations; all else keeps its place. */
function withoutLinks(text: string, links: readonly Linked[]): string {
  let [out, from] = ['', 0];
  for (const { start, end } of links) {
    out += text.slice(from, start) + text.slice(start, end).replace(/[^\n\r]/gu, '\u0000');
    from = end;
  }
  return out + text.slice(from);
}
