import { canonical } from './canonical.ts';
import { type Lexicon, readWordings, type Wording } from './lexicon.ts';

/** A block of a text as alignment sees it: canonical sentences; a block that is not cut into sentences has one. */
export interface AlignedBlock {
  /** A heading is only ever aligned with a heading. */
  isHeading: boolean;
  sentences: readonly string[];
}

/** A sentence of either text. */
export interface Sentence extends Wording {
  text: string;
  isHeading: boolean;
}

/** Two texts, their sentences in flat order. */
export interface Editions {
  before: Sentence[];
  after: Sentence[];
  lexicon: Lexicon;
}

/** @returns both texts' sentences, read with one lexicon */
export function readEditions(before: readonly AlignedBlock[], after: readonly AlignedBlock[]): Editions {
  const [flatBefore, flatAfter] = [flatten(before), flatten(after)];
  const texts = (flat: readonly { text: string }[]) => flat.map(({ text }) => text);
  const { wordings, lexicon } = readWordings(texts(flatBefore), texts(flatAfter));
  return {
    before: flatBefore.map((sentence, a) => ({ ...sentence, ...wordings.before[a]! })),
    after: flatAfter.map((sentence, b) => ({ ...sentence, ...wordings.after[b]! })),
    lexicon,
  };
}

function flatten(blocks: readonly AlignedBlock[]): { text: string; isHeading: boolean }[] {
  return blocks.flatMap(({ isHeading, sentences }) =>
    sentences.map((text) => ({ text: canonical(text), isHeading })),
  );
}
