import type { Lane } from '../core/search-pack.ts';
import type { Hit } from './search-answer.ts';
import { drawn } from './search-stroke.ts';

/** Where the line of the text is drawn, below the strokes, in CSS pixels. */
const LINE = 22;
const HEIGHT = 24;

/**
 * @param hits of one reading, whose packs are loaded
 * @param segments the reading as a line
 * @returns that line, and where on it they stand: notes by their strokes, passages and evidence by ticks
 */
export function drawLane(hits: readonly Hit[], segments: Lane): SVGSVGElement {
  const [first] = hits;
  const direction = first?.index.packs.readingOf(first.ordinal)?.direction ?? 'ltr';
  const lane = drawn('svg', {
    class: `where ${direction}`,
    width: '100%',
    height: HEIGHT,
    role: 'img',
    'aria-label': 'Where in the text the hits stand',
  });
  for (const [x, width] of segments)
    lane.append(drawn('rect', { class: 'seg', x: `${x}%`, width: `${width}%`, y: LINE, height: 1 }));
  for (const hit of hits) lane.append(...strokeOf(hit));
  return lane;
}

function strokeOf({ index, ordinal, place }: Hit): SVGElement[] {
  const record = index.packs.shown(ordinal);
  if (!record) return [];
  const x = `${record.x}%`;
  if ('text' in record || place === 'evidence')
    return [drawn('line', { class: 'tick', x1: x, x2: x, y1: LINE - 5, y2: LINE + 1 })];
  const form = record.status ?? 'remark';
  const attributes = {
    href: `#form:${form}`,
    class: `f f-${form}`,
    x,
    y: 2,
    width: 8,
    height: 16,
    transform: 'translate(-4)',
  };
  return [drawn('use', attributes)];
}
