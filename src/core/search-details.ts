import { inWords } from './date.ts';
import { readAliases } from './alias.ts';
import type { FindableNote, FindablePiece } from './findable.ts';
import type { NoteDetails, PieceDetails } from './search-pack.ts';
import { aliasesOf, authorsOf, bodyOf, citedIn, publisherOf } from './search-record.ts';
import { shortName, type Source } from './source.ts';

/**
 * @param found a note or a piece of evidence
 * @param sources the records that its reading cites, by key
 * @returns what is shown of it when it comes into sight, beyond what the pack has
 */
export function toDetails(
  found: FindableNote | FindablePiece,
  sources: ReadonlyMap<string, Source>,
): NoteDetails | PieceDetails {
  return found.in === 'note' ? ofNote(found, sources) : ofPiece(found, sources);
}

function ofNote({ ordinal, annotation }: FindableNote, sources: ReadonlyMap<string, Source>): NoteDetails {
  const cited = citedIn(annotation).flatMap((key) => sources.get(key) ?? []);
  return {
    ordinal,
    body: [...bodyOf(annotation), ...annotation.since.map(({ text }) => text)],
    names: [...new Set(cited.map(shortName))],
    aliases: readAliases(annotation.aliases),
  };
}

function ofPiece({ ordinal, evidence }: FindablePiece, sources: ReadonlyMap<string, Source>): PieceDetails {
  const { excerpt, lang, rendering, bearing } = evidence;
  const source = sources.get(evidence.source);
  const authors = source && authorsOf(source);
  const publisher = source && publisherOf(source);
  return {
    ordinal,
    excerpt,
    ...(lang !== undefined && { language: lang }),
    ...(rendering !== undefined && { rendering }),
    source: evidence.source,
    name: source ? shortName(source) : evidence.source,
    date: source?.issued === undefined ? 'no date shown' : inWords(source.issued),
    ...(source?.title !== undefined && { title: source.title }),
    ...(authors !== undefined && { authors }),
    ...(publisher !== undefined && { publisher }),
    bearing,
    aliases: aliasesOf(evidence, source),
  };
}
