import { findWords } from '../core/found-words.ts';
import { type Place, PLACES } from '../core/search-facet.ts';
import type { Term } from '../core/search-query.ts';
import { tokensOf } from '../core/search-text.ts';
import type { LanguageIndex, Scores } from './search-index.ts';
import { FIRST } from './search-packs.ts';

/** How many hits are read as a whole to see whether a word is a beginning of theirs. */
const WITNESSES = 3;

/** What an index has of some terms. */
export interface Matched {
  scores: Scores;
  /** Those that nothing has. */
  absent: Term[];
  /** Those that stand nowhere as they are, but begin other words. */
  begun: Term[];
}

/** What a term is to an index: it stands there, it begins words, or neither. */
type Kind = 'there' | 'begun' | 'absent';

/**
 * Looks for records that have all of some terms. Where nothing begins with a word, Pagefind finds what begins as it
 * does, or leaves it out: that a word is absent, we say ourselves.
 *
 * @throws when a part of the index cannot be loaded
 */
export async function matchTerms(index: LanguageIndex, terms: readonly Term[]): Promise<Matched> {
  const [all, exact] = await Promise.all([
    index.search(terms.map(wordsOf).join(' '), false),
    exactly(index, terms.filter(isExact)),
  ]);
  // Pagefind scores all that has a phrase or a word as it is the same: how well it answers is told by its words.
  const needed = [...exact.values()];
  const scores = new Map([...all].filter(([ordinal]) => needed.every((found) => found.has(ordinal))));
  const kinds = await kindsOf(index, terms, exact, scores);
  const having = (kind: Kind) => terms.filter((_, position) => kinds[position] === kind);
  const absent = having('absent');
  return absent.length > 0
    ? { scores: new Map(), absent, begun: [] }
    : { scores, absent, begun: having('begun') };
}

async function exactly(index: LanguageIndex, terms: readonly Term[]): Promise<Map<Term, Scores>> {
  return new Map(
    await Promise.all(terms.map(async (term) => [term, await index.search(wordsOf(term), true)] as const)),
  );
}

/**
 * Of a frequent word the exact search takes long, the square of how often it is there: whether it is there is seen from
 * the first of what was found; only where those do not have it, that search is made.
 */
async function kindsOf(
  index: LanguageIndex,
  terms: readonly Term[],
  exact: ReadonlyMap<Term, Scores>,
  scores: Scores,
): Promise<Kind[]> {
  const witnesses = terms.every(isExact) ? [] : await witnessesOf(index, terms, scores);
  return Promise.all(
    terms.map(async (term): Promise<Kind> => {
      const found = exact.get(term);
      if (found) return found.size > 0 ? 'there' : 'absent';
      const isSeen = witnesses.some((text) => hasWhole(text, term, index.language));
      return isSeen ? 'there' : kindOf(index, term);
    }),
  );
}

/** What the first hits show, in the order of the list; they are loaded where those that are there lack a term. */
async function witnessesOf(index: LanguageIndex, terms: readonly Term[], scores: Scores): Promise<string[]> {
  const ordinals = [...scores.keys()];
  const inPlace = (place: Place) => ordinals.filter((ordinal) => index.places[ordinal] === place);
  const first = PLACES.flatMap(inPlace).slice(0, FIRST);
  const shown = () => first.flatMap((ordinal) => shownWords(index, ordinal));
  const isSeen = (term: Term) => shown().some((text) => hasWhole(text, term, index.language));
  if (!terms.every((term) => isExact(term) || isSeen(term))) await index.packs.load(first);
  return shown();
}

function hasWhole(text: string, term: Term, language: string): boolean {
  const words = tokensOf(text, language).map((token) => token.text);
  return ` ${words.join(' ')} `.includes(` ${wordsOf(term)} `);
}

async function kindOf(index: LanguageIndex, term: Term): Promise<Kind> {
  if ((await index.search(wordsOf(term), true)).size > 0) return 'there';
  const hits = await index.search(wordsOf(term), false);
  return (await isIn(index, term, [...hits.keys()].slice(0, WITNESSES))) ? 'begun' : 'absent';
}

async function isIn(index: LanguageIndex, term: Term, ordinals: readonly number[]): Promise<boolean> {
  await index.packs.load(ordinals);
  const shown = ordinals.flatMap((ordinal) => shownWords(index, ordinal));
  const has = (text: string) => findWords(text, [term], index.language).length > 0;
  if (shown.some(has)) return true;
  const further = await Promise.all(ordinals.map((ordinal) => furtherWords(index, ordinal)));
  return further.flat().some(has);
}

function isExact({ isPhrase, isNumber }: Term): boolean {
  return isPhrase || isNumber;
}

function wordsOf({ tokens }: Term): string {
  return tokens.join(' ');
}

/** @returns the words that a hit shows at once */
export function shownWords({ packs, places }: LanguageIndex, ordinal: number): string[] {
  const shown = packs.shown(ordinal);
  if (!shown || places[ordinal] === 'evidence') return [];
  return 'text' in shown ? [shown.text] : [shown.quote, shown.finding];
}

/** @returns all other words of a record */
async function furtherWords({ packs, places }: LanguageIndex, ordinal: number): Promise<string[]> {
  if (places[ordinal] === 'passage') return [];
  const details = await packs.details(ordinal);
  if (!details) return [];
  if ('body' in details) return [...details.body, ...details.names, ...details.aliases];
  const { excerpt, rendering, name, title, authors, publisher, aliases } = details;
  return [excerpt, rendering, name, title, authors, publisher, ...aliases].filter(
    (text) => text !== undefined,
  );
}
