import { firstDay, inWords, lastDay } from './date.ts';
import { densestStretch } from './stretch.ts';
import { capitalized, inEnglish } from './tally.ts';
import type { DatedEvent } from './timeline.ts';
import type { Written } from './written.ts';

/*
 * What a drawing of events shows, in sentences.
 */

/** @returns how many events there are, and how many of them stand close together */
export function headline(events: readonly DatedEvent[]): string {
  const stretch = densestStretch(events);
  const all = capitalized(counted(events.length, 'event'));
  return stretch ? `${all}, ${inEnglish(stretch.count)} of them in ${counted(stretch.days, 'day')}` : all;
}

/**
 * @param events in the order of time, at least one
 * @param written when the text was written, where that is known
 * @returns over what time they go, where they are densest, and where the text stands among them
 */
export function overview(events: readonly DatedEvent[], written: Written | undefined): string {
  const [from, to] = [firstEnd(events[0]!.date), lastEnd(events.at(-1)!.date)];
  const span = from === to ? `of ${from}` : `from ${from} to ${to}`;
  const stretch = densestStretch(events);
  const sentences = [
    `${capitalized(inEnglish(events.length))} dated event${events.length === 1 ? '' : 's'} around the text, ${span}.`,
    stretch
      ? `${capitalized(inEnglish(stretch.count))} of them fall in the ${counted(stretch.days, 'day')} from ${inWords(`${stretch.first}/${stretch.last}`)}.`
      : '',
    written ? placeOfText(written) : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

/**
 * @param events any events
 * @param written when the text was written, where that is known
 * @returns what an eye on the drawing must know: from what the text's time is inferred, and where events stand that
 *   have no single day
 */
export function reservations(events: readonly DatedEvent[], written: Written | undefined): string {
  const open = events.filter(({ date }) => firstDay(date) !== lastDay(date)).map(({ date }) => inWords(date));
  const sentences = [
    written?.uses
      ? `That the text was not written before ${inWords(written.uses)} is inferred from its use of what happened then.`
      : '',
    open.length > 0
      ? `What is dated to more than a day stands at the middle of that time, with a line as long as it: ${open.join('; ')}.`
      : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

function placeOfText({ first, last, inferred }: Written): string {
  const verb = inferred ? 'was probably written' : 'appeared';
  if (first === last) return `The text ${verb} on ${inWords(first)}.`;
  return `The text ${verb} between ${inWords(`${first}/${last}`).replace(' to ', ' and ')}.`;
}

function counted(count: number, noun: string): string {
  return `${inEnglish(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The beginning of an interval in words, of any other date the whole. */
function firstEnd(date: string): string {
  return inWords(date.split('/')[0]!);
}

function lastEnd(date: string): string {
  return inWords(date.split('/').at(-1)!);
}
