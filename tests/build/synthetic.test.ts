import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeContent, type Synthetic } from '../../src/bench/synthetic.ts';
import { readContent } from '../../src/build/content.ts';

const ANNOTATIONS = 120;
const SEED = 7;

describe('Synthetic content', () => {
  let content: Synthetic;
  let folder: string;
  beforeAll(() => {
    content = makeContent(ANNOTATIONS, SEED);
    folder = mkdtempSync(path.join(os.tmpdir(), 'postil-synthetic-'));
    for (const [name, text] of content.files) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is the same to the byte for the same seed, and other for another.', () => {
    expect([...makeContent(ANNOTATIONS, SEED).files]).toEqual([...content.files]);
    expect(makeContent(ANNOTATIONS, SEED + 1).files).not.toEqual(content.files);
  });

  test('has nothing wrong in the eyes of the checker.', () => {
    // On a day soon after its checks: later, what is unchecked has been so for long, and is said to be.
    const { readings, sources, problems } = readContent(folder, '2025-12-01');
    expect(problems).toEqual([]);
    expect([readings.length, sources.size]).toEqual([2, content.sources.size]);
    expect(readings.flatMap(({ annotations }) => annotations)).toHaveLength(ANNOTATIONS);
  });

  test('has its anchors where the readings made with it have them.', () => {
    const { files, readings } = content;
    for (const { slug, blocks, annotations } of readings) {
      const ledger = JSON.parse(files.get(`readings/${slug}/anchors.json`)!) as {
        anchors: { anchor: string }[];
        annotations: { annotation: string }[];
      };
      const anchors = blocks.flatMap(({ anchor, sentences }) => [
        anchor,
        ...sentences.map((sentence) => sentence.anchor),
      ]);
      expect(ledger.anchors.map(({ anchor }) => anchor)).toEqual(anchors);
      expect(ledger.annotations.map(({ annotation }) => annotation)).toEqual(annotations.map(({ id }) => id));
    }
  });

  test('has as many annotations as were asked for, the last reading what is left.', () => {
    const sizes = (annotations: number, perReading?: number) =>
      makeContent(annotations, SEED, perReading).readings.map((reading) => reading.annotations.length);
    expect(content.readings.map((reading) => reading.annotations.length)).toEqual([60, 60]);
    expect(sizes(25, 10)).toEqual([10, 10, 5]);
    expect(sizes(1)).toEqual([1]);
  });

  test('is built as an annotated text is: words, evidence and standings in the proportions of the op-ed.', () => {
    const annotations = content.readings.flatMap((reading) => reading.annotations);
    const share = (count: number) => count / annotations.length;
    const withStatus = (status: string) => share(annotations.filter((each) => each.status === status).length);
    expect(withStatus('supported')).toBeGreaterThan(0.2);
    expect(withStatus('supported')).toBeLessThan(0.45);
    expect(share(annotations.filter(({ kind }) => kind === 'claim').length)).toBeGreaterThan(0.7);
    expect(annotations.every(({ evidence, kind }) => (kind === 'remark') === (evidence.length === 0))).toBe(
      true,
    );
    expect(Math.max(...annotations.map(({ evidence }) => evidence.length))).toBe(4);
    expect(annotations.some(({ evidence }) => evidence.some(({ lang }) => lang !== undefined))).toBe(true);
  });

  test('has a few words often and most seldom, as languages do.', () => {
    const words = content.readings.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
    const counts = [...Map.groupBy(words, (word) => word).values()]
      .map(({ length }) => length)
      .sort((one, other) => other - one);
    const ofMostFrequent = counts.slice(0, 50).reduce((sum, count) => sum + count, 0) / words.length;
    const once = counts.filter((count) => count === 1).length / counts.length;
    expect(ofMostFrequent).toBeGreaterThan(0.3);
    expect(ofMostFrequent).toBeLessThan(0.6);
    expect(once).toBeGreaterThan(0.5);
  });
});
