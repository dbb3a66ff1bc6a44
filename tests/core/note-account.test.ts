import { describe, expect, test } from 'vitest';
import { shorten } from '../../src/core/fingerprint.ts';
import type { Recorded, RecordedNote } from '../../src/core/ledger.ts';
import { accountOfNote } from '../../src/core/note-account.ts';
import { noteThatSaid } from './support/published.ts';

/** A note’s states, one a month: what it found and its status. */
function states(...said: [finding: string, status: string | undefined][]): RecordedNote[] {
  return said.map(([finding, status], index) => {
    const { status: known, ...rest } = noteThatSaid(finding, status ?? '');
    return { ...rest, ...(status !== undefined && { status: known }), date: `2026-0${index + 1}-05` };
  });
}

const rowOf = (notes: RecordedNote[]): Recorded => ({ annotation: 'a', edition: 1, notes });

/** What is told of a note that was cited when it said the first of these things, and says now the last. */
function changed(...said: Parameters<typeof states>) {
  const notes = states(...said);
  return accountOfNote({ what: 'changed', row: rowOf(notes), cited: notes[0]!, now: notes.at(-1)! })!;
}

test('A note that is as it was is told with the day since which it is so.', () => {
  const [note] = states(['Found.', 'supported']) as [RecordedNote];
  expect(accountOfNote({ what: 'same', row: rowOf([note]), note })).toEqual({
    standing: 'whole',
    lead: 'Unchanged since it was cited.',
    rest: `The note, as it has been since 5 January 2026, fingerprint ${shorten(note.hash)}.`,
    finding: [],
  });
});

describe('A note that changed is told', () => {
  test('with both of its findings in one, and both statuses.', () => {
    expect(changed(['Found one.', 'supported'], ['Found two.', 'contested'])).toEqual({
      standing: 'broken',
      lead: 'Changed since it was cited,',
      rest: 'on 5 February 2026. It was: supported; it is: contested. Its finding:',
      finding: [
        { what: 'same', text: 'Found ' },
        { what: 'gone', text: 'one' },
        { what: 'new', text: 'two' },
        { what: 'same', text: '.' },
      ],
    });
  });

  test.each<[string, Parameters<typeof states>, string]>([
    [
      'with one status where that stayed',
      [
        ['One.', 'supported'],
        ['Two.', 'supported'],
      ],
      'on 5 February 2026. It was, and is: supported. Its finding:',
    ],
    [
      'with the day on which it changed first since then',
      [
        ['One.', 'supported'],
        ['Two.', 'supported'],
        ['Three.', 'supported'],
      ],
      'on 5 February 2026. It was, and is: supported. Its finding:',
    ],
    [
      'without its finding where that stayed',
      [
        ['One.', 'supported'],
        ['One.', 'qualified'],
      ],
      'on 5 February 2026. It was: supported; it is: qualified. Its finding is the same.',
    ],
    [
      'as changed in its body where nothing else did',
      [
        ['One.', 'supported'],
        ['One.', 'supported'],
      ],
      'on 5 February 2026. It was, and is: supported. Its finding is the same; what it says beyond it has changed.',
    ],
    [
      'as a remark where it had no status',
      [
        ['One.', undefined],
        ['One.', 'supported'],
      ],
      'on 5 February 2026. It was: a remark; it is: supported. Its finding is the same.',
    ],
  ])('%s.', (_, said, rest) => {
    const account = changed(...said);
    expect(account.rest).toBe(rest);
    expect(account.finding.length > 0).toBe(said[0]![0] !== said.at(-1)![0]);
  });
});

test('A note that was withdrawn is told with the edition and the day.', () => {
  const row = {
    ...rowOf(states(['One.', 'supported'])),
    withdrawn: { edition: 2, date: '2026-03-01', why: 'Wrong.' },
  };
  expect(accountOfNote({ what: 'withdrawn', row })).toEqual({
    standing: 'dotted',
    lead: 'Withdrawn since it was cited,',
    rest: 'in edition 2, 1 March 2026. What it said last is below.',
    finding: [],
  });
});

test('A fingerprint that was never published is told with that of the note now; what is none is told as none.', () => {
  const row = rowOf(states(['One.', 'supported'], ['Two.', 'supported']));
  expect(accountOfNote({ what: 'unknown', row, fingerprint: 'ABCDEF0' })).toEqual({
    standing: 'sparse',
    lead: 'This link’s fingerprint, abcdef0, was never published',
    rest: `for this note; it may have been mistyped. The note as it stands has ${shorten(row.notes[1]!.hash)}.`,
    finding: [],
  });
  expect(accountOfNote({ what: 'malformed', row, fingerprint: 'x' })).toEqual({
    standing: 'sparse',
    lead: 'What this link has for a fingerprint is none:',
    rest: 'it is not seven of the digits 0 to 9 and a to f; it may have been cut off.',
    finding: [],
  });
});

test('Of a note that was not cited by a fingerprint, or never was, nothing is told.', () => {
  expect(accountOfNote({ what: 'untold', row: rowOf([]) })).toBeUndefined();
  expect(accountOfNote({ what: 'never', id: 'a' })).toBeUndefined();
});
