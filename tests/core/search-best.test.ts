import { describe, expect, test } from 'vitest';
import { type SearchIndex, searchIndexes } from '../../src/core/search-index.ts';
import { fileOfBest } from '../../src/core/search-reach.ts';
import { stemOf } from '../../src/core/search-stem.ts';
import { claim, read, SOURCES } from './support/reading.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** An index of a reading with so many paragraphs, the first of which has a mark. */
function indexOf(count: number, first: string): SearchIndex {
  const others = Array.from({ length: count }, (_, at) => `The ${NUMBERS[at % 10]}th case was number${at}.`);
  const note = '[^cold]: Thermometers say otherwise.';
  const { reading, problems } = read([first, ...others, note].join('\n\n'), { language: 'en' });
  expect(problems).toEqual([]);
  return searchIndexes([reading], SOURCES)[0]!;
}

/** What is shown of the best hits of a word, in the file in which it would stand. */
function bestOf({ best, packs }: SearchIndex, word: string) {
  return best[fileOfBest(packs[0]!.directory!.beginnings, stemOf(word, 'en'))]!;
}

describe('What answers words best', () => {
  const mark = `Snow fell in the valley, and it was ${claim('cold', 'bitterly cold')}.`;
  const large = indexOf(250, mark);
  const shown = (word: string) =>
    bestOf(large, word).records.map((record) => ('text' in record ? record.text : record.finding));

  test.each(['snow', 'valley', 'number17', 'number249'])('is in one file with what follows %s', (word) => {
    expect(shown(word).some((text) => text.toLowerCase().includes(word))).toBe(true);
  });

  test('is a passage rather than a note, and a note where no passage has the word.', () => {
    expect(shown('cold')).toContain('Snow fell in the valley, and it was bitterly cold.');
    expect(shown('thermometer')).toContain('Thermometers say otherwise.');
  });

  test('is told by the beginning of each file, and is a small part of all.', () => {
    const { beginnings } = large.packs[0]!.directory!;
    expect(large.best).toHaveLength(beginnings.length);
    expect(beginnings).toEqual(beginnings.toSorted());
    for (const { records } of large.best) expect(records.length).toBeLessThanOrEqual(64);
  });

  test('says of which reading it is.', () => {
    for (const { readings, records } of large.best)
      expect(readings).toMatchObject([{ slug: 'test', from: records[0]!.ordinal }]);
  });

  test('is in no file of its own where all is in one pack.', () => {
    const small = indexOf(10, mark);
    expect([small.best, small.packs[0]!.directory!.beginnings]).toEqual([[], []]);
  });
});

test('The file of a word before all others is the first.', () => {
  expect(fileOfBest(['b', 'm'], 'a')).toBe(0);
  expect(fileOfBest(['b', 'm'], 'm')).toBe(1);
  expect(fileOfBest(['b', 'm'], 'zebra')).toBe(1);
});
