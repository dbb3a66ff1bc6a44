import { describe, expect, test } from 'vitest';
import { withByline } from '../../src/core/draft/byline.ts';
import { readMarkdown } from '../../src/core/draft/markdown-draft.ts';
import { sayMarkdown } from '../../src/core/draft/markdown-signs.ts';
import { readPlainText } from '../../src/core/draft/plain-text.ts';

const read = (line: string, after = '\n\nThe lamps froze in the night, and stood.') =>
  withByline(readPlainText(`The long frost\n\n${line}${after}\n`));

describe('The second block of a text is its by-line', () => {
  test.each([
    ['By Sam Tidd', { given: 'Sam', family: 'Tidd' }],
    ['by Anna-Maria O’Neill', { given: 'Anna-Maria', family: 'O’Neill' }],
    ['By J. K. Writer', { given: 'J. K.', family: 'Writer' }],
    ['Von Ludwig van Dorn', { given: 'Ludwig', 'non-dropping-particle': 'van', family: 'Dorn' }],
    ['Par Élise Dupont', { given: 'Élise', family: 'Dupont' }],
    ['Por Juan de la Cruz', { given: 'Juan', 'non-dropping-particle': 'de la', family: 'Cruz' }],
    ['Автор: Олена Писар', { given: 'Олена', family: 'Писар' }],
  ])('in “%s”.', (line, name) => {
    const { tree, author, said } = read(line);
    expect(tree.children[1]).toMatchObject({ type: 'mdxJsxFlowElement', name: 'Byline' });
    expect(author).toEqual([name]);
    expect(said.at(-1)).toContain(`“${line}”, was taken for its by-line`);
  });

  test('and its name is not taken for the author’s where the text names another.', () => {
    const author = [{ literal: 'The Lamp Office' }];
    const draft = withByline({
      ...readPlainText('The long frost\n\nBy Sam Tidd\n\nThe lamps froze.\n'),
      author,
    });
    expect(draft.author).toBe(author);
    expect(draft.said.at(-1)).toBe('Its second paragraph, “By Sam Tidd”, was taken for its by-line.');
  });
});

test.each([
  'By Sam',
  'By the river, at night',
  'By Sam Tidd, of the Post',
  'By Sam Tidd.',
  'By Sam Tidd in London',
  'By Sam Tidd and Una Vale',
  'By 1863 Lamps',
  'Bystander Sam Tidd',
  'De Rerum Natura',
  `By Sam ${'A'.repeat(60)}`,
  `By Sam ${'A'.repeat(53)}`,
  'By Sam Tidd\nand others',
  'By One Two Three Four Five',
])('“%s” is none, for it is not sure.', (line) => {
  const { tree, author } = read(line);
  expect(tree.children.map(({ type }) => type)).not.toContain('mdxJsxFlowElement');
  expect(author).toBeUndefined();
});

test('It is one in all but sixty letters, and says that its name is the author’s.', () => {
  const line = `By Sam ${'A'.repeat(52)}`;
  const { author, tree, said } = read(line);
  expect(author).toEqual([{ given: 'Sam', family: 'A'.repeat(52) }]);
  expect(said.at(-1)).toBe(
    `Its second paragraph, “${line}”, was taken for its by-line, and the name in it for the author’s.`,
  );
  expect(tree.children[1]).toEqual({
    type: 'mdxJsxFlowElement',
    name: 'Byline',
    attributes: [],
    children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
  });
});

test.each(['## By Sam Tidd', '![](x.png)', '* By Sam Tidd'])('It is a paragraph: “%s” is none.', (line) => {
  const { author } = withByline(readMarkdown(`# Title\n\n${line}\n\nText.\n\nMore.`));
  expect(author).toBeUndefined();
});

test('It is none of a text without blocks.', () => {
  const draft = { tree: { type: 'root' as const, children: [] }, said: [] };
  expect(withByline(draft)).toBe(draft);
});

test('It is none without a title before it, or a text after it.', () => {
  expect(read('By Sam Tidd', '').author).toBeUndefined();
  const untitled = withByline(readPlainText('It was cold.\n\nBy Sam Tidd\n\nThe lamps froze.\n'));
  expect(untitled.author).toBeUndefined();
});

describe('A plain text', () => {
  test.each([
    ['# Title\n\nText', 'a title that begins with #'],
    ['Text[^a]\n\n[^a]: Note', 'footnotes that begin with [^…]:'],
    ['# Title\n\nText[^a]\n\n[^a]: Note', 'a title that begins with #, and footnotes that begin with [^…]:'],
    ['Text\r\r```\rcode\r```\r', 'blocks of code'],
    ['Text\r\n\r\n```\r\ncode\r\n```\r\n', 'blocks of code'],
  ])('such as %j looks like Markdown.', (text, sign) => {
    expect(sayMarkdown(text).join()).toContain(sign);
  });

  test.each(['#1 of all lamps', 'The # of lamps', 'Text\n\n# 4\n\nText', '[1]: note', 'a ``` b', '* * *'])(
    'such as %j does not.',
    (text) => {
      expect(sayMarkdown(text)).toEqual([]);
    },
  );
});
