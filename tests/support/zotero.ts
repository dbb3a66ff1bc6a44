/*
 * How Zotero takes a page, as its translators do at zotero/translators 2814370161d05d799086825fac8d499db3a33aa3, told in
 * our own words from reading them (they are under the AGPL and stay where they are): see core/metadata/zotero.ts for
 * the lines.
 */

/** What a page says of itself: names and contents of its `<meta>`, in order. */
export type Said = readonly (readonly [name: string, content: string])[];

/** What an item of Zotero's has. */
export interface Item {
  type: string;
  title: string | undefined;
  publication: string | undefined;
  date: string | undefined;
  authors: readonly (readonly string[])[];
}

/** Names that decide the type before anything else is asked (“Embedded Metadata.js”, 297–316 and 361). */
const DECIDING: Record<string, string> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_conference: 'conferencePaper',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};

/** Types that Zotero has, of those that occur here; other words for a type decide nothing (“RDF.js”, 496–515). */
const KNOWN = new Set([
  ...[
    'blogPost',
    'book',
    'document',
    'journalArticle',
    'magazineArticle',
    'newspaperArticle',
    'report',
    'webpage',
  ],
]);

/** @returns what Zotero makes of a page */
export function itemOf(said: Said): Item {
  const first = (...names: string[]) =>
    names.map((name) => said.find(([key]) => key === name)?.[1]).find((content) => content !== undefined);
  const known = (name: string) => {
    const content = first(name);
    return content !== undefined && KNOWN.has(content) ? content : undefined;
  };
  const type =
    said.map(([name]) => DECIDING[name]).find(Boolean) ??
    known('z:itemType') ??
    (first('og:type') === 'website' ? 'webpage' : undefined) ??
    known('DC.type') ??
    (first('citation_title') === undefined ? 'webpage' : 'journalArticle');
  return {
    type,
    title: first('citation_title', 'DC.title', 'og:title'),
    publication: first('citation_journal_title', 'prism.publicationName', 'DC.source', 'og:site_name'),
    date: first('citation_date', 'citation_publication_date', 'article:published_time', 'DCTERMS.issued'),
    authors: authorsOf(said.filter(([name]) => name === 'citation_author').map(([, content]) => content)),
  };
}

/** Family and given names, or a name that is not divided (“Embedded Metadata.js”, 572–621, and `cleanAuthor`). */
function authorsOf(contents: readonly string[]): string[][] {
  return contents
    .flatMap((content) => {
      const parts = content.split(/\s*;\s*/);
      const halves = content.split(/\s*,\s*/);
      const isTwo =
        parts.length === 1 && contents.length === 1 && halves.slice(0, 2).every((half) => half.includes(' '));
      return isTwo && halves.length > 1 ? halves : parts;
    })
    .filter((author) => author.trim() !== '')
    .map((author) => {
      const bare = author.replace(/[\s.,/[\]:]+$/, '');
      if (author.includes(',')) return bare.split(/, ?/).slice(0, 2);
      const space = bare.lastIndexOf(' ');
      return space < 0 ? [bare] : [bare.slice(space + 1), bare.slice(0, space)];
    });
}
