import { describe, expect, test } from 'vitest';
import { type Figure, type Figures, type Measure, MEASURES, mediansOf } from '../../src/bench/figures.ts';
import { median, percentile } from '../../src/bench/statistics.ts';
import { tableOf } from '../../src/bench/table.ts';

/** The same figure for every measure. */
const all = (figure: Figure) =>
  Object.fromEntries(Object.keys(MEASURES).map((measure) => [measure, figure])) as Figures;

describe('Statistics', () => {
  test('take the one in the middle, and of two the lesser.', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 2])).toBe(2);
    expect(median([7])).toBe(7);
  });

  test('take the least that a share does not exceed.', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([3], 0.95)).toBe(3);
  });

  test('take the medians of figure and floor each by itself.', () => {
    const rounds = [
      { value: 10, floor: 3 },
      { value: 30, floor: 1 },
      { value: 20, floor: 2 },
    ];
    const { second } = mediansOf(rounds.map((second): Figures<'second'> => ({ second })));
    expect(second).toEqual({ value: 20, floor: 2 });
  });
});

describe('The table', () => {
  const table = (figure: Figure) =>
    tableOf({ subject: 'Two readings', documents: 1234, engines: new Map([['Postil', all(figure)]]) });
  const rowOf = (figure: Figure, measure: Measure) =>
    table(figure)
      .split('\n')
      .find((row) => row.startsWith(`${MEASURES[measure].name}  `))!
      .replace(/ {2,}/g, ' | ');

  test('gives the ratio first, and the figure in brackets.', () => {
    expect(rowOf({ value: 4500, floor: 2000 }, 'second')).toBe('second question | 2.0 kB | 2.25 (4.5 kB)');
    expect(rowOf({ value: 42_000_000, floor: 1e6 }, 'size')).toBe('index on disk | 1.00 MB | 42 (42.00 MB)');
    expect(rowOf({ value: 0, floor: 1 }, 'requests')).toBe('requests to the first result | 1 | 0.00 (0)');
    expect(rowOf({ value: 12_345, floor: 10 }, 'buildTime')).toBe('index made in | 10.0 ms | 1235 (12.3 s)');
  });

  test('is aligned: every row ends where the others end.', () => {
    const [, , ...rows] = table({ value: 4500, floor: 2000 }).split('\n');
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});
