import { describe, expect, test } from 'vitest';
import { illegibleIn, makeLegible, refuseIllegible } from '../../src/core/legible.ts';

const at = (code: number) => String.fromCharCode(code);

describe('A sign that no page can show is found and named:', () => {
  test.each([
    [0x00, 'The control character U+0000'],
    [0x08, 'The control character U+0008'],
    [0x0e, 'The control character U+000E'],
    [0x1f, 'The control character U+001F'],
    [0x7f, 'The control character U+007F'],
    [0x84, 'The control character U+0084'],
    [0x86, 'The control character U+0086'],
    [0x9f, 'The control character U+009F'],
    [0xd800, 'The code point U+D800'],
    [0xdfff, 'The code point U+DFFF'],
    [0xfdd0, 'The code point U+FDD0'],
    [0xfdef, 'The code point U+FDEF'],
    [0xfffe, 'The code point U+FFFE'],
    [0xffff, 'The code point U+FFFF'],
  ])('%#: %s', (code, name) => {
    expect(illegibleIn(`Kyiv ${at(code)} ${at(code)}`)).toEqual({ name, at: 5 });
    expect(makeLegible(`a${at(code)}b${at(code)}`)).toBe('a\uFFFDb\uFFFD');
  });
});

test.each([
  ['white space', '\t\n\v\f\r \u0085\u00A0\u2028'],
  ['letters and signs', 'Aé€~和'],
  ['pairs of surrogates', '😀𝒜'],
  ['neighbours of what is not', '\uFDCF\uFDF0\uFFFD\uE000\uF8FF'],
  ['nothing', ''],
])('%s can be shown.', (_, text) => {
  expect(illegibleIn(text)).toBeUndefined();
  expect(makeLegible(text)).toBe(text);
  expect(refuseIllegible({ path: 'a.yaml', text }, 'malformed-yaml')).toBeUndefined();
});

describe('A file is refused', () => {
  test.each([
    ['in its first line', { text: 'a\0' }, { line: 1, column: 2 }],
    ['at its beginning', { text: '\0' }, { line: 1, column: 1 }],
    ['in a later line', { text: 'One.\n\nT\0wo' }, { line: 3, column: 2 }],
    ['at the beginning of a line', { text: 'One.\n\0' }, { line: 2, column: 1 }],
    ['in a part of a file', { text: 'One.\n\0', firstLine: 7 }, { line: 8, column: 1 }],
  ])('for a sign that no page can show, %s.', (_, file, place) => {
    expect(refuseIllegible({ path: 'a.mdx', ...file }, 'malformed-mdx')).toEqual({
      id: 'malformed-mdx',
      severity: 'error',
      message: 'The control character U+0000 stands here, which no page can show.',
      hint: 'Take it out; if it is in a text, from its original too. The rest of this file was not checked.',
      position: { path: 'a.mdx', ...place },
    });
  });

  test('where it is too long to be read, whatever is in it.', () => {
    const longest = 'a'.repeat(8_000_000);
    expect(refuseIllegible({ path: 'a.yaml', text: longest }, 'malformed-yaml')).toBeUndefined();
    expect(refuseIllegible({ path: 'a.yaml', text: `${longest}${longest}\0` }, 'malformed-yaml')).toEqual({
      id: 'malformed-yaml',
      severity: 'error',
      message: 'The file has 16 million characters; more than 8 million are not read.',
      hint: 'Shorten it, or make several of it. Nothing in it was checked.',
      position: { path: 'a.yaml' },
    });
    expect(
      refuseIllegible({ path: 'a', text: longest + 'a'.repeat(250_000) }, 'malformed-mdx')!.message,
    ).toContain('has 8.3 million');
  });
});
