import { UNKNOWN_ORIGIN } from './unknown-origin.ts';
import type { Annotation } from './annotation.ts';
import { citer, citingOf, type FormsByStyle } from './cite.ts';
import { toBibtex } from './export/bibtex.ts';
import type { CslItem } from './export/csl.ts';
import { recordOfAnnotation, recordOfReading } from './export/record.ts';
import { toRis } from './export/ris.ts';
import type { Edited, Site } from './export/subject.ts';
import type { Reading } from './reading.ts';
import type { Referencer } from './reference.ts';
import type { StyleForms } from './reference-template.ts';
import { shortNames } from './short-names.ts';
import { siteName } from './site-name.ts';
import { shortName } from './source.ts';
import { toWikipedia } from './wikipedia.ts';
import type { WikipediaTemplate } from './wikipedia-template.ts';
import { workOf } from './work.ts';

/** Where the data are that a reading, an edition of it and a note are cited with; patterns as those of the formats. */
export const CITE_ADDRESSES = {
  reading: '/:reading/cite.json',
  edition: '/:reading/editions/:edition/cite.json',
  annotation: '/:reading/notes/:note/cite.json',
} as const;

/** One record as programs take it; where in the text is said by the command that cites it, never by the record. */
export interface CitedRecord {
  key: string;
  /** Whose it is, in short: “Hadfield and Khostova”; empty where nobody is named. */
  whose: string;
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
  evidence: {
    source: string;
    key: string;
    excerpt: string;
    /** BCP 47 tag of the excerpt. */
    language: string;
    forms: FormsByStyle;
  }[];
}

/**
 * @param reading a reading
 * @param site where it is published
 * @param styles in the menu’s order
 * @returns all that it is cited with, as its page loads it
 */
export function readingCiteData(
  reading: Reading,
  site: Site,
  styles: readonly Referencer[],
): ReadingCiteData {
  const citing = citingOf({ reading }, site, styles);
  const cite = citer(citing);
  return {
    styles: cite.styles,
    reading: cite.placed(),
    whole: cite.whole(),
    record: recordOf(
      recordOfReading(reading, addressed(site)),
      toWikipedia(workOf(citing.record), siteName(site.publication)),
    ),
  };
}

/**
 * @param annotation one of a reading’s
 * @param edited the reading
 * @param site where it is published
 * @param styles in the menu’s order
 * @returns all that the annotation’s note and its evidence are cited with
 */
export function noteCiteData(
  annotation: Annotation,
  edited: Edited,
  site: Site,
  styles: readonly Referencer[],
): NoteCiteData {
  const cite = citer(citingOf(edited, site, styles));
  const cited = annotation.evidence.map((piece) => ({ piece, source: site.sources.get(piece.source)! }));
  return {
    styles: cite.styles,
    note: cite.note(annotation).forms(),
    record: recordOf(
      recordOfAnnotation(annotation, edited, addressed(site)),
      toWikipedia(cite.workOfNote(annotation)),
    ),
    evidence: cited.map(({ piece, source }) => ({
      source: shortName(source),
      key: source.key,
      excerpt: piece.excerpt,
      language: piece.lang ?? edited.reading.language,
      forms: cite.evidence(annotation, source),
    })),
  };
}

/** Where the site does not know its own address, whoever copies the record does. */
function addressed(site: Site): Site {
  return URL.canParse(site.root) ? site : { ...site, root: UNKNOWN_ORIGIN + site.root };
}

/** The same record as the files beside the page have. */
function recordOf(item: CslItem, wikipedia: WikipediaTemplate): CitedRecord {
  return {
    key: item.id,
    whose: shortNames(item.author ?? []),
    bibtex: toBibtex(item),
    ris: toRis(item),
    csl: `${JSON.stringify([item], null, 2)}\n`,
    wikipedia,
  };
}
