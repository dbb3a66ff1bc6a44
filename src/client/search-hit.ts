import type { NoteDetails, PieceDetails, ShownNote, ShownPassage } from '../core/search-pack.ts';
import type { Bearing } from '../core/annotation.ts';
import { capitalized } from '../core/tally.ts';
import { element } from './element.ts';
import type { Hit } from './search-answer.ts';
import { type Asked, excerptOf, hasAny, putMarked } from './search-marks.ts';
import { stroke } from './search-stroke.ts';

/** What a hit is shown by, besides itself. */
export interface Shown {
  asked: Asked;
  /** Address of the site, ending in a slash. */
  site: string;
  /** As typed: a hit takes them along, so that they are found where it leads. */
  words: string;
  /** Whether hits are of several readings, and so have to say of which. */
  areSeveral: boolean;
}

/** A hit in the list, and what it does not show yet of what was asked. */
export interface Row {
  item: HTMLLIElement;
  /** Puts in what was fetched; undefined where it could not be. */
  fill: ((details: NoteDetails | PieceDetails | undefined) => void) | undefined;
}

/** What a piece of evidence does to the statement, after its words. */
const BEARS: Record<Bearing, string> = {
  supports: 'which it supports',
  qualifies: 'which it qualifies',
  contradicts: 'which it contradicts',
  context: 'to which it gives context',
};

/** @returns a hit: where it stands, then the words of the text or of the evidence, then what the note says */
export function drawHit(hit: Hit, shown: Shown): Row {
  const record = hit.index.packs.shown(hit.ordinal);
  const row = !record
    ? lostRow()
    : 'text' in record
      ? passageRow(hit, record, shown)
      : hit.place === 'note'
        ? noteRow(hit, record, shown)
        : pieceRow(hit, record, shown);
  row.item.dataset.ordinal = String(hit.ordinal);
  return row;
}

/** @returns the room of a hit that is not loaded yet */
export function awaitedRow({ ordinal }: Hit): HTMLLIElement {
  const item = element('li', 'hit awaited');
  item.dataset.ordinal = String(ordinal);
  item.ariaBusy = 'true';
  return item;
}

function passageRow(hit: Hit, { anchor, place, text }: ShownPassage, shown: Shown): Row {
  const item = element('li', 'hit');
  const body = element('div');
  const words = passageWords(hit);
  const there = element('a');
  there.href = addressOf(hit, anchor, shown);
  putMarked(there, text, shown.asked);
  words.append(there);
  body.append(words);
  item.append(placeLink(hit, place[0], place[1] ?? '', anchor, shown, text), body);
  return { item, fill: undefined };
}

function noteRow(hit: Hit, record: ShownNote, shown: Shown): Row {
  const form = record.status ?? 'remark';
  const item = element('li', `hit st-${form}`);
  const body = element('div');
  const words = passageWords(hit);
  const mark = element('a', `mark full st-${form}`);
  mark.href = addressOf(hit, `m-${record.id}`, shown);
  const quote = element('span', 'w');
  const inQuote = putMarked(quote, record.quote, shown.asked);
  mark.append(quote);
  words.append(mark);
  const line = standing(record);
  const inFinding = putMarked(line, record.finding, shown.asked);
  body.append(words, line);
  const name = `${record.quote} (${standingWords(record)})`;
  item.append(placeLink(hit, record.place, `note ${record.number}`, record.id, shown, name), body);
  const seen = shown.asked.terms.filter((_, term) => inQuote.has(term) || inFinding.has(term)).length;
  // Most of what was asked says why it is here: the rest is not worth a request.
  const isEnough = 2 * seen > shown.asked.terms.length;
  return { item, fill: isEnough ? undefined : (details) => body.append(...further(details, shown.asked)) };
}

function pieceRow(hit: Hit, record: ShownNote, shown: Shown): Row {
  const item = element('li', 'hit piece');
  const body = element('div');
  const words = element('p', 'hq');
  const line = element('p', 'hn');
  const note = element('a', '', record.quote);
  note.href = addressOf(hit, record.id, shown);
  line.append('Evidence for ', note);
  body.append(words, line);
  const name = `evidence for ${record.quote}`;
  item.append(placeLink(hit, record.place, `note ${record.number}`, record.id, shown, name), body);
  const fill: Row['fill'] = (details) => {
    if (!details || !('excerpt' in details)) words.replaceWith(lost('The excerpt'));
    else fillPiece(body, words, line, details, shown);
  };
  return { item, fill };
}

function fillPiece(
  body: HTMLElement,
  words: HTMLElement,
  line: HTMLElement,
  piece: PieceDetails,
  { asked, site }: Shown,
) {
  words.lang = piece.language ?? asked.language;
  words.dir = 'auto';
  putMarked(words, excerptOf(piece.excerpt, asked), asked);
  const source = element('a');
  source.href = `${site}sources/${piece.source}/`;
  putMarked(source, piece.name, asked);
  line.prepend(source, `, ${piece.date}. `);
  line.append(`, ${BEARS[piece.bearing]}.`);
  const others = [piece.rendering, piece.title, piece.authors, piece.publisher, ...piece.aliases];
  body.append(...foundIn(others, asked));
}

/** What else of a note has the words. */
function further(details: NoteDetails | PieceDetails | undefined, asked: Asked): HTMLElement[] {
  if (!details || !('body' in details)) return [lost('The rest of the note')];
  const { body, names, aliases } = details;
  return foundIn(
    [...body, ...names.map((name) => `Source: ${name}`), ...aliases.map((alias) => `Also ${alias}`)],
    asked,
  );
}

/** The first of some texts that have the words, each cut around them. */
function foundIn(texts: readonly (string | undefined)[], asked: Asked): HTMLElement[] {
  const having = texts.filter((text): text is string => text !== undefined && hasAny(text, asked));
  return having.slice(0, 1).map((text) => {
    const paragraph = element('p', 'ex');
    putMarked(paragraph, excerptOf(text, asked), asked);
    return paragraph;
  });
}

function lostRow(): Row {
  const item = element('li', 'hit');
  const body = element('div');
  body.append(lost('This hit'));
  item.append(element('span', 'loc', '–'), body);
  return { item, fill: undefined };
}

function lost(what: string): HTMLElement {
  return element('p', 'hn', `${what} could not be loaded.`);
}

function passageWords({ index, ordinal }: Hit): HTMLElement {
  const words = element('p', 'hq');
  words.lang = index.packs.readingOf(ordinal)!.language;
  words.dir = 'auto';
  return words;
}

/** The place is the hit’s link; its name says what stands there, too. */
function placeLink(
  hit: Hit,
  where: string,
  part: string,
  id: string,
  shown: Shown,
  name: string,
): HTMLElement {
  const link = element('a', 'loc', where);
  link.href = addressOf(hit, id, shown);
  if (part !== '') link.append(element('br'), ' ', element('span', '', part));
  if (shown.areSeveral) {
    const { title, language } = hit.index.packs.readingOf(hit.ordinal)!;
    const reading = element('cite', '', title);
    reading.lang = language;
    link.append(element('br'), ' ', reading);
  }
  link.append(element('span', 'visually-hidden', `: ${name}`));
  return link;
}

/** The stroke, the status and the kind. */
function standing({ status, kind }: ShownNote): HTMLElement {
  const line = element('p', 'hn');
  const word = element('b', 'sw', capitalized(status ?? 'remark'));
  if (status !== undefined && kind !== 'claim') word.append(element('span', 'kw', ` ${kind}`));
  word.append('.');
  line.append(stroke(status ?? 'remark'), ' ', word, ' ');
  return line;
}

function standingWords({ status, kind }: ShownNote): string {
  return status === undefined ? 'remark' : kind === 'claim' ? status : `${status} ${kind}`;
}

function addressOf({ index, ordinal }: Hit, id: string, { site, words }: Shown): string {
  const query = words === '' ? '' : `?${new URLSearchParams({ q: words })}`;
  return `${site}${index.packs.readingOf(ordinal)!.slug}/${query}#${encodeURIComponent(id)}`;
}
