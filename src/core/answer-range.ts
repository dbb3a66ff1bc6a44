import type { Answer, Run } from './answer.ts';
import { answerPassage } from './answer-passage.ts';
import { answer } from './answer-words.ts';
import { textOfEdition } from './edition-text.ts';
import { shorten } from './fingerprint.ts';
import { hash } from './hash.ts';
import { findRow, isPresent, type Ledger, type Row } from './ledger.ts';
import { placeOfRows } from './row-place.ts';
import type { Published } from './published.ts';
import { inQuotes } from './quotation-marks.ts';
import { inEnglish } from './tally.ts';
import type { PassageVerdict, RangeVerdict } from './verdict.ts';

/**
 * @param verdict on a range
 * @param ends its two anchors
 * @returns what became of it, in words
 */
export function answerRange(
  verdict: RangeVerdict,
  { anchor, to }: { anchor: string; to: string },
  reading: Published,
): Answer {
  const { ledger } = reading;
  if (verdict.what === 'never') return answerPassage(verdict, reading);
  const [first, last] = [findRow(ledger, anchor)!, findRow(ledger, to)!];
  const now = isPresent(first) && isPresent(last) ? rangeNow(ledger, first, last) : undefined;
  const place: Run = {
    text: placeOfRows(ledger, first, last),
    to: `${reading.slug}/${now === undefined ? '' : `?v=${now}&to=${to}`}#${anchor}`,
  };
  const has = now === undefined ? '.' : ` as it stands has ${now}.`;
  switch (verdict.what) {
    case 'unknown':
      return answer('unknown', 'Never published', [
        ' with this fingerprint, in any edition known. ',
        place,
        has,
      ]);
    case 'malformed':
      return answer('malformed', 'Not a fingerprint:', [
        ` ${inQuotes(verdict.fingerprint)} is not seven hexadecimal digits. `,
        place,
        has,
      ]);
    case 'untold':
      return verdict.isSingle
        ? answer('single', 'Unchanged:', [' it has had one wording only. ', place, '.'])
        : answer('untold', 'It cannot be told', [
            ' without a fingerprint which wording was cited: ',
            place,
            '.',
          ]);
    case 'range':
      return answerParts(verdict, place, reading);
  }
}

/** One verdict on a range; where only some of it changed, how much. */
function answerParts(
  { passages, edition }: RangeVerdict & { what: 'range' },
  place: Run,
  reading: Published,
): Answer {
  const answers = passages.map((passage) => answerPassage(passage, reading, ' since'));
  const changed = answers.filter(({ finding }) => finding !== 'same' && finding !== 'moved');
  if (changed.length === 0) return answerWhole(passages, place, edition);
  const [lead, of] = [inEnglish(changed.length), inEnglish(passages.length)];
  const told = changed.flatMap(({ lead: what, words }): Run[] => [' ', what, ...words]);
  const count = `${lead.charAt(0).toUpperCase()}${lead.slice(1)} of ${of} sentences changed`;
  return answer(
    changed[0]!.finding,
    count,
    [' since the range was cited, ', place, '.', ...told],
    changed.flatMap(({ diffs }) => diffs),
  );
}

/** A range all of whose words are as they were cited, though they may stand apart now. */
function answerWhole(passages: readonly PassageVerdict[], place: Run, edition: number): Answer {
  const end = [place, `, edition ${edition}.`];
  const hasMoved = passages.some(
    (each) => each.what === 'same' && each.moves.some((move) => move.edition > edition),
  );
  return hasMoved
    ? answer('moved', 'Moved', [' since it was cited, in whole or in part, its words unchanged. ', ...end])
    : answer('same', 'Unchanged', [' since it was cited. ', ...end]);
}

/** The fingerprint of a range as it stands: its sentences, joined by one space. */
function rangeNow(ledger: Ledger, first: Row, last: Row): string | undefined {
  const { passages } = textOfEdition(ledger, ledger.editions.length);
  const rows = ledger.anchors;
  const [from, to] = [rows.indexOf(first), rows.indexOf(last)];
  const end =
    last.text === undefined ? rows.findIndex(({ kind }, index) => index > to && kind !== 'sentence') : to + 1;
  const within = passages.filter(
    ({ row }) => rows.indexOf(row) >= from && rows.indexOf(row) < (end < 0 ? rows.length : end),
  );
  return within.length === 0 ? undefined : shorten(hash(within.map(({ state }) => state.text).join(' ')));
}
