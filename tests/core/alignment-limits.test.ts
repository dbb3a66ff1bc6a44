import { describe, expect, test } from 'vitest';
import { align, type AlignedBlock } from '../../src/core/alignment.ts';

/** Milliseconds after which a text hangs the program: no measure of speed. */
const HANGING = 60_000;

/** Sentences of a text of 2 MB. */
const MANY = 15_000;

const one = (sentence: string): AlignedBlock => ({ isHeading: false, sentences: [sentence] });

/** A sentence of its own for each number, of words that others have too. */
const sentenceOf = (number: number) =>
  Array.from({ length: 18 }, (_, place) => `word${(number * 7919 + place * place * 104_729) % 3001}`).join(
    ' ',
  );

describe('A text of 2 MB', () => {
  test(
    'is aligned with an edit of itself.',
    () => {
      const before = Array.from({ length: MANY }, (_, number) => one(sentenceOf(number)));
      const after = before.flatMap((block, number) => {
        if (number % 20 === 0) return [];
        if (number % 10 === 5) return [one(block.sentences[0]!.replace(/word\d+/, 'another'))];
        return number % 50 === 1 ? [block, one(`${sentenceOf(number + MANY)} new`)] : [block];
      });
      const changes = Map.groupBy(align(before, after), ({ change }) => change);
      expect(changes.get('removed')).toHaveLength(MANY / 20);
      expect(changes.get('edited')).toHaveLength(MANY / 10);
    },
    HANGING,
  );

  test(
    'that is one sentence, said again and again, is aligned.',
    () => {
      const block = one('This is the only sentence there is, and it is said until nobody listens any more.');
      const before = Array<AlignedBlock>(MANY).fill(block);
      const fates = align(before, before.slice(100));
      expect(fates.filter(({ change }) => change === 'kept')).toHaveLength(MANY - 100);
    },
    HANGING,
  );

  test(
    'that stands in the opposite order is aligned.',
    () => {
      const before = Array.from({ length: MANY }, (_, number) => one(sentenceOf(number)));
      const fates = align(before, before.toReversed());
      expect(fates.filter(({ change }) => change === 'kept').length).toBeGreaterThan(MANY * 0.99);
    },
    HANGING,
  );

  test(
    'without a full stop is one sentence, edited.',
    () => {
      const words = Array.from({ length: 300_000 }, (_, place) => `w${(place * 7919) % 30_011}`);
      const fates = align([one(words.join(' '))], [one(words.with(150_000, 'another').join(' '))]);
      expect(fates).toMatchObject([{ change: 'edited', to: [0], ask: false }]);
    },
    HANGING,
  );

  test(
    'without a space is one sentence, edited.',
    () => {
      const letters = Array.from({ length: 700_000 }, (_, place) =>
        String.fromCodePoint(0x4e00 + ((place * 7919) % 2503)),
      );
      const fates = align([one(letters.join(''))], [one(letters.with(350_000, '冬').join(''))]);
      expect(fates).toMatchObject([{ change: 'edited', to: [0], ask: false }]);
    },
    HANGING,
  );
});
