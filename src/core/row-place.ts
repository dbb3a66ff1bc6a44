import { blockOf, type Ledger, type Row } from './ledger.ts';
import { placeOf, sentenceLabel } from './locator.ts';

/** @returns where a line of a ledger stands, as the page shows it; of what is gone, where it stood */
export function placeOfRow(ledger: Ledger, row: Row): string {
  const block = blockOf(ledger, row);
  return block === row ? placeOf(row) : placeOf(block, row);
}

/** @returns where a range of a ledger's lines stands: “¶8, sentences 2 to 3”, “¶8, sentence 3 to ¶9, sentence 1” */
export function placeOfRows(ledger: Ledger, first: Row, last: Row): string {
  const [block, other] = [blockOf(ledger, first), blockOf(ledger, last)];
  if (first === last) return placeOfRow(ledger, first);
  if (block !== other || block === first || other === last)
    return `${placeOfRow(ledger, first)} to ${placeOfRow(ledger, last)}`;
  return `${placeOf(block)}, sentences ${sentenceLabel(block, first)} to ${sentenceLabel(block, last)}`;
}
