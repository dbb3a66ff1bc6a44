import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, isNumberToken, numberToken, readText, tokensOf } from '../../src/core/search-text.ts';

const textsOf = (text: string, language = 'en') => tokensOf(text, language).map((token) => token.text);

const extrasOf = (text: string, language = 'en') => [
  ...new Set(readText(text, language).extras.map((extra) => extra.text)),
];

/** What stands behind a row: a text, its tokens, and its language where it is not English. */
type Row = [text: string, tokens: string[], language?: string];

const READ: Record<string, Row[]> = {
  'words without capitals, marks and compatibility forms': [
    ['KALLAS naïve', ['kallas', 'naive']],
    ['vēlēšanas Кислиця Київ', ['velesanas', 'кислиця', 'киів']],
    ['Straße Łódź Ærø Øre þing ĳ', ['strasse', 'lodz', 'aero', 'ore', 'thing', 'ij']],
    ['ﬁnal ＡＢＣ', ['final', 'abc']],
    ['ΣΊΣΥΦΟΣ Σίσυφος', ['σισυφοσ', 'σισυφοσ']],
    ['שָׁלוֹם وَسَلَام', ['שלום', 'وسلام'], 'he'],
  ],
  'the vowels of Indian and Thai scripts, which are marks to Unicode only': [['की कि', ['की', 'कि'], 'hi']],
  'Hangul as syllables': [['한국', ['한국'], 'ko']],
  'nothing of what cannot be seen': [['co\u00ADop\u200Beration \u202Eevil\u202C', ['cooperation', 'evil']]],
  'words without the possessive, and with other apostrophes joined': [
    ["Kyiv’s Zelensky's leaders’ O’Beara п’ять", ['kyiv', 'zelensky', 'leaders', 'obeara', 'пять']],
    ['l’homme', ['lhomme'], 'fr'],
  ],
  'both sides of hyphens, dashes and slashes': [
    [
      'non-paper Trump–Putin and/or red—lines',
      ['non', 'paper', 'trump', 'putin', 'and', 'or', 'red', 'lines'],
    ],
  ],
  'abbreviations as one word': [
    [
      'the U.S. and U.N. in St. Petersburg, e.g. J.D. Vance',
      ['the', 'us', 'and', 'un', 'in', 'st', 'petersburg', 'eg', 'jd', 'vance'],
    ],
  ],
  'words of scripts without spaces': [
    ['北京大学', ['北京', '大学'], 'zh'],
    ['東京に行く', ['東京', 'に', '行く'], 'ja'],
    ['สวัสดีชาวโลก', ['สวัสดี', 'ชาว', 'โลก'], 'th'],
  ],
  'one number, however it is written': [
    ['140,000,000,000', ['n140000000000z']],
    ['€140 billion', ['n140000000000z']],
    ['€140bn', ['n140000000000z']],
    ['140 000 000 000', ['n140000000000z']],
    [
      '600,000; 600 000; 600\u00A0000; 600\u2009000; 600\u202F000',
      ['n600000z', 'n600000z', 'n600000z', 'n600000z', 'n600000z'],
    ],
    ['007 0.60', ['n7z', 'n0p6z']],
    ['٦٠٠٬٠٠٠; ٤٫٥; १४०; 𝟏𝟒𝟎', ['n600000z', 'n4p5z', 'n140z', 'n140z']],
  ],
  'both ends of a range, with its one scale': [['€8–16 billion', ['n8000000000z', 'n16000000000z']]],
  'a decimal comma where the language has one': [
    ['4,5 і 600.000', ['n4p5z', 'і', 'n600000z'], 'uk'],
    ['1.234,5', ['n1234p5z'], 'de'],
    ['4,5', ['n4z', 'n5z']],
  ],
  'a number joined to letters as a word, with its hyphen as both': [
    ['G7 F16 19th Mi-8 28-point', ['g7', 'f16', '19th', 'mi', 'n8z', 'n28z', 'point']],
  ],
  'dates as numbers': [['2025-11-24', ['n2025z', 'n11z', 'n24z']]],
  'a currency’s code as a word, and so three capitals that could be one': [
    ['EUR 140 billion', ['eur', 'n140000000000z']],
    ['ALL 28 points', ['all', 'n28z', 'points']],
  ],
  'digits that are too many for a number as they are': [['9'.repeat(30), ['9'.repeat(30)]]],
  'no fraction as another number': [['½ of 2⁄3', ['of', 'n2z', 'n3z']]],
  'HTML as the words it would be': [['<img onerror=alert(1)>', ['img', 'onerror', 'alert', 'n1z']]],
};

describe('A text is read as', () => {
  for (const [what, rows] of Object.entries(READ)) {
    test.each(rows)(`${what}: %s`, (text, tokens, language = 'en') => {
      expect(textsOf(text, language)).toEqual(tokens);
    });
  }

  test('words of 200 letters at most.', () => {
    expect(textsOf('ab'.repeat(5000)).map(({ length }) => length)).toEqual([200]);
    expect(Array.from(textsOf('𐐨'.repeat(5000))[0]!)).toHaveLength(200);
  });

  test.each(['9', '9a', 'a.', 'a’', 'a-', '9,', '1⁄', 'e\u0301', '"', '京'])(
    'words and numbers in a time that grows with it, also where it is a long row of %j.',
    (unit) => {
      const text = unit.repeat(100_000);
      const ends = tokensOf(text, 'en').map(({ end }) => end);
      expect(ends.every((end) => end <= text.length)).toBe(true);
    },
  );

  test('tokens that know where they stand, with sign, scale and possessive, in code units.', () => {
    const text = '𐐨 so\u00ADft Kyiv’s €140 billion, US$1.1bn';
    expect(tokensOf(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      '𐐨',
      'so\u00ADft',
      'Kyiv’s',
      '€140 billion',
      'US',
      '$1.1bn',
    ]);
  });
});

describe('It is also found', () => {
  test.each<[found: string, text: string, extras: string[], language?: string]>([
    [
      'joined where it has hyphens',
      'a non-paper, pre-empt, state-of-the-art',
      ['nonpaper', 'preempt', 'stateoftheart'],
    ],
    ['joined with a number', 'Mi-8', ['mi8']],
    ['but not a number joined with its unit', '28-point', []],
    ['nor what an en dash joins', 'Trump–Putin', []],
    ['by what follows an apostrophe', 'O’Beara and l’homme', ['beara', 'homme']],
    ['without “and” and the article of Arabic', 'والحقوق', ['الحقوق', 'حقوق']],
    [
      'by digits, scale and currency of a number',
      '€140bn',
      ['n140z', 'billion', 'n140000000000eurz', 'n140eurz'],
    ],
    ['by the currency alone where there is no scale', '£5', ['n5gbpz']],
    [
      'by the currency that follows',
      '140 billion euros',
      ['n140z', 'billion', 'n140000000000eurz', 'n140eurz'],
    ],
    ['by each once', '€5 and €5', ['n5eurz']],
    ['by nothing more where it is plain', 'Plain words of 2022.', []],
  ])('%s: %s', (_, text, extras, language = 'en') => {
    expect(extrasOf(text, language)).toEqual(extras);
  });
});

describe('Whatever the text,', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[\d€$.,–\- a-zA-Z’]*$/),
  );
  const language = fc.constantFrom('en', 'uk', 'de', 'zh', 'ja', 'th', 'ar');

  test('tokens are letters, digits and marks, and stand in it in order, none in another.', () => {
    fc.assert(
      fc.property(anything, language, (text, tag) => {
        let last = 0;
        for (const { text: token, start, end } of tokensOf(text, tag)) {
          expect(token).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test('extras are such words, too.', () => {
    fc.assert(
      fc.property(anything, language, (text, tag) => {
        for (const extra of extrasOf(text, tag)) expect(extra).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      }),
      { numRuns: 500 },
    );
  });

  test('a word folded once is folded.', () => {
    fc.assert(
      fc.property(anything, (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }),
    );
  });

  test('a number in digits is the number that it is.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        const written = [String(value), value.toLocaleString('en'), `€${value}`];
        for (const text of written) expect(textsOf(text)).toEqual([numberToken(value)]);
        expect(isNumberToken(numberToken(value))).toBe(true);
      }),
    );
  });
});
