import type { Annotation } from './annotation.ts';
import { placeOf } from './locator.ts';
import type { Reading } from './reading.ts';
import { shortName, type Source } from './source.ts';

/** Between the voices in a note's record; one word to whoever counts words at white space, as Pagefind does. */
const SEPARATOR = ' · ';

/** One thing that can be found. It has not heard of Pagefind. */
export interface SearchRecord {
  /** Within the site, with a leading slash and without the base path. */
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/**
 * @param reading a reading
 * @param sources the records it cites, by key
 * @returns a record for each heading and sentence, and one for each annotation
 */
export function searchRecords(reading: Reading, sources: ReadonlyMap<string, Source>): SearchRecord[] {
  const passages = reading.blocks.flatMap((block) => {
    const parts = block.sentences.length > 0 ? block.sentences : [undefined];
    return parts.map((sentence) => toPassageRecord(reading, placeOf(block, sentence), sentence ?? block));
  });
  return [
    ...passages,
    ...reading.annotations.map((annotation) => toAnnotationRecord(reading, annotation, sources)),
  ];
}

function toPassageRecord(
  reading: Reading,
  place: string,
  passage: { anchor: string; text: string; start: number },
): SearchRecord {
  return {
    url: `/${reading.slug}/#${passage.anchor}`,
    content: passage.text,
    meta: { title: passage.text, place, in: 'passage', reading: reading.title },
    filters: { in: ['passage'], reading: [reading.slug] },
    sort: { place: sortable(passage.start) },
  };
}

function toAnnotationRecord(
  reading: Reading,
  annotation: Annotation,
  sources: ReadonlyMap<string, Source>,
): SearchRecord {
  const { id, kind, status, quote, finding, body, evidence, since, start, block } = annotation;
  const cited = new Set(evidence.map(({ source }) => source));
  const names = [...cited].map((key) => sources.get(key)).filter((source) => source !== undefined);
  const content = [
    quote,
    finding,
    ...body.map(({ text }) => text),
    ...evidence.flatMap(({ excerpt, rendering }) => [excerpt, rendering ?? '']),
    ...since.map(({ text }) => text),
    ...names.flatMap((source) => [shortName(source), source.title ?? '']),
  ];
  return {
    url: `/${reading.slug}/#${id}`,
    content: content.filter(Boolean).join(SEPARATOR),
    meta: {
      title: quote,
      place: placeOf(reading.blocks[block]!),
      in: 'note',
      reading: reading.title,
      kind,
      status: status ?? '',
      finding,
    },
    filters: {
      in: ['note'],
      reading: [reading.slug],
      kind: [kind],
      ...(status !== undefined && { status: [status] }),
      source: [...cited],
    },
    sort: { place: sortable(start) },
  };
}

/** Pagefind sorts strings as numbers where all are numbers; padded, they sort as both. */
function sortable(place: number): string {
  return String(place).padStart(8, '0');
}
