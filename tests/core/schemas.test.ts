import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type SchemaName, SCHEMAS, serializeSchema } from '../../src/core/export/schemas.ts';
import { LEDGER_FORMAT } from '../../src/core/ledger-file.ts';
import { cutFrontMatter } from '../../src/core/front-matter.ts';
import { isBlank } from '../../src/core/yaml-document.ts';

const NAMES = Object.keys(SCHEMAS) as SchemaName[];
const stored = (name: SchemaName) => readFileSync(`public/schemas/${name}.json`, 'utf8');

/** The schemas as another program reads them. */
const ACCEPTS = Object.fromEntries(
  NAMES.map((name) => [
    name,
    new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(stored(name)) as object),
  ]),
) as Record<SchemaName, ValidateFunction>;

/** Which files each is for, and what a file says. */
const FILES: Record<SchemaName, string> = {
  anchors: 'readings/*/anchors.json',
  corrections: 'readings/*/corrections.yaml',
  reading: 'readings/*/index.mdx',
  site: 'site.yaml',
  source: 'sources/*.yaml',
  timeline: 'readings/*/timeline.yaml',
};
const ROOTS = ['content', 'tests/fixtures/site/content'];

/** One ledger of the fixtures is of format 1, which is read, and no longer written. */
function isPresentForm(file: string): boolean {
  return !file.endsWith('anchors.json') || (read(file) as { format: number }).format === LEDGER_FORMAT;
}

function read(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  return parse(file.endsWith('.mdx') ? cutFrontMatter(text).yaml! : text);
}

describe.each(NAMES)('The schema %s', (name) => {
  test('stands in public/schemas/ as `npm run schemas` writes it.', () => {
    expect(stored(name)).toBe(serializeSchema(name));
  });

  test('describes what every field means, names of persons apart.', () => {
    const { properties, items } = JSON.parse(stored(name)) as {
      properties?: Record<string, { description?: string }>;
      items?: { properties: Record<string, { description?: string }> };
    };
    const fields = Object.entries(properties ?? items!.properties);
    const silent = fields.filter(([, { description }]) => description === undefined).map(([field]) => field);
    expect(silent.filter((field) => !['ISBN', 'format', 'editions'].includes(field))).toEqual([]);
  });

  test('accepts every file of its kind, here and in the fixtures.', () => {
    const files = ROOTS.flatMap((root) => globSync(path.join(root, FILES[name]))).filter(isPresentForm);
    expect(files.length).toBeGreaterThan(0);
    const accepts = ACCEPTS[name];
    for (const file of files) {
      const isSaid = !isBlank(readFileSync(file, 'utf8'));
      if (isSaid) accepts(read(file));
      expect(isSaid ? accepts.errors : null, file).toBeNull();
    }
  });
});

const NAME = { family: 'Writer', given: 'A.' };
const READING = { title: 'T', author: [NAME], language: 'en', source: 'post' };
const EVENT = { date: '2025-11-24', event: 'E.', sources: ['a'], annotations: [] };
const CORRECTION = { date: '2025-11-24', annotation: 'a', was: 'x', is: 'y', why: 'z' };

test.each<[name: SchemaName, right: unknown, wrong: Record<string, unknown>]>([
  [
    'reading',
    READING,
    {
      'no title': { ...READING, title: undefined },
      'an unknown field': { ...READING, titel: 'T' },
      'a name that is text': { ...READING, author: ['A. Writer'] },
      'an unknown genre': { ...READING, genre: 'poem' },
      'a language that is none': { ...READING, language: 'British English' },
      'a date in words': { ...READING, written: 'May 2025' },
    },
  ],
  [
    'source',
    { type: 'book', consulted: false, issued: '2025-11/2025-12~', URL: 'https://example.org/' },
    {
      'no type': { title: 'T' },
      'an unknown type': { type: 'blog' },
      'an address that is none': { type: 'book', URL: 'example.org' },
      'a day that is none': { type: 'book', accessed: '2025-11' },
      'an unknown extent': { type: 'book', read: 'half' },
      'a capture without words': { type: 'book', seen: [{ on: '2025-11-24', copy: 'page', passages: [] }] },
    },
  ],
  [
    'timeline',
    [EVENT],
    {
      'an event without a source': [{ ...EVENT, sources: [] }],
      'a label that is too long': [{ ...EVENT, brief: 'x'.repeat(47) }],
      'one event alone': EVENT,
    },
  ],
  [
    'corrections',
    [CORRECTION],
    { 'no reason': [{ ...CORRECTION, why: undefined }], 'an inexact day': [{ ...CORRECTION, date: '2025' }] },
  ],
  [
    'site',
    { publisher: 'P', report: 'mailto:errors@example.org' },
    {
      'an address to report to without {id}': { report: 'https://example.org/' },
      'an unknown field': { email: 'x' },
    },
  ],
])('The schema %s accepts what is right, and nothing that is wrong.', (name, right, wrong) => {
  // As a file has it: without what is undefined.
  const judge = (value: unknown) => ACCEPTS[name](JSON.parse(JSON.stringify(value)));
  expect(judge(right)).toBe(true);
  for (const [what, value] of Object.entries(wrong)) expect(judge(value), what).toBe(false);
});

test('Every file of content names its schema, where its form has a place for that.', () => {
  for (const name of NAMES.filter((each) => each !== 'anchors')) {
    for (const file of globSync(path.join('content', FILES[name]))) {
      const lines = readFileSync(file, 'utf8').split('\n');
      const schema = /^# yaml-language-server: \$schema=(.+)$/.exec(lines[name === 'reading' ? 1 : 0]!)?.[1];
      expect(schema && path.join(path.dirname(file), schema), file).toBe(`public/schemas/${name}.json`);
    }
  }
});
