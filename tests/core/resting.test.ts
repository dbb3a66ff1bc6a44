import { expect, test } from 'vitest';
import type { Reading } from '../../src/core/reading.ts';
import { restingOn } from '../../src/core/resting.ts';

/** A reading whose record is its own, with a note that has evidence from each of some sources. */
function readingOn(source: string, ...keys: string[]): Reading {
  const evidence = keys.map((key) => ({ source: key }));
  return { source, annotations: [{ evidence, since: [] }], events: [] } as unknown as Reading;
}

test('Readings that rest on a source come in their own order, each once, and none for a source that nobody cites.', () => {
  const one = readingOn('one-text', 'shared', 'shared', 'own');
  const other = readingOn('other-text', 'shared');
  const readings = [one, other];
  expect(restingOn(readings, 'shared')).toEqual([one, other]);
  expect(restingOn(readings, 'own')).toEqual([one]);
  expect(restingOn(readings, 'other-text')).toEqual([other]);
  expect(restingOn(readings, 'unknown')).toEqual([]);
});
