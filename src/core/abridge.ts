import { toHtml } from 'hast-util-to-html';
import type { Annotation, Bearing, Evidence, NoteParagraph, Since, Status } from './annotation.ts';
import type { Correction } from './correction.ts';
import { EDITORS_LANGUAGE } from './language.ts';
import { splitSentences } from './sentence.ts';
import { capitalized, inEnglish, ofMany } from './tally.ts';

/** Of a note, what stands open at once or waits; each in the note's own order. */
export interface Part {
  body: NoteParagraph[];
  since: Since[];
  evidence: Evidence[];
}

/**
 * How many characters an open note says at once: about 340 CSS pixels of the margin. What bears on the answer may go
 * beyond: what followed, and further the excerpts that decide, to about 560.
 */
const ROOM = 500;
const FOLLOWED_ROOM = 780;
const DECISIVE_ROOM = 870;

/** Within so many code points of the text's beginning a note has no room above it to grow into: it says less. */
const BEGINNING = 900;
const BEGINNING_ROOM = 430;

/** What a piece takes besides its words: the rest of its last line, the space before it; a line on its source. */
const PIECE = 34;
const SOURCE = 80;

/** Which bearings decide a status, and so what stands open: one piece of each row. */
const DECISIVE: Partial<Record<Status, readonly (readonly Bearing[])[]>> = {
  supported: [['supports']],
  qualified: [['qualifies', 'supports']],
  contested: [['contradicts'], ['supports', 'qualifies']],
  contradicted: [['contradicts']],
};

/**
 * Divides a note, so that it opens beside the text without pushing all else away. Finding, replies and corrections
 * stand open whatever their length. Then comes what bears on the answer: the decisive excerpt, of a contested statement
 * one from each side; how the body begins; what followed. Then as much more as there is room for. Neither a sentence
 * nor an excerpt is ever cut: one too long for any margin waits.
 *
 * @param annotation a note
 * @param corrections of it
 */
export function abridge(
  annotation: Pick<Annotation, 'start' | 'status' | 'finding' | 'body' | 'since' | 'replies' | 'evidence'>,
  corrections: readonly Pick<Correction, 'was' | 'is' | 'why'>[] = [],
): { open: Part; rest: Part } {
  const { start, status, body, since, evidence } = annotation;
  const isAtBeginning = start < BEGINNING;
  const sentences = body.flatMap(sentencesOf);
  const margin = new Margin(lengthOfWhatNeverWaits(annotation, corrections));
  const [room, followedRoom, decisiveRoom] = isAtBeginning
    ? [BEGINNING_ROOM, BEGINNING_ROOM, BEGINNING_ROOM]
    : [ROOM, FOLLOWED_ROOM, DECISIVE_ROOM];
  const fits = (piece: Evidence) => margin.take(piece, lengthOf(piece), decisiveRoom);

  for (const bearings of DECISIVE[status ?? 'opinion'] ?? [])
    evidence.filter(({ bearing }) => bearings.includes(bearing)).some(fits);
  if (!evidence.some((piece) => margin.has(piece)))
    evidence.some((piece) => margin.take(piece, lengthOf(piece), DECISIVE_ROOM));
  sentences.slice(0, 1).every((first) => margin.take(first, first.text.length + PIECE, room));
  since.every((each) => margin.take(each, each.text.length + 2 * PIECE + SOURCE, followedRoom));
  sentences.every((sentence) => margin.take(sentence, sentence.text.length, room));
  evidence.every((piece) => margin.take(piece, lengthOf(piece), room));

  const part = (isIn: (piece: object) => boolean): Part => ({
    body: paragraphsOf(sentences.filter(isIn)),
    since: since.filter(isIn),
    evidence: evidence.filter(isIn),
  });
  return { open: part((piece) => margin.has(piece)), rest: part((piece) => !margin.has(piece)) };
}

/** The room beside the text, and what has been given a place in it. */
class Margin {
  readonly #pieces = new Set<object>();
  #taken: number;

  constructor(taken: number) {
    this.#taken = taken;
  }

  has(piece: object): boolean {
    return this.#pieces.has(piece);
  }

  /** @returns whether a piece has a place, now or before */
  take(piece: object, length: number, room: number): boolean {
    if (this.has(piece)) return true;
    if (this.#taken + length > room) return false;
    this.#taken += length;
    this.#pieces.add(piece);
    return true;
  }
}

function lengthOfWhatNeverWaits(
  { finding, replies }: Pick<Annotation, 'finding' | 'replies'>,
  corrections: readonly Pick<Correction, 'was' | 'is' | 'why'>[],
): number {
  const said = [
    finding,
    ...replies.map(({ from, text }) => from + text),
    ...corrections.map(({ was, is, why }) => was + is + why),
  ];
  return said.reduce((sum, words) => sum + words.length + PIECE, 0);
}

function lengthOf({ excerpt, rendering = '' }: Evidence): number {
  return excerpt.length + rendering.length + PIECE + SOURCE;
}

/** A sentence of the body, and in which of its paragraphs it stands. */
interface Sentence extends NoteParagraph {
  paragraph: NoteParagraph;
}

/** A paragraph with a link, emphasis or a list in it is taken as one sentence. */
function sentencesOf(paragraph: NoteParagraph): Sentence[] {
  const { text, html } = paragraph;
  if (/<(?!\/?p>)/.test(html)) return [{ text, html, paragraph }];
  return splitSentences(text, EDITORS_LANGUAGE).map((words) => ({
    text: words,
    html: toHtml({ type: 'text', value: words.trimEnd() }),
    paragraph,
  }));
}

/** Joins sentences of one paragraph again. */
function paragraphsOf(sentences: readonly Sentence[]): NoteParagraph[] {
  const paragraphs = [...new Set(sentences.map(({ paragraph }) => paragraph))];
  return paragraphs.map((paragraph) => {
    const own = sentences.filter((sentence) => sentence.paragraph === paragraph);
    const isWhole = own.length === sentencesOf(paragraph).length;
    return isWhole
      ? paragraph
      : {
          text: own
            .map(({ text }) => text)
            .join('')
            .trimEnd(),
          html: `<p>${own.map(({ html }) => html).join(' ')}</p>`,
        };
  });
}

const LIST = new Intl.ListFormat('en-GB');

/**
 * @param note divided
 * @param isInDispute whether it also names the other notes on one dispute
 * @returns what waits, in words: “The rest and two more excerpts”; of a note that stands open whole, but for more on
 *   its sources, that
 */
export function waitingInEnglish({ open, rest }: { open: Part; rest: Part }, isInDispute: boolean): string {
  const { length } = rest.evidence;
  const more = open.evidence.length > 0 ? 'more ' : '';
  const words = [
    ...(rest.body.length > 0 ? ['the rest'] : []),
    ...(rest.since.length > 0 ? ['what followed'] : []),
    ...(length > 0 ? [`${inEnglish(length)} ${more}${ofMany(length, 'excerpt')}`] : []),
    ...(isInDispute ? ['notes on the same dispute'] : []),
  ];
  return capitalized(LIST.format(words)) || 'More on its sources';
}
