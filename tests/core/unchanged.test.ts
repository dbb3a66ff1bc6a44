import { expect, test } from 'vitest';
import { noteSince, whereAndSince } from '../../src/core/unchanged.ts';

const block = { kind: 'paragraph', anchor: 'p8' } as const;
const sentence = { kind: 'sentence', anchor: 'p8s2' } as const;

test.each([
  ['of several', 1, 3, 'since edition 1'],
  ['that came with the last', 3, 3, 'edition 3'],
  ['of one edition', 1, 1, 'edition 1'],
])('A passage that is as it was says since which edition: %s.', (_, edition, editions, since) => {
  expect(whereAndSince({ block, sentence }, { edition, editions, fingerprint: '245b083' })).toBe(
    `Sentence 2 of paragraph 8, ${since}, fingerprint 245b083.`,
  );
});

test('A note that is as it was says since which day.', () => {
  expect(noteSince('22 November 2026', '245b083')).toBe(
    'The note, as it has been since 22 November 2026, fingerprint 245b083.',
  );
});
