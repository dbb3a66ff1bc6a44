import { type RawBlock, collectText, type RawMark } from '../block.ts';
import { canonical, canonicalOffset, codePoints } from '../canonical.ts';
import { refuseCode } from '../data-only.ts';
import { cutFrontMatter } from '../front-matter.ts';
import { nameOf } from '../footnotes.ts';
import { readTree } from '../tree.ts';
import { literalOf } from '../attributes.ts';
import { extentOf, locate } from './extent.ts';
import type { Fault } from './incoming.ts';

/** A mark and its note, to be written into a reading. */
export interface Wanted {
  id: string;
  /** Its words, in code points of the canonical text. */
  start: number;
  end: number;
  /** The tags to be put around them. */
  open: string;
  close: string;
  /** The footnote definition. */
  note: string;
  /** It says why it stands on the words of another mark. */
  isBeside: boolean;
}

/** A reading with marks put in, and those that could not be. */
export interface MarkedUp {
  mdx: string;
  written: Wanted[];
  refused: { id: string; fault: Fault }[];
}

/** A mark with its place in the file. */
interface Placed extends Wanted {
  from: number;
  to: number;
}

/**
 * Puts marks and notes into a reading's file. Nothing is written anew: tags are put between letters of the text, notes
 * behind its end, and every other byte stays. What comes out is read again, and holds the same text, with each mark on
 * its words; what would change that is refused.
 *
 * @param mdx a reading's file, which can be parsed
 * @param wanted marks, in the order in which those on the same words shall stand
 */
export function markUp(mdx: string, wanted: readonly Wanted[]): MarkedUp {
  const before = survey(mdx);
  if (!before) throw new Error('A reading that cannot be parsed cannot be marked.');
  const { placed, refused } = placeAll(mdx, before, wanted);
  const all = write(mdx, placed);
  if (isAsWanted(all, before, placed)) return { mdx: all, written: placed, refused };
  // One of them cannot be written as it should be. They are tried one after the other.
  const kept: Placed[] = [];
  for (const mark of placed) {
    if (isAsWanted(write(mdx, [...kept, mark]), before, [...kept, mark])) kept.push(mark);
    else refused.push({ id: mark.id, fault: { reason: 'unwritable' } });
  }
  return { mdx: write(mdx, kept), written: kept, refused };
}

/** What is read of a file. */
interface Survey {
  blocks: RawBlock[];
  marks: RawMark[];
  /** Canonical, and where each begins in the text, in code points. */
  texts: string[];
  starts: number[];
  /** Ids of its footnotes and notes. */
  notes: string[];
  /** How much in it is refused as code. */
  faults: number;
}

function survey(mdx: string): Survey | undefined {
  const { tree } = readTree('', cutFrontMatter(mdx).body);
  if (!tree) return undefined;
  const { blocks, marks } = collectText(tree);
  const texts = blocks.map(({ text }) => canonical(text));
  let at = 0;
  const starts = texts.map((text) => {
    const start = at;
    at += codePoints(text) + 1;
    return start;
  });
  const notes = tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [nameOf(node)] : []));
  return { blocks, marks, texts, starts, notes, faults: refuseCode(tree, '').length };
}

function placeAll(mdx: string, { blocks, marks, texts, starts }: Survey, wanted: readonly Wanted[]) {
  const placed: Placed[] = [];
  const refused: MarkedUp['refused'] = [];
  const present = marks.flatMap((mark) => {
    if (mark.block === undefined) return [];
    const place = (offset: number) =>
      starts[mark.block!]! + canonicalOffset(blocks[mark.block!]!.text, offset);
    return [{ id: literalOf(mark.element, 'id') ?? '', start: place(mark.start), end: place(mark.end) }];
  });
  for (const mark of wanted) {
    const fault = clash(mark, [...present, ...placed]);
    const found = fault ?? placeOf(mark, { mdx, blocks, texts, starts });
    if ('reason' in found) refused.push({ id: mark.id, fault: found });
    else placed.push({ ...mark, ...found });
  }
  return { placed, refused };
}

/** Marks nest, or stand apart. */
function clash(
  { start, end, isBeside }: Wanted,
  others: readonly { id: string; start: number; end: number }[],
): Fault | undefined {
  const twin = others.find((other) => other.start === start && other.end === end);
  if (twin && !isBeside) return { reason: 'same-words', detail: `\`${twin.id}\`` };
  const crossed = others.find(
    (other) =>
      (other.start < start && start < other.end && other.end < end) ||
      (start < other.start && other.start < end && end < other.end),
  );
  return crossed && { reason: 'overlaps', detail: `\`${crossed.id}\`` };
}

function placeOf(
  { start, end }: Wanted,
  { mdx, blocks, texts, starts }: Pick<Survey, 'blocks' | 'texts' | 'starts'> & { mdx: string },
): { from: number; to: number } | Fault {
  const ordinal = starts.findLastIndex((place) => place <= start);
  const [block, text] = [blocks[ordinal], texts[ordinal]];
  if (!block || text === undefined || end > starts[ordinal]! + codePoints(text))
    return { reason: 'crosses-blocks' };
  const [first, last] = [start, end].map((place) => rawOffset(block.text, place - starts[ordinal]!));
  const span = locate(extentOf(block.node), first!, last!, mdx);
  if (!('obstacle' in span)) return span;
  const { obstacle, mark } = span;
  return mark === undefined
    ? { reason: 'crosses-markup', detail: `they ${obstacle}` }
    : { reason: 'overlaps', detail: `\`${mark}\`` };
}

/**
 * @param text a block's words as they came
 * @param offset a place in their canonical form, in code points
 * @returns the last place in the words that has it, in code units: behind white space that counts for nothing, and
 *   behind the accents of a letter
 */
function rawOffset(text: string, offset: number): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (canonicalOffset(text, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Writes tags and notes into a file; where several stand at one place they nest. */
function write(mdx: string, placed: readonly Placed[]): string {
  const order = new Map(placed.map((mark, index) => [mark, index]));
  const byPlace = (a: Placed, b: Placed) =>
    a.start - b.start || b.end - a.end || order.get(a)! - order.get(b)!;
  const outerFirst = [...placed].sort(byPlace);
  const tags = [
    // What ends at a place ends before anything begins there, the inner first.
    ...outerFirst.toReversed().map(({ to, close }) => ({ at: to, tag: close, isOpening: 0 })),
    ...outerFirst.map(({ from, open }) => ({ at: from, tag: open, isOpening: 1 })),
  ].sort((a, b) => a.at - b.at || a.isOpening - b.isOpening);
  let [out, from] = ['', 0];
  for (const { at, tag } of tags) {
    out += mdx.slice(from, at) + tag;
    from = at;
  }
  const line = mdx.includes('\r\n') ? '\r\n' : '\n';
  const end = mdx.endsWith('\n') ? '' : line;
  const notes = outerFirst.map(({ note }) => `${line}${note.replaceAll('\n', line)}${line}`);
  return out + mdx.slice(from) + (notes.length > 0 ? end : '') + notes.join('');
}

/** The text is the same, to the letter, nothing in the file can run that could not before, and each mark is on its words. */
function isAsWanted(mdx: string, before: Survey, placed: readonly Placed[]): boolean {
  const after = survey(mdx);
  return (
    after?.blocks.length === before.blocks.length &&
    after.faults === before.faults &&
    after.blocks.every(({ text, kind }, index) => isBlock(before.blocks[index], kind, text)) &&
    after.notes.length === before.notes.length + placed.length &&
    placed.every((mark) => holds(after, mark))
  );
}

function isBlock(block: RawBlock | undefined, kind: RawBlock['kind'], text: string): boolean {
  return block?.kind === kind && block.text === text;
}

function holds(after: Survey, { id, start, end }: Placed): boolean {
  const mark = after.marks.find(({ element }) => literalOf(element, 'id') === id);
  if (mark?.block === undefined || !after.notes.includes(id)) return false;
  const words = after.blocks[mark.block]!.text;
  const place = (offset: number) => after.starts[mark.block!]! + canonicalOffset(words, offset);
  return place(mark.start) === start && place(mark.end) === end;
}
