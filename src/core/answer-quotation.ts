import { readingPath, notePath } from './address.ts';
import type { Answer, Run } from './answer.ts';
import { editionsOf } from './answer-link.ts';
import { answerPassage } from './answer-passage.ts';
import { asQuoted, placeRun } from './answer-words.ts';
import { type EditionText, type Passage, textOfEdition } from './edition-text.ts';
import { shorten } from './fingerprint.ts';
import { hash } from './hash.ts';
import { findRow, type Ledger } from './ledger.ts';
import { placeOfRows } from './row-place.ts';
import type { Published, PublishedNote } from './published.ts';
import { type Pattern, patternOf, withoutStops } from './quote-pattern.ts';
import {
  findNear,
  findQuote,
  LONGEST_COMPARED,
  missingParts,
  type Near,
  type Searchable,
  type Stretch,
  toSearchable,
} from './quote-search.ts';
import { judgePassage } from './verdict.ts';

/** A reading, with all its words made ready to be searched when they first are. */
export interface Shelf {
  reading: Published;
  /** The reading's title, where there are several readings: a place then says of which. */
  name?: string | undefined;
  present: () => SearchableEdition;
  /** The newest first. */
  earlier: () => SearchableEdition[];
  notes: () => SearchableNotes;
}

type SearchableEdition = EditionText & Searchable;

/** All notes in one: hundreds of short texts would each have to be searched for what comes near. */
interface SearchableNotes extends Searchable {
  pieces: NotePiece[];
}
/** What a note says, or an excerpt in it, and its place in the whole. */
interface NotePiece extends Stretch {
  note: PublishedNote;
  isExcerpt: boolean;
}

/** Between two notes: no quotation has it. */
const BETWEEN = '\u0001';

/** @returns readings whose words are prepared once, when a quotation first needs them */
export function shelve(readings: readonly Published[]): Shelf[] {
  return readings.map((reading) => {
    const { ledger, notes } = reading;
    const last = ledger.editions.length;
    const editionOf = (edition: number) => prepare(textOfEdition(ledgerOf(reading, edition), edition));
    return {
      reading,
      name: readings.length > 1 ? reading.title : undefined,
      present: once(() => editionOf(last)),
      earlier: once(() => Array.from({ length: last - 1 }, (_, index) => editionOf(last - 1 - index))),
      notes: once(() => joinNotes(notes)),
    };
  });
}

function joinNotes(notes: readonly PublishedNote[]): SearchableNotes {
  const pieces: NotePiece[] = [];
  let text = '';
  for (const note of notes) {
    for (const [index, words] of [note.said, ...note.excerpts].entries()) {
      pieces.push({ note, isExcerpt: index > 0, start: text.length, end: text.length + words.length });
      text += words + BETWEEN;
    }
  }
  return { pieces, ...toSearchable(text) };
}

/** An edition's own ledger, where it is known. */
function ledgerOf(reading: Published, edition: number): Ledger {
  return editionsOf(reading).find(({ editions }) => editions.length === edition) ?? reading.ledger;
}

function prepare(text: EditionText): SearchableEdition {
  const { text: original, ...rest } = text;
  return { ...rest, ...toSearchable(original) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * @param words a quotation, without the marks around it
 * @param shelves where it may come from
 * @returns where it stands word for word; else in which earlier edition; else in which note; else what comes near it
 */
export function answerQuotation(words: string, shelves: readonly Shelf[]): Answer {
  const pattern = patternOf(words);
  if (pattern.parts.length === 0)
    return {
      finding: 'missing',
      lead: 'No words',
      words: [' to look for: all of it stands in brackets.'],
      diffs: [],
    };
  return (
    inPresent(pattern, shelves) ??
    asTitle(pattern, shelves) ??
    inEarlier(pattern, shelves) ??
    inNotes(pattern, shelves) ??
    nearest(words, pattern, shelves) ??
    notFound(words)
  );
}

function inPresent(pattern: Pattern, shelves: readonly Shelf[]): Answer | undefined {
  for (const shelf of shelves) {
    const text = shelf.present();
    const [place, ...others] = findQuote(pattern, text);
    if (!place) continue;
    const more =
      others.length === 0
        ? '.'
        : `, and in ${others.length === 1 ? 'another place' : `${others.length} other places`}.`;
    return {
      finding: 'exact',
      lead: 'Found word for word',
      words: [
        `${exceptions(pattern)} in `,
        ...placeIn(shelf, passagesOf(text, place)),
        more,
        ...speakerOf(shelf, text, place),
      ],
      diffs: [],
    };
  }
  return undefined;
}

/** What was not compared. */
function exceptions({ omits, brackets }: Pattern): string {
  const parts = [...(omits ? ['words left out'] : []), ...(brackets ? ['what stands in brackets'] : [])];
  return parts.length === 0 ? '' : `, but for ${parts.join(' and ')},`;
}

function passagesOf({ passages }: EditionText | SearchableEdition, { start, end }: Stretch): Passage[] {
  return passages.filter((passage) => passage.end > start && passage.start < end);
}

/** Where passages of the present text stand, leading there. */
function placeIn({ reading, name }: Shelf, passages: readonly Passage[]): Run[] {
  const [first, last] = [passages[0]!.row, passages.at(-1)!.row];
  const of = name === undefined ? [] : [` of ${name}`];
  if (first === last) return [placeRun(reading, first), ...of];
  const version = shorten(hash(passages.map(({ state }) => state.text).join(' ')));
  const to = `${readingPath(reading)}?v=${version}&to=${last.anchor}#${first.anchor}`;
  return [{ text: placeOfRows(reading.ledger, first, last), to }, ...of];
}

/** Words that are a quotation there are somebody else's. */
function speakerOf({ reading }: Shelf, { original }: SearchableEdition, { start, end }: Stretch): Run[] {
  const note = reading.notes.find(({ by, quote, prefix, suffix }) => {
    const at = by === undefined ? -1 : original.indexOf(prefix + quote + suffix);
    const from = at + prefix.length;
    return at >= 0 && from <= start && end <= from + quote.length;
  });
  return note?.by === undefined ? [] : [` There it is itself a quotation, of ${note.by}.`];
}

/** A reference in a list gives a title in quotation marks, in the letters of its style. */
function asTitle({ parts }: Pattern, shelves: readonly Shelf[]): Answer | undefined {
  const plain = (pattern: Pick<Pattern, 'parts'>) =>
    pattern.parts.map(({ text }) => text.toLowerCase()).join(' ');
  for (const { reading } of shelves) {
    if (plain(patternOf(reading.title.replace(/^\[(.*)\]$/su, '$1'))) !== plain({ parts })) continue;
    const run = { text: reading.title, to: readingPath(reading) };
    return { finding: 'exact', lead: 'The title', words: [' of ', run, '.'], diffs: [] };
  }
  return undefined;
}

function inEarlier(pattern: Pattern, shelves: readonly Shelf[]): Answer | undefined {
  for (const shelf of shelves) {
    for (const text of shelf.earlier()) {
      const place = findQuote(pattern, text)[0];
      if (place) return answerEarlier(shelf, text.edition, passagesOf(text, place), exceptions(pattern));
    }
  }
  return undefined;
}

/** What stood in an edition, and what has become of it since. */
function answerEarlier(shelf: Shelf, edition: number, passages: readonly Passage[], but: string): Answer {
  const { reading, name } = shelf;
  const answers = passages.map(({ row, state }) => {
    const verdict = judgePassage(reading.ledger, { anchor: row.anchor, fingerprint: shorten(state.hash!) });
    return answerPassage(verdict, reading, ' since');
  });
  const changed = answers.filter(({ finding }) => finding !== 'same' && finding !== 'moved');
  const told = (changed.length > 0 ? changed : answers).flatMap(({ lead, words }): Run[] => [
    ' ',
    lead,
    ...words,
  ]);
  return {
    finding: 'earlier',
    lead: 'Found word for word',
    words: [`${but} in edition ${edition} only${name === undefined ? '' : ` of ${name}`}.`, ...told],
    diffs: changed.flatMap(({ diffs }) => diffs),
  };
}

function inNotes(pattern: Pattern, shelves: readonly Shelf[]): Answer | undefined {
  for (const { reading, notes } of shelves) {
    const text = notes();
    const [piece] = findQuote(pattern, text).flatMap((place) => pieceOf(text, place) ?? []);
    if (piece)
      return {
        finding: 'exact',
        lead: 'Found word for word',
        words: [`${exceptions(pattern)} in `, ...noteRuns(reading, piece), '.'],
        diffs: [],
      };
  }
  return undefined;
}

/** The note, or the excerpt, that a stretch is wholly in. */
function pieceOf({ pieces }: SearchableNotes, { start, end }: Stretch): NotePiece | undefined {
  return pieces.find((piece) => piece.start <= start && end <= piece.end);
}

function noteRuns(reading: Published, { note, isExcerpt }: NotePiece): Run[] {
  const run = { text: `the note on ${asQuoted(note.quote)}`, to: notePath(reading, note.id) };
  return isExcerpt ? ['an excerpt from a source, in ', run] : [run];
}

interface Candidate extends Near {
  place: Run[];
}

/** The nearest of all: the present text first, where two are as near. */
function nearest(words: string, pattern: Pattern, shelves: readonly Shelf[]): Answer | undefined {
  if (pattern.parts.length > 1) return nearestPart(pattern, shelves);
  const found = candidates(withoutStops(words), shelves).sort(
    (one, other) => one.distance - other.distance,
  )[0];
  return found && withDifference(found);
}

function withDifference({ place, diff }: Candidate): Answer {
  return { finding: 'near', lead: 'Found, with a difference', words: [' in ', ...place, ':'], diffs: [diff] };
}

function candidates(words: string, shelves: readonly Shelf[]): Candidate[] {
  return shelves.flatMap((shelf) => {
    const present = near(shelf.present(), (text, found) => placeIn(shelf, passagesOf(text, found)));
    const earlier = shelf
      .earlier()
      .flatMap((text) =>
        near(text, (edition, found) => [
          ...earlierPlace(shelf, passagesOf(edition, found)),
          `, as it was in edition ${edition.edition}`,
        ]),
      );
    const notes = near(shelf.notes(), (text, found) => {
      const piece = pieceOf(text, found);
      return piece && noteRuns(shelf.reading, piece);
    });
    return [...present, ...earlier, ...notes];
  });

  function near<Text extends Searchable>(
    text: Text,
    placeOf: (text: Text, found: Near) => Run[] | undefined,
  ): Candidate[] {
    const found = findNear(words, text);
    const place = found && placeOf(text, found);
    return place ? [{ ...found, place }] : [];
  }
}

/** A place of an earlier edition leads to where it is, or is told of, now. */
function earlierPlace({ reading, name }: Shelf, passages: readonly Passage[]): Run[] {
  const [first, last] = [passages[0]!, passages.at(-1)!].map(({ row }) =>
    findRow(reading.ledger, row.anchor),
  );
  if (!first || !last) return ['the text'];
  const to = `${readingPath(reading)}#${first.anchor}`;
  return [
    { text: placeOfRows(reading.ledger, first, last), to },
    ...(name === undefined ? [] : [` of ${name}`]),
  ];
}

/** Where words are left out or bracketed, the first part that stands nowhere is told of. */
function nearestPart(pattern: Pattern, shelves: readonly Shelf[]): Answer | undefined {
  for (const shelf of shelves) {
    const text = shelf.present();
    const missing = missingParts(pattern, text);
    if (missing.length === pattern.parts.length && missing.length > 1) continue;
    if (missing.length === 0)
      return {
        finding: 'near',
        lead: 'Found, with a difference:',
        words: [' its parts stand in the text, but not in this order, or far from one another.'],
        diffs: [],
      };
    const found = candidates(missing[0]!.text, [shelf]).sort(
      (one, other) => one.distance - other.distance,
    )[0];
    if (found) return withDifference(found);
  }
  return undefined;
}

function notFound(words: string): Answer {
  const tail =
    words.length > LONGEST_COMPARED
      ? ' It is too long to be told what comes near it: ask for a paragraph at a time.'
      : ' No sentence comes near it.';
  return { finding: 'missing', lead: 'Not found', words: [' in any edition.', tail], diffs: [] };
}
