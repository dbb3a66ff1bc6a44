import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plural } from '../build/report.ts';
import { type Comparison, type Measured, OURS } from './comparison.ts';

/** The figures that were kept last. */
export const KEPT = path.join('tests', 'bench', 'last.json');

/** The share by which what varies differs from run to run, as a ratio to its floor: medians of five rounds. */
export const NOISE = 0.25;

/** The same of a single round, on a machine that has other things to do. */
export const NOISE_OF_ONE = 1;

/** What was measured of each, by its name, and whose figure is the floor. */
interface Row extends Omit<Measured, 'name'> {
  floor: string;
  entries: Record<string, number>;
}

/** Comparisons as they stand in a file: rows by subject and measure. */
export type Kept = Record<string, Record<string, Row>>;

/** @returns the figures that were kept last, if any were */
export function readKept(file = KEPT): Kept {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : {};
}

/**
 * Keeps figures, in the place of those of the same subjects.
 *
 * @param comparisons what was measured now
 */
export function keep(comparisons: readonly Comparison[], file = KEPT): void {
  const kept = { ...readKept(file), ...toKept(comparisons) };
  writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
}

/**
 * @param comparisons what was measured now
 * @returns the same as it is kept: by subject and measure, what came of each
 */
export function toKept(comparisons: readonly Comparison[]): Kept {
  return Object.fromEntries(comparisons.map((comparison) => [comparison.subject, rowsOf(comparison)]));
}

function rowsOf({ measures, entries }: Comparison): Record<string, Row> {
  const [floor = ''] = entries.keys();
  const rows = Object.entries(measures).map(([measure, { unit, varies }]): [string, Row] => {
    const figures = [...entries].flatMap(([name, { [measure]: value }]): [string, number][] =>
      value === undefined ? [] : [[name, rounded(value)]],
    );
    return [measure, { unit, varies, floor, entries: Object.fromEntries(figures) }];
  });
  return Object.fromEntries(rows);
}

/** @returns in a line for each, what of ours has become worse by more than the noise since it was kept */
export function worsened(before: Kept, now: Kept, noise = NOISE): string[] {
  return Object.entries(now).flatMap(([subject, measures]) =>
    Object.entries(measures).flatMap(([measure, row]) => {
      const old = before[subject]?.[measure];
      const change = old && changeOf(old, row, noise);
      return change !== undefined && change.isWorse ? [`${subject}: ${measure}: ${change.told}`] : [];
    }),
  );
}

function changeOf(old: Row, now: Row, noise: number): { isWorse: boolean; told: string } | undefined {
  const [was, is] = [figureOf(old), figureOf(now)];
  if (was === undefined || is === undefined) return undefined;
  const bound = now.varies ? noise : 0;
  const isWorse = now.unit === 'rate' ? is * (1 + bound) < was : is > was * (1 + bound);
  return { isWorse, told: `${is} after ${was}${now.varies ? ` × ${now.floor}` : ''}` };
}

/** Of ours: as it is, or over the floor of its own run, of which there may be nothing. */
function figureOf({ varies, entries, floor }: Row): number | undefined {
  const [own, least] = [entries[OURS], entries[floor]];
  if (own === undefined || !varies) return own;
  return least === undefined || least === 0 ? undefined : rounded(own / least);
}

/** To three places behind the point: no more is meant. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** @returns what became of figures since others were kept, for people */
export function tellChange(before: Kept, now: Kept, noise = NOISE): string {
  const known = Object.keys(now).filter((subject) => subject in before).length;
  if (known === 0) return `Nothing of this is in ${KEPT}: there is nothing to compare it with.`;
  const worse = worsened(before, now, noise);
  const bound = `a page’s bytes and counts exactly, the rest over the floor and by more than ${noise * 100} %`;
  if (worse.length === 0) return `No worse than ${KEPT} (${bound}).`;
  return [`${plural(worse.length, 'figure')} worse than in ${KEPT} (${bound}):`, ...worse].join('\n');
}
