import { describe, expect, test } from 'vitest';
import { anchorOf, drawThreads, labelAt, layThreads, stackLabels } from '../../src/core/threads.ts';
import { stating } from './support/evidence.ts';

const annotations = stating(
  { id: 'a', status: 'supported', evidence: ['later supports'] },
  { id: 'b', status: 'remark', evidence: ['undated context'] },
  { id: 'c', status: 'qualified', evidence: ['later supports', 'post qualifies', 'earlier context'] },
  { id: 'd', status: 'supported', evidence: ['post supports'] },
  { id: 'e', status: 'unchecked' },
);
const { statements, sources } = layThreads({ annotations });

describe('Threads', () => {
  test('hang from the statements in the order of the text, evenly spaced; remarks are left out.', () => {
    expect(statements.map(({ annotation, at }) => [annotation.id, at])).toEqual([
      ['a', 12.5],
      ['c', 37.5],
      ['d', 62.5],
      ['e', 87.5],
    ]);
  });

  test('tell how each statement stands.', () => {
    expect(statements.map(({ footing }) => footing)).toEqual(['one', 'several', 'one', 'none']);
  });

  test('end at the sources, each near the mean of its statements, evenly spaced; others are left out.', () => {
    // Means: later 25, earlier 37.5, post 50.
    expect(sources.map(({ key, at }) => [key, at])).toEqual([
      ['later', 16.67],
      ['earlier', 50],
      ['post', 83.33],
    ]);
  });

  test('are in both rows the same.', () => {
    for (const kind of ['bearing', 'context'] as const) {
      const down = statements.flatMap((each) => each[kind].map((key) => `${each.annotation.id} ${key}`));
      const up = sources.flatMap((each) =>
        each[kind].map(({ annotation }) => `${annotation.id} ${each.key}`),
      );
      expect(up.sort()).toEqual(down.sort());
    }
    expect(sources.map(({ bearing, context }) => [bearing.length, context.length])).toEqual([
      [2, 0],
      [0, 1],
      [2, 0],
    ]);
  });

  test('with one mean end in the order in which a reader meets the sources.', () => {
    const together = stating({
      id: 'a',
      status: 'qualified',
      evidence: ['undated supports', 'earlier context', 'post qualifies'],
    });
    expect(layThreads({ annotations: together }).sources.map(({ key }) => key)).toEqual([
      'undated',
      'post',
      'earlier',
    ]);
  });

  test('cross less than they would in the order in which a reader meets the sources.', () => {
    const tangled = stating(
      { id: 'a', status: 'supported', evidence: ['post supports', 'later supports'] },
      { id: 'b', status: 'supported', evidence: ['undated supports'] },
      { id: 'c', status: 'supported', evidence: ['post supports'] },
      { id: 'd', status: 'supported', evidence: ['post supports'] },
    );
    expect(layThreads({ annotations: tangled }).sources.map(({ key }) => key)).toEqual([
      'later',
      'undated',
      'post',
    ]);
  });

  test('of nothing are none.', () => {
    expect(layThreads({ annotations: [] })).toEqual({ statements: [], sources: [] });
    expect(layThreads({ annotations: stating({ id: 'a' }) }).sources).toEqual([]);
  });
});

describe('A thread is drawn', () => {
  test('from row to row, leaving and meeting them at right angles.', () => {
    expect(drawThreads([[10, 90]])).toBe('M10 0C10 50 90 50 90 100');
    expect(drawThreads([[10, 90]], true)).toBe('M0 10C50 10 50 90 100 90');
  });

  test('in one path with others.', () => {
    expect(drawThreads([])).toBe('');
    expect(
      drawThreads([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('M1 0C1 50 2 50 2 100M3 0C3 50 4 50 4 100');
  });
});

describe('Labels', () => {
  test('stand on the first line while they have room, and on the next where they would meet.', () => {
    const at = (...places: number[]) => places.map((place) => ({ at: place, width: 10 }));
    expect(stackLabels(at(20, 30, 40))).toEqual([0, 0, 0]);
    expect(stackLabels(at(20, 29, 38, 39))).toEqual([0, 1, 0, 1]);
    expect(stackLabels(at(20, 21, 22, 30))).toEqual([0, 1, 2, 0]);
    expect(stackLabels([])).toEqual([]);
  });

  test('stand to one side at the ends, and take their room there.', () => {
    expect([4, 5, 95, 96].map((at) => anchorOf({ at, width: 10 }))).toEqual([
      'start',
      'middle',
      'middle',
      'end',
    ]);
    // From 1 to 11, so that it meets one from 10; centred it would end at 6.
    expect(
      stackLabels([
        { at: 1, width: 10 },
        { at: 15, width: 10 },
      ]),
    ).toEqual([0, 1]);
  });

  test.each(['300', 'The Paper', 'A name of very many letters '.repeat(9), 'x'.repeat(200)])(
    'stay within the drawing wherever they stand: %s.',
    (words) => {
      for (let at = 0; at <= 100; at += 0.5) {
        const label = labelAt(at, words);
        const from = { start: at, middle: at - label.width / 2, end: at - label.width }[anchorOf(label)];
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from + label.width).toBeLessThanOrEqual(100);
        expect(words.startsWith(label.words.replace(/\s…$/, ''))).toBe(true);
      }
    },
  );
});
