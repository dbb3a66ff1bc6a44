import { describe, expect, test } from 'vitest';
import { codePoints } from '../../src/core/canonical.ts';
import { markUp, type Wanted } from '../../src/core/import/mark-up.ts';

const READING = `---
title: The frost
---

One pipe burst at *noon* in May.

Two more did, [they say](https://a.example/b), at night.
`;
/** Its text, as marks’ places are counted in it. */
const TEXT = 'One pipe burst at noon in May.\nTwo more did, they say, at night.';

function wanted(id: string, words: string, rest: Partial<Wanted> = {}, text = TEXT): Wanted {
  const start = codePoints(text.slice(0, text.indexOf(words)));
  return {
    id,
    start,
    end: start + codePoints(words),
    open: `<Claim id="${id}" status="confirmed">`,
    close: '</Claim>',
    note: `[^${id}]: About ${id}.`,
    isBeside: false,
    ...rest,
  };
}

/** What a reading’s body becomes by marks. */
function marked(marks: Wanted[], reading = READING): string {
  const { mdx, refused } = markUp(reading, marks);
  expect(refused).toEqual([]);
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n\n/, '');
  return body.replaceAll(' status="confirmed"', '').replaceAll('Claim', 'C');
}
/** Why marks are refused. */
const refusals = (marks: Wanted[], reading = READING) => markUp(reading, marks).refused;

describe('A mark is put', () => {
  test('around its words, and its note behind the text.', () => {
    expect(markUp(READING, [wanted('a', 'burst')])).toEqual({
      mdx: `${READING.replace('burst', '<Claim id="a" status="confirmed">burst</Claim>')}\n[^a]: About a.\n`,
      written: [expect.objectContaining({ id: 'a', start: 9, end: 14 })],
      refused: [],
    });
  });

  test.each<[what: string, marks: Wanted[], body: string]>([
    [
      'around emphasis that it holds whole',
      [wanted('a', 'at noon in')],
      'One pipe burst <C id="a">at *noon* in</C> May.',
    ],
    ['inside of emphasis', [wanted('a', 'oo')], 'One pipe burst at *n<C id="a">oo</C>n* in May.'],
    [
      'beside another',
      [wanted('b', 'in May'), wanted('a', 'One pipe')],
      '<C id="a">One pipe</C> burst at *noon* <C id="b">in May</C>.',
    ],
    [
      'right behind another',
      [wanted('b', 'ne'), wanted('a', 'O')],
      '<C id="a">O</C><C id="b">ne</C> pipe burst at *noon* in May.',
    ],
    [
      'within another, whichever comes first',
      [wanted('b', 'pipe'), wanted('a', 'One pipe burst')],
      '<C id="a">One <C id="b">pipe</C> burst</C> at *noon* in May.',
    ],
    [
      'within another, with which it begins',
      [wanted('b', 'One'), wanted('a', 'One pipe')],
      '<C id="a"><C id="b">One</C> pipe</C> burst at *noon* in May.',
    ],
    [
      'within another, with which it ends',
      [wanted('b', 'pipe'), wanted('a', 'One pipe')],
      '<C id="a">One <C id="b">pipe</C></C> burst at *noon* in May.',
    ],
    [
      'on the words of another, if it says why: within it',
      [wanted('a', 'pipe'), wanted('b', 'pipe', { isBeside: true })],
      'One <C id="a"><C id="b">pipe</C></C> burst at *noon* in May.',
    ],
  ])('%s.', (_, marks, body) => {
    expect(marked(marks).split('\n', 1)[0]).toBe(body);
  });

  test('with the note of the outer one, and of the earlier one, before the other’s.', () => {
    const body = marked([wanted('c', 'more did'), wanted('b', 'pipe'), wanted('a', 'One pipe')]);
    expect(body.split('\n').slice(3)).toEqual([
      '',
      '[^a]: About a.',
      '',
      '[^b]: About b.',
      '',
      '[^c]: About c.',
      '',
    ]);
  });

  test('behind the signs of a text that are more than one unit long.', () => {
    const body = marked([wanted('a', 'burst', {}, '🜁 e\u0301 burst'.normalize('NFC'))], '🜁  e\u0301 burst\n');
    expect(body).toBe('🜁  e\u0301 <C id="a">burst</C>\n\n[^a]: About a.\n');
  });

  test('into a file that ends without a line’s end, which it gets.', () => {
    expect(marked([wanted('a', 'One')], 'One')).toBe('<C id="a">One</C>\n\n[^a]: About a.\n');
  });

  test('with the line ends that the file has.', () => {
    const note = '[^a]: About a.\n\n    More.';
    expect(marked([wanted('a', 'One', { note })], 'One\r\n')).toBe(
      '<C id="a">One</C>\r\n\r\n[^a]: About a.\r\n\r\n    More.\r\n',
    );
  });

  test('nowhere, if there is none: not a letter is changed.', () => {
    for (const reading of [READING, 'One', 'One\r\n']) expect(markUp(reading, []).mdx).toBe(reading);
  });
});

describe('A mark is refused', () => {
  const PRESENT = '<Claim id="x">One <Claim id="y">pipe</Claim></Claim> burst.\n\n[^x]: X.\n\n[^y]: Y.\n';
  const over = (words: string, rest?: Partial<Wanted>) => [wanted('a', words, rest, 'One pipe burst.')];
  test.each<[what: string, marks: Wanted[], reading: string, fault: object]>([
    ['on the words of one that is there', over('One pipe'), PRESENT, { reason: 'same-words', detail: '`x`' }],
    ['on the words of an inner one', over('pipe'), PRESENT, { reason: 'same-words', detail: '`y`' }],
    ['over the end of one', over('pipe burst'), PRESENT, { reason: 'overlaps', detail: '`x`' }],
    ['over the beginning of one', over('ne pi'), PRESENT, { reason: 'overlaps', detail: '`y`' }],
    [
      'on the words of one put in before it',
      [wanted('b', 'in May'), wanted('a', 'in May')],
      READING,
      { reason: 'same-words', detail: '`b`' },
    ],
    [
      'across one put in before it',
      [wanted('b', 'burst at'), wanted('a', 'pipe burst')],
      READING,
      { reason: 'overlaps', detail: '`b`' },
    ],
    ['over the end of a paragraph', [wanted('a', 'May.\nTwo')], READING, { reason: 'crosses-blocks' }],
    [
      'behind the end of the text',
      [wanted('a', 'night.', { end: 1000 })],
      READING,
      { reason: 'crosses-blocks' },
    ],
    ['in a text without words', [wanted('a', 'One')], '\n', { reason: 'crosses-blocks' }],
    [
      'over the end of emphasis',
      [wanted('a', 'noon in')],
      READING.replace('*noon*', '*at noon*').replace('at *', '*'),
      { reason: 'crosses-markup', detail: expect.stringMatching(/^they /) as string },
    ],
  ])('%s.', (_, marks, reading, fault) => {
    expect(refusals(marks, reading)).toEqual([{ id: 'a', fault }]);
  });

  test.each<[what: string, rest: Partial<Wanted>]>([
    ['whose tag is not closed', { close: '' }],
    ['whose tags bring code with them', { close: '{1 + 1}</Claim>' }],
    ['whose tag has another id', { open: '<Claim id="b">' }],
    ['whose tag is no mark', { open: '<i id="a">', close: '</i>' }],
    ['whose tags bring words with them', { close: ' more</Claim>' }],
    ['whose tags make a block of its own', { open: '\n\n<Claim id="a">' }],
    ['whose note has another id', { note: '[^b]: About.' }],
    ['whose note is none', { note: 'About.' }],
    ['whose note brings another', { note: '[^a]: About.\n\n[^b]: About.' }],
    ['whose note brings a paragraph', { note: '[^a]: About.\n\nMore.' }],
  ])('%s, and the others are put in.', (_, rest) => {
    const { mdx, written, refused } = markUp(READING, [
      wanted('c', 'One'),
      wanted('a', 'burst', rest),
      wanted('d', 'May'),
    ]);
    expect(refused).toEqual([{ id: 'a', fault: { reason: 'unwritable' } }]);
    expect(written.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(mdx).toBe(markUp(READING, [wanted('c', 'One'), wanted('d', 'May')]).mdx);
  });
});

test('What has code in it already can be marked.', () => {
  const reading = 'One {1 + 1} pipe.\n';
  expect(markUp(reading, [wanted('a', 'One', {}, 'One')]).written).toHaveLength(1);
});

test('A reading that cannot be parsed cannot be marked.', () => {
  expect(() => markUp('One <b', [])).toThrow('A reading that cannot be parsed cannot be marked.');
});
