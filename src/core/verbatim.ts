/** Where a text of record and its reproduction part. */
export interface Difference {
  /** Ordinal of the block in which they part; the number of blocks when the original goes on after the last. */
  block: number;
  /** Place in that block's text, in UTF-16 code units. */
  offset: number;
  /** Place in the original, in UTF-16 code units. */
  original: number;
}

/** A block's stretch of the original: from `start` to `end`, and for each place in the block its place there. */
export interface Extent {
  start: number;
  end: number;
  /** `at[i]` is where the block's i-th code unit stands in the original; white space at its ends has the extent's. */
  at: number[];
}

/**
 * Lays blocks over the original they reproduce. Blank lines between blocks are the original's own affair, and so is
 * white space at the ends of a block; a line break in a paragraph may be indented in one of the two, and may be one
 * space in the block, where the lines of a hard-wrapped paragraph were joined. Everything else must agree to the
 * letter. Lines end in a line feed, a carriage return or both.
 *
 * @param blocks the texts of the blocks, in order; each has more than white space
 * @param original the text of record as received
 * @returns each block's extent, or the first difference
 */
export function layOver(
  blocks: readonly string[],
  original: string,
): { extents: Extent[]; difference?: never } | { extents?: never; difference: Difference } {
  const extents: Extent[] = [];
  let place = skipWhiteSpace(original, original.startsWith('\uFEFF') ? 1 : 0);
  for (const [block, text] of blocks.entries()) {
    const start = place;
    const words = text.trimEnd();
    let offset = text.length - text.trimStart().length;
    const at = Array<number>(offset).fill(start);
    while (offset < words.length) {
      const here = runOfWhiteSpace(text, offset);
      const there = runOfWhiteSpace(original, place);
      if (here !== '' && sameWhiteSpace(here, there)) {
        for (let i = 0; i < here.length; i += 1) at[offset + i] = place + Math.min(i, there.length - 1);
        offset += here.length;
        place += there.length;
      } else if (text[offset] === original[place]) {
        at[offset] = place;
        offset += 1;
        place += 1;
      } else {
        return { difference: { block, offset, original: place } };
      }
    }
    at.push(...Array<number>(text.length - words.length + 1).fill(place));
    extents.push({ start, end: place, at });
    const next = skipWhiteSpace(original, place);
    const goesOn = next < original.length && !/[\r\n]/.test(original.slice(place, next));
    if (goesOn) return { difference: { block, offset, original: place } };
    place = next;
  }
  if (place < original.length) return { difference: { block: blocks.length, offset: 0, original: place } };
  return { extents };
}

/** The end of one line and no more, with what white space stands around it. */
const LINE_BREAK = /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/;

/**
 * White space agrees when it is the same; when both break the line: Markdown strips a line's indentation; and when one
 * space stands for the end of one line.
 */
function sameWhiteSpace(here: string, there: string): boolean {
  return here === there || ((here === ' ' || here.includes('\n')) && LINE_BREAK.test(there));
}

function runOfWhiteSpace(text: string, from: number): string {
  let end = from;
  while (end < text.length && /\s/u.test(text[end]!)) end += 1;
  return text.slice(from, end);
}

function skipWhiteSpace(text: string, from: number): number {
  return from + runOfWhiteSpace(text, from).length;
}
