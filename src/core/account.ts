import { dayInWords } from './day.ts';
import { shorten } from './fingerprint.ts';
import { blockOf, findRow, isPresent, type Ledger, type Row, type State, statesOf } from './ledger.ts';
import { type PassagePlace, sentenceLabel } from './locator.ts';
import { blockInWords, nounOf, passageInWords, quoted } from './passage-words.ts';
import { capitalized, inEnglish, ofMany } from './tally.ts';
import { UNCHANGED, whereAndSince } from './unchanged.ts';
import type { PassageVerdict, RangeVerdict } from './verdict.ts';
import { diffWords, type Piece } from './word-diff.ts';
import { wordsIn, wordsOf } from './wording.ts';

/** How the rule in the margin stands: unchanged, edited, gone, never published. */
export type Standing = 'whole' | 'broken' | 'dotted' | 'sparse';

/** A verdict in words, and what of the text it is about. */
export interface Account {
  /** None where it cannot be told. */
  standing?: Standing;
  /** How it begins, and how it goes on. */
  lead: string;
  rest: string;
  /** Wordings that are not the present one, each with what it is; what has gone of them is struck. */
  wordings: { what: string; pieces: Piece[] }[];
  /** What the struck and the new words are. */
  key?: string | undefined;
  /** Under which anchor the page of editions tells the change. */
  change?: string;
  /** The passages in the text that it is about, in order. */
  passages: Row[];
  /** Of the words of these passages, joined by spaces: which are new. */
  fresh: { rows: Row[]; pieces: Piece[] }[];
}

/** @returns where a passage stands, or stood, within a sentence: “sentence 2 of paragraph 8” */
export function placeInSentence(ledger: Ledger, row: Row): string {
  return passageInWords(placeOf(ledger, row));
}

function placeOf(ledger: Ledger, row: Row): PassagePlace {
  const block = blockOf(ledger, row);
  return row === block ? { block } : { block, sentence: row };
}

/** @returns an edition with its day: “edition 2, 1 March 2027” */
export function editionInWords({ editions }: Ledger, number: number): string {
  return `edition ${number}, ${dayOf(editions, number)}`;
}

/**
 * @param ledger a reading's ledger
 * @param verdict on a passage of it
 * @returns the verdict as the page tells it beside the passage; undefined where there is nothing to tell
 */
export function accountOf(ledger: Ledger, verdict: PassageVerdict): Account | undefined {
  switch (verdict.what) {
    case 'same':
      return verdict.moves.length > 0 ? tellMoved(ledger, verdict) : tellSame(ledger, verdict);
    case 'edited':
      return tellEdited(ledger, verdict);
    case 'split':
      return tellSplit(ledger, verdict);
    case 'merged':
      return tellMerged(ledger, verdict);
    case 'removed':
      return tellRemoved(ledger, verdict);
    case 'unknown':
      return tellUnknown(verdict);
    case 'malformed':
      return tellMalformed(verdict);
    case 'untold':
      return tellUntold(ledger, verdict);
    case 'never':
      return tellNever(verdict);
  }
}

type Of<What extends PassageVerdict['what']> = Extract<PassageVerdict, { what: What }>;

function tellSame(ledger: Ledger, { row, state }: Of<'same'>): Account {
  const { edition, hash } = state;
  const of = { edition, editions: ledger.editions.length, fingerprint: shorten(hash!) };
  const rest = whereAndSince(placeOf(ledger, row), of) + inBetween(row, state);
  return { ...blank(row), standing: 'whole', lead: UNCHANGED, rest };
}

/** Words that gave way to others and came back. */
function inBetween(row: Row, state: State): string {
  const states = statesOf(row);
  const first = states.findIndex(({ hash }) => hash === state.hash);
  const last = states.findLastIndex(({ hash }) => hash === state.hash);
  if (first === last) return '';
  const wasAway = states.slice(first, last).some(({ gone }) => gone);
  const how = wasAway ? 'It was not in the text' : 'It had other words';
  return ` ${how} from edition ${states[first + 1]!.edition} on, and has these again since edition ${states[last]!.edition}.`;
}

function tellMoved(ledger: Ledger, { row, moves }: Of<'same'>): Account {
  const [first, last] = [moves[0]!, moves.at(-1)!];
  return {
    ...blank(row),
    standing: 'whole',
    lead: 'Moved since it was cited,',
    rest: `its words unchanged: it ${whereBefore(ledger, row, first.from)}, and has stood here since ${editionInWords(ledger, last.edition)}.`,
    change: row.anchor,
  };
}

/** @returns where a passage stood before a move: “was sentence 2 of paragraph 8”, “stood after paragraph 4” */
export function whereBefore(ledger: Ledger, row: Row, from: string | undefined): string {
  const before = from === undefined ? undefined : findRow(ledger, from);
  if (row.kind !== 'sentence')
    return before ? `stood after ${blockInWords(before)}` : 'stood at the beginning';
  return before ? `was sentence ${sentenceLabel(before, row)} of ${blockInWords(before)}` : 'stood elsewhere';
}

function tellEdited(ledger: Ledger, { row, cited, since, moves }: Of<'edited'>): Account {
  const pieces = diffWords(wordsIn(ledger, row, cited), wordsOf(ledger, row));
  return {
    ...blank(row),
    standing: 'broken',
    lead: moves.length > 0 ? 'Edited and moved since it was cited,' : 'Edited since it was cited,',
    rest: `in ${editionInWords(ledger, since)}. ${citedFrom(ledger, cited)}`,
    wordings: [{ what: '', pieces: before(pieces) }],
    key: keyOf(pieces),
    change: row.anchor,
    fresh: [{ rows: [row], pieces }],
  };
}

function tellSplit(ledger: Ledger, { row, cited, since, parts }: Of<'split'>): Account {
  const present = parts.map((part) => wordsOf(ledger, part)).join(' ');
  const pieces = diffWords(wordsIn(ledger, row, cited), present);
  const names = listed(parts.map((part) => labelOf(ledger, part)));
  const isStruck = pieces.some(({ what }) => what === 'gone');
  const noun = nounOf(row);
  const rest = `in ${editionInWords(ledger, since)}. The ${noun} cited is now ${inEnglish(parts.length)}, ${names}; ${parts.length === 2 ? 'both' : 'all'} are marked.`;
  return {
    ...blank(row),
    standing: 'broken',
    lead: 'Divided since it was cited,',
    rest: isStruck ? `${rest} ${citedFrom(ledger, cited)}` : rest,
    wordings: isStruck ? [{ what: '', pieces: before(pieces) }] : [],
    key: isStruck ? keyOf(pieces) : `One ${noun} in edition ${cited.edition}${newOf(pieces)}.`,
    change: row.anchor,
    passages: parts,
    fresh: [{ rows: parts, pieces }],
  };
}

function tellMerged(ledger: Ledger, { row, cited, since, into }: Of<'merged'>): Account {
  const wording = cited ?? lastWords(row);
  const pieces = diffWords(wordsIn(ledger, row, wording), wordsOf(ledger, into));
  return {
    ...blank(into),
    standing: 'broken',
    lead: 'Joined to another since it was cited,',
    rest: `in ${editionInWords(ledger, since)}. It was ${placeInSentence(ledger, row)}; what remains of it is in the ${nounOf(into)} marked here. ${citedFrom(ledger, wording)}`,
    wordings: [{ what: '', pieces: before(pieces) }],
    ...(pieces.some(({ what }) => what === 'gone') && { key: 'Struck words have gone.' }),
    change: row.anchor,
  };
}

function tellRemoved(ledger: Ledger, { row, cited, last, since, near }: Of<'removed'>): Account {
  const isOlder = cited !== undefined && cited.hash !== last.hash;
  return {
    ...blank(row),
    passages: [],
    standing: 'dotted',
    lead: 'Removed.',
    rest: `The ${nounOf(row)} cited stood here until ${editionInWords(ledger, since)}. Its last text, in edition ${since - 1}:`,
    wordings: [
      { what: '', pieces: [{ what: 'same', text: wordsIn(ledger, row, last) }] },
      ...(isOlder
        ? [
            {
              what: citedFrom(ledger, cited),
              pieces: [{ what: 'same' as const, text: wordsIn(ledger, row, cited) }],
            },
          ]
        : []),
    ],
    ...(near && { key: `Nearest that remains: ${placeInSentence(ledger, near)}.` }),
    change: row.anchor,
  };
}

function tellUnknown({ row, fingerprint }: Of<'unknown'>): Account {
  const states = statesOf(row).filter(({ hash }) => hash !== undefined);
  const now = isPresent(row)
    ? `The ${nounOf(row)} as it stands has ${shorten(row.hash)}.`
    : `The ${nounOf(row)} is no longer in the text; it last had ${shorten(states.at(-1)!.hash!)}.`;
  const noun = nounOf(row);
  return {
    ...blank(row),
    ...(!isPresent(row) && { passages: [] }),
    standing: 'sparse',
    lead: neverPublished(fingerprint),
    rest: `for this ${noun} in any edition; it may have been mistyped. ${now}`,
    ...(states.length > 1 && { change: row.anchor }),
  };
}

function tellMalformed({ row, fingerprint }: Of<'malformed'>): Account {
  const now = isPresent(row) ? ` The ${nounOf(row)} as it stands has ${shorten(row.hash)}.` : '';
  return {
    ...blank(row),
    ...(!isPresent(row) && { passages: [] }),
    standing: 'sparse',
    lead: MALFORMED,
    rest: whyMalformed(fingerprint) + now,
  };
}

const MALFORMED = 'What this link has for a fingerprint is none:';

function whyMalformed(fingerprint: string): string {
  return `${quoted(fingerprint)} is not seven of the digits 0 to 9 and a to f; it may have been cut off.`;
}

function neverPublished(fingerprint: string): string {
  return `This link’s fingerprint, ${fingerprint.toLowerCase()}, was never published`;
}

function tellUntold(ledger: Ledger, { row, wordings }: Of<'untold'>): Account | undefined {
  if (wordings.length < 2) return undefined;
  return {
    ...blank(row),
    lead: 'Whether this is what was cited cannot be told:',
    rest: `the link has no fingerprint. This ${nounOf(row)} has had ${inEnglish(wordings.length)} wordings; the last is below.`,
    wordings: wordings.slice(0, -1).map((state) => ({
      what: `Edition ${state.edition} of ${dayOf(ledger.editions, state.edition)}, fingerprint ${shorten(state.hash!)}:`,
      pieces: [{ what: 'same', text: wordsIn(ledger, row, state) }],
    })),
    change: row.anchor,
  };
}

function tellNever({ anchor }: Of<'never'>): Account {
  return {
    wordings: [],
    passages: [],
    fresh: [],
    standing: 'sparse',
    lead: 'This link leads to nothing that was ever published.',
    rest: `No edition of this text has a passage ${quoted(anchor)}; the link may have been mistyped or cut off.`,
  };
}

/**
 * @param ledger a reading's ledger
 * @param verdict on a range of its passages
 * @returns one account of the whole range; undefined where there is nothing to tell
 */
export function accountOfRange(ledger: Ledger, verdict: RangeVerdict): Account | undefined {
  if (verdict.what === 'never') return tellNever(verdict);
  if (verdict.what === 'range' || verdict.what === 'untold') return tellPassages(ledger, verdict);
  const { what, first, last, fingerprint } = verdict;
  const isMalformed = what === 'malformed';
  return {
    ...blank(first),
    standing: 'sparse',
    lead: isMalformed ? MALFORMED : neverPublished(fingerprint),
    rest: isMalformed
      ? whyMalformed(fingerprint)
      : 'for these passages in any edition; it may have been mistyped.',
    passages: stretch(ledger, first, last),
  };
}

/** Of several passages in order: how many have changed, and how each of those. */
function tellPassages(
  ledger: Ledger,
  verdict: Extract<RangeVerdict, { passages: unknown }>,
): Account | undefined {
  const told = verdict.passages.filter(hasRow).map((each) => ({ each, account: accountOf(ledger, each) }));
  const rows = told.map(({ each }) => each.row);
  const changed = told.filter(({ each }) => !isUnchanged(each));
  const of = {
    passages: told.flatMap(({ each, account }) => account?.passages ?? [each.row]),
    wordings: changed.flatMap(({ each, account }) => wordingsOf(ledger, each, account)),
    fresh: changed.flatMap(({ account }) => account?.fresh ?? []),
  };
  const place = rangeInWords(ledger, rows);
  if (verdict.what === 'untold') {
    const rest = `the link has no fingerprint, and of these passages there have been other wordings.`;
    const lead = 'Whether this is what was cited cannot be told:';
    return verdict.isSingle ? undefined : { ...of, lead, rest };
  }
  if (changed.length === 0) {
    const rest = `${place}, edition ${verdict.edition}, fingerprint ${verdict.fingerprint}.`;
    return { ...of, standing: 'whole', lead: UNCHANGED, rest };
  }
  const count = `${inEnglish(changed.length)} of ${inEnglish(rows.length)} ${ofMany(rows.length, rangeNoun(rows))}`;
  const isGone = told.every(({ each }) => each.what === 'removed');
  return {
    ...of,
    standing: isGone ? 'dotted' : 'broken',
    lead: `${capitalized(count)} ${commonDeed(changed.map(({ each }) => each))} since they were cited,`,
    rest: `in edition ${verdict.edition} of ${dayOf(ledger.editions, verdict.edition)}.`,
    key: keyOf([...of.fresh, ...of.wordings].flatMap(({ pieces }) => pieces)),
    change: changed[0]!.each.row.anchor,
  };
}

function hasRow<Verdict extends PassageVerdict>(verdict: Verdict): verdict is Verdict & { row: Row } {
  return 'row' in verdict;
}

const DEEDS: Partial<Record<PassageVerdict['what'], string>> = {
  same: 'moved',
  edited: 'edited',
  split: 'divided',
  merged: 'joined to others',
  removed: 'removed',
};

/** Each wording of a passage in a range says which passage it is of, and what became of it. */
function wordingsOf(
  ledger: Ledger,
  verdict: PassageVerdict & { row: Row },
  account: Account | undefined,
): Account['wordings'] {
  const place = capitalized(placeInSentence(ledger, verdict.row));
  if (verdict.what === 'same') {
    const before = whereBefore(ledger, verdict.row, verdict.moves[0]?.from);
    return [{ what: `${place} ${before}; its words are unchanged.`, pieces: [] }];
  }
  const deed = 'since' in verdict ? `${place}, ${DEEDS[verdict.what]} in edition ${verdict.since}:` : place;
  return (account?.wordings ?? []).map(({ what, pieces }) => ({
    what: 'since' in verdict && what === '' ? deed : `${place}. ${what}`,
    pieces,
  }));
}

function commonDeed(verdicts: readonly PassageVerdict[]): string {
  const deeds = new Set(verdicts.map(({ what }) => DEEDS[what]));
  return deeds.size === 1 ? [...deeds][0]! : 'changed';
}

function isUnchanged(verdict: PassageVerdict): boolean {
  if (verdict.what === 'untold') return verdict.wordings.length < 2;
  return verdict.what === 'same' && verdict.moves.length === 0;
}

/** “Sentences 2 to 3 of paragraph 8” */
function rangeInWords(ledger: Ledger, rows: readonly Row[]): string {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  if (first === last) return capitalized(placeInSentence(ledger, first));
  const [block, end] = [blockOf(ledger, first), blockOf(ledger, last)];
  if (block !== end || first === block)
    return `${capitalized(placeInSentence(ledger, first))} to ${placeInSentence(ledger, last)}`;
  return `Sentences ${sentenceLabel(block, first)} to ${sentenceLabel(block, last)} of ${blockInWords(block)}`;
}

function rangeNoun(rows: readonly Row[]): string {
  return rows.every(({ kind }) => kind === 'sentence') ? 'sentence' : 'passage';
}

/** What stands between two ends now. */
function stretch({ anchors }: Ledger, first: Row, last: Row): Row[] {
  const [from, to] = [anchors.indexOf(first), anchors.indexOf(last)];
  return anchors.slice(from, to + 1).filter((row) => isPresent(row) && row.text !== undefined);
}

function blank(row: Row): Pick<Account, 'wordings' | 'passages' | 'fresh'> {
  return { wordings: [], passages: [row], fresh: [] };
}

/** The earlier wording: what has gone of it, and what has stayed. */
function before(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(({ what }) => what !== 'new');
}

function keyOf(pieces: readonly Piece[]): string | undefined {
  const [isStruck, isNew] = (['gone', 'new'] as const).map((kind) =>
    pieces.some(({ what }) => what === kind),
  );
  if (!isStruck && !isNew) return undefined;
  if (!isNew) return 'Struck words have gone.';
  return isStruck
    ? 'Struck words have gone; words with a line above them, below, are new.'
    : 'Words with a line above them, below, are new.';
}

function newOf(pieces: readonly Piece[]): string {
  return pieces.some(({ what }) => what === 'new') ? '; the words with a line above them are new' : '';
}

function citedFrom({ editions }: Ledger, { edition }: State): string {
  return `The words cited, edition ${edition} of ${dayOf(editions, edition)}:`;
}

function lastWords({ was = [] }: Row): State {
  return was.findLast(({ hash }) => hash !== undefined)!;
}

function dayOf(editions: Ledger['editions'], number: number): string {
  return dayInWords(editions[number - 1]!.date);
}

/** A sentence's own number; a block's name. */
function labelOf(ledger: Ledger, row: Row): string {
  const block = blockOf(ledger, row);
  return row === block ? blockInWords(row) : sentenceLabel(block, row);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
