import { CSL_TYPES } from '../source.ts';

type CslType = (typeof CSL_TYPES)[number];

/**
 * What records call the types of CSL that they do not have, and those of Crossref, which it gives for CSL's.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 * @see https://api.crossref.org/types
 */
const NEAREST: Readonly<Record<string, CslType>> = {
  classic: 'book',
  collection: 'book',
  dataset: 'document',
  entry: 'chapter',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  event: 'document',
  figure: 'document',
  graphic: 'document',
  manuscript: 'document',
  map: 'document',
  musical_score: 'document',
  patent: 'document',
  performance: 'document',
  periodical: 'document',
  regulation: 'legislation',
  review: 'article-journal',
  'review-book': 'article-journal',
  software: 'document',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  dissertation: 'thesis',
  'edited-book': 'book',
  'journal-article': 'article-journal',
  monograph: 'book',
  'peer-review': 'article-journal',
  'posted-content': 'article',
  'proceedings-article': 'paper-conference',
  proceedings: 'book',
  'reference-book': 'book',
  'reference-entry': 'chapter',
  'report-component': 'report',
};

/**
 * @param type a type of CSL-JSON, or what stands in its place
 * @returns the type of a record: the same, the nearest to it, or `document`
 */
export function recordType(type: unknown): CslType {
  return CSL_TYPES.find((each) => each === type) ?? NEAREST[String(type)] ?? 'document';
}
