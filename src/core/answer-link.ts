import type { Answer, Run } from './answer.ts';
import { readingPath } from './address.ts';
import { answerNote } from './answer-note.ts';
import { answerPassage } from './answer-passage.ts';
import { answerRange } from './answer-range.ts';
import { answer, listed, nameOf, ownerIn, ownerOf, placeRun } from './answer-words.ts';
import type { ReadingLink } from './citation-link.ts';
import { ledgerOfEdition, textOfEdition, wordsOf } from './edition-text.ts';
import { isFingerprint, shorten } from './fingerprint.ts';
import { findRow, isPresent, type Ledger, stateIn } from './ledger.ts';
import { placeOfRow } from './row-place.ts';
import type { Published } from './published.ts';
import { inQuotes } from './quotation-marks.ts';
import { patternOf } from './quote-pattern.ts';
import { findNear, findQuote, toSearchable } from './quote-search.ts';
import { inEnglish } from './tally.ts';
import { judgeNote, judgePassage, judgeRange, type PassageVerdict } from './verdict.ts';

/**
 * @param link a citation of the reading
 * @param reading what is published of it
 * @returns what has become of what it cites
 */
export function answerLink(link: ReadingLink, reading: Published): Answer {
  const { anchor, to, fingerprint, edition } = link;
  if (anchor === undefined) return answerWhole(link, reading);
  const id = anchor.replace(/^m-/, '');
  if (link.isNote || reading.ledger.annotations.some(({ annotation }) => annotation === id))
    return answerNote(judgeNote(reading.ledger, id, fingerprint), reading);
  if (edition !== undefined) return answerEdition({ ...link, anchor, edition }, reading);
  const answer =
    to === undefined
      ? answerPassage(judgePassage(reading.ledger, { anchor, fingerprint }), reading)
      : answerRange(judgeRange(editionsOf(reading), { anchor, to, fingerprint }), { anchor, to }, reading);
  return withQuoted(answer, link, reading);
}

/** @returns the ledgers of all editions, the oldest first; one that is not known as the present one tells of it */
export function editionsOf({ earlier, ledger }: Published): Ledger[] {
  return ledger.editions.map(({ edition }) =>
    edition === ledger.editions.length
      ? ledger
      : (earlier.find(({ editions }) => editions.length === edition) ?? ledgerOfEdition(ledger, edition)),
  );
}

/** A link to the text without a place in it. */
function answerWhole(link: ReadingLink, reading: Published): Answer {
  const { ledger, slug, title } = reading;
  const { fingerprint, edition, quoted } = link;
  const run: Run = { text: title, to: readingPath({ slug }) };
  const last = ledger.editions.length;
  if (edition !== undefined && (edition < 1 || edition > last)) return noEdition(edition, reading);
  // A browser's own “copy link to highlight” puts the words in place of the anchor.
  if (quoted.length > 0) return answerQuoted(quoted, reading);
  if (fingerprint !== undefined) {
    const owner = ownerIn(ledger, fingerprint);
    const whose = owner ? [' Its fingerprint is that of ', placeRun(reading, owner), '.'] : [];
    return answer('untold', 'The link has lost its end:', [
      ' it carries a fingerprint and names no passage of ',
      run,
      '.',
      ...whose,
    ]);
  }
  const kept = edition === undefined ? '' : ` as it was in edition ${edition}`;
  return answer('whole', 'The text as a whole', [
    `${kept}: `,
    run,
    '. The link names no passage, so that nothing is to be compared.',
  ]);
}

/** A link that gives the words and no anchor. */
function answerQuoted(quoted: readonly string[], reading: Published): Answer {
  const { text, passages } = textOfEdition(reading.ledger, reading.ledger.editions.length);
  const searchable = toSearchable(text);
  const places = quoted.map((words) => findQuote(patternOf(words), searchable)[0]);
  const rows = places.flatMap((place) => passages.find(({ end }) => place && end > place.start)?.row ?? []);
  if (rows.length < quoted.length)
    return answer('misquoted', 'The quoted words are not whole', [
      ' in the text as it stands: ',
      quoted.map(inQuotes).join(', '),
      '.',
    ]);
  return answer('same', 'The quoted words are whole.', [
    ' ',
    ...listed(rows.map((row) => placeRun(reading, row))),
    '.',
  ]);
}

function noEdition(edition: number, { ledger, slug, title }: Published): Answer {
  const has = ledger.editions.length === 1 ? 'one edition' : `${inEnglish(ledger.editions.length)} editions`;
  return answer('never', `No edition ${edition}.`, [
    ' ',
    { text: title, to: readingPath({ slug }) },
    ` has ${has} so far.`,
  ]);
}

/** The page of an edition is kept as it was: what it says of the passage cannot change. */
function answerEdition(link: ReadingLink & { anchor: string; edition: number }, reading: Published): Answer {
  const { ledger, slug } = reading;
  const { anchor, edition, fingerprint } = link;
  if (edition < 1 || edition > ledger.editions.length) return noEdition(edition, reading);
  const row = findRow(ledger, anchor);
  const state = row && stateIn(row, edition);
  if (!row || state?.hash === undefined)
    return answer('never', 'No such passage.', [` Edition ${edition} has no anchor ${inQuotes(anchor)}.`]);
  if (fingerprint !== undefined && !isFingerprint(fingerprint))
    return answerPassage({ what: 'malformed', row, fingerprint }, reading);
  if (fingerprint !== undefined && !state.hash.startsWith(fingerprint.toLowerCase()))
    return answer('unknown', 'Not the words of that edition.', [
      ` In edition ${edition} the ${nameOf(row)} has ${shorten(state.hash)}.`,
      ...ownerOf(fingerprint, row, reading),
    ]);
  const since = judgePassage(ledger, { anchor, fingerprint: shorten(state.hash) });
  const place: Run = { text: placeOfRow(ledger, row), to: `${slug}/editions/${edition}/#${anchor}` };
  return answer('same', 'Unchanged:', [
    ` edition ${edition} is kept as it was published. `,
    place,
    '.',
    SINCE[since.what] ?? '',
  ]);
}

const SINCE: Partial<Record<PassageVerdict['what'], string>> = {
  edited: ' It has been edited in a later edition.',
  split: ' It has been divided in a later edition.',
  merged: ' It has been joined to another in a later edition.',
  removed: ' It is not in the latest edition.',
};

/** The words that a link's text directive quotes are held against the passage too. */
function withQuoted(given: Answer, { quoted, anchor = '' }: ReadingLink, { ledger }: Published): Answer {
  const row = findRow(ledger, anchor);
  if (quoted.length === 0 || !row || !isPresent(row)) return given;
  const words = toSearchable(wordsOf(ledger, row));
  const broken = quoted.filter((each) => findQuote(patternOf(each), words).length === 0);
  const isEdited = given.finding === 'edited' || given.finding === 'split';
  if (broken.length === 0)
    return {
      ...given,
      words: [...given.words, ` The words that the link quotes are ${isEdited ? 'still ' : ''}whole.`],
    };
  const near = isEdited ? undefined : findNear(broken[0]!, words);
  return {
    finding: given.finding === 'same' || given.finding === 'single' ? 'misquoted' : given.finding,
    lead: given.lead,
    words: [...given.words, ` The words that the link quotes are not whole in it: ${inQuotes(broken[0]!)}.`],
    diffs: near ? [near.diff] : given.diffs,
  };
}
