import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { report } from '../../src/build/report.ts';
import { KINDS, STATUSES } from '../../src/core/annotation.ts';
import { sliceCodePoints } from '../../src/core/canonical.ts';
import { firstDay, lastDay } from '../../src/core/date.ts';
import { fingerprint, noteHash } from '../../src/core/hash.ts';
import { rebuild } from '../../src/core/passage.ts';

const CONTENT = path.join(import.meta.dirname, '../../content');
const ORIGINAL = path.join(CONTENT, 'readings/peace-deal/original.txt');

const { readings, sources, problems } = readContent(CONTENT);
const reading = readings.find(({ slug }) => slug === 'peace-deal')!;
const { annotations, blocks, text } = reading;

test('Nothing is wrong with what we publish.', () => {
  expect(report(problems)).toBe('');
});

describe('The text of the op-ed', () => {
  test('is the one that was received, to the byte.', () => {
    expect(createHash('sha256').update(readFileSync(ORIGINAL)).digest('hex')).toBe(
      '44f2b4399b34803827aae080bb972c5e2a9833972de5ffd5cfc17ff48667f409',
    );
    expect(rebuild(reading)).toBe(readFileSync(ORIGINAL, 'utf8'));
  });

  test('has a by-line, four headings, 23 paragraphs and 78 sentences.', () => {
    const count = (kind: string) => blocks.filter((block) => block.kind === kind).length;
    expect([count('byline'), count('heading'), count('paragraph'), blocks.length]).toEqual([1, 4, 23, 28]);
    expect(blocks.flatMap(({ sentences }) => sentences)).toHaveLength(78);
  });

  test('has anchors that are all different, and those that have been given out.', () => {
    const anchors = blocks.flatMap(({ anchor, sentences }) => [
      anchor,
      ...sentences.map((part) => part.anchor),
    ]);
    const ids = annotations.map(({ id }) => id);
    expect(new Set([...anchors, ...ids]).size).toBe(anchors.length + ids.length);
    expect(anchors.filter((anchor) => /^p\d+$/.test(anchor))).toEqual(
      Array.from({ length: 24 }, (_, n) => `p${n}`),
    );
    const cited = blocks.flatMap(({ sentences }) => sentences).find(({ anchor }) => anchor === 'p8s2');
    expect(fingerprint(cited!.slice)).toBe('245b083');
  });

  test('is the text that its edition says it is.', () => {
    expect(reading.edition).toMatchObject({
      edition: 1,
      text: createHash('sha256').update(text).digest('hex'),
    });
    expect(reading.supplied).toBe(true);
  });
});

describe('Its annotations', () => {
  test('are of all kinds and all statuses, at least fifteen.', () => {
    expect(annotations.length).toBeGreaterThanOrEqual(15);
    expect(new Set(annotations.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    expect(new Set(annotations.flatMap(({ status }) => status ?? []))).toEqual(new Set(STATUSES));
  });

  test('nest at least once, and the inner words are among the outer’s.', () => {
    const nested = annotations.filter(({ within }) => within !== undefined);
    expect(nested).not.toEqual([]);
    for (const inner of nested) {
      const outer = annotations.find(({ id }) => id === inner.within)!;
      expect(outer.start <= inner.start && inner.end <= outer.end && outer.number < inner.number).toBe(true);
    }
  });

  test('are numbered in the order of the text, and point at their words.', () => {
    expect(annotations.map(({ number }) => number)).toEqual(annotations.map((_, index) => index + 1));
    for (const [index, { quote, start, end, block, sentences }] of annotations.entries()) {
      expect(sliceCodePoints(text, start, end)).toBe(quote);
      expect(quote).toBe(quote.trim());
      expect(quote).not.toBe('');
      expect(start).toBeGreaterThanOrEqual(annotations[index - 1]?.start ?? 0);
      expect(blocks[block]!.text).toContain(quote);
      expect(sentences).not.toEqual([]);
    }
  });

  test('say something in one line, and rest on words that were read, unless they say that none were.', () => {
    for (const { id, kind, status, finding, evidence, body, hash: whole } of annotations) {
      expect(finding, id).not.toBe('');
      expect(whole).toBe(
        noteHash({ status: status ?? '', finding, body: body.map((paragraph) => paragraph.text) }),
      );
      if (kind !== 'remark' && status !== 'unchecked' && status !== 'opinion')
        expect(evidence, id).not.toEqual([]);
      for (const piece of evidence)
        expect(piece.parts.map((part) => part.text).join(''), id).toBe(piece.excerpt);
    }
  });

  test('tell evidence that is later than the text, and a dated development.', () => {
    const written = reading.written!;
    for (const { source, later } of annotations.flatMap(({ evidence }) => evidence)) {
      const { issued } = sources.get(source)!;
      expect(later, source).toBe(issued !== undefined && firstDay(issued) > lastDay(written));
    }
    const developments = annotations.flatMap(({ since }) => since);
    expect(developments).not.toEqual([]);
    for (const { date } of developments) expect(firstDay(date) > firstDay(written), date).toBe(true);
  });
});

test('The edition is strict, and declares few numbers that its evidence does not have.', () => {
  expect(reading.strict).toBe(true);
  const declared = annotations.flatMap(({ reckoned }) => reckoned ?? []);
  expect(declared.length).toBeLessThanOrEqual(5);
});

test('Nobody is said to have read a source that was not consulted.', () => {
  for (const { id, evidence } of annotations) {
    for (const { source } of evidence)
      expect(sources.get(source)?.consulted, `${source} in ${id}`).toBe(true);
  }
});
