import { hashOfFile } from './fingerprint.ts';
import type { Edition, Ledger, Unanchored } from './ledger.ts';
import { LEDGER_FORMAT } from './ledger-file.ts';
import { listPassages } from './passage.ts';
import type { Reading } from './reading.ts';
import { recordNotes } from './recording.ts';

/**
 * Brings a ledger up to its reading: edition 1 where there is none, else what its notes say that it does not know yet.
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
  if (!ledger) {
    const passages = listPassages(reading.blocks);
    const edition = {
      date: today,
      why: 'First edition, the text as it was received.',
      text: hashOfFile(reading.text),
    };
    const news = [`edition 1: ${passages.length} passages, ${reading.annotations.length} annotations`];
    const { annotations } = recordNotes([], reading, today);
    return { ledger: { ...firstLedger(passages, edition), annotations }, news };
  }
  const { annotations, news } = recordNotes(ledger.annotations, reading, today);
  return { ledger: { ...ledger, annotations }, news };
}

/**
 * The ledger of a text that has never been published.
 *
 * @param passages the text's passages with the anchors of first publication
 * @param edition day, reason and the text's hash
 */
export function firstLedger(passages: readonly Unanchored[], edition: Omit<Edition, 'edition'>): Ledger {
  return {
    format: LEDGER_FORMAT,
    editions: [{ edition: 1, ...edition }],
    anchors: passages.map(({ anchor, kind, ...rest }) => ({ anchor, kind, edition: 1, ...rest })),
    annotations: [],
  };
}
