import type { Annotation } from './annotation.ts';
import { toCslDate } from './date.ts';
import { quantities, type Quantity } from './figure.ts';
import type { Mark } from './mark.ts';
import { problem, type Problem } from './problem.ts';
import type { Source } from './source.ts';

/** Numbers that a note may give: anywhere, and as a part of a date only. */
interface Grounds {
  numbers: ReadonlySet<number>;
  dates: ReadonlySet<number>;
}

/**
 * Judges whether a note has its numbers from somewhere: those in digits must occur in an excerpt, in the names of a
 * source that mark or note cites, in the marked words, or, for a development, in what was seen of its source; or the
 * mark declares them in `reckoned`. Day and year of a date may also be those of a source or of a development. What the
 * editors render from another language are their own words.
 *
 * @param annotation the annotation
 * @param mark its mark, for positions
 * @param sources all records, by key
 */
export function checkNumbers(
  annotation: Annotation,
  mark: Mark,
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  const { id, quote, reckoned = '', evidence, since } = annotation;
  const recordsOf = (citing: readonly { source?: string }[]) =>
    citing.flatMap(({ source = '' }) => sources.get(source) ?? []);
  const cited = recordsOf([annotation, ...evidence, ...since]);
  const excerpts = evidence.map(({ excerpt }) => excerpt);
  const numbers = numbersOf([quote, reckoned, ...excerpts, ...cited.flatMap(namesOf)]);
  const issued = cited.flatMap((source) => source.issued ?? []);
  const dates = new Set([...issued, ...since.map(({ date }) => date)].flatMap(dayAndYear));
  const seen = recordsOf(since).flatMap(({ seen = [] }) => seen.flatMap(({ passages }) => passages));

  const missing = new Set([
    ...missingIn(wordsOf(annotation), { numbers, dates }),
    ...missingIn(
      since.map(({ text }) => text),
      { numbers: numbers.union(numbersOf(seen)), dates },
    ),
  ]);
  if (missing.size === 0) return [];
  return [
    problem(
      'number-not-in-evidence',
      mark.positionOf('id'),
      `The note \`${id}\` says ${[...missing].join(' and ')}, and nothing that it cites does.`,
      'Quote the words that have it, or do without it; or declare it on the mark: reckoned="2019: 2023 less four years".',
    ),
  ];
}

/** What the editors say about the marked words, developments apart. */
function wordsOf(annotation: Annotation): string[] {
  const { brief, finding, body, why, measures, differs, wording, evidence } = annotation;
  const renderings = evidence.map(({ rendering }) => rendering);
  const paragraphs = body.map(({ text }) => text);
  return [brief, finding, ...paragraphs, why, measures, differs, wording, ...renderings].filter(
    (words) => words !== undefined,
  );
}

/** What a source is called: “France 24” is no count. */
function namesOf({ title, 'container-title': container, publisher }: Source): string[] {
  return [title, container, publisher].filter((name) => name !== undefined);
}

/** The month is written as a word. */
function dayAndYear(edtf: string): number[] {
  return toCslDate(edtf)['date-parts'].flatMap(([year = 0, , day = year]) => [year, day]);
}

function numbersOf(texts: readonly string[]): Set<number> {
  return new Set(texts.flatMap((text) => quantities(text).flatMap(({ values }) => values)));
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY = String.raw`(?<![\d.,])\d{1,2}(?:st|nd|rd|th)?`;
const DAYS = String.raw`${DAY}(?:(?:\s?[,/–-]\s?|\s(?:to|and|or)\s)${DAY})*`;

/** Days beside the name of their month, and “the 24th”. */
const DATE = new RegExp(
  String.raw`${DAYS}\s(?:of\s)?${MONTH}\b|\b${MONTH}\s${DAY}\b|\b[Tt]he\s\d{1,2}(?:st|nd|rd|th)\b`,
  'gu',
);

/** @returns the numbers of some words that stand on no ground, as they are written */
function missingIn(texts: readonly string[], { numbers, dates }: Grounds): string[] {
  return texts.flatMap((text) => {
    const dated = [...text.matchAll(DATE)].map(({ index, 0: words }) => ({ at: index, written: words }));
    const isDated = (quantity: Quantity) => isYear(quantity) || dated.some((date) => overlap(date, quantity));
    return quantities(text)
      .filter((quantity) => {
        const grounds = isDated(quantity) ? numbers.union(dates) : numbers;
        return quantity.values.some((value) => !grounds.has(value));
      })
      .map(({ written }) => written);
  });
}

/** Four digits that count nothing. */
function isYear({ written, units }: Quantity): boolean {
  return /^\d{4}(?:\s?[–-]\s?\d{4})?$/.test(written) && units.join() === 'year';
}

type Written = Pick<Quantity, 'at' | 'written'>;

function overlap(a: Written, b: Written): boolean {
  return a.at < b.at + b.written.length && b.at < a.at + a.written.length;
}
