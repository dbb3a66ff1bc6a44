import { align, type AlignedBlock, type Fate } from './alignment.ts';
import { findCandidates } from './candidates.ts';
import { type Pair, pairing, probability } from './evidence.ts';
import { readEditions } from './sentences.ts';
import { BOUNDS } from './weights.ts';

/** An earlier edition: its blocks and, for each of its sentences in flat order, the name (anchor) it has. */
export interface NamedEdition {
  blocks: readonly AlignedBlock[];
  names: readonly string[];
}

/** A name that is in no present text: its last words. */
export interface Gone {
  name: string;
  text: string;
  isHeading: boolean;
  /** Whether the name can be that of a flat ordinal of the new text; if not said, of any. */
  fits?: (ordinal: number) => boolean;
}

/** Where the words of a name that was gone have come back. */
interface Restoration {
  /** Flat ordinal in the new text. */
  to: number;
  /** Whether the words are near but not the same, or too few to tell, or others are as near. */
  ask: boolean;
  /** How sure, from 0 to 1. */
  confidence: number;
}

export interface ChainFates {
  /** For each name of the last edition. */
  fates: ReadonlyMap<string, Fate>;
  /** For gone names whose words have come back where no fate claims the sentence. */
  restored: ReadonlyMap<string, Restoration>;
}

/** What a name became, as an edition says it. */
type Testimony = ReadonlyMap<string, Fate>;

/** Fewer words come back by chance. */
const FEWEST_WORDS = 4;

/** Where two editions disagree, both must be as sure as this for it to be a question. */
const CONFIDENT = 0.9;

/**
 * Aligns a text with all that was published of it. What the previous edition says is checked with the first edition,
 * and with the one that brought a sentence's present words: every step may err a little, and many steps drift.
 *
 * @param editions the oldest first, at least one
 * @param gone names that are in no present text
 * @param after blocks of the new text
 */
export function alignWithEditions(
  editions: readonly NamedEdition[],
  gone: readonly Gone[],
  after: readonly AlignedBlock[],
): ChainFates {
  const origins = findOrigins(editions);
  const needed = new Set([0, ...origins.values(), editions.length - 1]);
  const testimonies = editions.map((edition, index): Testimony =>
    needed.has(index) ? testimonyOf(edition, after) : new Map(),
  );
  const fates = new Map(testimonies.at(-1));
  for (const [name, fate] of fates) {
    const witnesses = new Set([testimonies[0]!, testimonies[origins.get(name)!]!]);
    fates.set(
      name,
      hear(
        fate,
        Array.from(witnesses, (witness) => witness.get(name)),
      ),
    );
  }
  return { fates, restored: findRestored(gone, after, fates) };
}

/** For each name of the last edition, the index of the one that brought its present words. */
function findOrigins(editions: readonly NamedEdition[]): Map<string, number> {
  const texts = editions.map(
    ({ blocks, names }) =>
      new Map(blocks.flatMap(({ sentences }) => sentences).map((text, index) => [names[index]!, text])),
  );
  const last = editions.length - 1;
  const isSame = (name: string, index: number) => texts[index]?.get(name) === texts[last]!.get(name);
  return new Map(
    editions[last]!.names.map((name) => {
      let origin = last;
      while (origin > 0 && isSame(name, origin - 1)) origin -= 1;
      return [name, origin];
    }),
  );
}

function testimonyOf({ blocks, names }: NamedEdition, after: readonly AlignedBlock[]): Testimony {
  return new Map(align(blocks, after).map((fate, index) => [names[index]!, fate]));
}

/** Turns a fate into a question where another edition, as confidently, says that the sentence is elsewhere. */
function hear(fate: Fate, others: readonly (Fate | undefined)[]): Fate {
  if (!isConfident(fate)) return fate;
  const rivals = others.flatMap((other) => {
    const target = other && isConfident(other) ? other.to[0] : undefined;
    return target === undefined || fate.to.includes(target) ? [] : [target];
  });
  if (rivals.length === 0) return fate;
  return { ...fate, ask: true, rivals: [...new Set([...fate.rivals, ...rivals])] };
}

function isConfident({ ask, confidence }: Fate): boolean {
  return !ask && confidence >= CONFIDENT;
}

function findRestored(
  gone: readonly Gone[],
  after: readonly AlignedBlock[],
  fates: Testimony,
): Map<string, Restoration> {
  const claimed = new Set(Array.from(fates.values()).flatMap(({ to }) => to));
  const texts = gone.map(({ text, isHeading }) => ({ isHeading, sentences: [text] }));
  const editions = readEditions(texts, after);
  const pair = pairing(editions);
  const isFree = (a: number, b: number) => !claimed.has(b) && (gone[a]!.fits?.(b) ?? true);
  const near = findCandidates(editions)
    .flatMap((ordinals, a) => ordinals.filter((b) => isFree(a, b)).map((b) => pair(a, b)))
    .filter(({ lexical }) => lexical >= BOUNDS.restored)
    .sort((one, other) => other.lexical - one.lexical);
  const restored = new Map<string, Restoration>();
  for (const found of near) {
    const { a, b, identical, lexical } = found;
    if (restored.has(gone[a]!.name) || claimed.has(b)) continue;
    claimed.add(b);
    const isLong = editions.before[a]!.size >= FEWEST_WORDS;
    const ask = !identical || !isLong || hasRival(found, near);
    restored.set(gone[a]!.name, { to: b, ask, confidence: probability(lexical) });
  }
  return restored;
}

/** Whether another pair with one of the two sentences is as near. */
function hasRival(found: Pair, pairs: readonly Pair[]): boolean {
  return pairs.some(
    (pair) => (pair.a === found.a) !== (pair.b === found.b) && found.lexical - pair.lexical < BOUNDS.rival,
  );
}
