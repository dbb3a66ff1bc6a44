import type { Annotation } from './annotation.ts';
import { codePoints } from './canonical.ts';
import type { Block } from './passage.ts';
import type { Reading } from './reading.ts';

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

function isDrawn(block: Block): boolean {
  return block.kind !== 'heading';
}

function percent(share: number): number {
  return Math.round(share * 1e5) / 1e3;
}
