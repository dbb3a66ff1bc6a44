import { describe, expect, test } from 'vitest';
import { elementsIn, readXml, textIn } from '../../src/core/xml.ts';

const read = (xml: string) => readXml({ path: 'x.xml', xml }, 'malformed-style');

describe('What is not well-formed is told with its place:', () => {
  test.each([
    ['<a>\n <b></c>\n</a>', 2, 8],
    ['', 1, 1],
    ['words', 1, 1],
    ['<a', 1, 2],
    ['<a b=c/>', 1, 6],
    ['<a/>\n<b/>', 2, 1],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 1, 36],
  ])('%j', (xml, line, column) => {
    const { root, problems } = read(xml);
    expect(root).toBeUndefined();
    expect(problems.map(({ position }) => position)).toEqual([{ path: 'x.xml', line, column }]);
  });
});

test('What is nested too deeply is told with its place, however deep it goes.', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(read(nested(100)).root).toBeDefined();
  for (const depth of [101, 60_000]) {
    const { root, problems } = read(nested(depth));
    expect(root).toBeUndefined();
    expect(problems.map(({ position }) => position)).toEqual([{ path: 'x.xml', line: 1, column: 301 }]);
    expect(problems[0]!.message).toBe('More than 100 elements stand in one another.');
  }
});

test('An element has elements in it or words, and its place.', () => {
  const { root, positionOf } = read(
    '\uFEFF<?xml version="1.0"?>\n<a x="1">\n  <b>one &amp; <![CDATA[<two>]]></b>\n  <b/></a>',
  );
  const [first, second] = elementsIn(root!, 'b');
  expect(root!.children).toHaveLength(2);
  expect(root!.attrs).toEqual({ x: '1' });
  expect(textIn(first!)).toBe('one & <two>');
  expect(second!.children).toEqual([]);
  expect([root!, first!, second!].map((each) => positionOf(each))).toEqual([
    { path: 'x.xml', line: 2, column: 1 },
    { path: 'x.xml', line: 3, column: 3 },
    { path: 'x.xml', line: 4, column: 3 },
  ]);
});
