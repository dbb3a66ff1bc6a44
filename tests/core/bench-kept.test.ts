import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Comparison, Unit } from '../../src/bench/comparison.ts';
import { NOISE, tellChange, toKept, worsened } from '../../src/bench/kept.ts';
import { comparisonTableOf } from '../../src/bench/table.ts';

/** A page beside its floor and two peers, in one measure. */
const pageOf = (unit: Unit, postil: number, floor = 100): Comparison => ({
  subject: 'A page',
  measures: { cost: { name: 'what it costs', unit, varies: unit !== 'bytes' && unit !== 'count' } },
  entries: new Map([
    ['by hand', { cost: floor }],
    ['Starlight', { cost: 4 * floor }],
    ['VitePress', { cost: 5 * floor }],
    ['Postil', { cost: postil }],
  ]),
  rivals: ['Starlight', 'VitePress'],
});

const kept = (...figures: Parameters<typeof pageOf>) => toKept([pageOf(...figures)]);

describe('What was kept', () => {
  test.each<[unit: Unit, before: number, now: number, isWorse: boolean]>([
    ['bytes', 2000, 2001, true],
    ['bytes', 2000, 2000, false],
    ['bytes', 2000, 1999, false],
    ['count', 8, 9, true],
    ['milliseconds', 200, 200 * (1 + NOISE) - 1, false],
    ['milliseconds', 200, 200 * (1 + NOISE) + 1, true],
    ['memory', 200, 200 * (1 + NOISE) + 1, true],
    ['rate', 200, 201, false],
    ['rate', 200, 200 / (1 + NOISE) + 1, false],
    ['rate', 200, 200 / (1 + NOISE) - 1, true],
  ])('in %s as %d is worse now, as %d: %s.', (unit, before, now, isWorse) => {
    expect(worsened(kept(unit, before), kept(unit, now))).toHaveLength(isWorse ? 1 : 0);
  });

  test('of times is compared over the floor of each run: a slow machine is no worse page.', () => {
    expect(worsened(kept('milliseconds', 200, 100), kept('milliseconds', 600, 300))).toEqual([]);
    expect(worsened(kept('milliseconds', 200, 100), kept('milliseconds', 200, 50))).toHaveLength(1);
  });

  test('is not compared where there was no such subject, nor over a floor of nothing.', () => {
    expect(tellChange({}, kept('bytes', 1))).toContain('nothing to compare');
    expect(worsened(kept('milliseconds', 1, 0), kept('milliseconds', 500, 0))).toEqual([]);
  });

  test('is told with what it was, what it is, and by which bound.', () => {
    const told = tellChange(kept('bytes', 2000), kept('bytes', 2500));
    expect(told).toContain('1 figure worse');
    expect(told).toContain('A page: cost: 2500 after 2000');
    expect(tellChange(kept('bytes', 2000), kept('bytes', 2000))).toContain('No worse than');
  });
});

test('The table has ours over the floor, and over the best of its rivals.', () => {
  const row = comparisonTableOf(pageOf('bytes', 250)).split('\n').at(-1)!;
  expect(row.split(/ {2,}/)).toEqual([
    'what it costs',
    '0.1 kB',
    '4.00 (0.4 kB)',
    '5.00 (0.5 kB)',
    '2.50 (0.3 kB)',
    '0.63',
  ]);
});

describe('What only the bench installs', () => {
  const programs = readdirSync('tests/bench', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join('tests/bench', name));
  const read = (...parts: string[]) => JSON.parse(readFileSync(path.join(...parts), 'utf8')) as Lock;

  interface Lock {
    dependencies?: Record<string, string>;
    packages: Record<string, { resolved?: string; dependencies?: Record<string, string> }>;
  }

  test.each(programs)('is pinned in %s, from no named host.', (folder) => {
    const { dependencies } = read(folder, 'package.json');
    const { packages } = read(folder, 'package-lock.json');
    for (const version of Object.values(dependencies!)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages['']!.dependencies).toEqual(dependencies);
    expect(Object.keys(packages).filter((name) => packages[name]!.resolved !== undefined)).toEqual([]);
  });

  test('is needed by nothing else: the project does not depend on it.', () => {
    const own = read('package.json') as unknown as Record<'dependencies' | 'devDependencies', object>;
    const names = Object.keys({ ...own.dependencies, ...own.devDependencies });
    for (const name of ['vitepress', '@11ty/eleventy', '@astrojs/starlight', 'lighthouse', 'autocannon'])
      expect(names).not.toContain(name);
  });
});
