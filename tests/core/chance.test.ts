import { describe, expect, test } from 'vitest';
import { Chance } from '../../src/bench/chance.ts';

const draws = <Each>(draw: (chance: Chance) => Each, count = 1000) => {
  const chance = new Chance(1);
  return Array.from({ length: count }, () => draw(chance));
};

describe('Chance', () => {
  test('falls as mulberry32 does.', () => {
    expect(draws((chance) => Math.floor(chance.fraction() * 2 ** 32), 3)).toEqual([
      2693262067, 11749833, 2265367787,
    ]);
  });

  test('draws integers between two, both included, and nothing else.', () => {
    expect([...new Set(draws((chance) => chance.between(2, 4)))].sort()).toEqual([2, 3, 4]);
  });

  test('draws by weight, and never what weighs nothing.', () => {
    const drawn = draws((chance) =>
      chance.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ] as const),
    );
    const often = drawn.filter((each) => each === 'often').length;
    expect(often).toBeGreaterThan(850);
    expect(often).toBeLessThan(950);
    expect(drawn).not.toContain('never');
  });

  test('happens in the share of cases that is named.', () => {
    const happened = draws((chance) => chance.happens(0.25)).filter(Boolean).length;
    expect(happened).toBeGreaterThan(200);
    expect(happened).toBeLessThan(300);
  });
});
