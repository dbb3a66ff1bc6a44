import type { Fate } from './alignment.ts';
import { type Decision, placeLabels, resolveDecisions } from './decision.ts';
import { alignWithEditions, type Gone, type NamedEdition } from './edition-chain.ts';
import { canKeep, type Unit, unitsOf } from './inheritance.ts';
import { isPresent, type Ledger, type Row, statesOf } from './ledger.ts';
import { placeOfRow } from './row-place.ts';
import type { Reading } from './reading.ts';

/** Something that the evidence does not decide, and only an editor can. */
export interface Question {
  /** What was published: an anchor, or an annotation's id. */
  name: string;
  /** Where it stood: “¶7, sentence 2”. */
  place: string;
  /** What it said. */
  words: string;
  /** What is likely, as it would be decided: `5.1`, `removed`, `withdrawn`; the first is the suggestion. */
  answers: { decision: string; words?: string }[];
}

/** What has become of everything that was published, as far as it is known. */
export interface Foresight {
  /** Where the words of each anchor are in the new text. */
  targets: Map<string, readonly number[]>;
  withdrawn: Set<string>;
  questions: Question[];
  /** Whether more than half of all passages would be gone: then it is likely that the text was lost by mistake. */
  losesMost: boolean;
}

/**
 * Tells what becomes of the last edition's passages in a new text.
 *
 * @param ledger the last edition's ledger
 * @param earlier the ledgers of the editions before it, the oldest first, as far as they are kept
 * @param reading the reading with its new text; its anchors are those of first publication
 * @param decisions what the editor has said
 * @throws where a decision is about nothing that is there
 */
export function foresee(
  ledger: Ledger,
  earlier: readonly Ledger[],
  reading: Reading,
  decisions: readonly Decision[],
): Foresight {
  const labels = placeLabels(reading.blocks);
  const units = unitsOf(reading.blocks);
  const decided = resolveDecisions(decisions, ledger, labels);
  const { fates, restored } = alignWithEditions(
    [...earlier, ledger].map(namedEdition),
    goneIn(ledger, units),
    reading.blocks.map(({ kind, text, sentences }) => ({
      isHeading: kind === 'heading',
      sentences: sentences.length === 0 ? [text] : sentences.map((sentence) => sentence.text),
    })),
  );
  const targets = new Map<string, readonly number[]>(Array.from(fates, ([name, { to }]) => [name, to]));
  for (const [name, { to, ask }] of restored) if (!ask) targets.set(name, [to]);
  revive(targets, ledger, units);
  for (const [name, to] of decided.targets) targets.set(name, to);

  const answer = (ordinal: number) => ({ decision: labels[ordinal]!, words: units[ordinal]!.text });
  const asked = (name: string, { to, ask, rivals }: Pick<Fate, 'to' | 'ask' | 'rivals'>): Question[] => {
    if (!ask || decided.targets.has(name)) return [];
    const row = ledger.anchors.find(({ anchor }) => anchor === name)!;
    const others = rivals.filter((rival) => !to.includes(rival)).map(answer);
    const first =
      to.length === 0
        ? []
        : [{ decision: to.map((each) => labels[each]).join('+'), words: units[to[0]!]!.text }];
    const answers = [
      ...first,
      ...(to.length === 0 ? [{ decision: 'removed' }, ...others] : [...others, { decision: 'removed' }]),
    ];
    return [{ name, place: placeOfRow(ledger, row), words: lastWords(row), answers }];
  };
  const questions = [
    ...Array.from(fates, ([name, fate]) => asked(name, fate)),
    ...Array.from(restored, ([name, { to, ask }]) => asked(name, { to: [to], ask, rivals: [] })),
    ...withdrawals(ledger, reading, decided.withdrawn),
  ].flat();
  const present = [...fates.keys()];
  const gone = present.filter((name) => targets.get(name)!.length === 0);
  return { targets, withdrawn: decided.withdrawn, questions, losesMost: gone.length * 2 > present.length };
}

/** @returns questions about annotations that were published and have no mark any more */
export function withdrawals(ledger: Ledger, reading: Reading, decided: ReadonlySet<string>): Question[] {
  const present = new Set(reading.annotations.map(({ id }) => id));
  return ledger.annotations
    .filter(({ annotation, withdrawn }) => !present.has(annotation) && !withdrawn && !decided.has(annotation))
    .map(({ annotation, notes }) => ({
      name: annotation,
      place: 'Annotation',
      words: notes.at(-1)?.quote ?? '',
      answers: [{ decision: 'withdrawn' }],
    }));
}

/** A ledger's text as alignment takes it. */
function namedEdition(ledger: Ledger): NamedEdition {
  const blocks: { isHeading: boolean; sentences: string[] }[] = [];
  const names: string[] = [];
  for (const row of ledger.anchors.filter(isPresent)) {
    if (row.kind !== 'sentence') blocks.push({ isHeading: row.kind === 'heading', sentences: [] });
    if (row.text === undefined) continue;
    blocks.at(-1)!.sentences.push(row.text);
    names.push(row.anchor);
  }
  return { blocks, names };
}

/** What has gone, by its last words; a paragraph comes back with its sentences. */
function goneIn(ledger: Ledger, units: readonly Unit[]): Gone[] {
  return ledger.anchors
    .filter((row) => !isPresent(row) && row.kind !== 'paragraph' && row.kind !== 'byline')
    .map((row) => ({
      name: row.anchor,
      text: lastWords(row),
      isHeading: row.kind === 'heading',
      fits: (ordinal: number) => canKeep(units[ordinal]!, row),
    }));
}

/** A merge undone gives each its own name again: a part that has been divided off may be one that was taken in. */
function revive(targets: Map<string, readonly number[]>, ledger: Ledger, units: readonly Unit[]) {
  for (const row of ledger.anchors) {
    if (row.into === undefined || targets.has(row.anchor)) continue;
    const words = lastWords(row);
    const part = targets.get(row.into)?.find((ordinal) => units[ordinal]!.text === words);
    if (part === undefined) continue;
    targets.set(row.anchor, [part]);
    targets.set(
      row.into,
      targets.get(row.into)!.filter((ordinal) => ordinal !== part),
    );
  }
}

function lastWords(row: Row): string {
  return statesOf(row).findLast(({ text }) => text !== undefined)?.text ?? '';
}
