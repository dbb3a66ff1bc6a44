import { describe, expect, test } from 'vitest';
import { hasFigure, inDigits, isUnit, parseValue, quantities } from '../../src/core/figure.ts';

/** A text, a value as the attribute has it, and a unit, if the words decide that too. */
type Case = [text: string, value: string, unit?: string];

const FOUND: Record<string, Case[]> = {
  'a currency before the number, its scale in words or letters': [
    ['the proposed €140 billion “reparations loan”', '140000000000', 'EUR'],
    ['€140bn', '140000000000', 'EUR'],
    ['€140 bn', '140000000000', 'EUR'],
    ['EUR 140 billion', '140000000000', 'EUR'],
    ['some $100 million passed through', '100000000', 'USD'],
    ['US$1.1bn', '1100000000', 'USD'],
    ['£20m', '20000000', 'GBP'],
    ['₴5k', '5000', 'UAH'],
    ['$2 trillion', '2000000000000', 'USD'],
    ['€140 Billion', '140000000000', 'EUR'],
    ['€140BN', '140000000000', 'EUR'],
    ['£20M', '20000000', 'GBP'],
  ],
  'a currency after the number': [
    ['140 billion euros', '140000000000', 'EUR'],
    ['42 million roubles', '42000000', 'RUB'],
    ['1 dollar', '1', 'USD'],
  ],
  'groups of three, however they are set off': [
    ['a proposed 600,000-person cap', '600000', 'persons'],
    ['600 000 soldiers', '600000', 'persons'],
    ['600\u00A0000 troops', '600000', 'persons'],
    ['600\u202F000 people', '600000', 'persons'],
    ['in 2024 600 people', '600', 'persons'],
    ['in 2024 600 people', '2024', 'year'],
    ['140,000,000,000', '140000000000'],
  ],
  'a unit joined by a hyphen': [
    ['the 28-point plan', '28', 'points'],
    ['a 19-point framework', '19', 'points'],
    ['a 30-day truce', '30', 'days'],
  ],
  'per cent, in all spellings': [
    ['10 per cent', '10', 'percent'],
    ['10 percent', '10', 'percent'],
    ['10%', '10', 'percent'],
    ['10 %', '10', 'percent'],
    ['10 percentage points', '10', 'percent'],
    ['10 PER CENT', '10', 'percent'],
  ],
  'a unit as the second word after the number': [
    ['600,000 Ukrainian troops', '600000', 'persons'],
    ['140 billion in euros', '140000000000', 'EUR'],
    ['100 million Russian roubles', '100000000', 'RUB'],
    ['30 long days', '30', 'days'],
    ['5 men EUR 140 billion', '140000000000', 'EUR'],
  ],
  'three capitals before the number that are no currency, or could be one': [
    ['all ISO 28 points', '28', 'points'],
    ['ALL 28 points', '28', 'points'],
    ['SEK 140', '140', 'SEK'],
  ],
  'ranges, with one scale for both ends or one for each': [
    ['€8–16 billion', '8000000000–16000000000', 'EUR'],
    ['€8 billion–€16 billion', '8000000000–16000000000', 'EUR'],
    ['€8bn-€16bn', '8000000000–16000000000', 'EUR'],
    ['10-15% of the contracts', '10–15', 'percent'],
    ['2–3 years', '2–3', 'years'],
    ['2022–2024', '2022–2024', 'year'],
  ],
  years: [
    ['which was founded in 2020', '2020', 'year'],
    ['in 2022, before the war', '2022', 'year'],
    ['(1994)', '1994', 'year'],
  ],
  'decimals, exactly': [
    ['4.2 million people', '4200000', 'persons'],
    ['$1.1bn', '1100000000', 'USD'],
    ['0.07 billion', '70000000'],
    ['1.15 thousand', '1150'],
    ['4.2', '4.2'],
  ],
  'a number after a stop or comma that is not its own': [
    ['Resolution No.6543', '6543'],
    ['Art.5', '5'],
    ['North,24 boats', '24'],
  ],
  'a number alone, where what it counts does not matter': [
    ['Article 5.', '5', 'items'],
    ['22 missiles and over 460 drones', '460', 'items'],
    ['22 missiles and over 460 drones', '22'],
  ],
};

const NOT_FOUND: Record<string, Case[]> = {
  'part of another number': [
    ['4.2', '42'],
    ['4.2', '4'],
    ['4.2', '2'],
    ['42', '4.2'],
    ['1,942', '942'],
    ['.5 per cent', '5'],
    ['1.942,5', '5'],
    ['600,000', '600'],
    ['2020', '20'],
    ['in 2024 600 people', '2024600', 'persons'],
    ['2024,600', '2024600'],
    ['€8–16 billion', '16000000000', 'EUR'],
  ],
  'another unit': [
    ['€140 billion', '140000000000', 'USD'],
    ['a 28-point plan', '28', 'persons'],
    ['600,000 troops', '600000', 'points'],
    ['28 days', '28', 'year'],
    ['10 percentage points', '10', 'points'],
    ['NATO UNO 140', '140', 'UNO'],
    ['600,000. Ukrainian troops', '600000', 'persons'],
    ['600,000 of the Ukrainian troops', '600000', 'persons'],
    ['3020', '3020', 'year'],
    ['2,400 vehicles', '2400', 'year'],
    ['2 400 vehicles', '2400', 'year'],
    ['1.863 thousand', '1863', 'year'],
    ['$1863', '1863', 'year'],
  ],
  'another scale': [
    ['€140 million', '140000000000', 'EUR'],
    ['€140', '140000000000', 'EUR'],
    ['140 boats', '140000000000'],
    ['5 men', '5000000'],
  ],
  'no number at all': [
    ['twenty-eight points', '28', 'points'],
    ['', '0'],
  ],
};

describe('A figure is found:', () => {
  test.each(Object.entries(FOUND))('%s.', (_, cases) => {
    for (const [text, value, unit] of cases) {
      expect(hasFigure(text, parseValue(value)!, unit), `${value} ${unit} in “${text}”`).toBe(true);
    }
  });
});

describe('A figure is not found in what is', () => {
  test.each(Object.entries(NOT_FOUND))('%s.', (_, cases) => {
    for (const [text, value, unit] of cases) {
      expect(hasFigure(text, parseValue(value)!, unit), `${value} ${unit} in “${text}”`).toBe(false);
    }
  });
});

test('All numbers of a sentence are read, in order.', () => {
  expect(quantities('In 2025 a 28-point plan shrank to 19 points; €140bn stayed frozen.')).toEqual([
    { written: '2025', at: 3, values: [2025], units: ['year'] },
    { written: '28', at: 10, values: [28], units: ['points'] },
    { written: '19', at: 34, values: [19], units: ['points'] },
    { written: '€140bn', at: 45, values: [140e9], units: ['EUR'] },
  ]);
});

test.each([
  ['600000', [600000]],
  ['4.2', [4.2]],
  ['8–16', [8, 16]],
  ['600,000', undefined],
  ['8-16', undefined],
  ['1–2–3', undefined],
  ['4.', undefined],
  ['.5', undefined],
  ['-4', undefined],
  ['4bn', undefined],
  ['', undefined],
])('The value “%s” is read as %o.', (value, expected) => {
  expect(parseValue(value)).toEqual(expected);
});

test('A unit is one of the table or a currency’s code.', () => {
  expect(
    ['EUR', 'USD', 'UAH', 'persons', 'percent', 'year', 'items'].filter((unit) => !isUnit(unit)),
  ).toEqual([]);
  const others = ['eur', '€', 'person', 'XYZ', '', 'euros', 'constructor', 'toString', '__proto__'];
  expect(others.filter(isUnit)).toEqual([]);
  expect(quantities('5 constructor')).toEqual([{ written: '5', at: 0, values: [5], units: [] }]);
});

test.each([
  ['600000', 'persons', '600,000'],
  ['140000000000', 'EUR', '140,000,000,000'],
  ['4.25', 'percent', '4.25'],
  ['8–16', 'hours', '8–16'],
  ['1000–2000', 'persons', '1,000–2,000'],
  ['2020', 'year', '2020'],
])('%s %s is read as %s.', (value, unit, digits) => {
  expect(inDigits(value, unit)).toBe(digits);
});
