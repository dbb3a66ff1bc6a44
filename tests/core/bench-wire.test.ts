import { describe, expect, test } from 'vitest';
import { Chance } from '../../src/bench/chance.ts';
import type { Document } from '../../src/bench/document.ts';
import { drawQuestions } from '../../src/bench/questions.ts';
import { wavesOf } from '../../src/bench/wire.ts';

describe('Waves', () => {
  test.each<[what: string, transfers: [start: number, end?: number][], waves: number]>([
    ['nothing', [], 0],
    ['one', [[0, 1]], 1],
    [
      'all at once',
      [
        [0, 5],
        [0, 3],
        [1, 4],
      ],
      1,
    ],
    [
      'one after the other',
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      3,
    ],
    [
      'two rows, of which the longer counts',
      [
        [0, 1],
        [0, 4],
        [1, 2],
        [2, 3],
        [5, 6],
      ],
      4,
    ],
    [
      'in any order',
      [
        [4, 5],
        [0, 1],
        [2, 3],
      ],
      3,
    ],
    ['one that never came, for which nothing waits', [[0], [1, 2]], 1],
  ])('of %s: %j are %d.', (_, transfers, waves) => {
    expect(wavesOf(transfers.map(([start, end]) => ({ start, ...(end !== undefined && { end }) })))).toBe(
      waves,
    );
  });
});

describe('Questions', () => {
  const documents: Document[] = ['the ice closed the harbour', 'The pilots, again', 'no ship'].map(
    (text, id) => ({ id, place: '', url: '', title: '', text }),
  );

  test('are the same each time, none twice, one word and two in turn.', () => {
    const drawn = drawQuestions(documents, 8, new Chance(1));
    expect(drawQuestions(documents, 8, new Chance(1))).toEqual(drawn);
    expect(new Set(drawn).size).toBe(8);
    expect(drawn.some((question) => question.includes(' '))).toBe(true);
    expect(drawn.some((question) => !question.includes(' '))).toBe(true);
  });

  test('have words that stand in one document together.', () => {
    for (const question of drawQuestions(documents, 8, new Chance(2))) {
      const isFound = ({ text }: Document) => {
        const words = text.toLowerCase().match(/\p{L}+/gu)!;
        return question.split(' ').every((word) => words.includes(word));
      };
      expect(documents.some(isFound), question).toBe(true);
    }
  });
});
