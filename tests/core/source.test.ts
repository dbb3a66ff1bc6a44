import { describe, expect, test } from 'vitest';
import { nameInWords, readSource, shortName } from '../../src/core/source.ts';
import { TODAY } from './support/reading.ts';

const read = (yaml: string, key = 'a-source') =>
  readSource({ path: 'sources/a-source.yaml', key, yaml }, TODAY);
const faults = (yaml: string) =>
  read(yaml).problems.map(({ id, position }) => [id, (position as { line?: number }).line]);

describe('A source record', () => {
  test.each([
    'accessed: "2026-11-22"',
    'read: whole',
    'seen: [{ on: "2026-11-22", copy: page, passages: [a] }]',
  ])('that was not consulted cannot have been so: %s.', (field) => {
    expect(faults(`type: report\nconsulted: false\n${field}\n`)).toEqual([['invalid-source-record', 2]]);
    expect(faults(`type: report\n${field}\ntitle: Frost\n`)).toEqual([]);
    expect(faults('type: report\nconsulted: false\nvia: reports of it\n')).toEqual([]);
  });

  test('is a CSL type and whatever else is known.', () => {
    expect(read('type: report\nissued: "2025-11/2025-12~"\nconsulted: false\n')).toEqual({
      source: { key: 'a-source', type: 'report', issued: '2025-11/2025-12~', consulted: false },
      problems: [],
    });
    expect(read('type: webpage\n').source?.consulted).toBe(true);
  });

  test.each([
    ['it has no type', 'title: Frost\n', 1],
    ['its type is none of CSL’s', 'title: Frost\ntype: tweet\n', 2],
    ['a field is unknown', 'type: report\ncolour: red\n', 2],
    ['its date is no date', 'type: report\nissued: "last year"\n', 2],
    ['its date is a number', 'type: report\nissued: 2025\n', 2],
    ['its date is not in the calendar', 'type: report\nissued: "2026-02-29"\n', 2],
    ['its date is a season', 'type: report\nissued: "2025-21"\n', 2],
    ['its date has an open end', 'type: report\nissued: "2025/.."\n', 2],
    ['its language is no tag', 'type: report\nlanguage: en_GB\n', 2],
    ['it was consulted in a year, not on a day', 'type: report\naccessed: "2026"\n', 2],
    ['its address is not of the web', 'type: webpage\nURL: "javascript:alert(1)"\n', 2],
    ['its address is no address', 'type: webpage\nURL: "https://"\n', 2],
    ['a name has neither form', 'type: report\nauthor:\n  - { family: Writer }\n  - { name: Writer }\n', 4],
    ['how much was read is another word', 'type: report\nread: half\n', 2],
  ])('is refused where %s, with the line.', (_, yaml, line) => {
    expect(faults(yaml)).toEqual([['invalid-source-record', line]]);
  });

  test('has its unknown field told at its key, and its missing one by name.', () => {
    const { problems } = read('author:\n  - literal: A\n    given: B\ncolour:\n  red\n');
    expect(problems.map(({ message, position }) => [message, position])).toEqual([
      ['`type` is missing.', { path: 'sources/a-source.yaml', line: 1, column: 1 }],
      [
        'There is no field `given` here.',
        { path: 'sources/a-source.yaml', line: 3, column: 5, end: { line: 3, column: 10 } },
      ],
      [
        'There is no field `colour` here.',
        { path: 'sources/a-source.yaml', line: 4, column: 1, end: { line: 4, column: 7 } },
      ],
    ]);
  });

  test.each([
    ['title: 2025', '`title` should be text, and is a number.', 'Give the field a value of that form.'],
    ['title: [One]', '`title` should be text, and is a list.', 'Give the field a value of that form.'],
    ['title: { a: 1 }', '`title` should be text, and is { a: … }.', 'Give the field a value of that form.'],
    ['title: no', undefined, undefined],
    ['title:', '`title` is empty.', 'Give it a value.'],
    ['title: ""', '`title` is empty.', 'Give it a value.'],
    ['author: []', '`author` is empty.', 'Give it a value. It should be a list.'],
    [
      'author: A. Writer',
      '`author` should be a list, and is “A. Writer”.',
      'Give the field a value of that form.',
    ],
    [
      'consulted: "no"',
      '`consulted` should be true or false, and is “no”.',
      'Give the field a value of that form.',
    ],
    ['URL: true', '`URL` should be text, and is true.', 'Give the field a value of that form.'],
    [
      'read: half',
      '`read` should be one of whole, beginning, excerpt, and is “half”.',
      'Give the field a value of that form.',
    ],
    [
      'read: whole\nread: whole',
      'The field `read` is given twice; it stands in line 2 already.',
      'Keep one of the two. What it says was not checked.',
    ],
  ])('with “%s” has the problem: %s', (yaml, message, hint) => {
    const [found] = read(`type: report\n${yaml}\n`).problems;
    expect([found?.message, found?.hint]).toEqual([message, hint]);
  });

  test('that is empty is said to be so.', () => {
    expect(read('').problems.map(({ message }) => message)).toEqual(['The document is empty.']);
    expect(read('- a\n').problems.map(({ message }) => message)).toEqual([
      'The document should be a set of fields, and is a list.',
    ]);
  });

  test('tells all its faults at once.', () => {
    expect(
      faults('type: tweet\nissued: never\ncolour: red\n')
        .map(([, line]) => line)
        .sort(),
    ).toEqual([1, 2, 3]);
  });

  test.each([
    ['a key stands twice', 'type: report\ntype: book\n', 2],
    ['a bracket is open', 'type: report\nauthor: [{ literal: A }\n', 2],
    ['it is two documents', 'type: report\n---\ntype: book\n', 2],
    ['an alias has no anchor', 'type: report\nnote: *nothing\n', 2],
    [
      'aliases multiply',
      `type: report\n${'abcdefgh'.replace(/./g, (letter, index: number, all: string) => `${letter}: &${letter} [${index === 0 ? 'x' : `*${all[index - 1]}`}${`, *${all[Math.max(0, index - 1)]}`.repeat(index === 0 ? 0 : 8)}]\n`)}`,
      3,
    ],
  ])('is not well-formed where %s, and nothing more is said of it.', (_, yaml, line) => {
    expect(faults(yaml)).toEqual([['malformed-yaml', line]]);
    expect(read(yaml).source).toBeUndefined();
  });

  test.each([
    ['issued', '2026-11', []],
    ['issued', '2026-12', ['date-in-future']],
    ['issued', '2025/2999', ['date-in-future']],
    ['accessed', TODAY, []],
    ['accessed', '2026-11-23', ['date-in-future']],
  ])('is of no day to come: %s %s.', (field, date, expected) => {
    expect(read(`type: report\ntitle: Frost\n${field}: "${date}"\n`).problems.map(({ id }) => id)).toEqual(
      expected,
    );
  });

  test.each(['A-Source', 'a_source', 'a--source', 'a source', '-a'])('cannot be called “%s”.', (key) => {
    expect(read('type: report\n', key).problems.map(({ id }) => id)).toEqual(['invalid-source-record']);
  });
});

describe('A source without a title', () => {
  const seen = (capture: string) => `seen: [{ on: "2026-11-22", copy: page, passages: [a]${capture} }]\n`;

  test.each([
    ['where nothing says that none was shown', 'type: report\n', ['untitled-source']],
    ['where a capture shows one', `type: report\n${seen(', title: Frost')}`, ['untitled-source']],
    ['where what was seen has none', `type: report\n${seen('')}`, []],
    ['where nobody has read it', 'type: report\nconsulted: false\n', []],
    ['where it is a post', 'type: post\n', []],
    ['where it is a letter', 'type: personal_communication\n', []],
    ['where it has one', 'type: report\ntitle: Frost\n', []],
    ['where the record has other problems', 'type: report\naccessed: "2026-11-23"\n', ['date-in-future']],
  ])('%s has these problems: %s%j', (_, yaml, expected) => {
    expect(read(yaml).problems.map(({ id }) => id)).toEqual(expected);
  });

  test('is advice: it is published all the same.', () => {
    expect(read('type: report\n').source).toBeDefined();
  });
});

test('A record with a title and a language that is none is told so, and does not stop the check.', () => {
  expect(faults('type: report\ntitle: Frost\nlanguage: en_GB\n')).toEqual([['invalid-source-record', 3]]);
});

test('Names are read as they are said.', () => {
  expect(nameInWords({ literal: 'The Office' })).toBe('The Office');
  expect(nameInWords({ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' })).toBe(
    'Vincent van Gogh',
  );
  expect(nameInWords({ family: 'King', given: 'Martin Luther', suffix: 'Jr.' })).toBe(
    'Martin Luther King Jr.',
  );
});

test('A source is called by where it appeared, else by who published or wrote it, else by its title or key.', () => {
  const record = { key: 'k', type: 'report', consulted: true } as const;
  const author = [{ family: 'Writer', given: 'Ann' }];
  expect(shortName({ ...record, 'container-title': 'The Paper', publisher: 'P', author })).toBe('The Paper');
  expect(shortName({ ...record, publisher: 'P', author, title: 'T' })).toBe('P');
  expect(shortName({ ...record, author, title: 'T' })).toBe('Ann Writer');
  expect(shortName({ ...record, title: 'T' })).toBe('T');
  expect(shortName(record)).toBe('k');
});
