import { describe, expect, test } from 'vitest';
import { nearWords } from '../../src/core/near-words.ts';

const WORDS: [string, number][] = [
  ['the', 900],
  ['get', 30],
  ['end', 20],
  ['Geneva', 21],
  ['Zelensky', 80],
  ['Kyslytsya', 5],
  ['Witkoff', 9],
  ['Belgium', 12],
  ['Kyiv', 60],
  ['Київ', 3],
  ['negotiations', 7],
  ['plan', 50],
  ['plane', 2],
  ['plans', 9],
  ['plant', 9],
];

describe('A word that nothing has was meant for', () => {
  test.each<[what: string, word: string, near: string[]]>([
    ['one of which two letters changed places', 'Zelenksy', ['Zelensky']],
    ['one with a letter too many', 'Withkoff', ['Witkoff']],
    ['one in another language, whose beginning is the same', 'Genf', ['Geneva']],
    ['one with three slips, where it is long', 'nogotations', ['negotiations']],
    ['one without its marks and capitals', 'kýjiv', ['Kyiv']],
    ['none where it is there but for its marks', 'Киів', []],
    ['none that is too far', 'Netanyahu', []],
    ['none where it is too short to tell', 'xy', []],
  ])('%s: %s', (_, word, near) => {
    expect(nearWords(word, WORDS)).toEqual(expect.arrayContaining(near));
    if (near.length === 0) expect(nearWords(word, WORDS)).toEqual([]);
  });

  test('none that begins less like it than the best.', () => {
    expect(nearWords('Genf', WORDS)).toEqual(['Geneva']);
  });

  test('at most three, the more frequent first where as much is right.', () => {
    expect(nearWords('planz', WORDS)).toEqual(['plan', 'plans', 'plant']);
  });

  test('none where there are none.', () => {
    expect(nearWords('word', [])).toEqual([]);
  });
});
