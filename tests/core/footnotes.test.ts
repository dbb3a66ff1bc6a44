import { describe, expect, test } from 'vitest';
import { findNotes, nameOf } from '../../src/core/footnotes.ts';
import type { Spot } from '../../src/core/problem.ts';
import { parseMdx } from '../../src/core/syntax.ts';

const find = (body: string, ...marks: readonly string[]) =>
  findNotes(parseMdx(body), new Set(marks), { path: 'index.mdx', body });

/** The words that each problem is about, and which it is. */
const told = (body: string, ...marks: readonly string[]) =>
  find(body, ...marks).problems.map(({ id, position }) => {
    const { line, column, end } = position as Spot;
    return [id, body.split('\n')[line - 1]!.slice(column - 1, end && end.column - 1)];
  });

describe('A reference to a footnote that is not there is found where it stands:', () => {
  test.each<[string, ...string[]]>([
    ['See [^a].', '[^a]'],
    ['Before.\n\nSee [^a].', '[^a]'],
    ['One\ntwo [^a], three\nand [^b].', '[^a]', '[^b]'],
    ['[^a] begins.', '[^a]'],
    ['# Heading [^a]', '[^a]'],
    ['| a |\n| - |\n| b [^c] |', '[^c]'],
    ['A *very [^a] long* one.', '[^a]'],
    ['`code` and [^a].', '[^a]'],
    ['`[^a]` and [^a].', '[^a]'],
    ['Before.\n\nOne `[^a]` and `b` [^a].', '[^a]'],
    ['By https://b.example/ it says [^a] and more.', '[^a]'],
  ])('%j.', (body, ...words) => {
    expect(told(body)).toEqual(words.map((each) => ['undefined-footnote', each]));
  });

  test.each([
    'Escaped: \\[^a].',
    'Escaped: [\\^a].',
    'Escaped: \\\\\\[^a].',
    'Code: `[^a]`.',
    'Before.\n\nMore `[^a]` code, and \\[^a].',
    'Before.\n\n`[^a]`',
    'Nothing: [^].',
    'Words: [^a b].',
    'Defined: [^a].\n\n[^a]: Here.',
  ])('%j has none.', (body) => {
    expect(told(body)).toEqual([]);
  });

  test('it is told what to do.', () => {
    const { message, hint } = find('See [^a].').problems[0]!;
    expect([message, hint]).toEqual([
      '`[^a]` refers to a footnote that is not there.',
      'Write [^a]: …, or put \\ before the bracket if it belongs to the text.',
    ]);
  });
});

test('Of an even number of backslashes none escapes the bracket.', () => {
  expect(find('Here: \\\\[^a].').problems.map(({ id }) => id)).toEqual(['undefined-footnote']);
});

describe('Of footnotes', () => {
  test('those with the id of a mark are its note; the others are the text’s, or strays.', () => {
    const { notes, strays, seconds, problems } = find(
      'See [^b].\n\n[^a]: One.\n\n[^b]: Two.\n\n[^c]: Three.',
      'a',
    );
    expect([...notes.keys()]).toEqual(['a']);
    expect(strays.map(nameOf)).toEqual(['c']);
    expect(seconds).toEqual([]);
    expect(problems.map(({ id }) => id)).toEqual(['note-without-mark']);
  });

  test('a second one for a mark is kept apart, one of the text is not.', () => {
    const { seconds, problems } = find('See [^b].\n\n[^a]: 1.\n\n[^a]: 2.\n\n[^b]: 3.\n\n[^b]: 4.', 'a');
    expect(seconds.map(({ position }) => position?.start.line)).toEqual([5]);
    expect(problems.map(({ id, message, hint }) => [id, message, hint])).toEqual([
      ['duplicate-note', 'There are two notes `a`.', 'Keep one, or give the other the id of its own mark.'],
      ['duplicate-note', 'There are two notes `b`.', 'Keep one, or give the other the id of its own mark.'],
    ]);
  });

  test('those of two marks whose ids differ in capitals are two.', () => {
    const { notes, problems } = find('[^a]: 1.\n\n[^A]: 2.', 'a', 'A');
    expect([...notes.keys()]).toEqual(['a', 'A']);
    expect(problems).toEqual([]);
  });

  test('that of a mark is not to be referred to.', () => {
    const body = 'See [^a].\n\n[^a]: One.';
    expect(told(body, 'a')).toEqual([['reference-to-note', '[^a]']]);
    const { message, hint } = find(body, 'a').problems[0]!;
    expect([message, hint]).toEqual([
      '`[^a]` refers to the note of the mark `a`.',
      'Take it out: the reference is put in when the page is made.',
    ]);
  });
});

describe('A note without a mark', () => {
  const toldOf = (body: string, ...marks: readonly string[]) =>
    find(body, ...marks).problems.map(({ message }) => message);

  test('is told, and what it may mean.', () => {
    expect(told('[^quay]: One.')).toEqual([['note-without-mark', '[^quay]:']]);
    expect(find('[^quay]: One.').problems[0]).toMatchObject({
      message: 'The note `quay` belongs to no mark.',
      hint: 'Mark its words, as in <Claim id="quay" …>words</Claim>, or correct its id.',
    });
  });

  test('is not told where a mark without a note is told to mean it.', () => {
    expect(toldOf('[^quai]: One.', 'quay')).toEqual([]);
  });

  test('is told where that mark means another.', () => {
    expect(toldOf('[^quayside]: One.\n\n[^quai]: Two.', 'quay')).toEqual([
      'The note `quayside` belongs to no mark.',
    ]);
    expect(toldOf('[^quaysi]: One.\n\n[^quaysid]: Two.', 'quayside')).toEqual([
      'The note `quaysi` belongs to no mark. Did you mean `quayside`?',
    ]);
  });

  test('is not told where an element that is no mark has its id.', () => {
    expect(toldOf('<Clam id="quay">One</Clam>.\n\n[^quay]: One.')).toEqual([]);
    expect(toldOf('<Claim id="quay">One</Claim>.\n\n[^quay]: One.')).toHaveLength(1);
  });
});
