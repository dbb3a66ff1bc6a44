import { type Status, STATUS_MEANS, STATUSES } from '../core/annotation.ts';
import type { Place } from '../core/search-facet.ts';
import { capitalized, counted } from '../core/tally.ts';
import type { Term } from '../core/search-query.ts';
import { element } from './element.ts';
import type { Answer, Hit } from './search-answer.ts';
import { nameWithin } from './search-names.ts';
import { chosenValues, type Question } from './search-question.ts';

/** From here on a number has more than one way of being written. */
const MANY_FORMS = 10_000;

/** Words that nothing has: of a pasted page, no more than so many are named. */
const MOST_NAMED = 5;

/** @returns in words what was found, or that nothing was; the words that were asked in bold */
export function summaryOf(answer: Answer): (Node | string)[] {
  const { question, hits } = answer;
  if (answer.isIncomplete && hits.length === 0) return ['Nothing was found in what could be read.'];
  if (hits.length === 0) return nothingOf(answer);
  const places = placesOf(hits);
  const chosen = chosenIn(question);
  if (question.words === '') {
    const order = question.sort === 'checked' ? 'the last checked first' : 'in the order of the text';
    return [
      bold(`${capitalized(chosen === '' ? 'all' : chosen)}:`),
      ` ${places}, ${order}.`,
      meaningOf(question),
    ];
  }
  if (chosen !== '') return [bold(question.words), `, ${chosen}: ${places}.`];
  return [bold(question.words), ` is found in ${places}.`, readingOf(answer)];
}

function nothingOf({ question, terms, absent, unfiltered }: Answer): (Node | string)[] {
  const chosen = chosenValues(question)
    .map(({ facet, value }) => nameWithin(facet, value))
    .join(', ');
  if (absent.length > 0) {
    const is = absent.length === 1 ? 'is' : 'are';
    return [...named(absent), ` ${is} found neither in the text nor in the notes or the excerpts.`];
  }
  if (question.words === '') return [bold(`${capitalized(chosen)}:`), ' nothing has all of that.'];
  if ([...terms.values()].every((read) => read.length === 0))
    return [bold(question.words), ' has neither a word nor a number in it.'];
  if (unfiltered > 0) return [bold(question.words), `, ${chosen}: nothing.`];
  return [bold(question.words), ' is found in parts, but nowhere all of it together.'];
}

/** “Genf, Bern and 3 more” */
function named(words: readonly string[]): (Node | string)[] {
  const more = words.length - MOST_NAMED;
  const parts = [...words.slice(0, MOST_NAMED).map(bold), ...(more > 0 ? [`${more} more`] : [])];
  return parts.flatMap((part, at) => [at === 0 ? '' : at === parts.length - 1 ? ' and ' : ', ', part]);
}

/** “one passage, two notes and one excerpt of evidence” */
function placesOf(hits: readonly Hit[]): string {
  const count = (place: Place) => hits.filter((hit) => hit.place === place).length;
  const excerpts = count('evidence');
  return new Intl.ListFormat('en-GB').format(
    [
      [count('passage'), counted(count('passage'), 'passage')] as const,
      [count('note'), counted(count('note'), 'note')] as const,
      [excerpts, `${counted(excerpts, 'excerpt')} of evidence`] as const,
    ].flatMap(([number, words]) => (number > 0 ? [words] : [])),
  );
}

/** What was chosen; where it is found says so by itself. */
function chosenIn(question: Question): string {
  const values = chosenValues(question).filter(({ facet }) => facet !== 'in');
  return values.map(({ facet, value }) => nameWithin(facet, value)).join(', ');
}

/** What the one status means that was chosen. */
function meaningOf(question: Question): string {
  const [only, ...others] = chosenValues(question);
  const status = STATUSES.find((each): each is Status => each === only?.value && only.facet === 'status');
  return others.length > 0 || !status ? '' : ` ${capitalized(STATUS_MEANS[status])}.`;
}

/** How the words were read, where they are more than words. */
function readingOf({ terms, question }: Answer): string {
  const read = [...terms.values()][0] ?? [];
  const number = read.length === 1 && read[0]!.isNumber ? read[0]! : undefined;
  if (number) return otherForms(number, question.words);
  const [phrase] = read;
  return read.length === 1 && phrase!.isPhrase && phrase!.tokens.length > 1
    ? ' Its words stand together.'
    : '';
}

function otherForms({ tokens }: Term, written: string): string {
  const value = Number(/^n([\dp]+)/.exec(tokens[0] ?? '')?.[1]?.replace('p', '.'));
  if (!(value >= MANY_FORMS)) return '';
  const symbol = /^\p{Sc}/u.exec(written)?.[0] ?? '';
  const form = (options: Intl.NumberFormatOptions) =>
    symbol + new Intl.NumberFormat('en-GB', options).format(value);
  const forms = [
    form({ notation: 'compact', maximumFractionDigits: 3 }),
    form({}),
    form({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 }),
  ].filter((each) => each !== written);
  return ` It is read as a number: ${forms.slice(0, 2).join(' and ')} find the same.`;
}

function bold(words: string): HTMLElement {
  const shown = element('b', '', words);
  shown.dir = 'auto';
  return shown;
}
