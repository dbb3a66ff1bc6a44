import { canonical } from '../core/canonical.ts';
import type { Piece } from '../core/word-diff.ts';
import { textsOf } from './spots.ts';

/** A place in the page's text. */
interface Spot {
  node: Text;
  offset: number;
}

/** A letter of a passage in its canonical form, and where it is in the page. */
interface Letter {
  text: string;
  start: Spot;
  end: Spot;
}

const GRAPHEMES = new Intl.Segmenter();

/**
 * @param anchors passages
 * @param pieces of their words, joined by one space: those that are gone are not in the page
 * @returns where the new ones are
 */
export function freshIn(anchors: readonly string[], pieces: readonly Piece[]): Range[] {
  const letters = anchors.map(lettersOf).flatMap((own, index) => (index === 0 ? own : [undefined, ...own]));
  const present = pieces.filter(({ what }) => what !== 'gone');
  // What stands in the page is not what the ledger has: better nothing is marked than the wrong words.
  if (letters.map((letter) => letter?.text ?? ' ').join('') !== present.map(({ text }) => text).join(''))
    return [];
  const ranges: (Range | undefined)[] = [];
  let at = 0;
  for (const { what, text } of present) {
    const own: Letter[] = [];
    for (let length = 0; length < text.length; at += 1) {
      const letter = letters[at];
      if (letter) own.push(letter);
      length += letter?.text.length ?? 1;
    }
    if (what === 'new') ranges.push(...byGap(own));
  }
  return ranges.filter((range) => range !== undefined);
}

/** New words that go over the end of a passage may go on elsewhere: one range for each text node's run. */
function byGap(letters: readonly Letter[]): (Range | undefined)[] {
  const runs = Map.groupBy(letters, ({ start }) => start.node);
  return [...runs.values()].map(rangeOver);
}

function rangeOver(letters: readonly Letter[]): Range | undefined {
  const solid = letters.filter(({ text }) => text !== ' ');
  const [first, last] = [solid.at(0), solid.at(-1)];
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.start.node, first.start.offset);
  range.setEnd(last.end.node, last.end.offset);
  return range;
}

/** A passage's letters in canonical form: white space is one space, and none at the ends. */
function lettersOf(anchor: string): Letter[] {
  const letters: Letter[] = [];
  for (const node of textsOf([anchor])) {
    for (const { segment, index } of GRAPHEMES.segment(node.data)) {
      const isSpace = segment.trim() === '';
      if (isSpace && (letters.length === 0 || letters.at(-1)!.text === ' ')) continue;
      const [start, end] = [index, index + segment.length].map((offset) => ({ node, offset }));
      letters.push({ text: isSpace ? ' ' : canonical(segment), start: start!, end: end! });
    }
  }
  if (letters.at(-1)?.text === ' ') letters.pop();
  return letters;
}
