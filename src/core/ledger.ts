import type { Edition, Ledger, Row, State } from './ledger-file.ts';

export type { Edition, Ledger, Recorded, RecordedNote, Row, State } from './ledger-file.ts';

/** A passage without the anchor that the ledger gives it. */
export interface Unanchored {
  anchor: string;
  kind: Row['kind'];
  hash: string;
  text?: string | undefined;
}

/** What two passages are compared by. */
type Words = Pick<Row, 'kind' | 'hash'>;

/** @returns a passage's states, the oldest first, the present one last */
export function statesOf({ edition, hash: digest, text, gone, near, into, was = [] }: Row): State[] {
  const present = { edition, hash: digest, text, gone, near, into };
  return [
    ...was,
    Object.fromEntries(Object.entries(present).filter(([, value]) => value !== undefined)) as State,
  ];
}

/** @returns the state a passage was in while an edition was the latest; undefined before its first */
export function stateIn(row: Row, edition: number): State | undefined {
  return statesOf(row).findLast((state) => state.edition <= edition);
}

/** @returns whether a passage stands in the latest edition */
export function isPresent(row: Row): row is Row & { hash: string } {
  return row.gone === undefined;
}

/**
 * Gives a text the anchors of its ledger, if it is the text the ledger knows.
 *
 * @param passages the text's passages with the anchors of first publication
 * @param ledger its ledger
 * @returns the anchors in the order of the passages, or the first passage at which the text and what the ledger has
 *   as present part
 */
export function applyLedger(
  passages: readonly Unanchored[],
  ledger: Ledger,
): { anchors: string[]; edition: Edition; partsAt?: never } | { partsAt: number; anchors?: never } {
  const present = ledger.anchors.filter(isPresent);
  const length = Math.max(passages.length, present.length);
  for (let index = 0; index < length; index += 1) {
    if (!agree(passages[index], present[index])) return { partsAt: index };
  }
  return { anchors: present.map(({ anchor }) => anchor), edition: ledger.editions.at(-1)! };
}

/** @returns whether two passages are of one kind and have the same words; nothing agrees with nothing only */
export function agree(here: Words | undefined, there: Words | undefined): boolean {
  return here?.hash === there?.hash && here?.kind === there?.kind;
}

/** @returns the line of an anchor, whatever became of it */
export function findRow(ledger: Ledger, anchor: string | undefined): Row | undefined {
  return ledger.anchors.find((row) => row.anchor === anchor);
}

/**
 * @returns the block a sentence stands in, or stood in; a block's own line for a block. Between a block that stands in
 *   the text and its sentences there may be lines of blocks that are gone.
 */
export function blockOf(ledger: Ledger, row: Row): Row {
  const at = ledger.anchors.indexOf(row);
  const blocks = ledger.anchors.slice(0, at + 1).filter(({ kind }) => kind !== 'sentence');
  return (isPresent(row) ? blocks.findLast(isPresent) : blocks.at(-1)) ?? row;
}
