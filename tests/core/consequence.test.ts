import { describe, expect, test } from 'vitest';
import { readReading } from '../../src/core/reading.ts';
import { claim, read, SOURCES, TODAY } from './support/reading.ts';

const idsOf = (...reading: Parameters<typeof read>) => read(...reading).problems.map(({ id }) => id);
const note = (id: string) => `\n[^${id}]: Found.\n`;
const EVIDENCE = '<Evidence source="later" bearing="supports">The same.</Evidence>';
const supported = '<Claim id="a" status="supported" checked="2026-11-22">One</Claim>';

describe('What follows from something more fundamental is not told again:', () => {
  test.each<[string, string, string, string[]]>([
    ['code in a paragraph', 'It is {1 + 1} cold.', 'It is {1 + 1} cold.', ['code-in-reading']],
    ['a footnote that is not there', 'It is cold.[^a]', 'It is cold.', ['undefined-footnote']],
    [
      'code, and a paragraph further on that differs',
      'It is {1 + 1} cold.\n\nOne.\n\nTwo.\n\nThree.',
      'It is  cold.\n\nOne.\n\nTwo.\n\nFour.',
      ['code-in-reading', 'text-differs'],
    ],
    [
      'evidence that is not in its note',
      `${supported}.\n\n[^a]: Found.\n\n${EVIDENCE}`,
      'One.',
      ['misplaced-component', 'status-without-evidence'],
    ],
  ])('%s.', (_, mdx, original, expected) => {
    expect(idsOf(mdx, { original })).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['evidence in a line', `${supported}.\n\n[^a]: Found.\n    ${EVIDENCE}`, ['misplaced-component']],
    [
      'evidence without its bearing',
      `${supported}.\n\n[^a]: Found.\n\n    <Evidence source="later">The same.</Evidence>`,
      ['missing-attribute'],
    ],
    [
      'an attribute that is misspelt',
      `<Claim id="a" staus="opinion" checked="2026-11-22">One</Claim>.\n${note('a')}`,
      ['unknown-attribute'],
    ],
    [
      'an id that is empty',
      '<Claim id="" status="opinion" checked="2026-11-22">One</Claim>.',
      ['invalid-attribute'],
    ],
    ['a note with a misspelt id', `${claim('winter', 'One')}.\n${note('wintre')}`, ['mark-without-note']],
  ])('%s.', (_, mdx, expected) => {
    expect(idsOf(mdx)).toEqual(expected);
  });

  test('front matter that does not end, as which all of the text is read.', () => {
    const mdx = `---\ntitle: Test\n\n${claim('a', 'One')}.\n${note('a')}`;
    const { problems } = readReading({ slug: 's', path: 'index.mdx', mdx }, SOURCES, TODAY);
    expect(problems.map(({ id }) => id)).toEqual(['invalid-front-matter']);
  });

  test('front matter that says its language, and cannot be read otherwise: excerpts are judged by that.', () => {
    const foreign = '<Evidence source="later" bearing="supports" lang="uk">Так само.</Evidence>';
    const idsIn = (language: string) => {
      const mdx = `---\ntitle: 'Test\nlanguage: ${language}\n---\n\n${supported}.\n\n[^a]: Found.\n\n    ${foreign}\n`;
      return readReading(
        { slug: 's', path: 'index.mdx', mdx, original: { path: 'o', text: 'One.' } },
        SOURCES,
        TODAY,
      )
        .problems.map(({ id }) => id)
        .filter((id) => id !== 'missing-ledger');
    };
    expect(idsIn('uk')).toEqual(['malformed-yaml']);
    expect(idsIn('de')).toEqual(['malformed-yaml', 'missing-rendering']);
    expect(idsIn('British English')).toEqual(['malformed-yaml']);
  });
});

test('What stands behind a note and is not indented is told to be perhaps its own.', () => {
  const { problems } = read(`${claim('a', 'One')}.\n\n[^a]: Found.\n\n  More of it.\n`, { original: 'One.' });
  expect(problems.map(({ id, hint }) => [id, hint])).toEqual([
    [
      'text-differs',
      'It stands behind a note: indent it by four spaces if it belongs to that, else put it before the notes.',
    ],
  ]);
});

describe('Advice about notes', () => {
  const unchecked = (day: string) =>
    `<Claim id="a" status="unchecked" checked="${day}">One</Claim>.\n${note('a')}`;

  test('is given on what has been unchecked for more than a year.', () => {
    expect(idsOf(unchecked('2025-11-22'))).toEqual([]);
    expect(idsOf(unchecked('2025-11-21'))).toEqual(['stale-check']);
    expect(idsOf(unchecked('2025-11-21').replace('unchecked', 'opinion'))).toEqual([]);
  });

  test('is given on more than 240 words, in any script.', () => {
    const long = (words: string) => `${claim('a', 'One')}.\n\n[^a]: Found.\n\n    ${words}\n`;
    expect(idsOf(long('word '.repeat(239)))).toEqual([]);
    expect(idsOf(long('word '.repeat(240)))).toEqual(['very-long-note']);
    expect(idsOf(long('天気が寒い'.repeat(100)))).toEqual(['very-long-note']);
  });
});
