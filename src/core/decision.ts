import { isPresent, type Ledger } from './ledger.ts';
import { labelsOf } from './numbering.ts';
import { didYouMean } from './nearest.ts';
import type { Block } from './passage.ts';

/** What an editor says became of something that was published. */
export type Decision =
  /** Its words are at these places of the new text, the one with the larger share first. */
  | { name: string; to: readonly string[] }
  /** It is gone. */
  | { name: string; gone: 'removed' | 'withdrawn' };

const FORM = /^([^=\s]+)=([^=\s+]+(?:\+[^=\s+]+)*)$/;

/**
 * @param words as after `--decide`: `p4s2=5.1`, `p4s2=5.1+5.2` where it was divided, `p4s2=removed`, `note=withdrawn`
 * @returns the decision
 * @throws where the words are none
 */
export function parseDecision(words: string): Decision {
  const [, name, answer] = FORM.exec(words) ?? [];
  if (name === undefined || answer === undefined)
    throw new Error(
      `\`--decide ${words}\` is no decision: write it as in p4s2=5.1, p4s2=removed or note=withdrawn.`,
    );
  if (answer === 'removed' || answer === 'withdrawn') return { name, gone: answer };
  return { name, to: answer.split('+') };
}

/**
 * Places of a new text by the labels that decisions name them by: `5.1` is the first sentence of its fifth paragraph,
 * `0.1` of the by-line; a block without sentences is `5`, a heading its slug.
 *
 * @param blocks a text with the anchors of first publication, in which numbers are places
 * @returns labels of its units, in order
 */
export function placeLabels(blocks: readonly Pick<Block, 'anchor' | 'sentences'>[]): string[] {
  return blocks.flatMap(({ anchor, sentences }) => {
    const own = labelsOf(anchor)?.paragraph ?? anchor;
    return sentences.length === 0 ? [own] : sentences.map((_, index) => `${own}.${index + 1}`);
  });
}

/**
 * @param decisions what an editor says
 * @param ledger the ledger of the last edition
 * @param labels the new text's, as `placeLabels` has them
 * @returns the ordinals of the places, by name
 * @throws where a decision is about nothing that was published, names a place that is not there, or is not the only one
 *   about its thing
 */
export function resolveDecisions(
  decisions: readonly Decision[],
  ledger: Ledger,
  labels: readonly string[],
): { targets: Map<string, number[]>; withdrawn: Set<string> } {
  const targets = new Map<string, number[]>();
  const withdrawn = new Set<string>();
  refuseSecond(decisions);
  for (const decision of decisions) {
    if ('gone' in decision && decision.gone === 'withdrawn') {
      refuseUnknown(
        decision.name,
        ledger.annotations.map(({ annotation }) => annotation),
        'annotation',
      );
      refuseWithdrawn(decision.name, ledger);
      withdrawn.add(decision.name);
      continue;
    }
    refuseUnknown(
      decision.name,
      ledger.anchors.filter(isDecidable).map(({ anchor }) => anchor),
      'sentence or heading',
    );
    targets.set(decision.name, 'gone' in decision ? [] : decision.to.map((label) => placeAt(label, labels)));
  }
  return { targets, withdrawn };
}

/** A paragraph goes where its sentences go. */
function isDecidable(row: Ledger['anchors'][number]): boolean {
  return !isPresent(row) || row.text !== undefined;
}

function refuseUnknown(name: string, known: readonly string[], what: string) {
  if (known.includes(name)) return;
  throw new Error(`\`--decide ${name}=…\`: the ledger has no ${what} \`${name}\`.${didYouMean(name, known)}`);
}

/** Of two decisions about one thing nobody knows which is meant. */
function refuseSecond(decisions: readonly Decision[]) {
  const names = decisions.map(({ name }) => name);
  const second = names.find((name, index) => names.indexOf(name) < index);
  if (second !== undefined)
    throw new Error(`\`--decide ${second}=…\` is given twice: say once what became of it.`);
}

/** When and why something was withdrawn is part of its history. */
function refuseWithdrawn(name: string, { annotations }: Ledger) {
  const withdrawn = annotations.find(({ annotation }) => annotation === name)?.withdrawn;
  if (withdrawn)
    throw new Error(
      `\`--decide ${name}=withdrawn\`: it was withdrawn in edition ${withdrawn.edition}, on ${withdrawn.date}. Leave the decision out.`,
    );
}

function placeAt(label: string, labels: readonly string[]): number {
  const place = labels.indexOf(label);
  if (place >= 0) return place;
  throw new Error(
    `\`${label}\` is no place of the new text.${didYouMean(label, labels)} \`--dry-run\` prints them all.`,
  );
}
