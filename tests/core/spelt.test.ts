import { describe, expect, test } from 'vitest';
import { escapeCommands, spellOut, spellOutLines } from '../../src/core/spelt.ts';

describe('What a terminal would obey', () => {
  test.each([
    [0x00, '<U+0000>'],
    [0x1b, '<U+001B>'],
    [0x7f, '<U+007F>'],
    [0x9b, '<U+009B>'],
    [0x0d, '<U+000D>'],
    [0x61c, '<U+061C>'],
    [0x200e, '<U+200E>'],
    [0x200f, '<U+200F>'],
    [0x2028, '<U+2028>'],
    [0x202e, '<U+202E>'],
    [0x2066, '<U+2066>'],
    [0x2069, '<U+2069>'],
    [0xfeff, '<U+FEFF>'],
  ])('is spelt out, in a line, in lines and in JSON: %#', (code, spelt) => {
    const text = `a${String.fromCharCode(code)}b${String.fromCharCode(code)}`;
    expect(spellOut(text)).toBe(`a${spelt}b${spelt}`);
    expect(spellOutLines(text)).toBe(`a${spelt}b${spelt}`);
    const escaped = escapeCommands(text);
    expect(escaped).toMatch(/^a\\u[0-9a-f]{4}b\\u[0-9a-f]{4}$/);
    expect(JSON.parse(`"${escaped}"`)).toBe(text);
  });
});

test('A line feed and a tabulator are what they seem in lines, not in one line; in JSON a line feed is.', () => {
  expect(spellOut('a\n\tb')).toBe('a<U+000A><U+0009>b');
  expect(spellOutLines('a\n\tb')).toBe('a\n\tb');
  expect(escapeCommands('{\n\t"a": 1\n}')).toBe('{\n\\u0009"a": 1\n}');
});

test('All else stays: letters of any script, signs and spaces.', () => {
  const text = 'Aé “Київ” שלום 和平 😀 \u00A0%\\';
  expect([spellOut(text), spellOutLines(text), escapeCommands(text)]).toEqual([text, text, text]);
});
