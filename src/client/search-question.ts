import { type Facet, FACETS } from '../core/search-facet.ts';

/** Chosen values of each facet: any of them will do. */
export type Chosen = Partial<Record<Facet, string[]>>;

/** Orders besides that of relevance, as the address names them. */
const ORDERS = ['place', 'checked'] as const;
export type Order = (typeof ORDERS)[number];

/** What a reader asks: all of it, and nothing else, is in the address. */
export interface Question {
  words: string;
  chosen: Chosen;
  /** By relevance where there is none; without words, by place. */
  sort?: Order;
}

/** @returns the question that an address’s parameters ask; what they have besides is ignored */
export function readQuestion(parameters: URLSearchParams): Question {
  const chosen: Chosen = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(facet))].filter((value) => value !== '');
    if (values.length > 0) chosen[facet] = values;
  }
  const sort = ORDERS.find((order) => order === parameters.get('sort'));
  return { words: (parameters.get('q') ?? '').trim(), chosen, ...(sort && { sort }) };
}

/** @returns the parameters that ask a question; none for one that asks nothing */
function writeQuestion({ words, chosen, sort }: Question): URLSearchParams {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) parameters.append(facet, value);
  // Nothing has no order.
  if (sort && parameters.size > 0) parameters.set('sort', sort);
  return parameters;
}

/** @returns the address of the page of search with a question */
export function addressOf(page: string, question: Question): string {
  const parameters = writeQuestion(question);
  return parameters.size === 0 ? page : `${page}?${parameters}`;
}

/** @returns whether it asks for nothing: neither for words nor for anything chosen */
export function asksNothing({ words, chosen }: Question): boolean {
  return words === '' && Object.keys(chosen).length === 0;
}

/** @returns the same question, without one chosen value */
export function without(question: Question, facet: Facet, value: string): Question {
  const { [facet]: values = [], ...others } = question.chosen;
  const left = values.filter((each) => each !== value);
  return { ...question, chosen: { ...others, ...(left.length > 0 && { [facet]: left }) } };
}

/** @returns each chosen value, in the order of the facets */
export function chosenValues({ chosen }: Question): { facet: Facet; value: string }[] {
  return FACETS.flatMap((facet) => (chosen[facet] ?? []).map((value) => ({ facet, value })));
}
