import { describe, expect, test } from 'vitest';
import type { PassagePlace } from '../../src/core/locator.ts';
import { locatorIn } from '../../src/core/style-locator.ts';

const STYLE = { paragraph: { one: 'para. {n}', many: 'paras. {n}' } };

const at = (anchor: string, sentence?: string): PassagePlace => ({
  block: { kind: 'paragraph', anchor },
  ...(sentence !== undefined && { sentence: { anchor: sentence } }),
});
const heading: PassagePlace = { block: { kind: 'heading', anchor: 'the-plan', text: 'The plan' } };
const byline: PassagePlace = { block: { kind: 'byline', anchor: 'p0' } };

describe('A place is told as the style counts:', () => {
  test.each<[PassagePlace, PassagePlace | undefined, string]>([
    [at('p8'), undefined, 'para. 8'],
    [at('p8', 'p8s2'), undefined, 'para. 8, sentence 2'],
    [at('p4a', 'p4as1'), undefined, 'para. 4a, sentence 1'],
    [at('p8'), at('p9'), 'paras. 8–9'],
    [at('p8'), at('p8'), 'para. 8'],
    [at('p8', 'p8s2'), at('p8', 'p8s3'), 'para. 8, sentences 2–3'],
    [at('p8', 'p8s2'), at('p8', 'p8s2'), 'para. 8, sentence 2'],
    [at('p8', 'p8s3'), at('p9', 'p9s1'), 'para. 8, sentence 3 to para. 9, sentence 1'],
    [at('p8', 'p8s3'), at('p9'), 'para. 8, sentence 3 to para. 9'],
    [byline, undefined, 'by-line'],
    [heading, undefined, 'heading “The plan”'],
    [heading, at('p2'), 'heading “The plan” to para. 2'],
  ])('%#: %3$s', (first, last, expected) => {
    expect(locatorIn(STYLE, first, last)).toBe(expected);
  });
});
