import { type Answer, type Finding, inWords, type Run } from './answer.ts';
import { notePath, readingPath } from './address.ts';
import type { ReadingLink } from './citation-link.ts';
import { textOfEdition, wordsOf } from './edition-text.ts';
import { hash, isFingerprint, shorten } from './fingerprint.ts';
import {
  findRow,
  isPresent,
  type Ledger,
  type Recorded,
  type Row,
  type State,
  stateIn,
  statesOf,
} from './ledger.ts';
import { placeOfRow, placeOfRows } from './locator.ts';
import type { Published } from './published.ts';
import { inQuotes } from './quotation.ts';
import { findNear, findQuote, toSearchable } from './quote-search.ts';
import { patternOf } from './quote-pattern.ts';
import {
  judgeNote,
  judgePassage,
  judgeRange,
  type NoteVerdict,
  type PassageVerdict,
  type RangeVerdict,
} from './verdict.ts';
import { diffWords, type Piece } from './word-diff.ts';

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

/** @returns the ledgers of all editions known, the oldest first */
export function editionsOf({ earlier, ledger }: Published): Ledger[] {
  return [...earlier, ledger];
}

/** @returns a passage's place, leading there */
export function placeRun({ slug, ledger }: Published, row: Row): Run {
  const version = row.hash === undefined ? '' : `?v=${shorten(row.hash)}`;
  return { text: placeOfRow(ledger, row), to: `${readingPath({ slug })}${version}#${row.anchor}` };
}

/** @returns words of the text in quotation marks, if they do not stand in some already */
export function asQuoted(words: string): string {
  return /^[“„«‘"「].*[”“»’"」]$/su.test(words) ? words : inQuotes(words);
}

/** @returns “edition 2, 1 March 2027” */
export function editionInWords({ editions }: Ledger, edition: number): string {
  const date = editions.find((each) => each.edition === edition)?.date;
  return `edition ${edition}${date === undefined ? '' : `, ${DAY.format(new Date(date))}`}`;
}

/** @returns “sentence”, “paragraph”, … */
export function nameOf({ kind }: Pick<Row, 'kind'>): string {
  return {
    sentence: 'sentence',
    heading: 'heading',
    byline: 'by-line',
    code: 'block',
    row: 'row',
    paragraph: 'paragraph',
  }[kind];
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function answer(finding: Finding, lead: string, words: Run[], diffs: Piece[][] = []): Answer {
  return { finding, lead, words, diffs };
}

/** @returns what became of a passage, in words */
export function answerPassage(verdict: PassageVerdict, reading: Published): Answer {
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
            ' since it was cited, its words unchanged. It stands at ',
            place,
            ` since edition ${verdict.moves.at(-1)!.edition}.`,
          ])
        : answer('same', 'Unchanged', [
            ' since it was cited. ',
            place,
            `, edition ${verdict.state.edition}.`,
          ]);
    case 'edited':
      return answer(
        'edited',
        'Edited',
        [' since it was cited, in ', `${editionInWords(ledger, verdict.since)}: `, place, '.'],
        diffOf(citedWords(verdict.cited, verdict.row, reading), wordsOf(ledger, verdict.row)),
      );
    case 'split':
      return answer(
        'split',
        'Divided',
        [
          ` since it was cited, in ${editionInWords(ledger, verdict.since)}. The ${nameOf(verdict.row)} is now ${inWords(verdict.parts.length)}: `,
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
            ` has had ${inWords(verdict.wordings.length)}.`,
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

/** A fingerprint of another passage is more likely a wrong number than a wrong fingerprint. */
function ownerOf(fingerprint: string, row: Row, reading: Published): Run[] {
  const owner = ownerIn(reading.ledger, fingerprint);
  return owner && owner !== row ? [' The fingerprint is that of ', placeRun(reading, owner), '.'] : [];
}

function ownerIn(ledger: Ledger, fingerprint: string): Row | undefined {
  if (!isFingerprint(fingerprint)) return undefined;
  const has = ({ hash: whole }: State) => whole?.startsWith(fingerprint.toLowerCase()) === true;
  return ledger.anchors.findLast((row) => isPresent(row) && statesOf(row).some(has));
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

function listed(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index) =>
    index === 0 ? [run] : [index === runs.length - 1 ? ' and ' : ', ', run],
  );
}

/** A link to the text without a place in it. */
function answerWhole(link: ReadingLink, reading: Published): Answer {
  const { ledger, slug, title } = reading;
  const { fingerprint, edition, quoted } = link;
  const run: Run = { text: title, to: readingPath({ slug }) };
  const last = ledger.editions.length;
  if (edition !== undefined && (edition < 1 || edition > last)) return noEdition(edition, reading);
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
  if (quoted.length > 0) return answerQuoted(quoted, reading);
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
  const places = quoted.map((words) => findQuote(patternOf(words), toSearchable(text))[0]);
  const rows = places.flatMap((place) => passages.find(({ end }) => place && end > place.start)?.row ?? []);
  if (rows.length < quoted.length)
    return answer('misquoted', 'The quoted words are not whole', [
      ' in the text as it stands: ',
      quoted.map(inQuotes).join(', '),
      '.',
    ]);
  return answer('exact', 'The quoted words are whole.', [
    ' ',
    ...listed(rows.map((row) => placeRun(reading, row))),
    '.',
  ]);
}

function noEdition(edition: number, { ledger, slug, title }: Published): Answer {
  const has = ledger.editions.length === 1 ? 'one edition' : `${inWords(ledger.editions.length)} editions`;
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

function answerRange(
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
    case 'untold': {
      const isSingle = verdict.passages.every((each) => each.what === 'untold' && each.wordings.length === 1);
      return isSingle
        ? answer('single', 'Unchanged:', [' it has had one wording only. ', place, '.'])
        : answer('untold', 'It cannot be told', [
            ' without a fingerprint which wording was cited: ',
            place,
            '.',
          ]);
    }
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
  const answers = passages.map((passage) => answerPassage(passage, reading));
  const changed = answers.filter(({ finding }) => finding !== 'same' && finding !== 'moved');
  if (changed.length === 0)
    return answer('same', 'Unchanged', [' since it was cited. ', place, `, edition ${edition}.`]);
  const [lead, of] = [inWords(changed.length), inWords(passages.length)];
  const told = changed.flatMap(({ lead: what, words }): Run[] => [' ', what, ...words]);
  const count = `${lead.charAt(0).toUpperCase()}${lead.slice(1)} of ${of} sentences changed`;
  return answer(
    changed[0]!.finding,
    count,
    [' since the range was cited, ', place, '.', ...told],
    changed.flatMap(({ diffs }) => diffs),
  );
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

function answerNote(verdict: NoteVerdict, reading: Published): Answer {
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
            ` has said ${inWords(row.notes.length)} things.`,
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
