import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../src/core/address-finder.ts';

const written = (text: string) => findAddresses(text).map((address) => address.written);

describe('An address is found', () => {
  test.each<[string, string, ...string[]]>([
    ['in prose', 'See https://a.example/b?c=d#e.', 'https://a.example/b?c=d#e'],
    [
      'at the end of a sentence of any kind',
      'Is it https://a.example/b?! And https://a.example/c…',
      'https://a.example/b',
      'https://a.example/c…',
    ],
    ['without its scheme', 'See a.example/b, please', 'a.example/b'],
    ['with a port', 'localhost:4321/b or a.example:80/c', 'localhost:4321/b', 'a.example:80/c'],
    ['as a path alone', 'See /b/c.', '/b/c'],
    [
      'as a path without its slash where it looks cited',
      'b/?v=1 b/#p1 b/notes/c b/editions/2/',
      'b/?v=1',
      'b/#p1',
      'b/notes/c',
      'b/editions/2/',
    ],
    ['with brackets that it opens itself', '(https://a.example/b_(c))', 'https://a.example/b_(c)'],
    [
      'in brackets',
      '[it](https://a.example/b) {https://a.example/c}',
      'https://a.example/b',
      'https://a.example/c',
    ],
    ['but not what closes another bracket', '(https://a.example/b[c)d', 'https://a.example/b[c'],
    [
      'between quotation marks of any kind',
      '“https://a.example/b” and `https://a.example/c`',
      'https://a.example/b',
      'https://a.example/c',
    ],
    ['before signs of other scripts', 'https://a.example/b。それ', 'https://a.example/b'],
    [
      'one after another',
      'https://a.example/b https://a.example/c',
      'https://a.example/b',
      'https://a.example/c',
    ],
    ['with letters of any script', 'https://a.example/слово', 'https://a.example/слово'],
    ['in capitals', 'HTTPS://A.EXAMPLE/B', 'HTTPS://A.EXAMPLE/B'],
  ])('%s.', (_, text, ...expected) => {
    expect(written(text)).toEqual(expected);
  });

  test.each(['and/or', 'a.b', '1/2', '../b', 'x@a.example/b', 'a\\b/c', '//'])('not in %j.', (text) => {
    expect(written(text)).toEqual([]);
  });

  test('where it stands, in code units, and whether it says http.', () => {
    const text = '𝒂 https://a.example/b. /c!';
    expect(findAddresses(text)).toEqual([
      { start: 3, end: 22, written: 'https://a.example/b', hasScheme: true },
      { start: 24, end: 26, written: '/c', hasScheme: false },
    ]);
    expect(text.slice(3, 22)).toBe('https://a.example/b');
    expect(findAddresses('a.example/http')[0]!.hasScheme).toBe(false);
  });

  test('no longer than any browser takes.', () => {
    const [address] = findAddresses(`https://a.example/${'b'.repeat(5000)}`);
    expect(address!.written).toHaveLength(4000);
  });
});

describe('An address goes on after a line that could not hold it', () => {
  test.each<[string, string, string]>([
    ['before its question', 'https://a.example/b\n?v=1', 'https://a.example/b?v=1'],
    ['before the next field of it', 'https://a.example/b?v=1\r\n> &w=2', 'https://a.example/b?v=1&w=2'],
    ['before its fragment', 'https://a.example/b\r  #p8s2', 'https://a.example/b#p8s2'],
    ['after its sign', 'https://a.example/b?v=\n1234567', 'https://a.example/b?v=1234567'],
    ['after its number sign', 'https://a.example/b#\np8', 'https://a.example/b#p8'],
    ['anywhere between angle brackets', '<https://a.example/b\n  c/d>', 'https://a.example/bc/d'],
    ['anywhere between braces', '{https://a.example/b \n c}', 'https://a.example/bc'],
    ['where mail has broken it', 'https://a.example/b/=\r\nc', 'https://a.example/b/c'],
  ])('%s.', (_, text, expected) => {
    expect(written(text)[0]).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['before other words', 'https://a.example/b\nc', 'https://a.example/b'],
    ['before a heading of Markdown', 'https://a.example/b\n# Heading', 'https://a.example/b'],
    ['before a fragment that is none of a passage', 'https://a.example/b\n#heading', 'https://a.example/b'],
    ['where it has its fragment', 'https://a.example/b#p1\n?v=1', 'https://a.example/b#p1'],
    ['after an empty line', 'https://a.example/b\n\n?v=1', 'https://a.example/b'],
    ['before what is on the same line', 'https://a.example/b ?v=1', 'https://a.example/b'],
    [
      'after the sign of a field, which is no break of mail',
      'https://a.example/?v=\n\nb',
      'https://a.example/?v=',
    ],
  ])('and not %s.', (_, text, expected) => {
    expect(written(text)[0]).toBe(expected);
  });
});

describe('What others escape is undone:', () => {
  test.each([
    ['https:\\/\\/a.example\\/b', 'https://a.example/b'],
    ['https://a.example/b?c=d\\u0026e=f\\u0023g\\u003dh\\u005fi', 'https://a.example/b?c=d&e=f#g=h_i'],
    ['https://a.example/b\\_c\\#d\\%20\\&e\\~f\\$', 'https://a.example/b_c#d%20&e~f$'],
    ['https://a.example/b{\\_}c{}d', 'https://a.example/b_cd'],
    ['https://a.example/?b=c&amp;d=e&#38;f=g&#x26;h=i', 'https://a.example/?b=c&d=e&f=g&h=i'],
    ['https://a.example/b&#35;c', 'https://a.example/b#c'],
    ['https://a.example/b&#x23;c', 'https://a.example/b#c'],
    ['https://a.example/b&num;c', 'https://a.example/b#c'],
    ['https://a.example/?v=3D245b083#p8', 'https://a.example/?v=245b083#p8'],
    ['https://a.example/?v=3D245b0834', 'https://a.example/?v=3D245b0834'],
    ['https://a.example/?b=c&amp;', 'https://a.example/?b=c&'],
    ['https://a.example/b;', 'https://a.example/b'],
    ['https://a.example/b\\c', 'https://a.example/b'],
    ['https://a.example/b\\', 'https://a.example/b'],
  ])('%j.', (text, expected) => {
    expect(written(text)[0]).toBe(expected);
  });
});
