import type { Answer, Finding, Run } from './answer.ts';
import { readingPath } from './address.ts';
import { isFingerprint, shorten } from './fingerprint.ts';
import { isPresent, type Ledger, type Row, type State, statesOf } from './ledger.ts';
import { placeOfRow } from './row-place.ts';
import type { Published } from './published.ts';
import { inQuotes } from './quotation-marks.ts';
import type { Piece } from './word-diff.ts';

/* What answers are made of. */

/** @returns an answer; its lead stands first, in bold */
export function answer(finding: Finding, lead: string, words: Run[], diffs: Piece[][] = []): Answer {
  return { finding, lead, words, diffs };
}

/** @returns a passage's place, leading there */
export function placeRun({ slug, ledger }: Published, row: Row): Run {
  const version = row.hash === undefined ? '' : `?v=${shorten(row.hash)}`;
  return { text: placeOfRow(ledger, row), to: `${readingPath({ slug })}${version}#${row.anchor}` };
}

/** @returns words of the text in quotation marks, if they do not stand in some already */
export function asQuoted(words: string): string {
  return /^[“„«‘"「].*[”“»’"」]$/su.test(words) ? words : inQuotes(words);
}

/** @returns “sentence”, “paragraph”, … */
export function nameOf({ kind }: Pick<Row, 'kind'>): string {
  return {
    sentence: 'sentence',
    heading: 'heading',
    byline: 'by-line',
    code: 'block',
    row: 'row',
    paragraph: 'paragraph',
  }[kind];
}

/** @returns runs as they are listed in a sentence */
export function listed(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index) =>
    index === 0 ? [run] : [index === runs.length - 1 ? ' and ' : ', ', run],
  );
}

/** @returns whose a fingerprint is: one of another passage is more likely a wrong number than a wrong fingerprint */
export function ownerOf(fingerprint: string, row: Row, reading: Published): Run[] {
  const owner = ownerIn(reading.ledger, fingerprint);
  return owner && owner !== row ? [' The fingerprint is that of ', placeRun(reading, owner), '.'] : [];
}

/** @returns the passage in the text that has, or had, words with that fingerprint */
export function ownerIn(ledger: Ledger, fingerprint: string): Row | undefined {
  if (!isFingerprint(fingerprint)) return undefined;
  const has = ({ hash: whole }: State) => whole?.startsWith(fingerprint.toLowerCase()) === true;
  return ledger.anchors.findLast((row) => isPresent(row) && statesOf(row).some(has));
}
