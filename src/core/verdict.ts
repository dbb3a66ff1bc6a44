import { isFingerprint, shorten } from './fingerprint.ts';
import { hash } from './hash.ts';
import {
  findRow,
  isPresent,
  type Ledger,
  type Recorded,
  type RecordedNote,
  type Row,
  type State,
  statesOf,
} from './ledger.ts';

/*
 * What has become of something cited. Pure, small enough for the browser, and the only judge: the reading page, the
 * page that checks citations and `npm run verify` say what this finds.
 */

/** A passage as a link cites it. */
export interface CitedPassage {
  anchor: string;
  /** The last passage of a range. */
  to?: string | undefined;
  /** What stands after `v=`, as it was found; a fingerprint is seven hexadecimal digits. */
  fingerprint?: string | undefined;
}

export type PassageVerdict =
  /** The words are those cited: in the same place, or, where there are moves, in another. */
  | { what: 'same'; row: Row; state: State; moves: NonNullable<Row['moves']> }
  /** `cited` is the wording cited, `since` the edition in which it gave way, `row` has the present one. */
  | { what: 'edited'; row: Row; cited: State; since: number; moves: NonNullable<Row['moves']> }
  /** The passage is now several: `parts`, in the order of the text, itself among them. */
  | { what: 'split'; row: Row; cited: State; since: number; parts: Row[] }
  /** The words are in another passage now. */
  | { what: 'merged'; row: Row; cited?: State; since: number; into: Row }
  /** `last` is its last wording; `near` the nearest passage that remains. */
  | { what: 'removed'; row: Row; cited?: State; last: State; since: number; near?: Row }
  /** A fingerprint that none of its wordings ever had. */
  | { what: 'unknown'; row: Row; fingerprint: string }
  /** Not seven hexadecimal digits. */
  | { what: 'malformed'; row: Row; fingerprint: string }
  /** Without a fingerprint it cannot be told; `wordings` are all so far, the oldest first. */
  | { what: 'untold'; row: Row; wordings: State[] }
  /** No anchor of this text, in any edition. */
  | { what: 'never'; anchor: string };

/**
 * @param ledger a reading's ledger
 * @param cited an anchor of it, perhaps with a fingerprint; not a range
 * @returns what has become of the passage since it was cited
 */
export function judgePassage(ledger: Ledger, { anchor, fingerprint }: CitedPassage): PassageVerdict {
  const row = findRow(ledger, anchor);
  if (!row) return { what: 'never', anchor };
  const states = statesOf(row);
  const wordings = states.filter(({ hash }) => hash !== undefined);
  if (fingerprint === undefined) return row.gone ? becameOf(ledger, row) : { what: 'untold', row, wordings };
  if (!isFingerprint(fingerprint)) return { what: 'malformed', row, fingerprint };
  const found = states.findLastIndex(({ hash }) => hash?.startsWith(fingerprint.toLowerCase()));
  if (found < 0) return { what: 'unknown', row, fingerprint };
  const cited = states[found]!;
  if (row.gone) return becameOf(ledger, row, cited);
  const moves = (row.moves ?? []).filter(({ edition }) => edition > cited.edition);
  if (found === states.length - 1) return { what: 'same', row, state: cited, moves };
  const since = states[found + 1]!.edition;
  const parts = partsOf(ledger, row, cited);
  if (parts.length > 1) return { what: 'split', row, cited, since, parts };
  return { what: 'edited', row, cited, since, moves };
}

/** What became of a range of passages. */
export type RangeVerdict =
  /** The range was found in an edition, the latest that has it: the verdict on each of its passages, in order. */
  | { what: 'range'; edition: number; fingerprint: string; passages: PassageVerdict[] }
  /** Its ends stand in the text, and nothing between them ever had this fingerprint. */
  | { what: 'unknown'; first: Row; last: Row; fingerprint: string }
  | { what: 'malformed'; first: Row; last: Row; fingerprint: string }
  /** Without a fingerprint: the verdicts without one, and whether all between its ends has had one wording only. */
  | { what: 'untold'; passages: PassageVerdict[]; isSingle: boolean }
  /** One of its ends was never an anchor of this text. */
  | { what: 'never'; anchor: string };

/**
 * @param editions the ledgers of all editions, the oldest first, the present one last: an edition's own ledger alone
 *   knows the order of its text
 * @param cited the two ends, and the fingerprint of the sentences between them, joined by one space
 */
export function judgeRange(
  editions: readonly Ledger[],
  { anchor, to, fingerprint }: CitedPassage & { to: string },
): RangeVerdict {
  const present = editions.at(-1)!;
  const [first, last] = [findRow(present, anchor), findRow(present, to)];
  if (!first) return { what: 'never', anchor };
  if (!last) return { what: 'never', anchor: to };
  if (fingerprint === undefined) {
    const rows = between(present, anchor, to);
    const passages = (rows.length > 0 ? rows : [first, last]).map((row) => judgePassage(present, row));
    return { what: 'untold', passages, isSingle: haveOneWording(editions, anchor, to) };
  }
  if (!isFingerprint(fingerprint)) return { what: 'malformed', first, last, fingerprint };
  for (const ledger of editions.toReversed()) {
    const rows = between(ledger, anchor, to);
    const words = rows.map(({ text }) => text ?? '').join(' ');
    if (rows.length === 0 || !hash(words).startsWith(fingerprint.toLowerCase())) continue;
    const passages = rows.map((row) =>
      judgePassage(present, { anchor: row.anchor, fingerprint: shorten(row.hash!) }),
    );
    const { edition } = ledger.editions.at(-1)!;
    return { what: 'range', edition, fingerprint: fingerprint.toLowerCase(), passages };
  }
  return { what: 'unknown', first, last, fingerprint };
}

/** Whether a range was the same in every edition that had its ends: what goes from between them has no line of its own. */
function haveOneWording(editions: readonly Ledger[], anchor: string, to: string): boolean {
  const known = editions.filter((ledger) =>
    [anchor, to].every((name) => ledger.anchors.some((row) => row.anchor === name)),
  );
  const wordings = known.map((ledger) =>
    between(ledger, anchor, to)
      .map(({ text }) => text ?? '')
      .join(' '),
  );
  return new Set(wordings).size === 1 && wordings[0] !== '';
}

export type NoteVerdict =
  | { what: 'same'; row: Recorded; note: RecordedNote }
  /** `cited` is what the note said, `now` what it says. */
  | { what: 'changed'; row: Recorded; cited: RecordedNote; now: RecordedNote }
  | { what: 'withdrawn'; row: Recorded; cited?: RecordedNote; last?: RecordedNote }
  | { what: 'unknown'; row: Recorded; fingerprint: string }
  | { what: 'malformed'; row: Recorded; fingerprint: string }
  | { what: 'untold'; row: Recorded }
  | { what: 'never'; id: string };

/**
 * @param ledger a reading's ledger
 * @param id an annotation's
 * @param fingerprint what stands after `v=` in the link, if anything does
 * @returns whether the note still says what it said when it was cited
 */
export function judgeNote(ledger: Ledger, id: string, fingerprint?: string): NoteVerdict {
  const row = ledger.annotations.find(({ annotation }) => annotation === id);
  if (!row) return { what: 'never', id };
  const last = row.notes.at(-1);
  const cited =
    fingerprint === undefined
      ? undefined
      : row.notes.findLast(({ hash }) => hash.startsWith(fingerprint.toLowerCase()));
  if (fingerprint !== undefined && !isFingerprint(fingerprint))
    return { what: 'malformed', row, fingerprint };
  if (row.withdrawn) return { what: 'withdrawn', row, ...(cited && { cited }), ...(last && { last }) };
  if (fingerprint === undefined) return { what: 'untold', row };
  if (!cited) return { what: 'unknown', row, fingerprint };
  return cited === last ? { what: 'same', row, note: cited } : { what: 'changed', row, cited, now: last! };
}

/** What became of a passage that is in the text no more. */
function becameOf(ledger: Ledger, row: Row, cited?: State): PassageVerdict {
  const since = row.edition;
  const end = follow(ledger, row);
  const given = cited && { cited };
  if (isPresent(end)) return { what: 'merged', row, ...given, since, into: end };
  const last = row.was!.findLast(({ hash }) => hash !== undefined)!;
  const near = nearestOf(ledger, end);
  return { what: 'removed', row, ...given, last, since, ...(near && { near }) };
}

/** The passage that has a merged one's words, over several merges; a ledger never leads in a circle. */
function follow(ledger: Ledger, row: Row): Row {
  const into = row.into === undefined ? undefined : findRow(ledger, row.into);
  return into ? follow(ledger, into) : row;
}

/** The nearest passage that remains, where the nearest at that time may have gone since. */
function nearestOf(ledger: Ledger, row: Row): Row | undefined {
  const seen = new Set<Row>();
  let near: Row | undefined = row;
  while (near?.gone !== undefined && !seen.has(near)) {
    seen.add(near);
    const name: string | undefined = near.into ?? near.near;
    near = name === undefined ? undefined : findRow(ledger, name);
  }
  return near && isPresent(near) ? near : undefined;
}

/** A passage and what was divided from it since a wording, as far as it is in the text, in the text's order. */
function partsOf(ledger: Ledger, row: Row, cited: State): Row[] {
  const isPart = (part: Row): boolean =>
    part === row || (part.from === row.anchor && statesOf(part)[0]!.edition > cited.edition);
  return ledger.anchors.filter((part) => isPresent(part) && isPart(part));
}

/** The sentences, and blocks that have none, from one anchor to another as a ledger has them; none where it has not both. */
function between(ledger: Ledger, from: string, to: string): Row[] {
  const rows = ledger.anchors.filter(isPresent);
  const [start, end] = [from, to].map((name) => rows.findIndex(({ anchor }) => anchor === name));
  if (start! < 0 || end! < start!) return [];
  // A block that has sentences has no text of its own; where it is the end, its sentences are in the range.
  let last = end!;
  if (rows[last]!.text === undefined) while (rows[last + 1]?.kind === 'sentence') last += 1;
  return rows.slice(start, last + 1).filter(({ text }) => text !== undefined);
}
