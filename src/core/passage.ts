import type { Position as Place } from 'unist';
import { visit } from 'unist-util-visit';
import { positionOf } from './attributes.ts';
import type { BlockKind, RawBlock } from './block.ts';
import { canonical, canonicalDistance, codePoints } from './canonical.ts';
import { hash } from './hash.ts';
import type { Unanchored } from './ledger.ts';
import { type Position, problem, type Problem } from './problem.ts';
import { splitSentences } from './sentence.ts';
import { type Difference, type Extent, layOver } from './verbatim.ts';

/** A sentence of a block. */
export interface Sentence {
  anchor: string;
  /** The original's own characters, with the white space that follows. */
  slice: string;
  /** Canonical text, where it begins in `text.txt` in code points, and SHA-256. */
  text: string;
  start: number;
  hash: string;
}

/** A heading, paragraph, by-line, table row or block of code. */
export interface Block {
  kind: BlockKind;
  anchor: string;
  /** Rank of a heading. */
  depth?: number;
  /** The original's own characters, and those between this block and the next. */
  slice: string;
  separator: string;
  text: string;
  start: number;
  hash: string;
  sentences: Sentence[];
}

/** A text cut into passages, from which it can be rebuilt: what stands before the first, and the blocks. */
export interface Passages {
  preamble: string;
  blocks: Block[];
}

/** Characters of context on either side when a difference is shown. */
const CONTEXT = 24;

/**
 * Cuts a text into passages. Slices are the original's own; where there is no original, or it differs, they are
 * taken from the MDX, so that everything else can still be checked.
 *
 * @param raw the blocks found in the MDX
 * @param files the MDX's path, the original with its path if there is one
 * @param language BCP 47 tag, for the ends of sentences
 * @param firstNote the line in which the first note begins, if there is one: what follows it may be meant for a note
 * @returns passages still without anchors, and the first difference from the original
 */
export function cutPassages(
  raw: readonly RawBlock[],
  files: { path: string; original?: { path: string; text: string } | undefined },
  language: string,
  firstNote = Infinity,
): { passages: Passages; problems: Problem[] } {
  const texts = raw.map(({ text }) => text);
  const layout = files.original && layOver(texts, files.original.text);
  const record = layout?.extents ? files.original!.text : texts.join('\n\n');
  const extents = layout?.extents ?? layOver(texts, record).extents ?? [];
  const problems = layout
    ? layout.difference
      ? [describe(layout.difference, raw, files, firstNote)]
      : []
    : [noOriginal(files.path)];

  let start = 0;
  const blocks = raw.map((block, index): Block => {
    const extent = extents[index]!;
    const slice = record.slice(extent.start, extent.end);
    const made: Block = {
      kind: block.kind,
      anchor: '',
      ...(block.depth !== undefined && { depth: block.depth }),
      slice,
      separator: record.slice(extent.end, extents[index + 1]?.start ?? record.length),
      text: canonical(slice),
      start,
      hash: hash(slice),
      sentences: cutSentences(block, extent, record, start, language),
    };
    start += codePoints(made.text) + 1;
    return made;
  });
  return { passages: { preamble: record.slice(0, extents[0]?.start ?? 0), blocks }, problems };
}

/**
 * @param passages a text's passages
 * @returns the text as it was received
 */
export function rebuild({ preamble, blocks }: Passages): string {
  return preamble + blocks.map(({ slice, separator }) => slice + separator).join('');
}

/**
 * @param blocks a text's blocks
 * @returns all its passages in order, a block before its sentences, as a ledger lists them
 */
export function listPassages(blocks: readonly Block[]): Unanchored[] {
  return blocks.flatMap(({ anchor, kind, hash: digest, text, sentences }) => [
    { anchor, kind, hash: digest, ...(sentences.length === 0 && { text }) },
    ...sentences.map((sentence) => ({
      anchor: sentence.anchor,
      kind: 'sentence' as const,
      hash: sentence.hash,
      text: sentence.text,
    })),
  ]);
}

function cutSentences(
  block: RawBlock,
  extent: Extent,
  record: string,
  start: number,
  language: string,
): Sentence[] {
  if (block.kind !== 'paragraph' && block.kind !== 'byline') return [];
  const slice = record.slice(extent.start, extent.end);
  let offset = 0;
  // The last sentence's beginning: measured from there, long paragraphs take no longer than many short ones.
  let last = { raw: 0, canonical: start };
  return splitSentences(block.text, language).map((sentence) => {
    const [from, to] = [offset, (offset += sentence.length)].map((place) => extent.at[place]! - extent.start);
    const own = slice.slice(from, to);
    const raw = from! + own.length - own.trimStart().length;
    last = { raw, canonical: last.canonical + canonicalDistance(slice.slice(last.raw, raw)) };
    return {
      anchor: '',
      slice: own,
      text: canonical(own),
      start: last.canonical,
      hash: hash(own),
    };
  });
}

function noOriginal(path: string): Problem {
  return problem(
    'missing-original',
    { path },
    'There is no original.txt beside this file.',
    'Put the text there as it was received; index.mdx is checked against it to the letter.',
  );
}

function describe(
  { block: ordinal, offset, original: place }: Difference,
  raw: readonly RawBlock[],
  files: { path: string; original?: { text: string } | undefined },
  firstNote: number,
): Problem {
  const original = files.original!.text;
  const block = raw[ordinal];
  const line = original.slice(0, place).split('\n').length;
  const column = place - original.lastIndexOf('\n', place - 1);
  return problem(
    'text-differs',
    block ? positionWithin(block, offset, files.path) : { path: files.path },
    `The text differs from original.txt at ${line}:${column}. Here: ${context(block?.text ?? '', offset)}. There: ${context(original, place)}.`,
    (block?.node.position?.start.line ?? 0) > firstNote
      ? 'It stands behind a note: indent it by four spaces if it belongs to that, else put it before the notes.'
      : 'A text of record is reproduced to the letter, slips included: correct index.mdx, and say what there is to say about a slip in a <Remark>.',
  );
}

/** The words around a place, which is shown as `▸`. */
function context(text: string, place: number): string {
  if (place >= text.length) return 'the end of the text';
  const before = text.slice(0, place).split('\n').at(-1)!;
  const after = text.slice(place).split(/\r?\n/)[0]!;
  const cut = [before.length > CONTEXT ? '…' : '', after.length > CONTEXT ? '…' : ''];
  return `“${cut[0]}${before.slice(-CONTEXT)}▸${after.slice(0, CONTEXT)}${cut[1]}”`;
}

/** The place in the file at which a block's text has an offset. */
function positionWithin(block: RawBlock, offset: number, path: string): Position {
  let seen = 0;
  let position = positionOf(path, block.node.position);
  visit(block.node, (node) => {
    if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'code') return;
    if (node.position && seen <= offset)
      position = advance(node.position, node.value.slice(0, offset - seen), path);
    seen += node.value.length;
  });
  return position;
}

function advance({ start }: Place, words: string, path: string): Position {
  const lines = words.split('\n');
  const last = lines.at(-1)!.length;
  return {
    path,
    line: start.line + lines.length - 1,
    column: lines.length > 1 ? last + 1 : start.column + last,
  };
}
