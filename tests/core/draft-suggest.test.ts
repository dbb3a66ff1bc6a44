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

  test('the language that the file declares.', () => {
    const draft = { ...readPlainText(ENGLISH), language: 'EN-gb' };
    expect(suggest(draft)).toMatchObject({
      language: 'en-GB',
      said: ['The file says that it is in British English (en-GB).'],
    });
  });
});
