import { editionInWords } from './account.ts';
import type { Answer, Run } from './answer.ts';
import { notePath } from './address.ts';
import { answer, asQuoted } from './answer-words.ts';
import { shorten } from './fingerprint.ts';
import type { Recorded } from './ledger.ts';
import type { Published } from './published.ts';
import { inQuotes } from './quotation-marks.ts';
import { inEnglish } from './tally.ts';
import type { NoteVerdict } from './verdict.ts';
import { diffWords } from './word-diff.ts';

/** @returns what became of a note, in words */
export function answerNote(verdict: NoteVerdict, reading: Published): Answer {
  const { slug, ledger } = reading;
  if (verdict.what === 'never')
    return answer('never', 'No such note.', [` ${inQuotes(verdict.id)} was never a note to this text.`]);
  const { row } = verdict;
  const run = noteRun(slug, row);
  const now = row.notes.at(-1);
  const has = now ? ` exists and has ${shorten(now.hash)}.` : ' exists.';
  switch (verdict.what) {
    case 'same':
      return answer('same', 'Unchanged', [' since it was cited. ', run, '.']);
    case 'changed':
      return answer(
        'changed',
        'Changed',
        [' since it was cited: ', run, `. ${changeOf(verdict)}`],
        verdict.cited.finding === verdict.now.finding
          ? []
          : [diffWords(verdict.cited.finding, verdict.now.finding)],
      );
    case 'withdrawn': {
      const { edition, why } = row.withdrawn!;
      const last = verdict.last ? ` Its last finding: ${inQuotes(verdict.last.finding)}` : '';
      return answer('withdrawn', 'Withdrawn', [
        ` in ${editionInWords(ledger, edition)}: `,
        run,
        `. ${why}${last}`,
      ]);
    }
    case 'unknown':
      return row.notes.length === 0
        ? answer('untold', 'It cannot be told:', [' the ledger does not have what ', run, ' has said.'])
        : answer('unknown', 'Never published', [' with this fingerprint. ', run, has]);
    case 'malformed':
      return answer('malformed', 'Not a fingerprint:', [
        ` ${inQuotes(verdict.fingerprint)} is not seven hexadecimal digits. `,
        run,
        has,
      ]);
    case 'untold':
      return row.notes.length === 1
        ? answer('single', 'Unchanged:', [' it has said the same since it was first published. ', run, '.'])
        : answer('untold', 'It cannot be told', [
            ' without a fingerprint what was cited: ',
            run,
            ` has said ${inEnglish(row.notes.length)} things.`,
          ]);
  }
}

function noteRun(slug: string, { annotation, notes }: Recorded): Run {
  const quote = notes.at(-1)?.quote;
  return {
    text: quote === undefined ? `The note ${annotation}` : `The note on ${asQuoted(quote)}`,
    to: notePath({ slug }, annotation),
  };
}

function changeOf({ cited, now }: NoteVerdict & { what: 'changed' }): string {
  const [was, is] = [cited.status ?? 'remark', now.status ?? 'remark'];
  if (was !== is) return `Its status was ${was}; it is ${is}.`;
  return cited.finding === now.finding ? 'Its finding is the same; what follows it is not.' : 'Its finding:';
}
