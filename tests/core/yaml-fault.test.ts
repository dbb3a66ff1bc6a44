import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Spot } from '../../src/core/problem.ts';
import { readYaml } from '../../src/core/yaml-document.ts';

/** What is told of a document: the words that it points to, what it says, and what to do. */
function told(yaml: string): [string, string, string][] {
  return readYaml({ path: 'a.yaml', yaml }, z.unknown(), 'invalid-timeline').problems.map((found) => {
    expect(found.id).toBe('malformed-yaml');
    const { line, column, end } = found.position as Spot;
    const words = yaml.split('\n')[line - 1]!.slice(column - 1, end && end.column - 1);
    return [words, found.message, found.hint.replace(' What it says was not checked.', '')];
  });
}

test.each<[string, ...ReturnType<typeof told>[number]]>([
  [
    'a:\n\t- b',
    '\t',
    'This line is indented by a tabulator, which YAML does not allow.',
    'Indent it by spaces.',
  ],
  [
    'a: b\nc: d\na: e',
    'a',
    'The field `a` is given twice; it stands in line 1 already.',
    'Keep one of the two.',
  ],
  ['a: "b\nc: d', '"b', 'A value begins here with `"`, and no `"` ends it.', 'Put `"` behind the value.'],
  [
    "a: 'b\r\nc: d\r\n",
    "'b",
    "A value begins here with `'`, and no `'` ends it.",
    "Put `'` behind the value.",
  ],
  [
    "a: 'It's cold'",
    "'",
    "The value ends at its second `'`, and words follow it.",
    "Within single quotation marks an apostrophe is written twice: ''. Or use ’.",
  ],
  [
    'a: "b" c',
    '"',
    'The value ends at its second `"`, and words follow it.',
    'Within double quotation marks write \\" for one of them. Or use “ and ”.',
  ],
  ['a: [{ b: c }\nd: e', '[', '`[` is opened here, and no `]` closes it.', 'Put `]` behind what it holds.'],
  ['a: { b: c\nd: e', '{', '`{` is opened here, and no `}` closes it.', 'Put `}` behind what it holds.'],
  [
    'title: Winter: a forecast',
    ':',
    'The value has a colon with a space behind it: what stands before that is taken for the name of a field.',
    'Put the value between quotation marks.',
  ],
  ['a:b\nc: d', ':', 'There is no space behind the colon.', 'Put one there.'],
  [
    'a: b\n  c: d\ne: f',
    'c: d',
    'This line is indented as if it belonged to the field in line 1, which has a value already.',
    'Indent it as the fields beside it are.',
  ],
  ['a: @b', '@', 'A value cannot begin with `@` in YAML.', 'Put the value between quotation marks.'],
  [
    'a: b\n- c',
    '- c',
    'An entry of a list stands here among fields.',
    'Indent it under the field that it belongs to.',
  ],
  [
    '  a: b\nc: d',
    'c: d',
    'This field is indented otherwise than what stands around it.',
    'Indent it as they are; a list begins on the line below its field.',
  ],
  [
    'a: b\nand more',
    'and more',
    'This line is no field: it has no name with a colon and a value.',
    'If it goes on with the value above, indent it, or put the whole value between quotation marks.',
  ],
  [
    'a: b\nc: *cold',
    '*cold',
    '`*cold` refers to a value called `&cold`, and there is none.',
    'If `*` belongs to the value, put the value between quotation marks.',
  ],
  [
    'a: "\\0"',
    '"\\0"',
    'The control character U+0000 is in this value, which no page can show.',
    'Take it out.',
  ],
  [
    'a: "b\\u202Ec"',
    '"b\\u202Ec"',
    'In this value U+202E turns the direction of writing, and nothing in it turns it back: what stands behind it would be turned, too.',
    'Take it out.',
  ],
  [
    'a: !!js/function',
    '',
    '`!!js/function` says what kind of value this is, and content has no kinds but text, numbers, lists and fields.',
    'Take it out.',
  ],
  [
    '"a": 1\n"a": 2',
    '"a"',
    'The field `a` is given twice; it stands in line 1 already.',
    'Keep one of the two.',
  ],
  [
    'b: { a: 1, a: 2 }',
    'a',
    'The field `a` is given twice; it stands in line 1 already.',
    'Keep one of the two.',
  ],
  [
    'a: b:\n',
    ':',
    'The value has a colon with a space behind it: what stands before that is taken for the name of a field.',
    'Put the value between quotation marks.',
  ],
  ['a-b:c\nd: e', ':', 'There is no space behind the colon.', 'Put one there.'],
  [
    'a: b\n\n  c: d\ne: f',
    'c: d',
    'This line is indented as if it belonged to the field in line 1, which has a value already.',
    'Indent it as the fields beside it are.',
  ],
  [
    'a: b\r\n  c: d\r\n',
    'c: d',
    'This line is indented as if it belonged to the field in line 1, which has a value already.',
    'Indent it as the fields beside it are.',
  ],
  [
    '  a: b\n- c',
    '- c',
    'An entry of a list stands here among fields.',
    'Indent it under the field that it belongs to.',
  ],
  [
    "a: \"It's\"\nb: 'It's'",
    "'",
    "The value ends at its second `'`, and words follow it.",
    "Within single quotation marks an apostrophe is written twice: ''. Or use ’.",
  ],
  ['a: "b\n\n\nc', '"b', 'A value begins here with `"`, and no `"` ends it.', 'Put `"` behind the value.'],
  ['a: [[b], c', '[', '`[` is opened here, and no `]` closes it.', 'Put `]` behind what it holds.'],
  ['a: [{b]', '{', '`{` is opened here, and no `}` closes it.', 'Put `}` behind what it holds.'],
  [
    'a:\n  b: c\n \td: e',
    '\t',
    'This line is indented by a tabulator, which YAML does not allow.',
    'Indent it by spaces.',
  ],
  [
    'a: b\n   and more\nso: c\nand more',
    'and more',
    'This line is no field: it has no name with a colon and a value.',
    'If it goes on with the value above, indent it, or put the whole value between quotation marks.',
  ],
])('Of %j it is told what was meant, where it began, and what to do.', (yaml, ...expected) => {
  expect(told(yaml)).toEqual([expected]);
});

test('Every field that stands twice is told, and of other faults the first, from which the rest follow.', () => {
  const messages = told('a: 1\na: 2\nb: 1\nb: 2\nc: d: e\nf: [g\n').map(([, message]) => message);
  expect(messages.map((message) => message.slice(0, 14))).toEqual([
    'The field `a` ',
    'The field `b` ',
    'The value has ',
  ]);
});

test.each([
  ['a: [b]]', ']'],
  ['a: - b', '-'],
  ['a: |b', 'b'],
])('What is wrong in the midst of %j is no matter of how its line is indented.', (yaml, sign) => {
  const [found] = told(yaml);
  expect(found![1]).toMatch(/^This is not well-formed YAML: /);
  expect(found![0]).toContain(sign);
});

test('Of what is too deep it is told where.', () => {
  const [[, message, hint] = []] = told(`a: ${'['.repeat(20_000)}`);
  expect([message, hint]).toEqual([
    'Lists and fields are within one another here more deeply than can be read.',
    'Write it with fewer levels.',
  ]);
});

test('In what nobody foresaw the parser’s own words are told.', () => {
  expect(told('a: "\\q"')).toEqual([
    ['\\', 'This is not well-formed YAML: Invalid escape sequence \\q.', 'Correct the YAML here.'],
  ]);
});
