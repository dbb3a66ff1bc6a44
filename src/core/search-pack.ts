import type { Bearing, Kind, Status } from './annotation.ts';
import type { Column } from './search-column.ts';
import type { FIRST_FACETS } from './search-facet.ts';

/** What is shown at once of a stretch of an index’s records: `pack-<k>.json`. */
export interface Pack {
  /** Only in pack 0. */
  directory?: Directory;
  /** Those its records are of, in order. */
  readings: PackedReading[];
  /** In ascending order of their ordinals. */
  records: (ShownPassage | ShownNote)[];
}

/** What has to be known of all records before anything is shown. */
export interface Directory {
  /** Passages and notes in each pack but the last. */
  size: number;
  /** `checked`: the day of the check, ISO 8601. */
  columns: Record<(typeof FIRST_FACETS)[number] | 'checked', Column>;
  /** The first word of each `best-<k>.json`, as `stemOf` has it, in order; where there is but one pack, none. */
  beginnings: string[];
}

/** A reading of which a pack has records. */
export interface PackedReading {
  /** The first ordinal in the pack that is of it. */
  from: number;
  slug: string;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Where there is but one pack; else it is a file of its own, `lane-<slug>.json`. */
  lane?: Lane;
}

/** A whole reading as a line: place and width of its paragraphs in per cent, as `mapText` draws them. */
export type Lane = [x: number, width: number][];

/** A heading or a sentence of a text. */
export interface ShownPassage {
  ordinal: number;
  anchor: string;
  /** As it is read: “¶14”, “sentence 1”. */
  place: [string, string?];
  /** Place on the reading’s line, in per cent. */
  x: number;
  text: string;
}

/** An annotation, as its hit shows it. */
export interface ShownNote {
  ordinal: number;
  id: string;
  /** As the reading numbers its notes, from 1. */
  number: number;
  /** Of its passage: “¶14”. */
  place: string;
  x: number;
  /** The words of the text that it is about. */
  quote: string;
  kind: Kind;
  status?: Status;
  finding: string;
  /** How many pieces of evidence it has: they have the ordinals after its own. */
  pieces: number;
}

/**
 * What is fetched of a note and its evidence when a hit comes into sight and its words are not among those shown:
 * `details-<ordinal of the note>.json`.
 */
export interface Details {
  records: (NoteDetails | PieceDetails)[];
}

export interface NoteDetails {
  ordinal: number;
  /** Its paragraphs, the later developments after them. */
  body: string[];
  /** Of the sources it cites. */
  names: string[];
  /** Other spellings under which it is found. */
  aliases: string[];
}

/** A piece of evidence, with what its hit tells of its source. */
export interface PieceDetails {
  ordinal: number;
  excerpt: string;
  /** BCP 47 tag of the excerpt, where it is not the reading’s. */
  language?: string;
  rendering?: string;
  /** Key of the source. */
  source: string;
  /** The source’s short name. */
  name: string;
  /** Of its publication, in words; that none is shown, where there is none. */
  date: string;
  title?: string;
  authors?: string;
  publisher?: string;
  bearing: Bearing;
  aliases: string[];
}
