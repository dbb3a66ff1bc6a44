import type { Annotation } from '../annotation.ts';
import { citedSources } from '../site.ts';
import type { Source } from '../source.ts';
import { toBibtex } from './bibtex.ts';
import { type CslItem, toCsl } from './csl.ts';
import { toAllFiguresCsv, toFiguresCsv } from './figures-csv.ts';
import { describeAllFigures, describeFigures } from './figures-csvw.ts';
import { toMarkdown } from './markdown.ts';
import { recordOfAnnotation, recordOfReading } from './record.ts';
import { toRis } from './ris.ts';
import type { Edited, Site } from './subject.ts';
import { toAnnotationCollection, toAnnotationDocument, writeSiteCollection } from './web-annotation.ts';

/*
 * Every form in which something is published as data: the one ordered table behind endpoints, headers, menus,
 * `<link rel="alternate">` and tests. There is one list for each subject: readings, annotations, sources, the site.
 */

/** A reading with its ledger's file as it is committed. */
export interface WithLedger extends Edited {
  files: { ledger: string };
}

/** The same with the file of the text and its notes. */
export interface EditedFiles extends WithLedger {
  files: { ledger: string; mdx: string };
}

/** An annotation, and the reading it belongs to. */
export interface Annotated extends Edited {
  annotation: Annotation;
}

/** What a subject's data are to the page: another form of it, further data, or a description of data. */
type Role = 'alternate' | 'data' | 'description';

/** A form in which a subject's data is published. */
export interface Format<Subject, Text = string> {
  /** What stands behind the subject's address in that of the file: a whole name, or of a single thing an ending. */
  file: string;
  /** Media type. */
  type: string;
  /** What is in it, and how: “Sources”, “BibTeX”. */
  what: string;
  form: string;
  role: Role;
  /** @returns the file's text, for UTF-8 */
  serialize: (subject: Subject, site: Site) => Text;
}

/** A text, or its pieces, where it may be too long for a string. */
export type LongText = string | Iterable<string>;

/** What a page says of a format. */
export type Listed = Omit<Format<never>, 'serialize'>;

/*
 * Media types. JSON-LD: W3C Web Annotation Protocol, §3.1. CSL-JSON, BibTeX and RIS: no registration is known; these are
 * what the DOI agencies give and take (https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/).
 * CSV: RFC 4180 and 7111; its description: registered by W3C's Metadata Vocabulary for Tabular Data. Markdown: RFC 7763
 * and, for the variant, RFC 7764.
 */
const JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const CSL_JSON = 'application/vnd.citationstyles.csl+json';
const BIBTEX = 'application/x-bibtex; charset=utf-8';
const RIS = 'application/x-research-info-systems; charset=utf-8';
const CSV = 'text/csv; charset=utf-8; header=present';
const CSVW = 'application/csvm+json';
const MARKDOWN = 'text/markdown; charset=utf-8; variant=GFM';
const PLAIN = 'text/plain; charset=utf-8';

/** Records in the three forms that reference managers take: one behind the other, in the order in which they are cited. */
function bibliography<Subject>(
  name: string,
  what: string,
  recordsOf: (subject: Subject, site: Site) => CslItem[],
): Format<Subject>[] {
  const format = (
    ending: string,
    type: string,
    form: string,
    write: (records: CslItem[]) => string,
  ): Format<Subject> => ({
    file: name + ending,
    type,
    what,
    form,
    role: 'alternate',
    serialize: (subject, site) => write(recordsOf(subject, site)),
  });
  return [
    format('.json', CSL_JSON, 'CSL-JSON', json),
    format('.bib', BIBTEX, 'BibTeX', (records) => records.map(toBibtex).join('\n')),
    format('.ris', RIS, 'RIS', (records) => records.map(toRis).join('')),
  ];
}

/** The text as offsets and hashes are of it. */
export const TEXT: Format<Edited> = {
  file: 'text.txt',
  type: PLAIN,
  what: 'Text',
  form: 'canonical',
  role: 'alternate',
  serialize: ({ reading }) => reading.text,
};

/** The ledger, which is published as it is committed. */
export const LEDGER: Format<WithLedger> = {
  file: 'anchors.json',
  type: 'application/json',
  what: 'Ledger of anchors',
  form: 'JSON',
  role: 'data',
  serialize: ({ files }) => files.ledger,
};

/** The figures alone. */
export const FIGURES: Format<Edited> = {
  file: 'figures.csv',
  type: CSV,
  what: 'Figures',
  form: 'CSV',
  role: 'alternate',
  serialize: ({ reading }, { root }) => toFiguresCsv(reading, root),
};

/** The record of a reading: the one for all that is cited of it. */
export const CITATION: readonly Format<Edited>[] = bibliography(
  'citation',
  'Reference of this reading',
  ({ reading }, site) => [recordOfReading(reading, site)],
);

export const OF_READING: readonly Format<EditedFiles>[] = [
  {
    file: 'annotations.jsonld',
    type: JSON_LD,
    what: 'Annotations',
    form: 'W3C Web Annotation',
    role: 'alternate',
    serialize: (edited, site) => json(toAnnotationCollection(edited, site)),
  },
  ...CITATION,
  ...bibliography<Edited>('references', 'Sources', ({ reading }, { sources }) =>
    citedSources(reading).map((key) => toCsl(sources.get(key)!)),
  ),
  FIGURES,
  {
    file: 'figures.csv-metadata.json',
    type: CSVW,
    what: 'Figures',
    form: 'CSV on the Web',
    role: 'description',
    serialize: ({ reading }) => json(describeFigures(reading)),
  },
  TEXT,
  {
    file: 'text.md',
    type: MARKDOWN,
    what: 'Text',
    form: 'Markdown',
    role: 'alternate',
    serialize: ({ reading, files }) => toMarkdown(files.mdx, reading),
  },
  LEDGER,
];

export const OF_ANNOTATION: readonly Format<Annotated>[] = [
  {
    file: '.jsonld',
    type: JSON_LD,
    what: 'This note',
    form: 'W3C Web Annotation',
    role: 'alternate',
    serialize: ({ annotation, ...edited }, site) => json(toAnnotationDocument(annotation, edited, site)),
  },
  ...bibliography<Annotated>('', 'Reference of this note', ({ annotation, ...edited }, site) => [
    recordOfAnnotation(annotation, edited, site),
  ]),
];

export const OF_SOURCE: readonly Format<Source>[] = bibliography('', 'Reference of this source', (source) => [
  toCsl(source),
]);

export const OF_SITE: readonly Format<readonly Edited[], LongText>[] = [
  {
    file: 'annotations.jsonld',
    type: JSON_LD,
    what: 'Annotations to all readings',
    form: 'W3C Web Annotation',
    role: 'alternate',
    serialize: function* (all, site) {
      yield* writeSiteCollection(all, site);
      yield '\n';
    },
  },
  ...bibliography<readonly Edited[]>('references', 'All sources', (_, { sources }) =>
    [...sources.values()].map(toCsl),
  ),
  {
    ...FIGURES,
    what: 'Figures in all readings',
    serialize: (all, { root }) =>
      toAllFiguresCsv(
        all.map(({ reading }) => reading),
        root,
      ),
  },
  {
    file: 'figures.csv-metadata.json',
    type: CSVW,
    what: 'Figures in all readings',
    form: 'CSV on the Web',
    role: 'description',
    serialize: () => json(describeAllFigures()),
  },
];

/** What is kept of every edition. */
export const OF_EDITION: readonly Format<WithLedger>[] = [LEDGER, TEXT];

/**
 * Where the files of each subject are: `:name` stands for one segment of the address, or its beginning. The routes are
 * made of it, and the hosts' headers.
 */
export const ADDRESSES: Readonly<
  Record<'reading' | 'edition' | 'annotation' | 'source' | 'site', { at: string; formats: readonly Listed[] }>
> = {
  reading: { at: '/:reading/', formats: OF_READING },
  edition: { at: '/:reading/editions/:edition/', formats: OF_EDITION },
  annotation: { at: '/:reading/notes/:note', formats: OF_ANNOTATION },
  source: { at: '/sources/:source', formats: OF_SOURCE },
  site: { at: '/', formats: OF_SITE },
};

/**
 * @param formats of a subject
 * @param route pattern of a route
 * @returns the format that the route is for
 * @throws when it is for none of them
 */
export function formatAt<Subject, Text>(
  formats: readonly Format<Subject, Text>[],
  route: string,
): Format<Subject, Text> {
  const format = formats.find(({ file }) => route.endsWith(file));
  if (!format) throw new Error(`No format is published at ${route}.`);
  return format;
}

/** @returns what a format is called where it stands alone */
export function nameOf({ what, form }: Pick<Listed, 'what' | 'form'>): string {
  return `${what}, ${form}`;
}

/** A form of a page, for `<link rel="alternate">`. */
export interface Alternate {
  /** Address within the site, without its base path. */
  href: string;
  type: string;
  title: string;
}

/**
 * @param formats of a subject
 * @param address of the subject, without the base path, to which the formats' files are added
 * @returns those that are other forms of it
 */
export function alternatesOf(formats: readonly Listed[], address: string): Alternate[] {
  return formats
    .filter(({ role }) => role === 'alternate')
    .map((format) => ({ href: address + format.file, type: format.type, title: nameOf(format) }));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
