import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/source.ts';
import { checkSeen } from '../../src/core/seen.ts';
import { TODAY } from './support/reading.ts';

const HERE = { path: 'index.mdx', line: 1, column: 1 };

const source = (...captures: string[][]): Source => ({
  key: 'report',
  type: 'report',
  consulted: true,
  ...(captures.length > 0 && {
    seen: captures.map((passages) => ({ on: TODAY, copy: 'page', passages })),
  }),
});
const told = (excerpt: string, record: Source, strict = false) =>
  checkSeen({ excerpt }, HERE, record, strict).map(({ id }) => id);

describe('An excerpt was seen where', () => {
  test.each([
    ['it is a passage', 'It was cold.', ['It was cold.']],
    ['it stands in one', 'was cold', ['It was cold.']],
    ['it stands in a later one', 'was dark', ['It was cold.', 'It was dark.']],
    ['white space differs', 'It  was\ncold.', ['It was\n\n  cold.']],
    ['letters are composed otherwise', 'naïve', ['It was nai\u0308ve.']],
    ['it stands inside another word before', 'lawful', ['unlawful, then lawful']],
    ['its script does not part words', '和平', ['促进和平协议']],
  ])('%s.', (_, excerpt, passages) => {
    expect(told(excerpt, source(passages))).toEqual([]);
  });

  test('it stands in another capture.', () => {
    expect(told('was dark', source(['It was cold.'], ['It was dark.']))).toEqual([]);
  });
});

describe('An excerpt was not seen where', () => {
  test.each([
    ['a word differs', 'It was cool.', ['It was cold.']],
    ['a capital differs', 'it was cold', ['It was cold.']],
    ['it begins within a word', 'lawful acts', ['unlawful acts']],
    ['it ends within a word', 'peace', ['peacekeeping']],
    ['it is part of a number', '14 boats', ['140 boats', '314 boats']],
    ['it goes on from one passage to the next', 'cold. It was', ['It was cold.', 'It was dark.']],
  ])('%s.', (_, excerpt, passages) => {
    expect(told(excerpt, source(passages))).toEqual(['excerpt-not-seen']);
  });

  test('it goes on from one capture to the next.', () => {
    expect(told('cold. It was', source(['It was cold.'], ['It was dark.']))).toEqual(['excerpt-not-seen']);
  });
});

test('A source without a record is a problem to a strict reading only.', () => {
  expect(told('It was cold.', source())).toEqual([]);
  expect(told('It was cold.', source(), true)).toEqual(['unrecorded-source']);
});

test('Where an excerpt leaves the passage that it follows furthest is told.', () => {
  const [problem] = checkSeen(
    { excerpt: 'In winter it was never so cold' },
    HERE,
    source(['In winter it was always cold.', 'In winter we read.']),
    false,
  );
  expect(problem?.message).toContain('It departs at “never”, after “In winter it was”.');
});

test('An excerpt of half a word departs at it.', () => {
  const [problem] = checkSeen({ excerpt: 'It was law' }, HERE, source(['It was lawful.']), false);
  expect(problem?.message).toContain('It departs at “law”, after “It was”.');
});
