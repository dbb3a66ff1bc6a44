import { describe, expect, test } from 'vitest';
import { canonical, sliceCodePoints } from '../../src/core/canonical.ts';
import { hash } from '../../src/core/hash.ts';
import { rebuild } from '../../src/core/passage.ts';
import { randomly } from './support/randomly.ts';
import { claim, read } from './support/reading.ts';

const NOTES = '\n\n[^a]: Found.\n\n[^b]: Found.\n';

/** MDX, the original it reproduces, and the texts of its passages. */
const TEXTS: Record<string, [mdx: string, original: string, passages: string[]]> = {
  'several blank lines': ['One.\n\nTwo.', 'One.\n\n\n \n\nTwo.\n\n', ['One.', 'Two.']],
  'no blank line': ['One.\n\nTwo.', 'One.\nTwo.\n', ['One.', 'Two.']],
  'no line feed at the end': ['One.\n\nTwo.\n', 'One.\nTwo.', ['One.', 'Two.']],
  'blank lines before it': ['One.', '\n\n  One.', ['One.']],
  'a byte order mark': ['One.', '\uFEFFOne.\n', ['One.']],
  'lines that end as on Windows': [
    'One\ntwo.\n\nThree.',
    'One\r\ntwo.\r\n\r\nThree.\r\n',
    ['One two.', 'Three.'],
  ],
  'lines broken and indented': [
    'One\ntwo\nthree. Four.',
    'One\n   two  \n\tthree. Four.',
    ['One two three. Four.'],
  ],
  'sentences two spaces apart': ['One.  Two.', 'One.  Two.', ['One. Two.']],
  'a mark in a mark': [
    `${claim('a', `One ${claim('b', 'two')} three`)}.${NOTES}`,
    'One two three.\n',
    ['One two three.'],
  ],
  'a mark from end to end': [
    claim('a', 'One. Two.') + NOTES.replace('[^b]: Found.', ''),
    'One. Two.\n',
    ['One. Two.'],
  ],
  'emphasis, a link, code and a footnote': [
    '*One* **two** [three](https://example.org) `four`[^x] five.\n\n[^x]: Six.',
    'One two three four five.',
    ['One two three four five.'],
  ],
  'a heading': ['## One\n\nTwo.', 'One\n\nTwo.', ['One', 'Two.']],
  'a by-line': ['<Byline>\n\nBy A.\n\n</Byline>\n\nOne.', 'By A.\nOne.', ['By A.', 'One.']],
  'a list in a list': [
    '- One\n- Two\n  - Three\n\nFour',
    'One\nTwo\nThree\nFour\n',
    ['One', 'Two', 'Three', 'Four'],
  ],
  'a numbered list': ['1. One\n2. Two', 'One\nTwo', ['One', 'Two']],
  'a block quote of two paragraphs': [
    '> One\n>\n> Two\n\nThree',
    'One\n\nTwo\n\nThree',
    ['One', 'Two', 'Three'],
  ],
  'a block of code': [
    '```\none\n  two\n\nthree\n```\n\nFour',
    'one\n  two\n\nthree\n\nFour',
    ['one two three', 'Four'],
  ],
  'a table': [
    '| One | Two |\n| --- | --- |\n| 3 | 4 |\n\nFive',
    'One\tTwo\n3\t4\n\nFive\n',
    ['One Two', '3 4', 'Five'],
  ],
  'a rule between two paragraphs': ['One.\n\n---\n\nTwo.', 'One.\n\nTwo.', ['One.', 'Two.']],
  'a hard break': ['One\\\ntwo.', 'One\ntwo.', ['One two.']],
  'letters composed of two and astral letters': ['cafe\u0301 𝔸. 𝔹.', 'cafe\u0301 𝔸. 𝔹.\n', ['café 𝔸. 𝔹.']],
  'signs that are Markdown elsewhere': ['\\{One\\} \\<two> \\* 3.', '{One} <two> * 3.', ['{One} <two> * 3.']],
  'another script': ['Перше. Друге.', 'Перше. Друге.', ['Перше. Друге.']],
  nothing: ['', '', []],
  'a block of code that begins with spaces': ['```\n  one\n two\n```', '  one\n two', ['one two']],
  'a block of code that ends with spaces': ['```\none  \n\n```\n\nTwo', 'one  \n\nTwo', ['one', 'Two']],
  'rows whose first or last cell is empty': [
    '| | One |\n| --- | --- |\n| 2 | |\n| | |\n\nThree',
    '\tOne\n2\t\nThree',
    ['One', '2', 'Three'],
  ],
  'a hard space at the beginning': [
    '&nbsp;Text. More.\n\nTwo',
    '\u00A0Text. More.\nTwo',
    ['Text. More.', 'Two'],
  ],
  'a hard space that its original does not have': ['&nbsp;Text.&nbsp;', 'Text.', ['Text.']],
  'a line separator at the beginning': ['&#x2028;Text. More.', 'Text. More.', ['Text. More.']],
  'an empty heading': ['#\n\nOne', 'One', ['One']],
  'a block of code without lines': ['```\n```\n\nOne', 'One', ['One']],
  'a paragraph of a hard space': ['One\n\n&nbsp;\n\nTwo', 'One\n\u00A0\nTwo', ['One', 'Two']],
};

describe('A text with', () => {
  test.each(Object.entries(TEXTS))('%s can be rebuilt from its passages.', (_, [mdx, original, passages]) => {
    const { reading, problems } = read(mdx, { original });
    expect(problems).toEqual([]);
    expect(rebuild(reading)).toBe(original);
    expect(reading.blocks.map(({ text }) => text)).toEqual(passages);
    expect(reading.text).toBe(passages.join('\n'));
    for (const { text, slice, start, sentences, ...block } of reading.blocks) {
      expect(text).toBe(canonical(slice));
      expect(block.hash).toBe(hash(text));
      expect(sliceCodePoints(reading.text, start, start + Array.from(text).length)).toBe(text);
      for (const sentence of sentences) {
        const { length } = Array.from(sentence.text);
        expect(sliceCodePoints(reading.text, sentence.start, sentence.start + length)).toBe(sentence.text);
        expect(sentence.hash).toBe(hash(sentence.text));
      }
      if (sentences.length > 0) expect(sentences.map((sentence) => sentence.slice).join('')).toBe(slice);
      if (sentences.length > 0) expect(sentences.map((sentence) => sentence.text).join(' ')).toBe(text);
    }
  });
});

test('Whatever blocks follow one another, and however far apart, the text is rebuilt.', () => {
  const blocks: [mdx: string, original: string][] = [
    ['Plain words. And more.', 'Plain words. And more.'],
    ['## A heading', 'A heading'],
    ['- An item', 'An item'],
    ['> Quoted\n> words', 'Quoted\n words'],
    ['`code` and **bold**', 'code and bold'],
    ['| a | b |\n| - | - |\n| c | 𝔸 |', 'a\tb\nc\t𝔸'],
  ];
  for (const pick of randomly(60)) {
    const chosen = [1, 2, 3, 4].map(() => pick(blocks));
    const gaps = chosen.map(() => pick(['\n', '\n\n', '\r\n', '\n \n\n']));
    const original = chosen.map(([, text], index) => text + gaps[index]!).join('');
    const { reading, problems } = read(chosen.map(([mdx]) => mdx).join('\n\n\\\n\n'.replace('\\', '***')), {
      original,
    });
    expect(problems).toEqual([]);
    expect(rebuild(reading)).toBe(original);
  }
});

describe('Without an original, or with another, nothing is thrown where there is', () => {
  test.each([
    ['a block of code that begins with spaces', '```\n  one\n```'],
    ['a block of code that begins and ends with empty lines', '```\n\n\none\n\n\n```'],
    ['a row whose cells are empty', '| | |\n| - | - |\n| | 1 |'],
    ['a paragraph that is a picture', '![x](https://example.org/x.png)\n\nOne.'],
    ['a hard space', '&nbsp;Text\n\n&nbsp;'],
    ['an empty heading', '#\n\n## \n\nOne.'],
    ['a byte order mark inside', 'One.\n\n&#xFEFF;Two.'],
    ['nothing but a mark without words', `${claim('a', '')}\n\n[^a]: Found.`],
    ['nothing but a mark without words after others', `One.\n\n## ${claim('a', '&nbsp;')}\n\n[^a]: Found.`],
  ])('%s.', (_, mdx) => {
    for (const options of [{}, { original: '' }, { original: 'Another text.' }]) {
      const { reading } = read(mdx, options);
      expect(reading.text).toBe(reading.blocks.map(({ text }) => text).join('\n'));
      expect(reading.blocks.every(({ text }) => text !== '')).toBe(true);
    }
  });
});

describe('The first difference from the original is shown where it is', () => {
  test.each([
    ['in a line', 'One.\n\nTwa.', 'One.\nTwo.', '2:3', '10:3', 'Here: “Tw▸a.”. There: “Tw▸o.”.'],
    [
      'in a later line of a paragraph',
      'One\ntwa.',
      'One\ntwo.',
      '2:3',
      '9:3',
      'Here: “tw▸a.”. There: “tw▸o.”.',
    ],
    ['within bold words', 'One **twa**.', 'One two.', '1:7', '8:9', 'Here: “One tw▸a.”. There: “One tw▸o.”.'],
    [
      'at the end of a paragraph',
      'One.',
      'One. Two.',
      '1:5',
      '8:5',
      'Here: the end of the text. There: “One.▸ Two.”.',
    ],
    [
      'at the beginning of a later line',
      `${'word '.repeat(9)}.\n\nTwa.`,
      `${'word '.repeat(9)}.\nThree.`,
      '2:2',
      '10:2',
      'Here: “T▸wa.”. There: “T▸hree.”.',
    ],
    [
      'behind a space at the beginning',
      '&nbsp;Twa.',
      'Two.',
      '1:3',
      '8:4',
      'Here: “\u00A0Tw▸a.”. There: “Tw▸o.”.',
    ],
    [
      'at the end of a line of Windows',
      'One.',
      'Onë.\r\nTwo.',
      '1:3',
      '8:3',
      'Here: “On▸e.”. There: “On▸ë.”.',
    ],
    [
      'in a long line',
      `${'word '.repeat(20)}wird ${'word '.repeat(20)}`.trim(),
      'word '.repeat(41).trim(),
      '1:102',
      '8:102',
      'Here: “…rd word word word word w▸ird word word word word …”. There: “…rd word word word word w▸ord word word word word …”.',
    ],
  ])('%s.', (_, mdx, original, there, here, words) => {
    const [problem, ...others] = read(mdx, { original }).problems;
    const [line, column] = here.split(':').map(Number);
    expect(others).toEqual([]);
    expect(problem?.position).toEqual({ path: 'index.mdx', line, column });
    expect(problem?.message).toBe(`The text differs from original.txt at ${there}. ${words}`);
  });
});
