import { describe, expect, test } from 'vitest';
import { ledgerOfEdition, textOfEdition, wordsOf } from '../../src/core/edition-text.ts';
import { hash } from '../../src/core/hash.ts';
import { ledgerWith } from './support/published.ts';

const LEDGER = ledgerWith(3, [
  { anchor: 'p0', kind: 'byline' },
  { anchor: 'p0s1', text: 'By A.' },
  { anchor: 'background', kind: 'heading', text: 'Background' },
  { anchor: 'p1', edition: 2, was: [{ hash: hash('One. Two.') }] },
  { anchor: 'p1s1', edition: 2, text: 'One, edited.', was: [{ text: 'One.' }] },
  { anchor: 'p1s2', text: 'Two.' },
  { anchor: 'p2', gone: 'removed', edition: 3, was: [{ hash: hash('One. Two.') }] },
  { anchor: 'p2s1', gone: 'removed', edition: 3, was: [{ text: 'Three.' }] },
  { anchor: 'p3', kind: 'row', text: 'a\tb' },
  { anchor: 'p4', kind: 'code', text: 'code', edition: 2 },
]);

/** The text of an edition, and its passages with the words at their places. */
function told(edition: number) {
  const { text, passages, ...rest } = textOfEdition(LEDGER, edition);
  expect(rest).toEqual({ edition });
  return {
    text,
    passages: passages.map(({ row, start, end }) => `${row.anchor}: ${text.slice(start, end)}`),
  };
}

describe('The text of an edition', () => {
  test('has the sentences of a block in a line, and the words that they had then.', () => {
    expect(told(1)).toEqual({
      text: 'By A.\nBackground\nOne. Two.\nThree.\na\tb',
      passages: [
        'p0s1: By A.',
        'background: Background',
        'p1s1: One.',
        'p1s2: Two.',
        'p2s1: Three.',
        'p3: a\tb',
      ],
    });
  });

  test('has no words that were not there yet, or not any more.', () => {
    expect(told(2).text).toBe('By A.\nBackground\nOne, edited. Two.\nThree.\na\tb\ncode');
    expect(told(3)).toEqual({
      text: 'By A.\nBackground\nOne, edited. Two.\na\tb\ncode',
      passages: [
        'p0s1: By A.',
        'background: Background',
        'p1s1: One, edited.',
        'p1s2: Two.',
        'p3: a\tb',
        'p4: code',
      ],
    });
  });

  test('tells the state that each passage was in.', () => {
    expect(textOfEdition(LEDGER, 1).passages.map(({ state }) => [state.edition, state.text])[2]).toEqual([
      1,
      'One.',
    ]);
  });

  test('is empty where nothing was published.', () => {
    expect(textOfEdition(ledgerWith(1, []), 1)).toEqual({ edition: 1, text: '', passages: [] });
  });
});

test('The ledger of an edition has its passages alone, as they were, and no later edition.', () => {
  const { editions, anchors } = ledgerOfEdition(LEDGER, 1);
  expect(editions.map(({ edition }) => edition)).toEqual([1]);
  expect(anchors.map(({ anchor, kind, text }) => [anchor, kind, text])).toEqual([
    ['p0', 'byline', undefined],
    ['p0s1', 'sentence', 'By A.'],
    ['background', 'heading', 'Background'],
    ['p1', 'paragraph', undefined],
    ['p1s1', 'sentence', 'One.'],
    ['p1s2', 'sentence', 'Two.'],
    ['p2', 'paragraph', undefined],
    ['p2s1', 'sentence', 'Three.'],
    ['p3', 'row', 'a\tb'],
  ]);
});

test('The words of a block are those of its sentences as they stand.', () => {
  const words = (anchor: string) =>
    wordsOf(
      LEDGER,
      LEDGER.anchors.find((row) => row.anchor === anchor)!,
    );
  expect(['p0', 'p1', 'p1s2', 'background', 'p3'].map(words)).toEqual([
    'By A.',
    'One, edited. Two.',
    'Two.',
    'Background',
    'a\tb',
  ]);
  const last = ledgerWith(1, [
    { anchor: 'p1' },
    { anchor: 'p1s1', text: 'One.' },
    { anchor: 'p1s2', text: 'Two.' },
  ]);
  expect(wordsOf(last, last.anchors[0]!)).toBe('One. Two.');
});
