import { describe, expect, test } from 'vitest';
import { collectText } from '../../src/core/block.ts';
import { extentOf, locate } from '../../src/core/import/extent.ts';
import { parseMdx } from '../../src/core/syntax.ts';

/** Where the words of a file’s first block that hold these stand in the file: what is written there, or why nowhere. */
function written(file: string, words: string, from = 0): string {
  const { node, text } = collectText(parseMdx(file)).blocks[0]!;
  const start = text.indexOf(words, from);
  expect(start, text).toBeGreaterThanOrEqual(0);
  const span = locate(extentOf(node), start, start + words.length, file);
  return 'obstacle' in span ? `they ${span.obstacle}` : file.slice(span.from, span.to);
}

describe('Words of a block stand in its file', () => {
  test.each<[what: string, file: string, words: string, written: string]>([
    ['as they are', 'One two three.', 'two', 'two'],
    ['at the beginning', 'One two.', 'One', 'One'],
    ['at the end', 'One two.', 'two.', 'two.'],
    ['all of them', 'One two.', 'One two.', 'One two.'],
    ['with emphasis around all of them', 'One *two* three.', 'two', '*two*'],
    ['with bold type around all of them', 'One **two** three.', 'two', '**two**'],
    ['with all that is around them', 'One ***two*** three.', 'two', '***two***'],
    ['within emphasis', 'One *two three* four.', 'two', 'two'],
    ['from before emphasis to behind it', 'One *two* three.', 'One two three', 'One *two* three'],
    ['from emphasis, whole, to behind it', 'One *two* three.', 'two three', '*two* three'],
    ['from before emphasis to its end', 'One *two* three.', 'One two', 'One *two*'],
    ['as code, whole', 'One `two` three.', 'two', '`two`'],
    ['over code', 'One `two` three.', 'One two three', 'One `two` three'],
    ['over a line’s end', 'One\ntwo three.', 'One\ntwo', 'One\ntwo'],
    ['over the end of an indented line', 'One\n   two three.', 'One\ntwo', 'One\n   two'],
    ['over a line’s end with a carriage return', 'One\r\ntwo three.', 'two', 'two'],
    ['over the end of a line of a quotation', '> One\n> two three.', 'One\ntwo', 'One\n> two'],
    ['over a line’s end with spaces before it', 'One \ntwo three.', 'One\ntwo', 'One \ntwo'],
    ['behind a forced end of a line', 'One\\\ntwo three.', 'two', 'two'],
    ['over a forced end of a line', 'One\\\ntwo three.', 'One\ntwo', 'One\\\ntwo'],
    ['behind a sign that is escaped', String.raw`One \* two three.`, 'two', 'two'],
    ['with a sign that is escaped', String.raw`One \*two three.`, '*two', String.raw`\*two`],
    ['with an escaped backslash', String.raw`One \\ two.`, '\\ two', String.raw`\\ two`],
    ['with a backslash that escapes nothing', String.raw`One \a two.`, '\\a', String.raw`\a`],
    ['with a reference by name', 'One &amp; two.', '& two', '&amp; two'],
    ['with a reference by number', 'One &#38;two three.', '&two', '&#38;two'],
    ['with a reference by hexadecimal number', 'One &#x26; two.', '& two', '&#x26; two'],
    ['with a reference to two code units', 'One &#x1F701; two.', '\u{1F701} two', '&#x1F701; two'],
    ['with a reference at the end', 'One two&#33;', 'two!', 'two&#33;'],
    ['with two references in a row', 'One &#38;&#38; two.', '&& two', '&#38;&#38; two'],
    ['behind a reference before an escaped sign', String.raw`One &#38;\* two.`, 'two', 'two'],
    ['behind a reference before a line’s end', 'One &#38;\ntwo.', 'two', 'two'],
    ['with an ampersand that is none', 'One &no two.', '&no', '&no'],
    ['in a heading', '## One two', 'two', 'two'],
    ['in a cell', '| One | two |\n| - | - |', 'two', 'two'],
    ['in the first cell', '| One | two |\n| - | - |', 'One', 'One'],
    ['in an item', '- One two', 'two', 'two'],
    ['within a mark', '<Claim id="a">One two</Claim>.', 'two', 'two'],
    ['on the words of a mark, which are within it', '<Claim id="a">One</Claim> two.', 'One', 'One'],
    [
      'around a mark',
      'One <Claim id="a">two</Claim> three.',
      'One two three',
      'One <Claim id="a">two</Claim> three',
    ],
    [
      'from a mark, whole, to behind it',
      '<Claim id="a">One</Claim> two.',
      'One two',
      '<Claim id="a">One</Claim> two',
    ],
    ['beside what holds no words', 'One ![](https://a.example/b) two.', 'two', 'two'],
  ])('%s.', (_, file, words, expected) => {
    expect(written(file, words)).toBe(expected);
  });
});

describe('No mark can stand on words that', () => {
  test.each<[told: string, file: string, words: string]>([
    ['begin or end within emphasised words', 'One *two three* four.', 'One two'],
    ['begin or end within emphasised words', 'One *two three* four.', 'three four'],
    ['begin or end within words in bold', 'One **two three** four.', 'One two'],
    ['begin or end within struck words', 'One ~~two three~~ four.', 'One two'],
    ['begin or end within code', 'One `two three` four.', 'One two'],
    ['begin or end within code', 'One `two three` four.', 'two'],
    ['begin or end within a cell of a table', '| One | two |\n| - | - |', 'One\ttwo'],
    ['stand in a link, and a mark is a link too', 'One [two](https://a.example/) three.', 'two'],
    ['stand in a link, and a mark is a link too', 'One *[two](https://a.example/)* three.', 'tw'],
    ['stand in a link, and a mark is a link too', 'One [two][a] three.\n\n[a]: https://a.example/', 'two'],
    ['hold a link, and a mark is a link too', 'One [two](https://a.example/) three.', 'One two'],
    ['hold a link, and a mark is a link too', 'One *a [two](https://a.example/)* three.', 'One a two'],
    ['stand in a block of code', '```\none\n```', 'one'],
    ['cross an end of the mark `a`', 'One <Claim kind="x" id="a">two three</Claim> four.', 'One two'],
    ['cross an end of the mark `a`', '<Claim id="a">One two</Claim> three.', 'two three'],
    ['cross an end of the mark ``', 'One <Claim status="id">two three</Claim> four.', 'One two'],
    ['cross an end of the mark ``', 'One <Claim id>two three</Claim> four.', 'One two'],
  ])('%s: %j.', (told, file, words) => {
    expect(written(file, words)).toBe(`they ${told}`);
  });

  test('cross an end of a mark, whose name is told.', () => {
    const file = 'One <Claim id="a">two three</Claim>.';
    const [block] = collectText(parseMdx(file)).blocks;
    expect(locate(extentOf(block!.node), 0, 7, file)).toEqual({
      obstacle: 'cross an end of the mark `a`',
      mark: 'a',
    });
  });

  test('are not there, have no place, or are not what is written.', () => {
    const file = 'One two.';
    const [block] = collectText(parseMdx(file)).blocks;
    const extent = extentOf(block!.node);
    const on = (start: number, end: number, text = file) => locate(extent, start, end, text);
    expect(on(8, 9)).toEqual({ obstacle: 'are not in this block' });
    expect(on(0, 3, 'Two one.')).toEqual({
      obstacle: 'are written in the file in a way that cannot be followed',
    });
    const [{ node }] = extent.children as [(typeof extent.children)[number]];
    delete node.position;
    expect(on(0, 3)).toEqual({ obstacle: 'have no place of their own in the file' });
  });
});

test('An extent has the places of each node in the words.', () => {
  const [block] = collectText(parseMdx('| a *b* | c |\n| - | - |')).blocks;
  const told = ({ node, start, end, children }: ReturnType<typeof extentOf>): unknown => [
    node.type,
    start,
    end,
    ...children.map(told),
  ];
  expect(told(extentOf(block!.node))).toEqual([
    'tableRow',
    0,
    5,
    ['tableCell', 0, 3, ['text', 0, 2], ['emphasis', 2, 3, ['text', 2, 3]]],
    ['tableCell', 4, 5, ['text', 4, 5]],
  ]);
});
