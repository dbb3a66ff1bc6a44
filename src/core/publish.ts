import { hashOfFile } from './fingerprint.ts';
import { firstLedger, type Ledger } from './ledger.ts';
import { listPassages } from './passage.ts';
import type { Reading } from './reading.ts';

/**
 * Brings a ledger up to its reading: edition 1 where there is none, else the annotations it does not know yet.
 *
 * @param reading a reading without problems, apart from those that this mends
 * @param ledger its ledger, if it has one; its text is the reading's
 * @param today `YYYY-MM-DD`
 * @returns the ledger to write, and what is new in it, in words
 */
export function bringUpToDate(
  reading: Reading,
  ledger: Ledger | undefined,
  today: string,
): { ledger: Ledger; news: string[] } {
  const ids = reading.annotations.map(({ id }) => id);
  if (!ledger) {
    const passages = listPassages(reading.blocks);
    const edition = {
      date: today,
      why: 'First edition, the text as it was received.',
      text: hashOfFile(reading.text),
    };
    const news = [`edition 1: ${passages.length} passages, ${ids.length} annotations`];
    return { ledger: firstLedger(passages, ids, edition), news };
  }
  const known = new Set(ledger.annotations.map(({ annotation }) => annotation));
  const added = ids.filter((id) => !known.has(id));
  const { edition } = ledger.editions.at(-1)!;
  const annotations = [...ledger.annotations, ...added.map((annotation) => ({ annotation, edition }))];
  return { ledger: { ...ledger, annotations }, news: added.map((id) => `annotation ${id}`) };
}
