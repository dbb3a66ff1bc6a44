/*
 * Numbers that never move again: what is inserted into a published text is numbered as inserted sections of statutes
 * are. After 4 comes 4a, then 4b; between 4 and 4a, 4za; between 4a and 4b, 4aa; before 1, a1, and before that, za1.
 * Letters run from a to y without s, which begins the sentence's part of an anchor (p4s2); after y come z1, z2, …
 */

/** A label as it is compared: `4za` is number 4, then one step before the first letter, letter 1. */
interface Label {
  /** How far before the plain numbers it stands: 0 for `4`, 1 for `a4`, 2 for `za4`. */
  lead: number;
  number: number;
  steps: Step[];
}

/** One insertion: how many times before the first, and its place among those. */
interface Step {
  before: number;
  place: number;
}

const LETTERS = 'abcdefghijklmnopqrtuvwxy';
const LABEL = /^(z*a)?(\d+)((?:z*(?:[a-rt-y]|z\d+))*)$/;
const STEP = /(z*?)([a-rt-y]|z\d+)/g;

/** Paragraph and sentence of an anchor; `s` is in no label. */
const ANCHOR = /^(?:p|(?=z*a))([^s]+)(?:s(.+))?$/;

/** What a reader sees of an anchor's numbers: `4a` and `2` of `p4as2`. */
export interface Labels {
  paragraph: string;
  sentence?: string;
}

/**
 * @param anchor any anchor
 * @returns its labels; undefined for a heading's slug, which has none
 */
export function labelsOf(anchor: string): Labels | undefined {
  const [, paragraph, sentence] = ANCHOR.exec(anchor) ?? [];
  if (paragraph === undefined || !LABEL.test(paragraph)) return undefined;
  if (sentence === undefined) return { paragraph };
  return LABEL.test(sentence) ? { paragraph, sentence } : undefined;
}

/** @returns the anchor of a paragraph's label: `4a` is `p4a`, `a1` is `a1` */
export function paragraphNamed(label: string): string {
  return /^\d/.test(label) ? `p${label}` : label;
}

/** @returns the anchor of a sentence's label in the paragraph with an anchor */
export function sentenceNamed(paragraph: string, label: string): string {
  return `${paragraph}s${label}`;
}

/**
 * The order of anchors among passages that were never moved; a plain sort has p10 before p2, and p4a before p4za.
 * The by-line, p0, comes first, wherever it stands.
 *
 * @param one an anchor of a paragraph or sentence
 * @param other another
 * @returns a negative number where `one` comes first, a positive one where `other` does, 0 where they are the same
 * @throws where one is the slug of a heading: headings have no order but the text's
 */
export function compareAnchors(one: string, other: string): number {
  const [here, there] = [one, other].map((anchor) => {
    const labels = labelsOf(anchor);
    if (!labels) throw new RangeError(`\`${anchor}\` is not the anchor of a paragraph or sentence.`);
    return labels;
  });
  return (
    compareLabels(here!.paragraph, there!.paragraph) ||
    (here!.sentence === undefined || there!.sentence === undefined
      ? Number(here!.sentence !== undefined) - Number(there!.sentence !== undefined)
      : compareLabels(here!.sentence, there!.sentence))
  );
}

/** The same for two labels of paragraphs, or of sentences of one paragraph. */
export function compareLabels(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)];
  // Number 0 is the by-line, before which nothing can be inserted.
  if (a.number === 0 || b.number === 0) return a.number - b.number;
  return b.lead - a.lead || a.number - b.number || compareSteps(a.steps, b.steps);
}

/**
 * Labels for what is inserted between two others, in the order in which they are given out.
 *
 * @param left the label before the gap; none at the beginning
 * @param right the label after it; none at the end
 * @param highest the highest plain number ever given out
 * @returns labels without end, each after `left` and before `right`; which of them were given out before, the caller
 *   knows
 */
export function* labelsBetween(
  left: string | undefined,
  right: string | undefined,
  highest: number,
): Generator<string> {
  if (right === undefined) {
    for (let number = highest + 1; ; number += 1) yield String(number);
  }
  if (left === undefined || left === '0') {
    const lead = parse(right).lead + 1;
    for (let number = 1; ; number += 1) yield serialize({ lead, number, steps: [] });
  }
  const [from, to] = [parse(left), parse(right)];
  for (const label of siblingsAfter(from)) {
    if (compareLabels(label, right) >= 0) break;
    yield label;
  }
  yield* childrenOf(from, to);
}

/** What goes on counting where a label stops: 4b after 4a, a2 after a1; nothing after 4, since 5 is not ours to give. */
function* siblingsAfter({ lead, number, steps }: Label): Generator<string> {
  const last = steps.at(-1);
  if (!last && lead === 0) return;
  for (let next = 1; ; next += 1) {
    yield last
      ? serialize({ lead, number, steps: [...steps.slice(0, -1), { ...last, place: last.place + next }] })
      : serialize({ lead, number: number + next, steps });
  }
}

/** 4a, 4b, … after 4; before what is there already, 4za, 4zb, … */
function* childrenOf(from: Label, to: Label): Generator<string> {
  const depth = from.steps.length;
  const isBelow =
    from.lead === to.lead &&
    from.number === to.number &&
    compareSteps(from.steps, to.steps.slice(0, depth)) === 0;
  const before = isBelow ? to.steps[depth]!.before + 1 : 0;
  for (let place = 1; ; place += 1) yield serialize({ ...from, steps: [...from.steps, { before, place }] });
}

function compareSteps(one: readonly Step[], other: readonly Step[]): number {
  for (const [index, step] of one.entries()) {
    const against = other[index];
    if (!against) return 1;
    const order = against.before - step.before || step.place - against.place;
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function parse(label: string): Label {
  const [, lead = '', number, steps = ''] = LABEL.exec(label)!;
  return {
    lead: lead.length,
    number: Number(number),
    steps: Array.from(steps.matchAll(STEP), ([, before, place]) => ({
      before: before!.length,
      place: place!.startsWith('z') ? LETTERS.length + Number(place!.slice(1)) : LETTERS.indexOf(place!) + 1,
    })),
  };
}

function serialize({ lead, number, steps }: Label): string {
  const prefix = lead === 0 ? '' : `${'z'.repeat(lead - 1)}a`;
  return `${prefix}${number}${steps.map(serializeStep).join('')}`;
}

function serializeStep({ before, place }: Step): string {
  const letter = LETTERS[place - 1] ?? `z${place - LETTERS.length}`;
  return 'z'.repeat(before) + letter;
}
