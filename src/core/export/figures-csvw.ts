import { STATUSES } from '../annotation.ts';
import { EDITORS_LANGUAGE } from '../language.ts';
import { COLUMNS, type Column, READING_COLUMN } from './figures-csv.ts';

/** What a column holds. @see https://www.w3.org/TR/tabular-metadata/#columns */
interface Description {
  titles: string;
  'dc:description': string;
  datatype: string | { base: string; format: string };
  /** Whether every line has a value; an empty field is none. */
  required: boolean;
  lang?: string;
  propertyUrl?: string;
}

const DESCRIBED: Readonly<Record<Column, Description>> = {
  id: {
    titles: 'Annotation',
    'dc:description': 'The permanent id of the annotation of the figure.',
    datatype: { base: 'string', format: '[a-z0-9]+(-[a-z0-9]+)*' },
    required: true,
    propertyUrl: 'dcterms:identifier',
  },
  passage: {
    titles: 'Passage',
    'dc:description': 'The permanent anchor of the sentence or paragraph that the words stand in.',
    datatype: 'string',
    required: true,
  },
  words: {
    titles: 'Words',
    'dc:description': 'The marked words of the text.',
    datatype: 'string',
    required: true,
    propertyUrl: 'schema:text',
  },
  value: {
    titles: 'Value',
    'dc:description': 'The number; of a range, its lower end.',
    datatype: 'decimal',
    required: true,
  },
  value_to: {
    titles: 'Value to',
    'dc:description': 'The upper end of a range.',
    datatype: 'decimal',
    required: false,
  },
  unit: {
    titles: 'Unit',
    'dc:description': 'A currency’s ISO 4217 code, or a word for what is counted.',
    datatype: 'string',
    required: true,
    propertyUrl: 'schema:unitText',
  },
  measures: {
    titles: 'Measures',
    'dc:description': 'What the figure measures, in the editors’ words.',
    datatype: 'string',
    required: false,
    lang: EDITORS_LANGUAGE,
    propertyUrl: 'dcterms:description',
  },
  status: {
    titles: 'Status',
    'dc:description': 'What the evidence for the figure amounts to.',
    datatype: { base: 'string', format: STATUSES.join('|') },
    required: true,
  },
  checked: {
    titles: 'Checked',
    'dc:description': 'The day of the check.',
    datatype: 'date',
    required: true,
  },
  url: {
    titles: 'Address',
    'dc:description': 'Where the annotation is.',
    datatype: 'anyURI',
    required: true,
    propertyUrl: 'schema:url',
  },
};

const READING: Description = {
  titles: 'Reading',
  'dc:description': 'The reading that the figure stands in, as in its address.',
  datatype: { base: 'string', format: '[a-z0-9]+(-[a-z0-9]+)*' },
  required: true,
};

/**
 * Describes the table of a reading's figures, at the place where a program that has the table looks for it: the table's
 * name with `-metadata.json`.
 *
 * @param reading title and language of the reading
 * @returns the description, as JSON
 * @see https://www.w3.org/TR/tabular-metadata/ (the description) @see
 *   https://www.w3.org/TR/tabular-data-model/#standard-file-metadata (its place)
 */
export function describeFigures({ title, language }: { title: string; language: string }): object {
  return describe(`Figures in ${title}`, 'id', 'notes/{id}/', [
    ...COLUMNS.map((name) => ({ name, ...DESCRIBED[name], ...(name === 'words' && { lang: language }) })),
  ]);
}

/** @returns the same for the table of all readings */
export function describeAllFigures(): object {
  return describe('Figures in all readings', [READING_COLUMN, 'id'], '{reading}/notes/{id}/', [
    ...COLUMNS.map((name) => ({ name, ...DESCRIBED[name] })),
    { name: READING_COLUMN, ...READING },
  ]);
}

function describe(title: string, primaryKey: string | string[], aboutUrl: string, columns: object[]): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': EDITORS_LANGUAGE }],
    url: 'figures.csv',
    'dc:title': title,
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tableSchema: { aboutUrl, primaryKey, columns },
  };
}
