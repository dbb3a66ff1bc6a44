import { faultsOfAliases, readAliases } from './alias.ts';
import { type Annotation, missingEvidence } from './annotation.ts';
import { firstDay, lastDay } from './date.ts';
import { hasFigure, parseValue } from './figure.ts';
import { inFuture, isToCome } from './future.ts';
import { EDITORS_LANGUAGE } from './language.ts';
import type { Mark } from './mark.ts';
import { didYouMean } from './nearest.ts';
import type { RawNote } from './note.ts';
import { problem, type Position, type Problem } from './problem.ts';
import { isQuotedFrom, quotedWords } from './quotation.ts';
import { checkSeen } from './seen.ts';
import type { Source } from './source.ts';

/** What marks and notes are held against. */
export interface Yardstick {
  /** The records they may cite, by key. */
  sources: ReadonlyMap<string, Source>;
  /** `YYYY-MM-DD` */
  today: string;
  /** When the text was written, EDTF, as far as that is known. */
  written: string | undefined;
  /** Whether the reading holds its notes to record and reckoning. */
  strict: boolean;
}

/**
 * Judges what a mark says by itself, also where it has no note.
 *
 * @param mark a mark
 * @param quote the marked words, if there are any
 * @param yardstick what it is held against; the language of the text
 */
export function checkMark(
  mark: Mark,
  quote: string | undefined,
  { sources, today, language }: Pick<Yardstick, 'sources' | 'today'> & { language: string },
): Problem[] {
  return [
    ...checkMarkSource(mark, sources),
    ...checkedInFuture(mark, today),
    ...checkedLongAgo(mark, today),
    ...checkWhy(mark),
    ...checkFigureInWords(mark, quote ?? ''),
    ...checkAliasesOfMark(mark, quote ?? '', language),
  ];
}

/**
 * Judges what a note says by itself, also where it belongs to no mark.
 *
 * @param note a note
 * @param yardstick what it is held against
 */
export function checkNote(
  { evidence, since, replies }: RawNote,
  { sources, today, written, strict }: Yardstick,
): Problem[] {
  return [
    ...evidence.flatMap(({ source, position }) => checkSource(source, position, 'Evidence', sources)),
    ...evidence
      .filter(({ excerpt, source }) => excerpt !== '' && sources.has(source))
      .flatMap((piece) => checkSeen(piece, piece.position, sources.get(piece.source)!, strict)),
    ...evidence.flatMap(checkAliasesOfPiece),
    ...since.flatMap(({ source, position }) => checkSource(source, position, 'A development', sources)),
    ...since
      .filter(({ date }) => isToCome(date, today))
      .map(({ date, datePosition }) =>
        inFuture('A development', date, datePosition, 'Give the day on which it happened.'),
      ),
    ...since.flatMap((development) => checkSince(development, written)),
    ...replies
      .filter(({ date }) => isToCome(date, today))
      .map(({ date, datePosition }) =>
        inFuture('A reply', date, datePosition, 'Give the day on which it was received.'),
      ),
  ];
}

/**
 * Judges whether an annotation rests on what it says it rests on.
 *
 * @param annotation the annotation
 * @param mark its mark, for positions
 * @param yardstick what it is held against
 */
export function checkGrounds(annotation: Annotation, mark: Mark, yardstick: Yardstick): Problem[] {
  return [
    ...checkStatus(annotation, mark),
    ...checkHindsight(annotation, mark, yardstick),
    ...checkFigureInEvidence(annotation, mark),
    ...checkQuotation(annotation, mark),
  ];
}

/** A citation of a record that does not exist. */
export function unknownSource(
  key: string,
  position: Position,
  who: string,
  sources: ReadonlyMap<string, Source>,
): Problem {
  const message = `${who} cites the source \`${key}\`, which does not exist.${didYouMean(key, sources.keys())}`;
  return problem(
    'unknown-source',
    position,
    message,
    `Correct the key, or add content/sources/${key}.yaml: \`npm run source\` makes one.`,
  );
}

/** A reference to an annotation that the reading does not have. */
export function unknownAnnotation(
  id: string,
  position: Position,
  who: string,
  ids: readonly string[],
): Problem {
  const message = `${who} names the annotation \`${id}\`, which this reading does not have.${didYouMean(id, ids)}`;
  return problem('unknown-annotation', position, message, 'Correct the id, or take it out.');
}

function checkSource(
  key: string,
  position: Position,
  who: string,
  sources: ReadonlyMap<string, Source>,
): Problem[] {
  return sources.has(key) ? [] : [unknownSource(key, position, who, sources)];
}

function checkMarkSource({ id, values, positionOf }: Mark, sources: ReadonlyMap<string, Source>): Problem[] {
  return ['of', 'source'].flatMap((name) => {
    const key = values[name];
    return key === undefined ? [] : checkSource(key, positionOf(name), `The mark \`${id}\``, sources);
  });
}

function checkedInFuture({ values: { checked }, positionOf }: Mark, today: string): Problem[] {
  if (checked === undefined || !isToCome(checked, today)) return [];
  return [inFuture('A check', checked, positionOf('checked'), 'Give the day on which it was made.')];
}

/** What nobody could check may have become known in a year. */
function checkedLongAgo({ id, values: { status, checked }, positionOf }: Mark, today: string): Problem[] {
  if (status !== 'unchecked' || checked === undefined || checked >= yearBefore(today)) return [];
  const message = `\`${id}\` has been unchecked since ${checked}, for more than a year.`;
  const hint =
    'Look again, and give the day on which you did; or give the status that the evidence now bears out.';
  return [problem('stale-check', positionOf('checked'), message, hint)];
}

/** @returns the same day of the year before, `YYYY-MM-DD`, as days are compared */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}`.padStart(4, '0') + day.slice(4);
}

function checkAliasesOfMark({ id, values: { aliases }, positionOf }: Mark, quote: string, language: string) {
  return checkAliases(aliases, positionOf('aliases'), `the mark \`${id}\``, [quote], language);
}

function checkAliasesOfPiece({
  aliases,
  position,
  source,
  excerpt,
  rendering = '',
  lang,
}: RawNote['evidence'][number]) {
  const who = `the evidence from \`${source}\``;
  return checkAliases(aliases, position, who, [excerpt, rendering], lang ?? EDITORS_LANGUAGE);
}

/** A spelling that stands there is found there. */
function checkAliases(
  aliases: string | undefined,
  position: Position,
  who: string,
  texts: readonly string[],
  language: string,
): Problem[] {
  const spellings = readAliases(aliases);
  const place = faultsOfAliases(spellings, texts, language).indexOf('idle');
  if (place < 0) return [];
  const message = `\`${spellings[place]}\` is no other spelling: it stands in the words of ${who}.`;
  return [problem('idle-attribute', position, message, 'Take it out: it is found as it is.')];
}

/** Notes print it as why a statement is contested. */
function checkWhy({ id, values: { why, status }, positionOf }: Mark): Problem[] {
  if (why === undefined || status === undefined || status === 'contested') return [];
  const message = `\`why\` says why a statement is contested, and \`${id}\` is given as ${status}.`;
  return [problem('idle-attribute', positionOf('why'), message, 'Say it in the note, or take it out.')];
}

function checkStatus(annotation: Annotation, mark: Mark): Problem[] {
  const missing = missingEvidence(annotation);
  if (missing === undefined) return [];
  const message = `\`${annotation.id}\` is said to be ${annotation.status}, and lacks ${missing}.`;
  return [
    problem(
      'status-without-evidence',
      mark.positionOf('status'),
      message,
      'Add the evidence to its note, or give the status that the evidence bears out.',
    ),
  ];
}

/** What happened before the text is no development since. */
function checkSince(
  { date, datePosition }: RawNote['since'][number],
  written: string | undefined,
): Problem[] {
  if (written === undefined || lastDay(date) >= firstDay(written)) return [];
  return [
    problem(
      'development-before-text',
      datePosition,
      `A development of ${date} is from before the text, which was written on ${firstDay(written)} at the earliest.`,
      'Give it as evidence, or correct the date.',
    ),
  ];
}

/** What happened afterwards is no one's error. To a strict reading what has no date may have happened afterwards. */
function checkHindsight(
  { id, status, evidence }: Annotation,
  mark: Mark,
  { sources, strict }: Yardstick,
): Problem[] {
  const against = evidence.filter(({ bearing }) => bearing === 'contradicts');
  const undated = against.filter(({ source }) => strict && isUndated(sources.get(source)));
  const isKnown = against.some((piece) => !piece.later && !undated.includes(piece));
  if (status !== 'contradicted' || against.length === 0 || isKnown) return [];
  const when = undated.length > 0 ? 'without a date, or later than the text' : 'later than the text';
  const message = `\`${id}\` is said to be contradicted, and all that contradicts it is ${when}.`;
  return [
    problem(
      'only-later-evidence',
      mark.positionOf('status'),
      message,
      'Give evidence from before the text, or tell what came later as a development: <Since>.',
    ),
  ];
}

function isUndated(source: Source | undefined): boolean {
  return source !== undefined && source.issued === undefined;
}

function checkFigureInWords(
  { id, kind, values: { value, unit }, positionOf }: Mark,
  quote: string,
): Problem[] {
  const values = value === undefined ? undefined : parseValue(value);
  if (kind !== 'figure' || !values || unit === undefined || quote === '' || hasFigure(quote, values, unit))
    return [];
  const message = `\`${id}\` gives the figure as ${value} ${unit}, and the marked words are “${quote}”.`;
  return [
    problem(
      'figure-differs',
      positionOf('value'),
      message,
      'Correct value and unit, or mark the words that hold the figure.',
    ),
  ];
}

function checkFigureInEvidence(
  { id, kind, quote, value, unit, differs, evidence }: Annotation,
  mark: Mark,
): Problem[] {
  const values = value === undefined ? undefined : parseValue(value);
  if (kind !== 'figure' || !values || differs !== undefined || evidence.length === 0) return [];
  // A figure that its own words contradict is told as that.
  if (unit !== undefined && !hasFigure(quote, values, unit)) return [];
  if (evidence.some(({ excerpt, rendering = '' }) => hasFigure(`${excerpt}\n${rendering}`, values)))
    return [];
  const message = `None of the excerpts of \`${id}\` has the figure ${value}.`;
  return [
    problem(
      'figure-not-in-evidence',
      mark.positionOf('value'),
      message,
      'Quote the words that have it, or say why not: differs="…".',
    ),
  ];
}

function checkQuotation({ id, kind, quote, wording, evidence }: Annotation, mark: Mark): Problem[] {
  if (kind !== 'quotation' || wording !== undefined) return [];
  return quotedWords(quote)
    .filter((words) => !evidence.some(({ excerpt }) => isQuotedFrom(words, excerpt)))
    .map((words) =>
      problem(
        'quotation-differs',
        mark.positionOf('wording'),
        `“${words}” stands in none of the excerpts of \`${id}\`.`,
        'Quote the source’s own words as evidence, or declare it: wording="unseen", or wording="how it differs".',
      ),
    );
}
