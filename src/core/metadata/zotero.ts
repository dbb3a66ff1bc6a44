import type { Annotation } from '../annotation.ts';
import { toCslDate } from '../date.ts';
import { EDITORS_LANGUAGE } from '../language.ts';
import type { Recorded } from '../ledger.ts';
import { dateOfNote } from './last-change.ts';
import type { Publication } from '../publication.ts';
import type { Reading } from '../reading.ts';
import { type Name, nameInWords, type Source } from '../source.ts';
import { withoutStop } from '../stop.ts';
import { editorsOf, siteName } from '../site-name.ts';
import { NOTES_LICENCE, type Tag, tags } from './tag.ts';

/*
 * Highwire Press and Dublin Core, as Zotero and Google Scholar read them. Which type an item gets is decided in
 * zotero/translators at 2814370161d05d799086825fac8d499db3a33aa3 (26 June 2026):
 *
 * - “Embedded Metadata.js”, lines 297–325: `citation_journal_title` makes it a journal article, whatever else is said
 *   (361), `citation_technical_report_institution` a report, and so on; `citation_title` makes it a journal article
 *   where nothing else decides (317–320, 352).
 * - Lines 259–287: names with a known prefix (`z:`, `dcterms.`, `prism.`, `og:`) become RDF. “RDF.js”, 815–818: of that
 *   `z:itemType` comes first (496–508), then `og:type`, which decides for `website` and only guesses for `article`
 *   (706–718), then `dc:type` (510–514).
 * - So the type is said by `z:itemType`, in Zotero's own word. `DC.type` is left out: Zotero would also keep it as the
 *   item's genre (“RDF.js”, 1242–1265), and styles print that.
 * - “RDF.js”, 960–979: the publication is `prism.publicationName`, and without one `og:site_name`.
 * - “Embedded Metadata.js”, 403 and 500–518: the date is Highwire's, else Dublin Core's (“RDF.js”, 1116–1133), else that
 *   of the first `<time>` in the page (729–731), which is the date of something else.
 * - Authors are Highwire's, one tag each, split at the comma (574–614; zotero/utilities, `cleanAuthor`, at
 *   4051881d59c6c12d34417d4c226f37218051be90).
 */

/** Zotero's item types for CSL's, where it has one that is as narrow. */
const ITEM_TYPES: Record<Source['type'], string> = {
  article: 'preprint',
  'article-journal': 'journalArticle',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  bill: 'bill',
  book: 'book',
  broadcast: 'document',
  chapter: 'bookSection',
  document: 'document',
  hearing: 'hearing',
  interview: 'interview',
  legal_case: 'case',
  legislation: 'statute',
  motion_picture: 'film',
  pamphlet: 'document',
  'paper-conference': 'conferencePaper',
  personal_communication: 'letter',
  post: 'forumPost',
  'post-weblog': 'blogPost',
  report: 'report',
  song: 'audioRecording',
  speech: 'presentation',
  standard: 'standard',
  thesis: 'thesis',
  treaty: 'document',
  webpage: 'webpage',
};

/** In place of a date, which Zotero would else look for in the page. */
const UNDATED = 'n.d.';

/** Vocabularies of the tags, for `<link rel="schema.…">`. @see https://www.dublincore.org/specifications/dublin-core/dc-html/ */
export const SCHEMAS = [
  { prefix: 'DC', href: 'http://purl.org/dc/elements/1.1/' },
  { prefix: 'DCTERMS', href: 'http://purl.org/dc/terms/' },
  { prefix: 'PRISM', href: 'http://prismstandard.org/namespaces/1.2/basic/' },
  { prefix: 'z', href: 'http://www.zotero.org/namespaces/export#' },
] as const;

/**
 * @param reading a reading
 * @param record the text's own record
 * @param address the reading's own, if the site's is known
 * @returns tags that describe the text as it is cited, at this site
 */
export function readingTags(reading: Reading, record: Source, address: string | undefined): Tag[] {
  const { title, author, language } = reading;
  const { type, issued, publisher, DOI } = record;
  const container = record['container-title'];
  const isJournal = type === 'article-journal';
  return tags('name', {
    'z:itemType': ITEM_TYPES[type],
    citation_title: title,
    citation_author: authorsOf(author),
    citation_publication_date: issued === undefined ? undefined : slashed(issued),
    citation_date: issued === undefined ? UNDATED : undefined,
    citation_journal_title: isJournal ? container : undefined,
    citation_publisher: publisher,
    citation_language: language,
    citation_doi: DOI,
    citation_public_url: address,
    'prism.publicationName': isJournal ? undefined : container,
    'DC.title': title,
    'DC.creator': author.map(inverted),
    'DC.publisher': publisher,
    'DC.language': language,
    'DCTERMS.issued': issued,
  });
}

/**
 * @param annotation an annotation
 * @param reading its reading
 * @param recorded what the ledger knows of it
 * @param publication who answers for the site
 * @param address the annotation's own, if the site's is known
 * @returns tags that describe its note as a web page: what was found, by the editors, among their notes to the text
 */
export function noteTags(
  annotation: Annotation,
  reading: Reading,
  recorded: Recorded | undefined,
  publication: Publication,
  address: string | undefined,
): Tag[] {
  const { publisher } = publication;
  const author: Name = { literal: editorsOf(publication) };
  const { finding } = annotation;
  const date = dateOfNote(annotation, reading, recorded);
  return tags('name', {
    'z:itemType': 'webpage',
    citation_title: withoutStop(finding),
    citation_author: authorsOf([author]),
    citation_publication_date: slashed(date),
    citation_publisher: publisher,
    citation_language: EDITORS_LANGUAGE,
    citation_public_url: address,
    'prism.publicationName': `${siteName(publication)}, notes to ${reading.title}`,
    'DC.title': withoutStop(finding),
    'DC.creator': author.literal,
    'DC.publisher': publisher,
    'DC.language': EDITORS_LANGUAGE,
    'DC.rights': NOTES_LICENCE,
    'DCTERMS.issued': date,
  });
}

/**
 * A date with slashes, and no more of it than is certain: an inferred month leaves the year, an inferred year nothing;
 * of a range, what both ends share. The whole stands in `DCTERMS.issued`, which takes EDTF.
 *
 * @param date EDTF
 * @returns `2025/11/24`, `2025/11` or `2025`
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html (Configuring the meta-tags)
 * @see https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#issued
 */
export function slashed(date: string): string | undefined {
  const { 'date-parts': ends, circa } = toCslDate(date);
  const [from = [], to = from] = ends;
  const stated = Math.min(from.length, to.length);
  const shared = from.findIndex((part, index) => part !== to[index]);
  const certain = Math.min(shared < 0 ? stated : shared, circa ? stated - 1 : stated);
  const [year, ...rest] = from.slice(0, certain);
  if (year === undefined) return undefined;
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('/');
}

/**
 * One tag for each. A comma after a body's name keeps Zotero from taking its last word for a surname; a semicolon after
 * a lone author with two words on both sides of the comma keeps it from making two of them (“Embedded Metadata.js”,
 * 576–601). Both are dropped by it, and Google Scholar knows semicolons as what parts authors.
 */
function authorsOf(names: readonly Name[]): string[] {
  const written = names.map((name) =>
    'literal' in name && /\s/u.test(name.literal) ? `${name.literal},` : inverted(name),
  );
  const [only = '', ...others] = written;
  return others.length === 0 && /\s.*,\s*\S+\s/u.test(only) ? [`${only};`] : written;
}

/** “Hadfield, Amelia” */
function inverted(name: Name): string {
  if ('literal' in name) return nameInWords(name);
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}
