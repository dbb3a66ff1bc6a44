import { stringify } from 'csv-stringify/sync';
import { notePath } from '../address.ts';
import type { Annotation } from '../annotation.ts';
import { contextOf } from '../context.ts';
import { RANGE } from '../figure.ts';
import type { Reading } from '../reading.ts';

/** The table's columns, in order. Programs read them by name: none is renamed, new ones come last. */
export const COLUMNS = [
  'id',
  'passage',
  'words',
  'value',
  'value_to',
  'unit',
  'measures',
  'status',
  'checked',
  'url',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Of the table of all readings, the last: which reading a figure stands in. */
export const READING_COLUMN = 'reading';

/**
 * A reading's figures as a table, by RFC 4180: a first line of names, lines that end in CR LF, a field in quotation
 * marks where it needs them. Nothing is put before a field that begins with `=`, `+`, `-` or `@` to keep a
 * spreadsheet from taking it for a formula: it would no longer be the words of the text.
 *
 * @param reading a reading
 * @param root the site's address and base path, ending in a slash; a path alone where the address is not known
 * @returns a line for each figure, in the order of the text; `passage` is an anchor, `value_to` the end of a range
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function toFiguresCsv(reading: Reading, root: string): string {
  return serialize(toRows(reading, root), COLUMNS);
}

/** @returns the same of all readings, in one table with one more column: the reading's slug */
export function toAllFiguresCsv(readings: readonly Reading[], root: string): string {
  const rows = readings.flatMap((reading) =>
    toRows(reading, root).map((row) => ({ ...row, [READING_COLUMN]: reading.slug })),
  );
  return serialize(rows, [...COLUMNS, READING_COLUMN]);
}

function serialize(rows: readonly object[], columns: readonly string[]): string {
  return stringify(
    [...rows],
    // A lone CR or LF needs quotation marks too.
    { header: true, columns: [...columns], record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

function toRows(reading: Reading, root: string) {
  return reading.annotations
    .filter(({ kind }) => kind === 'figure')
    .map((figure) => toRow(figure, reading, root));
}

function toRow(figure: Annotation, reading: Reading, root: string): Record<Column, string | undefined> {
  const { id, quote, value, unit, measures, status, checked } = figure;
  const { block, sentence } = contextOf(figure, reading);
  const [from, to] = value?.split(RANGE) ?? [];
  return {
    id,
    passage: (sentence ?? block).anchor,
    words: quote,
    value: from,
    value_to: to,
    unit,
    measures,
    status,
    checked,
    url: root + notePath(reading, id),
  };
}
