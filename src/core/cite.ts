import type { Annotation } from './annotation.ts';
import { noteLink, passageLink } from './address.ts';
import type { Ledger } from './ledger.ts';
import { placeOf } from './locator.ts';
import type { Block, Sentence } from './passage.ts';
import type { Edited, Site } from './export/subject.ts';
import { dateOfNote, recordedOf } from './metadata/last-change.ts';
import type { Publication } from './publication.ts';
import { quotedIn } from './quoted-in.ts';
import { inQuotes } from './quotation-marks.ts';
import type { Reading } from './reading.ts';
import type { Referencer } from './reference.ts';
import type { ReferenceForms } from './reference-template.ts';
import { editorsOf, siteName } from './site-name.ts';
import { shortNames } from './short-names.ts';
import type { Source } from './source.ts';
import { type Manner, type Work, workOf } from './work.ts';

/** A passage or note as it is cited: where it is, and its link. */
export interface Citation {
  /** “¶8, sentence 2”, for the eye. */
  place: string;
  link: string;
}

/** Forms of one work, by the style’s id. */
export type FormsByStyle = Record<string, ReferenceForms>;

/**
 * The day of access: a place left open for it, or, in a page that nobody’s day can be put into, nothing said of it. The
 * latter is citeproc’s own reference to a work whose day of access is not known.
 */
export type AccessDay = 'open' | 'unsaid';

/** How a source is referred to that stands in a note. */
export const IN_NOTE: Manner = { isAlone: true };

/** All that a reading is cited with. */
export interface Citing {
  reading: Reading;
  /** The text’s own record. */
  record: Source;
  /** The site’s address and base path, ending in a slash; a path alone where the address is not known. */
  root: string;
  publication: Publication;
  /** In the menu’s order. */
  styles: readonly Referencer[];
  /** The reading’s, which knows since when its notes say what they say. */
  ledger?: Ledger | undefined;
}

/**
 * @param edited a reading, and its ledger where its notes are cited
 * @param site where it is published
 * @param styles in the menu’s order
 * @throws when the reading has no record
 */
export function citingOf({ reading, ledger }: Edited, site: Site, styles: readonly Referencer[]): Citing {
  const { root, sources, publication } = site;
  const record = sources.get(reading.source);
  if (!record) throw new Error(`The reading \`${reading.slug}\` has no record \`${reading.source}\`.`);
  return { reading, record, root, publication, styles, ledger };
}

/**
 * Cites a reading’s passages, notes and evidence. There is one record for each reading and never one for each sentence:
 * a passage adds its place and its link.
 *
 * @param citing a reading, and what it is cited with
 */
export function citer({ reading, record, root, publication, styles, ledger }: Citing) {
  const work = workOf(record);
  const edition = `annotated edition ${reading.edition.edition}`;
  const house = siteName(publication);
  const atHouse = `${edition}, ${house}`;
  let last: { annotation: Annotation; day: AccessDay; forms: FormsByStyle } | undefined;

  return {
    styles: styles.map(({ forms }) => forms),
    /** The text as annotated here, with places left open for link and day of access. */
    whole: (day?: AccessDay) => byStyle((style) => style.refer(work, open({ edition: atHouse }, day))),
    /** A passage of it: with a place left open for where in the text, too. */
    placed: (day?: AccessDay) =>
      byStyle((style) => style.refer(work, open({ edition: atHouse, isPlaced: true }, day))),
    passage: (block: Block, sentence?: Sentence): Citation => ({
      place: placeOf(block, sentence),
      link: root + passageLink(reading, sentence ?? block),
    }),
    note: (annotation: Annotation): Citation & { forms: (day?: AccessDay) => FormsByStyle } => ({
      place: `note on ${inQuotes(annotation.quote)}`,
      link: root + noteLink(reading, annotation),
      forms: (day) => formsOfNote(annotation, day),
    }),
    /** The record of a note, as what is exported is made of it. */
    workOfNote: (annotation: Annotation) => workOfNote(annotation),
    /** A source as it stands in a note. */
    evidence(annotation: Annotation, source: Source, day?: AccessDay): FormsByStyle {
      const cited = workOf(source);
      const note = formsOfNote(annotation, day);
      return byStyle((style) => quotedIn(style.forms, style.refer(cited, IN_NOTE), note[style.forms.id]!));
    },
  };

  /** Each piece of evidence is cited as it stands in the note: what was made last is kept. */
  function formsOfNote(annotation: Annotation, day: AccessDay = 'open'): FormsByStyle {
    if (last?.annotation === annotation && last.day === day) return last.forms;
    const forms = byStyle((style) => style.refer(workOfNote(annotation, style), open({}, day)));
    last = { annotation, day, forms };
    return forms;
  }

  function byStyle(refer: (style: Referencer) => ReferenceForms): FormsByStyle {
    return Object.fromEntries(styles.map((style) => [style.forms.id, refer(style)]));
  }

  function open(manner: Manner = {}, day: AccessDay = 'open'): Manner {
    return { ...manner, isLinked: true, ...(day === 'open' && { isAccessed: true }) };
  }

  /** A note is the editors’ own: its title is its finding. */
  function workOfNote(annotation: Annotation, style?: Referencer): Work {
    const { id, finding, quote } = annotation;
    const editors = editorsOf(publication);
    const quoted = style?.quote ?? inQuotes;
    const title = work.isSupplied ? reading.title : quoted(reading.title);
    const within = [
      `note on ${quoted(quote)} in ${[shortNames(record.author ?? []), title].filter(Boolean).join(', ')}`,
      edition,
    ];
    return {
      item: {
        id,
        type: 'post-weblog',
        title: finding.replace(/\.$/, ''),
        author: [{ literal: editors }],
        // citeproc gives the titles of works in English the capitals of titles; a sentence keeps its own.
        language: 'en-GB',
      },
      issued: dateOfNote(annotation, reading, recordedOf(annotation, ledger)),
      isSentence: true,
      within: [...within, ...(editors === house ? [] : [house])].join(', '),
    };
  }
}
