import GithubSlugger from 'github-slugger';
import { nameForSlug } from './anchoring.ts';
import type { Ledger } from './ledger.ts';
import { labelsBetween, labelsOf, paragraphNamed, sentenceNamed } from './numbering.ts';
import { isMoved, type Line, nameOf, type Shelf } from './shelf.ts';

/** Labels given out in one row of numbers: a text's paragraphs, or a paragraph's sentences. */
interface Given {
  labels: Set<string>;
  /** The highest plain number among them. */
  highest: number;
}

/**
 * Names what is new in an edition, as statutes number what is inserted, and uses no name twice.
 *
 * @param shelves the lines of the new ledger; those without a name get theirs
 * @param ledger the ledger of the last edition, which has every name ever given out
 * @param taken names that annotations not yet in it have
 */
export function giveNames(shelves: readonly Shelf[], ledger: Ledger, taken: readonly string[]): void {
  const { paragraphs, sentences } = givenIn(ledger);
  const numbered = shelves.map(({ block }) => block).filter((line) => kindOf(line) !== 'heading');
  giveLabels(numbered, paragraphs, (anchor) => labelsOf(anchor)?.paragraph, paragraphNamed);
  nameHeadings(shelves, ledger, taken);
  for (const { block, sentences: lines } of shelves) {
    const paragraph = nameOf(block);
    const own = labelsOf(paragraph)?.paragraph ?? paragraph;
    const given = sentences.get(own) ?? { labels: new Set(), highest: 0 };
    const labelIn = (anchor: string) => {
      const labels = labelsOf(anchor);
      return labels?.paragraph === own ? labels.sentence : undefined;
    };
    giveLabels(lines, given, labelIn, (label) => sentenceNamed(paragraph, label));
  }
}

function givenIn({ anchors }: Ledger): { paragraphs: Given; sentences: Map<string, Given> } {
  const paragraphs: Given = { labels: new Set(), highest: 0 };
  const sentences = new Map<string, Given>();
  for (const { anchor } of anchors) {
    const labels = labelsOf(anchor);
    if (!labels) continue;
    if (labels.sentence === undefined) note(paragraphs, labels.paragraph);
    else {
      const given = sentences.get(labels.paragraph) ?? { labels: new Set(), highest: 0 };
      sentences.set(labels.paragraph, given);
      note(given, labels.sentence);
    }
  }
  return { paragraphs, sentences };
}

function note(given: Given, label: string) {
  given.labels.add(label);
  if (/^\d+$/.test(label)) given.highest = Math.max(given.highest, Number(label));
}

/**
 * @param lines one row of numbers in the order of the text
 * @param labelIn the label of an anchor, if it is one of this row: one that came from elsewhere has none here
 */
function giveLabels(
  lines: readonly Line[],
  given: Given,
  labelIn: (anchor: string) => string | undefined,
  named: (label: string) => string,
) {
  const labels = lines.map((line) => (line.old ? labelIn(line.old.anchor) : undefined));
  const steady = [...lines.keys()].filter((at) => isSteady(lines[at]!) && labels[at] !== undefined);
  for (const [index, line] of lines.entries()) {
    if (line.old) continue;
    const left = labels[steady.findLast((at) => at < index) ?? -1];
    const right = labels[steady.find((at) => at > index) ?? -1];
    const label = firstFree(left, right, given);
    note(given, label);
    labels[index] = label;
    steady.splice(steady.findLastIndex((at) => at < index) + 1, 0, index);
    line.name = named(label);
  }
}

/** Whether a line has always kept the order of the text; the by-line stands where it will. */
function isSteady(line: Line): boolean {
  return line.old !== undefined && line.old.kind !== 'byline' && !isMoved(line);
}

function firstFree(left: string | undefined, right: string | undefined, { labels, highest }: Given): string {
  for (const label of labelsBetween(left, right, highest)) if (!labels.has(label)) return label;
  throw new Error(`Between ${left ?? 'the beginning'} and ${right ?? 'the end'} there is no label left.`);
}

function nameHeadings(shelves: readonly Shelf[], { anchors, annotations }: Ledger, taken: readonly string[]) {
  const slugger = new GithubSlugger();
  const given = new Set([
    ...anchors.map(({ anchor }) => anchor),
    ...annotations.map(({ annotation }) => annotation),
    ...taken,
  ]);
  for (const { block } of shelves) {
    if (block.old || kindOf(block) !== 'heading') continue;
    let name: string;
    do name = slugger.slug(nameForSlug(block.now!.text ?? ''));
    while (given.has(name));
    block.name = name;
  }
}

function kindOf({ now, old }: Line) {
  return now?.kind ?? old!.kind;
}
