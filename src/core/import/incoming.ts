import type { Own } from '../export/own-terms.ts';

/** An annotation that somebody made elsewhere, as far as it can be taken in. */
export interface Incoming {
  /** What it is called in messages: its address or id, else its place in the file. */
  name: string;
  /** Addresses of the page that it is about. */
  sources: string[];
  selectors: Selectors;
  /** How many other stretches it is about: a mark is on one, the first. */
  others: number;
  /** What else of it is not taken in, or not as it was, in full sentences. */
  toDo: string[];
  said: Said;
}

/** What an annotation says: one of our own in our terms, a stranger's in Markdown. */
type Said = { own: Own; id: string | undefined; foreign?: never } | { foreign: Foreign; own?: never };

/** A stranger's words about the text. */
export interface Foreign {
  /** Markdown, never to be run. */
  markdown: string;
  tags: string[];
  /** Where it comes from: “Hypothesis”. */
  system?: string | undefined;
  /** All who wrote it, as that system names them. */
  authors: string[];
  /** `YYYY-MM-DD` */
  day?: string | undefined;
  /** Where it can be read. */
  address?: string | undefined;
  /** Words of other pages that it puts beside the text. */
  links: { address: string; excerpt: string | undefined }[];
}

/** How an annotation says which words it is about. */
export interface Selectors {
  quotes: { exact: string; prefix: string; suffix: string }[];
  positions: Position[];
  /** What stands after `#`. */
  fragments: string[];
  /** From where one begins to where the other does. */
  ranges: { start: Selectors; end: Selectors }[];
  /** What is to be looked for within something else, by `refinedBy`. */
  refined: { parent: Selectors; child: Selectors }[];
  /** Kinds of selectors that say nothing here: paths into the elements of a page. */
  unusable: string[];
}

/** Numbers that count code points of our `text.txt`, or something of a page, by which places can be compared only. */
export interface Position {
  start: number;
  end: number;
  /** It is on a page of ours. */
  isOurs: boolean;
  /** The edition whose `text.txt` it counts in; `own` where an export of ours does not say. */
  over?: number | 'own' | undefined;
}

/** Why an annotation is left out. The ids are permanent: `--json` prints them. */
const REASONS = {
  unreadable: 'It cannot be read',
  reply: 'It is a reply to another annotation, not about words of the text',
  'says-nothing': 'It says nothing: a highlight, or a bookmark',
  private: 'It is not public: its author keeps it to themselves, or to a group',
  'not-in-file': 'Only its address is in the file',
  incomplete: 'The file does not hold all annotations that it counts',
  hidden: 'Its moderators have hidden it',
  'unknown-reading': 'It is about a page that is no reading here',
  'other-reading': 'It is about another reading',
  'no-target': 'It does not say which words it is about',
  'not-found': 'Its words are not in the text',
  ambiguous: 'Its words stand in the text more than once, and nothing tells which are meant',
  'in-footnote': 'Its words stand in a footnote or a note',
  'crosses-blocks': 'Its words go over the end of a paragraph',
  'crosses-markup': 'Its words begin or end within something that cannot be divided',
  overlaps: 'Its words overlap those of another mark',
  'same-words': 'Another mark stands on exactly its words',
  'id-taken': 'An annotation of its id is there already',
  unwritable: 'It cannot be written into the text without changing the text',
} as const;

type Reason = keyof typeof REASONS;

/** An annotation that is left out, and why. */
export interface Refusal {
  name: string;
  reason: Reason;
  /** In a full sentence: what exactly, and perhaps what to do. */
  detail: string;
}

/** A reason with what there is to say of the case. */
export interface Fault {
  reason: Reason;
  detail?: string;
}

/** @returns the refusal of an annotation, in words */
export function refuse(name: string, { reason, detail }: Fault): Refusal {
  return { name, reason, detail: `${REASONS[reason]}${detail === undefined ? '' : `: ${detail}`}.` };
}
