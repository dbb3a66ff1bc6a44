import type { Annotation } from './annotation.ts';
import { assessedOf, type Footing, footingOf } from './footing.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';
import { type Assessed, assessedInEnglish, tally } from './counts.ts';
import { capitalized, inEnglish } from './tally.ts';
import type { DatedEvent } from './timeline.ts';
import { type Role, ROLES, roleOf, type Use } from './use.ts';

/*
 * What heads the pages of all sources and of all figures, in sentences.
 */

/** A source, what notes have from it, and what the timelines have. */
export interface Holding {
  source: Source;
  uses: readonly Use[];
  events: readonly DatedEvent[];
}

/**
 * @param readings those of the site
 * @param holdings all its sources
 * @returns how many sources there are, how much of them was read, what rests on how many, and what each is for
 */
export function sourcesInEnglish(
  readings: readonly Pick<Reading, 'annotations' | 'blocks'>[],
  holdings: readonly Holding[],
): string {
  if (holdings.length === 0) return 'No source is recorded here yet.';
  const assessed = assessedInEnglish(assessedIn(readings));
  const serves = servingInEnglish(holdings);
  const sentences = [
    `${capitalized(list([holdings.length, 'source is recorded here', 'sources are recorded here']))}: ${readingInEnglish(holdings)}.`,
    assessed &&
      `Of the ${assessed}, ${restingInEnglish(readings.flatMap(({ annotations }) => annotations))}.`,
    serves && `Of the sources, ${serves}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/**
 * @param figures all that notes examine
 * @param about whether there are several texts, and how many of the figures stand in a by-line
 * @returns what the table of them is
 */
export function figuresInEnglish(
  figures: readonly Pick<Annotation, 'unit'>[],
  { among, inBylines }: { among: boolean; inBylines: number },
): string {
  if (figures.length === 0) return 'No note examines a figure yet.';
  const units = new Set(figures.map(({ unit }) => unit));
  const [stand, are] = inBylines === 1 ? ['stands', 'is no statement'] : ['stand', 'are no statements'];
  const sentences = [
    `Each number that the ${among ? 'texts give' : 'text gives'} and a note examines, the editors’ selection: as it is written, as a number, and what it measures.`,
    units.size > 1 ? 'They differ in unit, so they are not drawn against each other.' : '',
    inBylines > 0
      ? `${capitalized(inEnglish(inBylines))} of them ${stand} in a by-line, and ${are} of a text.`
      : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

function assessedIn(readings: readonly Pick<Reading, 'annotations' | 'blocks'>[]): Assessed {
  const tallies = readings.map(tally);
  const sum = (key: keyof Assessed) => tallies.reduce((total, counts) => total + counts[key], 0);
  return { statements: sum('statements'), details: sum('details'), named: sum('named') };
}

function readingInEnglish(holdings: readonly Holding[]): string {
  const readAs = (read: Source['read']) =>
    holdings.filter(({ source }) => source.consulted && source.read === read).length;
  return list(
    [readAs('whole'), 'read whole'],
    [readAs('beginning'), 'read in the beginning only'],
    [readAs('excerpt'), 'read in an excerpt'],
    [readAs(undefined), 'read to an extent that is not recorded'],
    [holdings.filter(({ source }) => !source.consulted).length, 'not read'],
  );
}

function restingInEnglish(annotations: readonly Annotation[]): string {
  const footings = assessedOf(annotations).map(footingOf);
  const on = (footing: Footing) => footings.filter((each) => each === footing).length;
  return list(
    [on('several'), 'rests on two sources or more', 'rest on two sources or more'],
    [on('one'), 'rests on one alone', 'rest on one alone'],
    [on('none'), 'rests on none', 'rest on none'],
    [on('opinion'), 'is opinion, which needs none', 'are opinion, which needs none'],
  );
}

function servingInEnglish(holdings: readonly Holding[]): string {
  const roles = holdings.map(({ uses }) => ROLES.find((role) => uses.some((use) => roleOf(use) === role)));
  const as = (role: Role) => roles.filter((each) => each === role).length;
  const shared = holdings.filter(({ uses }) => uses.filter((use) => roleOf(use) === 'bearing').length > 1);
  const uncited = holdings.filter(({ uses }) => uses.length === 0);
  const told = uncited.filter(({ events }) => events.length > 0).length;
  return list(
    [as('bearing'), 'bears on what is annotated', 'bear on what is annotated'],
    [shared.length, 'of these does so in more than one place', 'of these do so in more than one place'],
    [as('context'), 'is context only', 'are context only'],
    [as('later'), 'tells only what followed', 'tell only what followed'],
    [
      as('named'),
      'is named by the text, and nothing rests on it',
      'are named by the text, and nothing rests on them',
    ],
    [told, 'tells only of events around the text', 'tell only of events around the text'],
    [uncited.length - told, 'is the record of a text itself', 'are the records of the texts themselves'],
  );
}

/** Counts with what they are of; of what there is none of, nothing is said. */
function list(...parts: readonly (readonly [count: number, one: string, more?: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, more = one]) => `${inEnglish(count)} ${count === 1 ? one : more}`)
    .join('; ');
}
