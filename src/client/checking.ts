import { summaryOf } from '../core/answer.ts';
import { citationChecker } from '../core/check-citations.ts';
import { findCitations } from '../core/citation-finder.ts';
import { capitalized, inEnglish } from '../core/tally.ts';
import { renderAnswer } from './answers.ts';
import { type Known, loadPublished } from './published.ts';

/** All that checking needs, which comes when it is first asked for. */
export { citationChecker, findCitations, loadPublished, renderAnswer, summaryOf };
export type { Known };

/** @returns a heading for so many answers */
export function headingFor(count: number): string {
  return `${capitalized(inEnglish(count))} ${count === 1 ? 'citation' : 'citations'}`;
}
