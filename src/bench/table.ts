import type { Result } from './bench.ts';
import type { FirstLoad } from './first-load.ts';
import { LOAD_MEASURES, type PagesResult } from './pages.ts';
import type { SiteResult } from './site.ts';
import { type Figure, type Measure, MEASURES } from './figures.ts';

/** How a figure of each unit is read. */
const READ: Record<'bytes' | 'count' | 'milliseconds', (value: number) => string> = {
  bytes: (value) => (value < 1e6 ? `${(value / 1e3).toFixed(1)} kB` : `${(value / 1e6).toFixed(2)} MB`),
  count: (value) => value.toLocaleString('en-GB'),
  milliseconds: (value) => (value < 1e4 ? `${value.toFixed(1)} ms` : `${(value / 1e3).toFixed(1)} s`),
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
 * @param result what came of the pages of a reading
 * @returns a plain table: what was measured, of the page by hand, and how many times that of each other, with the figure
 *   itself in brackets
 */
export function pagesTableOf({ subject, pages }: PagesResult): string {
  const [[floorName, floor], ...others] = [...pages] as [[string, FirstLoad], ...[string, FirstLoad][]];
  const rows = Object.entries(LOAD_MEASURES).map(([measure, { name, unit }]) => {
    const of = (load: FirstLoad) => load[measure as keyof FirstLoad];
    const cells = others.map(([, load]) => cellOf({ value: of(load), floor: of(floor) }, READ[unit]));
    return [name, READ[unit](of(floor)), ...cells];
  });
  return [subject, '', ...aligned([['', floorName, ...others.map(([name]) => name)], ...rows])].join('\n');
}

function cellOf({ value, floor }: Figure, read: (value: number) => string): string {
  // Of nothing there are no multiples.
  if (floor === 0) return read(value);
  const ratio = value / floor;
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} (${read(value)})`;
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
