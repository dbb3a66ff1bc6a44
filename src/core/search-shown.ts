import { codePoints } from './canonical.ts';
import type { Findable, FindableNote, FindablePassage } from './findable.ts';
import { placeOf, sentenceLabel } from './locator.ts';
import { mapText, type TextMap } from './map.ts';
import type { Block } from './passage.ts';
import type { Reading } from './reading.ts';
import type { Lane, Pack, PackedReading, ShownNote, ShownPassage } from './search-pack.ts';

/** An index of so many passages and notes is one pack; a larger one is cut into small ones: few of each are shown. */
const WHOLE = 200;
const PART = 12;

/**
 * @param found all that can be found in one index, in order
 * @returns its passages and notes as they are shown, the same number in each pack but the last
 */
export function packsOf(found: readonly Findable[]): Pack[] {
  const segmentsOf = perReading((reading) => mapText(reading).segments);
  const shown = found.filter((each) => each.in !== 'evidence');
  const size = packSize(found);
  return Array.from({ length: Math.ceil(shown.length / size) }, (_, pack) => {
    const own = shown.slice(pack * size, (pack + 1) * size);
    return {
      readings: readingsOf(own),
      records: own.map((each) =>
        each.in === 'passage'
          ? ofPassage(each, segmentsOf(each.reading))
          : ofNote(each, segmentsOf(each.reading)),
      ),
    };
  });
}

/** @returns how many passages and notes are in each pack of an index of these but the last */
export function packSize(found: readonly Findable[]): number {
  return found.filter((each) => each.in !== 'evidence').length > WHOLE ? PART : WHOLE;
}

/** @returns a reading as a line */
export function laneOf(reading: Reading): Lane {
  return mapText(reading).segments.map(({ x, width }) => [x, width]);
}

function readingsOf(found: readonly Findable[]): PackedReading[] {
  return [...Map.groupBy(found, ({ reading }) => reading)].map(
    ([{ slug, title, language, direction }, [first]]) => ({
      from: first!.ordinal,
      slug,
      title,
      language,
      direction,
    }),
  );
}

/** Reckons once for each reading. */
function perReading<Value>(reckon: (reading: Reading) => Value): (reading: Reading) => Value {
  const known = new Map<Reading, Value>();
  return (reading) => {
    const value = known.get(reading) ?? reckon(reading);
    known.set(reading, value);
    return value;
  };
}

function ofPassage(
  { ordinal, block, sentence }: FindablePassage,
  segments: TextMap['segments'],
): ShownPassage {
  const { anchor, text, start } = sentence ?? block;
  // A heading is what is shown: its place need not say it once more.
  const place = block.kind === 'heading' ? 'Heading' : placeOf(block);
  return {
    ordinal,
    anchor,
    place: sentence ? [place, `sentence ${sentenceLabel(block, sentence)}`] : [place],
    x: placeOnLine(segments, block, start),
    text,
  };
}

function ofNote({ ordinal, reading, annotation }: FindableNote, segments: TextMap['segments']): ShownNote {
  const { id, number, quote, kind, status, finding, evidence, start } = annotation;
  const block = reading.blocks[annotation.block]!;
  return {
    ordinal,
    id,
    number,
    place: block.kind === 'heading' ? 'Heading' : placeOf(block),
    x: placeOnLine(segments, block, start),
    quote,
    kind,
    ...(status !== undefined && { status }),
    finding,
    pieces: evidence.length,
  };
}

/** @returns where a place of the text is on its line; of a heading, which is a gap there, where the next paragraph is */
function placeOnLine(segments: TextMap['segments'], block: Block, start: number): number {
  const own = segments.find((segment) => segment.block === block);
  if (own) return rounded(own.x + (own.width * (start - block.start)) / codePoints(block.text));
  return segments.find((segment) => segment.block.start > block.start)?.x ?? 100;
}

/** As finely as `mapText` tells the places of paragraphs. */
function rounded(percent: number): number {
  return Math.round(percent * 1e3) / 1e3;
}
