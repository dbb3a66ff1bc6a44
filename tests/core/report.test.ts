import { expect, test } from 'vitest';
import { isFatal, plural, report } from '../../src/build/report.ts';
import { inOrder, problem } from '../../src/core/problem.ts';

const error = problem('missing-id', { path: 'b.mdx', line: 10, column: 2 }, 'One.', 'Mend one.');
const warning = problem('unrecorded-annotation', { path: 'b.mdx', line: 9, column: 30 }, 'Two.', 'Mend two.');
const whole = problem('missing-ledger', { path: 'b.mdx' }, 'Three.', 'Mend three.');
const other = problem('unused-source', { path: 'a.yaml' }, 'Four.', 'Mend four.');
const site = problem('missing-site-address', 'unavailable', 'Five.', 'Mend five.');

test('Problems are in the order of files, then of places, the most fundamental first.', () => {
  const sameplace = problem('malformed-mdx', { path: 'b.mdx', line: 10, column: 2 }, 'Six.', 'Mend six.');
  const mixed = [error, other, whole, sameplace, warning, site];
  expect(inOrder(mixed).map(({ message }) => message)).toEqual([
    'Five.',
    'Four.',
    'Three.',
    'Two.',
    'Six.',
    'One.',
  ]);
  expect(mixed[0]).toBe(error);
});

test('A report has each file once, and counts at the end.', () => {
  expect(report([error, whole, other, warning, site])).toBe(`The site
  warning missing-site-address
    Five.
    Mend five.

a.yaml
  error unused-source
    Four.
    Mend four.

b.mdx
  error missing-ledger
    Three.
    Mend three.
  b.mdx:9:30  warning unrecorded-annotation
    Two.
    Mend two.
  b.mdx:10:2  error missing-id
    One.
    Mend one.

3 errors, 2 warnings in 3 files.`);
});

test('Without problems there is nothing to tell.', () => {
  expect(report([])).toBe('');
});

test('A noun is in its number.', () => {
  expect([0, 1, 2].map((count) => plural(count, 'reading'))).toEqual([
    '0 readings',
    '1 reading',
    '2 readings',
  ]);
});

test('Only an error stops a build.', () => {
  expect([isFatal([]), isFatal([warning, site]), isFatal([warning, error])]).toEqual([false, false, true]);
});
