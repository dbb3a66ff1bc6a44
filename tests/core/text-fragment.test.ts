import { describe, expect, test } from 'vitest';
import { BARRIER, BLOCK, BREAK, textDirective, widenToWords } from '../../src/core/text-fragment.ts';

/** The directive for words of a text, which stand in it once. */
function tell(text: string, words: string, language = 'en'): string | undefined {
  const start = text.indexOf(words);
  const directive = textDirective(text, [{ start, end: start + words.length }], language);
  return directive && decodeURIComponent(directive);
}

describe('Words of a page', () => {
  test.each([
    ['that stand once, are told by themselves', 'One two three.', 'two', 'text=two'],
    ['that stand twice, by the least that tells them apart', 'a b c. x b d.', 'b d', 'text=b d'],
    ['with another word after them', 'See b c. See b d.', 'b d', 'text=b d'],
    ['in another case, are the same', 'Offer made. The offer stands.', 'offer', 'text=offer,-stands'],
    ['with other accents and quotation marks too', '“Élan” once. "elan" now', '"elan"', 'text="elan",-now'],
    [
      'over the end of a block, are told by what stands at either end',
      `end${BARRIER}the end${BLOCK}And so`,
      'end\nAnd',
      'text=the-,end,And',
    ],
  ])('%s', (_, text, words, directive) => {
    expect(tell(text, words)).toBe(directive);
  });

  test('that are a part of others, are told from them', () => {
    const text = 'Another thing. The other thing.';
    const start = text.lastIndexOf('other');
    expect(textDirective(text, [{ start, end: start + 5 }], 'en')).toBe('text=The-,other');
  });

  test('of which there are many, are told by the first and the last, each in its line', () => {
    const long = `Lorem ipsum dolor sit amet ${'consectetur '.repeat(12)}sed do eiusmod tempor`;
    expect(tell(`${long}.`, long)).toBe('text=Lorem ipsum dolor,do eiusmod tempor');
    const rows = `First cell${BREAK}Second cell${BLOCK}left${BREAK}right`;
    expect(tell(rows, rows)).toBe('text=First cell,right');
  });

  test('that come again only later, are the first', () => {
    expect(tell(`It is marked.${BARRIER}It is marked.`, 'is marked.')).toBe('text=is marked.');
  });

  test('that came before, with nothing certain beside them, are not told', () => {
    const text = `Same${BARRIER}Same${BARRIER}`;
    expect(textDirective(text, [{ start: 5, end: 9 }], 'en')).toBeUndefined();
  });

  test('in a script without spaces, have terms that end where no dictionary is asked', () => {
    expect(tell('人人生而自由，在尊严和权利上一律平等。', '严和权', 'zh')).toBe(
      'text=在尊-,严和权,-利上一律平等',
    );
  });

  test('are encoded so that neither the syntax nor a program that finds links cuts them', () => {
    const text = 'A (28-point) plan, & more.';
    expect(textDirective(text, [{ start: 0, end: text.length }], 'en')).toBe(
      'text=A%20%2828%2Dpoint%29%20plan%2C%20%26%20more%2E',
    );
  });
});

describe('A stretch', () => {
  test.each([
    ['inside a word, is the word', 'One 600,000-person cap', [5, 8], '600,000', 1],
    ['over two, is both', 'One two three', [5, 9], 'two three', 2],
    ['keeps the punctuation it has, and no other', 'The “offer”. So', [6, 11], 'offer”', 1],
    ['leaves out white space', ' One two ', [0, 5], 'One', 1],
    ['in a script without spaces, is its letters', '人人生而自由', [1, 3], '人生', 1],
    ['of letters with marks, has them whole', 'ภาษาไทยนี้', [8, 9], 'นี้', 1],
  ] as const)('%s', (_, text, [start, end], words, count) => {
    const wide = widenToWords(text, { start, end }, 'en')!;
    expect([text.slice(wide.start, wide.end), wide.count]).toEqual([words, count]);
  });

  test.each(['   ', ' — ', BARRIER])('without a word is none: %j', (text) => {
    expect(widenToWords(text, { start: 0, end: text.length }, 'en')).toBeUndefined();
  });
});

test.each([
  [120, true],
  [121, false],
])('Of a line words of %d letters are told whole: %s.', (length, isWhole) => {
  const words = `one two three four ${'x'.repeat(length - 37)} five six seven end`.slice(0, length);
  const text = `Before it: ${words} after.`;
  expect(tell(text, words)?.includes(words)).toBe(isWhole);
});

test('A full stop within words is kept as it is, and at their end is not.', () => {
  const text = 'See 2.5 m. Then';
  expect(textDirective(text, [{ start: 4, end: 10 }], 'en')).toBe('text=2.5%20m%2E');
});

test('Of several runs each has a term of its own.', () => {
  const text = 'One two three.';
  const runs = [
    { start: 0, end: 3 },
    { start: 8, end: 13 },
  ];
  expect(textDirective(text, runs, 'en')).toBe('text=One&text=three');
});
