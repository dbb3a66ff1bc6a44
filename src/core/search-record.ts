import { readAliases } from './alias.ts';
import type { Annotation, Evidence } from './annotation.ts';
import { firstDay, lastDay } from './date.ts';
import type { Findable, FindableNote, FindablePassage, FindablePiece } from './findable.ts';
import { EDITORS_LANGUAGE } from './language.ts';
import type { Facets } from './search-facet.ts';
import { readText, type Token } from './search-text.ts';
import { nameInWords, shortName, type Source } from './source.ts';

/** Between words that no phrase may join; one word to whoever counts words at white space, as Pagefind does. */
const BREAK = ' · ';

/** How much more a word counts where it stands in one part of a record than where it stands in another. */
const WEIGHTS = {
  passage: { heading: 4, text: 3, aliases: 1 },
  note: { quote: 4, finding: 3, aliases: 2, body: 1.5, since: 1, names: 0.6 },
  evidence: { excerpt: 3, source: 1 },
} as const;

/** What weighs as much is shown of a record at once: of a passage its text, of a note its quotation and its finding. */
const SHOWN = 3;

/** One thing that can be found, in the words of `tokensOf`. It has not heard of Pagefind. */
export interface SearchRecord {
  ordinal: number;
  fields: Field[];
  facets: Facets;
  /** The day on which its note was checked, ISO 8601. */
  checked?: string;
}

/** A part of a record: tokens, with a break between those that are not neighbours. */
interface Field {
  words: string;
  weight: number;
}

/** A text as it stands, its language, and its weight. */
interface Part {
  text: string | undefined;
  language: string;
  weight: number;
}

/**
 * @param found something that can be found
 * @param sources the records that its reading cites, by key
 * @returns by what it is found, and among what
 */
export function toSearchRecord(found: Findable, sources: ReadonlyMap<string, Source>): SearchRecord {
  if (found.in === 'passage') return passageRecord(found);
  return found.in === 'note' ? noteRecord(found, sources) : pieceRecord(found, sources);
}

/**
 * @param annotation an annotation
 * @returns keys of the sources that it cites, each once
 */
export function citedIn({ evidence, since }: Pick<Annotation, 'evidence' | 'since'>): string[] {
  return [...new Set([...evidence, ...since].map(({ source }) => source))];
}

/** @returns in what a source appeared, or who published it */
export function publisherOf(source: Source): string | undefined {
  return source['container-title'] ?? source.publisher;
}

/** @returns the words by which a record is found and which are shown of it at once */
export function shownWords({ fields }: SearchRecord): string[] {
  const shown = fields.filter(({ weight }) => weight >= SHOWN);
  return shown.flatMap(({ words }) => words.split(' ')).filter((word) => word !== BREAK.trim());
}

function passageRecord({ ordinal, reading, block, sentence, annotations }: FindablePassage): SearchRecord {
  const { heading, text, aliases } = WEIGHTS.passage;
  const statuses = annotations.flatMap(({ status }) => status ?? []);
  return {
    ordinal,
    fields: fieldsOf([
      {
        text: (sentence ?? block).text,
        language: reading.language,
        weight: block.kind === 'heading' ? heading : text,
      },
      ...aliasParts(
        annotations.flatMap((annotation) => readAliases(annotation.aliases)),
        aliases,
      ),
    ]),
    facets: {
      in: ['passage'],
      reading: [reading.slug],
      status: distinct(statuses),
      kind: distinct(annotations.map(({ kind }) => kind)),
    },
  };
}

function noteRecord(
  { ordinal, reading, annotation }: FindableNote,
  sources: ReadonlyMap<string, Source>,
): SearchRecord {
  const weights = WEIGHTS.note;
  const pieces = annotation.evidence.flatMap((piece) => readAliases(piece.aliases));
  const cited = citedIn(annotation).flatMap((key) => sources.get(key) ?? []);
  const ours = (text: string, weight: number): Part => ({ text, language: EDITORS_LANGUAGE, weight });
  return {
    ordinal,
    fields: fieldsOf([
      { text: annotation.quote, language: reading.language, weight: weights.quote },
      ours(annotation.finding, weights.finding),
      ...bodyOf(annotation).map((text) => ours(text, weights.body)),
      ...annotation.since.map(({ text }) => ours(text, weights.since)),
      ...distinct(cited.flatMap(namesOf)).map((text) => ours(text, weights.names)),
      ...aliasParts(distinct([...readAliases(annotation.aliases), ...pieces]), weights.aliases),
    ]),
    facets: {
      in: ['note'],
      ...ofAnnotation(reading.slug, annotation),
      ...ofSources(cited),
      bearing: distinct(annotation.evidence.map(({ bearing }) => bearing)),
    },
    ...checkOf(annotation),
  };
}

function pieceRecord(
  { ordinal, reading, annotation, evidence }: FindablePiece,
  sources: ReadonlyMap<string, Source>,
): SearchRecord {
  const weights = WEIGHTS.evidence;
  const source = sources.get(evidence.source);
  const language = source?.language ?? reading.language;
  const ofSource = source ? [source.title, authorsOf(source), ...namesOf(source)] : [];
  return {
    ordinal,
    fields: fieldsOf([
      { text: evidence.excerpt, language: evidence.lang ?? reading.language, weight: weights.excerpt },
      { text: evidence.rendering, language: EDITORS_LANGUAGE, weight: weights.excerpt },
      ...distinct(ofSource).map((text) => ({ text, language, weight: weights.source })),
      ...aliasParts(aliasesOf(evidence, source), weights.source),
    ]),
    facets: {
      in: ['evidence'],
      ...ofAnnotation(reading.slug, annotation),
      ...ofSources(source ? [source] : []),
      bearing: [evidence.bearing],
    },
    ...checkOf(annotation),
  };
}

/** @returns the paragraphs of a note below its finding, and what those it is about have answered */
export function bodyOf({ body, replies }: Pick<Annotation, 'body' | 'replies'>): string[] {
  return [...body.map(({ text }) => text), ...replies.map(({ from, text }) => `${from}: ${text}`)];
}

/** @returns the authors of a source as they are read, if any are known */
export function authorsOf({ author }: Source): string | undefined {
  return author?.map(nameInWords).join(', ');
}

/** @returns other spellings of what a piece of evidence names, and of its source */
export function aliasesOf({ aliases }: Evidence, source: Source | undefined): string[] {
  return distinct([...readAliases(aliases), ...(source?.aliases ?? [])]);
}

function namesOf(source: Source): string[] {
  return distinct([shortName(source), source['container-title'], source.publisher]);
}

function ofAnnotation(slug: string, { kind, status }: Annotation): Facets {
  return { reading: [slug], kind: [kind], status: status === undefined ? [] : [status] };
}

function ofSources(sources: readonly Source[]): Facets {
  return {
    source: sources.map(({ key }) => key),
    publisher: distinct(sources.map(publisherOf)),
    year: distinct(sources.flatMap(yearsOf)),
  };
}

/** The year of publication; both where that is not known more closely. */
function yearsOf({ issued }: Source): string[] {
  if (issued === undefined) return [];
  return [firstDay(issued), lastDay(issued)].flatMap((day) => /^\d{4}(?=-)/.exec(day) ?? []);
}

function checkOf({ checked }: Annotation): Pick<SearchRecord, 'checked'> {
  return checked === undefined ? {} : { checked };
}

function aliasParts(aliases: readonly string[], weight: number): Part[] {
  return aliases.map((text) => ({ text, language: EDITORS_LANGUAGE, weight }));
}

/** The parts' tokens; and behind them, where they belong to no phrase, the others under which they are found. */
function fieldsOf(parts: readonly Part[]): Field[] {
  const read = parts.map(({ text = '', language, weight }) => ({ ...readText(text, language), weight }));
  const tokens = read.map(({ tokens: own, weight }) => ({ words: wordsOf(own).join(' '), weight }));
  const extras = read.map(({ extras: own, weight }) => ({
    words: distinct(wordsOf(own)).join(BREAK),
    weight,
  }));
  return [...tokens, ...extras].filter(({ words }) => words !== '');
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ text }) => text);
}

function distinct<Value>(values: readonly (Value | undefined)[]): Value[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
