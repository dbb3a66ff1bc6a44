import { expect, test } from 'vitest';
import { stopAfter, withoutStop } from '../../src/core/stop.ts';

test.each([
  ['Frost', '.'],
  ['', '.'],
  ['Was it cold?', ''],
  ['It froze.', ''],
  ['It froze …', ''],
  ['It “froze!”', ''],
  ['It “froze”', '.'],
  ['Frost (early)', '.'],
])('After “%s” the full stop is “%s”.', (words, stop) => {
  expect(stopAfter(words)).toBe(stop);
});

test.each([
  ['who wrote it.', 'who wrote it'],
  ['who wrote it', 'who wrote it'],
  ['who wrote it?', 'who wrote it?'],
  ['who wrote it...', 'who wrote it...'],
])('“%s” goes on as “%s”.', (words, bare) => {
  expect(withoutStop(words)).toBe(bare);
});
