import type { Term } from '../core/search-query.ts';
import { element } from './element.ts';
import { type Answer, asWritten, countFor } from './search-answer.ts';
import type { LanguageIndex } from './search-index.ts';
import { nameWithin } from './search-names.ts';
import { asksNothing, chosenValues, type Question, without } from './search-question.ts';

/** Words that begin as the typed one, at most. */
const MOST_BEGUN = 6;

/** Of more words than these, none is offered to be left out: each costs a search. */
const MOST_LEFT_OUT = 8;

/** Records with the words from which on it takes too long to see where they stand together. */
const TOO_MANY = 3000;

const QUOTATION_MARKS = /["“”„«»]/gu;

/** What leads on: it asks another question. */
export interface Guide {
  ask(question: Question): void;
  /** Address of the site, ending in a slash. */
  site: string;
}

/** @returns what else could be asked where nothing was found, and where to look without asking */
export async function helpWithNothing(
  answer: Answer,
  indexes: readonly LanguageIndex[],
  guide: Guide,
): Promise<(Node | string)[]> {
  const [meant, fewer] = await Promise.all([
    meantInstead(answer, indexes, guide),
    withLess(answer, indexes, guide),
  ]);
  const names = new Intl.DisplayNames('en-GB', { type: 'language' });
  const texts = indexes.map(({ language }) => names.of(new Intl.Locale(language).language) ?? language);
  const languages = new Intl.ListFormat('en-GB').format(texts);
  const are = indexes.length === 1 ? 'The text is' : 'The texts are';
  const spelled =
    answer.absent.length === 0 ? '' : `${are} in ${languages}; names are spelled as the authors spell them. `;
  return [...meant, ...fewer, spelled, 'Or go through ', ...lists(guide.site), '.'];
}

/** @returns links to the lists that need no index */
export function lists(site: string): (Node | string)[] {
  return [link(`${site}claims/`, 'all statements'), ' or ', link(`${site}sources/`, 'all sources')];
}

/** “Did you mean Geneva?” */
async function meantInstead(
  { question, absent }: Answer,
  indexes: readonly LanguageIndex[],
  guide: Guide,
): Promise<(Node | string)[]> {
  const [word] = absent;
  if (word === undefined || word.startsWith('“')) return [];
  const { nearWords } = await import('../core/near-words.ts');
  const lists = await Promise.all(indexes.map(({ packs }) => packs.words().catch(() => [])));
  const near = [...new Set(lists.flatMap((words) => nearWords(word, words)))].slice(0, 3);
  if (near.length === 0) return [];
  const buttons = near.map((other) => askButton(other, replaced(question, word, other), guide));
  return [
    'Did you mean ',
    ...buttons.flatMap((button, at) => [at === 0 ? '' : at === near.length - 1 ? ' or ' : ', ', button]),
    '? ',
  ];
}

/** “Without the filter contested: 12. Without “genf”: 8.” */
async function withLess(
  { question, terms }: Answer,
  indexes: readonly LanguageIndex[],
  guide: Guide,
): Promise<(Node | string)[]> {
  const fewer = [
    ...chosenValues(question).map(({ facet, value }) => ({
      words: `Without the filter ${nameWithin(facet, value)}`,
      question: listed(without(question, facet, value)),
    })),
    ...eachLeftOut(question, [...terms.values()][0] ?? []),
    ...asSingleWords(question),
  ];
  const counted = await Promise.all(
    fewer.map(async (less) => ({ ...less, count: await countFor(less.question, indexes) })),
  );
  return counted
    .filter(({ count }) => count > 0)
    .flatMap((less) => [askButton(less.words, less.question, guide), `: ${less.count}. `]);
}

/** A question for nothing has no answer; what is meant then is all notes. */
function listed(question: Question): Question {
  return asksNothing(question) ? { ...question, chosen: { in: ['note'] } } : question;
}

function eachLeftOut(question: Question, terms: readonly Term[]): { words: string; question: Question }[] {
  if (terms.length < 2 || terms.length > MOST_LEFT_OUT) return [];
  return terms.map((term) => ({
    words: `Without ${term.isPhrase ? 'the phrase ' : ''}“${term.written}”`,
    question: {
      ...question,
      words: terms.flatMap((other) => (other === term ? [] : [asWritten(other)])).join(' '),
    },
  }));
}

function asSingleWords(question: Question): { words: string; question: Question }[] {
  const words = question.words.replace(QUOTATION_MARKS, '');
  return words === question.words || words.trim() === ''
    ? []
    : [{ words: 'As single words', question: { ...question, words } }];
}

/**
 * @param region in which the hits are drawn
 * @returns the words that begin as the last one that was typed, each of which completes it
 */
export function completions(
  { question, begun }: Answer,
  region: HTMLElement,
  guide: Guide,
): (Node | string)[] {
  const word = begun.at(-1);
  if (word === undefined) return [];
  const words = new Map<string, string>();
  for (const { textContent } of region.querySelectorAll('mark')) {
    const key = textContent.toLowerCase();
    if (key.startsWith(word.toLowerCase()) && !words.has(key)) words.set(key, textContent);
  }
  if (words.size === 0) return [];
  const buttons = [...words.values()]
    .slice(0, MOST_BEGUN)
    .map((other) => askButton(other, replaced(question, word, other), guide));
  return ['Words that begin with ', element('b', '', word), ': ', ...between(buttons, ', '), '. '];
}

/** @returns the way to ask for several words as one phrase, where they are none yet and stand together somewhere */
export async function asPhrase(
  { question, terms, unfiltered }: Answer,
  indexes: readonly LanguageIndex[],
  guide: Guide,
): Promise<(Node | string)[]> {
  const [read = []] = terms.values();
  if (read.length < 2 || read.some(({ isPhrase }) => isPhrase) || unfiltered > TOO_MANY) return [];
  const phrase = { ...question, words: `“${question.words}”` };
  const count = await countFor(phrase, indexes);
  return count === 0 ? [] : ['As a phrase: ', askButton(phrase.words, phrase, guide), `, ${count}.`];
}

/** The same question with another word in the place of one. */
function replaced(question: Question, word: string, other: string): Question {
  const at = question.words.toLowerCase().lastIndexOf(word.toLowerCase());
  const words = at < 0 ? other : question.words.slice(0, at) + other + question.words.slice(at + word.length);
  return { ...question, words };
}

function askButton(words: string, question: Question, guide: Guide): HTMLButtonElement {
  const button = element('button', 'ask', words);
  button.type = 'button';
  button.addEventListener('click', () => guide.ask(question));
  return button;
}

function between(nodes: readonly Node[], words: string): (Node | string)[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [words, node]));
}

function link(address: string, words: string): HTMLAnchorElement {
  const made = element('a', '', words);
  made.href = address;
  return made;
}
