import type { Annotation } from './annotation.ts';
import type { Recorded, RecordedNote } from './ledger.ts';
import type { Reading } from './reading.ts';

/** What a note says that readers cite: when any of it is another, the note has a new state. */
const CITED = ['hash', 'status', 'finding', 'passage', 'quote'] as const;

/**
 * Brings what a ledger knows of a reading's annotations up to date. New ones come after the one that stands before
 * them in the text, so that what two branches add merges.
 *
 * @param known the ledger's annotations
 * @param reading the reading as it is; its edition is the one that new states belong to
 * @param today `YYYY-MM-DD`
 * @returns the annotations to write, and what is new in them, in words
 */
export function recordNotes(
  known: readonly Recorded[],
  reading: Reading,
  today: string,
): { annotations: Recorded[]; news: string[] } {
  const annotations = [...known];
  const news: string[] = [];
  let place = 0;
  for (const annotation of reading.annotations) {
    const at = annotations.findIndex((row) => row.annotation === annotation.id);
    const note = noteOf(annotation, reading, today);
    if (at < 0) {
      const { edition } = reading.edition;
      annotations.splice(place, 0, { annotation: annotation.id, edition, notes: [note] });
      news.push(`annotation ${annotation.id}`);
      place += 1;
      continue;
    }
    place = at + 1;
    const row = annotations[at]!;
    if (row.withdrawn === undefined && isRecorded(row, note)) continue;
    const { withdrawn, ...rest } = row;
    annotations[at] = { ...rest, notes: [...row.notes, note] };
    news.push(tell(row, note, withdrawn !== undefined));
  }
  return { annotations, news };
}

/** @returns whether the last that a ledger knows of a note is what it says now */
function isRecorded({ notes }: Recorded, note: RecordedNote): boolean {
  const last = notes.at(-1);
  return last !== undefined && CITED.every((field) => last[field] === note[field]);
}

/** @returns a note as a ledger records it */
function noteOf(annotation: Annotation, reading: Reading, today: string): RecordedNote {
  const { status, checked, finding, quote, hash } = annotation;
  const block = reading.blocks[annotation.block]!;
  const sentence = block.sentences[annotation.sentences[0] ?? -1];
  return {
    date: today,
    edition: reading.edition.edition,
    hash,
    ...(status !== undefined && { status }),
    ...(checked !== undefined && { checked }),
    finding,
    passage: (sentence ?? block).anchor,
    quote,
  };
}

function tell({ annotation, notes }: Recorded, note: RecordedNote, wasWithdrawn: boolean): string {
  const last = notes.at(-1);
  if (wasWithdrawn) return `annotation ${annotation}: back again`;
  if (!last) return `annotation ${annotation}: what it says, which format 1 did not record`;
  if (last.status !== note.status)
    return `annotation ${annotation}: ${last.status ?? 'remark'} → ${note.status ?? 'remark'}`;
  if (last.finding !== note.finding) return `annotation ${annotation}: “${last.finding}” → “${note.finding}”`;
  return last.hash === note.hash
    ? `annotation ${annotation}: on “${note.quote}”, before on “${last.quote}”`
    : `annotation ${annotation}: other words in its body`;
}
