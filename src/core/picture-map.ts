import type { Annotation, Standing } from './annotation.ts';
import { apart, mapText } from './map.ts';
import type { Reading } from './reading.ts';

/** Colours of the light page (styles/tokens.css): a picture is seen on other people's pages. */
export const INK = '#161616';
export const SOFT = '#5c5c5c';
export const DOUBT = '#bf2e1a';
export const LINE = '#929292';
const FAINT = '#d0d0d0';

/** The colour of each status's strokes and words. */
export const COLOUR: Record<Standing, string> = {
  supported: INK,
  qualified: INK,
  contested: DOUBT,
  contradicted: DOUBT,
  opinion: SOFT,
  unchecked: SOFT,
  remark: SOFT,
};

/** Where the map is in a picture, in pixels. */
const MAP = { left: 72, width: 1056, top: 512, foot: 548, rule: 556 };
/** How far the one stroke of a note stands out above the others. */
const RISE = 12;
/** How near two strokes may stand, in per cent, while there is room. */
const LEAST = 0.6;

/**
 * The text drawn to scale as a line, for a picture.
 *
 * @param reading a reading
 * @param only the annotation that the picture is of: the others are faint then
 * @returns SVG elements
 */
export function drawMap(
  reading: Pick<Reading, 'blocks' | 'annotations'>,
  only?: Pick<Annotation, 'id'>,
): string {
  const { segments, strokes } = mapText(reading);
  const place = (x: number) => MAP.left + (x * MAP.width) / 100;
  const lines = apart(strokes, Math.min(LEAST, 90 / Math.max(strokes.length, 1)))
    .map(({ annotation, x }) => ({ annotation, x: place(x), isIt: annotation.id === only?.id }))
    // What the picture is of is drawn last, above its neighbours.
    .toSorted((one, other) => Number(one.isIt) - Number(other.isIt))
    .map(({ annotation, x, isIt }) => {
      const standing = annotation.status ?? 'remark';
      const colour = only === undefined || isIt ? COLOUR[standing] : FAINT;
      return drawStroke(standing, x, colour, isIt ? MAP.top - RISE : MAP.top);
    });
  const rules = segments.map(
    ({ x, width }) =>
      `<rect x="${place(x).toFixed(1)}" y="${MAP.rule}" width="${((width * MAP.width) / 100).toFixed(1)}" height="2.5" fill="${LINE}"/>`,
  );
  return [...lines, ...rules].join('');
}

/** The stroke of a status, upright, as everywhere (components/Sprite.astro). */
function drawStroke(standing: Standing, x: number, colour: string, top: number): string {
  const upright = (at: number, width: number, more = '') =>
    `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${top}" y2="${MAP.foot}" stroke="${colour}" stroke-width="${width}"${more}/>`;
  const path = (d: string) => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.8"/>`;
  switch (standing) {
    case 'supported':
      return upright(x, 2.2);
    case 'qualified':
      return upright(x, 2.2, ' stroke-dasharray="9 5"');
    case 'contested':
      return upright(x - 2.2, 1.6) + upright(x + 2.2, 1.6);
    case 'contradicted':
      return upright(x, 7);
    case 'opinion':
      return upright(x, 2.8, ' stroke-dasharray="0 5.5" stroke-linecap="round"');
    case 'unchecked':
      return `<circle cx="${x.toFixed(1)}" cy="${(top + MAP.foot) / 2}" r="4.5" fill="none" stroke="${colour}" stroke-width="1.8"/>`;
    case 'remark':
      return path(`M${(x - 2).toFixed(1)} ${top + 6}V${MAP.foot - 2}h7`);
  }
}
