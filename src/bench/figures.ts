import { median } from './statistics.ts';

/** What is measured, in the order of the table. */
export const MEASURES = {
  withScripts: { name: 'first result, with the page’s scripts', unit: 'bytes' },
  bytes: { name: 'first result, from the first focus', unit: 'bytes' },
  untilQuiet: { name: 'first question, until nothing more comes', unit: 'bytes' },
  second: { name: 'second question', unit: 'bytes' },
  requests: { name: 'requests to the first result', unit: 'count' },
  waves: { name: 'waves to the first result', unit: 'count' },
  median: { name: 'answer after Enter, median', unit: 'milliseconds' },
  percentile95: { name: 'answer after Enter, 95th percentile', unit: 'milliseconds' },
  typed: { name: 'answer after a keystroke, median', unit: 'milliseconds' },
  longestFirst: { name: 'longest task of the first question', unit: 'milliseconds' },
  longest: { name: 'longest task of the others', unit: 'milliseconds' },
  size: { name: 'index on disk', unit: 'bytes' },
  files: { name: 'files of the index', unit: 'count' },
  buildTime: { name: 'index made in', unit: 'milliseconds' },
} as const;

export type Measure = keyof typeof MEASURES;

/** A figure, and the floor under it: the least that the same could be, measured in the same run. */
export interface Figure {
  value: number;
  floor: number;
}

export type Figures<Of extends Measure = Measure> = Record<Of, Figure>;

/**
 * @param samples figures of several visits or rounds, at least one
 * @returns the median of each, and of each floor
 */
export function mediansOf<Of extends Measure>(samples: readonly Figures<Of>[]): Figures<Of> {
  const measures = Object.keys(samples[0]!) as Of[];
  const middle = (measure: Of, part: keyof Figure) => median(samples.map((sample) => sample[measure][part]));
  return Object.fromEntries(
    measures.map((measure) => [
      measure,
      { value: middle(measure, 'value'), floor: middle(measure, 'floor') },
    ]),
  ) as Figures<Of>;
}
