import type { Annotation } from './annotation.ts';
import { codePoints } from './canonical.ts';
import type { Block } from './passage.ts';
import type { Reading } from './reading.ts';
import { stack } from './stack.ts';

/** Share of the whole length that a gap between paragraphs takes; before a heading it is wider. */
const GAP = 0.002;
const SECTION_GAP = 0.009;

/** A text drawn to scale as a line: where its paragraphs and marks stand, in per cent of its length. */
export interface TextMap {
  segments: { block: Block; x: number; width: number }[];
  strokes: { annotation: Annotation; x: number }[];
}

/**
 * @param reading a reading
 * @returns the places of its paragraphs and marks; headings are gaps
 */
export function mapText(reading: Pick<Reading, 'blocks' | 'annotations'>): TextMap {
  const length = reading.blocks.reduce(
    (sum, block) => sum + (isDrawn(block) ? codePoints(block.text) : 0),
    0,
  );
  const places = new Map<Block, { from: number; scale: number }>();
  let at = 0;
  const raw = reading.blocks.map((block) => {
    const gap = isDrawn(block) ? GAP : SECTION_GAP;
    const width = isDrawn(block) ? codePoints(block.text) / length : 0;
    const segment = { block, from: at, width };
    at += width + gap;
    return segment;
  });
  const segments = raw
    .filter(({ block }) => isDrawn(block))
    .map(({ block, from, width }) => {
      places.set(block, { from, scale: 1 / length });
      return { block, x: percent(from / at), width: percent(width / at) };
    });
  const strokes = reading.annotations.flatMap((annotation) => {
    const block = reading.blocks[annotation.block]!;
    const place = places.get(block);
    return place
      ? [{ annotation, x: percent((place.from + (annotation.start - block.start) * place.scale) / at) }]
      : [];
  });
  return { segments, strokes };
}

/** A section drawn as a line: its heading, none before the first, and its paragraphs and marks. */
export interface SectionMap extends TextMap {
  heading: Block | undefined;
  /** Anchor of its first block. */
  anchor: string;
}

/**
 * @param reading a reading
 * @returns its sections, each drawn to the same scale: the longest takes the whole width; none where there are no
 *   headings
 */
export function mapSections(reading: Pick<Reading, 'blocks' | 'annotations'>): SectionMap[] {
  const starts = reading.blocks.flatMap(({ kind }, ordinal) => (kind === 'heading' ? [ordinal] : []));
  if (starts.length === 0) return [];
  if (starts[0] !== 0) starts.unshift(0);
  const whole = mapText(reading);
  const sections = starts.map((start, index) => {
    const blocks = new Set(reading.blocks.slice(start, starts[index + 1]));
    const segments = whole.segments.filter(({ block }) => blocks.has(block));
    const strokes = whole.strokes.filter(({ annotation }) => blocks.has(reading.blocks[annotation.block]!));
    const first = reading.blocks[start]!;
    return { heading: first.kind === 'heading' ? first : undefined, anchor: first.anchor, segments, strokes };
  });
  const widths = sections.map(({ segments }) => {
    const last = segments.at(-1);
    return last ? last.x + last.width - segments[0]!.x : 0;
  });
  const scale = 100 / Math.max(...widths, Number.MIN_VALUE);
  return sections.map(({ segments, strokes, ...section }) => {
    const from = segments[0]?.x ?? 0;
    const placeOf = (x: number) => percent(((x - from) * scale) / 100);
    return {
      ...section,
      segments: segments.map(({ block, x, width }) => ({
        block,
        x: placeOf(x),
        width: percent((width * scale) / 100),
      })),
      strokes: strokes.map(({ annotation, x }) => ({ annotation, x: placeOf(x) })),
    };
  });
}

/**
 * Moves strokes apart that would run into one, each as little as the others allow.
 *
 * @param strokes in order, their places in per cent
 * @param least distance of two, in per cent
 */
export function apart(strokes: TextMap['strokes'], least: number): TextMap['strokes'] {
  const places = stack(
    strokes.map(({ x }) => ({ size: 0, wanted: x })),
    least,
  );
  return strokes.map((stroke, index) => ({ ...stroke, x: percent(places[index]! / 100) }));
}

/** What a number takes of a line’s width, in per cent of about a thousand pixels: itself, and the gap before the next. */
const DIGIT = 0.6;
const APART = 0.7;

/**
 * @param numbers in order: what they say, and where their middle is, in per cent
 * @param scale how much wider they are than in the widest window
 * @param kept those that stand in any case
 * @returns these, and of the others as many as do not run into one another
 */
export function legible(
  numbers: readonly PlacedNumber[],
  scale: number,
  kept: readonly PlacedNumber[] = [],
): PlacedNumber[] {
  const standing = [...kept];
  for (const number of numbers) {
    const room = scale * (DIGIT * number.label.length + APART);
    if (standing.every(({ x }) => Math.abs(x - number.x) >= room)) standing.push(number);
  }
  return standing;
}

/** A paragraph’s number under the line. */
export interface PlacedNumber {
  label: string;
  x: number;
}

function isDrawn(block: Block): boolean {
  return block.kind !== 'heading';
}

function percent(share: number): number {
  return Math.round(share * 1e5) / 1e3;
}
