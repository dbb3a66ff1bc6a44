import { expect, test } from 'vitest';
import { readCorrections } from '../../src/core/correction.ts';
import { TODAY } from './support/reading.ts';

const entry = (date: string, was: string) =>
  `- { date: '${date}', annotation: cold, was: ${was}, is: new, why: A slip. }\n`;
const read = (yaml: string) => readCorrections({ path: 'corrections.yaml', yaml }, ['cold'], TODAY);

test('Corrections come newest first, those of one day as they were written.', () => {
  const { corrections, problems } = read(
    entry('2026-01-05', 'a') + entry('2026-11-22', 'b') + entry('2026-01-05', 'c'),
  );
  expect(problems).toEqual([]);
  expect(corrections.map(({ was }) => was)).toEqual(['b', 'a', 'c']);
});

test.each(['', '# None yet.\n'])('A file that says nothing (%j) corrects nothing.', (yaml) => {
  expect(read(yaml)).toEqual({ corrections: [], problems: [] });
});

test('A correction that changes nothing is none.', () => {
  const { problems } = read(entry('2026-01-05', 'new'));
  expect(problems.map(({ id, message }) => [id, message])).toEqual([
    ['invalid-corrections', '`is` should be other words than `was` has, and is “new”.'],
  ]);
});

test('A correction of what is not there, or of tomorrow, is told with its line.', () => {
  const { problems } = read(entry('2026-01-05', 'a').replace('cold', 'gold') + entry('2026-11-23', 'b'));
  expect(problems.map(({ id, position }) => [id, (position as { line: number }).line])).toEqual([
    ['unknown-annotation', 1],
    ['date-in-future', 2],
  ]);
});
