import type { Annotation } from './annotation.ts';
import { codePoints, sliceCodePoints } from './canonical.ts';
import type { Block, Sentence } from './passage.ts';
import type { Reading } from './reading.ts';

/** Marked words in their sentence, or sentences; a block without sentences is its own context. */
export interface Context {
  block: Block;
  /** All that the mark touches. */
  sentences: Sentence[];
  /** The one sentence that the words stand in; undefined when there are several, or none. */
  sentence?: Sentence;
  /** What stands before and after the words; canonical. */
  before: string;
  after: string;
}

/**
 * @param annotation one of the reading's
 * @param reading a reading
 * @returns where its words stand, and what stands around them
 */
export function contextOf(
  annotation: Pick<Annotation, 'block' | 'sentences' | 'start' | 'end'>,
  { blocks, text }: Pick<Reading, 'blocks' | 'text'>,
): Context {
  const block = blocks[annotation.block]!;
  const sentences = annotation.sentences.map((ordinal) => block.sentences[ordinal]!);
  const [first, last] = [sentences[0] ?? block, sentences.at(-1) ?? block];
  return {
    block,
    sentences,
    ...(sentences.length === 1 && { sentence: sentences[0]! }),
    before: sliceCodePoints(text, first.start, annotation.start),
    after: sliceCodePoints(text, annotation.end, last.start + codePoints(last.text)),
  };
}
