import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/core/draft/line.ts';
import { readPlainText } from '../../src/core/draft/plain-text.ts';
import { endsSentence, findMargin, isProse, isWrappedAt, widest } from '../../src/core/draft/wrapping.ts';

/** The beginning of the Gettysburg Address. */
const WORDS =
  'Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure.'.split(
    ' ',
  );

function wrap(words: readonly string[], width: number): string {
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return lines.join('\n');
}

/** Words that fill some columns. */
const filling = (columns: number, first = 'a') => first + 'x'.repeat(columns - first.length);
const only = (text: string) => linesOf(text)[0]!;
const marginOf = (text: string) => findMargin(linesOf(text));

describe('The margin of a text', () => {
  test.each([40, 55, 60, 72, 80, 100, 120])('is found where it was wrapped at %i columns.', (width) => {
    const text = wrap(WORDS, width);
    const margin = marginOf(text)!;
    expect(margin).toBeGreaterThanOrEqual(40);
    expect(margin).toBeLessThanOrEqual(120);
    expect(wrap(WORDS, margin)).toBe(text);
    expect(isProse(only(text), margin)).toBe(true);
  });

  test.each<[columns: number, lines: number, isFound: boolean]>([
    [60, 2, true],
    [59, 2, false],
    [59, 3, false],
    [59, 4, true],
    [40, 4, true],
    [120, 2, true],
    [121, 4, false],
  ])('of %i columns is seen in %i lines: %s.', (columns, lines, isFound) => {
    const text = Array.from({ length: lines }, () => `${filling(columns - 2)} b`).join('\n');
    expect(marginOf(text) !== undefined).toBe(isFound);
  });

  test.each<[what: string, text: string]>([
    ['no line', ''],
    ['one line', wrap(WORDS, 72).split('\n')[0]!],
    ['lines apart', wrap(WORDS, 72).replaceAll('\n', '\n\n')],
    ['short lines', wrap(WORDS, 20)],
    ['lines that begin with capitals', wrap(WORDS, 72).replace(/^./gm, (letter) => letter.toUpperCase())],
    ['lines as long as their words asked for', WORDS.join(' ').replaceAll(', ', ',\n')],
  ])('is none in %s.', (_, text) => {
    expect(marginOf(text)).toBeUndefined();
  });

  test.each<[wrapped: number, others: number, isFound: boolean]>([
    [7, 3, true],
    [6, 3, false],
    [14, 6, true],
    [14, 7, false],
  ])(
    'is one where it explains seven ends of lines in ten: of %i, and not of %i: %s.',
    (wrapped, others, isFound) => {
      const text = [
        ...Array.from({ length: wrapped }, () => `${filling(69)} b\nb`),
        ...Array.from({ length: others }, () => `${filling(60)} b\nb`),
      ].join('\n\n');
      expect(marginOf(text) !== undefined).toBe(isFound);
    },
  );

  test.each<[running: number, capitals: number, isFound: boolean]>([
    [1, 2, true],
    [1, 3, false],
    [2, 4, true],
  ])(
    'is one where a third of its lines goes on in lower case: %i, and %i not: %s.',
    (running, capitals, isFound) => {
      const text = [
        ...Array.from({ length: running }, () => `${filling(69)} b\n${filling(9)}`),
        ...Array.from({ length: capitals }, () => `${filling(69)} b\n${filling(9, 'A')}`),
      ].join('\n\n');
      expect(marginOf(text) !== undefined).toBe(isFound);
    },
  );

  test('is asked neither of narrow lines nor of those that end a sentence.', () => {
    const narrow = 'Roses are red,\nViolets are blue,\n'.repeat(8);
    const sentences = `${filling(59)}.\nb\n`.repeat(8);
    const wide = Array.from({ length: 8 }, (__, index) => `b ${filling(58 + index)}`).join('\n');
    const prose = wrap(WORDS, 72);
    expect([narrow, sentences, wide].map((other) => marginOf(`${prose}\n\n${other}`) !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('Lines are prose', () => {
  test.each<[filled: number, others: number, is: boolean]>([
    [3, 2, true],
    [2, 2, false],
    [0, 0, false],
    [0, 3, false],
    [1, 0, true],
  ])('where six in ten are filled: %i, and %i not: %s.', (filled, others, is) => {
    const lines = [
      ...Array.from({ length: filled }, () => `b ${filling(70)}`),
      ...Array.from({ length: others }, () => `b ${filling(58)}`),
      'b',
    ];
    expect(isProse(only(lines.join('\n')), 72)).toBe(is);
  });

  test('not where all are narrow.', () => {
    expect(isProse(only('Roses are red,\nViolets are blue,\nSugar is sweet,'), 72)).toBe(false);
  });
});

describe('A line ends at the margin', () => {
  const margin = 100;
  test.each<[what: string, line: string, next: string, is: boolean]>([
    ['where the next word would not have fitted', filling(95), 'Axxxxx', true],
    ['not where it would just have fitted', filling(95), 'Axxx', false],
    ['where it would have been one too wide', filling(95), 'Axxxx b', true],
    ['where it is a word too wide', filling(108), 'A', true],
    ['not where it is wider than that', filling(109), 'A', false],
    ['where it is near, in mid-sentence', filling(80), 'a', true],
    ['not where it is not near', filling(79), 'a', false],
    ['not where the next line begins with a capital', filling(80), 'A', false],
    ['not where a sentence ends', `${filling(79)}.`, 'a', false],
    ['not where a sentence ends within quotation marks', `${filling(78)}!”`, 'a', false],
  ])('%s.', (_, line, next, is) => {
    const [first, second] = only(`${line}\n${next}`);
    expect(isWrappedAt(first!, second!, margin)).toBe(is);
  });
});

test('The widest of some lines counts, with what stands before it.', () => {
  expect(widest(only('ab\n    c\nd'))).toBe(5);
  expect(widest(only('ab\n\tc'))).toBe(9);
  expect(widest([])).toBe(0);
});

test.each([
  ['It is.', true],
  ['Is it?”', true],
  ['Oh … («no!»)', true],
  ['冬です。', true],
  ['It is,', false],
  ['It is. And', false],
])('A sentence may be over at the end of “%s”: %s.', (words, is) => {
  expect(endsSentence(only(words)[0]!)).toBe(is);
});

describe('What a plain text’s layout means', () => {
  const blocks = (text: string) => readPlainText(text).tree.children.length;
  const said = (text: string) => readPlainText(text).said.join(' ');
  const prose = wrap(WORDS, 72);

  test('is told by more paragraphs of a shape than blank lines, and else by those.', () => {
    expect(said(`${prose}\n   ${prose}\n   ${prose}\n`)).toContain('begin with an indented line');
    expect(blocks(`${prose}\n   ${prose}\n   ${prose}\n`)).toBe(3);
    expect(said(`${prose}\n\n${prose}\n\n${prose}\n`)).toContain('Blank lines separate');
    expect(blocks(`${prose}\n\n${prose}\n\n${prose}\n`)).toBe(3);
  });

  test('is the same for lines that are all indented.', () => {
    const indented = prose.replace(/^/gm, '    ');
    expect(blocks(`${indented}\n\n${indented}\n`)).toBe(2);
    expect(said(`${indented}\n\n${indented}\n`)).not.toContain('short on purpose');
  });

  test('is told by shape where there are as many paragraphs of one as blank lines and more.', () => {
    const text = `${prose}\n   ${prose}\n\n${prose}\n   ${prose}\n`;
    expect(said(text)).toContain('begin with an indented line');
    expect(blocks(text)).toBe(4);
  });

  test('is not told by the shape of verse.', () => {
    const verse = `Roses are red.\nViolets are blue.\nSugar is sweet.\nSo are you.`;
    expect(said(`${prose}\n\n${verse}\n\n${verse}\n`)).toContain('Blank lines separate');
    expect(blocks(`${prose}\n\n${verse}\n\n${verse}\n`)).toBe(3);
  });

  test('is told by the lines that are indented more than most.', () => {
    const indented = prose.replace(/^/gm, '    ').trim();
    const text = `       ${indented}\n       ${indented}\n       ${indented}\n`;
    expect(said(text)).toContain('begin with an indented line');
    expect(blocks(text)).toBe(3);
  });

  test.each([
    [120, 1],
    [121, 2],
  ])('is that each line is a paragraph beside one that is very long: %i columns.', (columns, count) => {
    const stretch = `${filling(columns)}\nShort`;
    expect(blocks(`Title.\n\n${stretch}\n`)).toBe(1 + count);
  });

  test('is told in the singular and in the plural.', () => {
    expect(said('A.\n\nb\nc\n')).toContain(
      'One line is short on purpose, as in verse, addresses and signatures, and kept its end.',
    );
    expect(said('A.\n\nb\nc\nd\n')).toContain(
      '2 lines are short on purpose, as in verse, addresses and signatures, and kept their ends.',
    );
    expect(said('A.\n\nb\n')).not.toContain('on purpose');
    expect(said('On ice\n\nIt is cold.\n')).toContain('Its first line, “On ice”, was taken for a title.');
  });
});
