import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../src/core/candidates.ts';
import { type AlignedBlock, readEditions } from '../../src/core/sentences.ts';

/** As many as are ever looked at, of those that share words, and of those that are the same. */
const MOST = 16;

/** Sentences of one paragraph; one that begins with `#` is a heading of its own. */
const blocksOf = (sentences: readonly string[]): AlignedBlock[] =>
  sentences.map((sentence) => ({
    isHeading: sentence.startsWith('#'),
    sentences: [sentence.replace(/^# /, '')],
  }));

const candidatesOf = (before: readonly string[], after: readonly string[]) =>
  findCandidates(readEditions(blocksOf(before), blocksOf(after)));

/** Words that no two of these share, as often as is asked for. */
const unlike = (count: number, name = 'wren') =>
  Array.from(
    { length: count },
    (_, place) => `${name}${String.fromCharCode(97 + (place % 26))}${place} sang.`,
  );

describe('What a sentence may have become is', () => {
  test('itself, and whatever shares a word with it, in the order of the text.', () => {
    const before = ['The harbour froze in January.', 'Nobody remembered such a winter.'];
    const after = ['A winter like that was new.', 'Ships lay fast.', 'The harbour froze in February.'];
    expect(candidatesOf(before, after)).toEqual([[2], [0]]);
    expect(candidatesOf(before, [...before].reverse())).toEqual([[1], [0]]);
  });

  test('nothing, where no word of it is left.', () => {
    expect(candidatesOf(['The harbour froze.'], ['Lambs bleat.'])).toEqual([[]]);
  });

  test('never a sentence, where it is a heading, whatever their words.', () => {
    expect(candidatesOf(['# Harbour', 'Harbour'], ['Harbour', '# Harbour'])).toEqual([[1], [0]]);
    expect(candidatesOf(['# Harbour froze'], ['Harbour froze over', '# Harbour thaw'])).toEqual([[1]]);
  });

  test('told once, where it is the same and shares its words, too.', () => {
    expect(candidatesOf(['Frost came.', 'Frost went.'], ['Frost came.', 'Frost went.'])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('Of very many that are the same to the letter', () => {
  const same = (count: number) => Array.from({ length: count }, () => 'So it was.');

  test('all are looked at, as long as they are few.', () => {
    expect(candidatesOf(['So it was.'], same(MOST))).toEqual([Array.from({ length: MOST }, (_, b) => b)]);
  });

  // The words are in too many sentences to be a help, so that the same ones alone are found.
  test.each([
    ['at the beginning', 0, 0],
    ['a quarter on', 250, 242],
    ['in the middle', 500, 492],
    ['at the end', 999, 984],
  ])('those are, that are nearest to where it is expected: %s.', (_, place, from) => {
    const before = [...unlike(1000).slice(0, place), 'So it was.', ...unlike(1000).slice(place + 1)];
    const found = candidatesOf(before, same(1000))[place];
    expect(found).toEqual(Array.from({ length: MOST }, (_each, index) => from + index));
  });

  test('it is expected between its neighbours, which are where they stand in both texts once.', () => {
    const fixed = ['Gulls cried.', 'Ropes creaked.'];
    const before = [fixed[0]!, 'So it was.', 'So it was.', 'So it was.', fixed[1]!];
    // Twice as far apart after, and behind a hundred others.
    const after = [...same(500), fixed[0]!, ...same(399), fixed[1]!, ...same(500)];
    const middle = candidatesOf(before, after).slice(1, 4);
    expect(middle.map((found) => found[MOST / 2])).toEqual([600, 700, 800]);
  });

  test('what stands twice in either text is no neighbour, nor is what has crossed.', () => {
    const twice = candidatesOf(
      ['Gulls cried.', 'So it was.', 'Gulls cried.', ...unlike(1)],
      ['Gulls cried.', ...same(1000)],
    );
    // Two fifths of the way through the whole text.
    expect(twice[1]![MOST / 2]).toBe(400);
  });
});

describe('Of very many that share words', () => {
  test('those are looked at that share most, and no more than a few.', () => {
    const before = ['Amber boats carried cedar down every fjord.'];
    const words = ['Amber', 'boats', 'carried', 'cedar', 'down', 'every', 'fjord'];
    // Ever less of it, the best last.
    const after = Array.from({ length: 40 }, (_, place) =>
      [...words.slice(0, 1 + Math.floor(place / 6)), `x${place}q`, `y${place}q`].join(' '),
    );
    expect(candidatesOf(before, after)).toEqual([Array.from({ length: MOST }, (_, index) => 24 + index)]);
  });

  test('where they share as much, those are that are expected nearer.', () => {
    const others = unlike(100);
    const before = [...others.slice(0, 50), 'Amber boats came.', ...others.slice(51)];
    const after = Array.from({ length: 100 }, (_, place) => `Amber z${place}q`);
    expect(candidatesOf(before, after)[50]).toEqual(
      Array.from({ length: MOST }, (_, index) => 50 - MOST / 2 + index),
    );
  });

  test('a short one that shares most of its words is as good as a long one that shares many.', () => {
    const before = ['Amber boats carried cedar down every fjord.'];
    const long = (place: number) =>
      `Amber boats ${Array.from({ length: 40 }, (_, word) => `w${place}k${word}`).join(' ')}`;
    const after = [...Array.from({ length: MOST }, (_, place) => long(place)), 'Fjord cedar.'];
    expect(candidatesOf(before, after)[0]).toContain(MOST);
  });

  test('a word that hundreds have is no help.', () => {
    const common = (count: number) => Array.from({ length: count }, (_, place) => `Amber v${place}q`);
    expect(candidatesOf(['Amber came.'], common(400))[0]).toHaveLength(MOST);
    expect(candidatesOf(['Amber came.'], common(401))[0]).toEqual([]);
  });
});
