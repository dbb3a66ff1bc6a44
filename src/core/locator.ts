import type { Block, Sentence } from './passage.ts';

/** @returns where a passage stands, as the page shows it */
export function placeOf(block: Block, sentence?: Sentence): string {
  const place =
    block.number === undefined
      ? `Heading “${block.text}”`
      : block.number === 0
        ? 'By-line'
        : `¶${block.number}`;
  return sentence ? `${place}, sentence ${sentence.number}` : place;
}

/** @returns the same in a reference; numbers are Postil's, the original has none */
export function locatorOf(block: Block, sentence?: Sentence): string {
  const place =
    block.number === undefined
      ? `heading “${block.text}”`
      : block.number === 0
        ? 'by-line'
        : `para. ${block.number}`;
  return sentence ? `${place}, sentence ${sentence.number}` : place;
}
