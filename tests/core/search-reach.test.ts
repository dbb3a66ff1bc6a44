import { describe, expect, test } from 'vitest';
import { reachOf } from '../../src/core/search-reach.ts';

describe('What a word reaches', () => {
  test('is the word, and all that its stem begins.', () => {
    const reach = reachOf('negotiating', 'en');
    expect(reach[0]).toBe('negotiating');
    expect(reach).toContain('negotia');
    expect(reach).toContain('negotiz');
    expect(reach).toHaveLength(27);
  });

  test.each([
    ['київ', 'uk', ['київа', 'київі', 'київя']],
    ['αθήνα', 'el', ['αθήναα', 'αθήναω']],
    ['حقوق', 'ar', ['حقوقا', 'حقوقي']],
    ['שלום', 'he', ['שלוםא', 'שלוםת']],
  ])('is told by the letters of its alphabet: %s', (word, language, some) => {
    expect(reachOf(word, language)).toEqual(expect.arrayContaining(some));
  });

  test.each([
    ['banana', 'a'],
    ['quiz', 'z'],
  ])('reckons the ends of an alphabet among it: %s', (word, last) => {
    const reach = reachOf(word, 'en');
    expect(reach).toEqual([word, ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => word + letter)]);
    expect(word.at(-1)).toBe(last);
  });

  test.each(['g7', 'abc7', '和平', 'a{', 'a`', ''])(
    'is the word alone where no letter of an alphabet ends it: “%s”',
    (word) => {
      expect(reachOf(word, 'en')).toEqual([word]);
    },
  );
});
