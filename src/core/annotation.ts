import type { Position } from './problem.ts';

/** What an annotation is about. A remark is the editors', on the text itself, and has no status. */
export const KINDS = ['claim', 'source', 'figure', 'quotation', 'remark'] as const;
export type Kind = (typeof KINDS)[number];

/** What the evidence amounts to, in the one order that every page uses. */
export const STATUSES = [
  'supported',
  'qualified',
  'contested',
  'contradicted',
  'opinion',
  'unchecked',
] as const;
export type Status = (typeof STATUSES)[number];

/** Under what an annotation is listed: its status, or that it is a remark, which has none. */
export type Standing = Status | 'remark';

/** How a piece of evidence bears on the statement. */
export const BEARINGS = ['supports', 'qualifies', 'contradicts', 'context'] as const;
export type Bearing = (typeof BEARINGS)[number];

/** How much of a source was read. */
export const READ = ['whole', 'beginning', 'excerpt'] as const;
export type Read = (typeof READ)[number];

/** What each status says, as the interface explains it. */
export const STATUS_MEANS: Record<Status, string> = {
  supported: 'sources say the same',
  qualified: 'sources bear it out in part, or with a limit',
  contested: 'sources differ',
  contradicted: 'sources say otherwise',
  opinion: 'judgement, forecast or recommendation',
  unchecked: 'could not be consulted, or nothing was found in the parts read',
};

/** One line of a finding, and the still shorter one of a closed note, in code points. */
export const LONGEST_FINDING = 90;

/**
 * Words of finding and body from which a note is told to be very long: a minute's reading, at the 238 words a minute
 * that Brysbaert (2019) gives for English prose, and about twice the longest note of the first edition (128 words).
 */
export const LONGEST_NOTE = 240;

/** A stretch of words, and whether they decide the matter. */
export interface Words {
  text: string;
  decisive: boolean;
}

export interface Evidence {
  /** Key of a source record. */
  source: string;
  bearing: Bearing;
  read?: Read;
  /** BCP 47 tag of the excerpt, where it is not the reading's. */
  lang?: string;
  /** The editors' rendering of an excerpt in another language. */
  rendering?: string;
  /** Other spellings of what the excerpt names, with semicolons between: see `readAliases`. Shown nowhere. */
  aliases?: string;
  /** The excerpt, exactly, and the parts of it that the editors marked as decisive. */
  excerpt: string;
  parts: Words[];
  /** Whether the source is later than the text. */
  later: boolean;
}

/** An answer of those whose words a note is about. */
export interface Reply {
  from: string;
  /** The day, `YYYY-MM-DD`. */
  date: string;
  text: string;
}

export interface Since {
  /** EDTF. */
  date: string;
  source: string;
  text: string;
}

/** A paragraph of a note: its words, and its HTML, made by us from Markdown without any raw HTML. */
export interface NoteParagraph {
  text: string;
  html: string;
  /** Its Markdown, where it is more than its words: with emphasis, links, a list. */
  markdown?: string;
}

export interface Annotation {
  id: string;
  kind: Kind;
  /** Place in the order of the text, from 1. For the eye only: never in a link, a reference or an export. */
  number: number;
  status?: Status;
  /** Day of the check, EDTF. */
  checked?: string;
  /** A still shorter line than the finding, for the closed note. */
  brief?: string;
  /** Why a statement is contested although the evidence stands on one side. */
  why?: string;
  /** Numbers of the note that its evidence does not have, and how they were reckoned. */
  reckoned?: string;
  /** Why a second mark stands on the same words. */
  beside?: string;
  /** Why a figure is not in the evidence as written. */
  differs?: string;
  /** `unseen` where the wording of a quotation was not seen in its source; otherwise how it differs. */
  wording?: string;
  /** Whose words a quotation is. */
  by?: string;
  /** The source that a mark of kind source names, or a quotation is taken from. */
  source?: string;
  value?: string;
  unit?: string;
  /** What a figure measures, in the editors' words. */
  measures?: string;
  /** Other spellings of what the marked words name, with semicolons between: see `readAliases`. Shown nowhere. */
  aliases?: string;
  /** The marked words, canonical, and their place in `text.txt`, in code points. */
  quote: string;
  start: number;
  end: number;
  /** Ordinals of the block and of the sentences in it that the mark touches. */
  block: number;
  sentences: number[];
  /** Id of the annotation whose mark this one stands in. */
  within?: string;
  finding: string;
  body: NoteParagraph[];
  evidence: Evidence[];
  since: Since[];
  replies: Reply[];
  /** SHA-256 of status, finding and body. */
  hash: string;
  position: Position;
  /** Where its note stands in the reading’s file: offsets of its first letter, and behind its last. */
  noteAt: { from: number; to: number };
}

/**
 * @param annotations any annotations
 * @returns them under each standing that there is: the statuses in their order, remarks last
 */
export function byStanding<Each extends Pick<Annotation, 'status'>>(
  annotations: readonly Each[],
): { standing: Standing; annotations: Each[] }[] {
  return [...STATUSES, 'remark' as const]
    .map((standing) => ({
      standing,
      annotations: annotations.filter(({ status = 'remark' }) => status === standing),
    }))
    .filter((group) => group.annotations.length > 0);
}

/** What evidence each status needs. */
const NEEDS: Record<Status, (bearings: Set<Bearing>, why: boolean) => boolean> = {
  supported: (has) => has.has('supports'),
  qualified: (has) => has.has('qualifies') || has.has('supports'),
  contested: (has, why) => why || (has.has('contradicts') && (has.has('supports') || has.has('qualifies'))),
  contradicted: (has) => has.has('contradicts'),
  opinion: () => true,
  unchecked: () => true,
};

const NEEDED: Record<Status, string> = {
  supported: 'a piece of evidence that supports it',
  qualified: 'a piece of evidence that qualifies or supports it',
  contested: 'evidence on both sides, or a `why`',
  contradicted: 'a piece of evidence that contradicts it',
  opinion: 'nothing',
  unchecked: 'nothing',
};

/**
 * @param annotation its status, evidence and, where it is contested, why
 * @returns what the status still needs, in words, or undefined when the evidence bears it out
 */
export function missingEvidence(
  annotation: Pick<Annotation, 'status' | 'evidence' | 'why'>,
): string | undefined {
  const { status, evidence, why } = annotation;
  if (status === undefined) return undefined;
  const bearings = new Set(evidence.map(({ bearing }) => bearing));
  return NEEDS[status](bearings, why !== undefined) ? undefined : NEEDED[status];
}
