import { inEnglish } from './tally.ts';
import type { Piece } from './word-diff.ts';

/** Words of an answer; those that lead somewhere give a path within the site, without a leading slash. */
export type Run = string | { text: string; to: string };

/** What an answer finds. Those of a link first, then those of a quotation. */
export type Finding =
  | 'same'
  | 'moved'
  | 'single'
  | 'whole'
  | 'edited'
  | 'changed'
  | 'split'
  | 'merged'
  | 'removed'
  | 'withdrawn'
  | 'misquoted'
  | 'unknown'
  | 'malformed'
  | 'untold'
  | 'never'
  | 'no-reading'
  | 'page'
  | 'elsewhere'
  | 'nowhere'
  | 'exact'
  | 'earlier'
  | 'near'
  | 'missing';

/** What has become of something cited, in words for its reader. */
export interface Answer {
  finding: Finding;
  /** The words that say it, which stand first. */
  lead: string;
  words: Run[];
  /** The differences there are to be shown. */
  diffs: Piece[][];
}

/** The rule in the margin: whole, broken, dotted, sparse. */
export type Rule = 'same' | 'edited' | 'gone' | 'unknown';

/** Of each finding: its rule, and whether the citation holds; of what is no citation of this site that cannot be said. */
const MEANING: Record<Finding, { rule: Rule; holds?: boolean }> = {
  same: { rule: 'same', holds: true },
  moved: { rule: 'same', holds: true },
  single: { rule: 'same', holds: true },
  whole: { rule: 'same', holds: true },
  exact: { rule: 'same', holds: true },
  edited: { rule: 'edited', holds: false },
  changed: { rule: 'edited', holds: false },
  split: { rule: 'edited', holds: false },
  merged: { rule: 'edited', holds: false },
  misquoted: { rule: 'edited', holds: false },
  earlier: { rule: 'edited', holds: false },
  near: { rule: 'edited', holds: false },
  removed: { rule: 'gone', holds: false },
  withdrawn: { rule: 'gone', holds: false },
  missing: { rule: 'gone', holds: false },
  unknown: { rule: 'unknown', holds: false },
  malformed: { rule: 'unknown', holds: false },
  untold: { rule: 'unknown', holds: false },
  never: { rule: 'unknown', holds: false },
  'no-reading': { rule: 'unknown', holds: false },
  page: { rule: 'unknown' },
  elsewhere: { rule: 'unknown' },
  nowhere: { rule: 'unknown' },
};

/** @returns the rule that tells in the margin what was found */
export function ruleOf({ finding }: Pick<Answer, 'finding'>): Rule {
  return MEANING[finding].rule;
}

/** @returns whether the citation still holds; undefined of what is no citation of this site */
export function holds({ finding }: Pick<Answer, 'finding'>): boolean | undefined {
  return MEANING[finding].holds;
}

/** @returns the answer's words alone; what a passage has lost in [-…-], what it has got in {+…+} */
export function answerInText({ lead, words, diffs }: Answer): string {
  const said = [lead, ...words.map((run) => (typeof run === 'string' ? run : run.text))].join('');
  return [said, ...diffs.map(diffInText)].join('\n');
}

function diffInText(pieces: readonly Piece[]): string {
  const shown = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;
  return pieces.map(({ what, text }) => shown[what].join(text)).join('');
}

/** Code points of what was cited that are shown: enough to know it again. */
const SHOWN = 400;

/** @returns what was cited, as it is shown beside its answer */
export function citedInText({ what, written }: { what: 'link' | 'quotation'; written: string }): string {
  const letters = Array.from(written.slice(0, 3 * SHOWN));
  const shown = letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')} …` : written;
  return what === 'link' ? shown : `“${shown}”`;
}

/**
 * @param pieces a difference
 * @returns it as it is shown: white space outside the words that changed, and some between those gone and those new
 */
export function shownPieces(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ what, text }, index): Piece[] => {
    if (what === 'same') return [{ what, text }];
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/su.exec(text)!;
    const isApart = what === 'new' || pieces[index + 1]?.what !== 'new' || after !== '';
    const parts: Piece[] = [
      { what: 'same', text: before! },
      { what, text: words! },
      { what: 'same', text: isApart ? after! : ' ' },
    ];
    return parts.filter((part) => part.text !== '');
  });
}

/** What is counted together, in the order in which it is told. */
const COUNTED: readonly { noun: 'link' | 'quotation'; told: string; of: readonly Finding[] }[] = [
  { noun: 'link', told: 'unchanged', of: ['same', 'moved', 'single', 'whole'] },
  { noun: 'link', told: 'to words edited since', of: ['edited', 'changed', 'split', 'merged'] },
  { noun: 'link', told: 'to words no longer in the text', of: ['removed', 'withdrawn'] },
  { noun: 'link', told: 'whose quoted words are not whole', of: ['misquoted'] },
  { noun: 'quotation', told: 'exact', of: ['exact'] },
  { noun: 'quotation', told: 'exact in an earlier edition', of: ['earlier'] },
  { noun: 'quotation', told: 'with a difference', of: ['near'] },
];

/**
 * @param answers all answers to what was asked together
 * @returns their counts in a sentence: “One link unchanged, one quotation exact, three that cannot be confirmed.”
 */
export function summaryOf(answers: readonly Pick<Answer, 'finding'>[]): string {
  const told: string[] = [];
  let [rest, noun] = [answers.length, ''];
  for (const group of COUNTED) {
    const count = answers.filter(({ finding }) => group.of.includes(finding)).length;
    if (count === 0) continue;
    // “one quotation exact, one with a difference”: a noun is said once.
    const said = noun === group.noun ? '' : ` ${group.noun}${count === 1 ? '' : 's'}`;
    told.push(`${inEnglish(count)}${said} ${group.told}`);
    [rest, noun] = [rest - count, group.noun];
  }
  if (rest > 0) told.push(`${inEnglish(rest)} that cannot be confirmed`);
  const sentence = told.length === 0 ? 'nothing to check' : told.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
