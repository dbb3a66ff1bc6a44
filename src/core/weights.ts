/**
 * What the evidence weighs that two sentences are one, in natural logarithms of odds: 0 is even, 2 is 7 to 1, 5 is
 * 150 to 1. The reasons are general. The sizes are those of a logistic regression over the candidates in 154 pairs of
 * revisions of prose from six repositories, rounded; those of words stayed within an eighth whichever was left out, and
 * were alike where the same texts were made to look like Chinese or an inflected language. Nothing here knows a language.
 */
export const WEIGHTS = {
  /** Few sentences of a text say what another says: without evidence two are not one. */
  prior: -1,
  /** Of the logarithm of the share of both that is common: an edit changes some of a sentence, not most. */
  both: 3.3,
  /** Of the same for the shorter one: nearly all of it should be found again, for an addition or a cut is an edit too. */
  sharedOfShorter: 5.5,
  /** Of the logarithm of how much is common: a share of much is more than of little; one word may be an accident. */
  shared: 1.95,
  /** The same words to the letter: where all else is equal, the unchanged one rather than one nearly so. */
  identical: 0.5,
  /** Of sentences the same to the letter another has more that is the same around it. */
  outrun: -2.5,
  /** It stands between those that the sentences around it became: most edits move nothing. */
  between: 1.6,
  /** On one side, only what is new lies between it and what the nearest became. */
  reached: 1.7,
  /** On one side, nothing at all lies between. */
  neighbour: 0.5,
} as const;

/** What the evidence weighs that a sentence is a part of another, in the same unit. */
export const SHARE_WEIGHTS = {
  /** Sentences are joined and parted more rarely than cut and added. */
  prior: -3.2,
  /** Of the logarithm of its share that is found in what its partner leaves over. */
  share: 3.5,
  /** Of the logarithm of how much that is. */
  gain: 1.7,
  /** Nothing that stands elsewhere lies between it and its partner: sentences are joined to those beside them. */
  near: 4,
} as const;

/** From which odds, in the same unit, something is asked about, and from which it stands. */
export const BOUNDS = {
  /** Above even odds: of several in a place the best is taken, which is often better than it deserves. */
  inOrder: { ask: 0.8, sure: 1 },
  /** Below them: in a far place there is nothing but the words, and words that agree so much elsewhere are rare. */
  moved: { ask: -1.2, sure: -0.9 },
  /** What looks like a part is often the same thing said again, so more is asked. */
  merged: { ask: 1.2, sure: 1.8 },
  /** A part too many of a split does no harm to the anchor, so nothing is asked. */
  split: 0.8,
  /** Words that come back after an edition or more must prove it alone; what is not the same to the letter is asked. */
  restored: 0,
  /** A candidate that nothing became is a rival if its odds are as near as this. */
  rival: 0.75,
  /** Twins have the same words, so that their places must tell them apart, and clearly. */
  twin: 2.5,
} as const;

/** What has nothing in common still counts as this much, so that logarithms are finite: a share, and words. */
export const FLOOR = { share: 0.1, words: 0.2 } as const;
