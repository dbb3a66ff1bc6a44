import { describe, expect, test } from 'vitest';
import { contentsInEnglish } from '../../src/core/contents.ts';
import type { Row } from '../../src/core/ledger.ts';
import { gone, ledgerOf, paragraph, said } from './support/ledger.ts';

const other = (anchor: string, kind: Row['kind'], edition = 1): Row => ({
  anchor,
  kind,
  ...said(edition, anchor),
});

const note = (annotation: string, edition: number, withdrawn?: number) => ({
  annotation,
  edition,
  notes: [],
  ...(withdrawn !== undefined && { withdrawn: { edition: withdrawn, date: '2026-01-01', why: 'Wrong.' } }),
});

describe('What an edition held is told in a sentence:', () => {
  test.each([
    ['paragraphs, even where there are none', [], 'No paragraphs; no notes.'],
    [
      'sentences are no part of it',
      [paragraph('p1', 1, 'A.'), other('p1s1', 'sentence')],
      'One paragraph; no notes.',
    ],
    [
      'what is there once and what is there twice',
      [
        other('p0', 'byline'),
        paragraph('p1', 1, 'A.'),
        other('winter', 'heading'),
        other('p2', 'row'),
        other('p3', 'row'),
        other('p4', 'code'),
      ],
      'A by-line, one paragraph, one heading, two table rows and one piece of code; no notes.',
    ],
  ])('%s.', (_, rows, expected) => {
    expect(contentsInEnglish({ ...ledgerOf(1, []), anchors: rows }, 1)).toBe(expected);
  });

  test('passages of later editions and those that are gone are not counted.', () => {
    const ledger = ledgerOf(3, [
      paragraph('p1', 1, 'A.'),
      paragraph('p2', 2, 'B.'),
      gone('p3', 'paragraph', { edition: 3, gone: 'removed' }, [said(1, 'C.')]),
    ]);
    expect([1, 2, 3].map((edition) => contentsInEnglish(ledger, edition))).toEqual([
      'Two paragraphs; no notes.',
      'Three paragraphs; no notes.',
      'Two paragraphs; no notes.',
    ]);
  });

  test('notes count from their edition on, to that in which they are withdrawn.', () => {
    const annotations = [note('a', 1), note('b', 2), note('c', 1, 3)];
    const ledger = { ...ledgerOf(3, []), annotations };
    expect([1, 2, 3].map((edition) => contentsInEnglish(ledger, edition))).toEqual([
      'No paragraphs; two notes.',
      'No paragraphs; three notes.',
      'No paragraphs; two notes.',
    ]);
  });
});
