import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { isDay } from '../../src/core/date.ts';
import { COLUMNS, toAllFiguresCsv, toFiguresCsv } from '../../src/core/export/figures-csv.ts';
import { describeAllFigures, describeFigures } from '../../src/core/export/figures-csvw.ts';
import { RANGE } from '../../src/core/figure.ts';
import type { Reading } from '../../src/core/reading.ts';

const ROOT = 'https://example.org/repo/';
const contents = ['content', 'tests/fixtures/site/content'].map((folder) => readContent(folder).readings);
const every = contents.flat();

interface Column {
  name: string;
  titles: string;
  datatype: string | { base: string; format: string };
  required: boolean;
  lang?: string;
}
interface Table {
  '@context': [string, { '@language': string }];
  url: string;
  dialect: { header: boolean; delimiter: string };
  tableSchema: { primaryKey: string | string[]; aboutUrl: string; columns: Column[] };
}
const described = (object: object) => JSON.parse(JSON.stringify(object)) as Table;

/** The lexical forms of the datatypes that are used. @see https://www.w3.org/TR/tabular-data-model/#parsing-cells */
const FORMS: Record<string, (value: string, format?: string) => boolean> = {
  string: (value, format) => format === undefined || new RegExp(`^(?:${format})$`).test(value),
  decimal: (value) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value),
  date: isDay,
  anyURI: (value) => URL.canParse(value, ROOT) && !/[\s<>"{}|\\^`]/.test(value),
};

/** What a table has against its description: nothing, where both agree. */
function disagreements(csv: string, { tableSchema: { columns, primaryKey } }: Table): string[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' });
  const [head = []] = parse(csv, { to_line: 1 });
  const faults = head.join() === columns.map(({ name }) => name).join() ? [] : [`columns: ${head.join()}`];
  const keys = rows.map((row) =>
    [primaryKey]
      .flat()
      .map((name) => row[name])
      .join('|'),
  );
  if (new Set(keys).size < keys.length) faults.push('the primary key is not unique');
  for (const row of rows) {
    for (const { name, datatype, required } of columns) {
      const { base, format } =
        typeof datatype === 'string' ? { base: datatype, format: undefined } : datatype;
      const value = row[name];
      // An empty field is null.
      if (value === '' || value === undefined) {
        if (required) faults.push(`${name} is required`);
      } else if (!FORMS[base]!(value, format)) faults.push(`${name}: ${value} is no ${base}`);
    }
  }
  return faults;
}

/** The values of a line, read as the description says. */
const expected = ({ annotations }: Reading) =>
  annotations
    .filter(({ kind }) => kind === 'figure')
    .map(({ id, quote, value = '', unit, measures, status, checked }) => ({
      id,
      words: quote,
      values: value.split(RANGE).map(Number),
      unit,
      measures: measures ?? '',
      status,
      checked,
    }));
const read = (csv: string) =>
  parse(csv, { columns: true, record_delimiter: '\r\n' }).map((row) => {
    const { id, words, value, value_to: to, unit, measures, status, checked } = row as Record<string, string>;
    const values = [value, to].filter(Boolean).map(Number);
    return { id, words, values, unit, measures, status, checked };
  });

describe('The figures', () => {
  test('are there to be read.', () => {
    expect(every.flatMap(expected).length).toBeGreaterThan(5);
  });

  test.each(every.map((reading) => [reading.slug, reading] as const))(
    'of %s read back to the same values, and agree with their description.',
    (_, reading) => {
      const csv = toFiguresCsv(reading, ROOT);
      expect(read(csv)).toEqual(expected(reading));
      expect(disagreements(csv, described(describeFigures(reading)))).toEqual([]);
    },
  );

  test.each(contents)('of all readings do so in one table.', (...readings) => {
    const csv = toAllFiguresCsv(readings, ROOT);
    expect(read(csv)).toEqual(readings.flatMap(expected));
    expect(disagreements(csv, described(describeAllFigures()))).toEqual([]);
    const slugs = parse(csv, { columns: true, record_delimiter: '\r\n' }).map(
      (row) => (row as { reading: string }).reading,
    );
    expect(slugs).toEqual(readings.flatMap((reading) => expected(reading).map(() => reading.slug)));
  });
});

describe('Their description', () => {
  const table = described(describeFigures({ title: 'Test', language: 'cy' }));

  test('has what the vocabulary asks for: the context, the table, and every column of it in order.', () => {
    expect(table['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(table.url).toBe('figures.csv');
    expect(table.dialect).toMatchObject({ header: true, delimiter: ',' });
    expect(table.tableSchema.columns.map(({ name }) => name)).toEqual([...COLUMNS]);
    for (const { titles, datatype } of table.tableSchema.columns) {
      expect(titles).not.toBe('');
      expect(Object.keys(FORMS)).toContain(typeof datatype === 'string' ? datatype : datatype.base);
    }
  });

  test('says in which language the words are, and where each line’s subject is.', () => {
    const { columns, aboutUrl } = table.tableSchema;
    expect(columns.find(({ name }) => name === 'words')!.lang).toBe('cy');
    const about = new URL(aboutUrl.replace('{id}', 'cap'), `${ROOT}test/${table.url}`);
    expect(about.href).toBe(`${ROOT}test/notes/cap/`);
    const all = described(describeAllFigures()).tableSchema.aboutUrl;
    const one = all.replace('{reading}', 'test').replace('{id}', 'cap');
    expect(new URL(one, `${ROOT}figures.csv`).href).toBe(about.href);
  });

  test('says what it is called, in which language, and how it is to be read.', () => {
    expect(table).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      'dc:title': 'Figures in Test',
      dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
      tableSchema: { primaryKey: 'id' },
    });
    const all = described(describeAllFigures());
    expect(all).toMatchObject({
      'dc:title': 'Figures in all readings',
      tableSchema: { primaryKey: ['reading', 'id'] },
    });
    expect(all.tableSchema.columns.map(({ name }) => name)).toEqual([...COLUMNS, 'reading']);
    expect(all.tableSchema.columns.find(({ name }) => name === 'words')).not.toHaveProperty('lang');
  });

  test.each<[string, (csv: string) => string, RegExp]>([
    ['a column that it does not know', (csv) => csv.replace('unit', 'units'), /^columns: /],
    ['words for a number', (csv) => csv.replace(',600000,', ',many,'), /^value: many is no decimal$/],
    ['another status', (csv) => csv.replace('supported', 'proven'), /^status: proven is no string$/],
    [
      'a day that is none',
      (csv) => csv.replace('2026-11-22', '2026-02-30'),
      /^checked: 2026-02-30 is no date$/,
    ],
    ['a line twice', (csv) => csv + csv.slice(csv.indexOf('\r\n') + 2), /primary key/],
  ])('disagrees with %s.', (_, change, fault) => {
    const reading = every.find(({ slug }) => slug === 'peace-deal')!;
    const faults = disagreements(change(toFiguresCsv(reading, ROOT)), described(describeFigures(reading)));
    expect(faults.some((each) => fault.test(each))).toBe(true);
  });
});
