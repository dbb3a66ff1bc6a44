import type { ReadingCiteData } from '../core/cite-data.ts';
import type { CslItem } from '../core/export/csl.ts';
import { type PassagePlace, placeBetween } from '../core/locator.ts';
import { shortNames } from '../core/short-names.ts';
import { locatorIn, PLAIN } from '../core/style-locator.ts';
import { counted } from '../core/tally.ts';
import type { Citable } from './citable.ts';
import { withAddress } from './clipboard.ts';
import { linkOf, type Selected } from './selection.ts';

/**
 * @param selected passages, or words in them
 * @param data the reading's references; undefined while they have not come
 * @returns them as they are cited
 */
export function citeText(reading: HTMLElement, selected: Selected, data?: ReadingCiteData): Citable {
  const { words, isWhole, count } = selected;
  const [from, to] = [placeOf(selected.first), placeOf(selected.last)];
  const place = placeBetween(from, to);
  const whose = data ? namesIn(data.record.csl) : '';
  return {
    name: isWhole ? place : `${counted(count, 'word')} of ${place}`,
    words,
    language: reading.lang,
    link: withAddress(linkOf(selected, reading.dataset.page!)),
    attribution: [whose, locatorIn(PLAIN, from, to)].filter(Boolean).join(', '),
    locate: (style) => locatorIn(style, from, to),
    references: data?.reading,
    record: data?.record,
  };
}

/** @returns whose a record's text is, in short */
export function namesIn(csl: string): string {
  const [item] = JSON.parse(csl) as CslItem[];
  return shortNames(item?.author ?? []);
}

/** What a passage's element stands for: a sentence is a `span` in its block. */
function placeOf(passage: HTMLElement): PassagePlace {
  const isSentence = passage.matches('span');
  const block = isSentence ? passage.parentElement!.closest<HTMLElement>('[data-v]')! : passage;
  const { classList } = block.closest('.para')!;
  const kind = (['byline', 'heading'] as const).find((each) => classList.contains(each)) ?? 'paragraph';
  return {
    block: { kind, anchor: block.id, text: block.textContent.trim() },
    ...(isSentence && { sentence: { anchor: passage.id } }),
  };
}
