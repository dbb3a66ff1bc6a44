/** What a place in a text is told by: a block's number and words, a sentence's number in it. */
export interface Numbered {
  number?: number;
  text: string;
}

/** @returns where a passage stands, as the page shows it */
export function placeOf(block: Numbered, sentence?: { number: number }): string {
  const place =
    block.number === undefined
      ? `Heading “${block.text}”`
      : block.number === 0
        ? 'By-line'
        : `¶${block.number}`;
  return sentence ? `${place}, sentence ${sentence.number}` : place;
}

/** @returns the same in a reference; numbers are Postil's, the original has none */
export function locatorOf(block: Numbered, sentence?: { number: number }): string {
  const place =
    block.number === undefined
      ? `heading “${block.text}”`
      : block.number === 0
        ? 'by-line'
        : `para. ${block.number}`;
  return sentence ? `${place}, sentence ${sentence.number}` : place;
}

/** @returns where marked words stand, in words: “Paragraph 8, sentences 2 to 3” */
export function placeInWords(block: Numbered, sentences: readonly { number: number }[]): string {
  const place =
    block.number === undefined
      ? `Heading “${block.text}”`
      : block.number === 0
        ? 'By-line'
        : `Paragraph ${block.number}`;
  const [first, last] = [sentences.at(0)?.number, sentences.at(-1)?.number];
  if (first === undefined) return place;
  return first === last ? `${place}, sentence ${first}` : `${place}, sentences ${first} to ${last}`;
}
