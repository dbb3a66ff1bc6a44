import { codePoints } from './canonical.ts';
import type { Findable, FindableNote, FindablePassage } from './findable.ts';
import { placeOf, sentenceLabel } from './locator.ts';
import { mapText, type TextMap } from './map.ts';
import type { Block } from './passage.ts';
import type { Reading } from './reading.ts';
import type { Pack, ShownNote, ShownPassage } from './search-pack.ts';

/** A reading of so many passages and notes is one pack; a longer one is cut into smaller ones. */
const WHOLE = 200;
const PART = 40;

/**
 * @param found all that can be found in one index, in order
 * @returns its passages and notes as they are shown, none of two readings in one pack
 */
export function packsOf(found: readonly Findable[]): Pack[] {
  const shown = found.filter((each) => each.in !== 'evidence');
  const packs = [...Map.groupBy(shown, ({ reading }) => reading)].flatMap(([reading, own]) =>
    packsOfReading(reading, own),
  );
  const starts = packs.map(({ records }) => records[0]!.ordinal);
  return packs.map((pack, place) =>
    place === 0 ? { directory: { starts, records: found.length }, ...pack } : pack,
  );
}

function packsOfReading(reading: Reading, found: readonly (FindablePassage | FindableNote)[]): Pack[] {
  const { slug, title, language, direction } = reading;
  const { segments } = mapText(reading);
  const size = found.length > WHOLE ? PART : WHOLE;
  const records = found.map((each) =>
    each.in === 'passage' ? ofPassage(each, segments) : ofNote(each, segments),
  );
  return Array.from({ length: Math.ceil(records.length / size) }, (_, part) => ({
    reading: { slug, title, language, direction },
    segments: segments.map(({ x, width }): [number, number] => [x, width]),
    records: records.slice(part * size, (part + 1) * size),
  }));
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
