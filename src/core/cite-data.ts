import type { Annotation } from './annotation.ts';
import { noteLink, readingPath } from './address.ts';
import { citer, type Citing, type FormsByStyle } from './cite.ts';
import { toCslDate } from './date.ts';
import { toBibtex } from './export/bibtex.ts';
import type { CslItem } from './export/csl.ts';
import { toRis } from './export/ris.ts';
import type { StyleForms } from './reference-template.ts';
import { shortName, type Source } from './source.ts';
import { toWikipedia, type WikipediaTemplate } from './wikipedia.ts';
import { type Work, workOf } from './work.ts';

/** One record as programs take it; where in the text is said by the command that cites it, never by the record. */
export interface CitedRecord {
  key: string;
  bibtex: string;
  ris: string;
  /** CSL-JSON: a list of the one item. */
  csl: string;
  wikipedia: WikipediaTemplate;
}

/** What the page of a reading cites with: `/<slug>/cite.json`. */
export interface ReadingCiteData {
  styles: StyleForms[];
  /** A passage: with places left open for where in the text, the link and the day of access. */
  reading: FormsByStyle;
  /** The text as a whole: with places left open for the link and the day of access. */
  whole: FormsByStyle;
  record: CitedRecord;
}

/** What the list at a note cites with: `/<slug>/notes/<id>/cite.json`. */
export interface NoteCiteData {
  styles: StyleForms[];
  note: FormsByStyle;
  record: CitedRecord;
  /** Each piece as it stands in the note, in the note’s order. */
  evidence: { source: string; key: string; excerpt: string; forms: FormsByStyle }[];
}

/** @returns all that a reading is cited with, as its page loads it */
export function readingCiteData(citing: Citing): ReadingCiteData {
  const { reading, record, root } = citing;
  const cite = citer(citing);
  return {
    styles: cite.styles,
    reading: cite.placed(),
    whole: cite.whole(),
    record: recordOf(workOf(record), {
      key: record.key,
      address: root + readingPath(reading),
      edition: reading.edition.edition,
    }),
  };
}

/**
 * @param citing a reading
 * @param annotation one of its annotations
 * @param sources the records it cites, by key
 * @returns all that the annotation’s note and its evidence are cited with
 */
export function noteCiteData(
  citing: Citing,
  annotation: Annotation,
  sources: ReadonlyMap<string, Source>,
): NoteCiteData {
  const { reading, root } = citing;
  const cite = citer(citing);
  const cited = annotation.evidence.map((piece) => ({ piece, source: sources.get(piece.source)! }));
  return {
    styles: cite.styles,
    note: cite.note(annotation).forms(),
    record: recordOf(cite.workOfNote(annotation), {
      key: `${reading.slug}-${annotation.id}`,
      address: root + noteLink(reading, annotation),
    }),
    evidence: cited.map(({ piece, source }) => ({
      source: shortName(source),
      key: source.key,
      excerpt: piece.excerpt,
      forms: cite.evidence(annotation, source),
    })),
  };
}

/**
 * @param work a text or a note
 * @param here its key, its address at this site, and of a text the number of its edition
 * @returns its one record in every form
 */
export function recordOf(
  { item, issued, ...work }: Work,
  { key, address, edition }: { key: string; address: string; edition?: number },
): CitedRecord {
  const container = work.within ?? item['container-title'];
  const record: CslItem = {
    ...item,
    id: key,
    ...(container !== undefined && { 'container-title': container }),
    ...(edition !== undefined && { edition: String(edition) }),
    ...(issued !== undefined && { issued: toCslDate(issued) }),
    URL: address,
  };
  return {
    key,
    bibtex: toBibtex(record),
    ris: toRis(record),
    csl: `${JSON.stringify([record], null, 2)}\n`,
    wikipedia: toWikipedia({ item, issued, ...work }, edition === undefined ? undefined : 'Postil'),
  };
}
