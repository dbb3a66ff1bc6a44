import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/core/reading.ts';
import { notesOn, sharedSources } from '../../src/core/shared-sources.ts';
import { claim, read, SOURCES } from './support/reading.ts';

/** A reading whose notes each rest on these sources: one note for each list. */
function resting(slug: string, ...notes: string[][]): Reading {
  const paragraphs = notes.map((_, at) => `One ${claim(`note-${at}`, 'thing')}.`);
  const definitions = notes.map((keys, at) => {
    const pieces = keys.map((key) => `    <Evidence source="${key}" bearing="context">More</Evidence>`);
    return `[^note-${at}]: Found.\n\n${pieces.join('\n\n')}`;
  });
  const { reading } = read([...paragraphs, ...definitions].join('\n\n'));
  return { ...reading, slug };
}

/** Each source, with the readings that share it and how many notes each has of it. */
const told = (...readings: Reading[]) =>
  sharedSources(readings, SOURCES.values()).map(
    ({ source, shelves }) =>
      `${source.key}: ${shelves.map(({ reading, uses }) => `${reading.slug} ${uses.length}`).join(', ')}`,
  );

describe('Sources on which several readings rest', () => {
  test('are those alone that notes to more than one use.', () => {
    expect(told(resting('a', ['earlier', 'later']), resting('b', ['later', 'undated']))).toEqual([
      'later: a 1, b 1',
    ]);
    expect(told(resting('a', ['later']))).toEqual([]);
    // The text’s own record is cited by the reading, and by no note.
    expect(told(resting('a', ['post']), resting('b', ['later']))).toEqual([]);
  });

  test('stand by how many readings they have, then by how many notes; the reading with most notes is the first.', () => {
    const readings = [
      resting('a', ['undated', 'earlier'], ['later']),
      resting('b', ['earlier', 'later'], ['later'], ['undated']),
      resting('c', ['undated']),
    ];
    const expected = ['undated: a 1, b 1, c 1', 'later: b 2, a 1', 'earlier: a 1, b 1'];
    expect(told(...readings)).toEqual(expected);
    expect(sharedSources(readings, [...SOURCES.values()].reverse()).map(({ source }) => source.key)).toEqual([
      'undated',
      'later',
      'earlier',
    ]);
    expect(sharedSources(readings, SOURCES.values()).map(notesOn)).toEqual([3, 3, 2]);
  });
});
