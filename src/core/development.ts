import type { Annotation, Evidence } from './annotation.ts';
import { type Axis, drawAxis, type Place } from './axis.ts';
import { beginning, firstDay, lastDay, middleOf } from './date.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';
import type { DatedEvent } from './timeline.ts';
import type { Written } from './written.ts';

/** Something that happened to what annotated words are about: told by their note, or by the reading's timeline. */
export interface Development {
  /** EDTF. */
  date: string;
  text: string;
  /** Keys of the records that say so. */
  sources: readonly string[];
  /** The event of the timeline, where it is that which tells it. */
  event?: DatedEvent;
}

/**
 * @param annotation one of the reading's
 * @param reading its timeline
 * @returns what its note tells, and the events that bear on it, in the order of time; an event that the note tells
 *   too, from one of the same sources, stands in the note's words alone
 */
export function developmentsOf(
  { id, since }: Pick<Annotation, 'id' | 'since'>,
  { events }: Pick<Reading, 'events'>,
): Development[] {
  const told = since.map(({ date, source, text }): Development => ({ date, text, sources: [source] }));
  const around = events
    .filter((event) => event.annotations.includes(id) && !told.some((each) => isOfOne(each, event)))
    .map((event): Development => ({ date: event.date, text: event.event, sources: event.sources, event }));
  return [...told, ...around].sort(byTime);
}

function isOfOne(a: Pick<Development, 'date' | 'sources'>, b: Pick<DatedEvent, 'date' | 'sources'>): boolean {
  const meet = firstDay(a.date) <= lastDay(b.date) && firstDay(b.date) <= lastDay(a.date);
  return meet && a.sources.some((key) => b.sources.includes(key));
}

function byTime(a: Development, b: Development): number {
  return middleOf(a.date) - middleOf(b.date) || beginning(firstDay(a.date)) - beginning(firstDay(b.date));
}

/** Something on the axis, and how many places beside its own it stands, where others have the same. */
type Placed<Thing> = Place & { of: Thing; beside: number };

/** A note's dates, drawn to scale: an axis, on it the developments, over it the evidence. */
export interface Dates extends Omit<Axis, 'placeOf'> {
  evidence: Placed<Evidence>[];
  developments: Placed<Development>[];
  /** How many pieces of evidence show no date. */
  undated: number;
}

/**
 * @param developments in the order of time, at least one
 * @param evidence the note's
 * @param sources the records it cites
 * @param written when the text was written, where that is known
 * @returns their places
 */
export function drawDates(
  developments: readonly Development[],
  evidence: readonly Evidence[],
  sources: ReadonlyMap<string, Source>,
  written: Written | undefined,
): Dates {
  const dated = evidence.flatMap((piece) => {
    const date = sources.get(piece.source)?.issued;
    return date === undefined ? [] : [{ date, of: piece }];
  });
  const told = developments.map((development) => ({ date: development.date, of: development }));
  const { placeOf, ...axis } = drawAxis(
    [...dated, ...told].map(({ date }) => date),
    written,
  );
  return {
    ...axis,
    evidence: place(dated, placeOf),
    developments: place(told, placeOf),
    undated: evidence.length - dated.length,
  };
}

/** Puts side by side, with their middle where they belong, what has one place. */
function place<Thing>(
  things: readonly { date: string; of: Thing }[],
  placeOf: Axis['placeOf'],
): Placed<Thing>[] {
  const placed = things.map(({ date, of }) => ({ ...placeOf(date), of }));
  return placed.map((each) => {
    const same = placed.filter(({ at }) => at === each.at);
    return { ...each, beside: same.indexOf(each) - (same.length - 1) / 2 };
  });
}
