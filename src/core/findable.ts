import type { Annotation, Evidence } from './annotation.ts';
import type { Block, Sentence } from './passage.ts';
import type { Reading } from './reading.ts';

/** Its place in the order of an index, from 0: what everything else knows it by. */
interface Ordered {
  ordinal: number;
  reading: Reading;
}

/** A heading or sentence, or a block without sentences. */
export interface FindablePassage extends Ordered {
  in: 'passage';
  block: Block;
  sentence?: Sentence;
  /** Those whose marks touch it. */
  annotations: Annotation[];
}

export interface FindableNote extends Ordered {
  in: 'note';
  annotation: Annotation;
}

/** A piece of evidence. */
export interface FindablePiece extends Ordered {
  in: 'evidence';
  annotation: Annotation;
  evidence: Evidence;
}

export type Findable = FindablePassage | FindableNote | FindablePiece;

/** What is findable, before it is counted. */
type Uncounted =
  Omit<FindablePassage, 'ordinal'> | Omit<FindableNote, 'ordinal'> | Omit<FindablePiece, 'ordinal'>;

/**
 * @param readings those of one index
 * @returns all that can be found in them, by reading, then in the order of the text: after a passage the notes whose
 *   marks begin in it, each followed by its evidence
 */
export function findables(readings: readonly Reading[]): Findable[] {
  return readings.flatMap(inReading).map((found, ordinal): Findable => ({ ...found, ordinal }));
}

function inReading(reading: Reading): Uncounted[] {
  return reading.blocks.flatMap((block, ordinal) => {
    const inBlock = reading.annotations.filter((annotation) => annotation.block === ordinal);
    const sentences = block.sentences.length > 0 ? block.sentences : [undefined];
    return sentences.flatMap((sentence, place): Uncounted[] => {
      const isHere = ({ sentences: touched }: Annotation) => !sentence || touched.includes(place);
      const begins = ({ sentences: [first = 0] }: Annotation) => first === place;
      const annotations = inBlock.filter(isHere);
      const passage = { in: 'passage' as const, reading, block, ...(sentence && { sentence }), annotations };
      return [passage, ...inBlock.filter(begins).flatMap((annotation) => withEvidence(reading, annotation))];
    });
  });
}

function withEvidence(reading: Reading, annotation: Annotation): Uncounted[] {
  return [
    { in: 'note', reading, annotation },
    ...annotation.evidence.map((evidence) => ({ in: 'evidence' as const, reading, annotation, evidence })),
  ];
}
