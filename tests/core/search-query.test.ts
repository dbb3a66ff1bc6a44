import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type Term } from '../../src/core/search-query.ts';

const word = (written: string, token = written): Term => ({
  written,
  tokens: [token],
  isPhrase: false,
  isNumber: false,
});
const number = (written: string, token: string): Term => ({ ...word(written, token), isNumber: true });
const phrase = (written: string, ...tokens: string[]): Term => ({
  written,
  tokens,
  isPhrase: true,
  isNumber: false,
});

describe('A query asks for', () => {
  test.each<[what: string, query: string, terms: Term[]]>([
    ['each word', 'Bart De Wever', [word('Bart', 'bart'), word('De', 'de'), word('Wever', 'wever')]],
    [
      'words without possessive and marks',
      'Zelensky’s naïve',
      [word('Zelensky’s', 'zelensky'), word('naïve', 'naive')],
    ],
    ['both parts of a hyphenated word', 'red-lines', [word('red'), word('lines')]],
    ['a number, however it is written', '140 billion', [number('140 billion', 'n140000000000z')]],
    ['a number without its scale while that is typed', '140 bi', [number('140', 'n140z'), word('bi')]],
    ['a number of a currency, where its sign is there', '€140bn', [number('€140bn', 'n140000000000eurz')]],
    ['also without a scale', '$5', [number('$5', 'n5usdz')]],
    [
      'the word behind a number as a word',
      '140 billion euros',
      [number('140 billion', 'n140000000000z'), word('euros')],
    ],
    ['both ends of a range', '€8–16', [number('€8', 'n8eurz'), number('16', 'n16z')]],
    ['a number that is a word, as a word', 'G7', [word('G7', 'g7')]],
    ['a phrase', '"peace deal"', [phrase('peace deal', 'peace', 'deal')]],
    [
      'a phrase in other quotation marks',
      '“peace deal” „a b“ «c d»',
      [phrase('peace deal', 'peace', 'deal'), phrase('a b', 'a', 'b'), phrase('c d', 'c', 'd')],
    ],
    [
      'a phrase that is not closed, to the end',
      'trap "turbulent dipl',
      [word('trap'), phrase('turbulent dipl', 'turbulent', 'dipl')],
    ],
    ['a phrase and words around it', 'a "b c" d', [word('a'), phrase('b c', 'b', 'c'), word('d')]],
    [
      'a phrase with a number, without its currency',
      '"€140 billion loan"',
      [phrase('€140 billion loan', 'n140000000000z', 'loan')],
    ],
    ['one word in quotation marks, and no form of it', '"plan"', [phrase('plan', 'plan')]],
    ['one number in quotation marks as a number', '"42"', [number('42', 'n42z')]],
    ['each thing once', 'plan Plan "a b" "a b"', [word('plan'), phrase('a b', 'a', 'b')]],
    ['nothing, where there is no letter', ' "" … ¿? “ ', []],
    ['nothing, where there is nothing', '', []],
  ])('%s: %s', (_, query, terms) => {
    expect(parseQuery(query, 'en')).toEqual(terms);
  });

  test('something whole, whatever was typed.', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^["“”«»€\d a-z,.'’–-]*$/));
    fc.assert(
      fc.property(typed, (query) => {
        for (const { tokens, isPhrase, isNumber } of parseQuery(query, 'en')) {
          expect(tokens.length).toBeGreaterThan(0);
          expect(tokens.length === 1 || isPhrase).toBe(true);
          expect(isPhrase && isNumber).toBe(false);
          expect(tokens.join('')).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
