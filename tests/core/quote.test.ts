import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '../../src/core/canonical.ts';
import { describeQuote } from '../../src/core/quote.ts';
import { randomly } from './support/randomly.ts';

describe('A quotation', () => {
  test('has its words and what stands around them.', () => {
    expect(describeQuote('A cold winter is coming.', 2, 6)).toEqual({
      exact: 'cold',
      prefix: 'A ',
      suffix: ' winter is coming.',
    });
  });

  test('has no more context than it needs.', () => {
    const text = `${'a'.repeat(100)}here${'b'.repeat(100)}`;
    const { prefix, suffix } = describeQuote(text, 100, 104);
    expect([prefix, suffix]).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
  });

  test('has so much that it is found in one place only.', () => {
    const verse = `${'la '.repeat(30)}here ${'lo '.repeat(30)}`;
    const text = `First. ${verse}${verse}Last.`;
    const start = text.lastIndexOf('here');
    const { prefix, exact, suffix } = describeQuote(text, start, start + 4);
    expect(prefix.length).toBeGreaterThan(32);
    expect(text.split(prefix + exact + suffix)).toHaveLength(2);
  });

  test('that is the whole text has nothing around it.', () => {
    expect(describeQuote('All of it.', 0, 10)).toEqual({ exact: 'All of it.', prefix: '', suffix: '' });
    expect(describeQuote('', 0, 0)).toEqual({ exact: '', prefix: '', suffix: '' });
  });

  test('is counted in code points.', () => {
    expect(describeQuote('𝔸𝔹 cold 𝔸', 3, 7)).toEqual({ exact: 'cold', prefix: '𝔸𝔹 ', suffix: ' 𝔸' });
    expect(describeQuote('𝔸𝔹ℂ', 1, 2).exact).toBe('𝔹');
  });

  test('stands in its text once, wherever it was taken.', () => {
    for (const pick of randomly(100)) {
      const text = Array.from({ length: 300 }, () => pick(['a', 'b', ' ', '𝔸'])).join('');
      const start = pick(Array.from({ length: 290 }, (_, place) => place));
      const { exact, prefix, suffix } = describeQuote(text, start, start + 3);
      const whole = prefix + exact + suffix;
      expect(exact).toBe(sliceCodePoints(text, start, start + 3));
      expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
    }
  });
});
