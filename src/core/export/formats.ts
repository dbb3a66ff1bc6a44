import type { Reading } from '../reading.ts';
import { citedSources } from '../site.ts';
import type { Source } from '../source.ts';
import { toCsl } from './csl.ts';
import { toFiguresCsv } from './figures-csv.ts';
import { toAnnotationCollection } from './web-annotation.ts';

/** A form in which a reading's data is published. */
export interface Format {
  /** File name under the reading's address. */
  file: string;
  /** Media type. */
  type: string;
  label: string;
  /** @returns the file's text, for UTF-8 */
  serialize: (reading: Reading, sources: ReadonlyMap<string, Source>, root: string) => string;
}

/** Every note with its place in the text. */
export const ANNOTATIONS: Format = {
  file: 'annotations.jsonld',
  type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  label: 'Annotations, W3C Web Annotation',
  serialize: (reading, sources, root) => json(toAnnotationCollection(reading, sources, root)),
};

/** Every source. */
export const REFERENCES: Format = {
  file: 'references.json',
  type: 'application/vnd.citationstyles.csl+json',
  label: 'Sources, CSL-JSON',
  serialize: (reading, sources) => json(citedSources(reading).map((key) => toCsl(sources.get(key)!))),
};

/** The figures alone. */
export const FIGURES: Format = {
  file: 'figures.csv',
  type: 'text/csv; charset=utf-8; header=present',
  label: 'Figures, CSV',
  serialize: (reading, _sources, root) => toFiguresCsv(reading, root),
};

/** The text as offsets and hashes are of it. */
export const TEXT: Format = {
  file: 'text.txt',
  type: 'text/plain; charset=utf-8',
  label: 'Text, canonical',
  serialize: (reading) => reading.text,
};

/** The one table behind endpoints, menus and `<link rel="alternate">`. */
export const FORMATS: readonly Format[] = [ANNOTATIONS, REFERENCES, FIGURES, TEXT];

/** The ledger, which is published as it is committed. */
export const LEDGER = { file: 'anchors.json', type: 'application/json', label: 'Ledger of anchors' };

/** Every file of data that a reading has. */
export const DATA: readonly Pick<Format, 'file' | 'type' | 'label'>[] = [...FORMATS, LEDGER];

/** What is kept of every edition. */
export const OF_EDITION = [LEDGER, TEXT] as const;

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
