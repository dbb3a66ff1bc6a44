import { describe, expect, test } from 'vitest';
import type { Bearing, Status } from '../../src/core/annotation.ts';
import { decisive, exhibitOf } from '../../src/core/exhibit.ts';
import { read, TODAY } from './support/reading.ts';

/** An annotation with these excerpts; two asterisks on either side make words decisive. */
function stated(status: Status, excerpts: readonly (readonly [Bearing, string])[], quote = 'Words') {
  const evidence = excerpts
    .map(([bearing, words]) => `    <Evidence source="post" bearing="${bearing}">${words}</Evidence>\n`)
    .join('\n');
  const mark = `<Claim id="a" status="${status}" checked="${TODAY}">${quote}</Claim>.`;
  return read(`${mark}\n\n[^a]: Found.\n\n${evidence}`).reading.annotations[0]!;
}
const shown = (status: Status, ...excerpts: (readonly [Bearing, string])[]) =>
  exhibitOf(stated(status, excerpts))?.pieces.flatMap(decisive);

describe('Beside the text’s words stand', () => {
  test('of a contradicted statement those that contradict it.', () => {
    expect(shown('contradicted', ['context', 'It **is** so.'], ['contradicts', 'It **is not**.'])).toEqual([
      'is not',
    ]);
  });

  test('of a contested one those of both sides, the supporting first, and else what qualifies.', () => {
    const against = ['contradicts', 'It **is not**.'] as const;
    const half = ['qualifies', 'It is **in part**.'] as const;
    expect(shown('contested', against, half, ['supports', 'It **is**.'])).toEqual(['is', 'is not']);
    expect(shown('contested', against, half)).toEqual(['in part', 'is not']);
  });

  test('the first in which words are underlined, with all these words.', () => {
    expect(
      shown(
        'supported',
        ['supports', 'It is.'],
        ['supports', 'It **was** and **is**.'],
        ['supports', '**Yes**.'],
      ),
    ).toEqual(['was', 'is']);
  });

  test.each<Status>(['opinion', 'unchecked'])('none beside an %s, which nothing decides.', (status) => {
    expect(shown(status, ['context', 'It **is** so.'])).toBeUndefined();
  });

  test('none where no words are underlined.', () => {
    expect(shown('supported', ['supports', 'It is.'])).toBeUndefined();
  });
});

test.each([
  [60, 5, 'short'],
  [5, 60, 'short'],
  [61, 5, 'middling'],
  [5, 110, 'middling'],
  [111, 5, 'long'],
])('%i letters beside %i are %s: the longest side decides.', (own, theirs, length) => {
  const excerpt = ['supports', `It **${'x'.repeat(theirs)}** is.`] as const;
  expect(exhibitOf(stated('supported', [excerpt], 'x'.repeat(own)))!.length).toBe(length);
});
