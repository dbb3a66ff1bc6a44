/*
 * What stands for something else in what citeproc is given and gives back: characters for private use, which no
 * style, locale or rule of citeproc knows, and which are taken out of the record before.
 */

import { STAND_IN } from './stand-in.ts';

/** Italic from here on, and no longer. */
export const ITALIC = '\uE000';
export const ROMAN = '\uE001';
/** Open places. */
export const LINK = '\uE002';
export const ACCESSED = '\uE003';
export const LOCATOR = '\uE004';
/** A supplied title, a title that is a sentence, and words instead of a container: no style may change them. */
export const TITLE = '\uE005';
export const SENTENCE = '\uE00A';
export const WITHIN = '\uE006';
/** The same title between quotation marks. */
export const QUOTED_TITLE = '\uE00B';
/** Where the edition can be said. */
export const AFTER_PUBLISHER = '\uE007';
export const AFTER_CONTAINER = '\uE008';
/** `<`, which citeproc would take for markup. */
const LESS = '\uE009';

const PIECE = new RegExp(`([\\uE000-\\uE008\\uE00A\\uE00B]|${STAND_IN})`, 'iu');
const ANY = /[\uE000-\uE01F]/gu;

/**
 * @param value text, or a list or a record of values
 * @returns it without markers, and without what citeproc would take for markup
 */
export function plainly<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(ANY, '').replaceAll('<', LESS) as Value;
  if (Array.isArray(value)) return value.map(plainly) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainly(each)])) as Value;
}

/** @returns what citeproc gave back, in pieces: markers, stand-ins and the words between them, as they were in the record */
export function piecesOf(words: string): string[] {
  return words.split(PIECE).map((piece) => piece.replaceAll(LESS, '<'));
}

/** @returns words without markers */
export function withoutMarkers(words: string): string {
  return words.replace(ANY, '');
}
