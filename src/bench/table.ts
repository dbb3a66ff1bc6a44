import type { Result } from './bench.ts';
import { type Comparison, OURS, type Unit } from './comparison.ts';
import { type Figure, type Measure, MEASURES } from './figures.ts';
import { CATEGORIES, type Scores } from './lighthouse.ts';
import type { SiteResult } from './site.ts';

const inBytes = (value: number) =>
  value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(2)} MB`;

/** How a figure of each unit is read. */
const READ: Record<Unit, (value: number) => string> = {
  bytes: inBytes,
  memory: inBytes,
  count: (value) => value.toLocaleString('en-GB'),
  milliseconds: (value) => (value < 1e4 ? `${value.toFixed(1)} ms` : `${(value / 1e3).toFixed(1)} s`),
  rate: (value) => `${Math.round(value).toLocaleString('en-GB')} / s`,
};

/**
 * @param result what came of a subject
 * @returns a plain table: what was measured, its floor, and for each engine how many times that, with the figure itself
 *   in brackets
 */
export function tableOf({ subject, documents, engines }: Result): string {
  const title = `${subject}, ${documents.toLocaleString('en-GB')} documents`;
  const measures = Object.keys(MEASURES) as Measure[];
  const [first] = engines.values();
  const rows = measures.map((measure) => {
    const read = READ[MEASURES[measure].unit];
    const cells = Array.from(engines.values(), (figures) => cellOf(figures[measure], read));
    return [MEASURES[measure].name, read(first![measure].floor), ...cells];
  });
  return [title, '', ...aligned([['', 'floor', ...engines.keys()], ...rows])].join('\n');
}

/**
 * @param result what came of a site
 * @returns a plain table: what was measured, its floor where there is one, how many times that, and the figure itself
 */
export function siteTableOf({ subject, figures }: SiteResult): string {
  const rows = figures.map(({ name, unit, value, floor }) => {
    const read = READ[unit];
    return floor === undefined
      ? [name, '', read(value)]
      : [name, read(floor), cellOf({ value, floor }, read)];
  });
  return [subject, '', ...aligned([['', 'floor', 'Postil'], ...rows])].join('\n');
}

/**
 * @param comparison figures of several that do the same
 * @returns a plain table: what was measured, of the floor, and how many times that of each other, with the figure itself in
 *   brackets; and where there are rivals, how many times the best of them ours is
 */
export function comparisonTableOf({ subject, measures, entries, rivals }: Comparison): string {
  const [[floorName, floor], ...others] = [...entries] as [Entry, ...Entry[]];
  const isWithRivals = rivals.length > 0;
  const head = ['', floorName, ...others.map(([name]) => name)];
  const rows = Object.entries(measures).map(([measure, { name, unit }]) => {
    const [least, read] = [floor[measure], READ[unit]];
    const cells = others.map(([, { [measure]: value }]) =>
      value === undefined ? '' : cellOf({ value, floor: least ?? 0 }, read),
    );
    const best = bestOf(
      rivals.flatMap((rival) => entries.get(rival)?.[measure] ?? []),
      unit,
    );
    const toBest = isWithRivals ? [ratioOf(entries.get(OURS)?.[measure], best)] : [];
    return [name, least === undefined ? '' : read(least), ...cells, ...toBest];
  });
  const toBest = isWithRivals ? [`${OURS} over the best of ${rivals.join(', ')}`] : [];
  return [subject, '', ...aligned([[...head, ...toBest], ...rows])].join('\n');
}

/** @returns a plain table of what Lighthouse gave each page, of 100 */
export function scoresTableOf(scores: readonly Scores[]): string {
  const rows = scores.map(({ page, device, scores: given }) => [
    `${page}, ${device}`,
    ...CATEGORIES.map((name) => String(given[name])),
  ]);
  return ['Lighthouse, of 100', '', ...aligned([['', ...CATEGORIES], ...rows])].join('\n');
}

type Entry = [name: string, figures: Partial<Record<string, number>>];

function bestOf(values: readonly number[], unit: Unit): number | undefined {
  if (values.length === 0) return undefined;
  return unit === 'rate' ? Math.max(...values) : Math.min(...values);
}

/** Of nothing there are no multiples. */
function ratioOf(value: number | undefined, floor: number | undefined): string {
  if (value === undefined || floor === undefined || floor === 0) return '';
  const ratio = value / floor;
  return ratio < 10 ? ratio.toFixed(2) : String(Math.round(ratio));
}

function cellOf({ value, floor }: Figure, read: (value: number) => string): string {
  const ratio = ratioOf(value, floor);
  return ratio === '' ? read(value) : `${ratio} (${read(value)})`;
}

/** Names to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(([name = '', ...cells]) =>
    [name.padEnd(widths[0]!), ...cells.map((cell, at) => cell.padStart(widths[at + 1]!))]
      .join('  ')
      .trimEnd(),
  );
}
