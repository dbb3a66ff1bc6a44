import type { Heir } from './inheritance.ts';
import type { Row } from './ledger.ts';

/** A block's line and those of its sentences, in the order of the text; what is gone stands where it stood. */
export interface Shelf {
  block: Line;
  sentences: Line[];
}

/** A line of the ledger on the way to its next edition. */
export interface Line {
  /** What the ledger had; none for what is new. */
  old?: Row;
  /** What the new text has; none for what is gone. */
  now?: { kind: Row['kind']; hash: string; text?: string; heir: Heir };
  /** The line whose words have taken in this one's. */
  into?: Line;
  /** Given to what is new before it is written. */
  name?: string;
}

/** @returns the anchor of a line */
export function nameOf({ old, name }: Line): string {
  return old?.anchor ?? name!;
}

/** @returns whether a line was moved, in this edition or an earlier one */
export function isMoved({ old, now }: Line): boolean {
  return (old?.moves ?? now?.heir.moved) !== undefined;
}
