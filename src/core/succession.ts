import { hashOfFile } from './hash.ts';
import { type Heir, inherit, type Inheritance, type Targets } from './inheritance.ts';
import { type Edition, isPresent, type Ledger, type Row, type State, statesOf } from './ledger.ts';
import { LEDGER_FORMAT } from './ledger-file.ts';
import { giveNames } from './new-anchors.ts';
import type { Block } from './passage.ts';
import { type Line, nameOf, type Shelf } from './shelf.ts';

/**
 * The ledger of a text's next edition. Every anchor it ever had is in it: kept, with its earlier words where they are
 * others, as what became of it where it is gone, or new.
 *
 * @param ledger the ledger of the last edition
 * @param blocks the new text; its anchors are not looked at
 * @param targets where the words of each anchor are now
 * @param texts the words of the last edition's blocks, by anchor: a ledger has those of paragraphs in their sentences
 * @param edition day, author and reason of the new edition
 * @param taken names that no new heading may have: ids of the reading's annotations
 * @returns the ledger; its annotations are the old one's
 */
export function succeed(
  ledger: Ledger,
  blocks: readonly Block[],
  targets: Targets,
  texts: ReadonlyMap<string, string>,
  edition: Omit<Edition, 'edition' | 'text'>,
  taken: readonly string[] = [],
): Ledger {
  const number = ledger.editions.length + 1;
  const shelves = arrange(ledger, blocks, inherit(ledger, blocks, targets));
  giveNames(shelves, ledger, taken);
  const lines = shelves.flatMap(({ block, sentences }) => [block, ...sentences]);
  const anchors = lines.map((line) => writeRow(line, number, texts, () => nearestTo(line, shelves)));
  const text = hashOfFile(blocks.map((block) => block.text).join('\n'));
  return {
    format: LEDGER_FORMAT,
    editions: [...ledger.editions, { edition: number, ...edition, text }],
    anchors,
    annotations: ledger.annotations,
  };
}

/** Sets up the lines of the new ledger: the new text's in its order, and what is gone where it stood. */
function arrange(ledger: Ledger, blocks: readonly Block[], inheritance: Inheritance): Shelf[] {
  const rows = new Map(ledger.anchors.map((row) => [row.anchor, row]));
  const lines = new Map<string, Line>();
  const place = (heir: Heir, kind: Row['kind'], { hash, text }: { hash: string; text?: string }): Line => {
    const old = heir.anchor === undefined ? undefined : rows.get(heir.anchor)!;
    const line: Line = {
      ...(old && { old }),
      now: { kind, hash, ...(text !== undefined && { text }), heir },
    };
    if (old) lines.set(old.anchor, line);
    return line;
  };
  const shelves = blocks.map((block, index): Shelf => {
    const { kind, hash, text, sentences } = block;
    const own = sentences.length === 0 ? { hash, text } : { hash };
    return {
      block: place(inheritance.blocks[index]!, kind, own),
      sentences: sentences.map((sentence, at) =>
        place(inheritance.sentences[index]![at]!, 'sentence', sentence),
      ),
    };
  });
  // As it is without the lines of what is gone, which come between: `merged` counts the new text's sentences.
  const present = shelves.map(({ block, sentences }) => ({ block, sentences: [...sentences] }));
  shelveGone(ledger, shelves, lines);
  for (const [name, { block, sentence }] of inheritance.merged) {
    const line = lines.get(name)!;
    const shelf = present[block]!;
    if (!line.now) line.into = sentence === undefined ? shelf.block : shelf.sentences[sentence]!;
  }
  return shelves;
}

/** Puts the lines of what is gone after what stood before them, as far as that has stayed. */
function shelveGone(ledger: Ledger, shelves: Shelf[], lines: Map<string, Line>) {
  const byBlock = new Map(shelves.map((shelf) => [shelf.block, shelf]));
  const addGone = (old: Row) => {
    const line: Line = { old };
    lines.set(old.anchor, line);
    return line;
  };
  let after: Shelf | undefined;
  for (const { block, sentences } of oldShelves(ledger)) {
    let line = lines.get(block.anchor);
    if (!line) {
      line = addGone(block);
      const shelf = { block: line, sentences: [] };
      const blocks = shelves.map((each) => each.block);
      const at = after ? afterParts(blocks, shelves.indexOf(after), after.block.old?.anchor) : 0;
      shelves.splice(at, 0, shelf);
      byBlock.set(line, shelf);
    }
    const shelf = byBlock.get(line)!;
    if (hasStayed(line)) after = shelf;
    shelveSentences(sentences, shelf, lines, addGone);
  }
}

function shelveSentences(
  rows: readonly Row[],
  shelf: Shelf,
  lines: Map<string, Line>,
  addGone: (old: Row) => Line,
) {
  const placeOf = (row: Row) => {
    const line = lines.get(row.anchor);
    return line && hasStayed(line) ? shelf.sentences.indexOf(line) : -1;
  };
  let at = 0;
  for (const row of rows) {
    const place = placeOf(row);
    if (place >= 0) at = afterParts(shelf.sentences, place, row.anchor);
    else if (!lines.has(row.anchor)) shelf.sentences.splice(at++, 0, addGone(row));
  }
}

/** The place after a line and what was divided from it: a part stays with the other. */
function afterParts(lines: readonly Line[], place: number, anchor: string | undefined): number {
  let next = place + 1;
  while (anchor !== undefined && lines[next]?.now?.heir.from === anchor) next += 1;
  return next;
}

/** A line has stayed unless it was moved. */
function hasStayed({ now }: Line): boolean {
  return !now?.heir.moved;
}

function oldShelves({ anchors }: Ledger): { block: Row; sentences: Row[] }[] {
  const shelves: { block: Row; sentences: Row[] }[] = [];
  for (const row of anchors) {
    if (row.kind === 'sentence' && shelves.length > 0) shelves.at(-1)!.sentences.push(row);
    else shelves.push({ block: row, sentences: [] });
  }
  return shelves;
}

/** The name of the nearest line that is in the text: before this one in its paragraph, after it, or in the next. */
function nearestTo(line: Line, shelves: readonly Shelf[]): string | undefined {
  const index = shelves.findIndex(({ block, sentences }) => block === line || sentences.includes(line));
  const own = shelves[index]!;
  const isInText = ({ now }: Line) => now !== undefined;
  const at = own.sentences.indexOf(line);
  const beside = [...own.sentences.slice(0, Math.max(at, 0)).reverse(), ...own.sentences.slice(at + 1)];
  const blocks = [...shelves.slice(0, index).reverse(), ...shelves.slice(index + 1)].map(
    ({ block }) => block,
  );
  const isParagraph = ({ now }: Line) => now?.kind !== 'heading';
  const near =
    (at < 0 ? undefined : (beside.find(isInText) ?? [own.block].find(isInText))) ??
    blocks.filter(isParagraph).find(isInText) ??
    blocks.find(isInText);
  return near && nameOf(near);
}

function writeRow(
  line: Line,
  edition: number,
  texts: ReadonlyMap<string, string>,
  nearest: () => string | undefined,
): Row {
  const { old, now, into } = line;
  if (!now) return isPresent(old!) ? goneRow(old, edition, texts, into, nearest) : old!;
  const { kind, hash, text, heir } = now;
  const words = { hash, ...(text !== undefined && { text }) };
  if (!old) {
    const from = heir.from === undefined ? {} : { from: heir.from };
    return { anchor: nameOf(line), kind, edition, ...words, ...from };
  }
  const moves = heir.moved ? [...(old.moves ?? []), { edition, ...heir.moved }] : old.moves;
  const hasStayed = old.hash === hash && old.kind === kind;
  return {
    anchor: old.anchor,
    kind,
    ...(hasStayed ? { edition: old.edition, ...words } : { edition, ...words }),
    ...(old.from !== undefined && { from: old.from }),
    ...(moves && { moves }),
    ...(hasStayed ? old.was && { was: old.was } : { was: earlierStates(old, texts) }),
  };
}

function goneRow(
  old: Row,
  edition: number,
  texts: ReadonlyMap<string, string>,
  into: Line | undefined,
  nearest: () => string | undefined,
): Row {
  const near = into ? undefined : nearest();
  return {
    anchor: old.anchor,
    kind: old.kind,
    edition,
    ...(into
      ? { gone: 'merged', into: nameOf(into) }
      : { gone: 'removed', ...(near !== undefined && { near }) }),
    ...(old.from !== undefined && { from: old.from }),
    ...(old.moves && { moves: old.moves }),
    was: earlierStates(old, texts),
  };
}

/** All states of a line so far; that of a paragraph gets its words, which stand in its sentences no more. */
function earlierStates(old: Row, texts: ReadonlyMap<string, string>): State[] {
  const states = statesOf(old);
  const last = states.at(-1)!;
  const text = last.text ?? texts.get(old.anchor);
  if (last.hash === undefined || text === undefined) return states;
  const { edition, hash } = last;
  return [...states.slice(0, -1), { edition, hash, text }];
}
