import { describe, expect, test } from 'vitest';
import { firstDay, inWords, isEdtf, lastDay, middleOf, toCslDate } from '../../src/core/date.ts';
import { randomly } from './support/randomly.ts';

const DATES: [edtf: string, words: string, first: string, last: string, csl: object][] = [
  ['2025-11-24', '24 November 2025', '2025-11-24', '2025-11-24', { 'date-parts': [[2025, 11, 24]] }],
  ['2025-11', 'November 2025', '2025-11-01', '2025-11-30', { 'date-parts': [[2025, 11]] }],
  ['2024-02', 'February 2024', '2024-02-01', '2024-02-29', { 'date-parts': [[2024, 2]] }],
  ['2025', '2025', '2025-01-01', '2025-12-31', { 'date-parts': [[2025]] }],
  ['2025~', 'probably 2025', '2025-01-01', '2025-12-31', { 'date-parts': [[2025]], circa: true }],
  [
    '2025-11-24~',
    'probably 24 November 2025',
    '2025-11-24',
    '2025-11-24',
    { 'date-parts': [[2025, 11, 24]], circa: true },
  ],
  [
    '2025-11/2025-12~',
    'probably November to December 2025',
    '2025-11-01',
    '2025-12-31',
    {
      'date-parts': [
        [2025, 11],
        [2025, 12],
      ],
      circa: true,
    },
  ],
  [
    '2025-12/2026-01',
    'December 2025 to January 2026',
    '2025-12-01',
    '2026-01-31',
    {
      'date-parts': [
        [2025, 12],
        [2026, 1],
      ],
    },
  ],
  ['2025?', 'probably 2025', '2025-01-01', '2025-12-31', { 'date-parts': [[2025]], circa: true }],
  [
    '2025-11%',
    'probably November 2025',
    '2025-11-01',
    '2025-11-30',
    { 'date-parts': [[2025, 11]], circa: true },
  ],
  ['2024-02-29', '29 February 2024', '2024-02-29', '2024-02-29', { 'date-parts': [[2024, 2, 29]] }],
  ['0050-05', 'May 50', '0050-05-01', '0050-05-31', { 'date-parts': [[50, 5]] }],
  [
    '2025-11-19/2025-11-20',
    '19 to 20 November 2025',
    '2025-11-19',
    '2025-11-20',
    {
      'date-parts': [
        [2025, 11, 19],
        [2025, 11, 20],
      ],
    },
  ],
  [
    '2025-11-28/2025-12-02~',
    'probably 28 November to 2 December 2025',
    '2025-11-28',
    '2025-12-02',
    {
      'date-parts': [
        [2025, 11, 28],
        [2025, 12, 2],
      ],
      circa: true,
    },
  ],
  [
    '2025-11/2025-11-05',
    'November to 5 November 2025',
    '2025-11-01',
    '2025-11-05',
    {
      'date-parts': [
        [2025, 11],
        [2025, 11, 5],
      ],
    },
  ],
  [
    '2025/2025-11',
    '2025 to November 2025',
    '2025-01-01',
    '2025-11-30',
    { 'date-parts': [[2025], [2025, 11]] },
  ],
  ['2024/2025', '2024 to 2025', '2024-01-01', '2025-12-31', { 'date-parts': [[2024], [2025]] }],
];

describe('Dates:', () => {
  test.each(DATES)('%s is “%s”, from %s to %s.', (edtf, words, first, last, csl) => {
    expect(isEdtf(edtf)).toBe(true);
    expect(inWords(edtf)).toBe(words);
    expect(firstDay(edtf)).toBe(first);
    expect(lastDay(edtf)).toBe(last);
    expect(toCslDate(edtf)).toEqual(csl);
  });

  test.each([
    '',
    'yesterday',
    '24 November 2025',
    '24/11/2025',
    '2025-11-31',
    '2025-13',
    '2025-1-2',
    '2025-02-30',
    'c. 2025',
    '2026-02-29',
    '2025-04-31',
    '2025-11-00',
    '2025-00',
    '2025-21',
    '2025-11-24T10:00:00Z',
    '20251',
    'Y20251',
    '-2025',
    '202X',
    '2025-XX',
    '2025-~11',
    '[2024,2025]',
    '2025/..',
    '../2025',
    '2025/',
    '/2025',
    '2025-12/2025-11',
    '2025/2024',
    '2024/2025/2026',
    '2025-11-30/2025-02-29',
    ' 2025',
    '2025\n',
    '0000',
    '0000-05-01',
    '0000/0001',
  ])('“%s” is none.', (text) => {
    expect(isEdtf(text)).toBe(false);
  });

  test('Whatever is accepted can be compared and told.', () => {
    const parts = ['2025', '0000', '9999', '-02', '-13', '-29', '-31', '~', '?', '%', '/', 'X', '..', '-'];
    for (const pick of randomly(2000)) {
      const value = Array.from({ length: 6 }, () => pick([...parts, '', ''])).join('');
      if (!isEdtf(value)) continue;
      expect(firstDay(value) <= lastDay(value), value).toBe(true);
      expect(inWords(value), value).not.toMatch(/undefined|NaN|Invalid/);
      expect(toCslDate(value)['date-parts'].flat().every(Number.isInteger), value).toBe(true);
    }
  });

  test('Days compare as strings, whatever their precision.', () => {
    expect(firstDay('2026-01') > lastDay('2025-11/2025-12~')).toBe(true);
    expect(firstDay('2025-12-31') > lastDay('2025-11/2025-12~')).toBe(false);
  });
});

test.each([
  ['2025-11-24', '2025-11-24T12:00:00.000Z'],
  ['2025-11-24~', '2025-11-24T12:00:00.000Z'],
  ['2025-11-19/2025-11-20', '2025-11-20T00:00:00.000Z'],
  ['2026-01', '2026-01-16T12:00:00.000Z'],
  ['2024-02', '2024-02-15T12:00:00.000Z'],
  ['2025', '2025-07-02T12:00:00.000Z'],
  ['0050-05-01', '0050-05-01T12:00:00.000Z'],
])('The middle of %s is %s.', (date, middle) => {
  expect(new Date(middleOf(date)).toISOString()).toBe(middle);
});
