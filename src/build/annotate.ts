import { readFileSync } from 'node:fs';
import { faultOfId } from '../core/anchor.ts';
import { type Choice, choose, unknownAnchor } from '../core/authoring/choice.ts';
import {
  complete,
  type Completed,
  type Lack,
  makeMark,
  type MarkOrder,
} from '../core/authoring/mark-order.ts';
import { findSpots, nearestSpot, type Spot } from '../core/authoring/spot.ts';
import { canonical } from '../core/canonical.ts';
import { takenIds, wordsOfFootnotes } from '../core/import/import.ts';
import { refuse } from '../core/import/incoming.ts';
import { markUp, type Wanted } from '../core/import/mark-up.ts';
import type { Ledger } from '../core/ledger.ts';
import { parseLedger } from '../core/ledger-file.ts';
import type { Problem } from '../core/problem.ts';
import { inQuotes } from '../core/quotation-marks.ts';
import { type Reading, readReading, type ReadingFiles } from '../core/reading.ts';
import type { Source } from '../core/source.ts';
import { readFiles } from './content.ts';
import { isFatal, plural, report } from './report.ts';
import type { Prompt } from './terminal.ts';
import { writeWhole } from './write.ts';

/** What an editor wants marked, and how. */
export interface Annotating {
  words: string;
  choice: Choice;
  order: MarkOrder;
}

/** What is told beside that. */
export interface Surroundings {
  sources: ReadonlyMap<string, Source>;
  /** `YYYY-MM-DD` */
  today: string;
  /** Write nothing. */
  isTrial: boolean;
  /** Asks the editor; none where nobody can be asked. */
  prompt: Prompt | undefined;
}

/** A mark and a note that are in the file now. */
export interface Annotated {
  file: string;
  id: string;
  quote: string;
  /** The passage in which the words begin. */
  anchor: string;
  /** Whether the words stand in the text as they were given. */
  isLiteral: boolean;
  /** Of a figure: what was not given, and was taken from the words. */
  fromWords: { value?: string; unit?: string };
  mark: { line: number; column: number };
  note: { line: number };
  /** What is to be seen to, and is no error. */
  warnings: Problem[];
}

/** Why nothing was written. */
export interface NotAnnotated {
  /** In full sentences. */
  why: string;
  /** Where the words stand, where they stand in several places. */
  spots?: Spot[];
  /** What would be wrong with the reading. */
  problems?: Problem[];
}

/** A reading as it is before. */
interface Before {
  files: ReadingFiles;
  reading: Reading;
  ledger: Ledger | undefined;
  problems: Problem[];
}

/**
 * Puts one mark and its note into a reading's file. Every other byte of it stays, and nothing is written that would
 * make an error of what was none.
 *
 * @param folder a reading's slug and folder
 * @param annotating the words, and what is said of them
 * @param around what else is known
 * @throws where the reading cannot be read, or its file is not UTF-8 or has been changed meanwhile
 */
export async function annotate(
  folder: { slug: string; folder: string },
  { words, choice, order: wanted }: Annotating,
  around: Surroundings,
): Promise<Annotated | NotAnnotated> {
  const before = read(folder, around);
  const { spots, isLiteral } = findSpots(words, before.reading);
  if (spots.length === 0) return notFound(words, before);
  const spot = await pick(spots, choice, before.reading, around.prompt);
  if ('why' in spot) return spot;
  const filled = await fill(wanted, spot.quote, around.prompt);
  if ('why' in filled) return filled;
  const { order, taken } = filled;
  const mark = makeMark(order, spot, {
    taken: namesIn(before),
    today: around.today,
    language: before.reading.language,
  });
  const fault = order.id === undefined ? undefined : faultIn(order.id, before);
  if (fault !== undefined) return { why: fault };
  const marked = markUp(before.files.mdx, [mark]);
  const [refused] = marked.refused;
  if (refused)
    return { why: `The mark \`${mark.id}\` cannot be put there. ${refuse(mark.id, refused.fault).detail}` };
  const judged = judge(marked.mdx, before, around);
  if (isFatal(judged.problems)) return { why: WOULD_BE_WRONG, problems: judged.problems };
  if (!around.isTrial) write(before.files, marked.mdx);
  const fromWords = Object.fromEntries(taken.map((name) => [name, order.attributes[name]!]));
  return { ...tellPlace(mark, spot, before.files.path, judged, marked.mdx), isLiteral, fromWords };
}

const WOULD_BE_WRONG = 'The reading would have errors that it does not have now:';

function read(folder: { slug: string; folder: string }, { sources, today }: Surroundings): Before {
  const files = readFiles(folder);
  const { reading, problems } = readReading(files, sources, today);
  if (!reading)
    throw new Error(`${report(problems)}\n\nNothing can be put into a reading that cannot be read.`);
  const ledger = files.ledger && parseLedger(files.ledger).ledger;
  return { files, reading, ledger, problems };
}

function notFound(words: string, { reading, files }: Before): NotAnnotated {
  if (canonical(words) === '') return { why: 'No words were given.' };
  const told = inQuotes(canonical(words));
  if (wordsOfFootnotes(files.mdx).some((note) => note.includes(canonical(words))))
    return { why: `${told} stands in a footnote or a note, and only the text itself can be marked.` };
  const near = nearestSpot(words, reading);
  return {
    why: `${told} does not stand in the text. ${
      near ? `Nearest comes ${inQuotes(near.quote)}, in \`${near.anchor}\`.` : 'Nothing in it comes near.'
    }`,
  };
}

async function pick(
  spots: readonly Spot[],
  choice: Choice,
  { blocks }: Reading,
  prompt: Prompt | undefined,
): Promise<Spot | NotAnnotated> {
  const unknown = choice.at === undefined ? undefined : unknownAnchor(choice.at, blocks);
  if (unknown !== undefined) return { why: unknown, spots: [...spots] };
  const chosen = choose(spots, choice);
  const [only, ...others] = chosen;
  if (only && others.length === 0) return only;
  if (!only) return { why: notThere(choice), spots: [...spots] };
  if (!prompt) return { why: several(chosen), spots: chosen };
  const answer = await prompt(`${several(chosen)}\n${listSpots(chosen)}\nWhich one? `);
  return chosen[Number(answer) - 1] ?? { why: `There is no place \`${answer}\`.`, spots: chosen };
}

function notThere({ at, occurrence }: Choice): string {
  const where = at === undefined ? 'in the text' : `in \`${at}\``;
  return occurrence === undefined
    ? `The words do not stand ${where}. They stand elsewhere:`
    : `The words do not stand ${where} ${plural(occurrence, 'time')}. They stand in:`;
}

function several(spots: readonly Spot[]): string {
  return `The words stand in ${spots.length} places:`;
}

/**
 * @param spots places at which the same words stand
 * @returns a line for each: its number, its anchor, and the passage with the words set off
 */
export function listSpots(spots: readonly Spot[]): string {
  return spots.map(({ anchor, shown }, index) => `  ${index + 1}  ${anchor}  ${shown}`).join('\n');
}

/** Asks for what a mark of its kind cannot be without. */
async function fill(
  wanted: MarkOrder,
  quote: string,
  prompt: Prompt | undefined,
): Promise<Omit<Completed, 'lacks'> | NotAnnotated> {
  const { order, taken, lacks } = complete(wanted, quote);
  if (lacks.length === 0) return { order, taken };
  if (!prompt) return { why: lacks.map(tellLack).join('\n') };
  const [{ attribute, why }] = lacks as [Lack];
  const answer = await prompt(`${why}\n${attribute}: `);
  if (answer === '') return { why };
  const answered = { ...order, attributes: { ...order.attributes, [attribute]: answer } };
  const filled = await fill(answered, quote, prompt);
  return 'why' in filled ? filled : { ...filled, taken: [...taken, ...filled.taken] };
}

function tellLack({ attribute, why }: Lack): string {
  return `${why} Say it by --${attribute}.`;
}

/** Ids of withdrawn annotations are not given out again. */
function namesIn({ reading, ledger, files: { mdx } }: Before): Set<string> {
  const published = (ledger?.annotations ?? []).map(({ annotation }) => annotation);
  return new Set([...takenIds({ reading, ledger, mdx }), ...published]);
}

function faultIn(id: string, before: Before): string | undefined {
  const fault = faultOfId(id);
  if (fault !== undefined) return `The id \`${id}\` ${fault}.`;
  if (!namesIn(before).has(id)) return undefined;
  const isHere = before.reading.annotations.some((annotation) => annotation.id === id);
  return isHere
    ? `There is an annotation \`${id}\` already.`
    : `The name \`${id}\` is taken: the page has it, or had it.`;
}

/** What is wrong with a reading, and was not before. */
function judge(mdx: string, { files, problems }: Before, { sources, today }: Surroundings) {
  const after = readReading({ ...files, mdx }, sources, today);
  const isNew = (found: Problem) =>
    !problems.some(({ id, message }) => id === found.id && message === found.message);
  return { ...after, problems: after.problems.filter(isNew) };
}

/** Writes only over what was read: bytes that are no UTF-8 would be lost, and so would what was saved meanwhile. */
function write({ path: file, mdx: before }: ReadingFiles, mdx: string): void {
  if (!readFileSync(file).equals(Buffer.from(before)))
    throw new Error(
      `${file} is not in UTF-8, or was saved by another program meanwhile. Nothing was written: try again.`,
    );
  writeWhole(file, mdx);
}

function tellPlace(
  { id }: Wanted,
  { quote, anchor }: Spot,
  file: string,
  { reading, problems }: ReturnType<typeof judge>,
  mdx: string,
): Omit<Annotated, 'isLiteral' | 'fromWords'> {
  const position = reading?.annotations.find((annotation) => annotation.id === id)?.position;
  const { line, column } = position as { line: number; column: number };
  const note = mdx.split('\n').findLastIndex((each) => each.startsWith(`[^${id}]:`)) + 1;
  return { file, id, quote, anchor, mark: { line, column }, note: { line: note }, warnings: problems };
}
