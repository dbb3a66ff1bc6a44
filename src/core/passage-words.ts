import { paragraphLabel, type PassagePlace, type Placed, sentenceLabel } from './locator.ts';

/** Most of what a heading, or a reader's address, said that is repeated. */
const SHOWN = 40;

const NOUNS: Record<Placed['kind'], string> = {
  byline: 'by-line',
  heading: 'heading',
  paragraph: 'paragraph',
  row: 'table row',
  code: 'block of code',
  sentence: 'sentence',
};

/** @returns what a passage is called: “sentence” */
export function nounOf({ kind }: Pick<Placed, 'kind'>): string {
  return NOUNS[kind];
}

/** @returns where a passage stands, within a sentence: “sentence 2 of paragraph 8” */
export function passageInWords({ block, sentence }: PassagePlace): string {
  const place = blockInWords(block);
  return sentence ? `sentence ${sentenceLabel(block, sentence)} of ${place}` : place;
}

/** @returns which block it is, within a sentence: “paragraph 8”, “the by-line” */
export function blockInWords(block: Placed): string {
  if (block.kind === 'byline') return 'the by-line';
  const label = paragraphLabel(block);
  return label === undefined
    ? `the heading ${quoted(block.text ?? block.anchor)}`
    : `${nounOf(block)} ${label}`;
}

/** @returns words between quotation marks, the beginning of long ones */
export function quoted(words: string): string {
  const letters = Array.from(words);
  return `“${letters.slice(0, SHOWN).join('')}${letters.length > SHOWN ? '…' : ''}”`;
}
