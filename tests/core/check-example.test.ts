import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../src/core/check-example.ts';
import { ledgerWith } from './support/published.ts';

const NINE = 'One two three four five six seven eight nine.';

describe('What can be checked is shown by a text’s own words:', () => {
  const ledger = ledgerWith(1, [
    { anchor: 'a-long-heading', kind: 'heading', text: 'A long heading of more than eight words or so' },
    { anchor: 'p0', kind: 'byline' },
    { anchor: 'p0s1', text: 'By somebody who has a long line of words here.' },
    { anchor: 'p1' },
    { anchor: 'p1s1', text: 'One two three four five six seven eight.' },
    { anchor: 'p1s2', gone: 'removed', was: [{ text: NINE }] },
    { anchor: 'p1s3', text: NINE },
    { anchor: 'p1s4', text: 'One two three four five six seven eight nine ten.' },
  ]);

  test('a link, a quotation, one without a word, a mistyped link, and the text’s address.', () => {
    const [link, quoted, without, mistyped, url, ...others] = exampleOf(
      { slug: 'test', ledger, url: 'https://a.example/b' },
      '/repo/',
    );
    expect(link).toMatch(/^\/repo\/test\/\?v=[\da-f]{7}#p1s3$/);
    expect(quoted).toBe('“One two three four five six seven eight”');
    expect(without).toBe('“One two three five six seven eight”');
    expect(mistyped).toMatch(/^\/repo\/test\/\?v=[\da-f]{7}#p1s3$/);
    expect(mistyped).not.toBe(link);
    expect(url).toBe('https://a.example/b');
    expect(others).toEqual([]);
  });

  test('without an address where it has none.', () => {
    expect(exampleOf({ slug: 'test', ledger }, '/')).toHaveLength(4);
  });

  test('nothing where no sentence is long enough.', () => {
    const short = ledgerWith(1, [{ anchor: 'p1' }, { anchor: 'p1s1', text: 'It is short.' }]);
    expect(exampleOf({ slug: 'test', ledger: short }, '/')).toEqual([]);
  });
});
