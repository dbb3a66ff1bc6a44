import { expect, test } from 'vitest';
import { shortNames } from '../../src/core/short-names.ts';

const [a, b, c, d] = ['Hadfield', 'Khostova', 'Ünal', 'Ørsted'].map((family) => ({ family }));

test.each([
  ['none', [], ''],
  ['one', [a!], 'Hadfield'],
  ['two', [a!, b!], 'Hadfield and Khostova'],
  ['three', [a!, b!, c!], 'Hadfield, Khostova and Ünal'],
  ['more', [a!, b!, c!, d!], 'Hadfield and others'],
  ['a body', [{ literal: 'Office of the President' }], 'Office of the President'],
  ['a particle', [{ family: 'Leyen', 'non-dropping-particle': 'von der' }], 'von der Leyen'],
])('%s', (_what, names, short) => {
  expect(shortNames(names)).toBe(short);
});
