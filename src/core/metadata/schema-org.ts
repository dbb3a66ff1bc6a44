import { notePath, readingPath, sourcePath } from '../address.ts';
import type { Annotation, Kind } from '../annotation.ts';
import { toCslDate } from '../date.ts';
import type { Genre } from '../front-matter.ts';
import { EDITORS_LANGUAGE } from '../language.ts';
import type { Recorded } from '../ledger.ts';
import { dateOfNote } from './last-change.ts';
import type { Publication } from '../publication.ts';
import type { Reading } from '../reading.ts';
import { citedSources } from '../site.ts';
import { type Name, nameInWords, type Source } from '../source.ts';
import { statementInWords } from './statement.ts';
import { editorsOf } from '../site-name.ts';
import { NOTES_LICENCE } from './tag.ts';

/*
 * What a page is about, in the vocabulary of schema.org as JSON-LD. Addresses are whole where the site's is known; else
 * they are paths, which JSON-LD takes from the page's own address.
 *
 * No ClaimReview: it is a review with a rating of a claim, and readers of it expect a verdict on a scale. A status here
 * says what the sources found amount to, and no scale ranks “opinion” or “unchecked”. No `firstAppearance` either:
 * where a claim was first made is not known.
 *
 * @see https://schema.org/ @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */

type Data = Record<string, unknown>;

const CONTEXT = 'https://schema.org';

/** What the editors say a text is. @see https://schema.org/NewsArticle, more specific types */
const TYPE_OF_GENRE: Record<Genre, string> = {
  analysis: 'AnalysisNewsArticle',
  background: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
  reportage: 'ReportageNewsArticle',
  review: 'ReviewNewsArticle',
};

/** Schema.org's types for CSL's, and for what each appeared in. */
const TYPES: Record<Source['type'], { type: string; within: string }> = {
  article: { type: 'ScholarlyArticle', within: 'CreativeWork' },
  'article-journal': { type: 'ScholarlyArticle', within: 'Periodical' },
  'article-magazine': { type: 'Article', within: 'Periodical' },
  'article-newspaper': { type: 'NewsArticle', within: 'CreativeWork' },
  bill: { type: 'Legislation', within: 'CreativeWork' },
  book: { type: 'Book', within: 'CreativeWorkSeries' },
  broadcast: { type: 'CreativeWork', within: 'CreativeWorkSeries' },
  chapter: { type: 'Chapter', within: 'Book' },
  document: { type: 'CreativeWork', within: 'CreativeWork' },
  hearing: { type: 'CreativeWork', within: 'CreativeWork' },
  interview: { type: 'Article', within: 'CreativeWork' },
  legal_case: { type: 'CreativeWork', within: 'CreativeWork' },
  legislation: { type: 'Legislation', within: 'CreativeWork' },
  motion_picture: { type: 'Movie', within: 'CreativeWork' },
  pamphlet: { type: 'CreativeWork', within: 'CreativeWork' },
  'paper-conference': { type: 'ScholarlyArticle', within: 'CreativeWork' },
  personal_communication: { type: 'Message', within: 'CreativeWork' },
  post: { type: 'SocialMediaPosting', within: 'WebSite' },
  'post-weblog': { type: 'BlogPosting', within: 'Blog' },
  report: { type: 'Report', within: 'CreativeWork' },
  song: { type: 'MusicRecording', within: 'CreativeWork' },
  speech: { type: 'CreativeWork', within: 'CreativeWork' },
  standard: { type: 'CreativeWork', within: 'CreativeWork' },
  thesis: { type: 'Thesis', within: 'CreativeWork' },
  treaty: { type: 'CreativeWork', within: 'CreativeWork' },
  webpage: { type: 'WebPage', within: 'WebSite' },
};

/** Schema.org's types for what is marked. Naming a source, and what a remark is about, are no claims of the text. */
const TYPE_OF_MARK: Record<Kind, string> = {
  claim: 'Claim',
  figure: 'Claim',
  quotation: 'Quotation',
  source: 'CreativeWork',
  remark: 'CreativeWork',
};

/**
 * @param reading a reading
 * @param record the text's own record
 * @param modified the last day on which it or a note changed
 * @param root the site's address and base path, ending in a slash; a path alone where the address is not known
 * @returns the text, as annotated here
 */
export function readingData(reading: Reading, record: Source, modified: string, root: string): Data {
  const { type } = TYPES[record.type];
  const address = root + readingPath(reading);
  return {
    '@context': CONTEXT,
    '@type': reading.genre === undefined ? type : TYPE_OF_GENRE[reading.genre],
    '@id': address,
    url: address,
    headline: reading.title,
    author: reading.author.map(nameData),
    inLanguage: reading.language,
    ...originData(record),
    ...(record.URL !== undefined && { isBasedOn: record.URL }),
    version: String(reading.edition.edition),
    dateModified: modified,
    citation: citedSources(reading)
      .filter((key) => key !== reading.source)
      .map((key) => ({ '@id': root + sourcePath(key) })),
    hasPart: reading.annotations.map(({ id, kind }) => ({
      '@type': TYPE_OF_MARK[kind],
      '@id': `${address}#m-${id}`,
    })),
  };
}

/**
 * @param annotation an annotation
 * @param reading its reading
 * @param recorded what the ledger knows of it
 * @param publication who answers for the site
 * @param root the site's address and base path, or the path alone
 * @returns the page with the note, and the marked words that it is about
 */
export function noteData(
  annotation: Annotation,
  reading: Reading,
  recorded: Recorded | undefined,
  publication: Publication,
  root: string,
): Data {
  const address = root + notePath(reading, annotation.id);
  const { title, description } = statementInWords(annotation);
  const first = recorded?.notes[0]?.date;
  const sources = new Set(annotation.evidence.map(({ source }) => source));
  const editors = { '@type': 'Organization', name: editorsOf(publication) };
  return {
    '@context': CONTEXT,
    '@type': 'WebPage',
    '@id': address,
    url: address,
    name: title,
    abstract: description,
    author: editors,
    publisher: editors,
    inLanguage: EDITORS_LANGUAGE,
    license: NOTES_LICENCE,
    ...(first !== undefined && { datePublished: first }),
    dateModified: dateOfNote(annotation, reading, recorded),
    ...(annotation.checked !== undefined && { lastReviewed: annotation.checked }),
    isPartOf: { '@id': root + readingPath(reading) },
    mainEntity: markData(annotation, reading, root),
    ...(sources.size > 0 && {
      citation: Array.from(sources, (key) => ({ '@id': root + sourcePath(key) })),
    }),
  };
}

/** The marked words, at their place in the text. */
function markData({ id, kind, quote, by, source }: Annotation, reading: Reading, root: string): Data {
  const text = { '@id': root + readingPath(reading) };
  const named = source !== undefined && { '@id': root + sourcePath(source) };
  return {
    '@type': TYPE_OF_MARK[kind],
    '@id': `${root}${readingPath(reading)}#m-${id}`,
    text: quote,
    inLanguage: reading.language,
    isPartOf: text,
    ...(TYPE_OF_MARK[kind] === 'Claim' && { appearance: text }),
    // Whether it is a person's name or a body's is not recorded.
    ...(by !== undefined && { spokenByCharacter: { name: by } }),
    ...(named && (kind === 'quotation' ? { isBasedOn: named } : { mentions: named })),
  };
}

/**
 * @param source a record
 * @param root the site's address and base path, or the path alone
 * @returns the source
 */
export function sourceData(source: Source, root: string): Data {
  return {
    '@context': CONTEXT,
    '@type': TYPES[source.type].type,
    '@id': root + sourcePath(source.key),
    ...(source.title !== undefined && { name: source.title }),
    ...(source.author && { author: source.author.map(nameData) }),
    ...(source.language !== undefined && { inLanguage: source.language }),
    ...originData(source),
    ...(source.URL !== undefined && { url: source.URL }),
    ...(source.DOI !== undefined && { sameAs: `https://doi.org/${source.DOI}` }),
    ...(source.ISBN !== undefined && { isbn: source.ISBN }),
  };
}

/** Where a text appeared, and when. */
function originData(record: Source): Data {
  const container = record['container-title'];
  return {
    ...(record.publisher !== undefined && {
      publisher: { '@type': 'Organization', name: record.publisher },
    }),
    ...(container !== undefined && {
      isPartOf: { '@type': TYPES[record.type].within, name: container },
    }),
    ...(record.issued !== undefined && dateData(record.issued)),
  };
}

/**
 * `datePublished` takes dates of ISO 8601, which cannot say that one is inferred; `temporal` takes text, and so EDTF.
 *
 * @see https://schema.org/temporal
 */
function dateData(issued: string): Data {
  const { 'date-parts': ends, circa } = toCslDate(issued);
  return circa || ends.length > 1 ? { temporal: issued } : { datePublished: issued };
}

function nameData(name: Name): Data {
  // Whether a name without parts is a person's or a body's is not recorded.
  if ('literal' in name) return { name: name.literal };
  return {
    '@type': 'Person',
    name: nameInWords(name),
    ...(name.given !== undefined && { givenName: name.given }),
    familyName: [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
  };
}

/**
 * @param data JSON
 * @returns it for a `<script>`: a data block, which is never run and which no rule of `script-src` is about. There
 *   nothing is escaped but in JSON's own way, so that `</script>` and `<!--` must not occur.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function toDataBlock(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
