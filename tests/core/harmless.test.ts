import { describe, expect, test } from 'vitest';
import { harmless, OURS, STRANGERS, wordsAlone } from '../../src/core/import/harmless.ts';
import { toMarkdown } from '../../src/core/markdown.ts';

const write = (markdown: string, leave = STRANGERS) =>
  toMarkdown({ type: 'root', children: harmless(markdown, leave) }).trimEnd();

describe('Of what a stranger wrote there remain', () => {
  test.each([
    ['words', 'One *two* **three** ~~four~~ `five`.', 'One *two* **three** ~~four~~ `five`.'],
    ['lines', 'One\\\ntwo', 'One\\\ntwo'],
    ['lists', '- one\n- two\n  1. three', '* one\n* two\n  1. three'],
    ['an item without words', '- one\n-\n- two', '* one\n*\n* two'],
    ['code', '```js a\nlet b;\n```', '```js a\nlet b;\n```'],
    ['tables', '| a | *b* |\n| - | - |\n| c | d |', '| a | *b* |\n| - | --- |\n| c | d   |'],
    ['quotations', '> one\n>\n> two', '> one\n>\n> two'],
    ['links to the web', '[one](https://a.example/)', '[one](https://a.example/)'],
    ['the titles of links, as words', '[one](https://a.example/ "two")', '[one](https://a.example/) “two”'],
    ['links by reference, as links', '[one][a]\n\n[a]: https://a.example/', '[one](https://a.example/)'],
    ['headings, as words in bold', '# One *two*', '**One _two_**'],
    ['pictures, as links', '![one](https://a.example/)', '[one](https://a.example/)'],
    ['pictures without words, as links', '![](https://a.example/)', '[](https://a.example/)'],
    ['pictures by reference', '![one][a]\n\n[a]: https://a.example/', '[one](https://a.example/)'],
    [
      'a picture in a link, as its words',
      '[*a* ![one](https://a.example/b)](https://a.example/)',
      '[*a* one](https://a.example/)',
    ],
    ['other addresses, behind their words', '[one](javascript:alert(1))', 'one (javascript:alert(1))'],
    ['other addresses that are their words, once', '[ftp://a](ftp://a)', 'ftp\\://a'],
    ['links to nowhere, as words', '[one]()', 'one'],
    ['links to nowhere with a title', '[one](<> "two")', 'one “two”'],
  ])('%s.', (_, markdown, left) => {
    expect(write(markdown)).toBe(left);
  });

  test('HTML as what was typed.', () => {
    expect(write('<b>one</b> <img src=x>')).toBe('\\<b>one\\</b> \\<img src=x>');
    expect(write('<div onclick="a()">\none\n</div>')).toContain('onclick');
    expect(harmless('<div>\none\n</div>', STRANGERS)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: '<div>\none\n</div>' }] },
    ]);
  });

  test('definitions that nothing refers to, and the second of two, as words.', () => {
    const text = (markdown: string) =>
      harmless(markdown, STRANGERS).map((block) => ('children' in block ? block.children : []));
    expect(text('[a]: https://a.example/ "b"')).toEqual([
      [{ type: 'text', value: '[a]: https://a.example/ “b”' }],
    ]);
    expect(text('[One][a]\n\n[a]: https://a.example/\n[a]: https://b.example/')).toEqual([
      [
        {
          type: 'link',
          url: 'https://a.example/',
          children: [{ type: 'text', value: 'One' }],
        },
      ],
      [{ type: 'text', value: '[a]: https://b.example/' }],
    ]);
    expect(text('![one][a]\n\n[a]: https://a.example/')).toHaveLength(1);
  });

  test('footnotes as words, and references as code, which nothing looks for.', () => {
    expect(write('One[^a].\n\n[^a]: Two\n\n    three.')).toBe('One`[^a]`.\n\n`[^a]`:\n\nTwo\n\nthree.');
    expect(write('One[^b].')).toBe('One`[^b]`.');
  });

  test('no lines between.', () => {
    expect(write('One\n\n---\n\ntwo')).toBe('One\n\ntwo');
    expect(harmless('---', STRANGERS)).toEqual([]);
    expect(harmless('> ---', STRANGERS)).toEqual([]);
  });

  test('no sign that turns the direction of writing, but its name.', () => {
    expect(write('a\u202eb\u2066c\u200fd')).toBe('a\\[U+202E]b\\[U+2066]c\u200fd');
    expect(write('`a\u202eb`')).toBe('`a[U+202E]b`');
    expect(write('```\na\u202eb\n```')).toBe('```\na[U+202E]b\n```');
    expect(write('[a](https://a.example/\u202eb)')).toBe('[a](https://a.example/%E2%80%AEb)');
  });

  test('words alone where it is too deep to be read.', () => {
    const [block, ...others] = harmless(`${'> '.repeat(1000)}one`, STRANGERS);
    expect(others).toEqual([]);
    expect(block).toEqual({
      type: 'paragraph',
      children: [{ type: 'text', value: `${'> '.repeat(1000)}one` }],
    });
  });
});

describe('Of what the editors wrote there remain as well', () => {
  test.each([
    ['headings', '## One *two*', '## One *two*'],
    ['lines between', 'One\n\n***\n\ntwo', 'One\n\n***\n\ntwo'],
    ['the titles of links', '[one](https://a.example/ "two")', '[one](https://a.example/ "two")'],
    ['links to persons', '[one](mailto:a@b.example)', '[one](mailto:a@b.example)'],
    ['signs that turn the direction of writing', 'a\u202eb `a\u202eb`', 'a\u202eb `a\u202eb`'],
    ['the same in code', '```\na\u202eb\n```', '```\na\u202eb\n```'],
  ])('%s.', (_, markdown, left) => {
    expect(write(markdown, OURS)).toBe(left);
  });

  test('links without a title, and without a word of it.', () => {
    expect(harmless('[one](https://a.example/)', OURS)).toEqual([
      {
        type: 'paragraph',
        children: [
          {
            type: 'link',
            url: 'https://a.example/',
            title: null,
            children: [{ type: 'text', value: 'one' }],
          },
        ],
      },
    ]);
  });

  test('not links that run.', () => {
    expect(write('[one](javascript:alert(1))', OURS)).toBe('one (javascript:alert(1))');
  });
});

test('Words alone are text; what looks like a reference to a footnote is code.', () => {
  expect(wordsAlone('*a* [^b] <c>', STRANGERS)).toEqual([
    { type: 'text', value: '*a* ' },
    { type: 'inlineCode', value: '[^b]' },
    { type: 'text', value: ' <c>' },
  ]);
  expect(wordsAlone('', STRANGERS)).toEqual([]);
  expect(wordsAlone('[^b]', OURS)).toEqual([{ type: 'inlineCode', value: '[^b]' }]);
});
