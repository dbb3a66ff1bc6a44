import type { Chance } from './chance.ts';
import type { Document } from './document.ts';

/**
 * Draws what is asked: words as often as the documents use them, one by itself and two of one document in turn, so
 * that all are found somewhere.
 *
 * @param documents what is asked
 * @param count how many questions, none twice
 * @param chance which
 */
export function drawQuestions(
  documents: readonly Pick<Document, 'title' | 'text'>[],
  count: number,
  chance: Chance,
): string[] {
  const questions = new Set<string>();
  while (questions.size < count) {
    const { title, text } = chance.oneOf(documents);
    const words = `${title} ${text}`.match(/\p{L}+/gu) ?? [];
    const asked = Array.from({ length: 1 + (questions.size % 2) }, () => chance.oneOf(words));
    questions.add([...new Set(asked)].join(' ').toLowerCase());
  }
  return [...questions];
}
