import { describe, expect, test } from 'vitest';
import { toCsl } from '../../src/core/export/csl.ts';
import { copyNearest, outwardLink } from '../../src/core/robust-link.ts';
import { readSource } from '../../src/core/source.ts';
import { TODAY } from './support/reading.ts';

const copy = (date: string) => ({
  address: `https://archive.example.org/${date}/https://example.org/a`,
  date,
});
const URL = 'https://example.org/a';

describe('A link to a source', () => {
  test('tells programs of the dated copy where there is one.', () => {
    expect(outwardLink({ URL, copies: [copy('2025-11-22')] })).toEqual({
      href: URL,
      rel: 'external noreferrer',
      referrerpolicy: 'no-referrer',
      'data-originalurl': URL,
      'data-versionurl': 'https://archive.example.org/2025-11-22/https://example.org/a',
      'data-versiondate': '2025-11-22',
    });
  });

  test('is a link like any other where there is none.', () => {
    expect(Object.keys(outwardLink({ URL }))).toEqual(['href', 'rel', 'referrerpolicy']);
  });

  test.each([
    ['2025-11-25', '2025-11-22'],
    ['2025-01-01', '2024-12-31'],
    ['2026-11-22', '2026-11-20'],
    // As near on either side: what stood there before it was read.
    ['2025-11-27', '2025-11-22'],
    [undefined, '2026-11-20'],
  ])('of a page that was read on %s has the copy of %s.', (accessed, date) => {
    const copies = ['2026-11-20', '2025-11-22', '2024-12-31', '2025-12-02'].map(copy);
    expect(copyNearest({ copies, ...(accessed !== undefined && { accessed }) })?.date).toBe(date);
  });
});

describe('The copies of a record', () => {
  const faults = (copies: string, original = `URL: ${URL}\n`) =>
    readSource(
      { path: 'a.yaml', key: 'a', yaml: `type: webpage\ntitle: A page\n${original}copies:\n${copies}` },
      TODAY,
    ).problems.map(({ id, message }) => `${id}: ${message}`);
  const line = (address: string, date = '"2026-11-01"') => `  - { address: "${address}", date: ${date} }\n`;

  test('each have an address and a day.', () => {
    expect(faults(line('https://archive.example.org/1') + line('https://archive.example.org/2'))).toEqual([]);
  });

  test.each<[string, string[], string]>([
    [
      'no web address',
      faults(line('javascript:alert(1)')),
      'invalid-source-record: `copies.address` should be an address',
    ],
    [
      'no date',
      faults('  - { address: "https://archive.example.org/1" }\n'),
      'invalid-source-record: `copies.date` is missing',
    ],
    [
      'no day',
      faults(line('https://archive.example.org/1', '"2026-11"')),
      'invalid-source-record: `copies.date` should be a day',
    ],
    [
      'a day to come',
      faults(line('https://archive.example.org/1', '"2027-01-01"')),
      'date-in-future: A copy',
    ],
    ['nothing', faults('  []\n'), 'invalid-source-record: `copies`'],
    [
      'the page’s own address',
      faults(line(URL)),
      'invalid-source-record: `copies.address` should be the address of a copy',
    ],
    [
      'an address twice',
      faults(line('https://archive.example.org/1').repeat(2)),
      'invalid-source-record: `copies.address` should be an address that is not given before',
    ],
    [
      'no page that they are of',
      faults(line('https://archive.example.org/1'), ''),
      'invalid-source-record: `copies` should be left out',
    ],
  ])('cannot have %s.', (_, found, said) => {
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  test('are none of CSL’s fields.', () => {
    const source = { key: 'a', type: 'webpage', URL, consulted: true, copies: [copy('2025-11-22')] } as const;
    expect(toCsl({ ...source, copies: [...source.copies] })).not.toHaveProperty('copies');
  });
});
