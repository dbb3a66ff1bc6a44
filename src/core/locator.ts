import type { Row } from './ledger.ts';
import { labelsOf } from './numbering.ts';

/** What a place in a text is told by: a block's anchor, and its words where it is a heading. */
export interface Placed {
  kind: Row['kind'];
  anchor: string;
  text?: string | undefined;
}

/** A passage: a block, or a sentence of it. */
export interface PassagePlace {
  block: Placed;
  sentence?: { anchor: string } | undefined;
}

/** What a sentence is told by. */
type Part = Pick<Placed, 'anchor'>;

/** The words for it on the page, and in a sentence of its own. */
const NAMES = {
  page: { byline: 'By-line', heading: 'Heading', paragraph: '¶' },
  words: { byline: 'By-line', heading: 'Heading', paragraph: 'Paragraph ' },
} as const;

/** @returns where a passage stands, as the page shows it */
export function placeOf(block: Placed, sentence?: Part): string {
  return join(nameOf(block, 'page'), block, sentence);
}

/** @returns where marked words stand, in words: “Paragraph 8, sentences 2 to 3” */
export function placeInWords(block: Placed, sentences: readonly Part[]): string {
  const [first, last] = [sentences.at(0), sentences.at(-1)];
  const place = join(nameOf(block, 'words'), block, first);
  if (!first || !last || first.anchor === last.anchor) return place;
  return `${nameOf(block, 'words')}, sentences ${sentenceLabel(block, first)} to ${sentenceLabel(block, last)}`;
}

/** @returns where a range of passages stands, as the page shows it: “¶8, sentences 2 to 3”, “¶8 to ¶9” */
export function placeBetween(first: PassagePlace, last: PassagePlace): string {
  const isOneBlock = first.block.anchor === last.block.anchor;
  const [from, to] = [first, last].map(({ block, sentence }) => placeOf(block, sentence));
  if (from === to) return from!;
  if (!isOneBlock || !first.sentence || !last.sentence) return `${from} to ${to}`;
  const [start, end] = [first.sentence, last.sentence].map((part) => sentenceLabel(first.block, part));
  return `${placeOf(first.block)}, sentences ${start} to ${end}`;
}

/** @returns the number of a paragraph that a reader sees: `4a`; undefined for headings and the by-line */
export function paragraphLabel({ kind, anchor }: Pick<Placed, 'kind' | 'anchor'>): string | undefined {
  return kind === 'byline' ? undefined : labelsOf(anchor)?.paragraph;
}

/** @returns the number of a sentence that a reader sees; one that came from another paragraph keeps that one's: 8.2 */
export function sentenceLabel(block: Part, { anchor }: Part): string {
  const [own, labels] = [labelsOf(block.anchor), labelsOf(anchor)];
  if (labels?.sentence === undefined) return anchor;
  return own?.paragraph === labels.paragraph ? labels.sentence : `${labels.paragraph}.${labels.sentence}`;
}

function nameOf(block: Placed, form: keyof typeof NAMES): string {
  const names = NAMES[form];
  if (block.kind === 'byline') return names.byline;
  const label = paragraphLabel(block);
  return label === undefined ? `${names.heading} “${block.text ?? block.anchor}”` : names.paragraph + label;
}

function join(place: string, block: Placed, sentence: Part | undefined): string {
  return sentence ? `${place}, sentence ${sentenceLabel(block, sentence)}` : place;
}
