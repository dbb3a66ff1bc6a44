import { type Annotation, KINDS, type Kind, type Status, STATUSES } from './annotation.ts';

const UNITS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** How many annotations there are of each status and kind. Remarks are no statements and are counted apart. */
export interface Tally {
  statements: number;
  remarks: number;
  status: Record<Status, number>;
  kind: Record<Kind, number>;
}

/** @returns the counts of a reading's annotations */
export function tally(annotations: readonly Annotation[]): Tally {
  const count = (matches: (annotation: Annotation) => boolean) => annotations.filter(matches).length;
  const remarks = count(({ kind }) => kind === 'remark');
  return {
    statements: annotations.length - remarks,
    remarks,
    status: Object.fromEntries(
      STATUSES.map((status) => [status, count((each) => each.status === status)]),
    ) as Tally['status'],
    kind: Object.fromEntries(
      KINDS.map((kind) => [kind, count((each) => each.kind === kind)]),
    ) as Tally['kind'],
  };
}

/**
 * @param count a whole number
 * @returns it in English words below a hundred, else in digits
 */
export function inEnglish(count: number): string {
  if (count < 20) return UNITS[count]!;
  if (count >= 100) return count.toLocaleString('en-GB');
  return TENS[Math.floor(count / 10)]! + (count % 10 === 0 ? '' : `-${UNITS[count % 10]}`);
}

/** @returns the words with the first letter a capital */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
