import { findWords } from '../core/found-words.ts';
import type { Term } from '../core/search-query.ts';
import type { LanguageIndex, Scores } from './search-index.ts';

/** How many hits are read to see whether a word is a beginning of theirs. */
const WITNESSES = 3;

/** What an index has of some terms. */
export interface Matched {
  scores: Scores;
  /** Those that nothing has. */
  absent: Term[];
  /** Those that stand nowhere as they are, but begin other words. */
  begun: Term[];
}

/**
 * Looks for records that have all of some terms. Where nothing begins with a word, Pagefind finds what begins as it
 * does, or leaves it out: that a word is absent, we say ourselves.
 *
 * @throws when a part of the index cannot be loaded
 */
export async function matchTerms(index: LanguageIndex, terms: readonly Term[]): Promise<Matched> {
  const kinds = await Promise.all(terms.map((term) => kindOf(index, term)));
  const having = (kind: Kind) => terms.filter((_, position) => kinds[position] === kind);
  const absent = having('absent');
  if (absent.length > 0) return { scores: new Map(), absent, begun: [] };
  const scores = await together(index, terms);
  return { scores, absent, begun: having('begun') };
}

/** What a term is to an index: it stands there, it begins words, or neither. */
type Kind = 'there' | 'begun' | 'absent';

async function kindOf(index: LanguageIndex, term: Term): Promise<Kind> {
  const words = term.tokens.join(' ');
  if ((await index.search(words, true)).size > 0) return 'there';
  if (isExact(term)) return 'absent';
  const hits = await index.search(words, false);
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

/** Phrases and numbers one by one, all other words at once. */
async function together(index: LanguageIndex, terms: readonly Term[]): Promise<Scores> {
  const plain = terms.filter((term) => !isExact(term)).flatMap(({ tokens }) => tokens);
  const all = await Promise.all([
    ...(plain.length > 0 ? [index.search(plain.join(' '), false)] : []),
    ...terms.filter(isExact).map(({ tokens }) => index.search(tokens.join(' '), true)),
  ]);
  return all.reduce(inBoth, all[0] ?? new Map<number, number>());
}

function inBoth(one: Scores, other: Scores): Scores {
  if (one === other) return one;
  return new Map(
    [...one].flatMap(([ordinal, score]) => {
      const further = other.get(ordinal);
      return further === undefined ? [] : [[ordinal, score + further]];
    }),
  );
}

function isExact({ isPhrase, isNumber }: Term): boolean {
  return isPhrase || isNumber;
}

/** @returns the words that a hit shows at once */
export function shownWords({ packs, places }: LanguageIndex, ordinal: number): string[] {
  const shown = packs.shown(ordinal);
  if (!shown || places[ordinal] === 'evidence') return [];
  return 'text' in shown ? [shown.text] : [shown.quote, shown.finding];
}

/** @returns all other words of a record */
export async function furtherWords({ packs, places }: LanguageIndex, ordinal: number): Promise<string[]> {
  if (places[ordinal] === 'passage') return [];
  const details = await packs.details(ordinal);
  if (!details) return [];
  if ('body' in details) return [...details.body, ...details.names, ...details.aliases];
  const { excerpt, rendering, name, title, authors, publisher, aliases } = details;
  return [excerpt, rendering, name, title, authors, publisher, ...aliases].filter(
    (text) => text !== undefined,
  );
}
