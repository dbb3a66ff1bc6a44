import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, unknownAnchor } from '../../src/core/authoring/choice.ts';
import { findSpots, nearestSpot } from '../../src/core/authoring/spot.ts';
import { canonical, sliceCodePoints } from '../../src/core/canonical.ts';
import { readReading } from '../../src/core/reading.ts';

const HEAD = '---\ntitle: W\nauthor: [{ literal: A }]\nlanguage: en\nsource: post\n---\n\n';

/** A reading of paragraphs, which are plain words in Markdown too. */
function reading(...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const files = { slug: 'w', path: 'w.mdx', mdx: HEAD + text, original: { path: 'o.txt', text } };
  return readReading(files, new Map(), '2026-01-02').reading!;
}

const ICE = reading(
  '😀 The “ice” came. It’s the ice – all of it.',
  'Then the river froze, and the ice-\u00ADboat stood still.',
  'لقد تجمّد النهر والنهر كله.',
);

describe('Words', () => {
  test.each<[words: string, found: string[], isLiteral: boolean]>([
    ['The “ice” came', ['p1s1 The “ice” came'], true],
    ['The  “ice”\ncame', ['p1s1 The “ice” came'], true],
    ['The "ice" came', ['p1s1 The “ice” came'], false],
    ["It's the ice - all", ['p1s2 It’s the ice – all'], false],
    ['the', ['p1s2 the', 'p2s1 the', 'p2s1 the'], true],
    ['ice-boat', ['p2s1 ice-\u00ADboat'], false],
    ['النهر', ['p3s1 النهر'], true],
    ['ver', ['p2s1 ver'], true],
    ['snow', [], false],
    ['', [], false],
    ['of it. Then', ['p1s2 of it. Then'], true],
  ])('%j are found as %j.', (words, found, isLiteral) => {
    const sighting = findSpots(words, ICE);
    expect(sighting.spots.map(({ anchor, quote }) => `${anchor} ${quote}`)).toEqual(found);
    expect(sighting.isLiteral).toBe(isLiteral);
  });

  test('have their place in code points, and are shown in their sentence.', () => {
    const [spot] = findSpots('ice', ICE).spots;
    expect(spot).toMatchObject({ start: 7, end: 10, within: 'p1', shown: '😀 The “▸ice◂” came.' });
  });

  test('of any text are found where they stand.', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('aAbé’“"–-я世😀')),
      minLength: 1,
      maxLength: 5,
    });
    const cases = fc.tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(cases, ([words, from, to]) => {
        const text = reading(words.join(' '));
        fc.pre(text.blocks.length === 1 && text.text === canonical(words.join(' ')));
        const [first, last] = [from % words.length, to % words.length].sort((a, b) => a - b);
        const wanted = canonical(words.slice(first, last! + 1).join(' '));
        const { spots, isLiteral } = findSpots(wanted, text);
        expect(isLiteral).toBe(true);
        expect(spots.length).toBeGreaterThan(0);
        for (const { start, end, quote } of spots) {
          expect(quote).toBe(wanted);
          expect(sliceCodePoints(text.text, start, end)).toBe(wanted);
        }
      }),
    );
  });
});

describe('Of words that are not there', () => {
  test.each<[words: string, nearest: string | undefined]>([
    ['Then the rivers froze', 'p2s1 Then the river froze'],
    ['boat and river', 'p2s1 Then the river froze, and the ice-\u00ADboat stood still.'],
    ['zebra', undefined],
  ])('%j come nearest to %j.', (words, nearest) => {
    const spot = nearestSpot(words, ICE);
    expect(spot && `${spot.anchor} ${spot.quote}`).toBe(nearest);
  });
});

describe('Of several places', () => {
  const { spots } = findSpots('the', ICE);

  test('an anchor of a sentence or a block chooses, and a number among those that are left.', () => {
    const chosen = (at?: string, occurrence?: number) =>
      choose(spots, { at, occurrence }).map((spot) => spots.indexOf(spot));
    expect(chosen()).toEqual([0, 1, 2]);
    expect(chosen('p1s2')).toEqual([0]);
    expect(chosen('p2')).toEqual([1, 2]);
    expect(chosen('p2', 2)).toEqual([2]);
    expect(chosen(undefined, 3)).toEqual([2]);
    expect(chosen('p2', 3)).toEqual([]);
  });

  test('an anchor that is none is told, with the nearest.', () => {
    expect(unknownAnchor('p2s1', ICE.blocks)).toBeUndefined();
    expect(unknownAnchor('p2s9', ICE.blocks)).toMatch(
      /^There is no passage `p2s9`\. Did you mean `p\ds\d`\?$/,
    );
  });
});
