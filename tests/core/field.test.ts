import { describe, expect, test } from 'vitest';
import {
  annotationsField,
  dateField,
  dayField,
  languageField,
  webAddressField,
} from '../../src/core/field.ts';

test('An id that is named twice is told where it is named again.', () => {
  expect(annotationsField.safeParse(['a', 'b']).success).toBe(true);
  expect(annotationsField.safeParse(['a', 'b', 'a', 'b']).error!.issues).toMatchObject([
    { path: [2], message: 'an annotation that is not named before' },
    { path: [3], message: 'an annotation that is not named before' },
  ]);
  expect(annotationsField.safeParse(['']).success).toBe(false);
});

describe('A field takes', () => {
  const date = dateField('a date');

  test.each([
    ['a day', dayField, ['2026-11-22'], ['2026-11', '2026-02-30', '2026-11-22~', 20261122]],
    ['a date', date, ['2026', '2026-11~', '2025-11/2025-12'], ['2026-13', '2026/2025', '']],
    ['a language', languageField, ['en-GB', 'uk'], ['English language', '']],
    ['an address', webAddressField, ['https://example.org/a'], ['javascript:alert(1)', 'example.org']],
  ])('%s, and nothing else.', (_, field, good, bad) => {
    for (const value of good) expect(field.safeParse(value).success).toBe(true);
    for (const value of bad) expect(field.safeParse(value).success).toBe(false);
  });

  test('what it says that it takes.', () => {
    expect(dayField.safeParse('x').error!.issues[0]!.message).toContain('a day in quotation marks');
    expect(date.safeParse('x').error!.issues[0]!.message).toBe('a date');
    expect(languageField.safeParse('').error!.issues[0]!.message).toContain('a language tag');
  });
});
