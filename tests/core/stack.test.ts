import { describe, expect, test } from 'vitest';
import { type Placed, stack, stackAround } from '../../src/core/stack.ts';
import { randomly } from './support/randomly.ts';

const GAP = 9;
const of = (...wanted: number[]): Placed[] => wanted.map((each) => ({ size: 20, wanted: each }));

describe('What stands on a line', () => {
  test('stands where it would, as long as there is room.', () => {
    expect(stack(of(0, 40, 100), GAP)).toEqual([0, 40, 100]);
  });

  test('shares the shift where it is crowded.', () => {
    expect(stack(of(100, 100), GAP)).toEqual([85.5, 114.5]);
  });

  test('does not begin before the line does, or where it may.', () => {
    expect(stack(of(5, 5), GAP)).toEqual([0, 29]);
    expect(stack(of(5, 30), GAP, 9)).toEqual([9, 38]);
  });

  test('does not move when it is held.', () => {
    const [first, second, third] = stack(
      of(100, 100, 100).map((thing, index) => ({ ...thing, held: index === 1 })),
      GAP,
    );
    expect(first).toBeCloseTo(71, 1);
    expect(second).toBeCloseTo(100, 1);
    expect(third).toBeCloseTo(129, 1);
  });

  test('is in order, does not overlap, never begins below nothing, and touches another where it is moved.', () => {
    const lengths = Array.from({ length: 30 }, (_, index) => index + 1);
    for (const pick of randomly(200)) {
      const things = lengths
        .slice(0, pick(lengths))
        .map(() => ({ size: 3 * pick(lengths), wanted: pick(lengths) * pick(lengths) }))
        .sort((one, other) => one.wanted - other.wanted);
      const begins = stack(things, GAP);
      const end = (at: number) => begins[at]! + things[at]!.size + GAP;
      for (const [index, begin] of begins.entries()) {
        expect(begin).toBeGreaterThanOrEqual(0);
        if (index > 0) expect(begin).toBeGreaterThanOrEqual(end(index - 1) - 1e-6);
        const room = Math.min(
          index > 0 ? begin - end(index - 1) : Infinity,
          index + 1 < begins.length ? begins[index + 1]! - end(index) : Infinity,
        );
        if (Math.abs(begin - things[index]!.wanted) > 1e-6) expect(room).toBeLessThan(1e-6);
      }
    }
  });
});

describe('What has grown', () => {
  const rest = [0, 29, 58, 300];
  const grownBy = (size: number) =>
    of(0, 29, 58, 300).map((thing, index) => (index === 2 ? { ...thing, size } : thing));

  test('stays where it would be, as long as the next need not go far.', () => {
    expect(stackAround(grownBy(400), 2, rest, 200, GAP)[2]).toBeCloseTo(58, 1);
  });

  test('begins earlier where the next would go further than they may.', () => {
    const begins = stackAround(
      of(400, 429, 458, 700).map((thing, index) => (index === 2 ? { ...thing, size: 600 } : thing)),
      2,
      [400, 429, 458, 700],
      300,
      GAP,
    );
    expect(begins[3]! - 700).toBeCloseTo(300, 0);
    expect(begins[2]).toBeCloseTo(391, 0);
    expect(400 - begins[0]!).toBeCloseTo(67, 0);
  });

  test('never begins so early that those before it go further than they may.', () => {
    const begins = stackAround(
      of(900, 929, 958, 979).map((thing, index) => (index === 2 ? { ...thing, size: 900 } : thing)),
      2,
      [900, 929, 958, 987],
      300,
      GAP,
    );
    expect(Math.max(900 - begins[0]!, 929 - begins[1]!)).toBeLessThanOrEqual(300.1);
  });
});
