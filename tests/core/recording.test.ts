import { describe, expect, test } from 'vitest';
import type { Recorded } from '../../src/core/ledger.ts';
import { recordNotes } from '../../src/core/recording.ts';
import { claim, read, TODAY } from './support/reading.ts';

const DAY = '2026-12-24';
const NOTES = '[^first]: Found.\n\n[^second]: Found too.\n\n[^third]: Found last.\n';
const { reading } = read(
  `## Heading\n\nOne. A ${claim('first', 'thing')}.\n\nA ${claim('second', 'word')}, <Remark id="third">a sign</Remark>.\n\n${NOTES}`,
);

/** What a ledger knows once all of the reading has been recorded. */
const known = recordNotes([], reading, '2026-01-01').annotations;
const [first, second, third] = known as [Recorded, Recorded, Recorded];
const ids = (annotations: readonly Recorded[]) => annotations.map(({ annotation }) => annotation);

/** A note as if it had said something else before. */
const before = (row: Recorded, was: Partial<Recorded['notes'][number]>): Recorded => ({
  ...row,
  notes: row.notes.map((note) => ({ ...note, ...was })),
});

describe('A new note is recorded', () => {
  test('with what it says, where and when.', () => {
    const { annotations, news } = recordNotes([], reading, DAY);
    expect(news).toEqual(['annotation first', 'annotation second', 'annotation third']);
    expect(annotations[0]).toStrictEqual({
      annotation: 'first',
      edition: 1,
      notes: [
        {
          date: DAY,
          edition: 1,
          hash: reading.annotations[0]!.hash,
          status: 'opinion',
          checked: TODAY,
          finding: 'Found.',
          passage: 'p1s2',
          quote: 'thing',
        },
      ],
    });
    expect(Object.keys(annotations[2]!.notes[0]!)).not.toContain('status');
    expect(Object.keys(annotations[2]!.notes[0]!)).not.toContain('checked');
    expect(annotations[2]!.notes[0]!.passage).toBe('p2s1');
  });

  test('by its block, where that is not cut into sentences.', () => {
    const { reading: headed } = read(`## A ${claim('first', 'heading')}\n\n[^first]: Found.\n`);
    expect(recordNotes([], headed, DAY).annotations[0]!.notes[0]!.passage).toBe('a-heading');
  });

  test.each([
    ['first', [second, third]],
    ['second', [first, third]],
    ['third', [first, second]],
  ])('after the one before it in the text: %s.', (id, others) => {
    const { annotations, news } = recordNotes(others, reading, DAY);
    expect(ids(annotations)).toEqual(['first', 'second', 'third']);
    expect(news).toEqual([`annotation ${id}`]);
  });

  test('after the one before it, where the ledger has them in another order.', () => {
    expect(ids(recordNotes([third, first], reading, DAY).annotations)).toEqual(['third', 'first', 'second']);
    expect(ids(recordNotes([third], reading, DAY).annotations)).toEqual(['first', 'second', 'third']);
  });
});

test('What is recorded already is left as it is, that it was checked again too.', () => {
  expect(recordNotes(known, reading, DAY)).toEqual({ annotations: known, news: [] });
  const checked = [before(first, { checked: '2020-01-01' }), second, third];
  expect(recordNotes(checked, reading, DAY)).toEqual({ annotations: checked, news: [] });
});

describe('A note that says something else gets a new state, and it is told', () => {
  test.each<[string, Partial<Recorded['notes'][number]>, string]>([
    ['its status', { status: 'supported' }, 'supported → opinion'],
    ['its finding', { finding: 'Before.' }, '“Before.” → “Found.”'],
    ['its body', { hash: 'f'.repeat(64) }, 'other words in its body'],
    ['its words', { quote: 'matter' }, 'on “thing”, before on “matter”'],
    ['its passage', { passage: 'p9s1' }, 'on “thing”, before on “thing”'],
  ])('%s.', (_, was, told) => {
    const row = before(first, was);
    const { annotations, news } = recordNotes([row, second, third], reading, DAY);
    expect(news).toEqual([`annotation first: ${told}`]);
    expect(annotations).toEqual([
      { ...row, notes: [...row.notes, { ...first.notes[0], date: DAY }] },
      second,
      third,
    ]);
  });

  test('from and to a remark, which has no status.', () => {
    const [{ status, ...note }] = first.notes as [Recorded['notes'][number]];
    const was = [{ ...first, notes: [note] }, second, before(third, { status: 'supported' })];
    expect(recordNotes(was, reading, DAY).news).toEqual([
      `annotation first: remark → ${status}`,
      'annotation third: supported → remark',
    ]);
  });

  test('where nothing is known of what it said.', () => {
    const { annotations, news } = recordNotes([{ ...first, notes: [] }, second, third], reading, DAY);
    expect(news).toEqual(['annotation first: what it says, which format 1 did not record']);
    expect(annotations[0]!.notes).toEqual([{ ...first.notes[0], date: DAY }]);
  });

  test('also where it is as it was before it was withdrawn.', () => {
    const withdrawn = { edition: 2, date: '2026-02-01', why: 'Wrong.' };
    const { annotations, news } = recordNotes([{ ...first, withdrawn }, second, third], reading, DAY);
    expect(news).toEqual(['annotation first: back again']);
    expect(annotations[0]).toStrictEqual({
      ...first,
      notes: [...first.notes, { ...first.notes[0], date: DAY }],
    });
  });
});
