import { z } from 'zod';
import { codePoints } from './canonical.ts';
import { beginning, firstDay, middleOf } from './date.ts';
import { dateField } from './field.ts';
import { inFuture, isToCome } from './future.ts';
import { unknownAnnotation, unknownSource } from './grounds.ts';
import { problem, type Position, type Problem } from './problem.ts';
import type { Source } from './source.ts';
import { isBlank, readYaml } from './yaml-document.ts';

/** How long an event's label in a drawing can be, in code points, so that it has room wherever it stands. */
export const LONGEST_LABEL = 46;

const DATE = 'a date in quotation marks, as in "2025-11-24", "2025-11" or "2025-11-19/2025-11-20"';
const LABEL = `a label of at most ${LONGEST_LABEL} characters for the drawing`;

const fitsDrawing = (words: string) => codePoints(words) <= LONGEST_LABEL;

/** One dated event. A sentence too long for the drawing needs its `brief`. */
const eventSchema = z
  .strictObject({
    date: dateField(DATE).describe('When it happened, EDTF.'),
    event: z.string().min(1).describe('What happened, in one plain sentence.'),
    brief: z
      .string()
      .min(1)
      .refine(fitsDrawing, LABEL)
      .meta({ maxLength: LONGEST_LABEL })
      .optional()
      .describe('A shorter label, for the drawing.'),
    sources: z.array(z.string().min(1)).min(1).describe('Keys of the records that say so.'),
    annotations: z.array(z.string().min(1)).describe('Ids of the annotations whose words it bears on.'),
    text: z
      .enum(['uses', 'silent'], { error: 'one of uses, silent' })
      .optional()
      .describe('Whether the text uses it, or could have and does not mention it.'),
  })
  .refine(({ event, brief }) => brief !== undefined || fitsDrawing(event), {
    path: ['brief'],
    error: `${LABEL}, which the sentence does not fit`,
  });

/** `timeline.yaml` of a reading. */
export const timelineSchema = z.array(eventSchema);

type Entry = z.output<typeof eventSchema>;

/** Something that happened around a text, when, and who says so. */
export interface DatedEvent extends Omit<Entry, 'brief'> {
  /** Its name in the list: its first day, and which of that day where there are several. */
  anchor: string;
  /** What a drawing calls it. */
  label: string;
}

/** What a timeline may refer to. */
interface Referents {
  sources: ReadonlyMap<string, Source>;
  /** Ids of the reading's annotations. */
  annotations: readonly string[];
  /** `YYYY-MM-DD`; nothing can have happened later, and no interval ended. */
  today: string;
}

/**
 * Reads the events around a text.
 *
 * @param file path for messages, and the YAML; a file of nothing but comments tells of nothing
 * @param referents what there is to be cited, and which day it is
 * @returns the events in the order of time, if the file is valid, and all problems
 */
export function readTimeline(
  file: { path: string; yaml: string },
  referents: Referents,
): { events: DatedEvent[]; problems: Problem[] } {
  if (isBlank(file.yaml)) return { events: [], problems: [] };
  const { value = [], problems, positionOf } = readYaml(file, timelineSchema, 'invalid-timeline');
  const faults = value.flatMap((entry, index) =>
    checkEntry(entry, (...path) => positionOf([index, ...path]), referents),
  );
  return { events: nameEvents(value.toSorted(byTime)), problems: [...problems, ...faults] };
}

function checkEntry(
  { date, sources: keys, annotations: ids }: Entry,
  positionOf: (...path: PropertyKey[]) => Position,
  { sources, annotations, today }: Referents,
): Problem[] {
  const repeated = (field: 'sources' | 'annotations', all: readonly string[]) =>
    all.flatMap((name, place) =>
      all.indexOf(name) === place ? [] : [namedTwice(date, name, positionOf(field, place))],
    );
  return [
    ...(isToCome(date, today)
      ? [inFuture('The event', date, positionOf('date'), 'Give the day on which it happened.')]
      : []),
    ...keys.flatMap((key, place) =>
      sources.has(key)
        ? []
        : [unknownSource(key, positionOf('sources', place), `The event of ${date}`, sources)],
    ),
    ...ids.flatMap((id, place) =>
      annotations.includes(id)
        ? []
        : [unknownAnnotation(id, positionOf('annotations', place), `The event of ${date}`, annotations)],
    ),
    ...repeated('sources', keys),
    ...repeated('annotations', ids),
  ];
}

function namedTwice(date: string, name: string, position: Position): Problem {
  const message = `The event of ${date} names \`${name}\` twice.`;
  return problem('invalid-timeline', position, message, 'Take one of them out.');
}

function byTime(a: Entry, b: Entry): number {
  return middleOf(a.date) - middleOf(b.date) || beginning(firstDay(a.date)) - beginning(firstDay(b.date));
}

function nameEvents(entries: readonly Entry[]): DatedEvent[] {
  const named = new Map<string, number>();
  return entries.map(({ brief, ...entry }) => {
    const day = firstDay(entry.date);
    const nth = (named.get(day) ?? 0) + 1;
    named.set(day, nth);
    return { anchor: nth === 1 ? day : `${day}-${nth}`, label: brief ?? entry.event, ...entry };
  });
}
