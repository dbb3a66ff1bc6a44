import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureOf, toPng } from '../../src/build/pictures.ts';
import { typesetter } from '../../src/build/typesetter.ts';
import { drawReading } from '../../src/core/picture.ts';
import { FIXTURE_CONTENT, readings } from '../support/pages.ts';

/** The pictures with the site's own fonts, of all that is published. */

/** Bytes of one picture. */
const MOST = 30_000;

const published = [...readings(), ...readings(FIXTURE_CONTENT)];
const all = published.flatMap((reading) => [
  { reading, annotation: undefined, name: reading.slug },
  ...reading.annotations.map((annotation) => ({
    reading,
    annotation,
    name: `${reading.slug}/${annotation.id}`,
  })),
]);
const hasArabic = (text: string) => /\p{Script=Arabic}/u.test(text);

/** Where nothing may be: the edges, between the words and the map, and below it; from left and top, in pixels. */
const EMPTY = [
  { from: [0, 0], to: [1200, 60] },
  { from: [0, 590], to: [1200, 630] },
  { from: [0, 0], to: [40, 630] },
  { from: [1145, 0], to: [1200, 630] },
  { from: [0, 470], to: [1200, 495] },
] as const;

describe('Every picture', () => {
  test('is a PNG of 1200 by 630 pixels and few bytes, in which words stand where they should, and nowhere else.', async () => {
    expect(all.length).toBeGreaterThan(100);
    for (const { reading, annotation, name } of all) {
      const png = await toPng(pictureOf('Postil', reading, annotation));
      const { format, width, height } = await sharp(png).metadata();
      expect([format, width, height], name).toEqual(['png', 1200, 630]);
      expect(png.length, name).toBeLessThanOrEqual(MOST);
      const dark = await darkIn(png);
      for (const { from, to } of EMPTY) expect(dark(from, to), `${name} from ${from.join()}`).toBe(0);
      expect(dark([72, 60], [160, 110]), name).toBeGreaterThan(500);
      expect(dark([72, 495], [1130, 560]), name).toBeGreaterThan(500);
    }
  });

  test('says the whole finding after the words it is about, or neither where letters are missing.', () => {
    for (const { reading, annotation, name } of all) {
      if (!annotation) continue;
      const { words } = pictureOf('Postil', reading, annotation);
      const lacks = hasArabic(annotation.quote);
      expect(words.includes(annotation.finding), name).toBe(!lacks);
      if (lacks) continue;
      expect(words, name).toContain(annotation.quote);
      expect(words.indexOf(annotation.quote), name).toBeLessThan(words.indexOf(annotation.finding));
    }
  });

  test('is the same each time, to the byte.', async () => {
    const [reading] = published;
    const png = async () =>
      Buffer.from(await toPng(drawReading(reading!, 'Postil', typesetter()))).toString('base64');
    expect(await png()).toBe(await png());
  });
});

describe('The site’s fonts', () => {
  const typeset = typesetter();

  test('set heavy words wider than light ones, and twice as large twice as wide.', () => {
    const width = (face: 'desk' | 'heavy' | 'record', size: number) =>
      typeset('Ukraine', face)!.measure('Ukraine', size);
    expect(width('heavy', 100)).toBeGreaterThan(width('desk', 100));
    expect(width('record', 60)).toBeCloseTo(2 * width('record', 30), 5);
    expect(width('desk', 100)).toBeGreaterThan(200);
    expect(width('desk', 100)).toBeLessThan(500);
  });

  test('measure words as long as their outlines are.', () => {
    for (const face of ['desk', 'record', 'heavy'] as const) {
      const words = 'Zelensky’s “reputation”, 2022–25';
      const fount = typeset(words, face)!;
      const places = [...fount.outline(words, 100).matchAll(/-?\d+\.\d (?=-?\d+\.\d)/g)].map(Number);
      expect(Math.max(...places) / fount.measure(words, 100)).toBeCloseTo(1, 1);
    }
  });

  test.each([
    ['Ukraine’s €140 billion', true],
    ['Россия в ¶8', true],
    ['Málaga, Göteborg', true],
    ['الإعلان العالمي', false],
    ['საქართველო', false],
    ['和平', false],
  ])('can set %s: %s.', (words, expected) => {
    for (const face of ['desk', 'heavy', 'record'] as const)
      expect(typeset(words, face) !== undefined).toBe(expected);
  });

  test('set Cyrillic and Latin letters of one line together, each drawn.', () => {
    const fount = typeset('Москва 2025', 'heavy')!;
    expect(fount.outline('Москва 2025', 10).match(/M/g)!.length).toBeGreaterThanOrEqual(10);
    expect(fount.measure('Москва 2025', 10)).toBeGreaterThan(fount.measure('Москва', 10));
  });
});

type Point = readonly [left: number, top: number];

/** @returns what counts the pixels in a rectangle that are not white */
async function darkIn(png: Uint8Array) {
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return ([left, top]: Point, [right, bottom]: Point) => {
    let count = 0;
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) if (data[(y * info.width + x) * info.channels]! < 250) count += 1;
    return count;
  };
}
