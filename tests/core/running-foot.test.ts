import { expect, test } from 'vitest';
import { toRunningFoot } from '../../src/core/running-foot.ts';

test.each([
  ['The Herald’s “Reader”', 'The Herald’s “Reader”'],
  ['A "Reader"', 'A \\22 Reader\\22 '],
  ['back\\slash\n', 'back\\5c slash\\a '],
])('The foot of a printed page says %j as a string of CSS.', (name, written) => {
  expect(toRunningFoot(name)).toBe(`@page{@bottom-left{content:"${written}"!important}}\n`);
});
