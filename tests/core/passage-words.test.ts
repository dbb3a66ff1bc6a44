import { expect, test } from 'vitest';
import { blockInWords, nounOf, passageInWords, quoted } from '../../src/core/passage-words.ts';

test.each([
  [{ kind: 'byline', anchor: 'p0' }, 'the by-line'],
  [{ kind: 'paragraph', anchor: 'p8' }, 'paragraph 8'],
  [{ kind: 'paragraph', anchor: 'p4a' }, 'paragraph 4a'],
  [{ kind: 'row', anchor: 'p3' }, 'table row 3'],
  [{ kind: 'code', anchor: 'p5' }, 'block of code 5'],
  [{ kind: 'heading', anchor: 'winter', text: 'The winter' }, 'the heading “The winter”'],
  [{ kind: 'heading', anchor: 'winter' }, 'the heading “winter”'],
] as const)('Within a sentence %j is %s.', (block, words) => {
  expect(blockInWords(block)).toBe(words);
  expect(passageInWords({ block })).toBe(words);
});

test('A sentence is told with its paragraph.', () => {
  const sentence = { kind: 'sentence', anchor: 'p8s2' } as const;
  expect(nounOf(sentence)).toBe('sentence');
  expect(passageInWords({ block: { kind: 'paragraph', anchor: 'p8' }, sentence })).toBe(
    'sentence 2 of paragraph 8',
  );
});

test('Of long words the first forty letters are repeated.', () => {
  expect(quoted('😀'.repeat(40))).toBe(`“${'😀'.repeat(40)}”`);
  expect(quoted('😀'.repeat(41))).toBe(`“${'😀'.repeat(40)}…”`);
});
