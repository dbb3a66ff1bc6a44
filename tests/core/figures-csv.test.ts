import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { COLUMNS, toFiguresCsv } from '../../src/core/export/figures-csv.ts';
import { claim, read, TODAY } from './support/reading.ts';

const figure = (id: string, words: string, attributes: string) =>
  `<Figure id="${id}" status="unchecked" checked="${TODAY}" ${attributes}>${words}</Figure>`;
const notes = (...ids: string[]) => ids.map((id) => `\n\n[^${id}]: Found.`).join('');

const { reading } = read(
  `${claim('other', 'Not a figure')}, but ${figure('cap', 'a “cap”, of 600,000 persons', `value="600000" unit="persons" measures='The "cap", proposed'`)}.\n\n` +
    `${figure('hours', '=8–16 hours. Or', 'value="8–16" unit="hours" measures="Cuts,\na day"')} more.` +
    notes('other', 'cap', 'hours'),
);
const csv = toFiguresCsv(reading, 'https://example.org/repo/');
const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' });

describe('The figures of a reading as CSV', () => {
  test('have a line each, in the order of the text, under the names of the columns.', () => {
    expect(csv.split('\r\n')[0]).toBe(COLUMNS.join(','));
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(rows.map(({ id }) => id)).toEqual(['cap', 'hours']);
  });

  test('say what stands where, as a number, of what, and how it stands.', () => {
    expect(rows[0]).toEqual({
      id: 'cap',
      passage: 'p1s1',
      words: 'a “cap”, of 600,000 persons',
      value: '600000',
      value_to: '',
      unit: 'persons',
      measures: 'The "cap", proposed',
      status: 'unchecked',
      checked: TODAY,
      url: 'https://example.org/repo/test/notes/cap/',
    });
  });

  test('have both ends of a range, and the paragraph of words in two sentences.', () => {
    expect(rows[1]).toMatchObject({ value: '8', value_to: '16', passage: 'p2' });
  });

  test('keep what a spreadsheet might take for a formula, and line feeds, as they are.', () => {
    expect(rows[1]).toMatchObject({ words: '=8–16 hours. Or', measures: 'Cuts,\na day' });
    expect(csv).toContain(',"Cuts,\na day",');
  });

  test('put a lone line feed in quotation marks too.', () => {
    const { reading: broken } = read(
      figure('a', '8 hours', 'value="8" unit="hours" measures="Cuts\na day"') + notes('a'),
    );
    expect(toFiguresCsv(broken, '/')).toContain(',"Cuts\na day",');
  });

  test('carry a path alone where the site’s address is not known.', () => {
    expect(toFiguresCsv(reading, '/repo/')).toContain(',/repo/test/notes/cap/\r\n');
  });

  test('are a table without lines where there are none.', () => {
    expect(toFiguresCsv(read('No figures.').reading, '/')).toBe(`${COLUMNS.join(',')}\r\n`);
  });
});
