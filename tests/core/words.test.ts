import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { canonical } from '../../src/core/canonical.ts';
import { wordsOf } from '../../src/core/words.ts';

test.each([
  ['paragraphs', 'One.\n\nTwo.', 'One. Two.'],
  ['a heading', '# One\nTwo.', 'One Two.'],
  ['items', '- 2\n- 3 people', '2 3 people'],
  ['a quotation', '> One.\n\nTwo.', 'One. Two.'],
  ['cells and rows', '| a | b |\n| - | - |\n| c | d |', 'a b c d'],
  ['code', '```\nOne\n```\nTwo.', 'One Two.'],
  ['lines', 'One\\\ntwo.', 'One two.'],
])('The words of %s do not run into one another.', (_, markdown, words) => {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  expect(canonical(wordsOf(tree))).toBe(words);
});

test('The words of a line stay together, and what has none has none.', () => {
  const tree = unified().use(remarkParse).parse('O*n*e [t**w**o](a)`.`![picture](b) ***\n\n***\n');
  expect(canonical(wordsOf(tree))).toBe('One two. ***');
});
