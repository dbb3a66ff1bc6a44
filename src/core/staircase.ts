import { type Axis, DISTANCE, drawAxis, type Place, WIDTH } from './axis.ts';
import { codePoints } from './canonical.ts';
import type { DatedEvent } from './timeline.ts';
import type { Written } from './written.ts';

/** Widths in ems of the labels' letters: of a letter, and of a wide one. */
const LETTER = 0.5;
const WIDE_LETTER = 1;

/** Letters that fill their square, and the widest of the alphabets. */
const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uff01-\uff60MWЖМФШЩЮ@%‰—…]/gu;

/** An event drawn to scale; places in per cent of the axis. */
export interface Step extends Place {
  event: DatedEvent;
  /** Where its label begins, or where it ends. */
  label: { at: number; anchor: 'start' | 'end' };
}

/** Events drawn to scale: an axis, and above it one row for each, the oldest on top. */
export interface Staircase extends Omit<Axis, 'placeOf'> {
  steps: Step[];
}

/**
 * @param events in the order of time
 * @param written when the text was written, where that is known
 * @returns their places
 */
export function drawStaircase(events: readonly DatedEvent[], written: Written | undefined): Staircase {
  const { placeOf, ...axis } = drawAxis(
    events.map(({ date }) => date),
    written,
  );
  const steps = events.map((event) => {
    const place = placeOf(event.date);
    const { from, to } = place.extent ?? { from: place.at, to: place.at };
    return { event, ...place, label: labelBeside(event.label, from, to) };
  });
  return { ...axis, steps };
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
