import { firstDay, inWords, lastDay } from './date.ts';
import { densestStretch } from './stretch.ts';
import { capitalized, counted, inEnglish } from './tally.ts';
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
 * @param events in any order, at least one
 * @param written when the text was written, where that is known
 * @returns over what time they go, where they are densest, and where the text stands among them
 */
export function overview(events: readonly DatedEvent[], written: Written | undefined): string {
  const { from, to } = ends(events);
  const span = from === to ? `of ${from}` : `from ${from} to ${to}`;
  const stretch = densestStretch(events);
  const sentences = [
    `${capitalized(counted(events.length, 'dated event'))} around the text, ${span}.`,
    stretch
      ? `${capitalized(inEnglish(stretch.count))} of them fall in the ${counted(stretch.days, 'day')} from ${inWords(`${stretch.first}/${stretch.last}`)}.`
      : '',
    written ? `${placeOfText(written)}.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

/**
 * @param events any events
 * @param written when the text was written, where that is known
 * @returns what an eye on the drawing must know: from what the text's time is inferred, and where events stand that
 *   have no single day
 */
export function reservations(
  events: readonly Pick<DatedEvent, 'date'>[],
  written: Written | undefined,
): string {
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

/** @returns when a text was written or appeared, as a sentence without its full stop */
export function placeOfText({ first, last, appeared, inferred }: Written): string {
  const verb = appeared
    ? `${inferred ? 'probably ' : ''}appeared`
    : `was ${inferred ? 'probably ' : ''}written`;
  if (first === last) return `The text ${verb} on ${inWords(first)}`;
  return `The text ${verb} between ${inWords(`${first}/${last}`).replace(' to ', ' and ')}`;
}

/** In words the beginning of what begins first, and the end of what ends last. */
function ends(events: readonly DatedEvent[]): { from: string; to: string } {
  const dates = events.map(({ date }) => date);
  const earliest = dates.reduce((a, b) => (firstDay(b) < firstDay(a) ? b : a));
  const latest = dates.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a));
  // Of any date but an interval both ends are the whole.
  return { from: inWords(earliest.split('/')[0]!), to: inWords(latest.split('/').at(-1)!) };
}
