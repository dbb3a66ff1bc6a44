import { paragraphLabel, type PassagePlace, sentenceLabel } from './locator.ts';
import type { StyleForms } from './reference-template.ts';

/** How paragraphs are counted where no style says so. */
export const PLAIN: Pick<StyleForms, 'paragraph'> = {
  paragraph: { one: 'para. {n}', many: 'paras. {n}' },
};

/**
 * Tells a place as a style counts paragraphs: “para. 8, sentence 2”, “¶ 8”. Numbers are Postil’s, the original has none.
 *
 * @param style what it says for one paragraph and for many
 * @param first where the passage is, or begins
 * @param last where it ends, if it is a range: “paras. 8–9”, “para. 8, sentences 2–3”
 */
export function locatorIn(
  { paragraph }: Pick<StyleForms, 'paragraph'>,
  first: PassagePlace,
  last: PassagePlace = first,
): string {
  const [from, to] = [first, last].map(({ block }) => paragraphLabel(block));
  const isOneBlock = first.block.anchor === last.block.anchor;
  if (isOneBlock && first.sentence && last.sentence && first.sentence.anchor !== last.sentence.anchor) {
    const [start, end] = [first.sentence, last.sentence].map((part) => sentenceLabel(first.block, part));
    return `${tell({ block: first.block })}, sentences ${start}–${end}`;
  }
  if (isOneBlock) return tell(first.sentence && last.sentence ? first : { block: first.block });
  if (!first.sentence && !last.sentence && from !== undefined && to !== undefined)
    return numbered(paragraph.many, `${from}–${to}`);
  return `${tell(first)} to ${tell(last)}`;

  function tell({ block, sentence }: PassagePlace): string {
    const label = paragraphLabel(block);
    const place =
      block.kind === 'byline'
        ? 'by-line'
        : label === undefined
          ? `heading “${block.text ?? block.anchor}”`
          : numbered(paragraph.one, label);
    return sentence ? `${place}, sentence ${sentenceLabel(block, sentence)}` : place;
  }
}

function numbered(form: string, number: string): string {
  return form.replace('{n}', () => number);
}
