import { describe, expect, test } from 'vitest';
import { HEAD, remainsOf } from '../../src/core/remains.ts';
import { gone, ledgerOf, paragraph, said, sentence } from './support/ledger.ts';

const note = {
  date: '2026-01-01',
  edition: 1,
  hash: 'a'.repeat(64),
  finding: 'Found.',
  passage: 'p3s1',
  quote: 'words',
};

const remains = remainsOf(
  ledgerOf(
    2,
    [
      gone('p1', 'paragraph', { edition: 2, gone: 'removed', near: 'p2' }, [said(1, 'A.')]),
      gone('p1s1', 'sentence', { edition: 2, gone: 'removed', near: 'p2' }, [said(1, 'A.')]),
      paragraph('p2', 2, 'B.', { was: [said(1, 'B. C.')] }),
      sentence('p2s1', said(1, 'B.')),
      gone('p2s2', 'sentence', { edition: 2, gone: 'removed', near: 'p2s1' }, [said(1, 'C.')]),
      gone('p3', 'paragraph', { edition: 2, gone: 'merged', into: 'p4' }, [said(1, 'D.')]),
      gone('p3s1', 'sentence', { edition: 2, gone: 'merged', into: 'p4s1' }, [said(1, 'D.')]),
      paragraph('p4', 2, 'D, E.', { was: [said(1, 'E.')] }),
      sentence('p4s1', said(2, 'D, E.'), { was: [said(1, 'E.')] }),
      sentence('p9s1', said(1, 'F.'), { moves: [{ edition: 2, from: 'p3' }] }),
    ],
    [
      {
        annotation: 'words',
        edition: 1,
        notes: [note],
        withdrawn: { edition: 2, date: '2026-02-01', why: 'It went.' },
      },
    ],
  ),
);

describe('What is no more', () => {
  test('leads, where it was joined to another, there.', () => {
    expect([...remains.aliases]).toEqual([
      ['p4', ['p3']],
      ['p4s1', ['p3s1']],
    ]);
  });

  test('stands, where it was removed, after the block that stands before it, or at the head of the text.', () => {
    const places = [...remains.removed].map(([after, lost]) => [after, lost.map(({ row }) => row.anchor)]);
    expect(places).toEqual([
      [HEAD, ['p1', 'p1s1']],
      ['p2', ['p2s2']],
    ]);
  });

  test('and a withdrawn note, where its passage stood.', () => {
    expect([...remains.withdrawn.keys()]).toEqual(['p2']);
  });
});

test('A passage has a history where its words or its place were others; one that is new has none.', () => {
  expect([...remains.changed.keys()]).toEqual(['p2', 'p4', 'p4s1', 'p9s1']);
});
