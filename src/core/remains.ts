import { blockOf, findRow, isPresent, type Ledger, type Recorded, type Row, statesOf } from './ledger.ts';
import { judgePassage, type PassageVerdict } from './verdict.ts';

/** A passage that was removed. */
export type Removed = Extract<PassageVerdict, { what: 'removed' }>;

/** An annotation that was withdrawn. */
export type Withdrawn = Recorded & { withdrawn: NonNullable<Recorded['withdrawn']> };

/** What a page has of passages and notes that are no more, and of the history of those that are. */
export interface Remains {
  /** By the anchor of a passage that stands: those of the passages that were joined to it. */
  aliases: ReadonlyMap<string, readonly string[]>;
  /** Passages that stand, and once had other words or another place; by anchor. */
  changed: ReadonlyMap<string, Row>;
  /** What stood after a block that stands, by its anchor; before all of them, by `HEAD`. */
  removed: ReadonlyMap<string, readonly Removed[]>;
  withdrawn: ReadonlyMap<string, readonly Withdrawn[]>;
}

/** No anchor is empty. */
export const HEAD = '';

/**
 * @param ledger a reading's ledger
 * @returns all that an address given out once may lead to, besides the passages and notes themselves
 */
export function remainsOf(ledger: Ledger): Remains {
  const verdicts = ledger.anchors
    .filter((row) => !isPresent(row))
    .map((row) => judgePassage(ledger, { anchor: row.anchor }));
  const merged = verdicts.filter((verdict) => verdict.what === 'merged');
  const removed = verdicts.filter((verdict) => verdict.what === 'removed');
  const withdrawn = ledger.annotations.filter(isWithdrawn);
  return {
    aliases: new Map(
      [...Map.groupBy(merged, ({ into }) => into.anchor)].map(([anchor, lost]) => [
        anchor,
        lost.map(({ row }) => row.anchor),
      ]),
    ),
    changed: new Map(ledger.anchors.filter(hasHistory).map((row) => [row.anchor, row])),
    removed: Map.groupBy(removed, ({ row }) => standingBefore(ledger, row)),
    withdrawn: Map.groupBy(withdrawn, (row) => blockNearNote(ledger, row)),
  };
}

/** @returns whether a passage in the text has had other words, was away, or stood elsewhere */
function hasHistory(row: Row): boolean {
  return isPresent(row) && (statesOf(row).length > 1 || (row.moves ?? []).length > 0);
}

/** @returns whether an annotation is in the text no more */
export function isWithdrawn(row: Recorded): row is Withdrawn {
  return row.withdrawn !== undefined;
}

/** The block that now stands where a passage stood, or before it. */
function standingBefore({ anchors }: Ledger, row: Row): string {
  const before = anchors.slice(0, anchors.indexOf(row));
  return before.findLast((other) => other.kind !== 'sentence' && isPresent(other))?.anchor ?? HEAD;
}

/** The block with the passage that a note was about, or, where that is gone, the one before it. */
function blockNearNote(ledger: Ledger, { notes }: Withdrawn): string {
  const row = findRow(ledger, notes.at(-1)?.passage);
  if (!row) return HEAD;
  return isPresent(row) ? blockOf(ledger, row).anchor : standingBefore(ledger, row);
}
