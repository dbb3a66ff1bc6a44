import { type Facet, FACETS, FIRST_FACETS, type Place } from '../core/search-facet.ts';
import { parseQuery, type Term } from '../core/search-query.ts';
import { pause } from './pause.ts';
import { asFarAsKept } from './remembered.ts';
import type { LanguageIndex } from './search-index.ts';
import type { Chosen, Question } from './search-question.ts';
import { type Matched, matchTerms } from './search-terms.ts';

/** Facets whose counts are always shown. */
const ALWAYS: readonly Facet[] = FIRST_FACETS;

/** How many records are gone through before the page may do something else. */
const SLICE = 8000;

/** A record that answers a question. */
export interface Hit {
  index: LanguageIndex;
  ordinal: number;
  place: Place;
  score: number;
}

/** How many hits the list would have with each value of each facet that was counted. */
export type Counts = Partial<Record<Facet, Map<string, number>>>;

/** What an index is asked: the words, as its language reads them. */
type Terms = ReadonlyMap<LanguageIndex, readonly Term[]>;

export interface Answer {
  question: Question;
  terms: Terms;
  /** In the order that was asked for. */
  hits: Hit[];
  counts: Counts;
  /** How many readings there are in all. */
  readings: number;
  /** Whether a part of what was asked could not be. */
  isIncomplete: boolean;
  /** How many have the words, whatever was chosen. */
  unfiltered: number;
  /** Words that nothing has, as they were written. */
  absent: string[];
  /** Words that stand nowhere as they are, but begin others. */
  begun: string[];
}

/** Looks for terms in an index. */
type Match = (index: LanguageIndex, terms: readonly Term[]) => Promise<Matched>;

/** What has the words in one language, and the values of each by facet. */
interface Part {
  index: LanguageIndex;
  matched: Matched;
  values: Map<Facet, readonly (readonly string[])[]>;
}

/**
 * @param question that asks for something
 * @param indexes of all languages
 * @param counted facets whose counts are wanted besides those that are always shown
 * @param match says which records have the words
 * @throws when no index can be asked
 */
export async function answer(
  question: Question,
  indexes: readonly LanguageIndex[],
  counted: readonly Facet[],
  match: Match = matchTerms,
): Promise<Answer> {
  const terms: Terms = new Map(indexes.map((index) => [index, parseQuery(question.words, index.language)]));
  const facets = FACETS.filter(
    (facet) => ALWAYS.includes(facet) || counted.includes(facet) || question.chosen[facet],
  );
  const { kept: parts, isIncomplete } = await asFarAsKept(
    indexes.map((index) => ask(question, index, terms.get(index)!, facets, match)),
  );
  const { hits, counts } = await sift(parts, effective(question), facets);
  return {
    question,
    terms,
    hits: sorted(hits, question, indexes),
    counts,
    isIncomplete,
    readings: new Set(parts.flatMap(({ values }) => values.get('reading')!.flat())).size,
    unfiltered: parts.reduce((sum, { matched }) => sum + matched.scores.size, 0),
    absent: everywhere(parts.map(({ matched }) => matched.absent)),
    begun: everywhere(parts.map(({ matched }) => [...matched.begun, ...matched.absent])),
  };
}

async function ask(
  { words }: Question,
  index: LanguageIndex,
  terms: readonly Term[],
  facets: readonly Facet[],
  match: Match,
): Promise<Part> {
  const [matched, ...values] = await Promise.all([
    words === '' ? all(index) : match(index, terms),
    ...facets.map((facet) => index.values(facet)),
  ]);
  return { index, matched, values: new Map(facets.map((facet, at) => [facet, values[at]!])) };
}

/** Without words, every record answers. */
function all(index: LanguageIndex): Matched {
  return { scores: new Map(index.places.map((_, ordinal) => [ordinal, 0])), absent: [], begun: [] };
}

/** Without words the list holds notes, unless it is said otherwise. */
function effective({ words, chosen }: Question): Chosen {
  return words === '' ? { in: ['note'], ...chosen } : chosen;
}

/** What has everything that was chosen is a hit; what lacks one facet's alone is counted there: it could be added. */
async function sift(parts: readonly Part[], chosen: Chosen, facets: readonly Facet[]) {
  const hits: Hit[] = [];
  const counts: Counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()]));
  let passed = 0;
  for (const { index, matched, values } of parts) {
    for (const [ordinal, score] of matched.scores) {
      if (++passed % SLICE === 0) await pause();
      const own = (facet: Facet) => values.get(facet)![ordinal]!;
      const lacking = facets.filter(
        (facet) => chosen[facet] && !own(facet).some((each) => chosen[facet]!.includes(each)),
      );
      if (lacking.length > 1) continue;
      for (const facet of lacking.length === 0 ? facets : lacking)
        for (const value of own(facet)) counts[facet]!.set(value, (counts[facet]!.get(value) ?? 0) + 1);
      if (lacking.length === 0) hits.push({ index, ordinal, place: index.places[ordinal]!, score });
    }
  }
  return { hits, counts };
}

function sorted(hits: readonly Hit[], { words, sort }: Question, order: readonly LanguageIndex[]): Hit[] {
  const byLanguage = (one: Hit, other: Hit) => order.indexOf(one.index) - order.indexOf(other.index);
  const byPlace = (one: Hit, other: Hit) => byLanguage(one, other) || one.ordinal - other.ordinal;
  const dayOf = ({ index, ordinal }: Hit) => index.checked[ordinal]![0] ?? '';
  if (sort === 'checked')
    return hits.toSorted((one, other) => compare(dayOf(other), dayOf(one)) || byPlace(one, other));
  if (sort === 'place' || words === '') return hits.toSorted(byPlace);
  // What two indexes say of how well something answers cannot be compared.
  return hits.toSorted(
    (one, other) => byLanguage(one, other) || other.score - one.score || byPlace(one, other),
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What is so in every language. */
function everywhere(terms: readonly (readonly Term[])[]): string[] {
  const [first = [], ...others] = terms.map((own) => own.map(asWritten));
  return first.filter((written) => others.every((own) => own.includes(written)));
}

/** @returns a term as it was written; a phrase in its quotation marks */
export function asWritten({ written, isPhrase }: Term): string {
  return isPhrase ? `“${written}”` : written;
}

/** @returns how many hits there would be for a question with other words */
export async function countFor(question: Question, indexes: readonly LanguageIndex[]): Promise<number> {
  return (await answer(question, indexes, [])).hits.length;
}
