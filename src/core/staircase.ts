import { utcTickInterval } from 'd3-time';
import { codePoints } from './canonical.ts';
import { beginning, DAY_LENGTH, end, firstDay, lastDay, middleOf } from './date.ts';
import type { DatedEvent } from './timeline.ts';
import type { Written } from './written.ts';

/** Divisions of the axis: about so many, whatever the length of time. */
const TICKS = 9;

/** Hours are nobody's matter here: the axis is at least so many days long. */
const SHORTEST = TICKS * DAY_LENGTH;

/** Widths in ems of the labels' letters: of the narrowest axis that has labels, and of one on a small phone. */
const WIDTH = 48;
const NARROW = 20;

/** Likewise of a letter, of a wide one, of a small one as the axis has, and of a label's distance from what it names. */
const LETTER = 0.5;
const WIDE_LETTER = 1;
const SMALL_LETTER = 0.45;
export const DISTANCE = 0.65;

/** Letters that fill their square, and the widest of the alphabets. */
const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uff01-\uff60MWЖМФШЩЮ@%‰—…]/gu;

/** An event drawn to scale; places in per cent of the axis. */
export interface Step {
  event: DatedEvent;
  /** Where it stands. */
  at: number;
  /** How far its date goes; only where that is more than a day. */
  extent?: { from: number; to: number };
  /** Where its label begins, or where it ends. */
  label: { at: number; anchor: 'start' | 'end' };
}

/** A division's name, and where it begins. */
export interface Name {
  at: number;
  label: string;
}

/** Events drawn to scale: an axis, and above it one row for each, the oldest on top. */
export interface Staircase {
  steps: Step[];
  /** Where the axis is divided. */
  ticks: number[];
  /** The names of as many divisions as there is room for, on a wide axis and on a narrow one. */
  scale: { wide: Name[]; narrow: Name[] };
  /** The days within which the text was written, where that is known. */
  written?: { from: number; to: number };
}

/**
 * @param events in the order of time
 * @param written when the text was written, where that is known
 * @returns their places
 */
export function drawStaircase(events: readonly DatedEvent[], written: Written | undefined): Staircase {
  const days = events.flatMap(({ date }) => [firstDay(date), lastDay(date)]);
  if (written) days.push(written.first, written.last);
  const { ticks, placeOf } = drawAxis(days.toSorted());
  return {
    steps: events.map((event) => drawStep(event, placeOf)),
    ticks: ticks.map((tick) => placeOf(+tick)),
    scale: { wide: nameTicks(ticks, placeOf, WIDTH), narrow: nameTicks(ticks, placeOf, NARROW) },
    ...(written && {
      written: { from: placeOf(beginning(written.first)), to: placeOf(end(written.last)) },
    }),
  };
}

/** An axis that begins and ends with a division. */
function drawAxis(days: readonly string[]): { ticks: Date[]; placeOf: (moment: number) => number } {
  const from = beginning(days[0]!);
  const to = Math.max(end(days.at(-1)!), from + SHORTEST);
  const interval = utcTickInterval(new Date(from), new Date(to), TICKS)!;
  const [first, last] = [interval.floor(new Date(from)), interval.ceil(new Date(to))];
  const placeOf = (moment: number) => percent((moment - +first) / (+last - +first));
  return { ticks: interval.range(first, last), placeOf };
}

function drawStep(event: DatedEvent, placeOf: (moment: number) => number): Step {
  const at = placeOf(middleOf(event.date));
  const [first, last] = [firstDay(event.date), lastDay(event.date)];
  if (first === last) return { event, at, label: labelBeside(event.label, at, at) };
  const extent = { from: placeOf(beginning(first)), to: placeOf(end(last)) };
  return { event, at, extent, label: labelBeside(event.label, extent.from, extent.to) };
}

/** To the right of what it names, as long as there is room; where there is none on either side, over it. */
function labelBeside(label: string, from: number, to: number): Step['label'] {
  const width = ((widthOf(label) + DISTANCE) / WIDTH) * 100;
  if (to + width <= 100) return { at: to, anchor: 'start' };
  if (from - width >= 0) return { at: from, anchor: 'end' };
  const middle = (from + to) / 2;
  // A label longer than the half that it lies over begins or ends with the axis.
  if (middle < 50) return { at: Math.min(middle, Math.max(0, 100 - width)), anchor: 'start' };
  return { at: Math.max(middle, Math.min(100, width)), anchor: 'end' };
}

/** In ems. */
function widthOf(label: string): number {
  const wide = label.match(WIDE)?.length ?? 0;
  return (codePoints(label) - wide) * LETTER + wide * WIDE_LETTER;
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
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    ...(!areMonths && { day: 'numeric' }),
    ...(!areYears && { month: 'short' }),
    ...((areYears || isNewYear) && { year: 'numeric' }),
  }).format(tick);
}

function percent(share: number): number {
  return Math.round(share * 1e5) / 1e3;
}
