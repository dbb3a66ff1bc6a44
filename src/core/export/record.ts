import { notePath, readingPath } from '../address.ts';
import type { Annotation } from '../annotation.ts';
import { toCslDate } from '../date.ts';
import { dateOfNote, recordedOf } from '../metadata/last-change.ts';
import { inQuotes } from '../quotation-marks.ts';
import type { Reading } from '../reading.ts';
import { editorsOf, siteName } from '../site-name.ts';
import { OWN_KEYS } from '../source.ts';
import { type CslItem, toCsl } from './csl.ts';
import type { Edited, Site } from './subject.ts';

/*
 * The records by which our own pages are cited: one of each reading and never one of a sentence, whose place is in the
 * citation; and one of each annotation, which is a text of its own.
 */

/**
 * @param reading a reading
 * @param site where it is published
 * @returns it as annotated here: its own record with its address at this site, its edition, and in the note where it
 *   first appeared; a title that the editors supplied stands in square brackets, as everywhere
 * @throws when it has no record
 */
export function recordOfReading(reading: Reading, site: Site): CslItem {
  const { URL: original, accessed: _, ...record } = toCsl(recordIn(reading, site));
  const { edition } = reading.edition;
  const appeared = original === undefined ? '' : ` First published at ${original}`;
  return {
    ...record,
    id: keyOf(reading),
    title: record.title ?? reading.title,
    author: record.author ?? reading.author,
    ...(record.issued === undefined &&
      reading.written !== undefined && { issued: toCslDate(reading.written) }),
    ...addressOf(site, readingPath(reading)),
    language: reading.language,
    edition: String(edition),
    note: `Annotated edition ${edition}, ${siteName(site.publication)}; paragraph numbers are Postil’s.${appeared}`,
  };
}

/**
 * @param annotation one of a reading's
 * @param edited the reading
 * @param site where it is published
 * @returns the record of the annotation: its finding for a title, as its references have it; which words it is about,
 *   and how they stand, is in the note
 */
export function recordOfAnnotation(annotation: Annotation, edited: Edited, site: Site): CslItem {
  const { reading, ledger } = edited;
  const { id, quote, finding, status = 'remark' } = annotation;
  const { publisher } = site.publication;
  return {
    id: `${keyOf(reading)}:${id}`,
    type: 'webpage',
    title: finding.replace(/\.$/, ''),
    author: [{ literal: editorsOf(site.publication) }],
    'container-title': `${siteName(site.publication)}, notes to ${reading.title}`,
    ...(publisher !== undefined && { publisher }),
    issued: toCslDate(dateOfNote(annotation, reading, recordedOf(annotation, ledger))),
    ...addressOf(site, notePath(reading, id)),
    language: 'en-GB',
    edition: String(reading.edition.edition),
    note: `Note on ${inQuotes(quote)}: ${status}.`,
  };
}

/** A key of its own: the text’s record stands for what was published elsewhere. */
function keyOf({ slug }: Reading): string {
  return OWN_KEYS + slug;
}

function recordIn(reading: Reading, { sources }: Site) {
  const record = sources.get(reading.source);
  if (!record) throw new Error(`The reading \`${reading.slug}\` has no record \`${reading.source}\`.`);
  return record;
}

/** A path alone is no address that anybody could cite. */
function addressOf({ root }: Site, path: string): { URL?: string } {
  return URL.canParse(root) ? { URL: root + path } : {};
}
