import { codePoints } from './canonical.ts';
import { heaviestChain } from './chain.ts';
import { isPresent, type Ledger, type Row, statesOf } from './ledger.ts';
import { labelsOf, paragraphNamed } from './numbering.ts';
import type { Block } from './passage.ts';

/**
 * Who inherits which anchor when a text has a new edition. Alignment has said which sentence says now what another
 * said; here each anchor gets one heir, and each paragraph the anchor of the one whose words it has most of.
 */

/** A stretch that alignment looks at: a sentence, or a block that is not cut into sentences. */
export interface Unit {
  /** Ordinal of its block. */
  block: number;
  /** Its place among the sentences of its block; none for a block without. */
  sentence?: number;
  text: string;
}

/** Where the words of an anchor are in the new text: ordinals of units, that with the larger share first. */
export type Targets = ReadonlyMap<string, readonly number[]>;

/** A block or sentence of the new text, and the anchor it has; none where it is new. */
export interface Heir {
  anchor?: string;
  /** The anchor it was divided from. */
  from?: string;
  /** Where it stood before, when it was moved: the paragraph it was in, or, for a block, came after. */
  moved?: { from?: string };
}

export interface Inheritance {
  blocks: Heir[];
  /** For each block, its sentences. */
  sentences: Heir[][];
  /** Anchors whose words are in what another anchor, or something new, has: the block, and the sentence in it. */
  merged: Map<string, { block: number; sentence?: number }>;
}

/** @returns a text's units, in order */
export function unitsOf(blocks: readonly Pick<Block, 'text' | 'sentences'>[]): Unit[] {
  return blocks.flatMap(({ text, sentences }, block): Unit[] =>
    sentences.length === 0
      ? [{ block, text }]
      : sentences.map((sentence, index) => ({ block, sentence: index, text: sentence.text })),
  );
}

/**
 * @param ledger the ledger of the last edition
 * @param blocks the new text
 * @param targets where the words of each anchor of the last edition are now, and of each gone one that has come back
 */
export function inherit(ledger: Ledger, blocks: readonly Block[], targets: Targets): Inheritance {
  const units = unitsOf(blocks);
  const old = oldPlaces(ledger);
  const owners = ownersOf(units, targets, old);
  const sharesOf = (block: 'block' | 'home') => shareOut(units, targets, owners, old, block);
  const blockHeirs = inheritBlocks(blocks, sharesOf('block'), sharesOf('home'), ledger);
  const inheritance: Inheritance = {
    blocks: blockHeirs.heirs,
    sentences: blocks.map(({ sentences }) => sentences.map(() => ({}))),
    merged: blockHeirs.merged,
  };
  for (const [index, unit] of units.entries()) {
    if (unit.sentence === undefined) continue;
    const heir = inheritance.sentences[unit.block]![unit.sentence]!;
    const owner = owners.get(index);
    if (owner !== undefined) heir.anchor = owner;
    else setDefined(heir, 'from', dividedFrom(index, targets, old));
  }
  for (const [name, [to]] of targets)
    addMerged(inheritance, name, units[to ?? -1], owners.get(to ?? -1), old);
  markMoves(inheritance, blocks, ledger, old);
  return inheritance;
}

/** What the ledger says of an anchor: its line, its block's, and its place in the order of the ledger. */
interface OldPlace {
  row: Row;
  block: Row;
  /** The block it is named after, which may have been merged into the one it stands in. */
  home: Row;
  order: number;
}

function oldPlaces(ledger: Ledger): Map<string, OldPlace> {
  const places = new Map<string, OldPlace>();
  const rows = new Map(ledger.anchors.map((row) => [row.anchor, row]));
  let block: Row | undefined;
  for (const [order, row] of ledger.anchors.entries()) {
    if (row.kind !== 'sentence') block = row;
    const label = row.kind === 'sentence' ? labelsOf(row.anchor)?.paragraph : undefined;
    const home = label === undefined ? undefined : rows.get(paragraphNamed(label));
    places.set(row.anchor, { row, block: block ?? row, home: home ?? block ?? row, order });
  }
  return places;
}

/** Each unit has one owner at most: whose words these are, or once were, or else whose are the most; then the first. */
function ownersOf(units: readonly Unit[], targets: Targets, old: Map<string, OldPlace>): Map<number, string> {
  const claims = new Map<number, string[]>();
  for (const [name, [to]] of targets) {
    if (to === undefined || !canKeep(units[to]!, old.get(name)!.row)) continue;
    claims.set(to, [...(claims.get(to) ?? []), name]);
  }
  const rank = (name: string, to: number) => {
    const { row, order } = old.get(name)!;
    const wordings = statesOf(row).map((state) => state.text);
    return [Number(wordings.includes(units[to]!.text)), codePoints(wordings.findLast(isText) ?? ''), -order];
  };
  return new Map(
    Array.from(claims, ([to, names]) => [
      to,
      names.reduce((a, b) => (isMore(rank(b, to), rank(a, to)) ? b : a)),
    ]),
  );
}

/** @returns whether a name fits: a sentence keeps its name in a sentence, a block without sentences in such a block */
export function canKeep(unit: Unit, row: Row): boolean {
  return (unit.sentence !== undefined) === (row.kind === 'sentence');
}

function isMore(these: readonly number[], those: readonly number[]): boolean {
  const at = these.findIndex((value, index) => value !== those[index]);
  return at >= 0 && these[at]! > those[at]!;
}

/** The anchor of which a unit is another part. */
function dividedFrom(index: number, targets: Targets, old: Map<string, OldPlace>): string | undefined {
  for (const [name, [, ...parts]] of targets)
    if (parts.includes(index) && old.get(name)!.row.kind === 'sentence') return name;
  return undefined;
}

/** How many letters of a block of the new text are an old block's: the block, its ordinal, and the letters. */
interface Share {
  old: Row;
  block: number;
  letters: number;
  /** Those of them that stood in the old block last: what comes back was not in it, and cannot be divided from it. */
  standing: number;
}

function shareOut(
  units: readonly Unit[],
  targets: Targets,
  owners: ReadonlyMap<number, string>,
  old: ReadonlyMap<string, OldPlace>,
  which: 'block' | 'home',
): Share[] {
  const shares = new Map<string, Share>();
  for (const [name, to] of targets) {
    for (const index of to) {
      const unit = units[index]!;
      const { row, [which]: block } = old.get(name)!;
      const key = `${unit.block} ${block.anchor}`;
      const letters =
        owners.get(index) === name ? codePoints(unit.text) : codePoints(unit.text) / (to.length + 1);
      const before = shares.get(key) ?? { letters: 0, standing: 0 };
      shares.set(key, {
        old: block,
        block: unit.block,
        letters: before.letters + letters,
        standing: before.standing + (isPresent(row) ? letters : 0),
      });
    }
  }
  return [...shares.values()].sort((a, b) => b.letters - a.letters);
}

function inheritBlocks(
  blocks: readonly Block[],
  shares: readonly Share[],
  homeShares: readonly Share[],
  ledger: Ledger,
): { heirs: Heir[]; merged: Inheritance['merged'] } {
  const heirs = blocks.map((): Heir => ({}));
  const given = new Set<string>();
  const give = (anchor: string, block: number) => {
    if (given.has(anchor) || heirs[block]!.anchor !== undefined) return;
    heirs[block]!.anchor = anchor;
    given.add(anchor);
  };
  const byline = ledger.anchors.find((row) => row.kind === 'byline' && isPresent(row));
  const isByline = (block: number) => blocks[block]!.kind === 'byline';
  for (const [block] of blocks.entries()) if (byline && isByline(block)) give(byline.anchor, block);
  // A paragraph with the name of a heading would have sentences without numbers.
  const isHeading = (block: number) => blocks[block]!.kind === 'heading';
  const isFitting = ({ old, block }: Share) =>
    (old.kind === 'byline') === isByline(block) && (old.kind === 'heading') === isHeading(block);
  // What is in the text comes before what would come back.
  for (const { old, block } of shares.filter(isFitting)) if (isPresent(old)) give(old.anchor, block);
  for (const { old, block } of homeShares.filter(isFitting)) if (!isPresent(old)) give(old.anchor, block);

  const merged: Inheritance['merged'] = new Map();
  for (const { old, block, standing } of shares) {
    if (
      isPresent(old) &&
      !given.has(old.anchor) &&
      !merged.has(old.anchor) &&
      standing * 2 >= lettersOf(old, ledger)
    )
      merged.set(old.anchor, { block });
    const heir = heirs[block]!;
    if (
      heir.anchor === undefined &&
      heir.from === undefined &&
      standing * 2 >= codePoints(blocks[block]!.text)
    )
      heir.from = old.anchor;
  }
  return { heirs, merged };
}

/** Letters of a block as the ledger has it. */
function lettersOf(block: Row, { anchors }: Ledger): number {
  if (block.text !== undefined) return codePoints(block.text);
  const from = anchors.indexOf(block) + 1;
  let letters = 0;
  for (let at = from; anchors[at]?.kind === 'sentence'; at += 1)
    if (isPresent(anchors[at]!)) letters += codePoints(anchors[at]!.text ?? '');
  return letters;
}

/** An anchor whose words another has, or whose words stand in a block that is not cut into sentences. */
function addMerged(
  { merged }: Inheritance,
  name: string,
  unit: Unit | undefined,
  owner: string | undefined,
  old: Map<string, OldPlace>,
) {
  const { row } = old.get(name)!;
  if (!unit || owner === name || row.kind !== 'sentence') return;
  merged.set(name, { block: unit.block, ...(unit.sentence !== undefined && { sentence: unit.sentence }) });
}

/** What stands out of the order in which the rest has stayed was moved; of two that changed places, the lighter. */
function markMoves(
  inheritance: Inheritance,
  blocks: readonly Block[],
  ledger: Ledger,
  old: Map<string, OldPlace>,
) {
  const { blocks: heirs } = inheritance;
  // Also what has come back, perhaps not to where it stood.
  const isKept = ({ anchor }: Heir) => anchor !== undefined;
  const shelved = ledger.anchors.filter(({ kind }) => kind !== 'sentence');
  const carried = [...heirs.entries()].filter(([, heir]) => isKept(heir));
  for (const [, heir] of outOfOrder(carried, ([block, { anchor }]) => [
    old.get(anchor!)!.order,
    codePoints(blocks[block]!.text),
  ])) {
    const at = shelved.indexOf(old.get(heir.anchor!)!.row);
    const before = shelved.slice(0, at).findLast(isPresent);
    heir.moved = before ? { from: before.anchor } : {};
  }
  markMovedSentences(inheritance, blocks, old);
}

/** A sentence was moved where it has left its paragraph, be it that this was divided or joined to another. */
function markMovedSentences(
  { blocks: heirs, sentences }: Inheritance,
  blocks: readonly Block[],
  old: Map<string, OldPlace>,
) {
  for (const [block, inBlock] of sentences.entries()) {
    const kept = inBlock.flatMap((heir, index) => {
      const place = heir.anchor === undefined ? undefined : old.get(heir.anchor)!;
      return place ? [{ heir, place, letters: codePoints(blocks[block]!.sentences[index]!.text) }] : [];
    });
    const isOwn = ({ place }: (typeof kept)[number]) => place.block.anchor === heirs[block]!.anchor;
    const left = outOfOrder(kept.filter(isOwn), ({ place, letters }) => [place.order, letters]);
    for (const each of kept)
      if (!isOwn(each) || left.includes(each)) each.heir.moved = { from: each.place.block.anchor };
  }
}

/**
 * @param things in the order in which they stand
 * @param placeAndWeight where each stood before, and what it is worth
 * @returns those that have left the order of the heaviest run
 */
function outOfOrder<Thing>(
  things: readonly Thing[],
  placeAndWeight: (thing: Thing) => [number, number],
): Thing[] {
  const links = things.map((thing, index) => {
    const [place, weight] = placeAndWeight(thing);
    return { a: index, b: place, weight };
  });
  const end = Math.max(0, ...links.map(({ b }) => b)) + 1;
  const run = new Set(heaviestChain(links, 0, end).map(({ a }) => a));
  return things.filter((_, index) => !run.has(index));
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function setDefined<Key extends string>(
  holder: { [K in Key]?: string },
  key: Key,
  value: string | undefined,
) {
  if (value !== undefined) holder[key] = value;
}
