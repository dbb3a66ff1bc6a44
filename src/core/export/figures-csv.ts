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
  const figures = reading.annotations.filter(({ kind }) => kind === 'figure');
  return stringify(
    figures.map((figure) => toRow(figure, reading, root)),
    // A lone CR or LF needs quotation marks too.
    { header: true, columns: [...COLUMNS], record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

function toRow(
  figure: Annotation,
  reading: Reading,
  root: string,
): Record<(typeof COLUMNS)[number], string | undefined> {
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
