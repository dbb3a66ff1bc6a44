import { editionInWords } from './account.ts';
import type { Answer, Run } from './answer.ts';
import { answer, asQuoted, listed, nameOf, ownerOf, placeRun } from './answer-words.ts';
import { wordsOf } from './edition-text.ts';
import { shorten } from './fingerprint.ts';
import { findRow, isPresent, type Row, type State } from './ledger.ts';
import { placeOfRow } from './row-place.ts';
import type { Published } from './published.ts';
import { inQuotes } from './quotation-marks.ts';
import { patternOf } from './quote-pattern.ts';
import { findNear, findQuote, toSearchable } from './quote-search.ts';
import { inEnglish } from './tally.ts';
import type { PassageVerdict } from './verdict.ts';
import { diffWords, type Piece } from './word-diff.ts';

/**
 * @param verdict on a passage
 * @param reading what is published of its text
 * @param since what the words of change go on with: nobody knows when a bare quotation was taken
 * @returns what became of the passage, in words
 */
export function answerPassage(
  verdict: PassageVerdict,
  reading: Published,
  since: ' since' | ' since it was cited' = ' since it was cited',
): Answer {
  const { ledger } = reading;
  if (verdict.what === 'never')
    return answer('never', 'No such passage.', [
      ` ${inQuotes(verdict.anchor)} was never an anchor of this text, in any edition.`,
    ]);
  const place = placeRun(reading, verdict.row);
  switch (verdict.what) {
    case 'same':
      return verdict.moves.length > 0
        ? answer('moved', 'Moved', [
            `${since}, its words unchanged. It stands at `,
            place,
            ` since edition ${verdict.moves.at(-1)!.edition}.`,
          ])
        : answer('same', 'Unchanged', [`${since}. `, place, `, edition ${verdict.state.edition}.`]);
    case 'edited':
      return answer(
        'edited',
        'Edited',
        [`${since}, in ${editionInWords(ledger, verdict.since)}: `, place, '.'],
        diffOf(citedWords(verdict.cited, verdict.row, reading), wordsOf(ledger, verdict.row)),
      );
    case 'split':
      return answer(
        'split',
        'Divided',
        [
          `${since}, in ${editionInWords(ledger, verdict.since)}. The ${nameOf(verdict.row)} is now ${inEnglish(verdict.parts.length)}: `,
          ...listed(verdict.parts.map((part) => placeRun(reading, part))),
          '.',
        ],
        diffOf(
          citedWords(verdict.cited, verdict.row, reading),
          verdict.parts.map((part) => wordsOf(ledger, part)).join(' '),
        ),
      );
    case 'merged':
      return answerMerged(verdict, reading);
    case 'removed':
      return answer('removed', 'Removed', removal(verdict, reading));
    case 'unknown':
      return answer('unknown', 'Never published', [
        ' with this fingerprint. ',
        ...present(verdict.row, reading),
        ...ownerOf(verdict.fingerprint, verdict.row, reading),
      ]);
    case 'malformed':
      return answer('malformed', 'Not a fingerprint:', [
        ` ${inQuotes(verdict.fingerprint)} is not seven hexadecimal digits. `,
        ...present(verdict.row, reading),
      ]);
    case 'untold':
      return verdict.wordings.length === 1
        ? answer('single', 'Unchanged:', [
            ' it has had one wording only. ',
            place,
            `, edition ${verdict.wordings[0]!.edition}.`,
          ])
        : answer('untold', 'It cannot be told', [
            ' without a fingerprint which wording was cited: ',
            place,
            ` has had ${inEnglish(verdict.wordings.length)}.`,
          ]);
  }
}

function answerMerged(
  { row, cited, since, into }: PassageVerdict & { what: 'merged' },
  reading: Published,
): Answer {
  const { ledger } = reading;
  const now = toSearchable(wordsOf(ledger, into));
  const isWhole = cited?.text !== undefined && findQuote(patternOf(cited.text), now).length > 0;
  const near = cited?.text === undefined || isWhole ? undefined : findNear(cited.text, now);
  const words = [
    ` ${nameOf(row)} in ${editionInWords(ledger, since)}. Its words are `,
    isWhole ? 'whole in ' : 'now in ',
    placeRun(reading, into),
    '.',
  ];
  return answer('merged', 'Joined to another', words, near ? [near.diff] : []);
}

function removal(
  { row, last, since, near }: PassageVerdict & { what: 'removed' },
  reading: Published,
): Run[] {
  const { ledger } = reading;
  const words =
    last.text === undefined ? [] : [` Its last text, in edition ${last.edition}: ${asQuoted(last.text)}`];
  const nearest = near ? [' Nearest that remains: ', placeRun(reading, near), '.'] : [];
  return [
    ` in ${editionInWords(ledger, since)}. The ${nameOf(row)} stood at ${placeOfRow(ledger, row)}.`,
    ...words,
    ...nearest,
  ];
}

function present(row: Row, reading: Published): Run[] {
  return isPresent(row)
    ? [placeRun(reading, row), ` exists and has ${shorten(row.hash)}.`]
    : [`The ${nameOf(row)} stood at ${placeOfRow(reading.ledger, row)} until edition ${row.edition}.`];
}

/** The words cited; those of a block of sentences are in the ledger of their own edition. */
function citedWords({ text, edition }: State, { anchor }: Row, { earlier }: Published): string | undefined {
  if (text !== undefined) return text;
  const own = earlier.find(({ editions }) => editions.length === edition);
  const row = own && findRow(own, anchor);
  return row && wordsOf(own, row);
}

function diffOf(cited: string | undefined, now: string): Piece[][] {
  return cited === undefined || cited === '' || now === '' ? [] : [diffWords(cited, now)];
}
