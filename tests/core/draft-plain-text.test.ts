import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/core/draft/plain-text.ts';
import { splitSentences } from '../../src/core/sentence.ts';
import { writeDraft } from '../../src/core/draft/write-draft.ts';

/** The MDX of a text. */
const write = (text: string) => writeDraft(readPlainText(text), text).body;
const said = (text: string) => readPlainText(text).said.join(' ');

/** Jane Austen, Pride and Prejudice (1813), wrapped at 72 columns as Project Gutenberg does; the verse is traditional. */
const WRAPPED = `It is a truth universally acknowledged, that a single man in possession
of a good fortune, must be in want of a wife.

However little known the feelings or views of such a man may be on his
first entering a neighbourhood, this truth is so well fixed in the minds
of the surrounding families, that he is considered as the rightful
property of some one or other of their daughters.

    Roses are red,
    Violets are blue,
    Sugar is sweet,
    And so are you.

"My dear Mr. Bennet," said his lady to him one day, "have you heard that
Netherfield Park is let at last?"

Yours,
John Smith
12 High Street
`;

const JOINED = [
  'It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife.',
  'However little known the feelings or views of such a man may be on his first entering a neighbourhood, this truth is so well fixed in the minds of the surrounding families, that he is considered as the rightful property of some one or other of their daughters.',
  'Roses are red,\\\nViolets are blue,\\\nSugar is sweet,\\\nAnd so are you.',
  '"My dear Mr. Bennet," said his lady to him one day, "have you heard that Netherfield Park is let at last?"',
  'Yours,\\\nJohn Smith\\\n12 High Street',
];

/** William Shakespeare, Sonnet 18. */
const SONNET = `Shall I compare thee to a summer’s day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer’s lease hath all too short a date;

Sometime too hot the eye of heaven shines,
And often is his gold complexion dimm’d;
And every fair from fair sometime declines,
By chance, or nature’s changing course untrimm’d;
`;

describe('Lines that were wrapped at a margin are joined,', () => {
  test.each([
    ['where blank lines part the paragraphs', WRAPPED, 'Blank lines separate its paragraphs.'],
    ['where they end in carriage returns too', WRAPPED.replaceAll('\n', '\r\n'), 'wrapped at 72 columns'],
    [
      'where only first lines are indented',
      WRAPPED.replaceAll('\n\n', '\n   '),
      'begin with an indented line',
    ],
    ['where only last lines are short', WRAPPED.replaceAll('\n\n', '\n'), 'end with a short line'],
  ])('%s; verse and signatures are not.', (_, text, assumed) => {
    expect(write(text).trimEnd().split('\n\n')).toEqual(JOINED);
    expect(said(text)).toContain(assumed);
    expect(said(text)).toContain('5 lines are short on purpose');
  });

  test('and words that were divided stay so, and are told.', () => {
    const text = `Words that fill the line up to its margin, as they do in wrapped letters
and go on in the next, where one of the words is divided by a hyphen, de-
spite all. That is told.\n\nAnother.\n`;
    expect(write(text)).toContain('by a hyphen, de- spite all');
    expect(said(text)).toContain('One word is divided at the end of a line, as in “de- spite”');
  });

  test('without a space where the script has none; the sentence goes on over the end of the line.', () => {
    // The beginning of “Momotarō”, a folk tale, in words of our own.
    const text =
      '昔々あるところにお爺さんとお婆さんが住んでいました。お爺さんは山へ芝刈りに、お婆さん\nは川へ洗濯に行きました。お婆さんが川で洗濯をしていると、大きな桃が流れてきました。どん\nぶらこと流れてきました。\n\nお婆さんは桃を拾いました。\n';
    expect(write(text)).toBe(text);
    expect(said(text)).toContain('wrapped at');
    expect(splitSentences(write(text).split('\n\n')[0]!, 'ja')).toEqual([
      '昔々あるところにお爺さんとお婆さんが住んでいました。',
      'お爺さんは山へ芝刈りに、お婆さん\nは川へ洗濯に行きました。',
      'お婆さんが川で洗濯をしていると、大きな桃が流れてきました。',
      'どん\nぶらこと流れてきました。',
    ]);
  });

  test('not where nothing shows it: each line is a paragraph then.', () => {
    const text = 'One line is short.\nAnother, which is somewhat longer, follows it.\nThe last.\n';
    expect(write(text)).toBe(text.replaceAll('\n', '\n\n').trimEnd() + '\n');
    expect(said(text)).toBe('Each line is a paragraph.');
  });
});

describe('A line that is short on purpose keeps its end', () => {
  test('in verse.', () => {
    expect(write(SONNET)).toBe(SONNET.replaceAll(/(?<=\S)\n(?=\S)/g, '\\\n'));
    expect(said(SONNET)).toContain('6 lines are short on purpose');
  });

  test('unless the lines beside it are long: then each is a paragraph.', () => {
    const long = 'A paragraph that is written in one line, as most programs write it. '.repeat(3).trim();
    expect(write(`Title\n\n${long}\nShort.\n${long}\n`).trimEnd().split('\n\n')).toEqual([
      '## Title',
      long,
      'Short.',
      long,
    ]);
  });
});

describe('The first line is a title', () => {
  const titleOf = (text: string) => readPlainText(text).title;

  test.each(['On Winter', 'What is winter?', 'Про зиму', 'الشتاء', '冬について', '1917: The year'])(
    'as “%s” is.',
    (title) => {
      expect(titleOf(`${title}\n\nIt is cold.\n`)).toBe(title);
      expect(write(`${title}\n\nIt is cold.\n`)).toContain(`## ${title}\n`);
    },
  );

  test.each([
    ['it ends in a full stop', 'It is cold.\n\nIt is winter.\n'],
    ['it ends in one within quotation marks', '“It is cold.”\n\nIt is winter.\n'],
    ['no blank line follows it', 'On Winter\nIt is cold.\n'],
    ['nothing follows it', 'On Winter\n'],
    ['it is long', `${'Winter '.repeat(20)}\n\nIt is cold.\n`],
    ['it has no letters', '* * *\n\nIt is cold.\n'],
    ['its anchor would be that of a passage', 'P4\n\nIt is cold.\n'],
  ])('not where %s.', (_, text) => {
    expect(titleOf(text)).toBeUndefined();
    expect(write(text)).not.toContain('## ');
  });
});

test('Numbers, stars, dashes and signs of Markdown are text, each in its paragraph.', () => {
  const text = '1. One.\n\n* Two.\n\n---\n\n# Three\n\n> Four.\n\n    Five.\n\n| Six |\n';
  const { tree } = readPlainText(text);
  expect(tree.children.map(({ type }) => type)).toEqual(Array(7).fill('paragraph'));
  expect(write(text)).toBe(
    '1\\. One.\n\n\\* Two.\n\n\\---\n\n\\# Three\n\n\\> Four.\n\nFive.\n\n\\| Six |\n',
  );
});
