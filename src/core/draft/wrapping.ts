import { meetUnspaced } from '../unspaced.ts';
import { type Line, widthOfFirstWord } from './line.ts';

/** Columns to which people wrap lines: a letter’s, a terminal’s, a page’s. */
const NARROWEST = 40;
const WIDEST = 120;

/** Columns from which even a single full line shows that lines are wrapped. */
const PLAINLY_WRAPPED = 60;
/** Else it takes so many. */
const ENOUGH = 3;

/** How much of a text or a paragraph must be filled for lines to have been wrapped. */
const MOST_OF_TEXT = 0.7;
const MOST_OF_PARAGRAPH = 0.6;

/** Lines narrower than so much of the margin are a poem’s or an address’s in a wrapped text, and say nothing of it. */
const NARROW = 0.8;

/** How much of prose goes on in the next line in lower case, at the least; verse begins its lines with capitals. */
const RUNNING_ON = 1 / 3;

/** Columns by which a wrapped line may be too long: it holds one long word, or was touched by hand. */
const OVERHANG = 8;

/** Where a sentence may end, with what closes behind it. */
const ENDS_SENTENCE = /[.!?…。！？؟۔।]["'”’»«)\]]*$/u;

/**
 * @param stretches all lines of a text, in the stretches between its blank lines
 * @returns the column at which its lines are wrapped; undefined where they are as long as their words asked for
 * @see https://en.wikipedia.org/wiki/Line_wrap_and_word_wrap (the greedy rule: a line takes each word that fits)
 */
export function findMargin(stretches: readonly (readonly Line[])[]): number | undefined {
  const joints = stretches.flatMap(jointsOf);
  const margin = likeliestMargin(joints);
  const filled = joints.filter((joint) => isFilled(joint, margin));
  const isWrapped =
    filled.length >= (margin >= PLAINLY_WRAPPED ? 1 : ENOUGH) &&
    filled.length >= MOST_OF_TEXT * tellingOf(joints, margin).length &&
    filled.filter(runsOn).length >= RUNNING_ON * filled.length;
  return isWrapped ? margin : undefined;
}

/**
 * @param lines a stretch of lines
 * @param margin the column at which the text is wrapped
 * @returns whether it is a wrapped paragraph rather than lines that are short on purpose
 */
export function isProse(lines: readonly Line[], margin: number): boolean {
  const joints = jointsOf(lines);
  const filled = joints.filter((joint) => isFilled(joint, margin));
  return filled.length > 0 && filled.length >= MOST_OF_PARAGRAPH * tellingOf(joints, margin).length;
}

/**
 * @param line a line of prose, and the next
 * @param margin the column at which the text is wrapped
 * @returns whether the line ends where it does only because the margin was reached, or was near, in mid-sentence
 */
export function isWrappedAt(line: Line, next: Line, margin: number): boolean {
  const isNear = line.width >= NARROW * margin;
  return isFilled({ line, next }, margin) || (isNear && isLowerCase(next) && !endsSentence(line));
}

/** @returns whether a sentence can be over at the end of a line */
export function endsSentence({ words }: Line): boolean {
  return ENDS_SENTENCE.test(words);
}

/** @returns the width of the widest of some lines, in columns */
export function widest(lines: readonly Line[]): number {
  return lines.reduce((most, { width }) => Math.max(most, width), 0);
}

/** The end of a line that is not the last of its stretch. */
interface Joint {
  line: Line;
  next: Line;
}

function jointsOf(lines: readonly Line[]): Joint[] {
  return lines.slice(1).map((next, index) => ({ line: lines[index]!, next }));
}

/** Those that can tell whether lines are wrapped: a short line that ends a sentence may end a paragraph. */
function tellingOf(joints: readonly Joint[], margin: number): Joint[] {
  return joints.filter((joint) => {
    const isNarrow = Math.max(joint.line.width, joint.next.width) < NARROW * margin;
    return isFilled(joint, margin) || !(isNarrow || endsSentence(joint.line));
  });
}

/** The margin for which most lines are filled, and none could have taken the next word. */
function likeliestMargin(joints: readonly Joint[]): number {
  const filledAt = Array<number>(WIDEST + 1).fill(0);
  for (const { line, next } of joints) {
    const last = Math.min(WIDEST, widthWithNext(line, next) - 1);
    for (let margin = Math.max(NARROWEST, line.width); margin <= last; margin += 1) filledAt[margin]! += 1;
  }
  return filledAt.indexOf(Math.max(...filledAt.slice(NARROWEST)), NARROWEST);
}

function isFilled({ line, next }: Joint, margin: number): boolean {
  return line.width <= margin + OVERHANG && widthWithNext(line, next) > margin;
}

function widthWithNext(line: Line, next: Line): number {
  return line.width + (meetUnspaced(line.words, next.words) ? 0 : 1) + widthOfFirstWord(next);
}

/** Whether a sentence goes on in the next line, as far as its script can tell. */
function runsOn({ line, next }: Joint): boolean {
  return isLowerCase(next) || (/^\P{L}*\p{Lo}/u.test(next.words) && !endsSentence(line));
}

function isLowerCase({ words }: Line): boolean {
  return /^\p{Ll}/u.test(words);
}
