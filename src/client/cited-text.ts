import type { ReadingCiteData } from '../core/cite-data.ts';
import { placeBetween } from '../core/locator.ts';
import { locatorIn, PLAIN } from '../core/style-locator.ts';
import { counted } from '../core/tally.ts';
import type { Citable } from './citable.ts';
import { withAddress } from './clipboard.ts';
import { placeIn } from './passage-place.ts';
import type { Selected } from './selection.ts';

/**
 * @param selected passages, or words in them
 * @param data the reading's references; undefined while they have not come
 * @returns them as they are cited
 */
export function citeText(reading: HTMLElement, selected: Selected, data?: ReadingCiteData): Citable {
  const { words, part } = selected;
  const [from, to] = [placeIn(selected.first), placeIn(selected.last)];
  const place = placeBetween(from, to);
  return {
    name: part ? `${counted(part.count, 'word')} of ${place}` : place,
    words,
    language: reading.lang,
    link: withAddress(linkOf(selected, reading.dataset.page!)),
    attribution: [data?.record.whose, locatorIn(PLAIN, from, to)].filter(Boolean).join(', '),
    locate: (style) => locatorIn(style, from, to),
    references: data?.reading,
    record: data?.record,
  };
}

/**
 * @param page the reading's address
 * @returns the citation link; with the words themselves, unless they are whole passages
 */
export function linkOf({ first, last, fingerprint, part }: Selected, page: string): string {
  const to = first === last ? '' : `&to=${last.id}`;
  return `${page}?v=${fingerprint}${to}#${first.id}${part?.directive ?? ''}`;
}
