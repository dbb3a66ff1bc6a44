import { hash } from './hash.ts';
import { isPresent, type Ledger, type Row, type State } from './ledger.ts';

/**
 * @param ledger a reading's ledger
 * @param row a passage that stands in the text
 * @returns its words; of a block that has sentences, theirs
 */
export function wordsOf(ledger: Ledger, row: Row): string {
  if (row.text !== undefined) return row.text;
  const sentences = sentencesOf(ledger, row).map(({ text }) => text ?? '');
  // Where sentences have no space between them, the hash says so.
  const together = sentences.join('');
  return row.hash === hash(together) ? together : sentences.join(' ');
}

/** @returns the words of a passage in one of its states; none where the ledger has kept none */
export function wordsIn(ledger: Ledger, row: Row, state: State): string {
  return state.text ?? (state.hash !== undefined && state.hash === row.hash ? wordsOf(ledger, row) : '');
}

/** @returns the sentences that stand in a block, in order */
function sentencesOf({ anchors }: Ledger, block: Row): Row[] {
  const after = anchors.slice(anchors.indexOf(block) + 1).filter(isPresent);
  const end = after.findIndex(({ kind }) => kind !== 'sentence');
  return end < 0 ? after : after.slice(0, end);
}
