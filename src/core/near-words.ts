import { distance } from 'fastest-levenshtein';

/** Suggestions at most: more would be a list of its own. */
const MOST = 3;

/** Single-letter edits between a word and what it was meant for. */
const EDITS = 2;

/** A word of so many letters may have one more slip, and so may one whose first letters are right. */
const LONG = 7;
const ALIKE = 2;

/**
 * @param word one that nothing has, as it was typed
 * @param words what the index has, with how often: see `words.json`
 * @returns at most three that it may have been meant for: first those of whose letters most are right, then those that
 *   begin most like it, then the more frequent; none that begins less like it than the first
 */
export function nearWords(word: string, words: readonly [word: string, count: number][]): string[] {
  const meant = withoutMarks(word);
  const near = words
    .map(([candidate, count]) => ({ candidate, count, ...nearness(meant, withoutMarks(candidate)) }))
    .filter(({ wrong }) => wrong !== undefined)
    .sort((one, other) => one.wrong! - other.wrong! || other.alike - one.alike || other.count - one.count);
  return near
    .filter(({ alike }) => alike >= near[0]!.alike)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** @returns the share of letters that is wrong, unless it is too large or nought; and how many are alike at the start */
function nearness(meant: string, candidate: string): { wrong: number | undefined; alike: number } {
  const alike = commonStart(meant, candidate);
  const most = meant.length >= LONG || alike >= ALIKE ? EDITS + 1 : EDITS;
  const [shorter, longer] = [meant.length, candidate.length].sort((one, other) => one - other) as [
    number,
    number,
  ];
  // Telling how far two words are apart costs more than seeing that they are too far.
  const edits = longer - shorter > most ? Infinity : distance(meant, candidate);
  return { wrong: edits > 0 && edits <= most && edits < shorter ? edits / longer : undefined, alike };
}

function commonStart(one: string, other: string): number {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  return alike;
}

/** Marks are slips that nobody counts. The index folds more; this comes as a file of its own, when nothing was found. */
function withoutMarks(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
