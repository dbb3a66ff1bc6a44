import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/core/draft/plain-text.ts';
import { suggest } from '../../src/core/draft/suggest.ts';
import { suggestSlug } from '../../src/core/draft/suggest-slug.ts';
import { parseName, serializeName } from '../../src/core/draft/typed-name.ts';
import { isName } from '../../src/core/anchor.ts';

const never = () => false;

describe('An address is made of a title', () => {
  test.each([
    ['On Winter', 'en', 'on-winter'],
    ['“Peace—Deal”: a plan', 'en', 'peace-deal-a-plan'],
    ['[Don’t go]', 'en', 'dont-go'],
    ['Слово про зиму', 'uk', 'slovo-pro-zimu'],
    ['Über die Größe', 'de', 'ueber-die-groesse'],
    ['خطاب في الحرية', 'ar', 'khtab-fy-alhryt'],
    ['日本国憲法', 'ja', '日本国憲法'],
    ['1984', 'en', '1984'],
    ['Über die Größe', 'de-AT', 'ueber-die-groesse'],
  ])('“%s” in %s gives %s.', (title, language, slug) => {
    const suggested = suggestSlug(title, language, never);
    expect(suggested).toBe(slug);
    expect(isName(suggested!)).toBe(true);
  });

  test('that is not too long, and ends with a word.', () => {
    expect(suggestSlug('winter '.repeat(20), 'en', never)).toBe(
      'winter-winter-winter-winter-winter-winter-winter-winter',
    );
  });

  test.each([
    ['w'.repeat(60), 'w'.repeat(60)],
    ['w'.repeat(61), 'w'.repeat(60)],
    [`${'w'.repeat(59)} ww`, 'w'.repeat(59)],
    [`${'w'.repeat(60)} w`, 'w'.repeat(60)],
  ])('that has sixty letters at the most: of “%s”.', (title, slug) => {
    expect(suggestSlug(title, 'en', never)).toBe(slug);
  });

  test('with a number where it is taken.', () => {
    const taken = ['on-winter', 'on-winter-2'];
    expect(suggestSlug('On Winter', 'en', (slug) => taken.includes(slug))).toBe('on-winter-3');
  });

  test('not of signs alone.', () => {
    expect(suggestSlug('?!', 'en', never)).toBeUndefined();
  });
});

describe('A name that is typed', () => {
  test.each([
    ['Amelia Hadfield', { family: 'Hadfield', given: 'Amelia' }],
    ['Hadfield, Amelia', { family: 'Hadfield', given: 'Amelia' }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Ludwig van Beethoven', { 'non-dropping-particle': 'van', family: 'Beethoven', given: 'Ludwig' }],
    ['de la Cruz, Juana Inés', { 'non-dropping-particle': 'de la', family: 'Cruz', given: 'Juana Inés' }],
    ['Тарас Григорович Шевченко', { family: 'Шевченко', given: 'Тарас Григорович' }],
    ['طه حسين', { family: 'حسين', given: 'طه' }],
    ['Plato', { literal: 'Plato' }],
    ['毛泽东', { literal: '毛泽东' }],
    ['literal:United Nations', { literal: 'United Nations' }],
    ['literal: Ibn Khaldun', { literal: 'Ibn Khaldun' }],
    ['King, Martin Luther, Jr., PhD', { family: 'King', given: 'Martin Luther', suffix: 'Jr., PhD' }],
    ['Tidd Vale, Sam', { family: 'Tidd Vale', given: 'Sam' }],
    [' Sam \t  Tidd ', { family: 'Tidd', given: 'Sam' }],
    ['Tidd ,  Sam ,', { family: 'Tidd', given: 'Sam' }],
  ])('as “%s” is divided, and can be typed again.', (words, name) => {
    expect(parseName(words)).toEqual(name);
    expect(parseName(serializeName(name))).toEqual(name);
  });

  test.each(['', ' ', ',', 'literal:', '—'])('is none where “%s” is typed.', (words) => {
    expect(parseName(words)).toBeUndefined();
  });
});

describe('Of a text is suggested', () => {
  const of = (text: string) => suggest(readPlainText(text));
  const ENGLISH =
    'Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.\n';

  test('its title; else its first words, as the editors’.', () => {
    expect(of(`Address\n\n${ENGLISH}`).title).toBe('Address');
    expect(of(ENGLISH).title).toBe('[Four score and seven years ago our fathers brought forth on\u00a0…]');
    expect(of('It is cold.\n').title).toBe('[It is cold.]');
  });

  test.each([
    ['en', ENGLISH],
    [
      'uk',
      'Сьогодні ми зібралися тут, щоб згадати тих, хто боровся за нашу свободу. Їхня відвага живе в наших серцях, і ґанок рідної хати чекає на кожного.\n',
    ],
    [
      'ar',
      'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء، ولكل إنسان حق التمتع بكافة الحقوق.\n',
    ],
  ])('%s as its language, and that it was recognized.', (language, text) => {
    const suggested = of(text);
    expect(suggested.language).toBe(language);
    expect(suggested.said.join()).toMatch(/^It was recognized as .* by its letters\./);
  });

  test('no language where it is too short to tell; what it may be is for whoever is asked.', () => {
    const { language, said } = of('It is cold.\n');
    expect(language).toBeUndefined();
    expect(said.join()).toMatch(/not sure|could not be recognized/);
  });

  test('no language of a text that has too few words for any.', () => {
    expect(of('1863\n')).toEqual({
      title: '[1863]',
      said: ['Its language could not be recognized: it has too few words.'],
    });
  });

  test('what it may be, and the next, in words; how many samples agree, where there are several.', () => {
    const french =
      'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.';
    expect(of(french.slice(0, 60))).toMatchObject({ perhaps: 'fr' });
    expect(of(french.slice(0, 60))).not.toHaveProperty('language');
    expect(of(french.slice(0, 60)).said).toEqual([
      expect.stringMatching(
        /^It may be in French \(fr\), by its letters; that is not sure\. The next likeliest would be \w+ \([a-z]{2}\)\.$/,
      ) as string,
    ]);
    expect(of(`${french}\n\n`.repeat(4)).said).toEqual([
      expect.stringMatching(
        /^It was recognized as French \(fr\) by its letters, in 2 of 2 samples\. The next/,
      ) as string,
    ]);
    expect(of('Όλοι οι άνθρωποι γεννιούνται ελεύθεροι').said).toEqual([
      'It may be in Greek (el), by its letters; that is not sure.',
    ]);
  });

  test('the author that the draft has, its title on one line, and no language that is none.', () => {
    const author = [{ literal: 'A' }];
    const draft = { ...readPlainText(ENGLISH), author, title: ' On \n kites ', language: 'not a tag' };
    expect(suggest(draft)).toMatchObject({ author, title: 'On kites', language: 'en' });
    expect(of(ENGLISH)).not.toHaveProperty('author');
  });

  test('the language that the file declares.', () => {
    const draft = { ...readPlainText(ENGLISH), language: 'EN-gb' };
    expect(suggest(draft)).toMatchObject({
      language: 'en-GB',
      said: ['The file says that it is in British English (en-GB).'],
    });
  });
});
