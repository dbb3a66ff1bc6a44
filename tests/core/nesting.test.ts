import type { Paragraph, Root, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { DEEPEST, isDeeper, tooDeepIn, tooDeepInTree } from '../../src/core/nesting.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('A text is too deep', () => {
  test.each<[string, (levels: number) => string]>([
    ['in quotations', (levels) => `${'> '.repeat(levels)}A.`],
    ['in quotations without spaces', (levels) => `${'>'.repeat(levels)}A.`],
    ['in quotations after tabs', (levels) => `${'\t>'.repeat(levels)}A.`],
    ['in items', (levels) => `${'- '.repeat(levels)}A.`],
    ['in items of every sign', (levels) => `${'* + '.repeat(levels / 2)}${levels % 2 ? '- ' : ''}A.`],
    ['in items with tabs', (levels) => `${'-\t'.repeat(levels)}A.`],
    ['in numbered items', (levels) => `${'1. 12) '.repeat(levels / 2)}${levels % 2 ? '123456789. ' : ''}A.`],
    ['in items of which the last is empty', (levels) => `${'- '.repeat(levels - 1)}-`],
    ['in notes', (levels) => `${'[^a]: '.repeat(levels)}A.`],
    ['in notes of long names', (levels) => `${`[^${'a'.repeat(200)}]:`.repeat(levels)}A.`],
    ['in quotations, items and notes', (levels) => `${'> '.repeat(40)}${'- '.repeat(levels - 41)}[^a]: A.`],
    ['in brackets', (levels) => `A ${'['.repeat(levels)} b.`],
    ['in brackets of which some were closed', (levels) => `A [][[]] ${'['.repeat(levels)} b ]].`],
  ])('%s: a hundred are not, one more is.', (_, written) => {
    expect(tooDeepIn(written(DEEPEST))).toBeUndefined();
    expect(tooDeepIn(written(DEEPEST + 1))).toEqual({ line: 1, column: 1 });
  });

  test.each<[string, (levels: number) => string]>([
    [
      'in items that are indented more and more',
      (levels) => lines(levels, (index) => `${'  '.repeat(index)}- A.`),
    ],
    [
      'in items within notes',
      (levels) => `[^a]: A.\n${lines(levels - 1, (index) => `${'  '.repeat(index + 3)}- A.`)}`,
    ],
    ['in brackets of one paragraph', (levels) => lines(levels, () => 'A [b')],
  ])('%s, and the line is told.', (_, written) => {
    expect(tooDeepIn(written(DEEPEST))).toBeUndefined();
    expect(tooDeepIn(written(DEEPEST + 2))).toEqual({ line: DEEPEST + 1, column: 1 });
  });

  test.each([['*'], ['_'], ['~'], ['**'], ['*_~']])('in emphasis of one paragraph: %s.', (sign) => {
    const paragraph = (signs: number) =>
      `Before.\n${`${sign}a `.repeat(signs - 1000)}\n${`${sign}b `.repeat(1000)}\nc`;
    expect(tooDeepIn(paragraph(2000))).toBeUndefined();
    expect(tooDeepIn(paragraph(2001))).toEqual({ line: 3, column: 1 });
  });
});

describe('A text is not too deep', () => {
  const many = 3 * DEEPEST;

  test.each<[string, string]>([
    ['that is empty', ''],
    ['with many items', lines(many, () => '- A.')],
    ['with many items of items', lines(many, (index) => (index % 2 ? '  - A.' : '- A.'))],
    ['with many quotations', lines(many, () => '> A.')],
    ['with a line of hyphens', '-'.repeat(many)],
    ['with hyphens before words', '-A '.repeat(many)],
    ['with numbers that are too long for items', '1234567890. '.repeat(many)],
    [
      'with notes whose names are too long, or none',
      `${`[^${'a'.repeat(201)}]:`.repeat(many)}\n\n${'[^]:'.repeat(many)}`,
    ],
    ['with notes whose names have spaces', '[^a b]: '.repeat(many)],
    ['with signs of quotations within words', 'a > '.repeat(many)],
    ['with many brackets that are closed', '[a] '.repeat(many)],
    ['with brackets closed in later lines', lines(many, (index) => (index % 2 ? ']' : 'a ['))],
    ['with many brackets that are closed before', `${']'.repeat(many)}${'['.repeat(DEEPEST)}`],
    ['with brackets of many paragraphs', lines(many, (index) => (index % 2 ? ' ' : 'A [b'))],
    ['with brackets of many rows', lines(many, () => '  | A [b |')],
    ['with emphasis of many paragraphs', lines(30 * DEEPEST, (index) => (index % 2 ? '' : '*A* *b*'))],
    ['with emphasis of many rows', lines(30 * DEEPEST, () => '| *A* |')],
  ])('%s.', (_, text) => {
    expect(tooDeepIn(text)).toBeUndefined();
  });
});

test('A tree is too deep from the first node that is below two hundred others.', () => {
  const chain: RootContent[] = [{ type: 'text', value: 'A.' }];
  const treeOf = (levels: number): Root => {
    let inner = chain[0]!;
    for (let level = 1; level < levels; level += 1)
      inner = { type: 'emphasis', children: [inner] } as RootContent;
    const beside: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'B.' }] };
    return { type: 'root', children: [beside, inner, beside] };
  };
  expect(tooDeepInTree(treeOf(2 * DEEPEST))).toBeUndefined();
  expect(tooDeepInTree(treeOf(2 * DEEPEST + 1))).toBe(chain[0]);
  expect(tooDeepInTree(treeOf(2 * DEEPEST + 2))).toMatchObject({ type: 'emphasis', children: chain });
  expect(tooDeepInTree({ type: 'root', children: [] })).toBeUndefined();
});

describe('Data', () => {
  test.each<[string, unknown, number]>([
    ['that is a value', 'A.', 0],
    ['that is nothing', null, 0],
    ['that is an empty list', [], 0],
    ['that is a list', ['A.', 1, null], 1],
    ['that is a list of lists', [[], ['A.'], 1], 2],
    ['that has fields', { a: 'A.', b: null }, 1],
    ['whose fields have lists with fields', { a: 1, b: [1, { c: 'A.' }], d: [] }, 3],
  ])('%s has no more levels than it has.', (_, data, levels) => {
    expect(isDeeper(data, levels)).toBe(false);
    if (levels > 0) expect(isDeeper(data, levels - 1)).toBe(true);
  });

  test('may have more levels than functions that call themselves could walk.', () => {
    let data: unknown[] = ['A.'];
    for (let level = 1; level < 50_000; level += 1) data = [data];
    expect(isDeeper(data, 10)).toBe(true);
    expect(isDeeper(data, 50_000)).toBe(false);
  });
});
