import { isPresent, type Ledger, type Row, type State, stateIn } from './ledger.ts';

/** The text of an edition, as far as a ledger tells it: sentences joined by a space, blocks by a line feed. */
export interface EditionText {
  edition: number;
  text: string;
  /** Its sentences, and blocks that have none, with their places in `text`, in UTF-16 code units. */
  passages: Passage[];
}

export interface Passage {
  row: Row;
  /** The words it had in that edition. */
  state: State;
  start: number;
  end: number;
}

/**
 * @param ledger the edition's own, which alone knows the order of its text; or a later one, which has its words
 * @param edition its number
 */
export function textOfEdition(ledger: Ledger, edition: number): EditionText {
  const passages: Passage[] = [];
  let text = '';
  for (const { row, state, goesOn } of leavesIn(ledger, edition)) {
    if (text !== '') text += goesOn ? ' ' : '\n';
    const start = text.length;
    text += state.text!;
    passages.push({ row, state, start, end: text.length });
  }
  return { edition, text, passages };
}

/** What has words of its own: a block whose sentences have them has none. A sentence that is not its block's first goes on. */
function leavesIn(ledger: Ledger, edition: number): { row: Row; state: State; goesOn: boolean }[] {
  const rows = ledger.anchors
    .map((row) => ({ row, state: stateIn(row, edition) }))
    .filter((each): each is { row: Row; state: State } => each.state?.hash !== undefined);
  const isSentence = (index: number) => rows[index]?.row.kind === 'sentence';
  return rows
    .map((each, index) => ({ ...each, goesOn: isSentence(index) && isSentence(index - 1), index }))
    .filter(({ state, index }) => state.text !== undefined && (isSentence(index) || !isSentence(index + 1)));
}

/**
 * @param ledger the present one
 * @param edition an earlier edition's number
 * @returns the ledger as it will have been then; what was moved since stands where it stands now
 */
export function ledgerOfEdition(ledger: Ledger, edition: number): Ledger {
  const anchors = ledger.anchors.flatMap((row): Row[] => {
    const state = stateIn(row, edition);
    return state ? [{ anchor: row.anchor, kind: row.kind, ...state }] : [];
  });
  return { ...ledger, editions: ledger.editions.slice(0, edition), anchors };
}

/** @returns the present words of a passage: a block's are those of its sentences */
export function wordsOf(ledger: Ledger, row: Row): string {
  if (row.text !== undefined) return row.text;
  const after = ledger.anchors.slice(ledger.anchors.indexOf(row) + 1).filter(isPresent);
  const end = after.findIndex(({ kind }) => kind !== 'sentence');
  return (end < 0 ? after : after.slice(0, end)).map(({ text = '' }) => text).join(' ');
}
