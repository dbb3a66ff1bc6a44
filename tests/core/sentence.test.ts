import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/core/sentence.ts';

/** Each text is cut where it has a bar. */
const CASES: Record<string, [language: string, ...texts: string[]]> = {
  'a title before a name does not end a sentence': [
    'en-GB',
    'He met Dr. Smith. |Then he left.',
    'Prof. Hadfield and Mr. Kent came. |Mrs. Kent and Ms. Khostova did not.',
    'Gen. Keane and Lt. Col. Vindman spoke. |So did Sen. Rubio, Rep. Kaptur and Gov. Cox.',
    'St. Petersburg was named. |So was Moscow.',
  ],
  'an abbreviation in a reference does not end a sentence': [
    'en-GB',
    'See Fig. 3 and Vol. 2, pp. 4 and 5. |The rest is on p. 9.',
    'Others disagree, cf. Smith et al. and Jones. |Nobody asked them.',
    'No. 5 is the clause at issue. |Nos. 6 and 7 are not.',
    'Some clauses, e.g. Clause 5, were dropped, i.e. Moscow gave way.',
  ],
  'a month cut short does not end a sentence': [
    'en-GB',
    'It was signed on Nov. 19 in Geneva. |On Dec. 3 it lapsed.',
    'In Sept. Kyiv agreed. |In Jan. Moscow did.',
  ],
  'initials do not end a sentence': ['en-GB', 'J. K. Rowling wrote it. |F. D. Roosevelt read it.'],
  'U.S. ends a sentence only before a word that opens one': [
    'en-GB',
    'It was aided by elements within the U.S. and enabled by others. |That is all.',
    'The U.S. Congress met. |The U.K. Parliament did not.',
    'It was drafted in the U.S. |The proposal came later.',
    'It was drafted in the U.S. |But it was not written there.',
  ],
  'a closing quotation mark belongs to the sentence it closes': [
    'en-GB',
    'It protects “traditional spiritual ties.” |These arguments return.',
    'He said: “We need to negotiate.” |Only when Russia faces pressure will it.',
    '“Is it so?” he asked. |“It is.” |She left.',
    '(He left.) |She stayed.',
  ],
  'an abbreviation that begins a sentence does not end it': [
    'en-GB',
    'So it was. |Cf. Smith. |It ended.',
    'Few were. |E.g. Smith was not. |It ended. |I.e. Smith left.',
  ],
  'a number may begin a sentence': [
    'en-GB',
    'It began in 2020. |2021 was worse.',
    'It began in 2020. |2021 Kyiv fell.',
    'He said “no in 2020.” |2021 was worse.',
    'Who? |5 men.',
  ],
  'a number after an abbreviation is the same sentence': [
    'en-GB',
    'See Fig. 3. |No. 5 is another.',
    'See fig. 3, no. 5 and art. 6 of vol. 2.',
    'He said no. |The 5 men left.',
    'On Nov. 19, Kyiv agreed, ca. 40 Ukrainians left.',
    'On 24. 12. 2025 they met.',
    'Wait... 5 men came.',
  ],
  'what goes on in lower case or with a bracket is the same sentence': [
    'en-GB',
    'See the note.[1] Here it goes on.',
    'Note.[1] More. |Next.',
    'Note.[a] More.',
    'Wait... what? |Yes.',
    'It begins at 5 p.m. they say.',
    'Costs rose by 4.2 per cent. |Then they fell.',
  ],
  'other signs end a sentence too': ['en-GB', 'Who asked?! |Nobody. |Stop! |Now.', 'It rose: why? |It fell.'],
  'line breaks and further spaces stay with the sentence before them': [
    'en-GB',
    'One.\n|Two.  |Three.',
    'A line\nbroken in the middle. |Next.\n',
  ],
  'Ukrainian is cut by the same rule': [
    'uk',
    'Привіт. |Як справи? |Добре!',
    'В. О. Зеленський сказав «ні». |Потім пішов.',
    '«Так?» — спитав він. |Ні.',
    'У м. Київ на вул. Хрещатик, ім. Шевченка. |Далі.',
    'Див. Закон, напр. Конституцію, ст. 5. |Проф. Іваненко та акад. Петренко.',
    'Собор св. Софії, 5 тис. Українців, 5 млн. Євро, 5 млрд. Доларів.',
  ],
  'abbreviations of one language are words of another': ['en', 'Привіт див. |Як справи?'],
  'of a language without a list, those that are common are known': ['de', 'Dr. J. Schmidt kam. |Er ging.'],
  'Arabic is cut at its own question mark': ['ar', 'مرحبا. |هل هذا سؤال؟ |نعم.'],
};

describe('Sentences:', () => {
  test.each(Object.entries(CASES))('%s.', (_, [language, ...texts]) => {
    for (const text of texts)
      expect(splitSentences(text.replaceAll('|', ''), language)).toEqual(text.split('|'));
  });

  test('Joined again, they are the text, whatever it is.', () => {
    for (const text of [
      '',
      ' ',
      'No end',
      '. . .',
      'A.B.C.',
      '… What? “No.” \n\n U.S. ',
      'Ünï. Cödé. 𝔸. 𝔹!',
      '\u00A0One. 2 Two.\u2029 3. 4',
    ]) {
      expect(splitSentences(text, 'en').join('')).toBe(text);
    }
  });
});
