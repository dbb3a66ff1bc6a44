import { median } from './statistics.ts';

/** How a figure is read. Of a rate, more is better. */
export type Unit = 'bytes' | 'count' | 'milliseconds' | 'memory' | 'rate';

/** What is measured. */
export interface Measured {
  name: string;
  unit: Unit;
  /**
   * Whether it is the machine’s, and means something beside a floor of the same run only: times, rates, what a program
   * holds in memory, and what has come up to a moment. Other bytes and counts are the same in each run.
   */
  varies: boolean;
}

export type Measures<Of extends string = string> = Readonly<Record<Of, Measured>>;

/** The one that is ours. */
export const OURS = 'Postil';

/** Figures of several that do the same, by their names; the first is the floor. Some cannot be measured of all. */
export interface Comparison<Of extends string = string> {
  subject: string;
  measures: Measures<Of>;
  entries: Map<string, Partial<Record<Of, number>>>;
  /** Names of those that ours competes with: the others are floors, or do no more than these. */
  rivals: string[];
}

/**
 * @param measures what was measured
 * @param samples what came of it in several rounds, at least one
 * @returns the median of each
 */
export function medianOf<Of extends string>(
  measures: Measures<Of>,
  samples: readonly Partial<Record<Of, number>>[],
): Partial<Record<Of, number>> {
  const all = Object.keys(measures) as Of[];
  const values = (measure: Of) => samples.flatMap((sample) => sample[measure] ?? []);
  return Object.fromEntries(
    all.filter((measure) => values(measure).length > 0).map((measure) => [measure, median(values(measure))]),
  ) as Partial<Record<Of, number>>;
}
