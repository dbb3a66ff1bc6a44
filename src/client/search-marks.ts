import { findWords } from '../core/found-words.ts';
import type { Term } from '../core/search-query.ts';
import { element } from './element.ts';

/** About how many characters of a longer text are shown around what was found in it. */
const EXCERPT = 240;

/** What was asked, in the language of the texts. */
export interface Asked {
  terms: readonly Term[];
  language: string;
}

/**
 * Puts a text into an element, the words that were found as `<mark>`.
 *
 * @returns the indexes of the terms that it has
 */
export function putMarked(parent: HTMLElement, text: string, { terms, language }: Asked): Set<number> {
  const found = findWords(text, terms, language);
  let at = 0;
  for (const { start, end } of found) {
    if (start > at) parent.append(text.slice(at, start));
    parent.append(element('mark', '', text.slice(start, end)));
    at = end;
  }
  parent.append(text.slice(at));
  return new Set(found.map(({ term }) => term));
}

/** @returns whether a text has any of the terms */
export function hasAny(text: string, { terms, language }: Asked): boolean {
  return findWords(text, terms, language).length > 0;
}

/** @returns the stretch of a text, cut at words, that stands around the first of what is found in it */
export function excerptOf(text: string, { terms, language }: Asked): string {
  if (text.length <= EXCERPT * 1.5) return text;
  const [first] = findWords(text, terms, language);
  const from = Math.max(0, (first?.start ?? 0) - EXCERPT / 3);
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const cut = text.lastIndexOf(' ', start + EXCERPT);
  const end = start + EXCERPT >= text.length || cut <= start ? text.length : cut;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}
