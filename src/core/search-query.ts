import { isNumberToken, readText, tokensOf } from './search-text.ts';

/** One thing that a query asks for: a word, a number, a “phrase”. All of them are to be found. */
export interface Term {
  /** As it was typed, a phrase without its quotation marks. */
  written: string;
  /** One; of a phrase those that follow one another. */
  tokens: string[];
  isPhrase: boolean;
  /** Then it is found exactly or not at all; a word is also found where another begins with it. */
  isNumber: boolean;
}

/** A phrase in straight or curly quotation marks; one that is not closed reaches to the end. */
const PHRASE = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

/** A currency that the query names by its sign: then only that is meant. */
const WITH_CURRENCY = /^n[\dp]+[a-z]{3}z$/;

/**
 * @param words what was typed, any string
 * @param language of the texts that are asked, BCP 47
 * @returns what it asks for, in order; a word or phrase that stands in it twice is there once
 */
export function parseQuery(words: string, language: string): Term[] {
  const terms: Term[] = [];
  let read = 0;
  for (const { 0: quoted, 1: phrase = '', index } of words.matchAll(PHRASE)) {
    terms.push(...readWords(words.slice(read, index), language), ...readPhrase(phrase, language));
    read = index + quoted.length;
  }
  terms.push(...readWords(words.slice(read), language));
  const keys = terms.map(keyOf);
  return terms.filter((term, place) => keys.indexOf(keyOf(term)) === place);
}

function readWords(words: string, language: string): Term[] {
  const { tokens, extras } = readText(words, language);
  return tokens.map(({ text, start, end }) => {
    const written = words.slice(start, end);
    const priced = extras.find((extra) => extra.start === start && isPriceOf(text, extra.text));
    const token = /\p{Sc}/u.test(written) && priced ? priced.text : text;
    return { written, tokens: [token], isPhrase: false, isNumber: isNumberToken(token) };
  });
}

/** A phrase of one word is that word in any of its forms, but none that only begins with it. */
function readPhrase(words: string, language: string): Term[] {
  const tokens = tokensOf(words, language).map(({ text }) => text);
  if (tokens.length === 0) return [];
  const isNumber = tokens.length === 1 && isNumberToken(tokens[0]!);
  return [{ written: words.trim(), tokens, isPhrase: !isNumber, isNumber }];
}

function isPriceOf(token: string, extra: string): boolean {
  return (
    WITH_CURRENCY.test(extra) && extra.startsWith(token.slice(0, -1)) && extra.length === token.length + 3
  );
}

function keyOf({ tokens, isPhrase }: Term): string {
  return `${isPhrase} ${tokens.join(' ')}`;
}
