import { expect, test } from 'vitest';
import { placeBetween, placeInWords, placeOf } from '../../src/core/locator.ts';
import { read } from './support/reading.ts';

const { blocks } = read('<Byline>By A.</Byline>\n\n## Winter\n\nOne. Two.\n\n```\ncode\n```').reading;

test.each([
  [0, undefined, 'By-line'],
  [0, 0, 'By-line, sentence 1'],
  [1, undefined, 'Heading “Winter”'],
  [2, undefined, '¶1'],
  [2, 1, '¶1, sentence 2'],
  [3, undefined, '¶2'],
])('Block %i, sentence %s, is “%s” on the page.', (ordinal, sentence, place) => {
  const block = blocks[ordinal]!;
  const part = sentence === undefined ? undefined : block.sentences[sentence];
  expect(placeOf(block, part)).toBe(place);
});

test.each([
  [0, [0], 'By-line, sentence 1'],
  [1, [], 'Heading “Winter”'],
  [2, [1], 'Paragraph 1, sentence 2'],
  [2, [0, 1], 'Paragraph 1, sentences 1 to 2'],
  [3, [], 'Paragraph 2'],
])('Block %i, sentences %j, is “%s” in words.', (ordinal, sentences, words) => {
  const block = blocks[ordinal]!;
  expect(
    placeInWords(
      block,
      sentences.map((sentence) => block.sentences[sentence]!),
    ),
  ).toBe(words);
});

test.each([
  [2, undefined, 2, undefined, '¶1'],
  [2, 0, 2, 0, '¶1, sentence 1'],
  [2, 0, 2, 1, '¶1, sentences 1 to 2'],
  [2, undefined, 3, undefined, '¶1 to ¶2'],
  [1, undefined, 2, 0, 'Heading “Winter” to ¶1, sentence 1'],
  [0, undefined, 2, 1, 'By-line to ¶1, sentence 2'],
])('From block %i, sentence %s, to block %i, sentence %s, is “%5$s”.', (first, from, last, to, place) => {
  const at = (block: number, sentence: number | undefined) => ({
    block: blocks[block]!,
    sentence: sentence === undefined ? undefined : blocks[block]!.sentences[sentence],
  });
  expect(placeBetween(at(first, from), at(last, to))).toBe(place);
});
