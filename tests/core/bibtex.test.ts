import { describe, expect, test } from 'vitest';
import { babelName, babelTag, toBibtex } from '../../src/core/export/bibtex.ts';
import type { CslItem } from '../../src/core/export/csl.ts';
import type { Name } from '../../src/core/source.ts';

/** The fields of an entry, in their order. */
function fields(more: Partial<CslItem>): [string, string][] {
  const entry = toBibtex({ id: 'a', type: 'book', ...more });
  return entry
    .split('\n')
    .slice(1, -2)
    .map((line) => {
      const { name, value } = /^ {2}(?<name>\w+) = \{(?<value>.*)\},$/.exec(line)!.groups!;
      return [name!, value!];
    });
}

const field = (name: string, more: Partial<CslItem>) => fields(more).find(([each]) => each === name)?.[1];

describe('An entry', () => {
  test('has its key, and its fields in an order for the eye.', () => {
    expect(
      toBibtex({
        id: 'quay-post',
        type: 'book',
        URL: 'https://a.example/b',
        language: 'en-GB',
        note: 'Read in part.',
        ISBN: '9783161484100',
        issued: { 'date-parts': [[2025, 1, 2]] },
        accessed: { 'date-parts': [[2026, 11, 22]] },
        publisher: 'Harbour Board',
        title: 'A quay',
        author: [{ family: 'Brown', given: 'Ann' }],
      }),
    ).toBe(
      [
        '@book{quay-post,',
        '  author = {Brown, Ann},',
        '  title = {A quay},',
        '  publisher = {Harbour Board},',
        '  date = {2025-01-02},',
        '  url = {https://a.example/b},',
        '  isbn = {9783161484100},',
        '  urldate = {2026-11-22},',
        '  langid = {british},',
        '  annotation = {Read in part.},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('of what stands in a newspaper or a magazine says so.', () => {
    const more = { title: 'A quay', 'container-title': 'Quay Post' };
    expect(field('entrysubtype', { ...more, type: 'article-newspaper' })).toBe('newspaper');
    expect(field('entrysubtype', { ...more, type: 'article-magazine' })).toBe('magazine');
    expect(field('entrysubtype', { ...more, type: 'article-journal' })).toBeUndefined();
  });

  test('of a page has its publisher, else its site, as an organization, and its edition with the title.', () => {
    const page = { type: 'webpage', title: 'A quay', 'container-title': 'Quay Post' } as const;
    const edited = fields({ ...page, publisher: 'Bed and Board', edition: '2 & 3' });
    expect(edited).toContainEqual(['titleaddon', String.raw`edition 2 \& 3`]);
    expect(edited).toContainEqual(['organization', '{Bed and Board}']);
    expect(edited.map(([name]) => name)).not.toContain('publisher');
    expect(field('organization', page)).toBe('Quay Post');
    expect(field('organization', { ...page, publisher: 'Anderson & Band' })).toBe(
      String.raw`Anderson \& Band`,
    );
    expect(field('titleaddon', page)).toBeUndefined();
  });
});

describe('A name', () => {
  test.each<[string, Name, string]>([
    ['of a body', { literal: 'Harbour & Board' }, String.raw`{Harbour \& Board}`],
    ['of one part', { family: 'Brown' }, '{Brown}'],
    ['of two', { family: 'Brown', given: 'Ann B.' }, 'Brown, Ann B.'],
    ['with what follows it', { family: 'King', given: 'Martin', suffix: 'Jr.' }, 'King, Jr., Martin'],
    ['with that alone', { family: 'King', suffix: 'Jr.' }, 'King, Jr., '],
    [
      'with a particle',
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      'van Beethoven, Ludwig',
    ],
    ['with a particle alone', { family: 'Beethoven', 'non-dropping-particle': 'van' }, 'van Beethoven, '],
    [
      'with a particle that BibTeX does not know for one',
      { family: 'Saud', given: 'Ann', 'non-dropping-particle': 'Al', suffix: 'II' },
      'family={Saud}, given={Ann}, prefix={Al}, suffix={II}',
    ],
    ['with a small letter', { family: 'hooks', given: 'bell' }, '{hooks}, {bell}'],
    ['with a hyphen', { family: 'Smith-Jones', given: 'Ann-Marie' }, 'Smith-Jones, Ann-Marie'],
    ['of another script', { family: 'Зеленський', given: 'Володимир' }, 'Зеленський, Володимир'],
    ['of several words', { family: 'Young Brown', given: 'A' }, 'Young Brown, A'],
    ['with signs', { family: 'Brown & Co', given: 'A' }, String.raw`{Brown \& Co}, A`],
  ])('%s.', (_, name, expected) => {
    expect(field('author', { author: [name] })).toBe(expected);
  });

  test('stands before others.', () => {
    expect(field('author', { author: [{ family: 'A', given: 'B' }, { literal: 'C' }] })).toBe('A, B and {C}');
  });
});

describe('Signs of TeX are words:', () => {
  test.each([
    ['\\', String.raw`\textbackslash{}`],
    ['{a}', String.raw`\textbraceleft{}a\textbraceright{}`],
    ['5 % of $3 & #4_b', String.raw`5 \% of \$3 \& \#4\_b`],
    ['~^', String.raw`\textasciitilde{}\textasciicircum{}`],
    ['<i>', String.raw`\textless{}i\textgreater{}`],
    ["a -- b --- '' ``", "a -{}- b -{}-{}- '{}' `{}`"],
  ])('%j.', (note, expected) => {
    expect(field('annotation', { note })).toBe(expected);
  });

  test('in an address, nothing but ASCII, and no brace.', () => {
    expect(field('url', { URL: 'https://a.example/ї{b}\\c' })).toBe('https://a.example/%D1%97%7Bb%7D/c');
    expect(field('url', { URL: 'ї {b}' })).toBe('%D1%97%20%7Bb%7D');
    expect(field('doi', { DOI: '10.5555/a{b}' })).toBe('10.5555/a%7Bb%7D');
    expect(field('doi', {})).toBeUndefined();
  });
});

test.each<[NonNullable<CslItem['issued']>, string]>([
  [{ 'date-parts': [[2025]] }, '2025'],
  [{ 'date-parts': [[2025, 1]] }, '2025-01'],
  [{ 'date-parts': [[2025, 11, 3]] }, '2025-11-03'],
  [{ 'date-parts': [[987]] }, '0987'],
  [
    {
      'date-parts': [
        [2025, 11],
        [2025, 12],
      ],
    },
    '2025-11/2025-12',
  ],
  [{ 'date-parts': [[2025]], circa: true }, '2025~'],
])('A date is as EDTF has it: %j, %j.', (issued, expected) => {
  expect(field('date', { issued })).toBe(expected);
});

test.each([
  ['en', 'english'],
  ['en-GB', 'british'],
  ['en-ZA', 'english'],
  ['pt-BR', 'portuguese'],
  ['uk-Cyrl-UA', 'ukrainian'],
  ['tlh', undefined],
])('babel calls %s %s.', (tag, name) => {
  expect(babelName(tag)).toBe(name);
  expect(field('langid', { language: tag })).toBe(name);
});

test.each([
  ['british', 'en-gb'],
  ['NGerman', 'de'],
  ['klingon', undefined],
])('What babel calls %s has the tag %s.', (name, tag) => {
  expect(babelTag(name)).toBe(tag);
});
