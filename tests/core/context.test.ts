import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/core/context.ts';
import { claim, read } from './support/reading.ts';

const NOTES = ['first', 'over', 'inner', 'astral', 'row'].map((id) => `\n[^${id}]: Found.\n`).join('');
const { reading } = read(
  `${claim('first', 'One')} stands first. It ends ${claim('over', `here. And ${claim('inner', 'goes')} on`)} after it.\n\n` +
    `𝔸 letter, ${claim('astral', 'words')}\n  behind it.\n\n| A | B |\n| - | - |\n| c | ${claim('row', 'd')} |\n${NOTES}`,
);

/** What stands around an annotation’s words, with the words between bars. */
const shown = (id: string) => {
  const annotation = reading.annotations.find((each) => each.id === id)!;
  const { before, after } = contextOf(annotation, reading);
  return `${before}|${annotation.quote}|${after}`;
};
const contextFor = (id: string) =>
  contextOf(
    reading.annotations.find((each) => each.id === id)!,
    reading,
  );

describe('Marked words stand', () => {
  test.each([
    ['first', '|One| stands first.'],
    ['over', 'It ends |here. And goes on| after it.'],
    ['inner', 'And |goes| on after it.'],
    ['astral', '𝔸 letter, |words| behind it.'],
    ['row', 'c |d|'],
  ])('in their sentence, or sentences, or block: %s.', (id, expected) => {
    expect(shown(id)).toBe(expected);
  });

  test('in one sentence, or in several, or in a block that has none.', () => {
    expect(contextFor('inner').sentence?.anchor).toBe('p1s3');
    expect(contextFor('over').sentence).toBeUndefined();
    expect(contextFor('over').sentences.map(({ anchor }) => anchor)).toEqual(['p1s2', 'p1s3']);
    expect(contextFor('row').sentences).toEqual([]);
    expect(contextFor('row').block.kind).toBe('row');
  });
});
