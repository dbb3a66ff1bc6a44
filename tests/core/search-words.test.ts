import { describe, expect, test } from 'vitest';
import { findables } from '../../src/core/findable.ts';
import { wordsOf } from '../../src/core/search-words.ts';
import { claim, read } from './support/reading.ts';

const words = (body: string, language = 'en') => wordsOf(findables([read(body, { language }).reading]));

describe('The words of an index', () => {
  test.each<[string, string, [string, number][]]>([
    [
      'stand by how often they are there, then by the alphabet',
      'Ships cold boats, ships. Boats ships.',
      [
        ['ships', 3],
        ['Boats', 2],
        ['cold', 1],
      ],
    ],
    ['are written as they are most', 'PLAN plan plan Plan.', [['plan', 4]]],
    ['have three letters at least', 'to the a', [['the', 1]]],
    ['are without numbers', 'In 2022 g77 cold', [['cold', 1]]],
    [
      'are without an English possessive',
      "Kyiv’s Odesa's ships",
      [
        ['Kyiv', 1],
        ['Odesa', 1],
        ['ships', 1],
      ],
    ],
  ])('%s.', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are those of texts, notes and evidence, each once where it stands.', () => {
    const body =
      `Text ${claim('a', 'mark')}.\n\n[^a]: Finding.\n\n    Body.\n\n` +
      '    <Evidence source="earlier" bearing="context" lang="uk" rendering="Rendering.">Уривок</Evidence>\n' +
      '    <Since date="2026-02" source="undated">Later.</Since>\n';
    expect(words(body)).toEqual(
      ['Body', 'Finding', 'Later', 'Rendering', 'Text', 'mark', 'Уривок'].map((word) => [word, 1]),
    );
  });
});
