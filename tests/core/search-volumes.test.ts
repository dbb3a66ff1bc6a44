import { describe, expect, test } from 'vitest';
import { volumesOf } from '../../src/core/search-meta.ts';

describe('The volumes of an index', () => {
  test.each([0, 1, 30_000])('are one where it has %i records, in no folder of its own.', (count) => {
    expect(volumesOf(count)).toEqual([{ folder: '', from: 0, to: count }]);
  });

  test('have 30,000 records each, and the last what is left.', () => {
    expect(volumesOf(60_001)).toEqual([
      { folder: '', from: 0, to: 30_000 },
      { folder: '1/', from: 30_000, to: 60_000 },
      { folder: '2/', from: 60_000, to: 60_001 },
    ]);
  });
});
