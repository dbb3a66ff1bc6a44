import { whereBefore } from './account.ts';
import { nounOf } from './passage-words.ts';
import { shorten } from './fingerprint.ts';
import {
  blockOf,
  type Ledger,
  type RecordedNote,
  type Row,
  type State,
  stateIn,
  statesOf,
} from './ledger.ts';
import { capitalized, inEnglish, ofMany } from './tally.ts';
import { diffWords, type Piece } from './word-diff.ts';
import { wordsIn } from './wording.ts';

/** What an edition did to a passage. */
const DEEDS = ['edited', 'moved', 'divided', 'joined', 'removed', 'added', 'restored'] as const;
type Deed = (typeof DEEDS)[number];

/** A change of one passage from an edition to the next. */
export interface Change {
  row: Row;
  deed: Deed;
  /** Where it stood before, where it moved too. */
  moved?: string;
  /** Fingerprints of the words before and after; of what was divided or joined there are several. */
  before: string[];
  after: string[];
  /** Both wordings in one: what is gone and what is new. */
  pieces: Piece[];
  /** What it was divided into, or what was joined to it; itself not among them. */
  others: Row[];
  /** Further anchors whose change this is: of the sentences of a whole paragraph, of the paragraph of a sentence. */
  also: string[];
}

/** A change of what a note says, or that it came or went. */
export interface NoteChange {
  annotation: string;
  before?: RecordedNote;
  after?: RecordedNote;
  /** Why it was withdrawn. */
  why?: string;
}

/**
 * @param ledger a reading's ledger
 * @param edition the number of one of its editions but the first
 * @returns what it changed, in the order of the text. Sentences that came or went with their paragraph are told with
 *   it; a paragraph of which only sentences changed is told by those.
 */
export function changesOf(ledger: Ledger, edition: number): Change[] {
  const where = whereIn(ledger, edition);
  const found = ledger.anchors.flatMap((row) => changeOf(where, row) ?? []);
  const changes = found.filter((change) => !hostOf(ledger, change, found, edition));
  for (const change of found) hostOf(ledger, change, found, edition)?.also.push(change.row.anchor);
  for (const row of ledger.anchors) tellBySentences(where, row, changes);
  return changes;
}

/** @returns what an edition changed of the notes, in the order in which the ledger has them */
export function noteChangesOf(ledger: Ledger, edition: number): NoteChange[] {
  return ledger.annotations.flatMap(({ annotation, notes, withdrawn }) => {
    const states = notes.map((after, index): NoteChange => {
      const before = notes[index - 1];
      return { annotation, ...(before && { before }), after };
    });
    const last = notes.at(-1);
    const end: NoteChange[] =
      withdrawn?.edition === edition
        ? [{ annotation, ...(last && { before: last }), why: withdrawn.why }]
        : [];
    // What the first edition said at its beginning is no change.
    const isChange = ({ before, after }: NoteChange) =>
      after!.edition === edition && (edition > 1 || before !== undefined);
    return [...states.filter(isChange), ...end];
  });
}

/** @returns in a sentence how many passages an edition edited, moved, divided, joined, removed and added */
export function changesInEnglish(changes: readonly Change[]): string {
  const groups = [...Map.groupBy(changes, ({ row }) => nounOf(row))];
  // Sentences first: most changes are theirs.
  const clauses = groups
    .sort(([one], [other]) => Number(other === 'sentence') - Number(one === 'sentence'))
    .map(clause);
  if (clauses.length === 0) return 'No words changed.';
  return `${capitalized(clauses.join('; '))}.`;
}

/** In which edition of which text. */
interface Where {
  ledger: Ledger;
  edition: number;
  /** What was divided from a passage in it, and what was joined to one, by its anchor. */
  parts: ReadonlyMap<string | undefined, readonly Row[]>;
  lost: ReadonlyMap<string | undefined, readonly Row[]>;
}

function whereIn(ledger: Ledger, edition: number): Where {
  const fresh = ledger.anchors.filter((row) => row.from !== undefined && firstEdition(row) === edition);
  const gone = ledger.anchors.flatMap((row) => {
    const state = stateIn(row, edition);
    return state?.into !== undefined && state.edition === edition ? [{ row, into: state.into }] : [];
  });
  const lost = new Map(
    Array.from(
      Map.groupBy(gone, ({ into }) => into),
      ([into, each]) => [into, each.map(({ row }) => row)],
    ),
  );
  return { ledger, edition, parts: Map.groupBy(fresh, ({ from }) => from), lost };
}

/** What an edition did to a passage itself. */
function changeOf(where: Where, row: Row): Change | undefined {
  const { ledger, edition } = where;
  const [before, after] = [stateIn(row, edition - 1), stateIn(row, edition)];
  const [was, is] = [standing(before), standing(after)];
  const isPart = row.from !== undefined && firstEdition(row) === edition;
  const isJoined = was && after?.gone === 'merged';
  // Told with what it came from, or went into.
  if (isPart || isJoined || (!was && !is)) return undefined;
  const parts = where.parts.get(row.anchor) ?? [];
  const lost = where.lost.get(row.anchor) ?? [];
  const move = was && is && row.moves?.find((each) => each.edition === edition);
  const moved = move && { moved: whereBefore(ledger, row, move.from) };
  const change = (deed: Deed, from: readonly Row[], into: readonly Row[]): Change => ({
    row,
    deed,
    ...moved,
    ...wordings(where, from, into),
    others: [...parts, ...lost],
    also: [...parts, ...lost].map(({ anchor }) => anchor),
  });
  if (!was) return change(before ? 'restored' : 'added', [], [row]);
  if (!is) return change('removed', [row], []);
  if (parts.length > 0) return change('divided', [row], [row, ...parts]);
  if (lost.length > 0) return change('joined', [row, ...lost], [row]);
  // A paragraph of which nothing but sentences changed is told by those.
  if (was.hash !== is.hash && isWhole(row)) return change('edited', [row], [row]);
  return move && change('moved', [row], [row]);
}

function wordings({ ledger, edition }: Where, from: readonly Row[], into: readonly Row[]) {
  const told = (rows: readonly Row[], number: number) => {
    const states = rows.map((row) => ({ row, state: stateIn(row, number)! }));
    return {
      words: states.map(({ row, state }) => wordsIn(ledger, row, state)).join(' '),
      fingerprints: states.map(({ state }) => shorten(state.hash!)),
    };
  };
  const [before, after] = [told(from, edition - 1), told(into, edition)];
  return {
    before: before.fingerprints,
    after: after.fingerprints,
    pieces: diffWords(before.words, after.words),
  };
}

/** The change of a whole paragraph that a sentence came, went or moved with. */
function hostOf(
  ledger: Ledger,
  { row, deed }: Change,
  found: readonly Change[],
  edition: number,
): Change | undefined {
  if (row.kind !== 'sentence') return undefined;
  const of = (block: Row | undefined, deeds: readonly Deed[]) =>
    found.find((host) => host.row === block && deeds.includes(host.deed));
  if (deed !== 'moved') return of(blockOf(ledger, row), [deed]);
  const from = row.moves?.find((move) => move.edition === edition)?.from;
  const parting = found.find(
    ({ row: host, deed: how, others }) =>
      (how === 'divided' && host.anchor === from) ||
      (how === 'joined' && others.some(({ anchor }) => anchor === from)),
  );
  return parting?.row.kind === 'sentence' ? undefined : parting;
}

/** A paragraph of which only sentences changed goes with the first of them. */
function tellBySentences({ ledger, edition }: Where, row: Row, changes: readonly Change[]) {
  const [before, after] = [stateIn(row, edition - 1), stateIn(row, edition)];
  const isTold = changes.some((change) => change.row === row || change.also.includes(row.anchor));
  if (row.kind === 'sentence' || isTold || before?.hash === after?.hash) return;
  const touches = (change: Change) =>
    [change.row, ...change.others].some((each) => blockOf(ledger, each) === row) ||
    change.row.moves?.some((move) => move.edition === edition && move.from === row.anchor);
  changes.find(touches)?.also.push(row.anchor);
}

/** Heads the sentence of counts: how many of one kind of passage, and what was done to them. */
function clause([noun, changes]: [string, Change[]], index: number): string {
  const counts = DEEDS.map((deed) => ({
    deed,
    count: changes.filter((change) => change.deed === deed).length,
  }));
  const done = counts.filter(({ count }) => count > 0);
  const first = done[0]!;
  const told = [
    `${inEnglish(first.count)} ${ofMany(first.count, noun)} ${first.deed}`,
    ...done.slice(1).map(({ deed, count }) => `${inEnglish(count)} ${deed}`),
  ].join(', ');
  const undone = counts
    .filter(({ deed, count }) => count === 0 && deed !== 'restored')
    .map(({ deed }) => deed);
  return index > 0 || noun !== 'sentence' || undone.length === 0
    ? told
    : `${told}, none ${OR.format(undone)}`;
}

const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** A state in which a passage is in the text. */
function standing(state: State | undefined): State | undefined {
  return state?.gone === undefined ? state : undefined;
}

/** Whether its words are its own, and not those of sentences. */
function isWhole({ kind }: Row): boolean {
  return kind !== 'paragraph' && kind !== 'byline';
}

function firstEdition(row: Row): number {
  return statesOf(row)[0]!.edition;
}
