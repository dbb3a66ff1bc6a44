import { openingOf } from '../opening.ts';
import { capitalized, counted, inEnglish } from '../tally.ts';

const LIST = new Intl.ListFormat('en-GB');

/** How much of what is left out is quoted, in characters. */
const QUOTED = 60;

/** @returns things in a row, as in a sentence */
export function list(things: readonly string[]): string {
  return LIST.format(things);
}

/** @returns the beginning of some words, in quotation marks */
export function inQuotes(words: string): string {
  return `“${openingOf(words.replace(/\s+/g, ' ').trim(), QUOTED)}”`;
}

/**
 * @param alternatives the alternative text of each picture that was left out, perhaps empty
 * @returns that they were, in a sentence; nothing where there were none
 */
export function tellPictures(alternatives: readonly string[]): string[] {
  if (alternatives.length === 0) return [];
  const told = alternatives.filter((text) => text.trim() !== '').map(inQuotes);
  const named = told.length > 0 ? ` (${list(told)})` : '';
  return [
    `${capitalized(counted(alternatives.length, 'picture'))}${named} ${alternatives.length === 1 ? 'was' : 'were'} left out: a picture is no part of the text.`,
  ];
}

/** @returns that so many things were left out, in a sentence; nothing where there are none */
export function tellCount(count: number, one: string, more: string): string[] {
  if (count === 0) return [];
  return [`${capitalized(inEnglish(count))} ${count === 1 ? `${one} was` : `${more} were`} left out.`];
}

/** A part of a page or of a text. */
interface Part {
  type: string;
  value?: string;
  children?: unknown;
}

/** @returns all words in a part of a page, comments apart */
export function wordsIn({ type, value, children }: Part): string {
  if (value !== undefined) return type === 'comment' ? '' : value;
  return ((children as Part[] | undefined) ?? []).map(wordsIn).join('');
}
