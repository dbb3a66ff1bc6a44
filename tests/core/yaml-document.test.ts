import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isBlank, readYaml } from '../../src/core/yaml-document.ts';
import type { Spot } from '../../src/core/problem.ts';

const SCHEMA = z.strictObject({
  title: z.string().min(1).optional(),
  count: z.int().optional(),
  share: z.number().positive().optional(),
  open: z.boolean().optional(),
  kind: z.enum(['quay', 'pier']).optional(),
  one: z.literal('only').optional(),
  day: z
    .string()
    .refine((value) => value === 'today', 'a day')
    .optional(),
  names: z
    .array(z.strictObject({ family: z.string() }))
    .min(1)
    .optional(),
  own: z.number('a share of all').optional(),
  place: z.strictObject({ town: z.string() }).optional(),
});

const read = (yaml: string, firstLine?: number) =>
  readYaml(
    { path: 'a.yaml', yaml, ...(firstLine !== undefined && { firstLine }) },
    SCHEMA,
    'invalid-source-record',
  );

/** The words that each problem is about, what it says, and what to do. */
const told = (yaml: string) =>
  read(yaml).problems.map(({ position, message, hint }) => {
    const { line, column, end } = position as Spot;
    return [yaml.split('\n')[line - 1]!.slice(column - 1, end ? end.column - 1 : column - 1), message, hint];
  });

test('What is as it should be is read, and nothing said.', () => {
  const yaml = 'title: A\nkind: quay\nnames: [{ family: B }]\n';
  const { value, problems, positionOf } = read(yaml);
  expect(problems).toEqual([]);
  expect(value).toEqual({ title: 'A', kind: 'quay', names: [{ family: 'B' }] });
  expect(positionOf(['names', 0, 'family'])).toEqual({
    path: 'a.yaml',
    line: 3,
    column: 19,
    end: { line: 3, column: 20 },
  });
  expect(positionOf(['names', 0, 'given'])).toEqual({ path: 'a.yaml', line: 3, column: 9 });
  expect(positionOf(['nothing'])).toEqual({ path: 'a.yaml', line: 1, column: 1 });
});

test('Places are reckoned from the line of the file on which the YAML begins.', () => {
  expect(read('title: A\nkind: B', 5).problems[0]!.position).toEqual({
    path: 'a.yaml',
    line: 6,
    column: 7,
    end: { line: 6, column: 8 },
  });
});

const FORM = 'Give the field a value of that form.';

describe('A value that is not as it should be is told with its place, and what it should be:', () => {
  test.each<[string, ...string[]]>([
    ['title: 5', '5', '`title` should be text, and is a number.', FORM],
    ['title: [a]', '', '`title` should be text, and is a list.', FORM],
    ['title: ""', '""', '`title` is empty.', 'Give it a value.'],
    ['title:', '', '`title` is empty.', 'Give it a value.'],
    ['count: many', 'many', '`count` should be a number, and is “many”.', FORM],
    ['count: 1.5', '1.5', '`count` should be a whole number, and is a number.', FORM],
    ['count: []', '', '`count` is empty.', 'Give it a value. It should be a number.'],
    ['share: 0', '0', '`share` should be a number above 0, and is a number.', FORM],
    ['open: "no"', '"no"', '`open` should be true or false, and is “no”.', FORM],
    ['title: true', 'true', '`title` should be text, and is true.', FORM],
    ['kind: quai', 'quai', '`kind` should be one of quay, pier, and is “quai”. Did you mean `quay`?', FORM],
    ['kind: 5', '5', '`kind` should be one of quay, pier, and is a number.', FORM],
    ['one: other', 'other', '`one` should be only, and is “other”.', FORM],
    ['day: now', 'now', '`day` should be a day, and is “now”.', FORM],
    ['names: A', 'A', '`names` should be a list, and is “A”.', FORM],
    ['names: []', '', '`names` is empty.', 'Give it a value. It should be a list.'],
    ['names: [5]', '5', '`names` should be a set of fields, and is a number.', FORM],
    ['names: [{}]', '', '`names.family` is missing.', 'Add it.'],
    ['names: [{ family: 5 }]', '5', '`names.family` should be text, and is a number.', FORM],
    ['own: all', 'all', '`own` should be a share of all, and is “all”.', FORM],
    ['title: { a: 1, b: 2 }', '', '`title` should be text, and is { a: …, b: … }.', FORM],
    [
      'title: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }',
      '',
      '`title` should be text, and is { a: …, b: …, c: …, d: …, e: …, f: …, g: …, h: … }.',
      FORM,
    ],
    [
      'title: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 }',
      '',
      '`title` should be text, and is { a: …, b: …, c: …, d: …, e: …, f: …, g: …, h: …, … }.',
      FORM,
    ],
    [
      `kind: ${'x'.repeat(100)}`,
      'x'.repeat(100),
      `\`kind\` should be one of quay, pier, and is “${'x'.repeat(100)}”.`,
      FORM,
    ],
    [
      `kind: ${'𝒙'.repeat(101)}`,
      '𝒙'.repeat(101),
      `\`kind\` should be one of quay, pier, and is “${'𝒙'.repeat(100)}…”.`,
      FORM,
    ],
    ['- a', '', 'The document should be a set of fields, and is a list.', FORM],
    ['# nothing', '', 'The document is empty.', 'Give it a value. It should be a set of fields.'],
  ])('%j.', (yaml, ...expected) => {
    expect(told(yaml)).toEqual([expected]);
  });

  test('all of them.', () => {
    expect(told('open: a\nkind: b').map(([words]) => words)).toEqual(['a', 'b']);
  });
});

describe('A field that there is not is told at its name:', () => {
  const hint = 'Correct the name or take the field out.';
  test.each<[string, ...string[][]]>([
    ['titel: A', ['titel', 'There is no field `titel` here. Did you mean `title`?', hint]],
    ['zzz: A', ['zzz', 'There is no field `zzz` here.', hint]],
    ['place: { town: A, country: B }', ['country', 'There is no field `country` here.', hint]],
    ['names: [{ family: A, a: 1 }]', ['a', 'There is no field `a` here.', hint]],
    [
      'xx: 1\nyy: 2',
      ['xx', 'There is no field `xx` here.', hint],
      ['yy', 'There is no field `yy` here.', hint],
    ],
    [`${'x'.repeat(101)}: 1`, ['x'.repeat(101), `There is no field \`${'x'.repeat(100)}…\` here.`, hint]],
  ])('%j.', (yaml, ...expected) => {
    expect(told(yaml)).toEqual(expected);
  });
});

test('Of very many faults the first five hundred are told.', () => {
  const fields = Array.from({ length: 501 }, (_, at) => `f${at}: 1\n`).join('');
  expect(read(fields).problems).toHaveLength(500);
  const names = `names:\n${'  - family: 1\n'.repeat(501)}`;
  expect(read(names).problems).toHaveLength(500);
});

describe('Values that refer to others', () => {
  test('are read.', () => {
    expect(read('names: [&a { family: B }, *a]').value).toEqual({
      names: [{ family: 'B' }, { family: 'B' }],
    });
  });

  test('and to none, are told.', () => {
    expect(told('title: a*b\nkind: *none')).toEqual([
      [
        '*none',
        '`*none` refers to a value called `&none`, and there is none.',
        'If `*` belongs to the value, put the value between quotation marks.',
      ],
    ]);
  });

  test('and so to more than anybody would write, are told.', () => {
    const a = `title: 2 * 3\nnames: &a [${'{ family: B }, '.repeat(20)}]\nplace: { town: &b [${'*a, '.repeat(20)}], x: [${'*b, '.repeat(20)}] }`;
    expect(told(a)).toEqual([
      ['*', 'Values are repeated by `*` here more than 50 times over.', 'Write the values out instead.'],
    ]);
    expect(read(a).problems[0]!.position).toMatchObject({ line: 3 });
  });
});

test('A file that is no YAML has no value.', () => {
  const { value, problems } = read('title: "A');
  expect(value).toBeUndefined();
  expect(problems.map(({ id }) => id)).toEqual(['malformed-yaml']);
});

test('A file with signs that nobody can see is not read.', () => {
  const { value, problems, positionOf } = read('title: "A\u0000"');
  expect(value).toBeUndefined();
  expect(problems).toHaveLength(1);
  expect(positionOf(['title'])).toEqual({ path: 'a.yaml', line: 1, column: 1 });
});

test.each([
  ['', true],
  ['\n \n', true],
  ['# a\n\n  # b', true],
  ['a', false],
  ['# a\nb: 1', false],
  ['a # b', false],
  ['---', false],
])('Whether %j has nothing but comments and white space: %j.', (yaml, blank) => {
  expect(isBlank(yaml)).toBe(blank);
});
