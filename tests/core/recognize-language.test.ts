import { describe, expect, test } from 'vitest';
import { recognizeLanguage } from '../../src/core/draft/recognize-language.ts';

/** Words of the Universal Declaration of Human Rights, in stretches as long as a sample. */
const ENGLISH =
  'All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood. Everyone is entitled to all the rights and freedoms set forth in this Declaration, without distinction of any kind, such as race, colour, sex, language, religion, political or other opinion.';
const FRENCH =
  'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité. Chacun peut se prévaloir de tous les droits et de toutes les libertés proclamés dans la présente Déclaration, sans distinction aucune, notamment de race, de couleur.';
const MALAY =
  'Semua manusia dilahirkan bebas dan samarata dari segi kemuliaan dan hak-hak. Mereka mempunyai pemikiran dan perasaan hati dan hendaklah bertindak di antara satu sama lain dengan semangat persaudaraan.';
const stretches = (english: number, french: number) =>
  ENGLISH.slice(0, 300).repeat(english) + FRENCH.slice(0, 300).repeat(french);

describe('The language of a text', () => {
  test.each([
    ['en', ENGLISH],
    ['fr', FRENCH],
    [
      'el',
      'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι με λογική και συνείδηση.',
    ],
  ])('is recognized as %s by one sample.', (language, text) => {
    expect(recognizeLanguage(text)).toMatchObject({ language, samples: 1, agreeing: 1, isSure: true });
  });

  test('is not sure of fewer than a hundred letters, however many signs there are.', () => {
    const letters = (count: number) =>
      recognizeLanguage(`${FRENCH.replace(/[^a-zé]/gi, '').slice(0, count)} ${'1, '.repeat(40)}`)!;
    expect([letters(99).isSure, letters(100).isSure]).toEqual([false, true]);
    expect(letters(99).language).toBe('fr');
  });

  test('is not sure where a single sample is nearly as near to another, which is named.', () => {
    expect(recognizeLanguage(MALAY)).toMatchObject({ language: 'ms', next: 'id', isSure: false });
    expect(recognizeLanguage(`${MALAY} `.repeat(3))).toMatchObject({
      language: 'ms',
      samples: 2,
      isSure: true,
    });
  });

  test.each<[english: number, french: number, samples: number, agreeing: number, isSure: boolean]>([
    [2, 0, 2, 2, true],
    [1, 1, 2, 1, false],
    [4, 1, 5, 4, true],
    [3, 2, 5, 3, false],
    [2, 3, 5, 3, false],
    [20, 0, 20, 20, true],
    [40, 0, 20, 20, true],
    [20, 20, 20, 10, false],
    [34, 6, 20, 17, true],
  ])(
    'is asked of samples all over it: of %i stretches in English and %i in French of %i, of which %i agree.',
    (english, french, samples, agreeing, isSure) => {
      const found = recognizeLanguage(stretches(english, french))!;
      expect(found).toMatchObject({ samples, agreeing, isSure });
      expect(found.language).toBe(english >= french ? 'en' : 'fr');
    },
  );

  test('is asked of whole samples: what is left over is not one.', () => {
    expect(recognizeLanguage(stretches(3, 0).slice(0, -1))!.samples).toBe(2);
  });

  test('is one that has a tag of two letters, and so is the next.', () => {
    for (const text of [ENGLISH, FRENCH, MALAY]) {
      const { language, next } = recognizeLanguage(text)!;
      expect([language, next].join()).toMatch(/^[a-z]{2},[a-z]{2}$/);
    }
  });

  test.each(['', ' ', '1863', '?!'])('cannot be told of %j.', (text) => {
    expect(recognizeLanguage(text)).toBeUndefined();
  });

  test('has no next where its letters are of no other.', () => {
    const greek = 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι';
    expect(recognizeLanguage(greek)).toMatchObject({ language: 'el', next: undefined });
  });
});
