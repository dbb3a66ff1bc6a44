import { anchorByLedger } from './anchoring.ts';
import { hashOfFile } from './hash.ts';
import type { Edition, Ledger, Recorded, Unanchored } from './ledger.ts';
import { LEDGER_FORMAT } from './ledger-file.ts';
import type { Foresight } from './next-edition.ts';
import { listPassages } from './passage.ts';
import type { Reading } from './reading.ts';
import { recordNotes } from './recording.ts';
import { succeed } from './succession.ts';

/** A ledger to be written, and what is new in it about annotations, in words. */
export interface Published {
  ledger: Ledger;
  news: string[];
}

/** Annotations that are withdrawn, when, and why. */
export interface Withdrawal {
  ids: ReadonlySet<string>;
  /** `YYYY-MM-DD` */
  date: string;
  why: string;
}

/**
 * Makes the first edition of a text that has never been published.
 *
 * @param reading a reading without problems, apart from its missing ledger
 * @param today `YYYY-MM-DD`
 */
export function publishFirst(reading: Reading, today: string): Published {
  const passages = listPassages(reading.blocks);
  const edition = {
    date: today,
    why: 'First edition, the text as it was received.',
    text: hashOfFile(reading.text),
  };
  const { annotations } = recordNotes([], reading, today);
  const news = [`edition 1: ${passages.length} passages, ${reading.annotations.length} annotations`];
  return { ledger: { ...firstLedger(passages, edition), annotations }, news };
}

/**
 * Brings a ledger up to what the notes of its reading say now; the text is the same.
 *
 * @param reading a reading whose text is the ledger's
 * @param ledger its ledger
 * @param today `YYYY-MM-DD`
 * @param withdrawal annotations that are gone
 */
export function bringUpToDate(
  reading: Reading,
  ledger: Ledger,
  today: string,
  withdrawal?: Withdrawal,
): Published {
  const { annotations, news } = recordNotes(ledger.annotations, reading, today);
  const withdrawn = withdraw(annotations, reading.edition.edition, withdrawal);
  return { ledger: { ...ledger, annotations: withdrawn.annotations }, news: [...news, ...withdrawn.news] };
}

/**
 * Makes the next edition of a text.
 *
 * @param reading the reading with its new text
 * @param ledger the last edition's ledger
 * @param foresight what became of everything published, without a question left
 * @param texts the words of the last edition's blocks, by anchor
 * @param edition day, author and reason of the new edition
 */
export function publishNext(
  reading: Reading,
  ledger: Ledger,
  { targets, withdrawn }: Pick<Foresight, 'targets' | 'withdrawn'>,
  texts: ReadonlyMap<string, string>,
  edition: Omit<Edition, 'edition' | 'text'>,
): Published {
  const ids = reading.annotations.map(({ id }) => id);
  const next = succeed(ledger, reading.blocks, targets, texts, edition, ids);
  const blocks = structuredClone(reading.blocks);
  anchorByLedger(blocks, { ledger: next, path: '' });
  const withdrawal = { ids: withdrawn, date: edition.date, why: edition.why };
  return bringUpToDate(
    { ...reading, blocks, edition: next.editions.at(-1)! },
    next,
    edition.date,
    withdrawal,
  );
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

function withdraw(
  annotations: readonly Recorded[],
  edition: number,
  withdrawal: Withdrawal | undefined,
): { annotations: Recorded[]; news: string[] } {
  if (!withdrawal) return { annotations: [...annotations], news: [] };
  const { ids, date, why } = withdrawal;
  return {
    annotations: annotations.map((row) =>
      ids.has(row.annotation) ? { ...row, withdrawn: { edition, date, why } } : row,
    ),
    news: [...ids].map((id) => `annotation ${id}: withdrawn`),
  };
}
