import { dayInWords } from './day.ts';
import { shorten } from './fingerprint.ts';
import type { RecordedNote } from './ledger.ts';
import { capitalized } from './tally.ts';
import { noteSince, UNCHANGED } from './unchanged.ts';
import type { NoteVerdict } from './verdict.ts';
import { diffWords, type Piece } from './word-diff.ts';

/** What has become of a cited note, in words. */
export interface NoteAccount {
  standing?: 'whole' | 'broken' | 'dotted' | 'sparse';
  lead: string;
  rest: string;
  /** Its finding when it was cited and now, in one. */
  finding: Piece[];
}

/**
 * @param verdict on a note
 * @returns the verdict as the note's page tells it; undefined where there is nothing to tell
 */
export function accountOfNote(verdict: NoteVerdict): NoteAccount | undefined {
  switch (verdict.what) {
    case 'same':
      return {
        standing: 'whole',
        lead: UNCHANGED,
        rest: noteSince(dayInWords(verdict.note.date), shorten(verdict.note.hash)),
        finding: [],
      };
    case 'changed':
      return tellChanged(verdict);
    case 'withdrawn':
      return {
        standing: 'dotted',
        lead: 'Withdrawn since it was cited,',
        rest: `in edition ${verdict.row.withdrawn!.edition}, ${dayInWords(verdict.row.withdrawn!.date)}. What it said last is below.`,
        finding: [],
      };
    case 'unknown':
      return {
        standing: 'sparse',
        lead: `This link’s fingerprint, ${verdict.fingerprint.toLowerCase()}, was never published`,
        rest: `for this note; it may have been mistyped. The note as it stands has ${shorten(verdict.row.notes.at(-1)?.hash ?? '')}.`,
        finding: [],
      };
    case 'malformed':
      return {
        standing: 'sparse',
        lead: 'What this link has for a fingerprint is none:',
        rest: 'it is not seven of the digits 0 to 9 and a to f; it may have been cut off.',
        finding: [],
      };
    case 'untold':
    case 'never':
      return undefined;
  }
}

function tellChanged({ row, cited, now }: Extract<NoteVerdict, { what: 'changed' }>): NoteAccount {
  const after = row.notes[row.notes.indexOf(cited) + 1] ?? now;
  const [was, is] = [statusWords(cited), statusWords(now)];
  const status =
    was === is
      ? `It was, and is: ${is.toLowerCase()}.`
      : `It was: ${was.toLowerCase()}; it is: ${is.toLowerCase()}.`;
  const same = cited.finding === now.finding;
  const what = same ? 'Its finding is the same; what it says beyond it has changed.' : 'Its finding:';
  return {
    standing: 'broken',
    lead: 'Changed since it was cited,',
    rest: `on ${dayInWords(after.date)}. ${status} ${same && was !== is ? 'Its finding is the same.' : what}`,
    finding: same ? [] : diffWords(cited.finding, now.finding),
  };
}

function statusWords({ status }: RecordedNote): string {
  return capitalized(status ?? 'a remark');
}
