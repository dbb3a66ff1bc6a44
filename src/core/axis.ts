import { utcTickInterval } from 'd3-time';
import { beginning, DAY_LENGTH, end, firstDay, lastDay, middleOf } from './date.ts';
import type { Written } from './written.ts';

/*
 * An axis of time, for drawings to scale; places in per cent of it.
 */

/** Divisions of the axis: about so many, whatever the length of time. */
const TICKS = 9;

/** Hours are nobody's matter here: the axis is at least so many days long. */
const SHORTEST = TICKS * DAY_LENGTH;

/** Widths in ems of the labels' letters: of the narrowest axis that has labels, and of one on a small phone. */
export const WIDTH = 48;
const NARROW = 20;

/** Likewise of a small letter as the axis has, and of a label's distance from what it names. */
const SMALL_LETTER = 0.45;
export const DISTANCE = 0.65;

/** A stretch of the axis. */
interface Stretch {
  from: number;
  to: number;
}

/** Where a date stands. */
export interface Place {
  at: number;
  /** How far it goes; only where that is more than a day. */
  extent?: Stretch;
}

/** A division's name, and where it begins. */
interface Name {
  at: number;
  label: string;
}

/** An axis that begins and ends with a division. */
export interface Axis {
  /** Where it is divided. */
  ticks: number[];
  /** The names of as many divisions as there is room for, on a wide axis and on a narrow one. */
  scale: { wide: Name[]; narrow: Name[] };
  /** The days within which the text was written, where that is known. */
  written?: Stretch;
  /** @param date EDTF, within the axis */
  placeOf: (date: string) => Place;
}

/**
 * @param dates EDTF, at least one
 * @param written when the text was written, where that is known
 * @returns an axis on which they all stand
 */
export function drawAxis(dates: readonly string[], written: Written | undefined): Axis {
  const days = dates.flatMap((date) => [firstDay(date), lastDay(date)]);
  if (written) days.push(written.first, written.last);
  const { ticks, at } = divide(days.toSorted());
  return {
    ticks: ticks.map((tick) => at(+tick)),
    scale: { wide: nameTicks(ticks, at, WIDTH), narrow: nameTicks(ticks, at, NARROW) },
    ...(written && { written: { from: at(beginning(written.first)), to: at(end(written.last)) } }),
    placeOf: (date) => placeDate(date, at),
  };
}

function divide(days: readonly string[]): { ticks: Date[]; at: (moment: number) => number } {
  const from = beginning(days[0]!);
  const to = Math.max(end(days.at(-1)!), from + SHORTEST);
  const interval = utcTickInterval(new Date(from), new Date(to), TICKS)!;
  const [first, last] = [interval.floor(new Date(from)), interval.ceil(new Date(to))];
  const at = (moment: number) => percent((moment - +first) / (+last - +first));
  return { ticks: interval.range(first, last), at };
}

function placeDate(date: string, at: (moment: number) => number): Place {
  const [first, last] = [firstDay(date), lastDay(date)];
  if (first === last) return { at: at(middleOf(date)) };
  return { at: at(middleOf(date)), extent: { from: at(beginning(first)), to: at(end(last)) } };
}

/** Names every division, or every second, third … until none runs into the next. */
function nameTicks(ticks: readonly Date[], placeOf: (moment: number) => number, width: number): Name[] {
  for (let every = 1; ; every += 1) {
    const named = ticks.filter((_, index) => index % every === 0);
    const names = named.map((tick, index) => ({
      at: placeOf(+tick),
      label: labelOf(tick, named[index - 1], ticks),
    }));
    const endOf = ({ at, label }: Name) => at + ((label.length * SMALL_LETTER + 2 * DISTANCE) / width) * 100;
    if (names.every((name, index) => endOf(name) <= (names[index + 1]?.at ?? Infinity)))
      return names.filter((name) => endOf(name) <= 100);
  }
}

/** A division's name, with its year where that is new: `2025`, `Nov`, `24 Nov`. */
function labelOf(tick: Date, before: Date | undefined, ticks: readonly Date[]): string {
  const areYears = ticks.every((each) => each.getUTCMonth() === 0 && each.getUTCDate() === 1);
  const areMonths = ticks.every((each) => each.getUTCDate() === 1);
  const isNewYear = tick.getUTCFullYear() !== before?.getUTCFullYear();
  return written(tick, [
    ...(areMonths ? [] : (['day'] as const)),
    ...(areYears ? [] : (['month'] as const)),
    ...(areYears || isNewYear ? (['year'] as const) : []),
  ]);
}

/** There are few ways to write a date, and to make one ready takes longer than to write a hundred. */
const WRITTEN = new Map<string, Intl.DateTimeFormat>();

function written(tick: Date, parts: readonly ('day' | 'month' | 'year')[]): string {
  const key = parts.join();
  const format = WRITTEN.get(key) ?? formatOf(parts);
  WRITTEN.set(key, format);
  return format.format(tick);
}

function formatOf(parts: readonly ('day' | 'month' | 'year')[]): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    ...(parts.includes('day') && { day: 'numeric' }),
    ...(parts.includes('month') && { month: 'short' }),
    ...(parts.includes('year') && { year: 'numeric' }),
  });
}

function percent(share: number): number {
  return Math.round(share * 1e5) / 1e3;
}
