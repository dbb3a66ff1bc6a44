import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/core/nearest.ts';

const NAMES = ['Claim', 'Source', 'Figure', 'Quotation', 'Remark'];

test.each([
  ['Clame', 'Claim'],
  ['claim', 'Claim'],
  ['Quote', undefined],
  ['Qotation', 'Quotation'],
  ['Quotatoin', 'Quotation'],
  ['Sources', 'Source'],
  ['script', undefined],
  ['Evidence', undefined],
  ['Sorce', 'Source'],
  ['Sorters', undefined],
])('For “%s” the nearest name is %s.', (name, expected) => {
  expect(nearest(name, NAMES)).toBe(expected);
});

test('Of two names the nearer is meant, of two as near the first.', () => {
  expect(nearest('wintr', ['winters', 'winter'])).toBe('winter');
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
});

test('A short name is near by one letter only.', () => {
  expect(nearest('wyh', ['why', 'id', 'of'])).toBeUndefined();
  expect(nearest('off', ['why', 'id', 'of'])).toBe('of');
  expect(nearest('is', ['of'])).toBeUndefined();
});

test('Where nothing is near, nothing is asked.', () => {
  expect(didYouMean('Clame', NAMES)).toBe(' Did you mean `Claim`?');
  expect(didYouMean('marquee', NAMES)).toBe('');
  expect(didYouMean('Claim', [])).toBe('');
});
