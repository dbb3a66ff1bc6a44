import { expect, test } from 'vitest';
import { namesOf } from '../../src/core/naming.ts';
import type { Source } from '../../src/core/source.ts';

const page = (key: string, more: Partial<Source>): Source => ({
  key,
  type: 'webpage',
  consulted: true,
  ...more,
});
const named = (...sources: Source[]) => [...namesOf(sources).values()];

test('A source has its short name where no other has it.', () => {
  expect(named(page('a', { publisher: 'Frost' }), page('b', { publisher: 'Thaw', issued: '2025' }))).toEqual([
    'Frost',
    'Thaw',
  ]);
  expect(named()).toEqual([]);
});

test('Namesakes are told apart by their dates, else by their titles, else by their keys.', () => {
  const frost = { publisher: 'Frost' };
  expect(
    named(
      page('a', { ...frost, issued: '2025-11-24' }),
      page('b', frost),
      page('c', { ...frost, issued: '2025', title: 'One' }),
      page('d', { ...frost, issued: '2025', title: 'Another' }),
      page('e', { ...frost, issued: '2024' }),
      page('f', { ...frost, issued: '2024' }),
    ),
  ).toEqual([
    'Frost, 24 November 2025',
    'Frost, no date',
    'Frost, 2025, One',
    'Frost, 2025, Another',
    'e',
    'f',
  ]);
});
