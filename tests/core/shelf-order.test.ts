import { describe, expect, test } from 'vitest';
import { newestFirst } from '../../src/core/shelf-order.ts';
import { read } from './support/reading.ts';

const { reading } = read('One.');
const issued = (source: string, day: string | undefined) =>
  [source, day === undefined ? {} : { issued: day }] as const;
const SOURCES = new Map([
  issued('old', '2025-01'),
  issued('new', '2025-01-31/2025-02-01'),
  issued('undated', undefined),
]);

/** A reading as `slug day source`. */
function made(line: string) {
  const [slug, date, source] = line.split(' ') as [string, string, string];
  return { ...reading, slug, source, edition: { ...reading.edition, date } };
}

describe('Readings stand', () => {
  test.each([
    ['with the newest edition first', ['a 2026-01-01 new', 'b 2026-03-01 old', 'c 2026-02-01 old'], 'b c a'],
    ['those of one day with the newest text first', ['a 2026-01-01 old', 'b 2026-01-01 new'], 'b a'],
    [
      'with what has no date behind',
      ['a 2026-01-01 undated', 'b 2026-01-01 lost', 'c 2026-01-01 old'],
      'c a b',
    ],
    [
      'those of one text by their names',
      ['b 2026-01-01 old', 'a 2026-01-01 old', 'c 2026-01-01 old'],
      'a b c',
    ],
  ])('%s.', (_, lines, expected) => {
    const readings = lines.map(made);
    for (const those of [readings, readings.toReversed()])
      expect(
        newestFirst(those, SOURCES)
          .map((issue) => issue.reading.slug)
          .join(' '),
      ).toBe(expected);
  });

  test('with the day of the edition, and with that of the text where it is known.', () => {
    const readings = ['a 2026-02-01 new', 'b 2026-01-01 undated'].map(made);
    expect(newestFirst(readings, SOURCES)).toEqual([
      { reading: readings[0], published: '2026-02-01', issued: '2025-01-31/2025-02-01' },
      { reading: readings[1], published: '2026-01-01', issued: undefined },
    ]);
  });
});
