import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords } from '../../src/core/found-words.ts';
import { parseQuery } from '../../src/core/search-query.ts';

/** What would be marked in a text, each with the number of the term. */
function marked(query: string, text: string, language = 'en'): string[] {
  return findWords(text, parseQuery(query, language), language).map(
    ({ start, end, term }) => `${term} ${text.slice(start, end)}`,
  );
}

describe('In a text is found', () => {
  test.each<[what: string, query: string, text: string, found: string[], language?: string]>([
    ['a word in other letters', 'naive', 'How naïve!', ['0 naïve']],
    ['a word with its possessive', 'Kyiv', 'Kyiv’s leadership', ['0 Kyiv’s']],
    ['a word that begins so', 'recor', 'The recordings record it.', ['0 recordings', '0 record']],
    [
      'an English word in another form',
      'demanded',
      'It demands what was demanding.',
      ['0 demands', '0 demanding'],
    ],
    ['a short word in its forms alone', 'used', 'The US uses what it used.', ['0 uses', '0 used']],
    ['a word with -s, and no stump of it', 'was', 'It was a war.', ['0 was']],
    ['a word with -ay or -ey', 'days', 'One day, daily.', ['0 day']],
    ['a word with -ies or -ied', 'died', 'They die in different ways.', ['0 die']],
    ['a word with -us', 'status', 'By statute, its status.', ['0 status']],
    ['no form of a word in another language', 'demands', 'Er demanded es.', [], 'de'],
    ['not a word that ends so', 'paper', 'The newspaper.', []],
    ['a hyphenated word, whole', 'nonpaper', 'A non-paper of theirs.', ['0 non-paper']],
    ['a part of a hyphenated word', 'corruption', 'anti-corruption', ['0 corruption']],
    [
      'a number, however it is written',
      '140 billion',
      '€140 billion, €140bn or 140,000,000,000',
      ['0 €140 billion', '0 €140bn', '0 140,000,000,000'],
    ],
    [
      'a number of a currency only with it',
      '€140bn',
      '€140 billion, $140 billion, 140 billion',
      ['0 €140 billion'],
    ],
    ['a number by its digits', '140', '€140 billion and 140 days, 1400, 14', ['0 €140 billion', '0 140']],
    ['a number by its scale', 'billion', '€140bn is a billion.', ['0 €140bn', '0 billion']],
    ['a number and its scale while that is typed', '140 bi', '€140 billion', ['0 €140 billion']],
    ['no longer number', '14', 'They gave 140 and 2014.', []],
    [
      'a phrase, whole',
      '"deal with Ukraine"',
      'A deal with Ukraine, a deal with us.',
      ['0 deal with Ukraine'],
    ],
    [
      'a phrase across signs',
      '"purported peace deal"',
      'any purported “peace deal”',
      ['0 purported “peace deal'],
    ],
    ['not a phrase in another order', '"deal peace"', 'A peace deal.', []],
    ['not what only begins like a phrase', '"peace dea"', 'A peace deal.', []],
    ['each term', 'Trump Putin', 'Putin met Trump.', ['1 Putin', '0 Trump']],
    [
      'the word of a phrase, and it alone',
      '"peace deal" deal',
      'A peace deal is a deal.',
      ['0 peace deal', '1 deal'],
    ],
    ['phrases that run into one another, as one', '"a b" "b c"', 'a b c', ['0 a b c']],
    ['nothing for nothing', '', 'Anything.', []],
    ['nothing in nothing', 'word', '', []],
  ])('%s: %s', (_, query, text, found, language = 'en') => {
    expect(marked(query, text, language)).toEqual(found);
  });

  test('nothing outside it, nothing twice, and nothing out of order.', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^(?:(?:a|ab|"a b|€1|1 billion|b-a)[ "]?)*$/),
    );
    fc.assert(
      fc.property(words, words, (query, text) => {
        const terms = parseQuery(query, 'en');
        let last = 0;
        for (const { start, end, term } of findWords(text, terms, 'en')) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(terms[term]).toBeDefined();
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
