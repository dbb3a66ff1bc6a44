import { describe, expect, test } from 'vitest';
import { KINDS, STATUSES } from '../../src/core/annotation.ts';
import { disputesInEnglish, selectionInEnglish, tally } from '../../src/core/counts.ts';
import { capitalized, counted, inEnglish } from '../../src/core/tally.ts';
import { claim, read } from './support/reading.ts';

describe('Annotations are counted', () => {
  const { reading } = read(
    `<Byline>${claim('e', 'By')} <Source id="f" status="unchecked" checked="2026-11-22" of="post">A.</Source></Byline>\n\n${claim('a', 'One')} ${claim('b', 'two')} <Source id="c" status="unchecked" checked="2026-11-22" of="post">three</Source> ` +
      `<Remark id="d">four</Remark>.\n${['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `\n[^${id}]: Found.\n`).join('')}`,
  );

  test('by status and kind; remarks, by-line and sources named are no statements.', () => {
    const { statements, details, named, remarks, status, kind } = tally(reading);
    expect([statements, details, named, remarks]).toEqual([2, 2, 1, 1]);
    expect(status).toEqual({
      supported: 0,
      qualified: 0,
      contested: 0,
      contradicted: 0,
      opinion: 3,
      unchecked: 2,
    });
    expect(kind).toEqual({ claim: 3, source: 2, figure: 0, quotation: 0, remark: 1 });
  });

  test('in the one order of statuses and kinds, also where there are none.', () => {
    const { statements, status, kind } = tally({ annotations: [], blocks: [] });
    expect(statements).toBe(0);
    expect([Object.keys(status), Object.keys(kind)]).toEqual([[...STATUSES], [...KINDS]]);
  });
});

describe('What is annotated is told', () => {
  const none = tally({ annotations: [], blocks: [] });

  test.each([
    [{}, 'No statement of the text is annotated.'],
    [{ statements: 1 }, 'One statement of the text is annotated, the editors’ selection.'],
    [{ statements: 69 }, 'Sixty-nine statements of the text are annotated, the editors’ selection.'],
    [{ named: 1 }, 'One source that the text names is annotated, the editors’ selection.'],
    [
      { statements: 21, details: 1, named: 3, remarks: 4 },
      'Twenty-one statements of the text, one detail of the by-line and three sources that the text names are annotated, the editors’ selection.',
    ],
  ])('by what it is about: %j.', (counts, expected) => {
    expect(selectionInEnglish({ ...none, ...counts })).toBe(expected);
  });
});

test.each([
  [[], ''],
  [
    [{ about: 'who wrote the plan', annotations: ['a', 'b', 'c', 'd'] }],
    'Four notes are about one dispute: who wrote the plan.',
  ],
  [[{ about: 'who wrote it.', annotations: ['a', 'b'] }], 'Two notes are about one dispute: who wrote it.'],
  [
    [
      { about: 'who wrote it', annotations: ['a', 'b'] },
      { about: 'when', annotations: ['c', 'd', 'e'] },
    ],
    'Two notes are about one dispute: who wrote it. Three notes are about one dispute: when.',
  ],
])('Annotations that are one dispute are said to be: %j.', (disputes, expected) => {
  expect(disputesInEnglish({ disputes })).toBe(expected);
});

test.each([
  [0, 'no'],
  [1, 'one'],
  [12, 'twelve'],
  [19, 'nineteen'],
  [20, 'twenty'],
  [28, 'twenty-eight'],
  [40, 'forty'],
  [99, 'ninety-nine'],
  [100, '100'],
  [1234, '1,234'],
])('%i in words is “%s”.', (count, words) => {
  expect(inEnglish(count)).toBe(words);
});

test.each([
  [0, 'no events'],
  [1, 'one event'],
  [2, 'two events'],
])('%i counted is “%s”.', (count, words) => {
  expect(counted(count, 'event')).toBe(words);
});

test.each([
  ['twenty-eight claims', 'Twenty-eight claims'],
  ['émigrés', 'Émigrés'],
  ['', ''],
])('“%s” at the head of a line is “%s”.', (words, expected) => {
  expect(capitalized(words)).toBe(expected);
});
