import type { Answer } from './search-answer.ts';
import { nameOf } from './search-names.ts';
import type { Question } from './search-question.ts';

/** Readings that are named where hits are of several. */
const MOST = 5;

/** @returns whether there are hits, and all in one reading; of those that could be chosen besides, there may be more */
export function areOfOneReading({ question, hits, counts }: Answer): boolean {
  return hits.length > 0 && (question.chosen.reading?.length === 1 || counts.reading?.size === 1);
}

/**
 * @param answer whose hits are of several readings, and whose names are loaded
 * @param button makes what asks another question
 * @returns the readings that have most of the hits, with how many: each leads to its own
 */
export function readingsIn(
  { question, counts }: Answer,
  button: (words: string, question: Question) => HTMLElement,
): (Node | string)[] {
  const all = [...(counts.reading ?? [])].toSorted(([, one], [, other]) => other - one);
  const named = all.slice(0, MOST).flatMap(([reading, count], index) => {
    const its = button(nameOf('reading', reading), {
      ...question,
      chosen: { ...question.chosen, reading: [reading] },
    });
    its.dir = 'auto';
    return [index === 0 ? 'In ' : ', ', its, ` ${count}`];
  });
  const others = all.length - MOST;
  return [...named, others > 0 ? `, and in ${others} more.` : '.'];
}
