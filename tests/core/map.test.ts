import { describe, expect, test } from 'vitest';
import { apart, legible, mapSections, mapText } from '../../src/core/map.ts';
import { claim, read } from './support/reading.ts';

const { reading } = read(
  `<Byline>By A.</Byline>\n\n${claim('first', 'One')} two three. 𝔸 ${claim('last', 'four')}\n\n## ${claim('head', 'Heading')}\n\n` +
    `Five ${claim('third', 'six')}.\n\n- Seven\n\n${['first', 'last', 'head', 'third'].map((id) => `[^${id}]: Found.\n`).join('\n')}`,
);
const { segments, strokes } = mapText(reading);
const segmentOf = (ordinal: number) => segments.find(({ block }) => block === reading.blocks[ordinal])!;

describe('A text drawn as a line', () => {
  test('has a segment for everything but headings, in order.', () => {
    expect(segments.map(({ block }) => block.anchor)).toEqual(['p0', 'p1', 'p2', 'p3']);
    for (const [index, { x }] of segments.entries()) {
      const before = segments[index - 1];
      if (before) expect(x).toBeGreaterThan(before.x + before.width);
    }
  });

  test('is whole: segments and gaps add up to a hundred.', () => {
    const last = segments.at(-1)!;
    const gaps = segments.slice(1).map(({ x }, index) => x - segments[index]!.x - segments[index]!.width);
    const widths = segments.map(({ width }) => width);
    const sum = [...widths, ...gaps].reduce((all, part) => all + part, segments[0]!.x);
    expect(sum).toBeCloseTo(last.x + last.width, 2);
    expect(last.x + last.width).toBeLessThanOrEqual(100);
    expect(last.x + last.width).toBeGreaterThan(99);
  });

  test('gives each block the share of its letters.', () => {
    const letters = segments.map(({ block }) => Array.from(block.text).length);
    for (const [index, { width }] of segments.entries()) {
      expect(width / segments[0]!.width).toBeCloseTo(letters[index]! / letters[0]!, 2);
    }
  });

  test('has a wider gap where a heading stands.', () => {
    const gap = (index: number) => segments[index + 1]!.x - segments[index]!.x - segments[index]!.width;
    expect(gap(1)).toBeGreaterThan(gap(0) * 2);
    expect(gap(2)).toBeCloseTo(gap(0), 2);
  });

  test('has a stroke for each mark inside its segment, and none for one in a heading.', () => {
    expect(strokes.map(({ annotation }) => annotation.id)).toEqual(['first', 'last', 'third']);
    for (const { annotation, x } of strokes) {
      const segment = segmentOf(annotation.block);
      expect(x).toBeGreaterThanOrEqual(segment.x);
      expect(x).toBeLessThanOrEqual(segment.x + segment.width);
    }
    expect(strokes[0]!.x).toBe(segmentOf(1).x);
  });

  test('of nothing is empty.', () => {
    expect(mapText(read('').reading)).toEqual({ segments: [], strokes: [] });
    expect(mapText(read('## Only a heading').reading)).toEqual({ segments: [], strokes: [] });
  });
});

describe('Sections drawn as lines', () => {
  const sections = mapSections(reading);

  test('begin with what stands before the first heading.', () => {
    expect(sections.map(({ heading, anchor }) => [heading?.text, anchor])).toEqual([
      [undefined, 'p0'],
      ['Heading', 'heading'],
    ]);
    expect(sections.map(({ segments }) => segments.map(({ block }) => block.anchor))).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ]);
    expect(sections.map(({ strokes }) => strokes.map(({ annotation }) => annotation.id))).toEqual([
      ['first', 'last'],
      ['third'],
    ]);
  });

  test('have one scale, and the longest takes all of the width.', () => {
    const ends = sections.map(({ segments }) => segments.at(-1)!.x + segments.at(-1)!.width);
    expect(Math.max(...ends)).toBeCloseTo(100, 1);
    const [first, second] = sections.map(({ segments }) => segments[0]!);
    const letters = ({ block }: { block: { text: string } }) => Array.from(block.text).length;
    expect(first!.width / letters(first!)).toBeCloseTo(second!.width / letters(second!), 1);
    for (const { segments } of sections) expect(segments[0]!.x).toBe(0);
  });

  test('are none where a text has no headings.', () => {
    expect(mapSections(read('One.').reading)).toEqual([]);
  });

  test('may be empty.', () => {
    expect(mapSections(read('## One\n\n## Two').reading).map(({ segments }) => segments)).toEqual([[], []]);
  });
});

describe('Strokes', () => {
  test('are moved apart in order, and stay where there is room.', () => {
    const at = (...places: number[]) => places.map((x) => ({ annotation: strokes[0]!.annotation, x }));
    expect(apart(at(10, 10.5, 40), 1).map(({ x }) => x)).toEqual([9.75, 10.75, 40]);
  });
});

describe('Numbers under the line', () => {
  const numbers = [0, 0.5, 2, 3, 3.5, 9].map((x, index) => ({ label: String(index + 1), x }));

  test('never run into one another, and those kept before stay.', () => {
    expect(legible(numbers, 1).map(({ label }) => label)).toEqual(['1', '3', '5', '6']);
    expect(legible(numbers, 1, [numbers[3]!]).map(({ label }) => label)).toEqual(['4', '1', '6']);
  });

  test('take more room the longer they are, and the narrower the line is.', () => {
    const apartBy = (label: string, x: number) => [
      { label, x: 0 },
      { label, x },
    ];
    expect(legible(apartBy('10', 1.8), 1)).toHaveLength(1);
    expect(legible(apartBy('10', 1.9), 1)).toHaveLength(2);
    expect(legible(apartBy('10', 1.9), 2)).toHaveLength(1);
    expect(legible(apartBy('100', 1.9), 1)).toHaveLength(1);
  });
});
