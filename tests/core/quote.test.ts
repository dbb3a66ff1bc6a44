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

describe('A quotation from a paragraph', () => {
  const text = 'The end.\nIt was cold in the winter of that year.\nThe end.';
  const within = { start: 9, end: 48 };

  test('has context of that paragraph only.', () => {
    expect(describeQuote(text, 16, 20, { within })).toEqual({
      exact: 'cold',
      prefix: 'It was ',
      suffix: ' in the winter of that year.',
    });
  });

  test('has more where the paragraph is not enough: in the text, or in what else stands on its page.', () => {
    const whole = { exact: 'The end.', prefix: '', suffix: '\nIt was cold in the winter of th' };
    expect(describeQuote(text, 0, 8, { within: { start: 0, end: 8 } })).toEqual(whole);
    const elsewhere = 'He wrote: “It was cold in the winter of that year.”';
    expect(describeQuote(text, 16, 20, { within, elsewhere }).prefix).toBe('The end.\nIt was ');
  });

  test('is made longer within its paragraph first.', () => {
    const long = `First. ${'so '.repeat(20)}cold ${'yet '.repeat(20)}last.`;
    const start = long.indexOf('cold');
    const elsewhere = long.slice(start - 40, start + 44);
    const { prefix, suffix } = describeQuote(long, start, start + 4, {
      within: { start: 0, end: long.length },
      elsewhere,
    });
    expect(elsewhere).not.toContain(`${prefix}cold${suffix}`);
    expect(long).toContain(`${prefix}cold${suffix}`);
  });
});
