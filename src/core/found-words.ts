import type { Term } from './search-query.ts';
import { stemOf } from './search-stem.ts';
import { readText, type Token } from './search-text.ts';

/** A stretch of a text, in UTF-16 code units, and the index of the term that is found there. */
export interface Found {
  start: number;
  end: number;
  term: number;
}

/** Whether a token of a text is what a token of a query asks for. */
type Match = (found: string, asked: string) => boolean;

/**
 * Finds in a text as it is shown what a query asked for, as the index does: a word also in its other forms, where
 * it is English, and where another begins with it; a number however it is written; a phrase as it is.
 *
 * @param text any text
 * @param terms what was asked
 * @param language of the text, BCP 47
 * @returns where that stands: whole words, numbers with their sign and scale; ascending, none in another
 */
export function findWords(text: string, terms: readonly Term[], language: string): Found[] {
  const read = readText(text, language);
  const { isForm, begins } = matching(language);
  const found = terms.flatMap((term, place) => {
    const spans = term.isPhrase
      ? phrasesIn(read.tokens, term.tokens, isForm)
      : wordsLike([...read.tokens, ...read.extras], term, begins);
    return spans.map(({ start, end }) => ({ start, end, term: place }));
  });
  return apart(found);
}

/** Pagefind compares stems. */
function matching(language: string): { isForm: Match; begins: Match } {
  const stem = (word: string) => stemOf(word, language);
  return {
    isForm: (found, asked) => found === asked || stem(found) === stem(asked),
    begins: (found, asked) => found.startsWith(asked) || stem(found).startsWith(stem(asked)),
  };
}

function wordsLike(tokens: readonly Token[], { tokens: [asked], isNumber }: Term, begins: Match): Token[] {
  return tokens.filter(({ text }) => (isNumber ? text === asked : begins(text, asked!)));
}

function phrasesIn(tokens: readonly Token[], asked: readonly string[], isForm: Match) {
  return tokens.flatMap(({ start }, first) => {
    const stretch = tokens.slice(first, first + asked.length);
    const isThere =
      stretch.length === asked.length && stretch.every(({ text }, at) => isForm(text, asked[at]!));
    return isThere ? [{ start, end: stretch.at(-1)!.end }] : [];
  });
}

/** In order, the longer first; what begins in one that is kept is within it, or runs on from it. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of [...found].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push({ ...next });
    else last.end = Math.max(last.end, next.end);
  }
  return kept;
}
